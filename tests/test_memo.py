"""What is remembered of lines, and how much of it."""

from __future__ import annotations

from cleaner.memo import LONGEST, Memo


def test_long_lines_are_not_kept_and_memory_is_bounded() -> None:
    known: Memo[str] = Memo(room=40)
    assert known.keep("长" * (LONGEST + 1), "短") == "短"
    assert not known
    for number in range(45):
        known.keep(str(number), "")
    # Of the older half every other has gone.
    assert set(map(int, known)) == {*range(1, 20, 2), *range(20, 45)}
