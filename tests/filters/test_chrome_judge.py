from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.filters.chrome import counts, datelines, lines, sentences, shapes
from cleaner.filters.chrome.cues import END, NONE, STRONG, WEAK
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import Judge, judge
from cleaner.filters.chrome.lines import BLANK, Line
from cleaner.filters.repair.scripts import narrates
from cleaner.memo import LONGEST

CUES = load()


def said(line: Line) -> tuple[str, int]:
    """Return the cue that a line is."""
    return line.reason, line.force


@pytest.mark.parametrize("raw", ["", " ", "\t\u3000 ", "\xa0"])
def test_whitespace_is_blank(raw: str) -> None:
    assert judge(raw, CUES) is BLANK


@pytest.mark.parametrize(
    "raw",
    [
        "雨停了下来。",
        "“是谁？”",
        "“开门！”",
        "床前明月光，",
        "他说完就走了，谁也没有再提起那天下午在河边发生的事情，大家都当作没看见",
        "城里的路修好了.",
        "他又拿着蛋糕来了，我整个傻眼 😅",
        "同感，我家那台拿来烤地瓜XD",
        "好冷，不想起床~",
    ],
)
def test_prose(raw: str) -> None:
    assert judge(raw, CUES).prose


@pytest.mark.parametrize(
    "raw",
    [
        "山脚小镇办起旧书集市",
        "惊！小镇办起旧书集市",
        "一、总则",
        "大米、鸡蛋",
        "好。",
        "Hello, world",
        "小镇办起旧书集市😅",
        "新款手机开箱XD",
    ],
)
def test_not_prose(raw: str) -> None:
    line = judge(raw, CUES)
    assert not line.prose
    assert line.force == NONE


@pytest.mark.parametrize(
    ("raw", "reason", "force"),
    [
        ("【相关新闻】", "related", END),
        ("评论（12）", "comments", END),
        ("• 为你推荐", "related", END),
        ("[打印] [收藏] [关闭]", "share", STRONG),
        ("2014-05-09 02:11:43 青山日报 白小雨（退休教师，家住山脚下的小镇）", "byline", STRONG),
        ("青山日报／评论／书评", "breadcrumb", WEAK),
        ("主持人／王小明", "", 0),
        ("发布时间: 20-08-24 11:06 优质创作者", "byline", STRONG),
        ("发布时间: 20-08-24", "", 0),
        ("其他新闻", "related", END),
        ("▸延伸阅读", "related", END),
        ("校对：白小雨", "credits", STRONG),
        ("全文1200字，阅读约需3分钟", "byline", WEAK),
        ("您的电子邮件地址不会被公开。必填栏位标示为 *", "comments", STRONG),
        ("推荐影音", "related", WEAK),
        ("影音推荐", "navigation", WEAK),
        ("类别：随笔 | 添加到搜藏 | 送礼 | 浏览(87) | 评论 (4)", "comments", STRONG),
        ("类别：随笔 | 三月 | 送礼 | 晴 | 评论 (4)", "", 0),
        ("首页 | 新闻 | 体育 | 财经 | 娱乐", "navigation", STRONG),
        ("新闻 体育 财经 娱乐", "navigation", STRONG),
        ("新闻、体育、财经、娱乐", "navigation", WEAK),
        ("新闻体育", "navigation", WEAK),
        ("体育", "navigation", WEAK),
        ("————", "navigation", WEAK),
        ("首页 > 新闻 > 本地", "navigation", STRONG),
        ("青山网首页 > 新闻 > 山脚小镇办起旧书集市", "breadcrumb", STRONG),
        ("青山网 > 文化 > 书评", "breadcrumb", WEAK),
        ("青山网 > 文化 > 2021年05月16日", "breadcrumb", WEAK),
        ("编辑丨高远", "credits", STRONG),
        ("责任编辑高远", "credits", STRONG),
        ("编辑 高远 校对 白小雨", "credits", STRONG),
        ("青山报 记者 文静 编辑 高远 校对 白小雨", "byline", WEAK),
        ("（责编：高远、白小雨）", "credits", STRONG),
        ("终审丨文静", "credits", STRONG),
        ("来源 | 青山日报、县文化馆", "byline", STRONG),
        ("作者：白小雨", "byline", STRONG),
        ("2021-05-16 08:30:00 来源：青山日报", "byline", STRONG),
        ("2021年5月16日 08:30", "byline", STRONG),
        ("2021/5/16", "byline", WEAK),
        ("来源：青山日报 作者：白小雨 编辑：高远", "byline", STRONG),
        ("记者白小雨／青山报道", "byline", WEAK),
        ("浏览 8,214 收藏 367 点赞 29", "comments", STRONG),
        ("3个回答", "comments", STRONG),
        ("点赞数 25", "comments", STRONG),
        ("❤😆 1,024", "comments", WEAK),
        ("0人参与 0条评论 打印 转发", "comments", STRONG),
        ("1 2 3 4 5", "pager", WEAK),
        ("#园艺 #薄荷", "related", WEAK),
        ("河流、湖泊、水库、池塘、湿地、海岸、冰川、温泉、瀑布、沼泽、溪谷", "related", WEAK),
        ("ICP备00000000号", "copyright", END),
        ("第2页 共3页", "pager", STRONG),
        ("2015年4月号 总第87期", "byline", WEAK),
        ("青山日报 记者白小雨／综合报道", "byline", WEAK),
        ("原创 作者：白小雨", "byline", STRONG),
        ("浏览量：", "byline", WEAK),
        ("论坛 » 用车 » 冬天打不着火怎么办？", "breadcrumb", WEAK),
        ("青山网〉健康〉选举让肠胃、皮肤都出了问题…到底怎么了？", "breadcrumb", WEAK),
        ("今天是2021年4月6日 星期二", "navigation", WEAK),
        ("请输入您的邮箱", "login", STRONG),
        ("该文观点仅代表作者本人，本平台仅提供信息存储空间服务。", "disclaimer", STRONG),
        ("https://example.org/a", "byline", WEAK),
    ],
)
def test_chrome(raw: str, reason: str, force: int) -> None:
    line = judge(raw, CUES)
    assert (line.reason, line.force) == (reason, force)
    assert not line.prose


@pytest.mark.parametrize(
    "raw",
    [
        "编辑：你觉得这一段怎么样？",
        "来源：很难说清楚，有人说是从山那边传过来的，也有人说是本地自己就有的，年代久了",
        "时间：三月五日下午",
        "更新时间：每月五日",
        "时间：周六上午 08:30",
        "2021-05-16 10:00 活动开始",
        "编辑部的故事",
        "请输入一个整数",
        "时间：",
        "原创音乐节",
        "第12期培训班",
        "9月12日，2018名学生报到",
        "他问：山的那边 > 海的那边？",
        "希望这些办法对您有帮助",
        "近百人参与了植树",
        "3人参与救援行动",
        "想买书的人看完这篇再决定",
        "编辑：本期我们聊聊手冲咖啡的几个误区",
        "市民可下载客户端报名，也可到现场报名",
        "他的话不代表公司的立场",
        "警方查处枪支、色情、博彩案件",
        "开馆时间由各馆决定，在线观看免费",
        "第一章 总则",
        "评论家的早晨",
        "## 安装",
        "8:30 开幕式",
        "姓名：王小明",
        "全程14公里 | 爬升620米 | 难度：中等",
        "新闻发言人答记者问",
        "2019-05-01 开工, 2020-06-01 完工, 2020-07-01 通车, 2021-05-01 扩建, 还在修",
        "Allison 更新到 2.0 版本",
        "(C) 苹果树",
        "/home/normal_user",
        "JavaScript 入门",
    ],
)
def test_no_cue(raw: str) -> None:
    assert judge(raw, CUES).force == NONE


def test_the_number_of_a_picture_in_brackets() -> None:
    assert said(judge("(1/6)", CUES)) == ("pager", WEAK)


def test_a_date_before_a_comma_is_a_date() -> None:
    assert said(judge("2020/11/09,", CUES)) == ("byline", WEAK)


def test_a_weak_item_of_an_agenda() -> None:
    assert judge("2019-05-01 10:00 开幕式", CUES).force == WEAK


@pytest.mark.parametrize(
    ("raw", "label", "field"),
    [
        ("编辑：高远 【城北的河什么时候能治好？】", "编辑", "editor"),
        ("编辑丨 高 远", "编辑", "editor"),
        ("来源 | 青山日报", "来源", "source"),
        ("文/白小雨", "文", "author"),
        ("监制丨何平", "监制", "-"),
    ],
)
def test_label_and_field(raw: str, label: str, field: str) -> None:
    line = judge(raw, CUES)
    assert (line.label, line.field) == (label, field)


PIECES = st.one_of(
    st.sampled_from(
        "首页 新闻 责任编辑 ： 某某 记者 2022-08-14 07:23 民国101年8月14日 共3页 第12期 12次 评论 "
        "3 浏览 | / > » # （ ） 推ab: 山里的早晨很安静 ， 。 、 版权所有 ① 原创 www. 丨 ！ 19 20 "
        "民 获赞 万 k 日本 （12） 12月".split()
    ),
    st.text(max_size=2),
)


def test_a_line_with_changes_is_another() -> None:
    line = Line("某某", True, "byline", WEAK, "作者", "author")
    other = line.but(force=STRONG, reason="credits")
    assert other == Line("某某", True, "credits", STRONG, "作者", "author")
    assert line != other
    assert said(line) == ("byline", WEAK)
    assert "'某某'" in repr(line)
    with pytest.raises(TypeError, match="unhashable"):
        hash(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, ("comments", STRONG)) for text in ("3人参与", "1,234次播放", "3获赞")),
        ("3分钟读完", ("byline", WEAK)),
        ("3.山里的早晨", ("", NONE)),
    ],
)
def test_what_a_number_counts(text: str, expected: tuple[str, int]) -> None:
    assert said(judge(text, CUES)) == expected


@pytest.mark.parametrize("number", ["1.", "12、", "3", "2,000", "5）"])
@given(st.lists(PIECES, max_size=4).map("".join))
def test_a_number_before_a_line_hides_no_shape(number: str, rest: str) -> None:
    text = number + "".join(rest.split())
    core = text.lower().strip(lines.DECORATION)
    if CUES.touch(core, text.lower()) is None and shapes.none(text, core, False, CUES.names):
        start = core.lstrip("0123456789" + lines.DECORATION)
        assert start[:2] not in CUES.names
        assert not counts.counters(core) and not counts.reading(core)
        assert counts.archive(text) is None


@given(st.text(max_size=120))
def test_any_line_is_judged_the_same_whatever_its_spaces(raw: str) -> None:
    line = judge(raw, CUES)
    assert line.text == "".join(raw.split())
    assert judge(" ".join(line.text) + "\u3000", CUES) == line


@given(st.lists(PIECES, max_size=6).map("".join))
def test_a_line_without_any_sign_of_a_shape_has_none(text: str) -> None:
    key = "".join(text.split()).lower()
    core = key.strip(lines.DECORATION)
    if not core or CUES.touch(core, key) is not None or CUES.parts.within.search(key):
        return
    for prose in (False, True):
        if shapes.none(key, core, prose, CUES.names):
            assert not shapes.push(key) and not shapes.edited(key)
            assert CUES.exact(counts.without_count(core)) is None
    if shapes.none(key, core, False, CUES.names):
        found = judge(text, CUES)
        assert not found.force or found.reason == "related" or CUES.parts.controls.button(core)
        assert not counts.counters(core) and not counts.page(core) and not shapes.issue(core)
        assert not shapes.reporter(core)
        assert datelines.dateline(key) is None and shapes.breadcrumb(key) is None
        assert not shapes.bar(key) and not shapes.hashtags(key)


@given(st.text(st.sampled_from("山1次【：图a。，推｜") | st.characters(), min_size=1, max_size=5))
def test_a_line_that_begins_and_ends_with_nothing_known_has_no_cue_or_shape(text: str) -> None:
    text = "".join(text.split())
    key = text.lower()
    core = key.strip(lines.DECORATION)
    odd = core and {core[0], key[0]} & CUES.parts.firsts
    if (
        not core
        or odd
        or core[:2] in CUES.begins
        or {core[-2:], key[-2:]} & CUES.parts.suffixes.keys()
    ):
        return
    assert CUES.touch(core, key) is (False if "记者" in core else None)
    last = core[-1]
    if core[0].isalpha() and last not in shapes.LASTS and not last.isdigit():
        prose = sentences.prose(text, len(text))
        assert shapes.none(text, core, prose, CUES.names) is (
            prose or shapes.ANY.search(text) is None
        )


@given(st.lists(st.sampled_from([*"山水风云月", "首页", "下一页", "", "长" * 40]), max_size=60))
def test_lines_that_were_judged_lately_are_judged_alike(raw: list[str]) -> None:
    known = Judge(CUES, room=3)
    for _ in range(2):
        assert known.lines(raw) == [judge(text, CUES) for text in raw]
        assert len(known) <= 3


def test_long_lines_are_not_kept() -> None:
    known = Judge(CUES)
    known.lines(["长" * (LONGEST + 1), "短"])
    assert [*known] == ["短"]


@pytest.mark.parametrize(
    "text",
    [
        "打开微信，点击右下角的“我”。",
        "分享给朋友的时候，不要解释。",
        "责任编辑老秦把最后一个错字圈出来，写上“改”。",
        "“版权所有，翻印必究。”他念着书后的字，笑了。",
    ],
)
def test_sentences_that_begin_like_a_cue(text: str) -> None:
    line = judge(text, CUES)
    assert line.prose
    assert line.force < STRONG


def test_a_sentence_is_no_heading_of_a_list() -> None:
    told = judge("更多关于网络客户端的信息可以在第三章中找到，请一并参看。", CUES)
    assert (told.prose, *said(told)) == (True, "related", WEAK)
    assert judge("共找到13,046个相关新闻。", CUES).force == END


@pytest.mark.parametrize(
    "text", ["2012年1月（3）", "十二月（12）", "一月2012（3）", "2012年（31）"]
)
def test_archives(text: str) -> None:
    assert said(judge(text, CUES)) == ("navigation", STRONG)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("赞同 1203 87 条评论 分享 收藏 喜欢", "comments"),
        ("首页 知乎热榜 等你来答 登录 注册", "hot"),
        ("转发 3421 评论 1802 赞 2.1万", "comments"),
    ],
)
def test_rows_of_buttons_with_something_between(text: str, reason: str) -> None:
    assert said(judge(text, CUES)) == (reason, STRONG)


def test_a_headline_of_section_names_is_no_menu() -> None:
    assert judge("欧洲央行货币政策支撑股市", CUES).force < STRONG


def test_a_date_with_slashes_is_no_trail() -> None:
    assert judge("1.董事会决议日期：107/05/11", CUES).reason != "breadcrumb"


def test_a_label_with_a_date_of_taiwan() -> None:
    assert judge("发布日期：111-03-02", CUES).field == "published"
    assert judge("发布日期：待定", CUES).field != "published"


def test_more_of_a_section_heads_a_list() -> None:
    assert said(judge("更多港闻", CUES)) == ("related", END)
    assert judge("推荐阅读更多", CUES).force == END
    assert judge("更多的人", CUES).force == NONE


@pytest.mark.parametrize(
    ("text", "is_prose"),
    [
        ("好好好好。", True),
        ("好好好。", False),
        ("好好好好好，", True),
        ("好好好好，", False),
        ("大家都好，" * 5 + "大家都很好", True),
        ("大家都好，" * 5 + "大家很好", False),
    ],
)
def test_length_of_prose(text: str, is_prose: bool) -> None:
    assert judge(text, CUES).prose is is_prose


def test_labels_with_marks_between_are_a_byline() -> None:
    line = judge("作者：某某；编辑：某某；审核：某某；阅读：", CUES)
    assert (line.reason, line.force) == ("byline", STRONG)
    assert judge("作者：某某；他说：不去；我说：去；走了：", CUES).force == NONE


def test_a_section_behind_the_name_of_the_site() -> None:
    assert judge("山城云 > 体育", CUES).reason == "breadcrumb"
    assert judge("山城云 > 骑马的人", CUES).force == NONE


def test_a_short_last_paragraph_stays_with_its_editor() -> None:
    assert judge("照相馆的老相机将由档案馆收藏。（责任编辑：高远）", CUES) == Line(
        "照相馆的老相机将由档案馆收藏。（责任编辑：高远）", True
    )
    assert judge("（责任编辑：高远）", CUES).reason == "credits"
    assert judge("完。（责任编辑：高远）", CUES).reason == "credits"


N, W, S, E = NONE, WEAK, STRONG, END
PLACES = "山水风云月" * 20  # no name, no cue, no mark


@pytest.mark.parametrize(
    ("text", "force"),
    [
        # What stands behind a label: up to 12 characters are one name, more need marks between.
        (f"作者：{PLACES[:12]}", S),
        (f"作者：{PLACES[:13]}", N),
        (f"作者：{PLACES[:9]}、{PLACES[:9]}", S),
        (f"作者：{PLACES[:9]}，{PLACES[:9]}", N),
        (f"作者：{PLACES[:16]}、{PLACES[:17]}", S),
        (f"作者：{PLACES[:17]}、{PLACES[:17]}", N),  # 35 are speech
        (f"来源：{PLACES[:34]}", S),  # a source is a long name as often
        (f"来源：{PLACES[:35]}", N),
        (f"来源：{PLACES[:9]}，{PLACES[:9]}", N),
        ("作者：王五！", N),
        ("作者：王五", S),
        # Without a colon: a name of two to four characters.
        ("作者王五", W),
        ("审核王五李四赵", N),
        ("审核王五", W),
        ("审核后王五", N),
        ("来源青山", N),
        # Without a value.
        ("作者：", W),
        # Times and dates.
        ("发表于：21:40", S),
        ("时间：21:40", N),
        ("更新：三月五日下午", N),
        ("时间：2018-09-01", W),
        ("发布日期：2018-09-01", S),
    ],
)
def test_what_stands_behind_a_label(text: str, force: int) -> None:
    assert judge(text, CUES).force == force


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("新闻体育财经", W),
        ("新闻体育财经娱乐", S),  # four names
        ("新闻、体育财经娱乐", W),  # with a mark it may be a sentence
        ("新闻", W),
        ("首页山水风云月山水风", W),  # ten characters
        ("首页山水风云月山水", N),
        ("首页山水风云月，山水风", N),
        ("山水首页风云月山水风", N),
    ],
)
def test_rows_of_sections(text: str, force: int) -> None:
    assert said(judge(text, CUES)) == (("navigation" if force else ""), force)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("更多山水：", True),
        ("更多山水", False),
        (f"更多{PLACES[:10]}：", True),  # twelve characters
        (f"更多{PLACES[:11]}:", False),
    ],
)
def test_headings_of_more(text: str, heads: bool) -> None:
    assert said(judge(text, CUES)) == (("related", E) if heads else ("", N))


@pytest.mark.parametrize(
    ("text", "reason", "force"),
    [
        ("12", "comments", W),  # how many clicked
        ("123", "pager", W),
        ("12、13", "pager", W),
        ("第3页", "pager", S),
        ("第3期", "byline", W),
        ("第3届", "", N),
        ("12楼", "comments", W),
        ("12号", "", N),
        ("山水风云月一览>>", "related", S),
        ("山水风云月一览»", "related", S),
        ("山水风云月一览", "", N),
        ("山|水|风|云|月", "navigation", W),
        ("山|水|风", "", N),
        ("#山水#风云", "related", W),
        ("#山水", "", N),
        ("山水风云报／", "byline", W),
        ("山水风云／", "", N),
        ("山水风云报", "", N),
        ("文/王五", "byline", W),
        ("www.a.b", "byline", W),
        ("ftp://a.b", "", N),
        ("返回。", "navigation", S),
        ("点击返回首页。", "", N),
    ],
)
def test_shapes_and_what_is_nearly_one(text: str, reason: str, force: int) -> None:
    assert said(judge(text, CUES)) == (reason, force)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("·山水风云月…", False),  # a headline that a list cut off
        ("·山水风云月。", True),
        ("山水风云月…", True),
        ("好，XD", True),
        ("好XD", False),
        (f"一二三，{PLACES[:26]}", True),  # thirty characters
        (f"一二三，{PLACES[:25]}", False),
        (PLACES[:60], False),
        ("abc, " * 12 + "abc", False),  # nothing Chinese
    ],
)
def test_what_reads_like_a_sentence(text: str, prose: bool) -> None:
    assert judge(text, CUES).prose is prose


@pytest.mark.parametrize(("length", "prose"), [(40, False), (41, True)])
def test_a_long_notice_reads_like_a_paragraph(length: int, prose: bool) -> None:
    text = "版权所有，翻印必究。" + PLACES
    line = judge(text[: length - 1] + "。", CUES)
    assert (line.reason, line.force, line.prose) == ("copyright", E, prose)


@pytest.mark.parametrize(("length", "reason"), [(9, "credits"), (10, "")])
def test_a_paragraph_with_its_editor_behind(length: int, reason: str) -> None:
    assert judge(f"{PLACES[:length]}。（责任编辑：王五）", CUES).reason == reason


def test_the_address_of_a_reporter_is_a_value() -> None:
    assert judge("记者：chenmy@example.com", load()).field == "author"
    assert judge("记者：他走了很远很远的路才回到家里去", load()).field != "author"


def test_behind_the_label_of_the_first_headline_stands_any_title() -> None:
    for title in ("男子网购老座钟里藏着一张民国婚书 盼物归原主", "菜价翻番，会再来吗？"):
        assert judge(f"（原标题：{title}）", load()).reason == "byline"


def test_the_place_of_a_recording_is_a_button() -> None:
    assert judge("00:00/03:12", load()).reason == "share"
    assert judge("12:30-14:00", load()).reason != "share"


def test_tags_of_a_post_are_no_prose() -> None:
    line = judge("#园艺#薄荷", load())
    assert (line.prose, line.reason, line.force) == (False, "related", WEAK)


@pytest.mark.parametrize(
    ("raw", "force"),
    [
        ("编辑：", STRONG),
        ("责编丨", STRONG),
        ("审校：", STRONG),
        ("三审：", WEAK),
        ("监制：", WEAK),
        ("（山城网编辑：小雨）", STRONG),
        ("【山城晚报值班编辑：王五】", STRONG),
        ("（山城编辑部：小雨）", NONE),
    ],
)
def test_an_editor_without_a_name_or_with_that_of_the_site(raw: str, force: int) -> None:
    assert judge(raw, CUES).force == force


@pytest.mark.parametrize(
    "raw", ["全文共3页", "共3页", "第2页：内饰", "【 第1页 第2页 】", "第1页：外观 第2页：内饰"]
)
def test_pages(raw: str) -> None:
    assert said(judge(raw, CUES)) == ("pager", STRONG)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("第A05版：民生", "navigation"),
        ("第00003版：广 告", "navigation"),
        ("第3版：修订本说明", ""),
        ("第A05版", ""),
        ("第A05版：民生新闻里面说到的是一家小店", ""),
    ],
)
def test_pages_of_a_newspaper(raw: str, reason: str) -> None:
    assert judge(raw, CUES).reason == reason


@pytest.mark.parametrize("raw", ["山城网>理论", "山城网>>理论"])
def test_a_site_and_its_section(raw: str) -> None:
    assert said(judge(raw, CUES)) == ("breadcrumb", WEAK)


@pytest.mark.parametrize(
    "raw",
    [
        "发表评论需要实名，这是新规定里最受争议的一条。",
        "网友留言称，希望景区能增加无障碍通道。",
        "广告位招租的牌子挂了两年，没有人打过电话。",
        "如需转载请联系授权，这行字写在每一页的底部，却没有留下联系方式。",
        "以上内容由他口述，女儿记录，历时三年。",
        "投资有风险，入市需谨慎，这句话挂在营业部的墙上已经二十年。",
        "版权归原作者所有，转载请注明出处，但没有任何作者的名字。",
        "扫描二维码即可付款，菜市场里八十岁的婆婆也学会了。",
    ],
)
def test_a_notice_tells_no_story(raw: str) -> None:
    assert narrates(raw)
    assert judge(raw, CUES) == Line(raw, True)


@pytest.mark.parametrize(
    "raw",
    [
        "以上内容仅供参考，不构成投资建议。",
        "投资有风险，入市需谨慎。",
        "如果侵犯了您的权益，请与我们联系。",
        "转载内容不得侵犯他人权益。",
        "本站部分文章转载自互联网，若不慎侵犯了他人的合法权益，请及时通知我们。",
        "凡本网注明了来源的作品，均转载自其他媒体，转载目的在于传递更多信息。",
        "免责声明：本文转载了其他媒体的报道，并不代表本网赞同其观点。",
        "为了方便阅读，请登录。",
        "以上就是本文的全部内容，也希望大家多多支持我们。",
        "下一篇：膝盖疼，是不是该换关节了？",
        "微信扫一扫，关注某某公众号，每天送上第一手资讯。",
        "未经授权，不得以任何方式加以使用，包括但不限于转载、摘编。",
    ],
)
def test_a_notice_is_none(raw: str) -> None:
    assert not narrates(raw)


@pytest.mark.parametrize(
    ("raw", "force"),
    [
        ("全文共3,200字", WEAK),
        ("共 9926字，需浏览 20分钟", WEAK),
        ("字数：1203字", WEAK),
        ("全文共计3200字，预计阅读时间8分钟", STRONG),
        ("不少于800字", NONE),
        ("34 views", WEAK),
        ("1.2K Likes", WEAK),
        ("34 viewers", NONE),
    ],
)
def test_how_long_it_is_and_who_read_it(raw: str, force: int) -> None:
    assert judge(raw, CUES).force == force


@pytest.mark.parametrize("raw", ["更多天气资讯", "更多楼市动态>>", "更多本地要闻"])
def test_more_of_a_kind_heads_a_list(raw: str) -> None:
    assert said(judge(raw, CUES)) == ("related", END)


@pytest.mark.parametrize(
    "raw", ["更多年轻人的选择", "更多个人信息泄露", "更多人选择不去看热播的视频"]
)
def test_more_of_something_else_does_not(raw: str) -> None:
    assert not judge(raw, CUES).force


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[网刊订阅] [加入收藏] [告诉好友]", "navigation"),
        ("【双击滚屏】【收藏】【打印】【关闭】 上一条：某某", "navigation"),
        ("[视频回放] [打印本文]", ""),
        ("[微笑] [大哭] [打印本文] [撇嘴]", ""),
        ("【食材】【做法】【打印】【收藏】切好的葱", ""),
    ],
)
def test_rows_of_buttons_in_brackets(text: str, reason: str) -> None:
    assert judge(text, CUES).reason == reason


@pytest.mark.parametrize(
    ("raw", "cue"),
    [
        ("引用 报告 评分 TOP", ("comments", STRONG)),
        ("下载报告", ("", NONE)),
        ("商品评价(2.3万+)", ("navigation", STRONG)),
        ("第1/2页", ("pager", STRONG)),
        ("∙ 长三角政商 >", ("navigation", WEAK)),
        ("甲 > 乙，丙 >", ("", NONE)),
        ("时间: February 11, 2018", ("byline", STRONG)),
        ("时间：2018年2月11日", ("byline", WEAK)),
        ("2019.11.30 21:14:08字数 1,024阅读 356", ("byline", STRONG)),
        ("页: [1] 2 3", ("pager", STRONG)),
        ("查看完整版本：自制木工台", ("comments", STRONG)),
        ("上一图集：江豚归来 下一图集：沙漠里的向日葵", ("pager", STRONG)),
        ("秦越的其他歌词", ("related", END)),
        ("本文来源：网易新闻 责任编辑：王晓易_NE0011", ("credits", STRONG)),
    ],
)
def test_lines_of_boards_shops_and_blogs(raw: str, cue: tuple[str, int]) -> None:
    assert said(judge(raw, CUES)) == cue


@pytest.mark.parametrize(
    "raw",
    [
        "2014-05-09 02:11 青山日报 白小雨（退休教师，家住山脚下的小镇上）",
        "2014-05-09 02:11:43 WARN 配置文件缺少 timeout，使用默认值 30",
    ],
)
def test_a_time_to_the_minute_or_no_bracket_at_the_end_begins_a_sentence(raw: str) -> None:
    line = judge(raw, CUES)
    assert line.prose
    assert line.force == NONE


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("政协要闻 更多 +", ("navigation", STRONG)),
        ("商家动态 更多》", ("navigation", STRONG)),
        ("渡口旧事 MORE>>", ("navigation", STRONG)),
        ("相关新闻 更多>>", ("related", END)),
        ("他想要的比这些更多", ("", NONE)),
        ("《比这些更多》", ("", NONE)),
    ],
)
def test_a_section_with_all_of_it_behind(raw: str, expected: tuple[str, int]) -> None:
    assert said(judge(raw, CUES)) == expected


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("posts - 42, comments - 5, trackbacks - 0", "comments"),
        ("【温馨提示】每个人的情况不一样，上面的解答可以解决八成左右的常见问题。", "disclaimer"),
        (
            "合同要由律师看过才好判断，棘手的事情请直接向在线律师提问，一般十分钟就有回复！",
            "disclaimer",
        ),
        ("浏览更多最新时事资讯，请登上脸书专页、推特专页，或订阅频道。", "disclaimer"),
        (
            "ment,'script','//www.google-analytics.com/analytics.js','ga'); ga('create",
            "advertisement",
        ),
        ("短期用钱请加微信，手续少，额度高，利息低，到账快捷", "spam"),
        ("旧书摊一天卖出三千册|某某新闻20260311 #shorts", "related"),
        ("上一页：小镇旧书摊开张.. 下一页：老粮仓重新开门", "pager"),
        ("某某茶馆资讯网_品茶交流阁楼_同城品茶论坛", "spam"),
        (
            "推荐阅读：长夜、旧书、渡口、老街、粮仓、书摊、石桥、青石巷、一条河、小镇的早晨",
            "related",
        ),
        ("特约编辑：安小河", "credits"),
        ("一般会员登入后即可阅读全文", "login"),
    ],
)
def test_what_stands_around_texts(raw: str, reason: str) -> None:
    line = judge(raw, CUES)
    assert (line.reason, line.force >= STRONG) == (reason, True)
