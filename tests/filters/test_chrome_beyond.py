"""A title far above its text: by what it shares with the text, by where it stands, by its name."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import beyond
from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.filters.chrome.lines import Line
from tests.filters.chrome_lines import DATED, TEXT, TOLD, cue, plain

TITLE = "小镇旧书摊开张"


MENU = cue("navigation", WEAK, "国内")
OTHER = plain("股市今日收盘略有上涨")


def head(*above: Line, top: int | None = None) -> tuple[int, int]:
    """Return title and head of the text below these lines."""
    start = len(above)
    lines = [*above, TOLD]
    return beyond.further_up(lines, start if top is None else top, start, TEXT)


@pytest.mark.parametrize(
    ("candidates", "found"),
    [
        ([(3, TITLE)], 3),
        ([(3, TITLE), (5, TITLE)], 5),  # of equals the lower
        ([(3, "旧书摊"), (5, "股市今日收盘")], None),
        ([(3, "小镇旧书"), (4, "股市")], None),
        ([(3, "小镇上摆开")], 3),
        ([(3, (TITLE * 9)[:60])], 3),
        ([(3, (TITLE * 9)[:61])], None),
        ([(3, TITLE), (5, "股市今日收盘略有上涨")], 3),
    ],
)
def test_the_line_that_is_most_like_the_text(
    candidates: list[tuple[int, str]], found: int | None
) -> None:
    assert beyond.find(candidates, TEXT, 0.4) == found


def test_a_title_above_a_menu() -> None:
    assert head(plain(TITLE), MENU, OTHER, MENU) == (0, 4)
    assert head(OTHER, MENU, plain(TITLE), MENU, top=3) == (2, 3)
    assert head(OTHER, MENU) == (2, 2)
    assert head(OTHER, MENU, top=1) == (1, 1)


@pytest.mark.parametrize(("between", "found"), [(39, (0, 40)), (40, (41, 41))])
def test_how_far_above_a_title_is_looked_for(between: int, found: tuple[int, int]) -> None:
    assert head(plain(TITLE), *[MENU] * between) == found


def test_a_verse_above_its_translation_is_no_title() -> None:
    assert head(Line("小镇上摆开了旧书摊。", True), MENU) == (2, 2)
    assert head(Line("小镇上摆开了旧书摊", True), MENU) == (0, 2)


def test_the_last_line_above_a_date_is_the_title_if_it_is_like_the_text() -> None:
    site = plain("小镇上摆开了")  # more like the text
    assert head(site, MENU, plain(TITLE), DATED) == (2, 4)
    assert head(site, DATED, OTHER, DATED) == (0, 4)
    assert head(site, MENU, plain(TITLE), MENU) == (0, 4)


@pytest.mark.parametrize(
    ("window", "name", "found"),
    [
        # The title of the window begins with the name of the entry, a hyphen and the site behind.
        (TITLE + " - 百科".replace(" ", ""), "小镇", 0),
        ("小镇旧书摊-百科", "小镇旧书摊", 2),
        ("小镇旧书摊_百科", "小镇旧书摊", 2),
        ("小镇旧书摊百科", "小镇旧书摊", 0),
        ("小镇旧书摊-百科", "小", 0),
    ],
)
def test_what_the_title_of_the_window_names(window: str, name: str, found: int) -> None:
    lines = [plain(window), MENU, plain(name), MENU, TOLD]
    assert beyond._in_window(lines, 0, 4) == found
    lines[2] = lines[2].but(force=STRONG, reason="share")
    assert beyond._in_window(lines, 0, 4) == 0


@pytest.mark.parametrize(
    ("word", "above", "below", "found"),
    [
        ("周末的早晨", [MENU], MENU, (1, 3)),
        ("周末的早晨，小镇", [MENU], MENU, (1, 3)),
        ("周", [MENU], MENU, (3, 3)),
        ("早晨", [MENU], MENU, (3, 3)),
        # Above a menu the first line is the name of the site.
        ("周末", [], cue("share"), (0, 2)),
        ("周末", [], MENU, (2, 2)),
        ("周末", [], cue("navigation"), (0, 2)),
        ("周末", [], cue("share", WEAK), (0, 2)),
        ("周末", [MENU], plain("股市"), (3, 3)),
    ],
)
def test_the_word_of_an_entry(
    word: str, above: list[Line], below: Line, found: tuple[int, int]
) -> None:
    assert head(*above, plain(word), below) == found


@pytest.mark.parametrize(
    ("before", "text", "after", "found"),
    [
        (DATED, "股市今日收盘上涨", cue("share"), 2),
        (DATED, "股市今日收盘涨", cue("share"), 4),
        (DATED, "股" * 60, cue("share"), 2),
        (DATED, "股" * 61, cue("share"), 4),
        (MENU, "股市今日收盘上涨", cue("share"), 4),
        (DATED, "股市今日收盘上涨", cue("share", WEAK), 4),
        (DATED, "股市今日收盘上涨", cue("related"), 4),
        (DATED, "股市今日收盘上涨", cue("disclaimer"), 2),
        (DATED, "12345678", cue("share"), 4),
    ],
)
def test_the_title_of_a_blog_between_date_and_buttons(
    before: Line, text: str, after: Line, found: int
) -> None:
    assert head(MENU, before, plain(text), after)[0] == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("股市今日收盘上涨 - 某网", "股市今日收盘上涨", 2),
        ("股市今日收盘涨 - 某网", "股市今日收盘涨", 4),
        ("股市今日收盘上涨", "股市今日收盘上涨", 4),
    ],
)
def test_a_title_that_a_longer_line_above_names(first: str, second: str, found: int) -> None:
    assert head(plain(first), MENU, plain(second), MENU)[0] == found
    lines = [plain(first), MENU, plain(second)]
    assert beyond.named_above(lines, 2) is (found == 2 or len(first) > len(second))


@pytest.mark.parametrize(("between", "named"), [(39, True), (40, False)])
def test_how_far_above_a_longer_line_may_stand(between: int, named: bool) -> None:
    lines = [plain(f"{TITLE}某网"), *[MENU] * between, plain(TITLE)]
    assert beyond.named_above(lines, between + 1) is named


@pytest.mark.parametrize(
    ("line", "found"),
    [("旧书摊摆开股市今日收", 1), ("旧书摊摆开股市今日", 3), ("股市今日收盘略有上涨", 3)],
)
def test_a_long_line_with_a_little_of_the_text(line: str, found: int) -> None:
    assert head(MENU, plain(line), MENU)[0] == found


def test_the_longest_of_lines_with_a_little_of_the_text() -> None:
    longer = "旧书股市今日收盘略有上"
    assert beyond._standing_out([(0, longer), (1, longer[:10])], TEXT) == 0
    assert beyond._standing_out([(0, longer), (1, longer)], TEXT) == 0
    assert beyond._standing_out([(0, "股市今日收盘略有上涨")], TEXT) is None
    assert beyond._standing_out([(0, longer[:10])], TEXT) == 0
    assert beyond._standing_out([(0, longer[:9])], TEXT) is None
    assert beyond._standing_out([(0, (longer * 5)[:61])], TEXT) is None


@pytest.mark.parametrize(
    ("asked", "topics", "found"),
    [
        ("多肉怎么养？", ["园艺", "多肉植物"], 3),
        ("多肉怎么养?", ["园艺>多肉植物"], 2),
        ("多肉怎么养", ["园艺", "多肉植物"], 1),
        ("多肉怎么养？", ["园艺", "多肉植物们"], 1),
        ("多" * 60 + "？", ["园艺"], 1),
        ("多" * 59 + "？", ["园艺"], 2),
    ],
)
def test_a_question_below_its_topics(asked: str, topics: list[str], found: int) -> None:
    lines = [MENU, *map(plain, topics), Line(asked, True)]
    start = len(lines) - 1
    assert beyond.further_up(lines, 1, start, asked) == (found, found)


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        (DATED, True),
        (cue("byline", WEAK, field="published"), False),
        (cue("share", field="published"), False),
        (cue("credits", text="编辑王五2011-03-05"), True),
        (cue("credits", text="编辑王五"), False),
    ],
)
def test_date_lines(line: Line, dated: bool) -> None:
    assert beyond.is_dateline(line) is dated
