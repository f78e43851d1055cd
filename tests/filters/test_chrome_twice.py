from __future__ import annotations

import pytest

from cleaner.filters.chrome import twice
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.lines import judge

CUES = load()
FIRST = "周末的早晨，小镇的石板路上摆开了三十多个书摊，卖书的人从邻近几个县赶来，买书的人更多。"
SECOND = "集市的发起人是两位开书店的年轻人，最初只有一张桌子，摆的是他们自己读过的小说。"
THIRD = "如今，集市每月一次，镇上还腾出老粮仓作雨天的场地，卖旧唱片和旧相机的人也来了。"


def copied(*page: str) -> list[str]:
    lines = [judge(line, CUES) for line in page]
    return [page[index] for index in twice.again(lines, range(len(lines)))]


def test_the_second_copy_goes_with_its_subheads_but_not_what_is_new() -> None:
    page = ("从一张桌子开始", FIRST, SECOND, "从一张桌子开始", FIRST, SECOND, THIRD)
    assert copied(*page) == ["从一张桌子开始", FIRST, SECOND]


def test_a_summary_and_a_quotation_stay() -> None:
    assert not copied(FIRST, FIRST, SECOND, THIRD)
    assert not copied(FIRST, SECOND, THIRD, THIRD[:-1] + "！", FIRST, SECOND[:-1] + "！")
    assert not copied(FIRST, SECOND, *(f"{i}{THIRD}" for i in range(3)), FIRST, SECOND)


def test_sayings_stay() -> None:
    assert not copied(*("我不知道。", "谁知道呢？") * 9)


def test_the_title_with_a_site_behind_it_goes_and_alone_stays() -> None:
    page = (
        "小镇旧书集市周末开张",
        "小镇旧书集市周末开张 / 青山新闻",
        FIRST,
        "小镇旧书集市周末开张",
    )
    lines = [judge(line, CUES) for line in page]
    assert twice.titles(lines, range(len(lines)), 0) == [1]
    assert not twice.titles(lines, range(len(lines)), 1)
    short = [judge(line, CUES) for line in ("旧书集市", "旧书集市/青山新闻", FIRST)]
    assert not twice.titles(short, range(len(short)), 0)
    long = [judge(line, CUES) for line in (page[0], page[0] + "——" + "摊主" * 9, FIRST)]
    assert not twice.titles(long, range(len(long)), 0)


@pytest.mark.parametrize(
    ("alt", "times", "gone"),
    [
        ("小镇旧书集市周末开张", 2, True),
        ("小镇旧书集市周末开张", 1, False),  # a subhead
        ("小镇旧书集市周末", 2, False),  # too short
        ("山里旧书集市周末开张", 2, False),
    ],
)
def test_a_title_that_comes_back_stands_below_photos(alt: str, times: int, gone: bool) -> None:
    page = ["小镇旧书集市周末开张", FIRST, *[alt] * times, SECOND]
    lines = [judge(line, CUES) for line in page]
    found = twice.titles(lines, range(len(lines)), 0)
    assert found == (list(range(2, 2 + times)) if gone else [])
