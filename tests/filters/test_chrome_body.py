from __future__ import annotations

from functools import partial

import pytest

from cleaner.filters.chrome import body, entry, resumed, runs
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.lines import Line
from tests.filters import chrome_lines
from tests.filters.chrome_lines import plain, prose

CUES = load()
SENTENCE = "周末的早晨，小镇的石板路上摆开了三十多个书摊，卖书的人从邻近几个县赶来，买书的人更多。"


def lines(*page: str) -> list[Line]:
    return [judge(line, CUES) for line in page]


def found(*page: str) -> tuple[str, ...] | None:
    place = body.find(lines(*page))
    return None if place is None else page[slice(*place)]


def test_scores() -> None:
    prose, again, button, plain, long = runs.scores(
        lines(SENTENCE, SENTENCE, "登录", "从一张桌子开始", "字" * 50)
    )
    assert prose == len(SENTENCE)
    assert again == 0
    assert button < 0
    assert plain < 0
    assert long == 0


def test_body_is_the_run_of_sentences_with_its_subheads() -> None:
    page = ("登录", SENTENCE, "从一张桌子开始", SENTENCE[:-1] + "！", "相关新闻", "短讯一")
    assert found(*page) == page[1:4]


def test_body_without_sentences_is_the_run_without_cues() -> None:
    poem = ("渡口没有名字", "只有一块青石", "磨得发亮", "像谁坐了一生", "船走了")
    assert found("首页", "登录", *poem, "发表评论", "版权所有") == poem


def test_no_body() -> None:
    assert found("首页", "登录", "注册") is None
    assert found() is None
    assert found("热点新闻", "短讯一", "短讯二", "相关新闻", "短讯三", "短讯四") is None


def test_block_heading_ends_the_body() -> None:
    comment = "楼上说得对，我也去过，书很便宜，还碰到了小学同学，" * 4 + "真好。"
    page = (SENTENCE * 4, "网友评论", comment, "版权所有")
    assert found(*page) == page[:1]
    early = (SENTENCE, "网友评论", comment, "版权所有")
    assert found(*early) == early[:3], "never more than half of the text goes"


def test_block_heading_over_paragraphs_is_a_subhead() -> None:
    paragraph = SENTENCE + SENTENCE
    assert body.heads_list(lines("相关", "短讯一"), 0) is False  # weak: no block heading
    assert body.heads_list(lines("相关新闻", "短讯一"), 0) is True
    assert body.heads_list(lines("相关新闻", paragraph), 0) is False
    assert body.heads_list(lines("网友评论", paragraph), 0) is True


def test_one_link_between_paragraphs_does_not_end_the_body() -> None:
    assert body.heads_list(lines("相关文章：县城图书馆延长开放时间", "短讯一"), 0) is False
    page = ("登录", SENTENCE, "相关文章：县城图书馆延长开放时间", SENTENCE[:-1] + "！", "版权所有")
    assert found(*page) == page[1:4]


def test_page_marks_do_not_part_a_report() -> None:
    page = ("第1页 共2页", SENTENCE, "第2页 共2页", SENTENCE[:-1] + "！")
    assert found(*page) == page[1:]


def contents(*page: str) -> list[int]:
    return entry.contents(page_lines := lines(*page), enumerate(page_lines))


def test_contents_are_headings_that_come_again() -> None:
    entry = ("目录", "1 形态", "2 习性", "形态", SENTENCE, "习性", SENTENCE)
    assert contents(*entry) == [0, 1, 2]
    assert contents(*entry[1:]) == []
    assert contents("目录", "1 形态", "形态", SENTENCE) == [], "one is none"
    law = ("目录", "第一章 总则", "第二章 附则", "第一章 总则", SENTENCE, "第二章 附则", SENTENCE)
    assert contents(*law) == []


def test_a_summary_above_the_contents_belongs_to_the_body() -> None:
    box = tuple(f"第{n}栏" for n in range(6))
    heads = tuple(f"小节{n}" for n in range(8))
    page = ("登录", SENTENCE, *box, "目录", *(f"{n} {h}" for n, h in enumerate(heads, 1)))
    sections = [line for head in heads for line in (head, SENTENCE * 2 + head + "。")]
    assert found(*page, *sections) == (*page[1:], *sections)


def test_lists_under_a_heading_do_not_hide_a_song() -> None:
    song = ("晚潮", "复制歌词", "灯塔亮起来的时候", "你已经走远", "我数着浪", "一遍一遍")
    tail = [line for name in ("大家都在看", "热门推荐") for line in (name, "雨巷", "归路", "山雀")]
    assert found("首页", "登录", *song, *tail) == song[2:]
    names = ("晚潮", "江月 词", "江月 曲")
    assert found("首页", "登录", *names, *song[1:], *tail) == (*names, *song[1:])


def test_paragraphs_above_a_share_bar_belong_to_the_body() -> None:
    bars = ("分享到：微博", "2021-05-16 08:30", "来源：青山日报", "打印本页")
    page = ("集市又开张了。", *bars, SENTENCE * 2)
    assert found(*page) == page
    assert found("集市又开张了。", "登录", *bars, SENTENCE * 2) == page[-1:]


def test_a_list_ends_up_in_the_body_when_there_is_nothing_else() -> None:
    items = tuple(f"河{n}号观测点：正常" for n in range(30))
    page = ("登录", "观测情况", SENTENCE, *items, "版权所有")
    assert found(*page) == page[1:-1]
    assert found("登录", *(f"短讯{n}" for n in range(40)), "更多", "注册", *page[1:]) == (SENTENCE,)


LINK = "一条别的新闻的标题"
SHORT = ("短短的一句话，放在这里。", "又一句短短的话，也放在这里，比上一句长一些，说完了。")


def test_body_goes_on_behind_a_bar_of_buttons() -> None:
    page = (SENTENCE, "【打印】【关闭】", *SHORT, "版权所有")
    assert found(*page) == page[:4]
    alone = (SENTENCE, "【打印】【关闭】", SHORT[0], "版权所有")
    assert found(*alone) == alone[:1], "one short sentence is a notice as often"


def test_body_goes_on_behind_a_few_links() -> None:
    more = (SENTENCE[:-1] + "！", SHORT[1])
    page = (SENTENCE * 3, "更多新闻", LINK, LINK + "二", *more, "版权所有")
    assert found(*page) == page[:6]
    many = (SENTENCE * 3, "更多新闻", *(LINK + str(i) for i in range(9)), *more, "版权所有")
    assert found(*many) == many[:1], "a list of links is not part of an article"
    comments = (SENTENCE * 3, "网友评论", LINK, *more, "版权所有")
    assert found(*comments) == comments[:1]


def test_contents_may_have_a_toggle() -> None:
    page = lines("目录", "[隐藏]", "1 历史", "2 结构", "一", "历史", SENTENCE, "结构")
    assert entry.contents(page, enumerate(page)) == [0, 1, 2, 3]
    assert contents("目录", "第一章 总则", "第一章 总则", SENTENCE) == []


def test_a_sentence_behind_an_advertisement_belongs_to_the_text() -> None:
    said = "“番茄熟了那天，整栋楼的人都上来拍照。”阿康笑着说。"
    page = ("登录", SENTENCE, SENTENCE[:-1] + "！", "广告", "点击放大", said)
    assert found(*page, "相关新闻", "短讯一") == page[1:]
    assert found(*page[:3], "[打印] [收藏] [关闭]", said, "相关新闻", "短讯一") == page[1:3]
    assert found(*page[:5], "他笑着说，好。", "相关新闻", "短讯一") == page[1:3]


def test_contents_that_are_folded_are_their_toggle() -> None:
    assert contents("目录", "收起", SENTENCE) == [0, 1]
    assert contents("目录", SENTENCE) == []


def test_buttons_beside_the_headings_of_an_entry_come_back() -> None:
    page = lines("青石桥", "历史", "[编辑]", SENTENCE, "结构", "[编辑]", SENTENCE, "编辑", SENTENCE)
    assert entry.buttons(page, 0) == [2, 5]
    assert entry.buttons(page, 3) == []


cue = partial(chrome_lines.cue, text="标记", field="")


@pytest.mark.parametrize(
    ("length", "score"),
    [(1, -21), (19, -39), (20, -40), (21, -39), (39, -21), (40, 0), (41, 0)],
)
def test_a_line_without_a_sentence_costs_most_at_the_length_of_a_headline(
    length: int, score: int
) -> None:
    assert runs.scores([plain(length)]) == [score]
    assert runs.scores([cue("hot", WEAK, text="字" * length)]) == [score]


@pytest.mark.parametrize(("length", "score"), [(1, -21), (39, -59), (40, -60), (41, -60)])
def test_a_strong_cue_costs_its_length_and_no_more_than_two_gaps(length: int, score: int) -> None:
    assert runs.scores([cue("share", STRONG, text="字" * length)]) == [score]


def test_what_costs_half_a_gap_or_nothing() -> None:
    assert runs.scores([cue("byline", WEAK)]) == [-10]
    assert runs.scores([Line("第2页", False, "pager", STRONG)]) == [0]
    assert runs.scores([Line("下一页", False, "pager", STRONG)]) == [-23]
    assert runs.scores([Line("字。", True, "disclaimer", WEAK)]) == [0]
    assert runs.scores([Line("字。", True, "hot", WEAK)]) == [2]


@pytest.mark.parametrize(("length", "again"), [(19, 19), (20, 0)])
def test_a_sentence_of_some_length_counts_once(length: int, again: int) -> None:
    assert runs.scores([prose(length)] * 2) == [length, again]


@pytest.mark.parametrize(("told", "worth"), [(39, 30), (40, 10)])
def test_below_a_heading_text_counts_by_a_third_when_an_article_was_above(
    told: int, worth: int
) -> None:
    assert runs.scores([prose(told), cue("comments", END), prose(30)])[-1] == worth
    assert runs.scores([prose(told), cue("share", END), prose(30)])[-1] == 30


@pytest.mark.parametrize(("length", "own"), [(59, False), (60, True)])
@pytest.mark.parametrize("between", [0, 1])
def test_a_heading_over_a_paragraph_is_the_articles_own(
    length: int, own: bool, between: int
) -> None:
    lines = [cue("related", END), *[plain(5)] * between, prose(length)]
    assert body.subhead(lines, 0) is own
    assert body.heads_list(lines, 0) is not own


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("相关文章：山脚小镇办起旧书集市", False),
        ("【延伸阅读】山脚小镇办起旧书集市", False),
        ("新闻链接：什么是旧书集市", True),
        ("相关文章", True),
    ],
)
def test_one_link_over_a_paragraph_is_no_subhead(text: str, own: bool) -> None:
    assert body.subhead([cue("related", END, text=text), prose(60)], 0) is own


def test_a_menu_with_a_guest_book_ends_what_belongs_to_the_body_above() -> None:
    menu = [cue("navigation", WEAK, text=name) for name in ("部落格", "相簿", "名片")]
    page = [prose(30), *menu, cue("comments", END, text="留言板"), plain(8), prose(60), prose(60)]
    assert body.find(page) == (5, 8)
    assert body.find([page[0], *menu[:2], *page[4:]]) == (0, 7)


def test_a_paragraph_further_below_is_not_under_the_heading() -> None:
    assert not body.subhead([cue("related", END), plain(5), plain(5), prose(60)], 0)
    assert not body.subhead([cue("comments", END), prose(60)], 0)


@pytest.mark.parametrize(("between", "start"), [(8, 0), (9, 10)])
def test_plain_lines_between_paragraphs(between: int, start: int) -> None:
    lines = [prose(30), *[plain(5)] * between, prose(30)]
    assert body._first(lines, between + 1) == start


@pytest.mark.parametrize(
    ("line", "start"),
    [
        (cue("byline", STRONG), 0),
        (cue("share", STRONG), 0),
        (cue("navigation", STRONG), 2),
        (cue("navigation", WEAK), 0),
    ],
)
def test_what_may_stand_between_paragraphs(line: Line, start: int) -> None:
    assert body._first([prose(30), line, prose(30)], 2) == start


@pytest.mark.parametrize(("above", "end"), [(49, 3), (50, 1)])
def test_a_heading_ends_the_body_when_half_of_it_is_above(above: int, end: int) -> None:
    # 100 characters in all, two of them those of the heading.
    lines = [prose(above), cue("hot", END), plain(98 - above)]
    assert body._cut(lines, 0, 3) == end


@pytest.mark.parametrize(("length", "end"), [(9, 1), (10, 3)])
def test_behind_an_interruption_a_sentence_does(length: int, end: int) -> None:
    lines = [prose(30), cue("advertisement", STRONG, text="广告"), prose(length)]
    assert resumed.further(lines, 1) == end


@pytest.mark.parametrize(("lengths", "end"), [((20, 19), 1), ((20, 20), 4), ((40,), 1), ((80,), 1)])
def test_behind_buttons_two_sentences_are_asked(lengths: tuple[int, ...], end: int) -> None:
    lines = [prose(30), cue("share", STRONG), *map(prose, lengths)]
    assert resumed.further(lines, 1) == end


@pytest.mark.parametrize(
    ("links", "headline", "lengths", "goes_on"),
    [
        (6, 8, (30, 30), True),
        (7, 8, (30, 30), False),
        (6, 7, (30, 30), False),
        (6, 8, (30, 29), True),
        (6, 8, (10, 9), False),
    ],
)
def test_behind_links(links: int, headline: int, lengths: tuple[int, ...], goes_on: bool) -> None:
    lines = [prose(30), cue("related", END), *[plain(headline)] * links, *map(prose, lengths)]
    assert resumed.further(lines, 1) == (len(lines) if goes_on else 1)


@pytest.mark.parametrize(("count", "found"), [(3, None), (4, (0, 4)), (5, (0, 5))])
def test_lines_of_a_block(count: int, found: tuple[int, int] | None) -> None:
    assert runs.block([plain(5)] * count) == found


@pytest.mark.parametrize(("others", "found"), [(4, (0, 4)), (5, None)])
def test_a_block_has_half_of_the_plain_lines(others: int, found: tuple[int, int] | None) -> None:
    apart = [
        line for _ in range(others) for line in (cue("share", STRONG), cue("app", STRONG), plain(5))
    ]
    assert runs.block([*[plain(5)] * 4, *apart]) == found


@pytest.mark.parametrize(("below", "end"), [(12, 17), (13, 5)])
def test_below_an_article_a_short_list_belongs_to_it(below: int, end: int) -> None:
    lines = [*[prose(40)] * 5, *[plain(10)] * below]
    assert body._widen(lines, 0, 5) == (0, end)


@pytest.mark.parametrize(
    ("sizes", "start"),
    [
        ((4, 4, 4, 4), 4),  # four lines of four: a menu
        ((4, 4, 4), 0),
        ((5, 4, 4, 4), 0),
        ((4, 5, 4, 4), 0),
    ],
)
def test_tiny_lines_above_a_body_are_a_menu(sizes: tuple[int, ...], start: int) -> None:
    lines = [*map(plain, sizes), *[prose(20)] * 20]
    assert body._widen(lines, len(sizes), len(lines))[0] == start


@pytest.mark.parametrize(("apart", "start"), [(1, 0), (2, 1)])
def test_a_body_widens_when_the_page_has_little_else(apart: int, start: int) -> None:
    # Of the plain lines three quarters lie around the body: 3 of 4, but not 3 of 5.
    lines = [plain(9), prose(20), prose(20), cue("share", STRONG), *[plain(9)] * apart]
    assert body._widen(lines, 1, 3)[0] == start


def test_a_block_has_half_of_the_plain_letters_or_lines() -> None:
    between = [cue("share", STRONG), cue("app", STRONG)]
    few, many = [*between, plain(40)], [*between, plain(1)] * 5
    assert runs.block([*[plain(5)] * 4, *few]) == (0, 4)  # half of the letters, most lines
    assert runs.block([*[plain(4)] * 4, *few]) == (0, 4)
    assert runs.block([*[plain(5)] * 4, *many]) == (0, 4)
    assert runs.block([*[plain(1)] * 4, *many]) is None


@pytest.mark.parametrize(
    ("interruption", "end"), [("+5", 4), ("[广告]请继续往下阅读", 4), ("分享到：", 1), ("+500", 1)]
)
def test_a_subhead_may_stand_behind_an_interruption(interruption: str, end: int) -> None:
    subhead = Line("从一张桌子开始", False)
    lines = [prose(30), cue("share", STRONG, text=interruption), subhead, prose(30)]
    if "广告" in interruption:
        lines[1] = cue("advertisement", STRONG, text=interruption)
    assert resumed.further(lines, 1) == end
    assert resumed.further([lines[0], *lines[2:]], 1) == 1, "nothing interrupts"
    assert resumed.further([*lines[:3], prose(29)], 1) == 1, "no paragraph"


@pytest.mark.parametrize(("length", "end"), [(19, 1), (20, 3)])
def test_behind_an_advertisement_a_sentence_is_asked(length: int, end: int) -> None:
    lines = [prose(30), cue("advertisement", STRONG, text="更多内容，欢迎某某"), prose(length)]
    assert resumed.further(lines, 1) == end


STEP = "开学前两星期开始，每日提早起床。"


@pytest.mark.parametrize(
    ("page", "left"),
    [
        (("ADVERTISEMENT", "1. 提早起床", STEP, "2. 走一次", STEP), 0),
        (("ADVERTISEMENT", "1. 提早起床", STEP, "同场加映：书包要几重", "2. 走一次", STEP), 0),
        (("ADVERTISEMENT", "1. 提早起床", STEP, "热门文章", "2. 走一次", STEP), 3),
        (("ADVERTISEMENT", "1. 提早起床", STEP, "3. 走一次", STEP), 2),
        (("ADVERTISEMENT", "1. 大桥合龙", "2. 周末有雨", STEP), 4),
        (("分享到：", "1. 提早起床", STEP), 3),
    ],
)
def test_numbered_items_go_on_behind_an_interruption(page: tuple[str, ...], left: int) -> None:
    whole = lines(SENTENCE, *page)
    assert len(whole) - resumed.items(whole, 0, 1) == left


def test_numbers_go_on_from_those_of_the_body() -> None:
    whole = lines(SENTENCE, "1. 提早起床", STEP, "ADVERTISEMENT", "2. 走一次")
    assert resumed.items(whole, 0, 3) == 5
    assert resumed.items(whole[:1] + whole[2:], 0, 2) == 2
    far = [*whole[:3], *[cue("advertisement", STRONG, text="ADVERTISEMENT")] * 3, whole[4]]
    assert resumed.items(far, 0, 3) == 3
    assert resumed.items([*far[:4], *far[5:]], 0, 3) == 6


def test_behind_links_a_short_subhead_leads_to_the_rest_of_the_body() -> None:
    text = Line("字" * 60 + "。", True)
    heading = Line("其他人也在看", False, "related", END)
    links = [Line("某地太阳两个月不升起", False)] * 2
    page = [text, text, heading, *links, Line("最后一代", False), text, text]
    assert resumed.further(page, 2) == len(page)
    assert resumed.further([*page[:5], *page[5:6] * 2, text, text], 2) == 2
    short = Line("字" * 9 + "。", True)
    assert resumed.further([*page[:6], short, text, text], 2) == 2


@pytest.mark.parametrize(
    ("sentence", "goes_on"),
    [
        ("营养师提醒，每天的尿量少于一千五百毫升时也要留意。", True),
        ("营养师提醒，每天的尿量少于一千五百毫升时也要留意", False),
        ("注：营养师提醒，每天的尿量少于一千五百毫升时也要留意。", False),
        ("作者：营养师，每天的尿量少于一千五百毫升时也要留意。", False),
        ("★营养师提醒，每天的尿量少于一千五百毫升时也要留意。", False),
        ("“每天的尿量少于一千五百毫升时也要留意。”", True),
        ("每天的尿量少于一千五百毫升时要留意。", False),  # 18 characters
        ("每天的尿量少于一千五百毫升时也都要留意。", True),
    ],
)
def test_one_sentence_behind_links(sentence: str, goes_on: bool) -> None:
    links = [Line("肾结石怎么预防才对", False)] * 2
    items = [Line("1. 曾有结石的人", False), Line("2. 正在服药的人", False)]
    tail = [cue("related", END), *links, Line(sentence, True)]
    for own in ([], items, [Line("这些人要留意", False), *items]):
        page = [prose(30), *own, *tail]
        assert resumed.further(page, 1) == (len(page) if goes_on else 1)
    for foreign in ([Line("这些人要留意", False)] * 3, items * 4):
        page = [prose(30), *foreign, *tail]
        assert resumed.further(page, 1) == 1


@pytest.mark.parametrize(
    ("source", "pieces", "found"),
    [
        ("- i-Haven", 3, True),
        ("青山新闻", 3, True),
        ("青山新闻", 2, False),
        ("晴转多云", 3, False),  # a diary
    ],
)
def test_source_and_date_over_several_pieces(source: str, pieces: int, found: bool) -> None:
    piece = lines(source, "- 2022年08月24日", "大桥今早合龙", SENTENCE)
    page = piece * pieces
    cued = [(index, line) for index, line in enumerate(page) if line.force]
    assert len(entry.heads(page, cued)) == (2 * pieces if found else 0)


def test_a_teaser_is_not_the_rest_of_an_article() -> None:
    text = "营养师提醒，每天的尿量少于一千五百毫升时也要留意。"
    link, more = Line("肾结石怎么预防才对", False), Line("喝茶真的会长石头吗", False)
    head = [prose(30), cue("related", END)]
    assert resumed.further([*head, link, Line(text, True)], 1) == 4
    assert resumed.further([*head, link, Line(text, True), more, cue("share", STRONG)], 1) == 4
    # Its date or another follow, or it says what its headline says.
    day = Line("2021-07-20 09:11", False, "byline", STRONG, "", "published")
    assert resumed.further([*head, link, Line(text, True), day], 1) == 1
    assert resumed.further([*head, link, Line(text, True), more, Line(text, True)], 1) == 1
    same = Line("营养师提醒尿量少要留意", False)
    assert resumed.further([*head, same, Line(text, True)], 1) == 1
    # Below several headlines stands no teaser.
    assert resumed.further([*head, link, same, Line(text, True), more, Line(text, True)], 1) == 5
    assert resumed.further([*head, link, same, Line(text, True), day], 1) == 1
    section = Line("二、预防结石的办法", False)
    assert resumed.further([*head, section, Line(text, True), more, Line(text, True)], 1) == 4


@pytest.mark.parametrize(
    ("above", "between", "found"),
    [
        (("2021-05-16 08:30",), ("相关阅读", "老街修缮完工开放参观", "图书馆延长开放时间"), True),
        (("2021-05-16 08:30",), ("订阅我们的电子报", "请输入您的电子邮箱", "订阅"), True),
        ((), ("相关阅读", "老街修缮完工开放参观", "图书馆延长开放时间"), False),
        (("2021-05-16 08:30",), ("相关阅读", *["老街修缮完工开放参观"] * 7), False),
        (("2021-05-16 08:30",), ("首页 > 新闻 > 正文",), False),
        (("2021-05-16 08:30",), ("老街修缮完工开放参观",), False),
    ],
)
def test_a_body_begins_above_what_interrupts_it(
    above: tuple[str, ...], between: tuple[str, ...], found: bool
) -> None:
    page = lines(*above, SENTENCE, *between, SENTENCE, SENTENCE)
    start = len(page) - 2
    assert resumed.begun(page, start) == (len(above) if found else start)


@pytest.mark.parametrize(
    ("menu", "start"), [("首页 政务公开 网上办事 走进南江", 1), ("走进南江", 0)]
)
def test_a_menu_in_one_line_is_no_part_of_a_body(menu: str, start: int) -> None:
    page = (menu, "关于渡口安全的通知", SENTENCE, "青山镇人民政府")
    assert body._widen(lines(*page), 2, 3) == (start, 4)


@pytest.mark.parametrize(
    ("rows", "begin"),
    [
        (("登录号2009.011", "类别生活器物家具", "材质樟木与彩漆", "年代日治时期前后"), 2),
        (("登录号2009.011", "类别生活器物家具", "材质樟木与彩漆"), -1),
        (("生活器物", "古籍文书", "地图照片", "口述历史"), -1),  # a menu
    ],
)
def test_rows_without_colons_stand_below_the_breadcrumb(rows: tuple[str, ...], begin: int) -> None:
    text = "床前有门廊，立柱刻葡萄与松鼠。"
    page = ("登录", "首页 > 藏品 > 资料", "樟木雕花床", "脸书分享", *rows, text, "登录", "相关新闻")
    start = page.index(text)
    assert body._below_trail(lines(*page), start, start + 1) == (begin if begin > 0 else start)


def test_a_notice_between_verses_ends_nothing() -> None:
    song = ("灯塔亮起来的时候", "你已经走远", "我数着浪", "一遍一遍")
    page = ("首页", "登录", *song, "更多更详尽歌词 在 某某歌词网", *song[:3], "热门推荐", "雨巷")
    assert found(*page) == page[2:10]


def test_the_rows_above_the_contents_of_an_entry_belong_to_it() -> None:
    rows = [text for n in range(10) for text in (f"第{n}栏", f"第{n}值")]
    heads = ("形态特征", "生长环境", "分布范围")
    sections = [line for head in heads for line in (head, SENTENCE * 2 + head + "。")]
    page = ("登录", SENTENCE, *rows, "目录", *heads, *sections)
    assert found(*page) == page[1:]


def test_a_notice_at_the_foot_is_no_body_where_a_post_tells_more() -> None:
    post = [f"第{n}件装备用副本的法杖就够了，防具堆到四十以上。" for n in range(3)]
    told = [text for n, line in enumerate(post) for text in (f"{'一二三'[n]}、装备", line)]
    notice = (
        "日前某某公司表示旧的浏览器不再支援新的网路标准，可能无法使用新的应用程式来呈现网站内容。"
    )
    page = ("登录", "法师的装备", "2018-12-09 01:22:47", *told, "12 则留言", *("短行",) * 9, notice)
    place = found(*page)
    assert place is not None
    assert place[-1] == post[-1]


def test_a_menu_stands_between_a_slogan_and_the_body() -> None:
    menu = [Line(name, False, "navigation", WEAK) for name in ("网页", "首页", "关于我")]
    lines = [
        Line("搭巴士，看香港。", True),
        *menu,
        Line("坐一次六十四路", False),
        Line(SENTENCE, True),
    ]
    assert body._first(lines, 5) == 5
    assert body._first([lines[0], *menu[1:], *lines[4:]], 4) == 0


def test_buttons_below_a_short_text_end_it() -> None:
    two = [Line("1", False, "comments", WEAK), Line("回应", False, "comments", WEAK)]
    assert body._buttons(two)
    assert not body._buttons(two[:1])
    assert not body._buttons([two[0], Line("雨燕", False)])
    assert not body._buttons([two[0], Line("应用领域", False, "navigation", WEAK)])


def test_a_menu_of_buttons_above_a_short_text_is_none_of_it() -> None:
    menu = ("夏天的便利店", "归档", "私信", "搜索")
    body = ("凌晨三点的关东煮", SENTENCE, SENTENCE)
    assert found(*menu, *body, "评论(12)", "版权所有 便利店") == body


def test_contents_may_have_their_numbers_in_lines_of_their_own() -> None:
    entry = ("目录", "1", "背景", "2", "个性", "他回到了小镇。", "背景", SENTENCE, "个性", SENTENCE)
    assert contents(*entry) == [0, 1, 2, 3, 4]


def test_a_line_at_the_top_that_has_the_headings_of_an_entry_is_its_contents() -> None:
    names = "内容简介，作品目录，创作背景，人物介绍，名家点评，作者简介，"
    headings = ["内容简介", "老城", "创作背景", "茶馆", "作者简介"]

    def listed(*page: str) -> list[int]:
        return entry.listed([Line(text, False) for text in page])

    assert listed(names, *headings) == [0]
    assert listed("老城", names, *headings) == [1]
    assert listed("老城", "茶馆", names, *headings) == []
    assert listed(names, *headings[:4]) == []  # a row of words
    assert listed("内容简介，创作背景，作者简介", *headings) == []
