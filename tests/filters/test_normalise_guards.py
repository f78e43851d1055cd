"""Lines in question: where something triggers, outside code, among those that changed."""

from __future__ import annotations

import pytest

from cleaner import Cleaner
from cleaner.filters.normalise.guards import is_open, line_trigger, lines_with

TRIGGER = line_trigger("[，；]")
TEXT = "甲，乙\n丙丁\n```\n戊；己\n```\n庚；辛，壬"


def found(text: str, lines: list[tuple[int, int]] | None = None) -> list[str]:
    return [text[start:end] for start, end in lines_with(TRIGGER, text, lines)]


def test_lines_with_a_trigger_outside_code() -> None:
    assert found(TEXT) == ["甲，乙", "庚；辛，壬"]
    assert found("甲乙") == found("") == []
    assert found("，") == ["，"]
    assert found("\n，\n") == ["，"]


def test_of_lines_that_changed_those_with_a_trigger_outside_code() -> None:
    spans = []
    at = 0
    for line in TEXT.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    assert found(TEXT, spans) == ["甲，乙", "庚；辛，壬"]
    assert found(TEXT, spans[1:4]) == []
    assert found(TEXT, spans[:1]) == ["甲，乙"]


@pytest.mark.parametrize(
    ("line", "open_"),
    [
        ("他说，今天来。", True),
        ("これはペンです，", False),
        ("日本語の本を読みました", False),
        ("有一首歌名叫さくら，是很好听的一首歌", True),
        ("한국어를 배웁니다", False),
        ("他学한국어已经学了三年", True),
        ("한국", False),
        ("한국人民", False),
        ("한국人民们", True),
        ("return x;", False),
    ],
)
def test_lines_that_may_change(line: str, open_: bool) -> None:
    assert is_open(line) is open_


def test_what_one_cleaner_remembers_of_lines_is_nothing_to_one_that_sets_no_words_apart() -> None:
    text = "看著发展\n「 在"  # as segmentation would have written it
    assert Cleaner().clean(text).endswith("「 在")
    assert Cleaner(segment=False).clean(text).endswith("「在")
    assert Cleaner().clean(text).endswith("「 在")
