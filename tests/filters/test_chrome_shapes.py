from __future__ import annotations

import pytest

from cleaner.filters.chrome import counts, shapes
from cleaner.filters.chrome.cues import NONE, STRONG, WEAK
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.shapes import attached


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青山网首页>新闻>本地", True),
        ("青山网>新闻>正文", True),
        ("青山网>文化>书评", False),
        ("青山／文化", None),
        ("a>b>c", None),
        ("三>二", None),
        ("山里的早晨", None),
    ],
)
def test_breadcrumb(text: str, expected: bool | None) -> None:
    assert shapes.breadcrumb(text) is expected


def test_bar() -> None:
    assert shapes.bar("加入书签|推荐本书|章节报错|投票")
    assert not shapes.bar("全程14公里|爬升620米|难度：中等|评分9.4")
    assert not shapes.bar("甲|乙")


def test_counters() -> None:
    assert counts.counters("3个回答")
    assert counts.counters("浏览8,214收藏367关注29")
    assert counts.counters("6评论2479浏览19收藏36分钟")
    assert counts.counters("阅读8.2k评论41收藏133")
    assert counts.counters("3.4万播放·总弹幕数118")
    assert counts.counters("投币877")
    assert counts.counters("字数812阅读1,204")
    assert counts.counters("已有12条意见")
    assert counts.counters("随笔-87文章-0评论-41阅读-96731")
    assert counts.counters("粉丝-31")
    assert counts.counters("3.2万/118")
    assert not counts.counters("3/4")
    assert not counts.counters("鸡蛋3面粉500水20")
    assert not counts.counters("回答了3个问题")
    assert not counts.counters("收藏家3人")
    assert not counts.counters("2条")


def test_page_and_issue() -> None:
    assert counts.page("第2页共3页")
    assert counts.page("共3页，第2页")
    assert counts.page("2017年机械厂实习报告_第12页")
    assert not counts.page("2017年机械厂实习报告第12页")
    assert counts.page("共3条每页10条页次：1/1")
    assert not counts.page("第2页有三处错字")
    assert not counts.page("全书共300页")
    assert shapes.issue("2015年4月号总第87期")
    assert shapes.issue("第12卷")
    assert not shapes.issue("第12期培训班")
    assert not shapes.issue("2015年4月")


def test_link() -> None:
    assert shapes.link("相关文章：山脚小镇办起旧书集市")
    assert not shapes.link("相关文章：")
    assert not shapes.link("相关文章")


def test_reporter() -> None:
    assert shapes.reporter("记者白小雨／青山报道")
    assert shapes.reporter("文/白小雨")
    assert not shapes.reporter("他报道了一件小事")


def test_media() -> None:
    assert shapes.media("青山新闻网")
    assert not shapes.media("山脚小镇办起旧书集市")


def test_hashtags() -> None:
    assert shapes.hashtags("#园艺#薄荷")
    assert not shapes.hashtags("##安装#说明")
    assert shapes.hashtags("#园艺12个")
    assert not shapes.hashtags("#include")
    assert not shapes.hashtags("#园艺")


def test_keywords() -> None:
    assert shapes.keywords("、".join("甲乙丙丁戊己庚辛壬"))
    assert not shapes.keywords("、".join("甲乙丙丁戊己庚辛壬") + "都来了。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("相关文章：山脚小镇办起", True),
        ("相关文章:山脚小镇办起：一", True),
        ("一二三四五六七八：山脚小镇办起", True),
        ("一二三四五六七八九：山脚小镇办起", False),
        ("相关文章：山脚小镇办", False),
        ("相关文章山脚小镇办起", False),
    ],
)
def test_the_parts_of_a_link(text: str, expected: bool) -> None:
    assert shapes.link(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2012年1月（3）", True),
        ("十二月(12)", True),
        ("咖啡（12）", False),
        ("咖啡（甲）", None),
        ("2012年1月（3", None),
        ("2012年1月", None),
    ],
)
def test_archive(text: str, expected: bool | None) -> None:
    assert counts.archive(text) is expected


def test_floor() -> None:
    assert counts.floor("第2楼")
    assert counts.floor("12楼")
    assert not counts.floor("办公楼")


def test_counters_with_buttons_behind_them() -> None:
    assert counts.counters("顶（3）踩（0）回复收藏")
    assert not counts.counters("顶楼3号")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3分钟", True),
        ("约需8分钟", True),
        ("阅读时间：5分钟", True),
        ("2分钟(阅读时间)", True),
        ("时间：50分钟", False),
        ("煮3分钟", False),
    ],
)
def test_reading(text: str, expected: bool) -> None:
    assert counts.reading(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (";h&r7G/];N#m!@&p2X:s", True),
        ("4p)W0k9c2q2n", True),
        ("B)u5]2M2X", True),
        ("7A,U9Q0\\9V;B5`7A+Z,Y#^(Q1R-l#S#s:\\3f", True),  # two in one line
        (";h&r7G", False),
        ("foo(bar[0]);", False),
        ("a*b+c*d-e*f", False),
        ("A1B2c3D4E5F6", False),
        ("/usr/bin/env", False),
        ("%Y-%m-%d%H:%M", False),
    ],
)
def test_jammer(text: str, expected: bool) -> None:
    assert shapes.jammer(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（撰稿/初审：高远；复审：白小雨；终审：安小河。）", ("credits", STRONG)),
        ("（主演：高远；配音：白小雨）", ("", NONE)),
        ("山城新闻网abcd.com", ("byline", WEAK)),
        ("山城新闻网abcd.pdf.zip", ("navigation", WEAK)),
        ("网址是abcd.com，再看", ("", NONE)),
        ("《山城早报海外版》（2013年07月15日第01版）", ("byline", STRONG)),
        ("《旧书市集》（2013年第2版）", ("", NONE)),
    ],
)
def test_roles_in_brackets_sites_and_issues(text: str, expected: tuple[str, int]) -> None:
    line = judge(text, load())
    assert (line.reason, line.force) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("by阿敏厨房", True), ("bytheway", False), ("by阿敏，2016年", False)]
)
def test_by_whom(text: str, expected: bool) -> None:
    assert shapes.reporter(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施要点.pdf", True),
        ("2021年报名表.DOCX", True),
        ("附件.7z", False),
        ("setup.zip", False),
        ("下载：setup.zip", False),
        ("请看/实施要点.pdf", False),
        ("要点.pd", False),
        ("pdf", False),
    ],
)
def test_names_of_documents(text: str, expected: bool) -> None:
    assert attached(text) is expected
    if expected:
        line = judge(text, load())
        assert (line.reason, line.force) == ("navigation", WEAK)


def test_documents_go_with_what_stands_below_a_notice() -> None:
    text = "农业处表示，七月进入台风好发期，请农友及早防范，果树应立支柱并绑缚枝条。"
    page = ("网站导览", "回首页", "首页 > 最新消息", "台风季将至", "发布日期：2021-07-05", text)
    foot = ("相关档案", "防灾宣导单张.pdf", "回上一页", "版权所有")
    lines = (*page, *foot)
    reasons = decide([judge(line, load()) for line in lines]).reasons
    left = [line for line, reason in zip(lines, reasons, strict=True) if not reason]
    assert left == ["台风季将至", text]


@pytest.mark.parametrize(
    "text", ["3小时前", "2年前", "5个月前", "10分钟前", "昨天21:30", "下午11:08"]
)
def test_how_long_ago(text: str) -> None:
    assert shapes.ago(text)


@pytest.mark.parametrize("text", ["三十年前", "3小时前他走了", "2000年前后", "下午11:08开会", "前"])
def test_what_tells_of_another_time(text: str) -> None:
    assert not shapes.ago(text)
