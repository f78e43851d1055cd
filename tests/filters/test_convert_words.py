"""Costs of words: what is no word has none, whatever character it is."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.filters.convert.words import words


def test_a_character_that_stands_for_a_cost_is_no_second_character() -> None:
    """Second characters and costs lie in one string; costs are any characters but Chinese ones."""
    for first in "隆着著后的":
        assert not any(words().cost(first + chr(code)) for code in range(1, 0x3400))


@pytest.mark.parametrize("mark", "{z!\x7f¶")
def test_marks_after_words_of_two_readings(mark: str) -> None:
    """``乾隆{`` was an IndexError: found by the fuzz target ``convert``."""
    assert clean(f"乾隆{mark}餅乾{mark}", only="convert") == f"乾隆{mark}饼干{mark}"
