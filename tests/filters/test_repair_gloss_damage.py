"""Which glosses are damage: how many, how dense, on what, and where they stand."""

from __future__ import annotations

import pytest

from cleaner.filters.repair import gloss, gloss_damage


def hits(text: str) -> list[gloss.Hit]:
    return [*gloss.hits(text)]


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
    assert gloss_damage._is_dictionary(text, hits(text)) is dictionary


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
    assert gloss_damage._is_heading(text, [hit for hit in found if hit.usual], found) is heading


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
    assert gloss_damage._is_lesson(text, hits(text), han) is lesson


def damaged(*parts: str, han: int = 0) -> bool:
    """Whether the parts, filled up to so many Chinese characters, make a damaged text."""
    text = "".join(parts)
    text += "口" * (han - sum("\u3400" < letter < "\ua000" for letter in text))
    return gloss_damage.is_damaged(text, hits(text))


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
