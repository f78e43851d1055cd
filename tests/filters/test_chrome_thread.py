"""Threads: when a page is one, which lines are posts, and what goes beside them."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import posts, thread
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.page import Page

TOLD = Line("周末的早晨，小镇上摆开了三十多个书摊。", True)
HEADING = "旧书集市的来历"


def plain(text: str = "一行短") -> Line:
    return Line(text, False)


def cue(reason: str, text: str = "五个字以上", force: int = STRONG, field: str = "-") -> Line:
    return Line(text, False, reason, force, "", field)


BUTTON = cue("comments", "回复")
DATED = cue("byline", "发表于2012-3-407:23", field="published")
RELATED = cue("related", "相关阅读", END)


def is_thread(*lines: Line, start: int = 0, end: int = 1) -> bool:
    return thread.is_thread(Page(lines, False), start, end)


@pytest.mark.parametrize("reason", ["comments", "byline"])
@pytest.mark.parametrize(("times", "answer"), [(3, False), (4, True)])
def test_buttons_that_keep_coming_back_make_a_thread(reason: str, times: int, answer: bool) -> None:
    page = [line for _ in range(times) for line in (TOLD, cue(reason, "举报"))]
    assert is_thread(*page, end=len(page)) is answer
    assert is_thread(*page, end=len(page) - 1) is False, "the last one stands below the body"
    assert is_thread(*page, end=1) is False, "buttons below the body are those of comments"
    together = [line for _ in range(times) for line in (cue(reason, "举报"), cue(reason, "顶"))]
    assert is_thread(*together, end=len(together)) is False, "side by side they are one"


def test_buttons_of_other_kinds_make_none() -> None:
    page = [TOLD, cue("share", "分享到")] * 6
    assert is_thread(*page, end=len(page)) is False


@pytest.mark.parametrize(("times", "answer"), [(2, False), (3, True)])
def test_so_do_date_lines(times: int, answer: bool) -> None:
    page = [line for _ in range(times) for line in (TOLD, DATED)]
    assert is_thread(TOLD, *page) is answer
    assert is_thread(TOLD, RELATED, *page) is False, "those of other articles"


@pytest.mark.parametrize(("times", "answer"), [(2, False), (3, True)])
def test_names_with_times_are_date_lines(times: int, answer: bool) -> None:
    page = [line for _ in range(times) for line in (TOLD, cue("byline", "阿树07:23"))]
    assert is_thread(TOLD, *page) is answer
    named = [line for _ in range(times) for line in (TOLD, cue("byline", "作者阿树"))]
    assert is_thread(TOLD, *named) is False


@pytest.mark.parametrize(("times", "answer"), [(1, False), (2, True)])
def test_posts_of_a_station_are_two(times: int, answer: bool) -> None:
    page = [line for _ in range(times) for line in (TOLD, cue("byline", "发信站：水木社区"))]
    assert is_thread(TOLD, *page) is answer


@pytest.mark.parametrize(("times", "answer"), [(2, False), (3, True)])
def test_weak_dates_count_between_a_heading_and_a_sentence(times: int, answer: bool) -> None:
    dated = cue("byline", "2012-3-4", WEAK, "published")
    page = [line for _ in range(times) for line in (plain(HEADING), dated, TOLD)]
    assert is_thread(TOLD, *page) is answer
    assert is_thread(TOLD, *[plain(HEADING), dated, plain()] * times) is False


@pytest.mark.parametrize(
    ("above", "below", "answer"),
    [
        ("积分1286", "积分35", True),
        ("积分1286", "积分1286", False),
        ("积分1286", "帖子35", False),
        ("积分", "积分", False),
    ],
)
def test_figures_that_come_back_with_another_value(above: str, below: str, answer: bool) -> None:
    page = [cue("comments", above), TOLD, cue("comments", below)]
    assert is_thread(*page, start=1, end=2) is answer
    assert is_thread(*page, start=1, end=3) is False, "within the body they are of it"
    assert is_thread(page[0], TOLD, RELATED, page[2], start=1, end=2) is False
    others = [cue("share", "转发"), cue("comments", "举报")]
    assert is_thread(*others, *page, start=3, end=4) is answer
    shared = [cue("share", above), TOLD, cue("share", below)]
    assert is_thread(*shared, start=1, end=2) is False


@pytest.mark.parametrize(
    ("heading", "answer"),
    [
        ("2个回答", True),
        ("共2条回答", True),
        ("全部12个解答", True),
        ("网友回答(3)", True),
        ("1个回答", False),
        ("回答（1）", False),
        ("我来回答", False),
    ],
)
def test_a_question_with_answers(heading: str, answer: bool) -> None:
    assert is_thread(TOLD, cue("comments", heading)) is answer


def test_answers_are_told_by_buttons_that_come_back() -> None:
    first, again = cue("comments", "12人赞同了该回答"), cue("comments", "7人赞同了该回答")
    assert is_thread(TOLD, first, TOLD, again) is True
    assert is_thread(TOLD, first, TOLD, cue("comments", "写回答")) is False, "none comes back"
    assert is_thread(TOLD, first) is False
    assert is_thread(TOLD, first, RELATED, again) is False, "below other articles"
    assert is_thread(TOLD, first, cue("comments", "全部评论", END), again) is True
    one = [first, TOLD, cue("share", "分享回答"), BUTTON, TOLD, BUTTON]
    assert is_thread(TOLD, *one) is False, "one button alone names them"
    weak = [cue("comments", line.text, WEAK) for line in (first, again)]
    assert is_thread(TOLD, weak[0], TOLD, weak[1]) is False


@pytest.mark.parametrize(
    ("above", "below", "answer"),
    [
        ("旧书集市的来历", TOLD, True),
        ("旧书集市来", TOLD, True),
        ("旧书集市", TOLD, False),  # nothing shorter is a title
        ("旧书集市的来历", plain(), False),
        ("旧书集市的来历", TOLD.but(force=STRONG, reason="notice"), False),
    ],
)
def test_one_post_of_a_blog(above: str, below: Line, answer: bool) -> None:
    page = Page([plain(above), DATED, below], False)
    assert thread.introduces(page, 1) is answer
    assert posts.heads(page, 0) is answer
    assert posts.heads(page, 1) is False
    undated = Page([plain(above), BUTTON, below], False)
    assert posts.heads(undated, 0) is False
    cued = Page([BUTTON.but(text=above), DATED, below], False)
    assert thread.introduces(cued, 1) is False


def test_the_sentence_of_a_post_stands_below_its_date() -> None:
    assert thread.introduces(Page([TOLD, DATED, plain()], False), 1) is False
    assert thread.introduces(Page([plain(HEADING), DATED, plain(), TOLD], False), 1) is False


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        ([plain("同意。"), TOLD], True),
        ([plain("某某写道："), TOLD], True),
        ([TOLD, plain("好啊！")], True),
        ([plain("同意"), TOLD], False),
        ([plain("同意。"), plain()], False),
        ([plain("同意。"), plain(), TOLD], False),
    ],
)
def test_what_is_said_stands_beside_a_sentence(lines: list[Line], answer: bool) -> None:
    page = Page(lines, False)
    place = next(index for index, line in enumerate(lines) if not line.prose)
    assert posts.said(page, place) is answer


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (DATED, True),
        (cue("byline", "阿树07:23"), True),
        (cue("byline", "发信站：水木社区"), True),
        (cue("byline", "阿树3"), True),
        (cue("byline", "作者阿树3楼"), False),
        (cue("byline", "作者阿树"), False),
        (cue("byline", "2012-3-4", WEAK, "published"), False),
        (cue("comments", "回复3"), False),
    ],
)
def test_heads_of_posts(line: Line, answer: bool) -> None:
    assert posts.is_head(line) is answer


def taken(*lines: Line, start: int = 0) -> list[int]:
    return posts.posts(lines, start, len(lines))


def test_a_post_ends_at_the_first_cue() -> None:
    assert taken(DATED, TOLD, plain(), BUTTON, TOLD, DATED, TOLD, BUTTON) == [1, 2, 6]
    assert taken(DATED, BUTTON, BUTTON, TOLD, BUTTON) == [3], "buttons may follow the head"
    assert taken(DATED, cue("share", "分享"), TOLD) == []
    assert taken(DATED, cue("comments", "顶一下", WEAK), TOLD) == []
    assert taken(TOLD, DATED, TOLD, start=2) == [], "a head is looked for from the start on"


def test_the_name_of_who_posts_is_no_part_of_it() -> None:
    assert taken(DATED, plain("阿树"), TOLD, BUTTON) == [2]
    assert taken(DATED, plain("字" * 16), TOLD, BUTTON) == [2]
    assert taken(DATED, plain("字" * 17), TOLD, BUTTON) == [1, 2]
    assert taken(DATED, TOLD, TOLD, BUTTON) == [1, 2]
    assert taken(DATED, plain("字" * 17), plain(), BUTTON) == [1, 2]
    assert taken(DATED, plain("字" * 16), plain(), BUTTON) == [], "short lines alone are no posts"
    assert taken(DATED, plain("阿树"), plain(), TOLD, BUTTON, DATED, TOLD) == [1, 2, 3, 6]


@pytest.mark.parametrize(
    ("word", "found"), [("顶", [1, 2, 5]), ("顶顶", [1, 2, 5]), ("3", [5]), ("好顶赞", [5])]
)
def test_a_post_may_be_a_word_that_is_a_cue(word: str, found: list[int]) -> None:
    said = cue("comments", word, WEAK)
    page = [DATED, said, TOLD, BUTTON, DATED, TOLD, BUTTON]
    assert taken(*page) == found
    assert taken(*page, said) == [5], "a button says the same"


@pytest.mark.parametrize(("silent", "found"), [(7, [1, 3, 5]), (8, [])])
def test_dates_below_posts_head_none(silent: int, found: list[int]) -> None:
    """Posts stand below three of ten heads at least."""
    assert taken(*[DATED, TOLD] * 3, *[DATED] * silent) == found


def test_below_a_bar_of_buttons_a_short_post_is_one() -> None:
    bar = cue("comments", "|只看该作者")
    assert taken(DATED, bar, plain("同意"), BUTTON) == [2]
    assert taken(DATED, BUTTON, plain("同意"), BUTTON) == []


def left(
    *lines: Line, head: int = 0, gone: tuple[int, ...] = (), kept: tuple[int, ...] = ()
) -> str:
    """Return a mark for each line of a page once names are dropped: ``-`` where it went."""
    page = Page(lines, False)
    page.posts = frozenset(kept)
    for index in gone:
        page.drop(index, "byline")
    posts.posters(page, head)
    return "".join("-" if verdict else "+" for verdict in page.verdict)


def test_buttons_and_names_beside_date_lines_go() -> None:
    assert left(TOLD, BUTTON, TOLD, BUTTON) == "+-+-"
    assert left(BUTTON, TOLD, BUTTON) == "++-", "from the head on"
    assert left(TOLD, BUTTON.but(prose=True), TOLD) == "+++"
    assert left(TOLD, BUTTON, TOLD, kept=(1,)) == "+++", "a post that is a button elsewhere"
    assert left(TOLD, cue("share", "分享"), TOLD) == "+++"


@pytest.mark.parametrize(("names", "mark"), [(1, "-"), (3, "-"), (4, "+")])
def test_names_and_ranks_stand_between_two_lines_that_go(names: int, mark: str) -> None:
    lines = [TOLD, DATED, *[plain("阿树")] * names, BUTTON]
    assert left(*lines, gone=(1,)) == "+-" + mark * names + "-"


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        (plain("字" * 16), "-"),
        (plain("字" * 17), "+"),
        (TOLD, "+"),
        (cue("navigation", "国内", WEAK), "-"),
        (cue("navigation", "国内", STRONG), "+"),
    ],
)
def test_what_may_be_a_name(line: Line, mark: str) -> None:
    assert left(TOLD, DATED, line, BUTTON, gone=(1,)) == f"+-{mark}-"
    assert left(TOLD, DATED, line, BUTTON, gone=(1,), kept=(2,)) == "+-+-"
    assert left(TOLD, line, BUTTON) == "++-", "nothing has gone above"


def test_a_title_over_a_date_is_no_name() -> None:
    lines = [TOLD, BUTTON, plain(HEADING), DATED, TOLD]
    assert left(*lines, gone=(3,)) == "+-+-+"
    assert left(*lines[:4], plain(), gone=(3,)) == "+---+"


@pytest.mark.parametrize("floor", ["沙发", "板凳", "2楼"])
def test_two_posts_make_one_where_a_floor_is_named(floor: str) -> None:
    assert is_thread(TOLD, DATED, TOLD, cue("comments", floor, WEAK), DATED, TOLD)
    assert not is_thread(TOLD, DATED, TOLD, cue("comments", "回复", WEAK), DATED, TOLD)


@pytest.mark.parametrize(("button", "answer"), [("使用道具举报", True), ("举报本文错误", False)])
def test_two_posts_have_the_same_button_below(button: str, answer: bool) -> None:
    post = (DATED, TOLD, cue("comments", button))
    assert is_thread(TOLD, *post, *post) is answer


@pytest.mark.parametrize(
    ("numbers", "start", "found"),
    [
        ((1, 2), 1, [0, 2]),
        ((1, 1), 1, []),  # the same post again
        ((1,), 1, []),
    ],
)
def test_date_lines_that_number_their_posts(
    numbers: tuple[int, ...], start: int, found: list[int]
) -> None:
    page = [
        line
        for number in numbers
        for line in (cue("byline", f"2020-06-1422:31#{number}", field="published"), TOLD)
    ]
    cued = list(enumerate(page))
    assert thread.floors(page, cued, start) == found


def test_numbered_posts_go_on_below_other_articles() -> None:
    first, second = (cue("byline", f"2020-06-1422:31#{n}", field="published") for n in (1, 2))
    page = [plain(HEADING), first, TOLD, RELATED, plain("另一篇"), second, TOLD]
    decision = decide(page)
    kept = [line for line, reason in zip(page, decision.reasons, strict=True) if not reason]
    assert kept == [plain(HEADING), TOLD, TOLD]


@pytest.mark.parametrize(
    ("again", "mark"), [("Re:", "-"), ("回复：", "-"), ("", "+"), ("再说", "+")]
)
def test_the_title_of_a_reply_goes(again: str, mark: str) -> None:
    page = Page([plain("旧书集市的来历和后来的事情"), TOLD, plain(), TOLD], False)
    page.lines[2] = plain(again + page.lines[0].text)
    page.title = 0
    posts.posters(page, 0)
    assert ("-" if page.verdict[2] else "+") == mark


@pytest.mark.parametrize(
    ("rules", "names", "found"),
    [
        (("----", "----"), ("路在脚下", "路在脚下"), [1, 2, 5, 6]),
        (("----", "----"), ("路在脚下", "心在远方"), []),
        (("----", "---"), ("路在脚下", "路在脚下"), []),
    ],
)
def test_signatures_come_again_below_a_rule(
    rules: tuple[str, str], names: tuple[str, str], found: list[int]
) -> None:
    page = [
        line
        for rule, name in zip(rules, names, strict=True)
        for line in (TOLD, cue("navigation", rule, WEAK), plain(name), BUTTON)
    ]
    assert sorted(posts.signatures(page)) == found
    document = [plain(HEADING), DATED, *page[:4], DATED, *page[4:], DATED, TOLD]
    reasons = decide(document).reasons
    assert (plain(names[0]) in [x for x, r in zip(document, reasons, strict=True) if not r]) is (
        not found
    )


@pytest.mark.parametrize(
    ("dashes", "station", "lines", "found"),
    [
        ("--", "※发信站:批踢踢实业坊", 1, [1, 2]),
        ("--", "※发信站:批踢踢实业坊", 5, [1, 2, 3, 4, 5, 6]),
        ("--", "※发信站:批踢踢实业坊", 6, []),
        ("-", "※发信站:批踢踢实业坊", 1, []),
        ("--", "◆发信站:批踢踢实业坊", 1, []),
    ],
)
def test_a_signature_stands_above_the_station(
    dashes: str, station: str, lines: int, found: list[int]
) -> None:
    page = [TOLD, plain(dashes), *[plain("路在脚下")] * lines, cue("comments", station)]
    assert posts.signed(page, list(enumerate(page))) == found


def test_who_rated_a_post_stands_between_two_buttons() -> None:
    lines = [
        TOLD,
        plain("参与人数26"),
        plain("海边拾贝"),
        plain("很给力!"),
        cue("comments", "查看全部评分"),
    ]
    assert posts.asides(lines, [(4, lines[4])]) == [1, 2, 3]
    assert posts.asides([TOLD, *lines[2:]], [(3, lines[4])]) == [], "where they begin is not known"
    assert posts.asides(lines, []) == []


def test_posts_are_known_by_their_numbers_where_the_time_says_little() -> None:
    ago = cue("byline", "2年前", WEAK, "published")
    count = cue("comments", "12", WEAK)
    post = plain("普通位定豪华位？我月票搭豪华位，有台可以食早餐")
    short = plain("停航最爽")
    page = [
        *(cue("comments", "#1", WEAK), plain("红豆冰"), ago, post, count),
        *(cue("comments", "#2", WEAK), plain("离岛居民"), ago, short, count),
    ]
    assert posts.posts(page, 0, len(page)) == [3, 8]
    unnumbered = [line for line in page if line.text[0] != "#"]
    assert posts.posts(unnumbered, 0, len(unnumbered)) == []


def test_links_to_other_threads_of_an_author_stand_below_a_heading() -> None:
    heading = cue("comments", "楼主热帖")
    lines = [TOLD, heading, plain("[分享]阳台晒衣架自己装"), plain("[闲聊]莲蓬头"), BUTTON, plain()]
    assert posts.asides(lines, [(1, heading)]) == [2, 3]
    assert posts.asides([heading, TOLD], [(0, heading)]) == []


def test_numbers_below_date_lines_make_a_thread_of_a_question_and_its_answers() -> None:
    first, second = cue("comments", "#1", WEAK), cue("comments", "2楼", WEAK)
    asked = Line("高松住一晚还是两晚？", True)
    page = [asked, DATED, first, TOLD, DATED, second, TOLD]
    cued = [(i, line) for i, line in enumerate(page) if line.force]
    assert thread.floors(page, cued, 0) == [1, 4]
    assert thread.floors([asked, TOLD, *page[1:]], [(i + 1, line) for i, line in cued], 0) == []


def test_what_stands_above_the_date_may_be_a_post() -> None:
    said = plain("老细要转场，你当佢换更啦")
    page = Page(
        [TOLD, said, DATED, plain("老细要转场，你当佢换更啦"), BUTTON, plain("奶酱多"), DATED],
        False,
    )
    assert [posts.said(page, index) for index in (1, 3, 5)] == [True, False, False]


def test_numbers_below_days_make_a_thread_as_well() -> None:
    day, first, second = (
        cue("byline", "2019-06-11", WEAK, "published"),
        cue("comments", "#1", WEAK),
        cue("comments", "#2", WEAK),
    )
    page = [plain("绿手指"), day, first, TOLD, plain("阿秋"), day, second, TOLD]
    cued = [(i, line) for i, line in enumerate(page) if line.force]
    assert thread.floors(page, cued, 3) == [1, 5]
    assert thread.floors(page, [(i, line) for i, line in cued if line is day], 3) == []
