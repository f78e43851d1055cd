from __future__ import annotations

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.lines import judge
from cleaner.filters.chrome.metadata import FIELDS, _is_date, extract, published

CUES = load()
BODY = "周末的早晨，小镇的石板路上摆开了三十多个书摊，卖书的人从邻近几个县赶来，买书的人更多。"


def metadata(*page: str) -> dict[str, str]:
    lines = [judge(line, CUES) for line in page]
    decision = decide(lines)
    return extract(page, lines, decision.reasons, decision.title, CUES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-08-14 07:23:00", "2022-08-14T07:23:00"),
        ("2022-08-14T07:23:00+08:00", "2022-08-14T07:23:00+08:00"),
        ("2022-08-14T07:23:00+0800", "2022-08-14T07:23:00+08:00"),
        ("2022-08-14T07:23:00Z", "2022-08-14T07:23:00+00:00"),
        ("2022-08-14 07:23 (GMT+8)", "2022-08-14T07:23:00"),
        ("2022-08-14 07:23(GMT+8)", "2022-08-14T07:23:00+08:00"),
        ("2022年8月14日 07:23", "2022-08-14T07:23:00"),
        ("2022年08月14日07:23", "2022-08-14T07:23:00"),
        ("2022年8月14日 星期日 7:05", "2022-08-14T07:05:00"),
        ("2022年8月14日 下午3:05", "2022-08-14T15:05:00"),
        ("2022年8月14日 上午12:05", "2022-08-14T00:05:00"),
        ("2011/12/9", "2011-12-09"),
        ("2011/12/9 18:02", "2011-12-09T18:02:00"),
        ("2012.01.17 03:32 am", "2012-01-17T03:32:00"),
        ("2012.01.12 06:45pm", "2012-01-12T18:45:00"),
        ("14.12.2011 19:00", "2011-12-14T19:00:00"),
        ("周三 9月 12, 2018 9:04 pm", "2018-09-12T21:04:00"),
        ("Sept. 3rd, 2019", "2019-09-03"),
        ("民国111年8月14日", "2022-08-14"),
        ("民国26年7月7日", ""),
        ("发布日期：2021-10-22 16:30 来源：某某", "2021-10-22T16:30:00"),
        ("2022-02-30", ""),
        ("8月14日", ""),
        ("", ""),
    ],
)
def test_published(text: str, expected: str) -> None:
    assert published(text) == expected


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


def test_speech_is_no_metadata() -> None:
    found = metadata("登录", BODY, "作者：这本书是我十年前写的。", BODY, "分享到：微博", "版权所有")
    assert "author" not in found


@given(
    st.text(alphabet=st.characters() | st.sampled_from("0123456789-/年月日: +gmtz"), max_size=60)
)
def test_published_never_fails(text: str) -> None:
    assert published(text) == "" or published(text)[:2] in ("19", "20")


@pytest.mark.parametrize("month", range(14))
@pytest.mark.parametrize("year", [1900, 2000, 2020, 2021, 2100])
def test_the_days_of_a_month(year: int, month: int) -> None:
    days = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
    assert [day for day in range(34) if _is_date(year, month, day)] == [*range(1, days + 1)]


def test_a_month_by_its_name() -> None:
    assert published("五月 15, 2013") == "2013-05-15"
    assert published("十二月 3, 2012") == "2012-12-03"
