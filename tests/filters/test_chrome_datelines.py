"""Dates in a line, and date lines."""

import pytest

from cleaner import Cleaner
from cleaner.filters.chrome import datelines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-08-1407:23:00", True),
        ("2022年8月14日07:23", True),
        ("2011/12/910:05", True),
        ("2012.01.1703:32am", True),
        ("2022-08-14来源：青山日报", True),
        ("【2012/01/16青山日报】@http://example.org/", True),
        ("2022-08-1407:23青山新闻网", True),
        ("2022-08-1407:23记者白小雨", True),
        ("2022年8月14日", False),
        ("2022年8月14日星期日晴", False),
        ("2022-08-1410:00开幕式", False),
        ("时间：2022-08-1407:23", None),
        ("截止2022-08-1407:23", None),
        ("2022年8月14日，我们第一次见到了那条河，河水很急", None),
        ("第14日", None),
        ("由老张»周三9月12,20189:04pm", True),
        ("文章由tomchen»周一8月22,201611:02am", True),
        ("16-03-2019,11:20PM#1", True),
        ("PostedonMarch3,2019byMark", True),
        ("March3,2019", False),
        ("今天是2021年4月6日星期二", None),
        ("山里的早晨", None),
    ],
)
def test_dateline(text: str, expected: bool | None) -> None:
    assert datelines.dateline(text) is expected


def test_nobody_plans_by_the_second() -> None:
    assert datelines.dateline("海带汤2013-06-1120:31:02") is True
    assert datelines.dateline("2019-05-0110:00开幕式") is False


def test_a_month_by_its_name() -> None:
    assert datelines.dateline("星期三,五月15,2013") is False
    assert datelines.find_date("五月里15人") is None


def test_the_time_of_an_update_is_no_event() -> None:
    assert datelines.dateline("更新时间2012年12月10日，格林尼治标准时间10:41") is True
    assert datelines.dateline("会议时间2012年12月10日10:41") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小豆豆妈妈发表于15-3-1110:22|只看该作者|倒序浏览", True),
        ("小镇邮差在某某部落发表于09:21:05|生活记事", True),
        ("发表于9-3-1110:22", False),
        ("发表于15-13-110:22", False),
        ("他的文章发表于15-3-11那一期", False),
        ("小豆豆妈妈发表于15-3-1110:22" + "，" * 60, False),
    ],
)
def test_posted(text: str, expected: bool) -> None:
    assert datelines.posted(text) is expected


def test_when_somebody_answered() -> None:
    assert datelines.dateline("回复于2016-07-2110:20")
    assert datelines.dateline("回答于2016-07-21")
    assert datelines.posted("秦淮小周发表于：09-05-1721:14[只看该作者]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("07-1422:41", True),
        ("07月14日22:41", True),
        ("青山晚报07-1422:41+关注", True),
        ("07-1422:41来源：青山晚报", True),
        ("青山晚报昨天08:05", True),
        ("青山晚报3小时前", True),
        ("小雨07-1422:41", False),  # a name: a post, or a chat
        ("07-1422:41开幕式", False),
        ("青山晚报07-14", False),
        ("青山晚报07-1424:41", False),
        ("2022-07-1422:41", False),  # has its year
        ("编辑于2022-07-1422:41", False),
        ("22:41", False),
        ("青山晚报2007-1422:41", False),
    ],
)
def test_a_date_without_its_year(text: str, expected: bool) -> None:
    assert datelines.yearless(text) is expected


@pytest.mark.parametrize("line", ["青山晚报 07-14 22:41 +关注", "07-14 22:41", "青山晚报 3小时前"])
def test_it_goes_above_a_text_and_stays_in_it(line: str) -> None:
    text = (
        "末班车停在终点站，保洁员从第一节车厢走到最后一节，叫醒了九个人。\n"
        "出站口外，三辆出租车在等，司机老吕跑这个点七年，知道谁会打车。\n"
        "从终点站到夜班公交站要走两公里，今年五月起，街道在这段路上装了灯。\n"
    )
    more = "管小屋的是社区志愿者，七月头十天进来过六十三人，最长的坐了一个半小时。\n"
    page = f"地铁末班车上的人\n{line}\n{text}责任编辑：和平\n分享到：微信 朋友圈\n"
    clean = Cleaner(segment=False).clean
    assert clean(page).split() == ["地铁末班车上的人", *text.split()]
    assert line in clean(f"地铁末班车上的人\n{text}{line}\n{more}")
