"""Titles above a text: what a page declares, what breadcrumbs and lists name."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import headline
from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.page import Page
from tests.filters.chrome_lines import DATED, TEXT, TITLE, TOLD, cue, plain, prose


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
    assert headline._below_date(lines, 0, len(lines)) == begin
    assert headline._below_date(lines, 0, begin) == 0


@pytest.mark.parametrize(
    ("lines", "declared", "found"),
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
def test_the_declared_title(lines: list[str], declared: str, found: int | None) -> None:
    assert headline._declared([*map(plain, lines)], lines.index(TEXT), declared) == found


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
    assert headline._again(lines, 0) == found


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
    assert headline._listed(lines, 0, len(lines)) == found


HEAD = plain(TITLE)
SHARE = cue("share", text="分享到")


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
    assert headline._past_menu(Page([SHARE, *lines, TOLD], False), 1) == past
    assert headline._past_menu(Page([HEAD, *lines, TOLD], False), 1) == 1, "no site speaks above it"
    assert headline._past_menu(Page([*lines, TOLD], False), 0) == 0
    assert headline._past_menu(Page([SHARE, *lines[:-1], DATED], False), 1) == 1, "no title ends it"
    assert headline._past_menu(Page([SHARE, *lines[:-1]], False), 1) == 1
    told = [Line(entry, True) for entry in entries]
    assert headline._past_menu(Page([SHARE, *told, plain(title)], False), 1) == 1


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
    assert headline._named(other, name, name, TEXT) == found
    assert headline._named(other, name, name + 1, TEXT) == found
    like = [*lines, TOLD]
    assert headline._named(like, name, name + 1, TEXT) == name, "a title that the text speaks of"
    assert headline._named(like, name, name, TEXT) == found, "it begins the text"


@pytest.mark.parametrize(("text", "found"), [("旧书摊", 1), ("新书摊", 1), ("书", 2)])
def test_the_only_line_below_a_breadcrumb(text: str, found: int) -> None:
    """Whatever it says: no other line could be the title. One character is no name."""
    assert headline._named([crumb(text), plain(text), TOLD], 2, 2, TEXT) == found
    assert headline._named([crumb("某某"), plain(text), TOLD], 2, 2, TEXT) == 2


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
    assert headline._is_person(lines, 2) is person
    assert headline._is_person(lines[1:], 1) is False


def test_title_and_date_at_the_top_above_the_name_of_an_account() -> None:
    account = cue("app", WEAK, "微信号")
    lines = [plain(TITLE), DATED, plain("山音"), account, plain("shanyin"), TOLD]
    assert headline._is_account(lines, 5)
    assert not headline._is_account(lines, 3)
    assert headline._is_account([plain(TITLE), *lines[2:]], 4), "no date"
    assert not headline._is_account([plain(TITLE), TOLD, *lines[2:]], 5), "a text is no name"
    assert not headline._is_account([DATED, *lines[1:]], 5), "no title"
    assert not headline._is_account([*lines[:3], plain("微信号"), *lines[4:]], 5)


def test_the_title_stands_above_tags_and_the_name_of_who_posts() -> None:
    text = "升级到新版以后，笔记本合上盖子，外接显示器就黑屏。"
    named = [
        Line(word, False) for word in ("升级以后外接显示器不能识别", "使用问题", "显示", "小满")
    ]
    assert headline._over_name(named, 3, text) == 0
    assert headline._over_name(named, 3, text + "小满") == 3, "the text says it"
    far = [named[0], *[named[1]] * 3, named[3]]
    assert headline._over_name(far, 4, text) == 4
    assert headline._over_name([Line("高松住一晚还是住两晚", False), named[3]], 1, text) == 1
