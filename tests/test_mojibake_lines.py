"""Which lines of a text have signs of mojibake, in a text with few of them and in one with many."""

from __future__ import annotations

import pytest

from cleaner.mojibake import lines as module
from cleaner.mojibake.lines import lines
from cleaner.mojibake.signs import signs

SOUND = "图书馆周末也开门，没有人路过这里。"
MISREAD = SOUND.encode().decode("latin-1")


@pytest.mark.parametrize("every", [1, 2, 3, 5, 40])
def test_lines_are_those_that_have_signs_by_themselves(every: int) -> None:
    told = [f"{SOUND if n % every else MISREAD}{n}" for n in range(120)]
    text = "\n".join(told)
    found = [(text[start:end], steps) for start, end, steps in lines(text)]
    assert found == [(line, steps) for line in told if (steps := signs(line))]


def test_where_most_lines_have_signs_each_is_looked_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at = 0

    def counted(text: str, unusual: str | None = None) -> object:
        nonlocal looked_at
        looked_at += len(text)
        return signs(text, unusual)

    monkeypatch.setattr(module, "signs", counted)
    text = "\n".join([MISREAD] * 128)
    assert len(list(lines(text))) == 128
    assert looked_at <= (2 + module.DENSE) * len(text)
