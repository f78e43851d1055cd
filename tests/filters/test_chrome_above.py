"""Above a text: names beside its date, what a page declares its title, lists that name it."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import above
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.page import Page

TEXT = "周末的早晨，小镇上摆开了三十多个旧书摊，卖书的人从邻近几个县赶来，买书的人更多。"
TITLE = "小镇旧书摊周末开张"
TOLD = Line(TEXT, True)


def plain(text: str) -> Line:
    return Line(text, False)


def cue(reason: str, force: int = STRONG, text: str = "五个字以上", field: str = "-") -> Line:
    return Line(text, False, reason, force, "", field)


DATED = cue("byline", field="published")


def prose(length: int) -> Line:
    return Line("字" * (length - 1) + "。", True)


@pytest.mark.parametrize(
    ("lines", "begin"),
    [
        # A title, a date line and a paragraph; without the date, or with a title that is a
        # sentence or too long, the text begins with it.
        ([plain(TITLE), DATED, TOLD], 2),
        ([plain(TITLE), plain("一行"), TOLD], 0),
        ([plain(TITLE + "。"), DATED, TOLD], 0),
        ([plain("题" * 60), DATED, TOLD], 2),
        ([plain("题" * 61), DATED, TOLD], 0),
        # A weak date will do below a question.
        ([plain(TITLE), cue("byline", WEAK, field="published"), TOLD], 0),
        ([plain(TITLE + "？"), cue("byline", WEAK, field="published"), TOLD], 2),
        ([plain(TITLE + "?"), cue("byline", WEAK, field="published"), TOLD], 2),
        # A paragraph has twenty characters.
        ([plain(TITLE), DATED, prose(20)], 2),
        ([plain(TITLE), DATED, prose(19)], 0),
        ([plain(TITLE), DATED, Line(TEXT, True, "share", WEAK)], 0),
        ([plain(TITLE), TOLD, DATED, TOLD], 0),
        # It stands within sixteen lines.
        ([plain(TITLE), DATED, *[plain("一行")] * 13, TOLD], 15),
        ([plain(TITLE), DATED, *[plain("一行")] * 14, TOLD], 0),
    ],
)
def test_where_the_text_begins_below_its_title_and_date(lines: list[Line], begin: int) -> None:
    assert above._below_date(lines, 0, len(lines)) == begin
    assert above._below_date(lines, 0, begin) == 0


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


@pytest.mark.parametrize(
    ("lines", "headline", "found"),
    [
        ([TITLE, "国内", TEXT], TITLE, 0),
        ([TITLE, "国内", TITLE, TEXT], TITLE, 2),
        # Marks and spaces do not count; the site behind it does not either, behind eight letters.
        (["小镇“旧书摊”周末开张", TEXT], TITLE, 0),
        (["小镇旧书摊周末", TEXT], f"{TITLE} - 青山新闻", None),
        (["小镇旧书摊周末开", TEXT], f"{TITLE} - 青山新闻", 0),
        (["旧书摊周末开张了", TEXT], f"{TITLE} - 青山新闻", None),
        (["小镇", TEXT], "小镇", 0),
        (["——", TEXT], TITLE, None),
        # Below the seeming begin it is looked for in nine lines.
        ([TEXT, *["一行"] * 8, TITLE], TITLE, 9),
        ([TEXT, *["一行"] * 9, TITLE], TITLE, None),
    ],
)
def test_the_declared_title(lines: list[str], headline: str, found: int | None) -> None:
    assert above._declared([*map(plain, lines)], lines.index(TEXT), headline) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # The name, a breadcrumb one name a line, and the name again.
        ([plain("旧书摊"), cue("navigation"), cue("navigation"), plain("旧书摊"), TOLD], 3),
        ([plain("旧书摊"), cue("navigation"), plain("旧书摊"), TOLD], 2),
        ([plain("旧书摊"), plain("旧书摊"), TOLD], 0),
        ([plain("旧书摊"), *[cue("navigation")] * 3, plain("旧书摊"), TOLD], 4),
        ([plain("旧书摊"), *[cue("navigation")] * 4, plain("旧书摊"), TOLD], 0),
        ([plain("旧书摊"), plain("一行"), plain("旧书摊"), TOLD], 0),
        # The button of an app and what it says, below the title of the window.
        ([plain(TITLE), cue("app"), plain("更快"), plain(TITLE), TOLD], 3),
        ([plain("小镇旧书摊开张"), cue("app"), plain("更快"), plain("小镇旧书摊开张"), TOLD], 0),
        ([plain(TITLE), cue("share"), plain("更快"), plain(TITLE), TOLD], 0),
    ],
)
def test_a_title_that_comes_again_below_its_breadcrumb(lines: list[Line], found: int) -> None:
    assert above._again(lines, 0) == found


OTHERS = [plain("股市今日收盘略有上涨"), plain("台风明天将在沿海登陆")]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([plain(TITLE), *OTHERS, plain(TITLE), TOLD], 3),
        ([plain(TITLE), *OTHERS[:1], plain(TITLE), TOLD], -1),
        ([*OTHERS, plain(TITLE), TOLD], -1),
        # Of a table of contents the others come back.
        ([plain(TITLE), *OTHERS, plain(TITLE), TOLD, OTHERS[0], TOLD], -1),
        ([plain(TITLE), OTHERS[0], cue("share"), plain(TITLE), TOLD], -1),
        # Names are shorter than headlines, and what stands below a paragraph is text.
        ([plain("小镇旧书摊开张"), *OTHERS, plain("小镇旧书摊开张"), TOLD], -1),
        ([plain("小镇旧书摊开张了"), *OTHERS, plain("小镇旧书摊开张了"), TOLD], 3),
        ([plain(TITLE), *OTHERS, prose(19), plain(TITLE), TOLD], 4),
        ([plain(TITLE), *OTHERS, prose(20), plain(TITLE), TOLD], -1),
        ([plain(TITLE), *[cue("share")] * 38, plain(TITLE), TOLD], -1),
    ],
)
def test_a_title_below_a_list_that_names_it(lines: list[Line], found: int) -> None:
    assert above._listed(lines, 0, len(lines)) == found


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
        # Above the title a line stays where nothing says that it is of a site.
        ([SITE, HEAD, DATED], "+t-++"),
        ([MENU, SITE, HEAD, DATED], "--t-++"),
        ([cue("related", text="相关"), SITE, HEAD, DATED], "--t-++"),
        ([SHARE, SITE, HEAD, DATED], "-+t-++"),
        ([cue("byline", text="青山日报"), SITE, HEAD, DATED], "-+t-++"),
        ([plain(f"{TITLE}_青山新闻网"), HEAD, DATED], "-t-++"),
        ([*[plain(f"某某栏目{name}") for name in "甲乙丙丁戊"], HEAD, DATED], "+++++t-++"),
        ([*[plain(f"某某栏目{name}") for name in "甲乙丙丁戊己"], HEAD, DATED], "------t-++"),
        # Between title and date names and times go, and what is said of them; subtitles stay.
        ([HEAD, plain("阿树"), DATED], "t--++"),
        ([HEAD, plain("镇上摆开旧书摊"), DATED], "t+-++"),
        ([HEAD, DATED, plain("阿树")], "t-+++"),
        ([HEAD, DATED, plain("阿树"), SHARE], "t---++"),
        ([HEAD, DATED, plain("室内设计师"), plain("关注他"), SHARE], "t----++"),
        ([HEAD, DATED, plain("16:02:33")], "t--++"),
        ([HEAD, plain("16:02:33")], "t+++"),
        ([SITE, HEAD, DATED, SITE], "+t--++"),
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


@pytest.mark.parametrize(
    ("entries", "title", "past"),
    [
        (["国内"] * 4, "七个字的标题吧", 1),  # no longer than an entry, nearly
        (["国内"] * 4, "八个字的标题好吧", 1),
        (["国内"] * 4, TITLE, 5),
        (["国内"] * 3, TITLE, 1),
        (["国内", "六个字的栏目", "国内", "国际"], TITLE, 5),
        (["国内", "七个字的栏目名", "国内", "国际"], TITLE, 1),
    ],
)
def test_a_menu_at_the_top_of_a_body(entries: list[str], title: str, past: int) -> None:
    lines = [*map(plain, entries), plain(title)]
    assert above._past_menu(Page([SHARE, *lines, TOLD], False), 1) == past
    assert above._past_menu(Page([HEAD, *lines, TOLD], False), 1) == 1, "no site speaks above it"
    assert above._past_menu(Page([*lines, TOLD], False), 0) == 0
    assert above._past_menu(Page([SHARE, *lines[:-1], DATED], False), 1) == 1, "no title ends it"
    assert above._past_menu(Page([SHARE, *lines[:-1]], False), 1) == 1
    told = [Line(entry, True) for entry in entries]
    assert above._past_menu(Page([SHARE, *told, plain(title)], False), 1) == 1


def test_a_title_that_is_known_is_not_looked_for() -> None:
    lines = [SITE, HEAD, DATED, TOLD, SECOND]
    assert marks(lines, 1, named=True) == "+t+++"
    assert marks(lines, 1, named=True, site=True) == "-t+++"
    assert marks([SITE, TOLD, SECOND], 1, named=True) == "+++", "a sentence is none"


def crumb(text: str, reason: str = "breadcrumb", force: int = STRONG) -> Line:
    return cue(reason, force, f"首页>新闻>{text}")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([crumb("旧书摊"), plain("旧书摊"), plain("阿树"), HEAD], 1),
        ([crumb("旧书摊"), plain("旧书摊"), HEAD], 1),
        ([crumb("旧书"), plain("旧书摊"), plain("阿树"), HEAD], 3),  # it ends in something else
        ([crumb("新书摊"), plain("新书摊"), plain("阿树"), HEAD], 3),  # the text is silent of it
        ([crumb("书"), plain("书"), plain("阿树"), HEAD], 3),
        ([crumb("旧书摊", "share"), plain("旧书摊"), plain("阿树"), HEAD], 3),
        ([crumb("旧书摊", force=WEAK), plain("旧书摊"), plain("阿树"), HEAD], 3),
        ([crumb("旧书摊"), cue("share", text="旧书摊"), plain("阿树"), HEAD], 3),
        ([plain("旧书摊"), plain("阿树"), HEAD], 2),
    ],
)
def test_a_name_right_below_its_breadcrumb(lines: list[Line], found: int) -> None:
    name = len(lines) - 1
    other = [*lines[:-1], plain("与此无关的另外一行"), TOLD]
    assert above._named(other, name, name, TEXT) == found
    assert above._named(other, name, name + 1, TEXT) == found
    like = [*lines, TOLD]
    assert above._named(like, name, name + 1, TEXT) == name, "a title that the text speaks of"
    assert above._named(like, name, name, TEXT) == found, "it begins the text"


@pytest.mark.parametrize(("text", "found"), [("旧书摊", 1), ("新书摊", 1), ("书", 2)])
def test_the_only_line_below_a_breadcrumb(text: str, found: int) -> None:
    """Whatever it says: no other line could be the title. One character is no name."""
    assert above._named([crumb(text), plain(text), TOLD], 2, 2, TEXT) == found
    assert above._named([crumb("某某"), plain(text), TOLD], 2, 2, TEXT) == 2


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
    ("name", "below", "person"),
    [
        ("李素贞", TOLD, True),
        ("李素贞", DATED, False),  # the title of an article below the name of its section
        ("内科", TOLD, False),  # which the breadcrumb has
        ("消化内科专家", TOLD, False),
    ],
)
def test_a_person_below_the_breadcrumb(name: str, below: Line, person: bool) -> None:
    lines = [crumb("首页>专家介绍>内科"), plain(name), plain("主任医师"), below, TOLD]
    assert above._is_person(lines, 2) is person
    assert above._is_person(lines[1:], 1) is False


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
