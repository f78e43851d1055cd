"""Above a text: names beside its date, what a page declares its title, lists that name it."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import above
from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.filters.chrome.lines import Line

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
