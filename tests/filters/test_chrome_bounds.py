"""What heads, threads and titles are at the bounds of their constants: enough, and not enough."""

from __future__ import annotations

from functools import partial

import pytest

from cleaner.filters.chrome import beyond, climb, frame, posts, thread, title
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.headline import _past_menu
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.page import Page
from cleaner.filters.chrome.within import _beside
from tests.filters import chrome_lines
from tests.filters.chrome_lines import plain

cue = partial(chrome_lines.cue, text="标记", field="")
DATED = cue("byline", text="2011-03-05", field="published")


@pytest.mark.parametrize(
    ("sizes", "framed"),
    [
        ((8, 8, 8), True),
        ((8, 8), False),
        ((7, 7, 8), False),
        ((7, 8, 8), True),
        ((7, 7, 8, 8), True),
    ],
)
def test_so_many_lines_of_such_a_middle_are_a_text(sizes: tuple[int, ...], framed: bool) -> None:
    lines = [DATED, *map(plain, sizes), cue("share", STRONG)]
    assert frame.framed(lines, len(lines)) == ((1, 1 + len(sizes)) if framed else None)


@pytest.mark.parametrize(("between", "framed"), [(9, True), (10, False)])
def test_how_far_below_the_date_a_text_may_begin(between: int, framed: bool) -> None:
    head = [line for _ in range(between // 2) for line in (plain(3), cue("share", STRONG))]
    head += [cue("share", STRONG)] * (between % 2)
    lines = [DATED, *head, *[plain(9)] * 3, cue("share", STRONG)]
    start = 1 + between
    assert frame.framed(lines, len(lines)) == ((start, start + 3) if framed else None)


@pytest.mark.parametrize(("reason", "framed"), [("comments", True), ("related", False)])
def test_a_heading_below_the_date(reason: str, framed: bool) -> None:
    lines = [DATED, cue(reason, END), *[plain(9)] * 3]
    assert (frame.framed(lines, 5) is not None) is framed


@pytest.mark.parametrize(
    ("between", "after", "leads"), [(4, 30, True), (5, 30, False), (4, 31, False), (0, 30, True)]
)
def test_a_run_near_below_that_is_no_longer(between: int, after: int, leads: bool) -> None:
    lines = [*[plain(10)] * 3, *[cue("share", STRONG)] * between, plain(after)]
    assert frame.leads(lines, (0, 3), 3 + between, 4 + between) is leads


@pytest.mark.parametrize(("below", "leads"), [(1, True), (2, False)])
def test_an_answer_has_its_date_near_above(below: int, leads: bool) -> None:
    lines = [plain(10), DATED, *[cue("share", STRONG)] * below, plain(90)]
    assert frame.leads(lines, (0, 1), 2 + below, 3 + below) is leads


@pytest.mark.parametrize(("length", "found"), [(40, (1, 2)), (39, None)])
def test_the_length_of_a_post(length: int, found: tuple[int, int] | None) -> None:
    assert frame.post([DATED, plain(length)]) == found


@pytest.mark.parametrize(("length", "taken"), [(16, [2]), (17, [1, 2])])
def test_a_name_above_a_post(length: int, taken: list[int]) -> None:
    sentence = Line("今天天气很好。", True)
    assert posts.posts([DATED, plain(length), sentence], 0, 3) == taken


@pytest.mark.parametrize(("heads", "found"), [(3, True), (4, False)])
def test_share_of_heads_with_a_post_below(heads: int, found: bool) -> None:
    lines = [*[DATED] * (heads - 1), DATED, Line("今天天气很好。", True)]
    assert bool(posts.posts(lines, 0, len(lines))) is found


@pytest.mark.parametrize(
    ("word", "times", "taken"),
    [("顶", 1, True), ("顶楼", 1, True), ("顶一楼", 1, False), ("顶", 2, False), ("1", 1, False)],
)
def test_a_post_that_is_a_button_elsewhere(word: str, times: int, taken: bool) -> None:
    lines = [DATED, cue("share", WEAK, text=word), Line("今天天气很好。", True)]
    lines += [DATED, Line("今天天气很好。", True), *[cue("share", WEAK, text=word)] * (times - 1)]
    assert (1 in posts.posts(lines, 0, len(lines))) is taken


@pytest.mark.parametrize(("length", "introduces"), [(5, True), (4, False)])
def test_the_title_of_a_post(length: int, introduces: bool) -> None:
    page = Page([plain(length), DATED, Line("今天天气很好。", True)], False)
    assert thread.introduces(page, 1) is introduces
    assert posts.heads(page, 0) is introduces


@pytest.mark.parametrize(
    ("text", "answered"),
    [("1个回答", False), ("2个回答", True), ("回答(2)", True), ("律师解答(2)", True)],
)
def test_a_question_with_answers(text: str, answered: bool) -> None:
    assert thread._answered(Page([cue("comments", STRONG, text=text)], False)) is answered


@pytest.mark.parametrize(("run", "gone"), [(3, True), (4, False)])
def test_names_and_ranks_between_date_lines(run: int, gone: bool) -> None:
    page = Page([plain(9), DATED, *[plain(4)] * run, DATED], False)
    for index in (1, 2 + run):
        page.drop(index, "byline")
    posts.posters(page, 0)
    assert (page.verdict[2 : 2 + run] == ["comments"] * run) is gone


@pytest.mark.parametrize(
    ("text", "above", "is_name"),
    [
        ("甲" * 7, "乙" * 8, True),
        ("甲" * 8, "乙" * 8, False),
        ("甲" * 7, "乙" * 7, False),
        ("甲" * 4, "乙" * 6, True),
        ("甲" * 4, "乙" * 5, False),
        ("甲" * 5, "乙" * 7, False),
        ("a" * 16, "乙" * 8, True),
        ("a" * 17, "乙" * 8, False),
        ("a" * 16, "乙" * 7, False),
        ("a" * 5, "乙aaaaa" + "乙" * 8, True),
    ],
)
def test_a_name_above_the_date(text: str, above: str, is_name: bool) -> None:
    assert climb._is_name(text, above, "别的话") is is_name


@pytest.mark.parametrize(("length", "found"), [(4, None), (5, 0), (60, 0), (61, None)])
def test_the_length_of_a_title(length: int, found: int | None) -> None:
    text = "小镇旧书集市" * 11
    assert beyond.find([(0, text[:length])], text) == found


@pytest.mark.parametrize(("between", "dated"), [(7, True), (8, False)])
def test_how_near_above_a_menu_the_date_stands(between: int, dated: bool) -> None:
    lines = [DATED, *[cue("navigation", WEAK)] * (between + 1)]
    assert title._dated(lines, between + 1) is dated


@pytest.mark.parametrize(
    ("length", "is_headline"), [(7, False), (8, True), (60, True), (61, False)]
)
def test_length_of_a_headline(length: int, is_headline: bool) -> None:
    assert climb._is_headline(plain(length)) is is_headline
    candidates = [(1, "字" * length)]
    lines = [DATED, plain(length), cue("share", STRONG)]
    assert (beyond._between_cues(lines, candidates) == 1) is is_headline


@pytest.mark.parametrize(("length", "key"), [(1, None), (2, 0), (8, 0), (9, None)])
def test_the_word_of_an_entry_above_buttons(length: int, key: int | None) -> None:
    word = "甲乙丙丁戊己庚辛壬"[:length]
    lines = [Line(word, False), cue("share", STRONG)]
    assert beyond._explained(lines, [(0, word)], "甲乙丙丁戊己庚辛壬是") == key
    assert beyond._explained([lines[0], plain(5)], [(0, word)], word) is None


@pytest.mark.parametrize(
    ("above", "length", "below"),
    [(6, 8, True), (7, 8, False), (6, 7, False), (6, 60, True), (6, 61, False)],
)
def test_a_title_below_date_and_menu(above: int, length: int, below: bool) -> None:
    assert title._below_menu([plain(above), DATED, plain(length)], 2) is False  # a line is no menu
    assert title._below_menu([plain(above), plain(above), DATED, plain(length)], 3) is below


@pytest.mark.parametrize(("length", "is_title"), [(60, True), (61, False)])
def test_a_body_that_begins_with_its_title(length: int, is_title: bool) -> None:
    assert title._is_title([plain(length), DATED], 0) is is_title


@pytest.mark.parametrize(
    ("topic", "asks"), [("字" * 4, True), ("字" * 5, False), ("字字 > 字字字", True)]
)
def test_topics_above_a_question(topic: str, asks: bool) -> None:
    lines = [Line(topic, False), Line("怎么办？", True)]
    assert beyond._asks_below_topics(lines, 0, 1) is asks


@pytest.mark.parametrize(("length", "key"), [(9, None), (10, 3), (60, 3), (61, None)])
def test_the_longest_that_says_a_little_of_the_text(length: int, key: int | None) -> None:
    candidates = [(3, ("小镇旧书集市" * 11)[:length])]
    assert beyond._standing_out(candidates, "小镇旧书集市每月一次") == key


@pytest.mark.parametrize(
    ("entries", "size", "title_size", "past"),
    [(4, 6, 9, True), (3, 6, 9, False), (4, 7, 9, False), (4, 6, 8, False), (5, 6, 9, True)],
)
def test_a_menu_right_above_the_body(entries: int, size: int, title_size: int, past: bool) -> None:
    lines = [cue("navigation", STRONG), *[plain(size)] * entries, plain(title_size)]
    assert _past_menu(Page(lines, False), 1) == (1 + entries if past else 1)


@pytest.mark.parametrize(
    ("lines", "beside"),
    [
        ([plain(5), plain(5), cue("share", STRONG)], True),
        ([plain(5), plain(5), cue("share", WEAK)], False),
        ([plain(5), plain(5), plain(5), cue("share", STRONG)], False),
        ([plain(5), plain(5)], False),
    ],
)
def test_a_line_beside_one_that_goes(lines: list[Line], beside: bool) -> None:
    assert _beside(Page(lines, False), 1, 0) is beside


@pytest.mark.parametrize(("head", "beside"), [(0, True), (1, False)])
def test_a_line_below_one_that_went(head: int, beside: bool) -> None:
    page = Page([plain(5), plain(5)], False)
    page.drop(0, "share")
    assert _beside(page, 1, head) is beside
