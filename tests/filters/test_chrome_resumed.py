"""Where a body goes on behind what interrupts it, and where one begins above it."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import resumed
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.lines import Line
from tests.filters.chrome_lines import cue, plain

HEADLINE = "旧书集市搬进了老粮仓"
LINK = plain(HEADLINE)


def told(length: int = 30, end: str = "。") -> Line:
    return Line("书" * (length - len(end)) + end, True)


SHARE = cue("share", text="分享到")
RELATED, HOT = cue("related", END, "相关阅读"), cue("hot", END, "热点新闻")
DATED = cue("byline", field="published")
ADVERT = cue("advertisement", text="广告")
ALL = 10**6


def goes_on(*between: Line | int, first: int = 1) -> bool:
    """Whether a body of ``first`` sentences goes on to the end of what stands below it."""
    below = [told(line) if isinstance(line, int) else line for line in between]
    lines = [*[told()] * first, *below]
    end = resumed.further(lines, first)
    assert end in (first, len(lines))
    return end == len(lines)


def test_nothing_below_is_nothing_more() -> None:
    assert resumed.further([told()], 1) == 1
    assert resumed.further([told(), SHARE], 1) == 1
    assert resumed.further([told(), told(60), told(60)], 1) == 3


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("AD", True),
        ("+5", True),
        ("+12", True),
        ("+123", False),
        ("点击查看大图", True),
        ("高清图片", True),
        ("下一张图", True),
        ("下一页", True),
        ("展开全文", True),
        ("点击展开阅读全文", True),
        ("继续阅读", True),
        ("阅读全文", True),
        ("阅读全文的人", False),
        ("分享", False),
    ],
)
def test_what_interrupts(text: str, answer: bool) -> None:
    assert resumed.interrupts(cue("share", text=text)) is answer
    assert resumed.interrupts(plain(text)) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [("广告", True), ("请继续往下看", True), ("Sponsored", True), ("某某手机新品上市", False)],
)
def test_labels_of_advertisements(text: str, answer: bool) -> None:
    assert resumed.interrupts(cue("advertisement", text=text)) is answer
    assert resumed.interrupts(cue("app", text=text)) is False


@pytest.mark.parametrize(("length", "answer"), [(9, False), (10, True)])
def test_behind_labels_half_a_sentence_does(length: int, answer: bool) -> None:
    assert goes_on(ADVERT, cue("share", text="+5"), length) is answer


@pytest.mark.parametrize(("length", "answer"), [(19, False), (20, True)])
def test_behind_advertisements_a_sentence_does(length: int, answer: bool) -> None:
    advert = cue("advertisement", text="某某手机新品上市")
    assert goes_on(advert, length) is answer
    assert goes_on(advert, ADVERT, length) is answer
    assert goes_on(advert, SHARE, length) is False


@pytest.mark.parametrize(
    "reason", ["byline", "share", "credits", "comments", "app", "pager", "spam", "login"]
)
@pytest.mark.parametrize(("lengths", "answer"), [((20, 20), True), ((20, 19), False)])
def test_behind_buttons_two_sentences_do(
    reason: str, lengths: tuple[int, ...], answer: bool
) -> None:
    assert goes_on(cue(reason), *lengths) is answer


@pytest.mark.parametrize("reason", ["copyright", "related", "hot"])
def test_behind_others_nothing_does(reason: str) -> None:
    assert goes_on(cue(reason), 60, 60) is False
    assert goes_on(SHARE, cue(reason), 60, 60) is False
    assert goes_on(cue("comments", END), 60, 60) is False


def test_it_goes_on_more_than_once() -> None:
    lines = [told(), SHARE, told(), told(), ADVERT, told(), SHARE, told(60), cue("share")]
    assert resumed.further(lines, 1) == 6
    assert resumed.further(lines, 4) == 6
    assert resumed.further([*lines[:-1], told()], 1) == 9


def test_what_is_told_ends_at_a_cue() -> None:
    notice = told(60).but(reason="notice", force=STRONG)
    assert resumed.further([told(), SHARE, told(30), notice, told(60)], 1) == 1
    assert resumed.further([told(), SHARE, told(30), told(30), notice, told(60)], 1) == 4
    assert goes_on(SHARE, notice) is False


@pytest.mark.parametrize("heading", [RELATED, HOT])
@pytest.mark.parametrize(("links", "answer"), [(1, True), (6, True), (7, False)])
def test_a_few_links_stand_in_the_middle(heading: Line, links: int, answer: bool) -> None:
    assert goes_on(heading, *[LINK] * links, 30, 30) is answer
    assert goes_on(*[LINK] * links, 30, 30) is False, "no heading says that they are links"


@pytest.mark.parametrize(
    ("lengths", "answer"), [((30, 30), True), ((30, 29), True), ((9, 9), False)]
)
def test_behind_links_so_much_is_told(lengths: tuple[int, ...], answer: bool) -> None:
    assert goes_on(RELATED, LINK, LINK, *lengths) is answer


def test_links_are_headlines() -> None:
    assert goes_on(RELATED, plain(8), 30, 30) is True
    assert goes_on(RELATED, plain(7), 30, 30) is False
    assert goes_on(RELATED, plain(8), plain(7), 30, 30) is True, "a subhead over the paragraph"
    assert goes_on(RELATED, plain(8), plain(7), 19, 60) is False, "none over half a sentence"
    assert goes_on(RELATED, plain(8), plain(7), plain(7), 30, 30) is False


@pytest.mark.parametrize(
    ("links", "sentence", "answer"),
    [
        (2, "镇上的人说，集市每月还会来一次的，谁都可以来看看。", True),
        (2, "法律声明：镇上的人说，集市每月还会来一次，谁都可以来看。", False),
        (2, "镇上的人说，本网站提供的法规仅供参考，谁都可以来看看。", False),
        (2, "“镇上的人说，集市每月还会来一次，谁都可以来看看。”", True),
        (2, "镇上的人说，集市每月还会来一次的，谁都可以来看看", False),
        (2, "镇上的人说，集市每月还会来一次的，谁都可以来看看…", False),
        (2, "注：镇上的人说，集市每月还会来一次，谁都可以来看。", False),
        (2, "作者：镇上的人说，集市每月来一次，谁都可以来看看。", False),
        (2, "★镇上的人提醒您，集市每月还会来一次，都可以来看。", False),
        (2, "集市每月还会来一次，来看。", False),
        (1, "镇上的人说，每月还会来一次的，谁都可以来看看热闹。", True),
        (1, "旧书集市搬进了老粮仓，谁都可以来看看，也可以买书。", False),
        (2, "旧书集市搬进了老粮仓，谁都可以来看看，也可以买书。", True),
    ],
)
def test_one_sentence_behind_links_is_of_the_article(
    links: int, sentence: str, answer: bool
) -> None:
    """A teaser says what its headline says, or has no full stop; a note begins like one."""
    assert goes_on(RELATED, *[LINK] * links, Line(sentence, True)) is answer


def test_a_date_or_another_teaser_below_tells_of_a_list() -> None:
    said = Line("镇上的人说，每月还会来一次的，谁都可以来看看热闹。", True)
    one, two = [told(), RELATED, LINK, said], [told(), RELATED, LINK, LINK, said]
    assert resumed.further(one, 1) == 4
    assert resumed.further([*one, DATED], 1) == 1
    assert resumed.further([*one, LINK, told()], 1) == 1
    assert resumed.further([*one, LINK, LINK], 1) == 4
    assert resumed.further([*two, DATED], 1) == 1
    assert resumed.further([*two, LINK, told()], 1) == 5
    under_number = [told(), RELATED, plain("二、搬进老粮仓以后"), said]
    assert resumed.further([*under_number, LINK, told()], 1) == 4


@pytest.mark.parametrize(("lines", "answer"), [(1, True), (2, True), (3, False)])
def test_subheads_above_a_heading_of_links(lines: int, answer: bool) -> None:
    """Such as 02 and 掀开盖子的人, where the page has put the links below them."""
    assert goes_on(*[plain(5)] * lines, RELATED, LINK, 30, 30) is answer


@pytest.mark.parametrize(("items", "answer"), [(6, True), (7, False)])
def test_items_above_a_heading_of_links(items: int, answer: bool) -> None:
    listed = [plain(f"{number}、带上布袋") for number in range(1, items + 1)]
    assert goes_on(*listed, RELATED, LINK, 30, 30) is answer
    others = [plain("带上布袋") for _ in range(items)]
    assert goes_on(*others, RELATED, LINK, 30, 30) is False


@pytest.mark.parametrize(("length", "answer"), [(29, False), (30, True)])
def test_a_subhead_stands_behind_what_interrupts(length: int, answer: bool) -> None:
    assert goes_on(ADVERT, plain(5), length) is answer
    assert goes_on(SHARE, plain(5), length, 60) is False
    assert goes_on(plain(5), length, 60) is False


def begun(*lines: Line) -> int:
    """Return where the body begins whose last line but one, and last, are sentences."""
    return resumed.begun([*lines, told(), told()], len(lines))


FORM = cue("login", text="登录")


@pytest.mark.parametrize("heading", [RELATED, HOT, FORM])
def test_first_sentences_above_links_or_a_form(heading: Line) -> None:
    assert begun(DATED, told(), heading, LINK) == 1
    assert begun(DATED, told(), told(), heading, LINK) == 1
    assert begun(DATED, told(), heading) == 1
    assert begun(told(), heading, LINK) == 3, "no date above"
    assert begun(DATED, told(20, "吧"), heading, LINK) == 4, "no full stop"
    assert begun(DATED, told(19), heading, LINK) == 4, "too little"
    assert begun(DATED, told(20), heading, LINK) == 1
    assert begun(DATED, told(9), told(11), heading, LINK) == 1


@pytest.mark.parametrize(("links", "start"), [(6, 1), (7, 9)])
def test_not_above_a_list(links: int, start: int) -> None:
    assert begun(DATED, told(), RELATED, *[LINK] * links) == (start if links < 7 else 3 + links)


def test_what_may_stand_between() -> None:
    assert begun(DATED, told(), RELATED, SHARE, LINK) == 1
    assert begun(DATED, told(), RELATED, cue("share", text="+5"), LINK) == 1
    assert begun(DATED, told(), RELATED, DATED, LINK) == 5, "the date line of the body"
    assert begun(DATED, told(), RELATED, cue("copyright"), LINK) == 5
    assert begun(DATED, told(), SHARE, LINK) == 4, "no links"
    assert begun(DATED, told()) == 2, "nothing between"
    assert begun(LINK, RELATED) == 2, "no sentence"


@pytest.mark.parametrize(("buttons", "begins"), [(15, True), (16, False)])
def test_the_date_stands_near_above(buttons: int, begins: bool) -> None:
    page = [DATED, *[SHARE] * buttons, told(), RELATED]
    assert begun(*page) == (1 + buttons if begins else len(page))


def items(*lines: Line, start: int = 0, end: int = 2) -> int:
    return resumed.items(lines, start, end)


def item(number: int, mark: str = "、") -> Line:
    return plain(f"{number}{mark}带上布袋")


def test_items_go_on_behind_buttons_and_single_links() -> None:
    first = [told().but(text="1、旧书放在门口，新书放在里面。"), told()]
    single = cue("related", STRONG, "延伸阅读：旧书集市")
    assert items(*first, item(2)) == 3
    assert items(*first, item(2, "."), told(), told()) == 5
    assert items(*first, item(2), item(3), LINK) == 4
    assert items(*first, item(3)) == 2, "one is missing"
    assert items(*first, plain("2013年")) == 2
    assert items(*first, ADVERT, item(2)) == 4
    assert items(*first, single, item(2)) == 4
    assert items(*first, SHARE, item(2)) == 2
    assert items(*first, RELATED, item(2)) == 2
    assert items(*first, LINK, LINK, item(2)) == 5
    assert items(*first, LINK, LINK, LINK, item(2)) == 2, "too far below"
    assert items(*first, item(2), LINK, LINK, item(3)) == 6, "so near below the last"
    assert items(*first, cue("share", WEAK, "分享"), item(2)) == 4


def test_a_list_that_begins_below_has_a_sentence_below_its_first_item() -> None:
    body = [told(), told()]
    assert items(*body, item(1), told(), item(2)) == 5
    assert items(*body, item(1), item(2)) == 2
    assert items(*body, item(2), told()) == 2
    assert items(*body, item(1), told().but(force=STRONG)) == 2


def test_steps_with_numbers_between_them_go_on_behind_a_button() -> None:
    button, number = cue("navigation", text="查看剩余1张图"), plain("3")
    assert goes_on(button, number, 20, plain("4"), 20)
    assert not goes_on(button, number, 20), "one short step"
    assert not goes_on(button, number, 20, *[plain("字")] * resumed.STEP, 20)


def test_buttons_below_steps_that_no_sentence_stands_between() -> None:
    lines = [told(), *[plain("小苏打一勺")] * 5, told(), cue("share"), told(), told()]
    assert resumed.further(lines, 1) == len(lines)


def test_hints_belong_to_an_instruction() -> None:
    end = cue("pager", text="END")
    assert goes_on(end, plain("注意事项"), 12)
    assert not goes_on(end, plain("旧书摊子"), 12)
    assert goes_on(end, plain("二、使用注意"), 20, 20)
    assert not goes_on(end, plain("二、使用注意"), plain("旧书摊子"), 20, 20)
