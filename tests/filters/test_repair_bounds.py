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


def damaged(*parts: str, han: int = 0) -> bool:
    """Whether the parts, filled up to so many Chinese characters, make a damaged text."""
    text = "".join(parts)
    text += "口" * (han - sum("\u3400" < letter < "\ua000" for letter in text))
    return glosses.is_damaged(text, hits(text))


USUAL, OTHER = "的農(nóng)村", "的鯤(kūn)村"  # on a common character, and not


@pytest.mark.parametrize(
    ("usual", "others", "han", "is_damaged"),
    [
        (5, 0, 625, True),  # eight in a thousand
        (5, 0, 626, False),
        (4, 0, 100, False),
        (6, 4, 100, True),  # six of ten
        (6, 5, 100, False),
        (16, 4, 100, True),  # from twenty on, eight of ten
        (15, 5, 100, False),
        (12, 7, 100, True),
        (2, 0, 79, True),  # in a short text two
        (2, 0, 80, False),
        (0, 5, 100, False),
        (0, 0, 100, False),
    ],
)
def test_how_many_glosses_are_damage(usual: int, others: int, han: int, is_damaged: bool) -> None:
    assert damaged(USUAL * usual, OTHER * others, han=han) is is_damaged


@pytest.mark.parametrize(("han", "is_damaged"), [(125, True), (126, False)])
def test_where_sounds_are_spoken_of_five_times_as_many_are_asked(
    han: int, is_damaged: bool
) -> None:
    assert damaged("讀音", USUAL * 5, han=han) is is_damaged


@pytest.mark.parametrize(("running", "is_damaged"), [(3, True), (2, False)])
def test_half_of_the_glosses_stand_in_running_text(running: int, is_damaged: bool) -> None:
    head = "農(nóng)、口\n"
    assert damaged(head * (5 - running), "口", USUAL * running, han=100) is is_damaged


@pytest.mark.parametrize(
    ("text", "is_damaged"),
    [
        ("的管(guan)理的部(bu)門", False),  # without tones three
        ("的管(guan)理的部(bu)門的人(ren)們", True),
        ("的調(diào)查", False),  # one, with two readings
        ("的電(diàn)話", True),  # one traditional character, one reading, in mid-word
        ("的电(diàn)话", False),
        ("的電(dian)話", False),
        ("電(diàn)話", False),
        ("的電(diàn)、", False),
        ("電(diàn)的、頭(tóu)的", True),  # two, beside text
        ("电(diàn)的、头(tóu)的", False),
        ("電(diàn)、頭(tóu)、", False),
    ],
)
def test_what_is_enough_in_a_short_text(text: str, is_damaged: bool) -> None:
    assert damaged(text) is is_damaged


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
    match = glosses._EATEN.search(text)
    assert match is not None
    assert glosses.is_eaten(text, match) is eaten


@pytest.mark.parametrize(
    ("text", "inside", "running"),
    [
        ("的電(diàn)話", True, True),
        ("3電(diàn)話", True, True),
        ("農(nóng)電(diàn)話", True, True),
        ("的電(diàn) 話", True, True),
        ("電(diàn)話", False, False),
        (" 電(diàn)話", False, False),
        ("、電(diàn)話", False, True),
        ("的電(diàn)、", False, True),
        ("、電(diàn)、", False, False),
    ],
)
def test_where_a_gloss_stands(text: str, inside: bool, running: bool) -> None:
    hit = hits(text)[-1]
    assert (hit.inside, hit.running) == (inside, running)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("電(diàn)話", [(1, 7)]),
        ("電 (diàn)話", [(1, 8)]),
        ("電(diàn)(diàn)話", [(1, 13)]),  # written twice
        ("電(diàn)(huà)話", [(1, 7)]),
        ("電(huà)話", []),
        ("a(diàn)話", []),
        ("(diàn)話", []),
    ],
)
def test_the_span_of_a_gloss(text: str, spans: list[tuple[int, int]]) -> None:
    assert [(hit.start, hit.end) for hit in hits(text)] == spans


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
