"""Documents: the recorded and the fast path make the same text."""

from __future__ import annotations

import pickle
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import ByLines, Document
from cleaner.ledger import Edit
from cleaner.strange import strange

PATTERN = re.compile(r"(a+)(b?)")


@given(st.text("abc", max_size=20))
@pytest.mark.parametrize("replacement", [r"\2\1", "", lambda match: match[1].upper()])
def test_sub_is_the_same_recorded(replacement: object, text: str) -> None:
    fast = Document(text).sub(PATTERN, replacement, "t.r")  # type: ignore[arg-type]
    slow = Document(text).record().sub(PATTERN, replacement, "t.r")  # type: ignore[arg-type]
    assert fast.text == slow.text
    assert fast.ledger is None
    assert slow.ledger is not None
    assert slow.ledger.replay(text) == slow.text
    assert slow.ledger.revert(slow.text) == text


def test_edits_that_change_nothing_are_not_recorded() -> None:
    document = Document("abc").record().apply([Edit(0, 1, "a", "t.r"), Edit(1, 2, "B", "t.r")])
    assert document.ledger is not None
    assert document.ledger.counts() == {"t.r": 1}
    assert document.text == "aBc"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 2, "", "t.r"), Edit(1, 3, "", "t.r")],
        [Edit(2, 3, "", "t.r"), Edit(0, 1, "", "t.r")],
        [Edit(2, 9, "", "t.r")],
        [Edit(2, 1, "", "t.r")],
    ],
)
def test_edits_that_no_ledger_could_undo(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match=r"edits of t\.r overlap or lie outside"):
        Document("abc").record().apply(edits)


class Letters(ByLines):
    """Finds pairs of letters, and counts the characters that it has looked at."""

    def __init__(self) -> None:
        self.seen = 0

    def present(self, text: str) -> frozenset[str]:
        self.seen += len(text)
        return frozenset(one + other for one, other in pairwise(text) if "\n" not in one + other)


@given(
    st.text("ab\n", max_size=30),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), st.text("ab\n", max_size=3))),
)
def test_what_was_found_is_carried_over(text: str, changes: list[tuple[int, int, str]]) -> None:
    edits: list[Edit] = []
    end = 0
    for gap, size, after in changes:
        start = min(end + gap, len(text))
        end = min(start + size, len(text))
        edits.append(Edit(start, end, after, "t.r"))
    letters = Letters()
    document = Document(text)
    document.once(letters)
    changed = document.apply(edits)
    assert changed.once(letters) == letters.present(changed.text)


def test_lines_that_did_not_change_are_not_looked_at_again() -> None:
    letters = Letters()
    document = Document("abc\nabcd\nabc\n" * 9)
    document.once(letters)
    letters.seen = 0
    changed = document.apply([Edit(5, 6, "", "t.r"), Edit(14, 14, "x", "t.r")])
    assert changed.once(letters) == {"ab", "bc", "cd", "ac", "ax", "xb"}
    assert letters.seen == len("acd\naxbc")


def test_no_change_gives_the_same_document() -> None:
    document = Document("abc").record()
    assert document.apply([]) is document
    assert document.substitute("abc", "t.r") is document


def test_insert() -> None:
    document = Document("你好世界").record().insert([2], " ", "t.r", "你好 世界")
    assert document.ledger is not None
    assert document.ledger.revert(document.text) == "你好世界"


def test_warnings_add_up() -> None:
    assert Document().warn("one").warn("two").warnings == ("one", "two")


def test_what_was_asked_once_is_known() -> None:
    asked = []

    def look(text: str) -> int:
        asked.append(text)
        return len(text)

    document = Document("abc")
    assert document.once(look) == document.once(look) == 3
    assert document.warn("!").apply([Edit(0, 1, "", "t.r")]).once(look) == 2
    assert asked == ["abc", "bc"]
    assert document == Document("abc")
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301


def test_what_is_kept_is_what_the_document_before_knew() -> None:
    before = Document("a\u200bb")
    after = before.apply([Edit(2, 3, "", "t.r")])
    assert after.keep(strange, before).known(strange) is None
    assert before.once(strange) == "\u200b"
    assert after.keep(strange, before) is after
    assert after.once(strange) == "\u200b"
