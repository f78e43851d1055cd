"""Rules of chrome at both sides of their bounds: just enough, and just not enough."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.filters.chrome.inset import ARTICLE, NAME, advert
from cleaner.filters.chrome.lines import _CREDITED, Line
from cleaner.filters.chrome.metadata import _is_date
from cleaner.filters.chrome.page import MENU, evidence
from cleaner.filters.chrome.title import NAME as TITLE
from cleaner.filters.chrome.title import NICKNAME, PERSON, _is_name

CUE = Line("相关阅读", False, "related", STRONG)
DATE = Line("2021年3月4日", False, "byline", STRONG)
ITEM = Line("首页", False, "navigation", WEAK)
LETTER = Line("页", False, "navigation", WEAK)
OTHER = Line("编辑", False, "credits", WEAK)


@pytest.mark.parametrize(
    ("cued", "count"),
    [
        ([], 0),
        ([(0, CUE)], 1),
        ([(0, CUE), (1, CUE)], 2),
        ([(0, DATE), (5, DATE)], 1),  # dates come back in a diary
        ([(0, DATE), (5, CUE)], 2),
        ([(at, ITEM) for at in range(MENU)], 1),
        ([(at, ITEM) for at in range(MENU - 1)], 0),
        ([(at, ITEM) for at in range(2 * MENU)], 1),
        ([(2 * at, ITEM) for at in range(MENU)], 0),  # each stands alone
        ([(at, ITEM) for at in range(MENU - 1)] + [(MENU, ITEM)], 0),
        ([(at, LETTER) for at in range(MENU)], 0),
        ([(0, OTHER), *((at + 1, ITEM) for at in range(MENU))], 1),
        ([*((at, ITEM) for at in range(MENU - 1)), (MENU - 1, OTHER), (MENU, ITEM)], 0),
        ([*((at, ITEM) for at in range(MENU - 1)), (MENU - 1, CUE), (MENU, ITEM)], 1),
    ],
)
def test_evidence(cued: list[tuple[int, Line]], count: int) -> None:
    assert evidence(cued) == count


ABOVE = "城市公园里的老榕树被大风吹倒"
KNOWN = "昨夜的大风把城市公园里的一棵老榕树吹倒了，工人清晨赶到现场清理树枝。" * 2


@pytest.mark.parametrize(
    ("text", "above", "known", "name"),
    [
        ("a" * NICKNAME, ABOVE, KNOWN, True),
        ("abc", ABOVE[:TITLE], KNOWN, True),
        ("abc", ABOVE[: TITLE - 1], KNOWN, False),
        ("会" * (TITLE - 1), ABOVE[:TITLE], "", True),
        ("会" * TITLE, ABOVE[:TITLE], "", False),
        ("会" * PERSON, ABOVE[: PERSON + 2], "", True),
        ("会" * PERSON, ABOVE[: PERSON + 1], "", False),
        ("会" * (PERSON + 1), ABOVE[: PERSON + 2], "", False),
        ("工人", ABOVE, KNOWN, False),  # a word of the text, which has it twice
        ("工人", ABOVE, KNOWN[: len(KNOWN) // 2], True),
        ("公园", ABOVE, KNOWN[: len(KNOWN) // 2], False),  # and one of the line above
    ],
)
def test_a_name_below_a_title(text: str, above: str, known: str, name: bool) -> None:
    assert _is_name(text, above, known) is name


TOLD = Line("昨夜的大风把城市公园里的一棵老榕树吹倒了，工人清晨赶到现场清理树枝。" * 8, True)


@pytest.mark.parametrize(
    ("line", "odd"),
    [
        (Line("免费试听英语口语课程", False), True),
        (Line("免费试听英语口语课程"[:NAME], False), True),
        (Line("免费试听英语口语课程"[: NAME - 1], False), False),
        (Line("免费试听英语口语课程", True), False),
        (Line("免费试听英语口语课程", False, "related", WEAK), False),
        (Line("大风吹倒公园里的老榕树", False), False),  # what the article is about
        (Line("免费试听英语，口语课程", False), False),
    ],
)
def test_an_advertisement_is_about_something_else(line: Line, odd: bool) -> None:
    assert advert([TOLD, line], 1) is odd


def test_below_less_than_an_article_nothing_is_told() -> None:
    line = Line("免费试听英语口语课程", False)
    assert advert([Line(TOLD.text[:ARTICLE], True), line], 1)
    assert not advert([Line(TOLD.text[: ARTICLE - 1], True), line], 1)


@pytest.mark.parametrize(
    ("date", "is_one"),
    [
        ((2021, 1, 1), True),
        ((2021, 1, 0), False),
        ((2021, 1, 31), True),
        ((2021, 1, 32), False),
        ((2021, 0, 1), False),
        ((2021, 12, 31), True),
        ((2021, 13, 1), False),
        ((2021, 4, 30), True),
        ((2021, 4, 31), False),
        ((2021, 2, 28), True),
        ((2021, 2, 29), False),
        ((2024, 2, 29), True),
        ((2025, 2, 29), False),
        ((2024, 2, 30), False),
        ((1900, 2, 29), False),
        ((2000, 2, 29), True),
    ],
)
def test_days_that_there_are(date: tuple[int, int, int], is_one: bool) -> None:
    assert _is_date(*date) is is_one


def test_labels_that_may_be_parts_of_names_do_not_multiply_the_ways() -> None:
    """Each label more took three times as long; 30 of them would not end."""
    assert _CREDITED.fullmatch("··" + "责任编辑··主编辑··" * 30 + "。") is None
    assert _CREDITED.fullmatch("王五校对李四审核张三") is not None
