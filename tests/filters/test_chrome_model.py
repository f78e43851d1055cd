"""The learnt weights: that the tables can be read, that sums are right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.dictionaries import rows
from cleaner.errors import DictionaryError
from cleaner.filters.chrome.doubt import FEATURES
from cleaner.filters.chrome.model import GRAMS, RULES, Model, grams, load

MODEL = load()


def test_the_tables_are_small_and_of_whole_numbers() -> None:
    assert 1000 < len(rows(GRAMS, 2)) <= 4000
    assert 100 < len(rows(RULES, 2)) <= 1000
    assert all(0 < len(text) <= 3 and int(weight) for text, weight in rows(GRAMS, 2))


def test_sequences_of_a_line() -> None:
    assert grams("第9") == {"^", "第", "0", "$", "^第", "第0", "0$", "^第0", "第0$"}


def test_a_line_weighs_the_sum_over_the_root_of_the_number() -> None:
    model = Model({"插": 30, "签$": 30, "书": -4, "入书": 4}, (0, []))
    assert model.score("插入书签") == 30  # 60 / 2
    assert model.score("天") == 0


def test_chrome_weighs_more_than_text() -> None:
    chrome = ("点击查看更多", "关注我们的公众号", "粉丝专页", "返回列表")
    text = ("春风吹过小镇", "老人与狗", "第二天清晨", "一碗热汤")
    assert min(map(MODEL.score, chrome)) > max(map(MODEL.score, text))


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=20))
def test_width_and_digits_do_not_count(text: str) -> None:
    wide = "".join(chr(ord(character) + 0xFEE0) for character in text)
    assert MODEL.score(wide) == MODEL.score(text)
    assert MODEL.score(text.replace("7", "3")) == MODEL.score(text)


def test_rules_hold_or_not() -> None:
    rules: Any = (1, [(0, 5, (10, []), (20, [(1, 0, (100, []), (200, []))]))])
    weigh = Model({}, rules).weigh
    assert (weigh((4, 0)), weigh((5, -1)), weigh((5, 0))) == (11, 121, 221)


@given(st.lists(st.integers(-100, 120), min_size=len(FEATURES), max_size=len(FEATURES)))
def test_the_tree_of_the_rules_sums_the_table(values: list[int]) -> None:
    total = 0
    for text, weight in rows(RULES, 2):
        for condition in text.split():
            sign = ">=" if ">=" in condition else "<"
            name, value = condition.split(sign)
            if (values[FEATURES.index(name)] >= int(value)) != (sign == ">="):
                break
        else:
            total += int(weight)
    assert MODEL.weigh(values) == total


@pytest.mark.parametrize(
    ("name", "row"), [(GRAMS, "书签\tx"), (RULES, "width>=3\t5"), (RULES, "own>=x\t5")]
)
def test_a_users_table_that_is_wrong(tmp_path: Path, name: str, row: str) -> None:
    (tmp_path / "chrome").mkdir()
    (tmp_path / name).write_text(row + "\n", "utf-8")
    with pytest.raises(DictionaryError, match=name):
        load((str(tmp_path),))


def test_a_users_weight_counts(tmp_path: Path) -> None:
    (tmp_path / "chrome").mkdir()
    (tmp_path / GRAMS).write_text("^\t5000\n", "utf-8")
    assert load((str(tmp_path),)).score("老人与狗") > MODEL.score("老人与狗") + 100
