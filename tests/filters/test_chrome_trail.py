from __future__ import annotations

import pytest

from cleaner.filters.chrome import headline, trail
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge

TEXT = (
    "家里是九六年的房子，水管还是镀锌的，早上放出来的水发黄。",
    "问了两家，一家说走顶，一家说走地，都说对方的做法不行。",
)
FOOT = ("友情链接", "版权所有")


def named(*page: str) -> tuple[int | None, int | None, bool, int | None]:
    lines = [judge(line, load()) for line in page]
    return trail.named(lines, len(lines) - 1)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (("首页 > 产品中心 > 电动球阀", "浏览次数：12", "电动球阀", "x"), 2),
        (("首页 / 关于我们 / 公司简介", "公司简介", "x"), 1),
        (("首页 > 产品中心 > 电动球阀", "气动蝶阀", "x"), None),
        (("论坛", "›", "生活区", "›", "老房改水管", "返回列表", "老房改水管", "x"), 6),
        (("论坛", "›", "生活区", "›", "老房改水管", "生活区", "x"), None),
        (("首页 >", "生活区 >", "老房改水管", "老房改水管", "x"), 3),
        (("首页", "-->", "菊科", "-->", "野菊", "野菊", "x"), 5),
        (("首页", "›", "生活区", "›", "老房改水管", "老房改水管"), 5),
        (("0:00", "/", "0:00", "0:00", "x"), None),
        (("更多>>", "老房改水管", "老房改水管", "x"), None),
        (("老房改水管", "老房改水管", "x"), None),
    ],
)
def test_a_breadcrumb_ends_with_the_title(page: tuple[str, ...], found: int | None) -> None:
    assert named(*page)[0] == found


def test_a_breadcrumb_further_up_says_nothing() -> None:
    page = ("首页 > 产品 > 电动球阀", *("甲",) * (trail.REACH - 2), "电动球阀", "x")
    assert named(*page)[0] == trail.REACH - 1
    assert named(page[0], "甲", "乙", *page[1:])[0] is None


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


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("石城四天三晚的慢时光", 1),
        ("石城", None),
        ("登录后发表评论", None),
        ("所有的路都通到石城。", None),
        ("您现在看到的是第一页：", None),
    ],
)
def test_the_line_below_a_breadcrumb(below: str, found: int | None) -> None:
    assert named("首页 > 游记 > 石城", below, "x")[1] == found


def test_without_a_better_title_the_line_below_the_breadcrumb_is_it() -> None:
    head = ("首页", "登录", "注册", "甘肃", ">", "石城", "四天三晚的慢时光", "0", "收藏", "分享")
    panel = ("青青", "LV.21", "关注", "2019-09-20 21:10", "3.2万/118", "打开客户端")
    assert kept(*head, *panel, *TEXT, *FOOT) == ["四天三晚的慢时光", *TEXT]


def test_a_title_below_the_line_under_the_breadcrumb_is_the_title() -> None:
    head = ("首页", "登录", "首页 > 新闻 > 正文", "热点专题今日推荐阅读", "老房子的水管该怎么改")
    page = (*head, "2010年03月12日05:40 山城晨报", *TEXT, *FOOT)
    assert kept(*page)[-len(TEXT) - 1 :] == ["老房子的水管该怎么改", *TEXT]


def test_between_breadcrumb_and_date_stands_the_title_whatever_links_follow() -> None:
    head = ("首页", "登录", "首页 > 心得体会 > 正文", "我的一点心得体会")
    page = (
        *head,
        "时间：2022-06-11 08:32",
        "相关推荐",
        "早上放出来的水发黄",
        "分享到：",
        *TEXT,
        *FOOT,
    )
    assert kept(*page)[0] == "我的一点心得体会"


def test_a_line_that_says_more_of_the_last_name_is_the_title() -> None:
    assert named("首页 / 产品 / 检测仪", "SH-500型检测仪", "x")[:3] == (None, 1, True)
    assert named("首页 / 产品 / 检测仪", "SH-500型测量计", "x")[:3] == (None, 1, False)


def test_a_short_line_that_says_more_of_the_last_name_is_the_title() -> None:
    assert named("首页 > 专利 > 去青机", "竹片去青机", "x")[1] == 1
    assert named("首页 > 专利 > 去青机", "竹片分丝", "x")[1] is None


@pytest.mark.parametrize(("end", "title"), [("老房改水管走顶还是走地", True), ("生活区", False)])
def test_a_breadcrumb_has_the_title_that_stands_nowhere_else(end: str, title: bool) -> None:
    page = ("论坛", "›", "首页", "›", end, "返回列表", "查看: 806", "回复: 3", "石头滚下山")
    dated = ("发表于 2016-10-08 12:31:09", "只看该作者", *TEXT, "举报", *FOOT)
    assert (kept(*page, *dated)[0] == end) is title
    assert "石头滚下山" not in kept(*page, *dated) or not title


@pytest.mark.parametrize(("title", "stays"), [("补网", True), ("灯塔", False)])
def test_a_title_right_below_its_breadcrumb_may_be_shorter_than_the_name_below(
    title: str, stays: bool
) -> None:
    page = (
        "岛屿诗库",
        "首页",
        "诗人",
        "登录",
        "诗人 / 温秋白 / 补网",
        title,
        "温秋白的诗",
        "2008-04-17",
    )
    assert (title in kept(*page, "引用(0)", *TEXT, "举报", *FOOT)) is stays


def test_names_between_slashes_below_a_breadcrumb_are_a_value() -> None:
    page = ("首页 > 信息公告 > 中标公告", "县医院采购项目中标公告", "货物/专用设备/医疗设备")
    assert named(*page, "县医院采购办公室", "x")[1] == 1


@pytest.mark.parametrize(("end", "better"), [("。", False), ("", True)])
def test_a_sentence_is_no_better_title_than_the_line_below_the_breadcrumb(
    end: str, better: bool
) -> None:
    page = (
        "首页 > 内科 > 消化科",
        "老是打嗝，胃里泛酸水，吃什么药好",
        "最近总打嗝，没有检查" + end,
    )
    lines = [judge(line, load()) for line in (*page, "医生回复", "考虑反流，建议做胃镜。")]
    assert headline._trailed(lines, 2, 4, "") == (None if better else 1)


def test_a_button_between_breadcrumb_and_title() -> None:
    page = ("首页 > 产品中心 > 真空泵", "二维码", "2BV系列水环式真空泵", "x")
    assert named(*page) == (None, 2, True, None)


def test_the_body_begins_with_the_title_right_below_a_breadcrumb() -> None:
    lines = [judge(line, load()) for line in ("首页 > 散文 > 商品介绍", "山城裁缝手记", "x")]
    assert trail.named(lines, 1)[1] == 1
    assert trail.named(lines, 2)[1] is None, "a shorter one is a button as often"
