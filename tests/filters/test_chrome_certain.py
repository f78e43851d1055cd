"""Lines at the edges of a text that weigh much by their characters alone."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.chrome import certain, chrome
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.model import Model
from cleaner.settings import Settings
from tests.filters.chrome_lines import TEXT, TOLD, cue, plain

ALL = Model({"字": 100}, (0, []))
DAY = Line("2019年11月20日", False)


def found(monkeypatch: pytest.MonkeyPatch, *lines: Line, metadata: bool = False) -> str:
    """Return a mark for each line: ``-`` what goes, ``+`` what stays."""
    monkeypatch.setattr(certain, "load", lambda _: ALL)
    gone = {index for index, _ in certain.certain(lines, metadata)}
    return "".join("-" if index in gone else "+" for index in range(len(lines)))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # The line above the text may be its title, and so may a word above, unless it is one of
        # several.
        ([plain(6), TOLD], "++"),
        ([plain(6), plain(7), TOLD], "-++"),
        ([plain(3), plain(7), TOLD], "+++"),
        ([plain(3), plain(4), plain(7), TOLD], "--++"),
        ([plain("字字字字집"), plain("字字字字ば"), plain(7), TOLD], "++++"),
        # Below stand lists and verses, names, and who signs above the day.
        ([TOLD, plain(5)], "+-"),
        ([TOLD, plain(4)], "++"),
        ([TOLD, plain(5), plain(5), plain(6), plain(7)], "+----"),
        ([TOLD, *[plain(5)] * 5], "++++++"),
        ([TOLD, plain(5), DAY], "+++"),
        ([TOLD, plain("字字字字字字："), plain(5)], "+-+"),
        ([TOLD, plain("字字字字，字")], "++"),
        ([TOLD, plain("end of it")], "++"),
        # What the rules know: headings of lists, names, buttons.
        ([TOLD, cue("related", END, "字" * 5)], "++"),
        ([TOLD, cue("related", STRONG, "字" * 5)], "+-"),
        ([TOLD, cue("byline", WEAK, "字" * 5)], "++"),
        ([plain(5), plain(5)], "++"),
    ],
)
def test_what_goes_at_the_edges(
    monkeypatch: pytest.MonkeyPatch, lines: list[Line], expected: str
) -> None:
    assert found(monkeypatch, *lines) == expected


def test_what_the_rules_know_goes_with_less(monkeypatch: pytest.MonkeyPatch) -> None:
    light = Model({"字": certain.KNOWN}, (0, []))
    monkeypatch.setattr(certain, "load", lambda _: light)
    line = cue("navigation", WEAK, "字" * 5)
    assert certain.certain([TOLD, line]) == [(1, "navigation")]
    assert not certain.certain([TOLD, plain(5)])


def test_known_metadata_stays_when_it_is_to_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    author = cue("byline", WEAK, "字" * 6).but(field="author")
    lines = [author, plain(6), plain(7), TOLD]
    assert found(monkeypatch, *lines) == "--++"
    assert found(monkeypatch, *lines, metadata=True) == "+-++"


@pytest.mark.parametrize("line", ["网友评论 |", "返回所有小鲜闻"])
def test_a_button_below_a_text_that_shows_no_page_goes(line: str) -> None:
    text = f"{TEXT}\n{line}"
    assert chrome(Document(text=text), Settings()).text == TEXT
    assert chrome(Document(text=TEXT), Settings()).text == TEXT


def test_a_letter_keeps_who_signs_it() -> None:
    text = f"{TEXT}\n此致\n敬礼！\n您的学生 刘晓\n2019年11月20日"
    assert chrome(Document(text=text), Settings()).text == text
