from __future__ import annotations

import pytest

from cleaner.filters.chrome import trail
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.lines import judge

TEXT = (
    "家里是九六年的房子，水管还是镀锌的，早上放出来的水发黄。",
    "问了两家，一家说走顶，一家说走地，都说对方的做法不行。",
)
FOOT = ("友情链接", "版权所有")


def titles(*page: str) -> list[int]:
    lines = [judge(line, load()) for line in page]
    return trail.titles(lines, len(lines) - 1)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (("首页 > 产品中心 > 电动球阀", "浏览次数：12", "电动球阀", "x"), [2]),
        (("首页 / 关于我们 / 公司简介", "公司简介", "x"), [1]),
        (("首页 > 产品中心 > 电动球阀", "气动蝶阀", "x"), []),
        (("论坛", "›", "生活区", "›", "老房改水管", "返回列表", "老房改水管", "x"), [6]),
        (("论坛", "›", "生活区", "›", "老房改水管", "生活区", "x"), []),
        (("首页 >", "生活区 >", "老房改水管", "老房改水管", "x"), [3]),
        (("更多>>", "老房改水管", "老房改水管", "x"), []),
        (("老房改水管", "老房改水管", "x"), []),
    ],
)
def test_a_breadcrumb_ends_with_the_title(page: tuple[str, ...], found: list[int]) -> None:
    assert titles(*page) == found


def test_a_breadcrumb_further_up_says_nothing() -> None:
    page = ("首页 > 产品 > 电动球阀", *("甲",) * (trail.REACH - 2), "电动球阀", "x")
    assert titles(*page) == [trail.REACH - 1]
    assert titles(page[0], "甲", "乙", *page[1:]) == []


def kept(*page: str) -> list[str]:
    decision = decide([judge(line, load()) for line in page])
    return [line for line, reason in zip(page, decision.reasons, strict=True) if not reason]


def test_the_title_stays_above_the_panel_of_an_author() -> None:
    head = ("登录", "注册", "论坛", "›", "生活区", "›", "求推荐师傅", "返回列表", "发新帖")
    panel = ("老周", "当前离线", "积分", "365", "主题", "4", "收听TA", "发消息")
    page = (*head, "求推荐师傅", *panel, "发表于 2014-5-11 21:07:33", *TEXT, *FOOT)
    assert kept(*page) == ["求推荐师傅", *TEXT]


def test_the_name_of_a_section_is_a_title_above_a_paragraph() -> None:
    head = ("首页", "登录", "关于我们", "新闻中心", "首页 / 关于我们 / 公司简介", "公司简介")
    assert kept(*head, *TEXT, *FOOT) == ["公司简介", *TEXT]


def test_a_longer_title_below_the_name_of_a_section_is_the_title() -> None:
    head = ("首页", "登录", "首页", ">", "国内新闻", "国内新闻")
    page = (*head, "2022-03-21 11:42", "老房子的水管该怎么改", *TEXT, *FOOT)
    assert kept(*page)[0] == "老房子的水管该怎么改"
