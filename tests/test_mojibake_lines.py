"""Which lines of a text have signs of mojibake, in a text with few of them and in one with many."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.mojibake import lines as module
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.lines import lines
from cleaner.mojibake.signs import signs
from cleaner.strange import strange

SOUND = "图书馆周末也开门，没有人路过这里。"
MISREAD = SOUND.encode().decode("latin-1")


@pytest.mark.parametrize("every", [1, 2, 3, 5, 40])
def test_lines_are_those_that_have_signs_by_themselves(every: int) -> None:
    told = [f"{SOUND if n % every else MISREAD}{n}" for n in range(120)]
    text = "\n".join(told)
    found = [(text[start:end], steps) for start, end, steps in lines(text, Effort())]
    assert found == [(line, steps) for line in told if (steps := signs(line))]


def test_where_most_lines_have_signs_each_is_looked_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at = 0

    def counted(text: str, *known: Any) -> object:
        nonlocal looked_at
        looked_at += len(text)
        return signs(text, *known)

    monkeypatch.setattr(module, "signs", counted)
    text = "\n".join([MISREAD] * 128)
    assert len(list(lines(text, Effort()))) == 128
    assert looked_at <= (2 + module.DENSE) * len(text)


def test_where_no_effort_is_left_lines_that_lost_bytes_are_counted_and_left_out() -> None:
    lossy = SOUND.encode().decode("gbk", "replace").replace("\ufffd", "?")
    told = [lossy if n % 4 else MISREAD for n in range(64)]
    text = "\n".join(told)
    effort = Effort(text)
    assert len(list(lines(text, effort))) == 64
    assert effort.unsearched == 0
    effort.left = 0
    found = [(text[start:end], steps) for start, end, steps in lines(text, effort)]
    assert found == [(MISREAD, signs(MISREAD))] * 16
    assert effort.unsearched == 48


def test_signs_within_others_are_the_same() -> None:
    text = "\n".join(
        SOUND.encode().decode(page, "replace") for page in ("mac-roman", "cp437", "latin-1", "gbk")
    )
    for line in text.split("\n"):
        assert signs(line, strange(text), signs(text)) == signs(line)
