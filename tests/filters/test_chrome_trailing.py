"""Headlines of other articles right below a text, with no heading over them."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge

TEXT = (
    "周末的早晨，小镇上摆开了三十多个旧书摊，卖书的人从邻近几个县赶来，买书的人更多。",
    "老粮仓的门也开着，雨天的时候书摊就搬到里面去，一直摆到天黑才收。",
)
OTHERS = (
    "环岛公路新桥下月通车",
    "中学生机器人赛事落幕 两队获奖",
    "港口吞吐量创下新高 船期排到冬天",
)


def dropped(*below: str) -> list[int]:
    """Return which of the lines below a text go."""
    lines = [judge(text, load()) for text in ("小镇旧书摊周末开张", *TEXT, *below)]
    return [at - 3 for at, reason in enumerate(decide(lines).reasons) if reason]


def test_headlines_of_others_go_without_any_cue() -> None:
    assert dropped(*OTHERS) == [0, 1, 2]


def test_what_stands_among_them_goes_along() -> None:
    assert dropped("|", "视频更多", *OTHERS) == [0, 1, 2, 3, 4]


def test_dated_headlines_may_have_a_comma() -> None:
    dated = [f"2025-08-{day}{text}，今年第一次" for day, text in enumerate(OTHERS, 10)]
    assert dropped(*dated) == [0, 1, 2]


def test_numbered_links_with_their_headline_twice_go() -> None:
    links = [
        part
        for number, text in enumerate(OTHERS, 1)
        for part in (f"{number}. {text}", text, f"{number}小时前")
    ]
    assert dropped("1. 更多", *links) == [*range(10)]


def test_one_of_several_may_ask() -> None:
    assert dropped(*OTHERS, "把星空送进山村，带去了什么？") == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "below",
    [
        OTHERS[:2],
        ("获奖的摊位如下：", *OTHERS),
        tuple(f"{number}、{text}" for number, text in enumerate(OTHERS, 1)),
        (*OTHERS[:2], "港口吞吐量创下新高……"),
        tuple(text[:8] for text in OTHERS),
        ("卖书的人从邻近几个县赶来", "小镇上的旧书摊搬到老粮仓里", "买书的人更多的周末早晨"),
        (OTHERS[0], "把星空送进山村，带去了什么", OTHERS[2]),
    ],
    ids=["two", "introduced", "numbered", "going on", "short", "of the text", "verses"],
)
def test_what_a_text_lists_itself_stays(below: tuple[str, ...]) -> None:
    assert dropped(*below) == []
