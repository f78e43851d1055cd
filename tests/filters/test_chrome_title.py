"""The title that the text is like, among the lines above it."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import beyond, likeness, title
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.lines import Line
from tests.filters.chrome_lines import cue, plain

BODY = "周末的早晨，小镇的石板路上摆开了三十多个书摊，旧书集市每月一次。"


def test_likeness() -> None:
    known = likeness.opening([BODY])
    assert likeness.likeness("旧书集市", known) == 1.0
    assert likeness.likeness("汽车报价", known) == 0.0
    assert likeness.likeness("一", known) == 0.0
    assert likeness.likeness("", known) == 0.0


def test_the_opening_is_bounded() -> None:
    text = "".join(chr(0x4E00 + n) for n in range(15_000))
    assert likeness.opening([text, text]) == text[: likeness.BODY]
    assert likeness.opening(["一" * 7_990, "二" * 20, "三"]) == "一" * 7_990 + "\n" + "二" * 10


def test_find_takes_the_likest_and_of_equals_the_lowest() -> None:
    known = likeness.opening([BODY])
    candidates = [(3, "小镇旧书集市"), (5, "汽车报价大全"), (8, "小镇旧书集市")]
    assert beyond.find(candidates, known) == 8
    assert beyond.find([(5, "汽车报价大全")], known) is None
    assert beyond.find([], known) is None


def head(*page: str) -> str:
    cues = load()
    lines = [judge(line, cues) for line in (*page, BODY)]
    start = len(page)
    return lines[title.head(lines, start, likeness.opening([BODY]))[0]].text


def test_head_is_the_line_above_the_date_line() -> None:
    assert head("首页", "登录", "不相干的标题", "2021-05-16 08:30 来源：青山日报") == "不相干的标题"


def test_head_holds_leading_lines() -> None:
    page = ("登录", "小镇旧书集市开张", "2021-05-16 08:30", "近日", "小镇的旧书集市", "摆开了书摊")
    assert head(*page) == "小镇旧书集市开张"


def test_head_is_the_line_that_a_breadcrumb_names() -> None:
    page = (
        "登录",
        "论坛首页 › 用车 › 冬天打不着火",
        "冬天打不着火",
        "老张",
        "发表于 2021-05-16 08:30",
    )
    assert head(*page) == "冬天打不着火"


def test_head_is_the_word_that_an_entry_explains() -> None:
    assert head("登录", "青山百科", "集市", "编辑 播报") != "集市"
    cues = load()
    text = "集市是买卖的地方，旧书集市每月一次，农贸集市天天都有。"
    page = [judge(line, cues) for line in ("登录", "全站搜索", "集市", "编辑 播报", text)]
    assert title.head(page, 4, text) == (2, 2)


def test_head_under_a_notice_and_not_within_the_menu() -> None:
    notice = ("2021-05-16 08:30", "未经作者授权，禁止转载", "收藏 3")
    assert head("登录", "不相干的标题", *notice) == "不相干的标题"
    assert head("职位", "体育", "某某一行", "某某二行") == "某某一行"


def test_head_is_found_beyond_a_menu() -> None:
    assert head("小镇旧书集市", "登录", "首页") == "小镇旧书集市"


def test_head_without_a_title_is_the_body() -> None:
    assert head("登录", "注册") == BODY


def test_the_title_stands_above_a_short_name_and_the_date() -> None:
    when = "2019-05-01 10:00 来源：某报"
    page = ("首页", "山脚人家办起旧货店的那天", "[复制链接]", "阿青", when)
    assert head(*page) == page[1]


def test_the_title_of_a_chapter_needs_no_likeness() -> None:
    page = ("书库", "完本", "第四十七章渡口", "推荐阅读：一二三四五六七")
    assert head(*page) == page[2]


def test_the_article_s_own_pages_stand_between_date_and_text() -> None:
    page = (
        "首页",
        "不相干的一个标题",
        "2021-05-16 08:30 来源：青山日报",
        "文章导航",
        "第1页：某某",
    )
    assert head(*page) == page[1]


def test_a_label_with_figures_is_no_title() -> None:
    page = ("首页", "某某县参访渔港的照明情形", "日期：110-08-12", "资料来源：议事组")
    assert head(*page) == page[1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (Line("某某", False, "byline", STRONG, "", "published"), True),
        (Line("2022-08-14", False, "byline", STRONG), True),
        (Line("2022-08-14编辑某某", False, "credits", STRONG), True),
        (Line("某某", False, "byline", STRONG), False),
        (Line("2022-08-14", False, "share", STRONG), False),
        (Line("2022-08-14", False, "byline", WEAK), False),
    ],
)
def test_date_lines(line: Line, expected: bool) -> None:
    assert beyond.is_dateline(line) is expected


def test_the_longest_candidate_that_is_like_the_body_stands_out() -> None:
    known = "山脚下的小镇办起了旧书集市"
    candidates = [
        (3, "小镇旧书集市办起来"),
        (4, "小镇旧书集市办起来了"),
        (5, "无关的另外一些话啊呀"),
    ]
    assert beyond._standing_out(candidates, known) == 4  # nine characters are too few
    assert beyond._standing_out(candidates[:1], known) is None
    assert beyond._standing_out([(1, candidates[1][1]), (2, candidates[1][1])], known) == 1


def test_what_a_longer_line_above_names() -> None:
    lines = [Line(text, False) for text in ("青山网-旧书集市", "旧书集市", "新闻", "旧书集市")]
    assert beyond.named_above(lines, 1)
    assert not beyond.named_above(lines, 0)
    assert not beyond.named_above(lines, 2)
    assert not beyond.named_above(lines[1:], 2)  # as long, not longer


def test_the_title_stands_above_a_list_of_related_articles() -> None:
    page = ("中文主页", "小镇旧书集市开张", "打印", "相关新闻", "小镇的路修好了", "字体大小 - +")
    assert head(*page) == "小镇旧书集市开张"


def test_beside_a_list_there_is_none() -> None:
    page = ("登录", "相关新闻", "小镇的路修好了", "小镇旧书集市开张", "2021-05-16 08:30")
    assert head(*page) == "小镇旧书集市开张"


def _judged(*texts: str) -> list[Line]:
    cues = load()
    return [judge(text, cues) for text in texts]


DATE = "2020-08-21 14:35"


def test_between_a_menu_with_a_date_and_the_text_the_first_line_is_the_title() -> None:
    asked = "男友一直记错我的生日该怎么办？"
    assert title._below_menu(_judged("所有看板", "感情", DATE, asked), 3)
    assert not title._below_menu(_judged("男友记错我的生日", "感情", DATE, asked), 3)
    assert not title._below_menu(_judged("所有看板", "感情", DATE, "他又记错了我的生日。"), 3)
    assert not title._below_menu(_judged("感情", DATE, asked), 2)


@pytest.mark.parametrize(
    ("line", "button", "found"),
    [
        ("巷弄里没有招牌的咖啡", "收藏 分享", 1),
        ("巷弄里没有招牌的咖啡", "店家资讯", None),
        ("没有招牌的店", "收藏 分享", None),
        ("4210/35-120", "收藏 分享", None),
    ],
)
def test_between_date_line_and_buttons_stands_a_title(
    line: str, button: str, found: int | None
) -> None:
    lines = _judged(DATE, line, button, BODY)
    candidates = [(index, each.text) for index, each in enumerate(lines[:3]) if not each.force]
    assert beyond._between_cues(lines, candidates) == found


def test_an_address_below_the_title_is_part_of_the_text() -> None:
    where = ["地址：精诚路88号", "营业时间：11:00~19:00", "电话：04-2312-0000"]
    page = _judged(
        "登录",
        "首页 > 旅游",
        DATE,
        "旧书集市旁的书摊茶铺",
        *where,
        BODY * 3,
        "分享到：",
        "版权所有",
    )
    reasons = decide(page).reasons
    assert reasons[3:8] == [""] * 5
    assert all(reasons[8:])


def test_title_and_subtitle_stand_between_breadcrumb_and_date() -> None:
    page = (
        "首页 > 新闻 > 正文",
        "老粮仓里的好时光",
        "两个年轻人与三十多个书摊",
        "2021-05-16 08:30",
    )
    assert head(*page) == "老粮仓里的好时光"
    page = (
        "首页 > 新闻 > 正文",
        "投稿信箱：news@a.b",
        "两个年轻人与三十多个书摊",
        "2021-05-16 08:30",
    )
    assert head(*page) == "两个年轻人与三十多个书摊"


def test_the_name_of_an_entry_begins_its_text() -> None:
    assert head("百科", "登录", "周末", "编辑词条") == "周末"


def test_above_buttons_stands_the_word_that_an_entry_explains() -> None:
    known = "青团是江南一带清明前后的点心。"
    page = _judged("登录", "青团", "分享", "首页", "节令食品", "登录")
    candidates = [(index, line.text) for index, line in enumerate(page) if not line.force]
    assert beyond._explained(page, candidates, known) == 1
    assert beyond._explained(page, candidates, "节令食品是应时的点心。") == 4
    assert beyond._explained(page[:2] + page[4:], [(1, "青团")], known) is None, "no button below"


@pytest.mark.parametrize(
    ("window", "expected"),
    [("青石桥 - 某某百科", 1), ("青石桥_某某百科", 1), ("青石桥上的人", 0), ("某某百科", 0)],
)
def test_the_window_names_the_title(window: str, expected: int) -> None:
    assert beyond._in_window(_judged(window, "青石桥", "条目", BODY), 0, 3) == expected


def test_a_question_stands_below_its_topics() -> None:
    page = _judged("知道>园艺", "多肉植物", "多肉总是烂根，到底多久浇一次水？", "园艺爱好者")
    assert beyond._asks_below_topics(page, 0, 2)
    assert not beyond._asks_below_topics(page, 2, 2)
    assert not beyond._asks_below_topics([page[3], page[2]], 0, 1)
    assert not beyond._asks_below_topics([page[0], page[3]], 0, 1)


def test_a_time_of_day_is_no_title() -> None:
    page = _judged("旧书集市开张了", "2021年5月16日", "16:02:33", "来源：青山日报", BODY)
    assert title.head(page, 4, BODY)[0] == 0


def test_a_row_of_a_table_above_the_date_is_no_title() -> None:
    page = (
        "首页 > 正文",
        "小镇旧书集市记事本",
        "软件评级：五星",
        "应用平台：各种",
        "2021-05-16 08:30",
    )
    assert head(*page) == "小镇旧书集市记事本"


def test_of_a_headline_in_a_list_and_over_its_text_the_lower_is_the_title() -> None:
    page = _judged(
        "小镇旧书集市开张", "公交车上的图书角", "上一篇 下一篇", "小镇旧书集市开张", BODY
    )
    assert title.head(page, 4, BODY) == (3, 3)


def test_the_first_line_with_a_labelled_date_below_is_the_title() -> None:
    lines = _judged(
        "主页", "最新消息 > 通告", "家长通告：亲子旅行", "日期：2014年10月20日", "敬启者："
    )
    assert title.head(lines, 2, "家长通告：亲子旅行\n敬启者：") == (2, 2)


FAR = "无关的另一行"  # no word of the body


LOGIN = cue("login", STRONG)
WHEN = cue("byline", STRONG, "2021-05-16", "published")


@pytest.mark.parametrize(("between", "found"), [(7, 1), (8, 1), (9, 2)])
def test_plain_lines_between_title_and_body(between: int, found: int) -> None:
    """Eight lines may be the head; with more the title is the topmost that is near."""
    lines = [LOGIN, *[plain(FAR)] * between, Line(BODY, True)]
    assert title.head(lines, between + 1, "别的话") == (found, found)


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("集市", "集市是买卖的地方。", True),
        ("集市", "这里的集市，集市和集市。", True),
        ("集市", "这里的集市和集市。", False),  # twice
        ("集", "集是买卖的地方。", False),  # a character
    ],
)
def test_the_word_that_an_entry_is_about(word: str, known: str, found: bool) -> None:
    lines = [cue("navigation", STRONG), plain(FAR), plain(word), Line(known, True)]
    assert (title.head(lines, 3, known)[0] == 2) is found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([plain("小镇旧书集市"), cue("share", STRONG), cue("related", END)], 0),
        ([plain("小镇旧书集市"), cue("share", STRONG), cue("related", STRONG)], None),
        ([plain("小镇旧书集市"), cue("share", STRONG), cue("comments", END)], None),
        ([plain("小镇旧书集市"), cue("share", STRONG), cue("hot", END)], 0),
        ([plain("小镇旧书集市"), cue("related", END)], None),  # no bar between
        ([plain("小镇旧书集市"), cue("navigation", STRONG), cue("related", END)], None),
        ([plain(FAR), cue("share", STRONG), cue("related", END)], None),
        ([plain("旧书集市"), cue("share", STRONG), cue("related", END)], None),  # four
        ([cue("share", STRONG), cue("related", END)], None),
    ],
)
def test_a_title_above_a_list_and_a_bar(lines: list[Line], found: int | None) -> None:
    assert title._above_list(lines, len(lines) - 1, BODY) == found


def test_further_up_likeness_counts_before_all_else() -> None:
    lines = [plain("小镇旧书集市"), LOGIN, WHEN, plain("无关的另外一行标题"), cue("share", STRONG)]
    lines += [LOGIN, Line(BODY, True)]
    assert title.head(lines, 6, BODY)[0] == 0
    lines[0] = plain(FAR)
    assert title.head(lines, 6, BODY)[0] == 3  # between date and buttons


def test_further_up_the_last_that_a_longer_line_names() -> None:
    window = plain("巷弄里没有招牌的店 - 青山网")
    lines = [window, plain("巷弄里没有招牌的店"), LOGIN, plain("巷弄里没有招牌的店"), LOGIN, LOGIN]
    assert title.head([*lines, Line(BODY, True)], 6, BODY)[0] == 3
    short = [plain("没有招牌的店铺 - 青山网"), plain("没有招牌的店铺"), LOGIN, LOGIN]
    assert title.head([*short, Line(BODY, True)], 4, BODY)[0] == 4, "seven characters"


@pytest.mark.parametrize(("reach", "found"), [(38, True), (39, True), (40, False)])
def test_how_far_up_a_title_is_looked_for(reach: int, found: bool) -> None:
    lines = [plain("小镇旧书集市"), *[LOGIN] * reach, Line(BODY, True)]
    assert (title.head(lines, reach + 1, BODY)[0] == 0) is found


def test_head_of_an_account_is_above_the_mark_of_its_own_articles() -> None:
    page = ("登录", "早市的一天", "{}", "阿树", "城里的早市", "2024-04-02 07:30", "浙江", "听全文")
    assert head(*[line.format("原创") for line in page]) == "早市的一天"
    assert head(*[line.format("浏览") for line in page]) != "早市的一天"


def test_sizes_of_letters_are_no_menu_between_title_and_text() -> None:
    sizes = ("2024-03-11 05:00 来源：某某报", "字体大小：", "小", "中", "大")
    assert head("登录", "小贩中心试行自助归还托盘", "陈美玉", *sizes) == "小贩中心试行自助归还托盘"


@pytest.mark.parametrize(("button", "name"), [("编辑", False), ("新闻", True)])
def test_the_button_that_changes_a_post_is_no_menu(button: str, name: bool) -> None:
    page = ("登录", "小贩中心试行自助归还托盘", "陈美玉", "2018-12-09 01:22:47", button)
    assert head(*page) == page[1 + name]


def test_a_section_above_the_date_is_no_title_where_that_is_below() -> None:
    page = ("登录", "{}", "2023-02-17 18:10 来源：某某报", "小镇旧书集市开张")
    assert head(*[line.format("森州") for line in page]) == "小镇旧书集市开张"
    assert head(*[line.format("石板路上的旧书") for line in page]) == "石板路上的旧书"


def test_a_name_of_the_site_is_no_title_where_one_stands_above_the_date() -> None:
    known = f"【某某东网专讯】{BODY}"
    lines = [
        judge(line, load())
        for line in (
            "某某东网",
            "新闻",
            "小镇旧书集市清理",
            "2019-08-06 08:30",
            "热门文章",
            known,
        )
    ]
    assert title.head(lines, 5, known)[0] == 2
    assert beyond._over_date(lines, [(0, "某某东网")], known) is None


def test_the_title_below_its_line_of_an_agency_is_the_shorter_one() -> None:
    page = ("新华网 > 正文", "来源：新华网", "大漠深处“守林人”", "字体：", "小", "分享到：")
    agency = "新华社银川7月16日电 题：大漠深处“守林人”"
    assert head(*page, agency, "新华社记者马某某") == "大漠深处“守林人”"


@pytest.mark.parametrize(
    ("author", "is_title"), [("作者，林阿丽", True), ("林阿丽", False), ("作者" + "林" * 15, False)]
)
def test_a_question_over_author_and_day_is_a_title(author: str, is_title: bool) -> None:
    lines = [judge(line, load()) for line in ("他们为什么选择回来？", author, "2023年5月6日")]
    assert title._is_title(lines, 0) is is_title


def test_the_name_of_the_site_above_the_menu_is_not_the_title() -> None:
    known = BODY + "青山旧书台保留删除留言的权利。"
    page = ("青山旧书台", "{}", "新闻", "摊主盼春天", "2018-06-13 来源：某某", known)
    for between, found in (("专题", 3), ("石板路上", 0)):
        lines = [judge(line.format(between), load()) for line in page]
        lines[2] = lines[1] if between != "专题" else lines[2]
        assert title.head(lines, 5, known)[0] == found


def test_a_title_between_breadcrumb_and_date_stays_above_a_standfirst() -> None:
    title, lead = "两船企合并终止", "摊主们说，方案遭到反对"
    date, tools = "2013-08-29 17:43 来源：青山网", ("评论（4）", "打印", "听文章")
    assert head("青山网首页", "青山 > 公司 > 正文", title, date, lead, *tools) == title
    assert head("青山网首页", "地方", title, date, lead, "关闭", *tools) != title


def test_what_an_agency_says_the_topic_is_makes_a_title() -> None:
    topic = ("新华社某地9月20日电 题：跟着牧民转场去", "新华社记者 贺兰舟、白小雨")
    page = ("登录", "来源：青山日报", "手记：跟着牧民转场去", "分享", "打印", *topic)
    assert head(*page) == "手记：跟着牧民转场去"


def test_the_name_of_the_site_above_its_menu_is_no_entry() -> None:
    known = "青山网首发，周末的早晨，小镇的石板路上摆开了三十多个书摊。"
    lines = [judge(line, load()) for line in ("青山网", "首页", "快讯", "寻求报道", known)]
    assert title.head(lines, 4, likeness.opening([known]))[0] != 0


def test_what_stands_far_above_the_date_beyond_a_menu_is_no_title() -> None:
    menu = ("国际", "政治", "社会", "商业", "艺文")
    assert head("青山网", "首页", *menu, "2019/04/23", "， 生活") == BODY
    assert head("旧书集市开张", "国际", "政治", "2019/04/23") == "旧书集市开张"


def test_a_date_with_a_label_lets_a_button_stand_below_it() -> None:
    title = "修钟表的人不看时间"
    page = ("青山 > 人物 > 正文", title, "日期：2012-05-14", "作者：白小雨", "分享：", "导读：")
    assert head(*page) == title
    assert head(*page[:2], "2012-05-14", *page[3:]) != title


def test_the_line_above_the_date_is_the_title_though_the_text_begins_with_a_part_of_it() -> None:
    page = ("登录", "青山书社：小镇旧书集市开张的公告", "公告日期：2021-05-16", "字号：大 中 小")
    assert head(*page, "青山书社公告", "小镇旧书集市开张的公告") == page[1]
    assert head("登录", page[1], "小镇旧书集市开张的公告") == "小镇旧书集市开张的公告"


def test_the_headline_over_a_subtitle_is_the_title() -> None:
    """It is a little like the text, which a headline of another article is not."""
    under = ("三十多个书摊摆上石板路", "本报记者 王小明")
    assert head("登录", "周末的早晨添了新去处", *under) == "周末的早晨添了新去处"
    assert head("登录", "球队客场逼平领头羊队", *under) == "三十多个书摊摆上石板路"
    assert head("登录", "周末的小城添", *under) == "三十多个书摊摆上石板路"


def test_below_the_day_stands_the_title_and_above_it_the_name_of_the_blog() -> None:
    """The subtitle of a title that says nothing of the text begins like one."""
    post = ("树下的三只猫", DATE, "石板路上的书摊", BODY)
    assert head(*post[:3]) == post[2]
    assert head("石板路上的猫", *post[1:3]) == "石板路上的猫"
    assert head(post[0], DATE, "——石板路上的书摊") == post[0]
    assert head(post[0], DATE, "集市", post[2]) == post[0]
    assert head("树" * 13, *post[1:3]) == "树" * 13


def test_the_value_of_a_label_between_title_and_date_is_no_title() -> None:
    label, dated = (
        cue("navigation", WEAK, "分类："),
        cue("byline", STRONG, "2010/11/2120:48", "published"),
    )
    text = Line("今天气温降到十二度，隔壁的阿财哥送来一只红面番鸭。", True)
    lines = [Line("冬天的第一锅姜母鸭", False), label, Line("生活随笔", False), dated, text]
    assert title.head(lines, 4, text.text)[0] == 0


def test_a_line_of_five_characters_below_the_date_is_told_of() -> None:
    page = ("小镇旧书集市开张", "登录", "门口", "2021-05-16 08:30", "山脚人家店")
    assert head(*page) == page[0]


def test_a_date_line_beyond_the_lead_is_another_article_s() -> None:
    date = "2021-05-16 08:30 来源：青山日报"
    lead = ["山脚人家" + digit * 3 for digit in "一二三四五六七八九"]
    assert head("书库", "另一篇的标题在这里", date, *lead[:8]) == "另一篇的标题在这里"
    assert head("书库", "另一篇的标题在这里", date, *lead) == lead[1]


@pytest.mark.parametrize(
    "between",
    [
        ("登录",),
        ("登录", "注册", "忘记密码"),
        ("相关新闻", "高速公路三号线今起全线通车"),
        ("字号：", "小", "中", "大", "分享", "请登录"),
    ],
)
def test_a_title_keeps_its_place_above_buttons_and_links_below_its_date(
    between: tuple[str, ...],
) -> None:
    name = "小镇办起了新的市场"  # less like the text than a title that is looked for
    assert head("首页", "登录", name, DATE, *between) == name
    assert head("首页", "论坛", name, *between) != name


@pytest.mark.parametrize("cue", ["返回首页", "登录", "相关新闻", "免费注册"])
def test_a_title_right_above_a_cue_over_its_date(cue: str) -> None:
    """It shares some pairs with the text; the name of a site shares none."""
    name = "小镇办起了新的市场"
    assert head("首页", "登录", name, cue, DATE) == name
    assert head("首页", "登录", name, "张小山", cue, DATE) == name
    assert head("首页", "登录", "某某网新闻中心", cue, DATE) == BODY


def test_a_title_between_the_date_line_and_a_rule_or_a_chapter_is_one() -> None:
    day = "2021-05-16 08:30 来源：青山日报"
    assert head("首页", "登录", "我的朋友", day, "汽车报价大全之一", "======") == "汽车报价大全之一"
    assert head("首页", "登录", day, "汽车报价管理条例", "第一章 总则") == "汽车报价管理条例"
