"""Costs of words: what is no word has none, whatever character it is."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from cleaner import clean
from cleaner.filters.convert.tables import FOLDER
from cleaner.filters.convert.words import Words, block_of, cost_of, words


def test_a_character_that_stands_for_a_cost_is_no_second_character() -> None:
    """Words and costs lie in one string; costs are any characters but Chinese ones and spaces."""
    for first in "隆着著后的":
        assert not any(words().cost(first + chr(code)) for code in range(1, 0x3400))


def test_words_lie_in_the_blocks_of_their_first_characters() -> None:
    blocks = marshal.loads((Path(FOLDER) / "words.bin").read_bytes())  # noqa: S302
    for block, listed in blocks.items():
        for entry in listed.split(" "):  # which no cost may be
            assert len(entry) > 1
            assert block_of(entry) == block
            assert " " < entry[-1] <= chr(words().cost("\ue000") or 0)


@pytest.mark.parametrize("mark", "{z!\x7f¶")
def test_marks_after_words_of_two_readings(mark: str) -> None:
    """``乾隆{`` was an IndexError: found by the fuzz target ``convert``."""
    assert clean(f"乾隆{mark}餅乾{mark}", only="convert") == f"乾隆{mark}饼干{mark}"


@pytest.fixture
def few() -> Words:
    """A few words and what they cost."""
    return Words(
        {
            block_of("甲"): "甲2 甲乙( 甲丁Z 甲乙丙-",
            block_of("乙"): "乙< 乙甲_",
            block_of("丙"): "丙F 丙乙甲丁c 丙丙丙丙丙!",
        }
    )


def test_costs(few: Words) -> None:
    words = ["甲", "丁", "甲乙", "甲丁", "乙甲", "甲丙", "丙甲", "甲乙丙", "甲乙丁"]
    assert [few.cost(word) for word in words] == [50, 170, 40, 90, 95, None, None, 45, None]


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("", 0),
        ("丁丁", 340),
        ("甲乙", 40),
        ("甲乙丙", 45),
        ("甲乙丁甲", 260),
        ("乙甲乙", 100),
        ("丙乙甲丁", 99),
        ("丙丙丙丙丙", 350),  # no word is that long
    ],
)
def test_the_cheapest_way_to_cut(few: Words, text: str, cost: int) -> None:
    assert few.best(text) == cost


@pytest.mark.parametrize(
    ("text", "start", "end", "crossed"),
    [
        ("甲乙丙", 1, 3, True),
        ("丙甲乙丁", 1, 3, False),
        ("甲乙丙", 2, 2, True),
        ("丁甲乙", 0, 2, True),
        ("丙乙甲", 0, 3, False),
        ("丙甲乙丙", 0, 2, True),
    ],
)
def test_words_across_a_border(few: Words, text: str, start: int, end: int, crossed: bool) -> None:
    assert few.crossed(text, start, end) is crossed


def test_what_is_as_cheap_is_no_dearer(few: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.filters.convert.words._MEMORY", 2)
    for _ in range(2):
        asked = [few._cheaper(*pair) for pair in ("甲甲", "甲乙", "乙甲", "丁甲", "甲丁")]
        assert asked == [True, True, False, False, True]
        assert len(few._known) <= 2


@pytest.mark.parametrize(("count", "cost"), [(0, 69), (1, 69), (10, 46), (500, 7), (1000, 0)])
def test_costs_of_counts(count: int, cost: int) -> None:
    assert cost_of(count, 1000) == cost
