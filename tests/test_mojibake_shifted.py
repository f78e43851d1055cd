"""Pairs of GBK that are off by one byte, and question marks that are none of that."""

from __future__ import annotations

import pytest

from cleaner.mojibake.effort import MOST_ASKED, MOST_MARKED, Effort
from cleaner.mojibake.plan import carry_out
from cleaner.mojibake.shifted import spans
from cleaner.mojibake.undo import undo_mojibake


def shifted(text: str, at: int) -> str:
    """Return ``text`` as it is read when the first byte of the character ``at`` is a "?"."""
    data = text[at:].encode("gbk")
    return text[:at] + "?" + data[1:].decode("gbk", "replace").replace("\ufffd", "?")


@pytest.mark.parametrize(
    ("text", "at", "damaged"),
    [
        ("把书放在桌上，而不是地上", 4, "?郎希?而"),
        ("新的发展计划的重点", 4, "?苹?的"),
        ("需要的時候再說", 3, "?r候"),
        ("我們要努力學習", 5, "?W習"),
    ],
)
def test_shifts_of_any_length_are_undone(text: str, at: int, damaged: str) -> None:
    line = shifted(text, at)
    assert damaged in line
    found, plan = undo_mojibake(line)
    assert found == text
    assert plan.replay(line) == text
    assert plan.filled <= 2


@pytest.mark.parametrize(
    "line",
    [
        "你是谁?我是他的朋友?不可能!",
        "真?假?谁知道呢",
        "好?坏?好?坏?好",
        "对?不对?还是都对?",
        "为什么是A股?B股不行吗",
        "周末去哪?K歌怎么样",
        "好不好??当然好",
        "价格是多少?c",
        "他说的是什么意思呢?那么多人都听懂了?我没有听懂",
        "包?有?破?",
    ],
)
def test_questions_stay(line: str) -> None:
    assert undo_mojibake(line)[0] == line
    assert not list(spans(line, Effort()))


def test_text_beside_a_shift_stays() -> None:
    line = shifted("新的发展计划的重点", 4) + "和方向，真的?我不信。"
    repaired = carry_out(line, tuple(spans(line, Effort())))
    assert repaired == "新的发展计划的重点和方向，真的?我不信。"


def test_a_page_of_questions_is_given_up() -> None:
    effort = Effort()
    line = shifted("新的发展计划的重点", 4)
    assert list(spans(line, effort))
    for _ in range(MOST_ASKED + 1):
        effort.answer(False)
    assert not list(spans(line, effort))


def test_a_page_of_lost_bytes_that_nothing_tells_is_given_up() -> None:
    effort = Effort()
    line = plain("总理朱镕基昨天会见了外宾。")
    effort.answer(False)
    assert list(spans(line, effort))
    for _ in range(MOST_MARKED + 1):
        effort.answer(False, marked=True)
    assert not list(spans(line, effort))
    assert list(spans(shifted("新的发展计划的重点", 4), effort))


def plain(text: str) -> str:
    """Return ``text``, written in GBK, as the decoder of GB 2312 reads it."""
    return text.encode("gbk").decode("gb2312", "replace")


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        ("总理朱镕基昨天会见了外宾。", "朱\ufffdF基"),
        ("歌手陶喆，将在上海开唱", "陶\ufffd矗\ufffd将"),
        ("这部电影囧得不行", "影\ufffd宓貌恍\ufffd"),
        ("王昇、刘珺参加会议", "王\ufffdN、刘\ufffdB参"),
        ("她叫祎晨，他叫晔", "叫\ufffdt晨"),
        ("稳定基金――欧洲的安排", "金\ufffdD\ufffdD欧"),
        ("客戶端的說明", "客\ufffd舳说恼f明"),
        ("通行證登入之後", "行\ufffdC登"),
    ],
)
def test_what_gb2312_has_not_comes_back(text: str, damaged: str) -> None:
    assert damaged in plain(text)
    found, plan = undo_mojibake(plain(text))
    assert plan.replay(plain(text)) == found
    assert found == text


@pytest.mark.parametrize(
    "text",
    [
        "买了\ufffdA股和\ufffdT恤",
        "\ufffd\ufffd\ufffd\ufffd丢了",
        "好\ufffd\ufffd的",
        "表情\ufffd，没了",
        "he said \ufffdHello\ufffd there",
    ],
)
def test_other_lost_characters_stay(text: str) -> None:
    assert undo_mojibake(text)[0] == text
