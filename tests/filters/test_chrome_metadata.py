from __future__ import annotations

import pytest

import cleaner
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.metadata import FIELDS, extract

CUES = load()
BODY = "周末的早晨，小镇的石板路上摆开了三十多个书摊，卖书的人从邻近几个县赶来，买书的人更多。"


def metadata(*page: str) -> dict[str, str]:
    lines = [judge(line, CUES) for line in page]
    decision = decide(lines)
    return extract(page, lines, decision.reasons, decision.title, CUES)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("来源：青山日报", {"source": "青山日报"}),
        ("来源 | 青山日报客户端、县文化馆", {"source": "青山日报客户端、县文化馆"}),
        ("文章来源：青山日报 责任编辑：高远", {"source": "青山日报", "editor": "高远"}),
        ("来源：New York Times 作者：白小雨", {"source": "New York Times", "author": "白小雨"}),
        ("作者：白小雨", {"author": "白小雨"}),
        ("作者：白小雨 图：何平", {"author": "白小雨"}),
        ("文/白小雨", {"author": "白小雨"}),
        ("本报记者白小雨／青山报道", {"author": "白小雨"}),
        ("编辑丨 高 远", {"editor": "高 远"}),
        ("【责任编辑：高远】", {"editor": "高远"}),
        (
            "2022-08-14 07:23:00 来源：青山发布",
            {"source": "青山发布", "published": "2022-08-14T07:23:00"},
        ),
        ("发布日期：2021-10-22 16:30 浏览次数：846", {"published": "2021-10-22T16:30:00"}),
        (
            "2022年08月14日07:23青山日报我要评论(0)",
            {"source": "青山日报", "published": "2022-08-14T07:23:00"},
        ),
        ("来源：( 青山在线 )", {"source": "青山在线"}),
        ("作者：实习记者 白小雨", {"author": "白小雨"}),
        ("作者：佚名 来源：资料图", {}),
        ("图源：白小雨", {}),
        (
            "楼主：白小雨 时间：2022-08-14 07:23 点击：21",
            {"author": "白小雨", "published": "2022-08-14T07:23:00"},
        ),
        ("注册：2006-7-1", {}),
        ("青山晚报 记者 白小雨 通讯员 高远", {"author": "白小雨"}),
        ("作者 白小雨 高远 2022-08-14", {"author": "白小雨", "published": "2022-08-14"}),
    ],
)
def test_lines_below_the_title(line: str, expected: dict[str, str]) -> None:
    found = metadata("登录", "旧书集市", line, BODY, "分享到：微博", "相关新闻", "短讯")
    found.pop("title", None)
    assert found == expected


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("版权所有 青山新闻网 未经授权不得转载", "青山新闻网"),
        ("Copyright © 2010-2020 青山书屋 All Rights Reserved.", "青山书屋"),
        ("© 2018 青山书屋", "青山书屋"),
        ("青山书屋 版权所有 不得转载", "青山书屋"),
        ("青山公司 版权所有", "青山"),
        ("Copyright © 2012 版权所有 某ICP备11025100号", None),
        ("版权所有 不得转载", None),
        ("版权所有", None),
        ("Copyright 2020 example.org", None),
    ],
)
def test_site(line: str, site: str | None) -> None:
    assert metadata("登录", "旧书集市", BODY, "分享到：微博", line).get("site") == site


@pytest.mark.parametrize(
    ("line", "when"),
    [("发布日期：113-04-18", "2024-04-18"), ("发布日期：113-13-18", None), ("113-04-18", None)],
)
def test_a_date_of_taiwan_needs_its_label(line: str, when: str | None) -> None:
    page = ("首页", "登录", "图书馆延长开放", line, BODY, "版权所有")
    assert metadata(*page).get("published") == when


def test_title_and_order_of_fields() -> None:
    found = metadata(
        "登录", "旧书集市", "2022-08-14 07:23 来源：青山日报", BODY, "编辑：高远", "版权所有"
    )
    assert found["title"] == "旧书集市"
    assert list(found) == [field for field in FIELDS if field in found]


def test_the_first_line_counts() -> None:
    found = metadata("登录", "旧书集市", "来源：甲报", BODY, "来源：乙报", "版权所有")
    assert found["source"] == "甲报"


def test_what_is_nearer_to_the_title_counts() -> None:
    above = "2022年8月20日 星期六", "登录", "首页", "新闻", "社会", "财经", "体育"
    found = metadata(*above, "旧书集市", "2022-08-14 07:23", BODY, "版权所有")
    assert found["published"] == "2022-08-14T07:23:00"


def test_the_first_post_counts() -> None:
    posts = "发表于 2022-08-14 07:23", BODY, "发表于 2022-08-15 08:00", BODY
    found = metadata("论坛首页", "登录", "旧书集市", *posts, "分享到：微博")
    assert found["published"] == "2022-08-14T07:23:00"


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("本报讯（记者 白小雨）", {"author": "白小雨"}),
        ("〔记者白小雨／青山报导〕", {"author": "白小雨"}),
        ("（中央社记者白小雨青山12日电）", {"source": "中央社"}),
        ("（记者们都来了）", {}),
    ],
)
def test_the_lead_of_a_report(lead: str, expected: dict[str, str]) -> None:
    found = metadata("登录", "旧书集市", "2022-08-14 07:23", lead + BODY, BODY, "版权所有")
    assert {field: found[field] for field in ("author", "source") if field in found} == expected


def test_the_editor_at_the_end_of_the_last_paragraph() -> None:
    page = "登录", "旧书集市", "2022-08-14 07:23", BODY, BODY + "（责任编辑：高远）", "版权所有"
    assert metadata(*page)["editor"] == "高远"


def test_the_label_of_a_title_goes() -> None:
    found = metadata("登录", "标题：旧书集市重新开张", "2022-08-14 07:23", BODY, "版权所有")
    assert found["title"] == "旧书集市重新开张"


def test_speech_is_no_metadata() -> None:
    found = metadata("登录", BODY, "作者：这本书是我十年前写的。", BODY, "分享到：微博", "版权所有")
    assert "author" not in found


TITLE = "旧书集市搬进了老粮仓"


def of(*page: str, title: int | None = 0, gone: set[int] | None = None) -> dict[str, str]:
    """Return the fields but the title, where the lines ``gone`` have gone for what they are."""
    lines = [judge(line, CUES) for line in page]
    reasons = [
        (line.reason or "navigation") if index in (gone or ()) else ""
        for index, line in enumerate(lines)
    ]
    found = extract(page, lines, reasons, title, CUES)
    assert found.pop("title", None) == (None if title is None else page[title])
    return found


WHITE, GREEN = "作者：白小雨", "作者：何平"
OTHERS = tuple(f"第{number}行说别的话" for number in "一二三四五六七八九十")


def test_of_two_names_the_nearer_to_the_title_counts() -> None:
    assert of(TITLE, WHITE, GREEN, BODY, gone={1, 2})["author"] == "白小雨"
    assert of(TITLE, *OTHERS, GREEN, WHITE, BODY, gone={11, 12})["author"] == "何平"
    # A line above counts like one that is four lines further below.
    assert of(GREEN, TITLE, WHITE, BODY, title=1, gone={0, 2})["author"] == "白小雨"
    assert of(GREEN, TITLE, *OTHERS[:3], WHITE, BODY, title=1, gone={0, 5})["author"] == "白小雨"
    assert of(GREEN, TITLE, *OTHERS[:5], WHITE, BODY, title=1, gone={0, 7})["author"] == "何平"
    # One that is far above counts less than any below.
    far = (GREEN, *OTHERS, TITLE, *OTHERS, WHITE, BODY)
    assert of(*far, title=11, gone={0, 22})["author"] == "白小雨"


@pytest.mark.parametrize(("between", "near"), [(4, True), (5, False)])
def test_a_button_with_a_date_stands_near_the_title(between: int, near: bool) -> None:
    share = "分享到：2022-08-14 07:23"
    when = {"published": "2022-08-14T07:23:00"} if near else {}
    below = (TITLE, *OTHERS[:between], share, *OTHERS, BODY)
    assert of(*below, gone={between + 1}) == when
    assert of(share, *OTHERS[:between], TITLE, BODY, title=between + 1, gone={0}) == when
    end = (TITLE, *OTHERS, BODY, *OTHERS[:between], share)
    assert of(*end, gone={*range(12, len(end))}) == when
    blank = (TITLE, "", *OTHERS[:between], "", share, *OTHERS, BODY)
    assert of(*blank, gone={between + 3}) == when, "blank lines aside"


def test_without_a_title_the_first_line_that_stays_counts() -> None:
    assert of(WHITE, TITLE, BODY, title=None, gone={0}) == {"author": "白小雨"}
    assert of(TITLE, BODY, WHITE, title=None, gone={2}) == {"author": "白小雨"}
    assert of(WHITE, title=None, gone={0}) == {}, "of a page without a text nothing"


@pytest.mark.parametrize(
    ("trail", "site"),
    [
        ("青山新闻网 > 本地 > 正文", "青山新闻网"),
        ("当前位置：青山论坛首页 > 本地", "青山论坛"),
        ("您的位置是：青山在线 » 本地", "青山在线"),
        ("青山新闻网", None),
        ("青山 > 本地", None),
        ("首页 > 青山新闻网", None),
    ],
)
def test_the_site_that_a_trail_begins_with(trail: str, site: str | None) -> None:
    assert of(trail, TITLE, BODY, title=1, gone={0}) == ({"site": site} if site else {})


@pytest.mark.parametrize(
    ("value", "author"),
    [
        ("龙 凤", "龙 凤"),
        ("白小雨 何平", "白小雨"),
        ("John Smith 译", "John Smith"),
        ("白", None),
        ("某" * 40, "某" * 40),
        ("某" * 41, None),
        ("(白小雨)", "白小雨"),
        ("白小雨2021-03", "白小雨"),
        ("白小雨 图/何平", "白小雨"),
        ("白小雨https://a.cn", "白小雨"),
        ("本报记者", None),
        ("未知", None),
        ("特约撰稿人 白小雨", "白小雨"),
    ],
)
def test_where_a_name_ends(value: str, author: str | None) -> None:
    assert of(TITLE, f"作者：{value}", BODY, gone={1}) == ({"author": author} if author else {})


def test_a_line_that_is_too_long_is_no_date_line() -> None:
    for length, found in ((80, True), (81, False)):
        line = f"{WHITE} 来源：青山日报 "
        line += "某" * (length - len("".join(line.split())))
        assert ("author" in of(TITLE, line, BODY, gone={1})) is found


def test_since_when_somebody_is_a_member_is_no_date_of_a_text() -> None:
    assert of(TITLE, "发表时间", "2006-07-01", BODY, gone={1, 2}) == {"published": "2006-07-01"}
    assert of(TITLE, "注册时间", "2006-07-01", BODY, gone={1, 2}) == {}


@pytest.mark.parametrize(("above", "found"), [(2, True), (3, False)])
def test_a_report_begins_in_the_first_lines(above: int, found: bool) -> None:
    lead = f"本报讯（记者 白小雨）{BODY}"
    author = {"author": "白小雨"} if found else {}
    assert of(TITLE, *OTHERS[:above], lead) == author
    assert of(TITLE, "", *OTHERS[:above], "", lead) == author
    assert of(TITLE, OTHERS[9], *OTHERS[:above], lead, gone={1}) == author, "lines that went aside"
    assert of(TITLE, lead, BODY, gone={1}) == {}
    assert of(lead, BODY, title=0) == {}, "a title is none"
    assert of(lead, BODY, title=None) == {"author": "白小雨"}


def test_who_edited_stands_at_the_end_of_the_last_paragraph() -> None:
    signed = f"{BODY}（编辑：高远）"
    assert of(TITLE, BODY, signed) == {"editor": "高远"}
    assert of(TITLE, signed, BODY) == {}
    assert of(TITLE, signed, OTHERS[0]) == {"editor": "高远"}
    assert of(TITLE, signed, BODY, gone={2}) == {"editor": "高远"}
    assert of(TITLE, f"{signed}再说") == {}


def test_a_site_is_no_author_where_the_byline_names_one() -> None:
    body = "<p>每到周六清晨，水库的坝上就会停着七八辆旧车，车主们先从后备箱里拿出编织袋。</p>" * 2
    page = f"""<html><head><title>水库</title><meta name="author" content="澜新闻"></head><body>
    <h1>水库</h1><p>澜新闻记者 陆行舟</p><p>2022-09-18 07:40 来源：澜新闻</p>{body}</body></html>"""
    clean = cleaner.Cleaner(segment=False)
    assert clean.process(page).metadata["author"] == "陆行舟"
    alone = page.replace("<p>澜新闻记者 陆行舟</p>", "")
    assert clean.process(alone).metadata["author"] == "澜新闻"


def test_the_number_of_an_editor_is_no_part_of_the_name() -> None:
    page = "小镇书店\n2016-10-22 09:12\n"
    page += "书店在镇上唯一的十字路口，门脸三米宽，招牌上的字掉了一个笔画，老板一直没补。\n" * 3
    page += "本文来源：网易新闻 责任编辑：王晓易_NE0011\n热门跟贴\n"
    found = cleaner.Cleaner(segment=False).process(page).metadata
    assert (found["source"], found["editor"]) == ("网易新闻", "王晓易")
