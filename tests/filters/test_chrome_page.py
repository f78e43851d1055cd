"""What a page is, line by line: cues, tags, the head of a post, what may be skipped, evidence."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome.cues import END, NONE, STRONG, WEAK
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.page import Page, evidence, is_tag, numbered
from tests.filters.chrome_lines import cue, plain


def told(text: str = "周末的早晨，小镇上摆开了三十多个书摊。") -> Line:
    return Line(text, True)


def cues(*lines: Line) -> list[str]:
    """What each line of a page is a cue of."""
    page = Page(lines, False)
    assert page.cued == [(index, line) for index, line in enumerate(page.lines) if line.force]
    return [line.reason if line.force else "" for line in page.lines]


def counted(*lines: Line) -> int:
    return evidence([(index, line) for index, line in enumerate(lines) if line.force])


SECTION = cue("navigation", WEAK, "国内")
COPYRIGHT = cue("copyright", END)
DATED = cue("byline")


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([], 0),
        ([cue("share")], 1),
        ([cue("share"), cue("share")], 2),
        ([cue("share", WEAK)], 0),
        # Six names of sections, one below the other, are a menu, and so are twelve.
        ([SECTION] * 5, 0),
        ([SECTION] * 6, 1),
        ([SECTION] * 12, 1),
        ([SECTION] * 3 + [plain("一行")] + [SECTION] * 3, 0),
        ([SECTION] * 3 + [cue("share")] + [SECTION] * 3, 1),
        ([SECTION] * 3 + [cue("share", WEAK)] + [SECTION] * 3, 0),
        ([SECTION, plain("一行"), *[SECTION] * 5], 0),
        ([cue("share"), *[SECTION] * 5], 1),
        ([cue("share", WEAK), *[SECTION] * 5], 0),
        ([SECTION] * 6 + [plain("一行")] + [SECTION] * 6, 2),
        ([cue("hot", WEAK)] * 6, 0),
        # Letters alone are an index, no menu.
        ([cue("navigation", WEAK, "甲")] * 6, 0),
        # Date lines come back in a diary.
        ([DATED, plain("一行"), DATED, plain("一行"), DATED], 1),
        ([DATED, cue("share"), DATED], 2),
        # Whoever had a hand in a program stands in one row of lines of copyright.
        ([COPYRIGHT, COPYRIGHT, COPYRIGHT], 1),
        ([COPYRIGHT, plain("一行"), COPYRIGHT], 2),
        ([cue("share"), COPYRIGHT], 2),
        ([COPYRIGHT, cue("share"), COPYRIGHT], 2),
    ],
)
def test_evidence_of_a_page(lines: list[Line], count: int) -> None:
    assert counted(*lines) == count


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("#环岛", True),
        ("#" + "字" * 11, True),
        ("#" + "字" * 12, False),
        ("#", False),
        ("##环岛", False),
        ("环岛#", False),
    ],
)
def test_tags_of_topics(text: str, tag: bool) -> None:
    assert is_tag(text) is tag


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["#环岛", "#嘉义"], ["related", "related"]),
        (["#环岛", "一行字"], ["", ""]),
        (["#环岛", "一行字", "#嘉义"], ["", "", ""]),
        (["#植物", "12个", "一行字"], ["related", "related", ""]),
        (["#植物", "12345个"], ["", ""]),
        (["#植物", "12个人"], ["", ""]),
        (["#植物", "一行字", "12个"], ["", "", ""]),
        (["一行字", "#植物", "12个"], ["", "related", "related"]),
        (["#植物", "#嘉义", "一行字"], ["related", "related", ""]),
        (["#环岛", "##嘉义"], ["", ""]),
    ],
)
def test_rows_of_tags(lines: list[str], expected: list[str]) -> None:
    assert cues(*map(plain, lines)) == expected


@pytest.mark.parametrize(("times", "silent"), [(2, False), (3, True)])
def test_a_label_that_comes_back_is_a_speaker(times: int, silent: bool) -> None:
    said = cue("credits", text="记者：您是哪年来的", label="记者")
    other = cue("credits", text="编辑：王五", label="编辑")
    assert cues(*[said] * times, other) == ["" if silent else "credits"] * times + ["credits"]


def test_a_label_with_a_time_behind_it_is_that_of_a_post() -> None:
    post = cue("byline", text="作者：王五 2010-07-05 22:01", label="作者")
    assert cues(*[post] * 3) == ["byline"] * 3
    dated = cue("byline", text="发布：昨天", label="发布", field="published")
    assert cues(*[dated] * 3) == ["byline"] * 3


@pytest.mark.parametrize(
    ("numbers", "below", "sections"),
    [
        (["01", "02"], 0, True),
        (["1.", "2、"], 0, True),
        (["1．", "2"], 0, True),
        (["01", "02", "03"], 0, True),
        (["01"], 0, False),
        (["02", "03"], 0, False),
        (["01", "02"], 2, True),
        (["01", "02"], 3, False),
        (["100", "101"], 0, False),
        (["01.", "02."], 0, True),
        (["001", "002"], 0, False),
    ],
)
def test_numbers_of_sections(numbers: list[str], below: int, sections: bool) -> None:
    """They count up from one, and a paragraph is near below."""
    page: list[Line] = []
    for number in numbers:
        page += [cue("navigation", WEAK, number), *[plain("小标题")] * below, told()]
    found = [bool(line.force) for line in Page(page, False).lines]
    assert any(found) is not sections


def test_strong_cues_are_no_numbers_of_sections() -> None:
    page = [line for number in "12" for line in (cue("pager", STRONG, number), told())]
    assert cues(*page) == ["pager", "", "pager", ""]


WHEN = cue("byline", text="日期：2013-05-06", label="日期")


@pytest.mark.parametrize(
    ("lines", "event"),
    [
        ([plain("地点：二楼"), WHEN], True),
        ([WHEN, plain("地点：二楼")], True),
        ([WHEN, plain("一行字"), plain("地点：二楼")], False),
        ([plain("地点：二楼"), plain("一行字"), WHEN], False),
        ([WHEN, plain("一行字")], False),
        ([WHEN.but(label="发布"), plain("地点：二楼")], False),
    ],
)
def test_when_something_takes_place_is_no_date_line(lines: list[Line], event: bool) -> None:
    assert ("byline" not in cues(*lines)) is event


BOARD = cue("byline", WEAK, "看板某某")


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        # The label with its value behind it: author and time are told, the title stays.
        (
            [plain("作者王五"), BOARD, plain("标题某事"), plain("时间Jun 7 2020"), told()],
            ["author", "-", "", "published", ""],
        ),
        # Each value in the line below.
        (
            [plain(text) for text in ("作者", "王五")]
            + [BOARD.but(text="看板"), plain("某某")]
            + [plain(text) for text in ("标题", "某事", "时间", "昨天", "正文")],
            ["-", "author", "-", "-", "-", "", "-", "published", ""],
        ),
        # Further above and below they are text.
        ([plain("作者王五"), plain("一行"), plain("一行"), BOARD, told()], ["", "", "", "-", ""]),
        ([plain("作者王五"), plain("一行"), BOARD, told()], ["author", "", "-", ""]),
        (
            [BOARD, *[plain("一行")] * 4, plain("时间Jun 7 2020"), told()],
            ["-", "", "", "", "", "published", ""],
        ),
        ([BOARD, *[plain("一行")] * 5, plain("时间Jun 7 2020"), told()], ["-", *[""] * 7]),
        # A sentence about its author, and a time without a year.
        ([told("作者王五说，今天不写。"), BOARD, told()], ["", "-", ""]),
        ([BOARD, plain("时间过得真快"), told()], ["-", "", ""]),
    ],
)
def test_the_head_of_a_post_on_a_board(lines: list[Line], fields: list[str]) -> None:
    page = Page(lines, False)
    assert [line.field if line.force else "" for line in page.lines] == fields
    assert all(line.force == STRONG for line in page.lines if line.force and line is not BOARD)


@pytest.mark.parametrize(
    ("between", "end", "skipped"),
    [(1, "结尾热读", True), (14, "结尾热读", True), (15, "结尾热读", False), (1, "一行字", False)],
)
def test_what_a_page_offers_to_skip(between: int, end: str, skipped: bool) -> None:
    lines = [
        cue("navigation", STRONG, "跳过热读"),
        *[plain("某条新闻")] * between,
        plain(end),
        told(),
    ]
    gone = ["advertisement" if skipped else ""] * (between + 1)
    assert cues(*lines) == ["navigation", *gone, ""]


def test_dropping_near_a_date_line_where_metadata_stays() -> None:
    lines = [cue("byline", field="published"), cue("byline", field="-"), cue("share")]
    for near, metadata, kept in ((True, True, 1), (False, True, 0), (True, False, 0)):
        page = Page(lines, metadata)
        for index, line in enumerate(lines):
            page.drop(index, line.reason, near=near)
        assert page.verdict.count("") == kept
        assert page.verdict[1:] == ["byline", "share"]


def test_no_line_is_a_cue_of_nothing() -> None:
    assert all(line.force == NONE for line in Page([plain("一行"), told()], False).lines)


CUES = load()
PARAGRAPH = told("他说自己不识字，可是谁家的孩子哪年剃的满月头，都记在墙上。")


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("分享到朋友圈之后", True),
        ("免责声明写给谁看", True),
        ("猜你喜欢的算法", True),
        ("关注公众号的人去哪了", True),
        ("下载App就能看病吗", True),
        ("责任编辑老秦的红笔", True),
        ("分享到朋友圈", False),
        ("分享到微信朋友圈", False),
        ("下载App查看更多", False),
        ("关注我们的公众号", False),
        ("为你推荐更多", False),
    ],
)
def test_a_subhead_between_paragraphs_may_begin_like_a_button(text: str, stays: bool) -> None:
    line = judge(text, CUES)
    assert line.force >= STRONG
    assert (cues(PARAGRAPH, line, PARAGRAPH)[1] == "") is stays
    assert cues(PARAGRAPH, line)[1]
    assert cues(PARAGRAPH, line, told("好。"))[1]
    assert cues(PARAGRAPH, line, cue("share"))[1]


def test_a_title_above_the_date_may_begin_like_a_button() -> None:
    line, date = (
        judge("分享到朋友圈之后", CUES),
        cue("byline", text="2019-05-01 10:20 来源：青山日报"),
    )
    assert cues(line, date)[0] == cues(line, PARAGRAPH)[0] == ""
    assert cues(cue("breadcrumb"), line, date)[1] == ""
    assert cues(cue("share"), line, date)[1] == "share"
    assert cues(plain("青山新闻网"), line, date)[1] == "share"


@pytest.mark.parametrize("title", ["微信扫码的菜摊", "扫描二维码的奶奶"])
@pytest.mark.parametrize(
    ("above", "stays"), [("晚报网 > 新闻 > 民生", True), ("今天的菜价又涨了", False)]
)
def test_a_title_between_breadcrumb_and_date_may_begin_like_a_button(
    title: str, above: str, stays: bool
) -> None:
    page = (above, title, "2018-04-12 07:20")
    assert (cues(*(judge(line, load()) for line in page))[1] == "") is stays


@pytest.mark.parametrize(
    ("menu", "heading", "reason"),
    [
        ("路线", "附近路线", "related"),
        ("路线查询", "附近路线：", "related"),
        ("首页 > 路线 > 加里山", "附近路线", "related"),
        ("加里山登山路线的走法", "附近路线", ""),
        ("天气", "附近路线", ""),
        ("天气", "相似路线", "related"),
        ("天气", "同类药品", "related"),
    ],
)
def test_a_heading_of_other_pages_names_what_the_menu_names(
    menu: str, heading: str, reason: str
) -> None:
    page = (menu, "步道沿着昔日运木材的轨道上行。", heading, "向天湖山", "光望鼻山步道")
    found = cues(*(judge(line, load()) for line in page))
    assert found[2:] == [reason, "", ""]


@pytest.mark.parametrize(
    ("above", "below", "row"),
    [
        ("申请号：CN201920012345", "公开号：CN209600000U", True),
        ("申请号：CN201920012345", "收藏", False),
        ("竹片去青机", "公开号：CN209600000U", False),
    ],
)
def test_a_date_between_rows_of_a_table_is_one(above: str, below: str, row: bool) -> None:
    page = (above, "申请日：2019-01-04", below)
    assert (cues(*(judge(line, load()) for line in page))[1] == "") is row


@pytest.mark.parametrize(
    ("text", "above", "below", "subhead"),
    [
        ("第2页：越野表现", "内饰泥擦一下就掉。", "怠速就能爬上四十度的坡，离合器不臭。", True),
        ("第2页：越野表现", "内饰泥擦一下就掉。", "第3页：总结", False),
        ("第2页：越野表现", "第1页：外观", "怠速就能爬上四十度的坡，离合器不臭。", False),
        ("第2页", "内饰泥擦一下就掉。", "怠速就能爬上四十度的坡，离合器不臭。", False),
    ],
)
def test_the_name_of_a_page_between_paragraphs_is_a_subhead(
    text: str, above: str, below: str, subhead: bool
) -> None:
    page = (above, text, below)
    assert (cues(*(judge(line, load()) for line in page))[1] == "") is subhead


@pytest.mark.parametrize(
    ("page", "menu"),
    [
        (("挖沙船", "|", "洗沙机", "|", "淘金船"), True),
        (("挖沙船", "|", "洗沙机", "淘金船"), False),
        (("挖沙船", "|", "洗沙机", "|"), False),  # cells
        (("挖沙船", "|", "每小时出沙两百方。", "|", "淘金船"), False),
    ],
)
def test_names_with_bars_between_are_a_menu(page: tuple[str, ...], menu: bool) -> None:
    found = Page([judge(line, load()) for line in page], False).lines
    assert all(line.force >= STRONG and line.reason == "navigation" for line in found) is menu


def test_names_beside_sentences_with_bars_between_are_a_table() -> None:
    rows = (
        "时间",
        "|",
        "纪事",
        "|",
        "1710年",
        "|",
        "随父亲住在芦村，开始学作诗。",
        "|",
        "1718年",
        "|",
    )
    found = Page([judge(line, load()) for line in rows], False).lines
    assert not any(line.force >= STRONG for line in found)


@pytest.mark.parametrize(
    ("page", "gone"),
    [
        (("1", "2", "3", "4", "int a = 0;"), [0, 1, 2, 3]),
        (("• 1", "• 2", "• 3", "• 4"), [0, 1, 2, 3]),
        (("1", "2", "3", "int a = 0;"), []),  # steps, perhaps
        (("2", "3", "4", "5"), []),
        (("1", "2", "int a = 0;", "3", "4"), []),
    ],
)
def test_the_numbers_of_the_lines_of_a_program(page: tuple[str, ...], gone: list[int]) -> None:
    lines = [judge(line, load()) for line in page]
    assert numbered([(at, line) for at, line in enumerate(lines) if line.force]) == gone


def test_values_below_the_labels_of_a_record_are_cues() -> None:
    record = ["索引号：", "610728/2024", "发文机构：", "县府办公室", "有效性：", "发布日期："]
    found = Page([judge(line, load()) for line in [*record, "会议制度"]], False).lines
    assert [bool(line.force) for line in found] == [True] * 6 + [False]
    titled = [*record[:4], "标题：", "会议制度", *record[4:]]
    found = Page([judge(line, load()) for line in titled], False).lines
    assert not found[3].force
