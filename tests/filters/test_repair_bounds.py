"""What mending asks for at the bounds of its constants: enough, and not enough."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.repair import echo, glosses, halves
from cleaner.ledger import Edit
from cleaner.settings import Settings


@pytest.mark.parametrize(
    ("line", "verse"),
    [
        ("一二三，一二三。", True),
        ("一二三，一二三四。", False),  # too short for a poem
        ("一二三四五，一二三四五六七。", True),
        ("一二三四五，一二三四五六七八。", False),  # by three
        ("一二三四五六七八九，一二三四五六七。", True),
        ("一二三四五六七八九十，一二三四五六七八九。", False),
        ("一二三四五六七。", False),  # one clause
    ],
)
def test_clauses_of_verses(line: str, verse: bool) -> None:
    assert echo._is_verse(line) is verse


@pytest.mark.parametrize(
    ("lines", "each"),
    [
        (["一二三四五,", "一二三四五,", "甲", "甲"], True),
        (["一二三四,", "一二三四,", "甲", "甲"], False),
        (["一二三四五,", "一二三四五,"], False),
        (["一二三四五,", "一二三四五,", "甲", "乙"], False),
        (["一二三四五六", "一二三四五六", "甲", "甲"], False),
    ],
)
def test_each_line_twice(lines: list[str], each: bool) -> None:
    assert echo._each_line_twice(lines) is each


@pytest.mark.parametrize(("length", "may"), [(8, True), (7, False)])
def test_a_line_that_says_the_same_twice(length: int, may: bool) -> None:
    half = "甲乙丙丁戊己庚辛"[:length]
    document = echo.echo(Document(text=half * 2), Settings())
    assert (document.text == half) is may


@pytest.mark.parametrize(
    ("text", "halved"),
    [
        ("我們去調(diào查這件事，農(nóng村也是。", True),
        ("我們去調(diào查這件事，農村也是。", False),  # one
        ("我們去調(diao查這件事，農(nong村也是。", False),  # no tones
        ("這個字讀音是調(diào查，農(nóng村也是。", False),  # of sounds
    ],
)
def test_glosses_that_lost_a_bracket(text: str, halved: bool) -> None:
    assert halves.has_halves(text) is halved


@pytest.mark.parametrize(
    ("spans", "edit", "overlaps"),
    [
        ([(2, 4)], (4, 5), False),
        ([(2, 4)], (3, 5), True),
        ([(2, 4)], (0, 2), False),
        ([(2, 4)], (0, 3), True),
        ([(2, 4), (6, 8)], (4, 6), False),
        ([], (0, 9), False),
    ],
)
def test_spans_that_overlap(
    spans: list[tuple[int, int]], edit: tuple[int, int], overlaps: bool
) -> None:
    assert glosses._overlaps(spans, Edit(*edit, "", "")) is overlaps


@pytest.mark.parametrize(
    ("text", "eaten"),
    [
        ("量?jī)表", True),
        ("量?ji)表", False),  # no tone
        ("(量?jī)表", False),  # a question in brackets
        ("(量)計?jī)表", True),
        ("（量）計?jī)表", True),
        ("（量?jī)表", False),
        ("a?jī)表", False),
        ("?jī)表", False),
        ("（" + "量" * 39 + "?jī)表", False),
        ("（" + "量" * 40 + "?jī)表", True),
    ],
)
def test_a_gloss_that_lost_its_bracket(text: str, eaten: bool) -> None:
    match = halves.EATEN.search(text)
    assert match is not None
    assert glosses.is_eaten(text, match) is eaten


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("農(nóng) 村", 8),  # the space cuts a word
        ("農(nóng) 的", 7),
        ("農(nóng) 了", 8),  # nothing begins with a particle
        ("農 (nóng) 的", 9),  # a space came before, too
        ("農(nóng)村", 7),
    ],
)
def test_the_space_behind_a_gloss(text: str, end: int) -> None:
    start = text.index("農") + 1
    assert glosses._edit(text, start, text.index(")") + 1).end == end
