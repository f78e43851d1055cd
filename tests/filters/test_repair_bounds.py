"""What mending asks for at the bounds of its constants: enough, and not enough."""

from __future__ import annotations

import pytest

from cleaner.filters.repair import echo, glosses, halves
from cleaner.ledger import Edit


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
    assert echo._may_say_twice([half * 2]) is may


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


def hits(text: str) -> list[glosses.Hit]:
    return [*glosses._hits(text)]


@pytest.mark.parametrize(
    ("text", "dictionary"),
    [
        ("農(nóng)\n調(diào)", True),
        ("農(nóng)調(diào)", False),
        ("農(nóng)調(diào)\n頭(tóu)", True),  # three on two lines
        ("農(nóng)調(diào)頭(tóu)\n長(cháng)", False),
        ("農(nóng)\n農(nóng)", False),
    ],
)
def test_a_dictionary_has_a_character_and_a_line_each(text: str, dictionary: bool) -> None:
    assert glosses._is_dictionary(text, hits(text)) is dictionary


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("農(nóng)調(diào)頭(tóu)車(chē)", True),
        ("農(nóng)調(diào)頭(tóu)", False),  # three
        ("農(nóng)調(diào)頭(tóu)車(chē)人(rén)", True),  # four of five on traditional ones
        ("農(nóng)調(diào)頭(tóu)人(rén)", False),
        ("拼音：農(nóng)調(diào)頭(tóu)車(chē)", False),
        ("農(nóng)字調(diào)字頭(tóu)字車(chē)", False),  # not one after the other
    ],
)
def test_a_heading_of_glosses(text: str, heading: bool) -> None:
    found = hits(text)
    assert glosses._is_heading(text, [hit for hit in found if hit.usual], found) is heading


@pytest.mark.parametrize(
    ("text", "lesson"),
    [
        ("農(nóng)調(diào)頭(tóu)車(chē)人", True),  # four of five
        ("農(nóng)調(diào)頭(tóu)人人", False),
        ("農(nóng)", False),  # one
        ("農(nóng)調(diào)", True),
        ("農(nóng)調(diào)\n頭(tóu)人人\n車(chē)人人", True),  # half of them
        ("農(nóng)調(diào)\n頭(tóu)人人\n車(chē)人人\n長(cháng)人人", False),
    ],
)
def test_a_lesson(text: str, lesson: bool) -> None:
    han = sum("\u3400" < letter < "\ua000" for letter in text)
    assert glosses._is_lesson(text, hits(text), han) is lesson


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
