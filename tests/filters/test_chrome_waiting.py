"""Plain lines below the body: subheads, signatures, headlines of other articles."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import waiting
from cleaner.filters.chrome.cues import WEAK
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.page import Page
from tests.filters.chrome_lines import cue, plain, prose

LONG = Line("字" * 60 + "。", True)


@pytest.mark.parametrize(
    ("lengths", "heads"), [((30, 10), True), ((29, 40), False), ((30,), False)]
)
def test_a_subhead_has_two_paragraphs_below(lengths: tuple[int, ...], heads: bool) -> None:
    page = Page([plain(5), *map(prose, lengths)], False)
    assert waiting._heads(page, 0) is heads
    assert not waiting._heads(Page([plain(5), prose(30), plain(9)], False), 0)
    alike = [
        plain("盲点一：把沉默当成稳定"),
        prose(30),
        cue("related"),
        plain("盲点二：只在年终说"),
    ]
    assert waiting._heads(Page([*alike, prose(30), plain(9)], False), 3)
    assert not waiting._heads(Page([*alike[1:], prose(30), plain(9)], False), 2)
    assert not waiting._heads(Page([plain(5), prose(30), cue("app").but(prose=True)], False), 0)


@pytest.mark.parametrize(
    ("above", "text", "under", "stray"),
    [
        (plain(5), "字，" * 20, plain(5), True),
        (plain(5), "字，" * 20 + "。", plain(5), False),
        (plain(5), "字，" * 20 + "字QQ", plain(5), False),
        (prose(9), "字，" * 20, plain(5), False),
        (plain(5), "字，" * 20, prose(9), False),
    ],
)
def test_a_long_headline_among_others(above: Line, text: str, under: Line, stray: bool) -> None:
    page = Page([above, Line(text, True), under], False)
    assert waiting._stray(page, 1) is stray
    page.thread = True
    assert not waiting._stray(page, 1)


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        (cue("share", WEAK), True),
        (cue("login", WEAK), True),
        (cue("navigation", WEAK, "————"), True),
        (Line("#旧书", False), True),
        (cue("navigation", WEAK, "最新："), True),
        (cue("navigation", WEAK, "最新"), True),
        (cue("navigation", WEAK, "电话：0700"), False),
        (cue("byline", WEAK), False),
        (plain(5), False),
    ],
)
def test_what_goes_with_the_cue_below_it(line: Line, goes: bool) -> None:
    page = Page([plain(5), line, cue("app")], False)
    assert waiting._goes_along(page, 1) is goes
    page.posts = frozenset({1})
    assert not waiting._goes_along(page, 1)


def test_the_number_of_a_page_goes_with_the_button_below_it() -> None:
    number = cue("pager", WEAK, "(1/2)")
    assert waiting._goes_along(Page([plain(5), number, cue("pager")], False), 1)
    assert not waiting._goes_along(Page([plain(5), number, cue("app")], False), 1)


def test_a_weak_heading_and_its_links_are_a_list() -> None:
    page = Page([cue("hot", WEAK), plain(5), prose(9), cue("byline", WEAK), plain(5)], False)
    assert waiting._list(page, [0, 1])
    assert not waiting._list(page, [0, 1, 2]), "a sentence"
    assert not waiting._list(page, [1]), "no heading"
    assert not waiting._list(page, [3, 4]), "no heading of links"


def test_what_follows_the_tags_of_a_post_are_buttons() -> None:
    tags = cue("navigation", WEAK, "标签：旧书")
    page = Page([plain(5), tags, plain(5), prose(9)], False)
    assert waiting._tagged(page, [0, 1, 2]) == [1, 2]
    assert waiting._tagged(page, [0, 1, 2, 3]) == []
    assert waiting._tagged(page, [0, 2]) == []
    assert waiting._tagged(Page([Line("标签：旧书", False)], False), [0]) == []


@pytest.mark.parametrize(("length", "left"), [(20, [2, 3]), (19, [0, 1, 2, 3])])
def test_up_to_the_last_paragraph_the_body_goes_on(length: int, left: list[int]) -> None:
    page = Page([plain(5), prose(length), plain(5), plain(5)], False)
    assert waiting._unled(page, [0, 1, 2, 3]) == left


@pytest.mark.parametrize(
    ("lines", "headlines"),
    [
        ([plain(9)] * 13, True),
        ([plain(9)] * 12, False),
        ([plain(24)] * 13, True),
        ([plain(25)] * 13, False),
        # A third of numbered items or sentences makes it a list of the article's own.
        ([plain(9)] * 11 + [prose(9)] * 4, True),
        ([plain(9)] * 10 + [prose(9)] * 5, False),
        ([plain(9)] * 10 + [Line("1、字字", False)] * 5, False),
        ([plain(9)] * 10 + [Line("第三条字字", False)] * 5, False),
        ([Line("目录：", False), *[plain(9)] * 13], False),  # introduced
    ],
)
def test_headlines_without_a_heading(lines: list[Line], headlines: bool) -> None:
    page = Page([LONG, *lines], False)
    assert waiting._headlines(page, range(1, len(page.lines))) is headlines
    introduced = Page([LONG.but(text="字字："), *lines], False)
    assert not waiting._headlines(introduced, range(1, len(page.lines)))


@pytest.mark.parametrize(
    ("link", "goes"), [("车票涨价怎么办？", True), ("车票涨价了", True), ("车票涨价了。", False)]
)
def test_links_under_a_weak_heading_may_be_questions(link: str, goes: bool) -> None:
    page = Page([LONG, cue("related", WEAK, "相关："), Line(link, link[-1] in "？。")], False)
    assert waiting._list(page, [1, 2]) is goes
    assert not waiting._list(Page([LONG, plain(5), plain(9)], False), [1, 2])


@pytest.mark.parametrize(
    ("text", "address"),
    [("Email:hill@green.example", True), ("邮箱：hill@green.example", True), ("邮箱厂", False)],
)
def test_an_address_for_mail_is_no_signature(text: str, address: bool) -> None:
    page = Page([LONG, plain(5), Line(text, False)], False)
    assert waiting._is_address(page, [1, 2]) is address
    assert not waiting._is_address(page, [1])
    assert not waiting._is_address(page, [])


def test_links_below_the_last_paragraph_have_their_heading() -> None:
    """A weak one at the begin of what waits after that paragraph will do."""
    head, foot = cue("related", WEAK, "相关："), cue("copyright")
    page = Page([LONG, plain(5), LONG, head, plain(9), foot], False)
    pending = waiting.Waiting(page)
    pending.pending = [1, 2, 3, 4]
    pending.settle(last=False)
    assert [bool(why) for why in page.verdict] == [False, False, False, True, True, False]


@pytest.mark.parametrize(
    ("says", "account"), [("一座小城的慢生活", True), ("2019年5月", False), ("慢慢来。", False)]
)
def test_the_card_of_an_account_below_its_article(says: str, account: bool) -> None:
    """Its name went above the text; a body signs with its name and a date."""
    name = Line("慢城记", False)
    page = Page([name, plain(9), LONG, name, Line(says, says[-1] == "。")], False)
    assert not waiting._is_account(page, [3, 4])
    page.drop(0, "byline")
    assert waiting._is_account(page, [3, 4]) is account
    assert not waiting._is_account(page, [3])


def test_a_list_that_has_the_title_is_one_of_other_articles() -> None:
    title = "小镇旧书摊周末开张"
    below = [plain(title), plain("镇上的戏台修好了"), plain("渡口开通夜班船")]
    lines = [plain(title), prose(60), *below]
    page = Page(lines, False)
    page.title = 0
    assert waiting._has_title(page, [2, 3, 4])
    assert not waiting._has_title(page, [2, 3]), "a caption"
    assert not waiting._has_title(page, [3, 4, 4])
    page.thread = True
    assert not waiting._has_title(page, [2, 3, 4])
