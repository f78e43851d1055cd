"""How likely text is, in nats: the less it costs, the more it reads like Chinese."""

from __future__ import annotations

import pytest

from cleaner.filters.repair.words import (
    UNKNOWN,
    joining_gain,
    simplified,
    simplified_gain,
    words_cost,
)


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("", 0.0),
        ("，", 3.0),
        ("。", 4.5),
        ("、", 5.5),
        ("\n", 5.5),
        ("《", 7.0),
        ("【", 9.0),
        ("7", 4.5),
        (" ", 5.0),
        ("a", 8.0),
        ("€", 12.0),
        ("\u3402", UNKNOWN),
        ("7a7", 17.0),
        # No pause follows a pause, an opening mark or a word that goes on.
        ("。，", 13.5),
        ("《，", 16.0),
        ("」，", 10.0),
        ("7，", 7.5),
        # No line ends with a mark within a sentence.
        ("，\n", 14.5),
        ("。\n", 10.0),
        ("《\n", 18.5),
        # What is spoken ends with a full stop and a quotation mark.
        ("。”", 7.0),
        ("，”", 8.5),
        ("！」", 9.5),
    ],
)
def test_costs_of_marks(text: str, cost: float) -> None:
    assert words_cost(text) == pytest.approx(cost)


@pytest.mark.parametrize("mark", "，。、：；！？")
def test_a_pause_behind_a_word_that_goes_on(mark: str) -> None:
    alone = words_cost("好") + words_cost(mark)
    assert words_cost(f"好{mark}") == pytest.approx(alone)
    assert words_cost(f"很{mark}") == pytest.approx(words_cost("很") + words_cost(mark) + 6)


@pytest.mark.parametrize("word", ["中国", "图书馆", "马克思主义者"])
def test_a_word_costs_less_than_its_characters(word: str) -> None:
    assert words_cost(word) < sum(map(words_cost, word)) - 5
    assert words_cost(f"，{word}") == pytest.approx(words_cost("，") + words_cost(word))
    assert words_cost(word * 2) <= 2 * words_cost(word) + 1e-9


def test_words_are_looked_up_in_simplified_characters() -> None:
    assert simplified("圖書館") == "图书馆"
    assert words_cost("圖書館") == words_cost("图书馆")
    assert joining_gain("圖書", "館") == joining_gain("图书", "馆") == simplified_gain("图书", "馆")
    assert simplified_gain("圖書", "館") < joining_gain("圖書", "館")


@pytest.mark.parametrize(
    ("left", "right", "across"),
    [
        ("图书", "馆", True),
        ("图", "书馆", True),
        ("我们去图书", "馆看书", True),
        ("马克思", "主义者", True),
        ("马", "克思主义者", True),
        ("我喜欢你", "你也喜欢我", False),
        ("今天", "图书馆", False),
        ("图书馆", "今天", False),
        ("", "图书馆", False),
        ("图书馆", "", False),
        ("图书，", "馆", False),
        ("a", "b", False),
    ],
)
def test_a_word_across_a_border(left: str, right: str, across: bool) -> None:
    assert (joining_gain(left, right) > 1) is across
    assert across or joining_gain(left, right) == 0.0


def test_the_gain_is_what_both_sides_cost_more_alone() -> None:
    for left, right in (("图书", "馆"), ("我们去图书", "馆看书"), ("马克思", "主义者")):
        gain = words_cost(left) + words_cost(right) - words_cost(left + right)
        assert joining_gain(left, right) == pytest.approx(gain)


def test_a_particle_ends_a_clause() -> None:
    assert words_cost("有没有天理啊！还有") < words_cost("有没有天理小！还有")
    assert words_cost("你知道吗？我") < words_cost("你知道吗我？")
