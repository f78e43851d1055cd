"""Chrome at the edges of a text that is no page."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.lines import Line
from tests.filters.chrome_texts import DATED, LAST, LONG, OTHER, PLAIN, SENTENCE, cue


def test_one_cue_at_the_end_goes() -> None:
    assert decide([PLAIN, SENTENCE, cue("credits")]).reasons == ["", "", "credits"]


POEM = [Line(text, False) for text in ("渡口没有名字", "只有一块青石", "磨得发亮", "像谁坐了一生")]


@pytest.mark.parametrize(
    ("above", "below", "gone"),
    [
        # At the edges of a text that is no page: cues that are certain, and their company.
        ([], [cue("credits")], "credits"),
        ([], [cue("credits", text="三个字")], ""),  # three characters may be anything
        ([], [cue("pager", text="end.")], ""),
        ([], [cue("pager", text="回到页首")], "pager"),
        ([cue("navigation", text="常见问答")], [], ""),  # at the top four may be the title
        ([], [cue("related", WEAK), cue("credits")], "credits"),
        ([], [cue("navigation", WEAK), cue("credits")], "credits"),
        ([], [cue("credits"), cue("related", WEAK)], "credits related"),
        ([], [cue("related", WEAK)], ""),
        # A sentence at the end is a notice, or belongs to the text.
        ([], [cue("copyright", text="版权所有。")], "copyright"),
        ([], [cue("share", text="请多分享。")], ""),
        # One date line among the first lines, with a title above it.
        ([PLAIN, DATED], [], "byline"),
        ([PLAIN, PLAIN, PLAIN, DATED], [], "byline"),
        ([PLAIN, PLAIN, PLAIN, PLAIN, DATED], [], ""),
        ([SENTENCE, DATED], [], ""),
        ([DATED, PLAIN, DATED], [], ""),  # a diary
        ([cue("byline").but(field="author")], [], ""),  # the poet
        ([DATED], [], "byline"),
    ],
)
def test_the_edges_of_a_text(above: list[Line], below: list[Line], gone: str) -> None:
    found = decide([*above, *POEM * 2, *below]).reasons
    assert " ".join(filter(None, found)) == gone


def test_the_title_of_a_text_stands_above_its_date() -> None:
    assert decide([PLAIN, DATED, *POEM * 2]).title == 0


def test_a_heading_of_links_below_the_last_sentence_goes() -> None:
    heading = cue("related", END, "推荐阅读")
    assert decide([PLAIN, LONG, heading]).reasons == ["", "", "related"]
    assert decide([PLAIN, LONG, heading, PLAIN]).reasons == [""] * 4


def test_the_number_of_the_page_below_the_last_sentence_goes() -> None:
    number = judge("1", load(()))
    assert decide([PLAIN, DATED, LONG, number]).reasons == ["", "byline", "", "pager"]
    assert decide([PLAIN, DATED, LONG, PLAIN, number]).reasons == ["", "byline", "", "", ""]


def test_what_the_site_says_between_a_title_and_its_text_goes() -> None:
    counter = judge("354人阅读 评论(0)", load(()))
    assert decide([PLAIN, counter, *POEM * 2]).reasons[:2] == ["", "comments"]
    assert decide([PLAIN, counter, *POEM * 2]).title == 0
    assert decide([SENTENCE, counter, *POEM * 2]).reasons[:2] == ["", ""]


def test_two_headings_at_the_end_of_a_text_go_however_short() -> None:
    heading = cue("comments", END, "留言板")
    assert decide([SENTENCE, LONG, heading]).reasons == ["", "", ""]
    assert decide([SENTENCE, LONG, heading, heading]).reasons == ["", "", "comments", "comments"]


TRAIL = Line("您的位置：某某软件>企业版>公文", False, "navigation", STRONG)


def test_what_stands_above_a_breadcrumb_goes_with_it() -> None:
    told = [SENTENCE, LONG, OTHER, LAST] * 15
    assert decide([PLAIN, TRAIL, *told]).reasons == ["navigation", "navigation", *[""] * 60]
    assert not any(decide([SENTENCE, TRAIL, *told]).reasons)
    assert not any(decide([SENTENCE, *[PLAIN] * 8, TRAIL, *told]).reasons)


def test_a_heading_at_the_end_goes_with_the_bar_below_it() -> None:
    lines = [judge(text, load()) for text in (PLAIN.text, LONG.text, "网友评论 |", "|")]
    assert [*map(bool, decide(lines).reasons)] == [False, False, True, True]


def test_a_text_does_not_begin_with_a_breadcrumb() -> None:
    crumb = judge("听雨书屋 > 历史小说 > 河西旧事", load())
    assert crumb.force < STRONG
    assert decide([crumb, SENTENCE, LONG]).reasons == ["breadcrumb", "", ""]
    assert not any(decide([SENTENCE, crumb, LONG]).reasons)


@pytest.mark.parametrize(
    ("below", "goes"),
    [
        (["县城图书馆延长开放时间", "乡村小学收到两千册童书"], True),
        (["县城图书馆延长开放时间"], False),
        (["《县城图书馆史》，某某著", "乡村小学收到两千册童书"], False),
        (["图书馆", "小学"], False),
        (["县城图书馆延长开放时间", SENTENCE.text], False),
    ],
)
def test_links_under_a_heading_at_the_end_of_a_text(below: list[str], goes: bool) -> None:
    heading = cue("related", END, "延伸阅读")
    links = [SENTENCE if text == SENTENCE.text else Line(text, False) for text in below]
    told = [SENTENCE, LONG, OTHER]
    assert any(decide([*told, heading, *links]).reasons) is goes
