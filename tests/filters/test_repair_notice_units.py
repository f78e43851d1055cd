"""What goes with a phrase of a notice: its clause, the brackets around it, or its line."""

from __future__ import annotations

import pytest

from cleaner.filters.repair.notice_units import unit_of
from cleaner.filters.repair.phrases import read_notices


@pytest.mark.parametrize(
    ("text", "phrase", "unit"),
    [
        ("他走了。請記住本站域名,雨停了。", "請記住本站域名", "請記住本站域名,"),
        ("他走了(請記住本站域名)雨停了。", "請記住本站域名", "(請記住本站域名)"),
        ("他走了（請記住本站域名)雨停了。", "請記住本站域名", "（請記住本站域名)"),
        ("他走了(請記住\n本站域名)", "請記住", "他走了(請記住"),
    ],
)
def test_a_clause_or_bracket(text: str, phrase: str, unit: str) -> None:
    start = text.index(phrase)
    found = unit_of(text, start, start + len(phrase), read_notices(()))
    assert found is not None
    assert text[found.start : found.end] == unit


@pytest.mark.parametrize(("size", "whole"), [(90, True), (91, False)])
def test_a_line_of_copyright_is_short(size: int, whole: bool) -> None:
    phrase = "不代表本站"
    line = "本文" + "甲" * (size - 2 - len(phrase)) + phrase
    found = unit_of(f"\n{line}\n乙", size + 1 - len(phrase), size + 1, read_notices(()))
    assert found is not None
    assert found.sure == whole


@pytest.mark.parametrize(("before", "whole"), [(89, True), (90, False)])
def test_a_line_that_lists_titles_begins_with_its_phrase(before: int, whole: bool) -> None:
    phrase = "书迷正在阅读"
    text = " " * before + phrase + "：甲？乙！"
    found = unit_of(text, before, before + len(phrase), read_notices(()))
    assert (found is not None and (found.start, found.end) == (0, len(text))) == whole
