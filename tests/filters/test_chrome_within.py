"""Chrome within the body: bars, credits, lists of other articles, dates."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome.cues import END, WEAK
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.lines import Line
from tests.filters.chrome_texts import DATED, LAST, LONG, OTHER, PLAIN, SENTENCE, cue


def test_a_date_below_the_title_goes_and_that_of_an_event_stays() -> None:
    cues = load()
    page = [
        "当前位置：首页 > 新闻 > 正文",
        "小镇旧书集市开张",
        "日期：2021-05-16",
        LONG.text,
        "责任编辑：高远",
    ]
    lines = [judge(line, cues) for line in page]
    assert decide(lines).reasons == ["navigation", "", "byline", "", "credits"]
    page.insert(3, "地点：老粮仓")
    assert decide([judge(line, cues) for line in page]).reasons[2:4] == ["", ""]


def test_a_rule_of_stars_below_the_title_and_a_counted_tag_go() -> None:
    cues = load()
    page = [
        "首页 > 新闻 > 正文",
        "小镇旧书集市开张",
        "＊＊＊＊＊＊",
        LONG.text,
        "#旧书",
        "12个",
        "分享到：",
    ]
    reasons = decide([judge(line, cues) for line in page]).reasons
    assert [bool(reason) for reason in reasons] == [True, False, True, False, True, True, True]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (cue("share"), "share"),
        (cue("breadcrumb"), ""),  # below the opening, it may be quoted
        (DATED, "byline"),
        (cue("byline"), ""),
        (cue("related", END), ""),  # a subhead
        (cue("share", WEAK), ""),
        (cue("navigation", WEAK), ""),
    ],
)
def test_cues_within_the_body(line: Line, reason: str) -> None:
    page = [cue("login"), PLAIN, LONG, line, SENTENCE, LONG, cue("app"), cue("app")]
    assert decide(page).reasons[3] == reason


def test_links_under_a_heading_within_the_body_go_up_to_the_next_sentence() -> None:
    heading = cue("app", END)
    page = [cue("login"), PLAIN, LONG, heading, PLAIN, PLAIN, OTHER, PLAIN, LAST, PLAIN, cue("app")]
    assert decide(page).reasons[3:10] == ["app", "app", "app", "", "", "", ""]


def test_weak_buttons_go_beside_what_goes() -> None:
    weak = cue("share", WEAK)
    page = [cue("login"), PLAIN, LONG, weak, cue("share"), weak, OTHER, weak, LAST, cue("app")]
    assert decide(page).reasons[3:9] == ["share", "share", "share", "", "", ""]


def test_the_author_below_the_title_goes() -> None:
    author = cue("byline", WEAK).but(field="author")
    page = [cue("login"), PLAIN, DATED, author, LONG, author, LONG, cue("app")]
    assert decide(page).reasons[2:7] == ["byline", "byline", "", "", ""]


def test_what_an_author_says_of_himself_above_the_button_to_follow_goes() -> None:
    told = "去年冬天，老房子的窗户终于撑不住了，一刮风就呜呜响，这里把踩过的坑写出来，给大家看。"
    page = [
        "首页",
        "登录",
        "老房子换窗户",
        "阿木",
        "室内设计师，喜欢老房子",
        "{}",
        "126人赞同了该文章",
        told,
    ]
    page += ["分享到：", "版权所有"]
    for button, goes in (("关注他", True), ("收藏", False)):
        lines = [judge(line.format(button), load()) for line in page]
        assert bool(decide(lines).reasons[4]) is goes
        assert not decide(lines).reasons[2]


@pytest.mark.parametrize(
    ("text", "below", "goes"),
    [("+9", OTHER, True), ("+9", PLAIN, False), ("+", OTHER, False), ("9", OTHER, False)],
)
def test_how_many_pictures_more(text: str, below: Line, goes: bool) -> None:
    line = Line(text, False, "comments", WEAK)
    page = [cue("navigation"), cue("login"), PLAIN, LONG, line, below, LAST, cue("copyright")]
    assert bool(decide(page).reasons[4]) is goes


def test_a_counter_goes_with_the_source_above_it() -> None:
    page = ("登录", "首页 > 攻略", "水电改造哪些地方不能省？", "来源：匠居装饰", "热度：862")
    text = "水电是隐蔽工程，封上以后再改就要砸墙，下面几处千万不能省。"
    lines = [judge(line, load()) for line in (*page, text, text + "冷热水都用热水管。", "版权所有")]
    reasons = decide(lines).reasons
    assert reasons[2:6] == ["", "byline", "byline", ""]
