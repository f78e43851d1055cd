from __future__ import annotations

import pytest

from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.inset import advert, archived, footing, insets, pointed, titled, words
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.lines import Line

TITLE, DATE = "小镇旧书集市开张", "2021-05-16 08:30 来源：青山日报"
TEXT = (
    "周末的早晨，小镇的石板路上摆开了三十多个书摊，卖书的人从邻近几个县赶来，买书的人比卖书的更多。",
    "集市的发起人是两位开书店的年轻人，最初只有一张桌子，摆的是他们自己读过的小说和诗集，来看的人很少。",
    "如今，集市每月一次，镇上还腾出老粮仓作雨天的场地，卖书的人可以把没有卖完的书存在那里过夜，第二天一早再来接着卖，镇上不收他们一分钱。",
)
LINKS = (
    "高速公路三号线今起全线通车",
    "九旬老人学会用手机付款",
    "球队客场逼平升班马，积分第三",
    "冬小麦长势好于往年同期",
)


def gone(*between: str) -> list[str]:
    cues = load()
    lines = [judge(line, cues) for line in (TITLE, DATE, *between, *TEXT)]
    return [lines[index].text for index in insets(lines, 0, len(lines))]


def test_headlines_that_share_nothing_with_the_text_go() -> None:
    assert gone(*LINKS) == list(LINKS)


def test_a_heading_written_downwards_goes_with_them() -> None:
    assert gone("热", "点", "新闻眼", *LINKS) == []
    assert gone("热", "点", *LINKS) == ["热", "点", *LINKS]


def test_two_need_a_cue_below_them_or_a_heading() -> None:
    assert gone(*LINKS[:2]) == []
    assert gone(*LINKS[:2], "分享到：") == list(LINKS[:2])
    assert gone("推荐▼", *LINKS[:2])[1:] == list(LINKS[:2])


def test_below_a_heading_any_link_goes() -> None:
    assert gone("相关新闻", "旧书集市的书摊越摆越多") == ["旧书集市的书摊越摆越多"]


def test_leading_lines_and_subtitles_stay() -> None:
    assert gone("近日", "小镇的石板路上", "摆开了三十多个书摊") == []
    assert gone("两位开书店的年轻人发起", "每月一次，卖书的人从邻近几个县赶来") == []


def test_the_head_of_a_speech_stays() -> None:
    assert (
        gone("——在全县旧城改造工作会议上的讲话", "（二〇二一年三月五日）", "县长某某某某某某某某")
        == []
    )


def test_without_paragraphs_nothing_goes() -> None:
    cues = load()
    lines = [judge(line, cues) for line in (TITLE, DATE, *LINKS)]
    assert insets(lines, 0, len(lines)) == []


def test_tags_one_a_line_go_with_their_label() -> None:
    assert gone("标签：", "旧书", "集市", "分类：周末") == ["标签：", "旧书", "集市", "分类：周末"]
    assert gone("|标签：", "旧书", "集市") == ["|标签：", "旧书", "集市"]
    assert gone("标签：", "旧书集市的书摊越摆越多，来的人也越来越多") == []


def ends(line: str) -> bool:
    cues = load()
    return advert([judge(text, cues) for text in (TITLE, DATE, *TEXT, line)], [2 + len(TEXT)])


def test_a_line_below_the_text_that_has_nothing_to_do_with_it_is_an_advertisement() -> None:
    assert ends("凤凰杯二〇一二炒股大赛 报名抽平板")
    assert not ends("旧书集市每月一次")
    assert not ends("某某县某某局")
    assert not ends("（作者单位某某师范大学）")
    assert not ends("愿天下人，都有好饭吃")


def test_a_long_row_of_headlines_in_one_line_goes() -> None:
    row = " ".join((*LINKS, "元旦献血请看仔细 人才工作办公室选调工作人员")).replace("，", " ")
    assert gone(row) == ["".join(row.split())]
    assert gone(row + "。") == []


@pytest.mark.parametrize(
    ("below", "go"),
    [
        (("反应", "赞", "爱", "哈", "哇"), True),
        (("山村", "塑胶跑道", "运动"), True),
        (("山村", "跑道"), False),
        (("书摊", "小镇"), True),
        (("书摊",), False),
        (("某某县旧书协会", "某某县文化局", "某某县教育局"), False),
        (("某某局", "办公室", "3月4日"), False),
        (("山村", "跑道", "九个字的一个标签呀"), False),
    ],
)
def test_words_one_a_line_below_an_article(below: tuple[str, ...], go: bool) -> None:
    cues = load()
    lines = [judge(text, cues) for text in (TITLE, DATE, *TEXT, *below)]
    place = 2 + len(TEXT)
    assert words(lines, range(place, len(lines))) is go
    assert not words(lines[place - 1 :], range(1, 1 + len(below))), "no article"


@pytest.mark.parametrize("short", [80, 79])
def test_words_of_a_short_article_are_its_own(short: int) -> None:
    text = Line("旧书集市" + "字" * (short - 5) + "。", True)
    own = [Line("旧书", False), Line("集市", False)]
    assert words([text, *own], range(1, 3)) is (short == 80)
    assert not words([text, own[0], Line("跑道", False)], range(1, 3))
    other = [Line(word, False) for word in ("反应", "赞", "爱", "哈")]
    assert not words([text, *other], range(1, 5)), "these need more"
    assert words([text, own[0], *other], range(1, 6)) is (short == 80), "or one of its own"


@pytest.mark.parametrize(
    ("below", "go"),
    [
        (("►高速公路三号线今起全线通车",), 1),
        (("（图／镇公所提供）", "► 九旬老人学会用手机付款了", "►冬小麦长势好于往年同期水平"), 2),
        (("►报名方式：到镇公所填表或者打电话",), 0),
        (("►镇公所一楼", "►免费停车场"), 0),
        (("►高速公路三号线今起全线通车", "摆摊的人请早到"), 0),
        (("►高速公路三号线今起全线通车。",), 0),
    ],
)
def test_lines_that_point_to_other_articles(below: tuple[str, ...], go: int) -> None:
    cues = load()
    lines = [judge(text, cues) for text in (TITLE, DATE, *TEXT, *below)]
    place = 2 + len(TEXT)
    assert len(pointed(lines, range(place, len(lines)))) == go
    assert not pointed(lines[place - 1 :], range(1, 1 + len(below))), "no article"


@pytest.mark.parametrize(
    ("below", "go"),
    [
        (("本镇居民", "热门", "冬小麦长势好于往年同期", "更多", "关于我们", "联系我们"), 5),
        (("热门", "更多", "关于我们", "电话：0700-8000000"), 0),
        (("热门", "更多", "关于我们", "冬小麦长势好于往年同期。"), 0),
        (("热门", "更多", "冬小麦长势好于往年同期"), 3),
        (("热门", "冬小麦长势好于往年同期", "更多", *LINKS[:4]), 0),
        (("热门", "冬小麦长势好于往年同期"), 0),
        # A document to load and a day are no names of sections: a public body signs below.
        (("1.检查表.doc", "某某市水务和河道管理局", "2020年4月7日"), 0),
    ],
)
def test_names_of_sections_begin_the_foot_of_a_site(below: tuple[str, ...], go: int) -> None:
    cues = load()
    lines = [judge(text, cues) for text in (TITLE, DATE, *TEXT, *below)]
    assert len(footing(lines, range(2 + len(TEXT), len(lines)))) == go


def test_where_a_shop_is_stands_under_a_heading_too() -> None:
    cues = load()
    shop = (
        "店家资讯",
        "店名：水仙宫市场米糕",
        "地址：台南市中西区水仙宫市场",
        "营业时间：六点半到卖完",
    )
    lines = [judge(text, cues) for text in (TITLE, DATE, *TEXT, *shop)]
    assert not titled(lines, range(2 + len(TEXT), len(lines)))


def test_headlines_of_others_need_a_heading_that_says_so() -> None:
    cues = load()

    def goes(*row: str) -> bool:
        lines = [judge(text, cues) for text in (TITLE, DATE, *TEXT, *row)]
        return titled(lines, range(2 + len(TEXT), len(lines)))

    assert goes("关于旧书 集市 粮仓的新闻", *LINKS)
    assert not goes("获奖名单", *LINKS)
    assert not goes("关于旧书 集市 粮仓的新闻", "集市的发起人是两位开书店的年轻人", *LINKS)
    assert not goes("关于旧书 集市 粮仓的新闻", *LINKS[:2])


def other(length: int, mark: str = "") -> Line:
    """Return a line of characters that no other line has, so that it is about something else."""
    start = other.next  # type: ignore[attr-defined]
    other.next += length  # type: ignore[attr-defined]
    text = "".join(chr(0x6000 + number) for number in range(start, start + length))
    return Line(text[: length - len(mark)] + mark, False)


other.next = 0  # type: ignore[attr-defined]
STORY = [Line(text, True) for text in TEXT]
DATED = Line(DATE, False, "byline", STRONG, "", "published")
SHARE = Line("分享到", False, "share", STRONG)
NAMED = Line(TITLE, False)


def dropped(*between: Line, above: Line = DATED, story: list[Line] | None = None) -> int:
    """Return how many lines between the head of an article and its text go."""
    lines = [NAMED, above, *between, *(STORY if story is None else story)]
    found = insets(lines, 0, len(lines))
    assert set(found) <= set(range(2, 2 + len(between)))
    return len(found)


@pytest.mark.parametrize(
    ("lengths", "gone"),
    [
        ((11, 11, 11), 3),
        ((11, 11, 10), 0),  # on average the lines of a table are shorter
        ((6, 16, 11), 3),
        ((5, 17, 11), 0),
        ((48, 11, 11), 3),
        ((49, 11, 11), 0),
        ((11, 11), 0),
    ],
)
def test_how_long_headlines_are(lengths: tuple[int, ...], gone: int) -> None:
    assert dropped(*map(other, lengths)) == gone
    if len(lengths) == 2:
        assert dropped(*map(other, lengths), SHARE) == len(lengths), "a cue below them"


def test_what_stands_above_and_below_headlines() -> None:
    row = [other(12) for _ in range(3)]
    for reason in ("byline", "share", "comments", "advertisement", "credits"):
        assert dropped(*row, above=Line("五个字以上", False, reason, STRONG)) == 3
    for reason in ("navigation", "copyright", "notice"):
        assert dropped(*row, above=Line("五个字以上", False, reason, STRONG)) == 0
    assert dropped(*row, above=Line("五个字以上", False, "byline", WEAK)) == 0
    assert dropped(*row, above=Line("五个字以上", False)) == 0
    assert dropped(SHARE, *row, SHARE, *row) == 6, "each cue begins a row"
    assert dropped(*row, story=[]) == 0
    weak = Line("今日要闻", False, "hot", WEAK)
    assert dropped(weak, *row[:2]) == 3, "a weak heading"
    assert dropped(weak, row[0]) == 0


def test_headlines_begin_and_end_as_such() -> None:
    row = [other(12) for _ in range(3)]
    assert dropped(*row[:2], other(12, "。")) == 0
    assert dropped(*row[:2], other(12, "：")) == 0
    assert dropped(*row[:2], other(12, "，")) == 0
    assert dropped(*row[:2], other(12, "！")) == 3
    assert dropped(*row[:2], Line("——" + row[2].text, False)) == 0
    assert dropped(*row[:2], Line("（" + row[2].text, False)) == 0


@pytest.mark.parametrize(
    ("shared", "gone"),
    [((0, 0, 0), 3), ((5, 0, 0), 3), ((6, 0, 0), 0), ((3, 3, 3), 3), ((4, 3, 3), 0)],
)
def test_how_much_of_the_text_headlines_of_others_have(shared: tuple[int, ...], gone: int) -> None:
    """Of eleven pairs four at most, and two in each on average."""
    row = [Line(TEXT[0][4 : 4 + size] + other(12 - size).text, False) for size in shared]
    assert dropped(*row) == gone


@pytest.mark.parametrize(("length", "gone"), [(149, 0), (150, 3)])
def test_an_article_has_so_much_text(length: int, gone: int) -> None:
    told = Line("书" * (length - 1) + "。", True)
    assert dropped(*[other(12) for _ in range(3)], story=[told]) == gone


@pytest.mark.parametrize(
    ("tags", "gone"),
    [
        ([12] * 8, 9),
        ([12] * 9, 0),
        ([13], 0),
        ([2], 2),
        ([2, 2], 3),
        ([], 0),
    ],
)
def test_tags_below_their_label(tags: list[int], gone: int) -> None:
    label = Line("标签：", False, "related", WEAK)
    rows = [label, *map(other, tags)]
    menu = Line("五个字以上", False, "navigation", STRONG)
    assert dropped(*rows, above=menu) == gone
    assert dropped(label.but(force=0), *rows[1:], above=menu) == 0
    assert dropped(label.but(text="书名："), *rows[1:], above=menu) == 0
    assert dropped(other(20), *rows, above=menu) == gone, "the line above the label stays"


def ad(line: Line, *more: Line, story: list[Line] | None = None) -> bool:
    lines = [NAMED, DATED, *(STORY if story is None else story)]
    return advert([*lines, line, *more], range(len(lines), len(lines) + 1 + len(more)))


def test_what_an_advertisement_is() -> None:
    assert ad(other(9))
    assert not ad(other(8))
    assert ad(other(48))
    assert not ad(other(49))
    assert not ad(other(12), other(12)), "there is one"
    assert not ad(other(12).but(prose=True))
    assert not ad(other(12).but(force=WEAK, reason="share"))
    assert not ad(other(12), story=[])
    for mark in "：:，,。、；":
        assert not ad(other(12, mark)), "no sentence, nor a label"
    for begin in "—（(【“「《0":
        assert not ad(Line(begin + other(12).text, False))
    assert ad(Line(TEXT[0][6:8] + other(10).text, False)), "one pair of eleven"
    assert not ad(Line(TEXT[0][6:9] + other(9).text, False))


def test_short_headlines_need_a_heading() -> None:
    links = ("小麦长势好于往年", "球队客场逼平领头羊", "九旬老人学会手机付款")
    assert gone(*links) == []
    assert gone("财经时评：", *links) == ["财经时评：", *links]


def test_headlines_over_their_dates_are_other_articles() -> None:
    def listed(*row: Line) -> bool:
        return archived([*STORY, *row], range(len(STORY), len(STORY) + len(row)))

    day = Line("2016-05-25", False, "byline", WEAK, "", "published")
    assert listed(other(12), day, other(12), day)
    assert listed(other(6), day, other(6), day)
    assert not listed(other(12), day, other(5), day)
    assert not listed(other(12), day), "one may be a signature"
    assert not listed(day, other(12), day, other(12)), "a chronicle"
    assert not listed(day, other(12), day)
    assert not listed(other(12), day, day)
    assert not listed(other(12), day, other(12).but(prose=True), other(12), day)
