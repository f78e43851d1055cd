"""Above a text: names beside its date, what a question offers, what goes with a menu."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import above, headline
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.page import Page
from tests.filters.chrome_lines import DATED, TEXT, TITLE, TOLD, cue, plain


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (plain("王小五"), True),
        (plain("王小五工作室"), True),
        (plain("王小五的工作室"), True),
        (plain("王小五的小工作室"), True),
        (plain("王小五的小工作室们"), False),
        (plain("(王小五)"), False),
        (Line("王小五说。", True), False),
        (cue("share", WEAK, "王小五"), False),
        # What speaks of the text is a subtitle, a longer line with less of it.
        (plain("旧书摊"), False),
        (plain("旧书王五"), True),
        (plain("旧书王五工作"), False),
        # An author who reports for a paper.
        (plain("某某新闻网特约通讯记者"), True),
        (plain("某某新闻网特约通讯编辑"), True),
        (plain("某某某某新闻网特约通讯记者"), False),
        (cue("byline", WEAK, "某某新闻网特约通讯记者"), False),
    ],
)
def test_names_between_title_and_date(line: Line, name: bool) -> None:
    assert above._is_name(line, TEXT) is name


@pytest.mark.parametrize(
    ("line", "below", "followed"),
    [
        (plain("室内设计师"), "关注他", True),
        (plain("室内设计师"), "+ 关注", True),
        (plain("室内设计师"), "＋关注", True),
        (plain("室内设计师"), "关注他们", False),
        (plain("字" * 20), "关注", True),
        (plain("字" * 21), "关注", False),
        (cue("share", WEAK), "关注", False),
    ],
)
def test_what_an_author_is_stands_above_a_button(line: Line, below: str, followed: bool) -> None:
    assert above._is_followed([plain("王五"), line, plain(below)], 1) is followed


SECOND = Line("集市的发起人是两位开书店的年轻人，最初只有一张桌子，摆的是读过的小说。", True)
HEAD = plain(TITLE)
MENU = cue("navigation", WEAK, "国内")
SHARE = cue("share", text="分享到")
SITE = plain("青山新闻网")
COUNT = cue("byline", text="本文字数：")
TALK = cue("hot", END, "热议")
RANK = cue("comments", WEAK, "级别：三级").but(label="级别")


def marks(
    lines: list[Line], start: int | None = None, *, named: bool = False, site: bool = False
) -> str:
    """Return a mark for each line of a page: ``t`` the title, ``-`` what goes, ``+`` what stays."""
    page = Page(lines, False, site)
    if start is None:
        start = next(index for index, line in enumerate(lines) if line.prose)
    above.above(page, start, len(lines), named=named)
    return "".join(
        "t" if index == page.title else "-" if verdict else "+"
        for index, verdict in enumerate(page.verdict)
    )


NAMED = Line("上稿编辑：", False, "credits", STRONG, "上稿编辑", "editor")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], "++"),
        ([DATED], "-++"),
        ([HEAD, DATED], "t-++"),
        ([plain("题" * 60), DATED], "t-++"),
        ([plain("题" * 61), DATED], "+-++"),
        # Above a title that is like the text, a line that is not goes.
        ([SITE, HEAD, DATED], "-t-++"),
        ([plain("青山旧书摊新闻网"), HEAD, DATED], "+t-++"),
        ([MENU, SITE, HEAD, DATED], "--t-++"),
        ([cue("related", text="相关"), SITE, HEAD, DATED], "--t-++"),
        ([SHARE, SITE, HEAD, DATED], "--t-++"),
        ([cue("byline", text="青山日报"), SITE, HEAD, DATED], "--t-++"),
        ([plain(f"{TITLE}_青山新闻网"), HEAD, DATED], "-t-++"),
        ([*[plain(f"某某栏目{name}") for name in "甲乙丙丁戊"], HEAD, DATED], "-----t-++"),
        ([*[plain(f"某某栏目{name}") for name in "甲乙丙丁戊己"], HEAD, DATED], "------t-++"),
        # Between title and date names and times go, and what is said of them; subtitles stay.
        ([HEAD, plain("阿树"), DATED], "t--++"),
        ([HEAD, plain("镇上摆开旧书摊"), DATED], "t+-++"),
        ([HEAD, DATED, plain("阿树")], "t-+++"),
        ([HEAD, DATED, plain("阿树"), SHARE], "t---++"),
        ([HEAD, DATED, plain("室内设计师"), plain("关注他"), SHARE], "t----++"),
        ([HEAD, DATED, plain("16:02:33")], "t--++"),
        ([HEAD, plain("16:02:33")], "t+++"),
        ([SITE, HEAD, DATED, SITE], "-t--++"),
        # When and where something takes place stays, with its labels.
        (
            [HEAD, plain("展期"), plain("6月14日至8月25日"), plain("地点"), plain("二楼"), SHARE],
            "t++++-++",
        ),
        # The figure of a label stands below it.
        ([HEAD, COUNT, plain("1.8k")], "t--++"),
        ([HEAD, cue("byline", text="阅读≈"), plain("3")], "t--++"),
        ([HEAD, cue("comments", text="本文字数："), plain("1800字上下的")], "t--++"),
        ([HEAD, cue("comments", text="本文字数："), plain("1800字上下的文")], "t-+++"),
        ([HEAD, COUNT, plain("很多")], "t-+++"),
        # So does what an account says of itself.
        ([HEAD, cue("app", WEAK, "功能介绍"), plain("一条溪，一些小事，和许多别的")], "t--++"),
        ([HEAD, cue("app", WEAK, "功能简介"), plain("一条溪，一些小事，和许多别的")], "t-+++"),
        # And so does the name of who worked upon it.
        ([HEAD, NAMED, plain("白小雨")], "t--++"),
        ([HEAD, NAMED, plain("白小雨从头说起")], "t-+++"),
        ([HEAD, cue("byline", text="本文字数"), plain("1.8k")], "t-+++"),
        ([HEAD, plain("本文字数："), plain("1.8k")], "t++++"),
        # A link below its heading, if the date comes after it.
        ([HEAD, TALK, plain("旧书可以放几年不坏呢"), DATED], "--t-++"),
        ([HEAD, TALK, plain("旧书可以放几年不坏呢")], "t-+++"),
        # Addresses, and rows of a table whose label may be one of a board.
        ([HEAD, cue("navigation", WEAK, "地址：老粮仓二号")], "t+++"),
        ([HEAD, RANK], "t-++"),
        ([plain("品牌：某某书"), RANK], "t+++"),
        ([HEAD, plain("品牌：某某书"), RANK], "t-+++"),
        ([HEAD, RANK.but(label="")], "t-++"),
        # A breadcrumb names the title.
        ([cue("breadcrumb", text=f"首页>新闻>{TITLE}"), HEAD, DATED], "-t-++"),
        ([cue("breadcrumb", text="首页>公司简介"), plain("公司简介")], "-t++"),
    ],
)
def test_what_goes_above_a_text(lines: list[Line], expected: str) -> None:
    assert marks([*lines, TOLD, SECOND]) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([SITE, HEAD, DATED], "-t-++"),
        ([*[plain(f"某某栏目{name}") for name in "甲乙丙丁"], HEAD, DATED], "----t-++"),
        ([SHARE, SITE, HEAD, DATED], "--t-++"),
    ],
)
def test_on_a_page_nothing_stays_above_the_title(lines: list[Line], expected: str) -> None:
    assert marks([*lines, TOLD, SECOND], site=True) == expected


def test_a_title_that_is_known_is_not_looked_for() -> None:
    lines = [SITE, HEAD, DATED, TOLD, SECOND]
    assert marks(lines, 1, named=True) == "+t+++"
    assert marks(lines, 1, named=True, site=True) == "-t+++"
    assert marks([SITE, TOLD, SECOND], 1, named=True) == "+++", "a sentence is none"


@pytest.mark.parametrize(
    ("choices", "own"),
    [
        (("(A)石板路", "(B)老粮仓", "(C)渡口", "显示答案"), 3),
        (("A、石板路", "B、老粮仓", "C、渡口"), 3),
        (("A：石板路在哪里", "B：老粮仓那边", "A：谢谢"), 0),
        (("B、老粮仓", "C、渡口", "D、桥头"), 0),
        (("A、石板路", "B、老粮仓"), 0),
    ],
)
def test_what_a_question_offers_to_choose_from_belongs_to_it(
    choices: tuple[str, ...], own: int
) -> None:
    page = [plain("下列何者是旧书市集的地点？"), *map(plain, choices), TOLD]
    assert above._behind_details(page, 0, len(page) - 1) == own + 1


@pytest.mark.parametrize(
    ("name", "below", "dated"),
    [
        ("山海时报", (), True),
        ("山海时报", ("林一鸥",), True),
        ("山海时报", ("林一鸥", "特派员"), False),
        ("山海新时报", (), False),
        ("山海：", (), False),
    ],
)
def test_a_name_right_above_the_date(name: str, below: tuple[str, ...], dated: bool) -> None:
    lines = [plain(name), *map(plain, below), DATED, TOLD]
    assert above._is_dated(lines, 0) is dated
    assert above._is_dated([*lines[:-2], TOLD], 0) is False


@pytest.mark.parametrize(
    ("tabs", "own"),
    [
        (("线路特色", "行程安排"), True),
        (("线路特色", "预订须知"), False),  # nothing else of the bar comes again
        (("行程安排", "预订须知"), False),
    ],
)
def test_a_heading_that_a_bar_of_tabs_has(tabs: tuple[str, ...], own: bool) -> None:
    heading = cue("navigation", WEAK, "线路特色")
    lines = [
        *(cue("navigation", WEAK, tab) for tab in tabs),
        heading,
        TOLD,
        plain("行程安排"),
        TOLD,
    ]
    assert above._heads_section(lines, 2, len(lines)) is own
    assert above._heads_section(lines, 2, 4) is False, "below the body stands a menu"
    assert above._heads_section([*lines[:2], plain("线路特色"), *lines[3:]], 2, 6) is False


def test_the_title_of_a_song_stands_above_its_singer() -> None:
    lines = [plain("北门乐队"), plain("夜班车"), plain("演唱：北门乐队"), plain("作词：林北门")]
    assert headline._is_of_work(lines, 2)
    assert not headline._is_of_work(lines, 1)
    assert not headline._is_of_work([cue("navigation", WEAK), lines[2]], 1)


@pytest.mark.parametrize(
    ("text", "day"), [("(星期六)", True), ("周三", True), ("星期六上街", False), ("一周", False)]
)
def test_the_day_of_the_week_below_a_date(text: str, day: bool) -> None:
    assert above._is_weekday(text) is day
