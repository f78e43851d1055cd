"""What stands below a body: what belongs to it, and where it ends."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import below
from cleaner.filters.chrome.cues import END, NONE, WEAK
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.page import Page
from tests.filters.chrome_lines import cue, plain, prose

LONG = Line("字" * 60 + "。", True)


def verdict(*lines: Line, end: int = 1, thread: bool = False) -> list[str]:
    """What becomes of the lines below a body of one paragraph."""
    page = Page([LONG, *lines], False)
    page.thread = thread
    below.below(page, end)
    return page.verdict[1:]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Two plain lines at the very end are a signature, but for what stands below a foot.
        ([cue("share"), plain(5), plain(5)], ["share", "", ""]),
        ([cue("share"), plain(5), plain(5), plain(5)], ["share", "tail", "tail", "tail"]),
        ([cue("copyright"), plain(5), plain(5)], ["copyright", "tail", "tail"]),
        # Lines right below the body belong to it, as far as no list of headlines is there.
        ([plain(5), plain(5), plain(5), cue("share")], ["", "", "", "share"]),
        ([plain(9)] * 12 + [cue("share")], [""] * 12 + ["share"]),
        ([plain(9)] * 13 + [cue("share")], ["tail"] * 13 + ["share"]),
        # Paragraphs below a cue stay, shorter sentences do not.
        ([cue("share"), prose(30), cue("app")], ["share", "", "app"]),
        ([cue("share"), prose(29), cue("app")], ["share", "tail", "app"]),
        # Under the heading of a list everything is somebody else's, under a subhead it is not.
        ([cue("related", END), prose(59), cue("app")], ["related", "tail", "app"]),
        ([cue("related", END), prose(60), cue("app")], ["related", "", "app"]),
        ([cue("comments", END), prose(60), cue("app")], ["comments", "tail", "app"]),
        ([cue("share", END), prose(60), cue("app")], ["share", "tail", "app"]),
        # Where more answers follow, they stay.
        (
            [cue("related", END), plain(5), Line("其他回答", False), prose(30), cue("app")],
            ["related", "tail", "tail", "", "app"],
        ),
        # The short heading of a disclaimer, and what it says.
        ([cue("disclaimer", text="字" * 9), prose(60)], ["disclaimer", "tail"]),
        ([cue("disclaimer", text="字" * 10), prose(60)], ["disclaimer", ""]),
        # A weak cue goes where one that is strong stands above, or in company below.
        ([cue("share"), cue("hot", WEAK), cue("app")], ["share", "hot", "app"]),
        ([cue("byline", WEAK), cue("share")], ["", "share"]),
        ([cue("byline", WEAK), cue("credits")], ["byline", "credits"]),
        ([cue("byline", WEAK), cue("credits", WEAK), cue("share")], ["", "", "share"]),
        (
            [cue("credits", WEAK), cue("credits", WEAK), cue("share")],
            ["credits", "credits", "share"],
        ),
        # A button that comes back ends nothing.
        ([cue("share"), plain(5)] * 3 + [cue("app")], ["share", ""] * 3 + ["app"]),
        ([cue("share"), plain(5)] * 2 + [cue("app")], ["share", "tail"] * 2 + ["app"]),
        # Nor does the mark of a page.
        ([cue("pager", text="第2页"), *[plain(5)] * 3], ["pager", "", "", ""]),
    ],
)
def test_below_the_body(lines: list[Line], expected: list[str]) -> None:
    assert verdict(*lines) == expected


@pytest.mark.parametrize(("between", "kept"), [(20, True), (21, False)])
def test_how_far_below_the_rest_of_an_article_may_stand(between: int, kept: bool) -> None:
    lines = [cue("share"), *[cue("app", text="下载")] * (between - 1), LONG]
    assert (verdict(*lines)[-1] == "") is kept


def test_a_paragraph_begins_the_distance_anew() -> None:
    lines = [*[cue("app", text="下载")] * 15, LONG, *[cue("app", text="下载")] * 15, LONG]
    assert verdict(*lines)[15] == verdict(*lines)[31] == ""


@pytest.mark.parametrize(
    ("text", "reason", "force", "figures", "counted"),
    [
        ("赞", "share", WEAK, ["12", "3.4万"], True),
        ("评论", "comments", WEAK, ["1,024", "99+"], True),
        ("赞", "share", WEAK, ["12"], False),
        ("赞", "share", WEAK, ["12", "谢谢"], False),
        ("赞", "hot", WEAK, ["12", "3"], False),
        ("赞", "share", NONE, ["12", "3"], False),
        ("3赞", "share", WEAK, ["12", "3"], False),
    ],
)
def test_a_button_with_figures_below(
    text: str, reason: str, force: int, figures: list[str], counted: bool
) -> None:
    lines = [Line(text, False, reason, force), *[Line(each, False) for each in figures]]
    assert below._counted(lines, 0) is counted


def test_where_more_answers_follow() -> None:
    heading = Line("其他回答（3）", False)
    assert below._resumed([plain(5), heading, LONG], 0) == 1
    assert below._resumed([plain(5), heading.but(prose=True), LONG], 0) == 3
    assert below._resumed([heading, plain(5)], 1) == 2


@pytest.mark.parametrize(
    ("first", "second", "go"),
    [
        ("上一篇集团公司开会", "下一篇集团公司获评", True),
        ("下一条集团公司获评", "上一条集团公司开会", True),
        ("前一则某某", "后一则某某", True),
        ("上一集：某某第11集", "下一集：某某第13集", True),
        ("上一方：葱豉汤加味", "下一方：香薷饮", True),
        ("上一方葱豉汤加味", "下一方香薷饮", False),
        ("上一篇集团公司开会", "集团公司获评", False),
        ("上一篇集团公司开会", "下一条集团公司获评", False),
        ("上一回集团公司开会", "下一回集团公司获评", False),
    ],
)
def test_neighbours_need_no_colon(first: str, second: str, go: bool) -> None:
    assert all(verdict(Line(first, False), Line(second, False))) is go


def test_weak_credits_go_two_by_two() -> None:
    credit = Line("编辑某某", False, "credits", WEAK, "编辑")
    assert verdict(credit, credit, plain(8), cue("related", END)) == [
        *("credits", "credits"),
        *("", "related"),
    ]
    assert verdict(credit, plain(8), credit, plain(8), cue("related", END))[:4] == [""] * 4


def test_references_below_the_editors_stay() -> None:
    heading = Line("参考文献：", False)
    page = (cue("credits"), plain(9), heading, plain(30), prose(20), cue("share"), plain(9))
    assert verdict(*page, plain(9), plain(9)) == [
        *("credits", "tail", "", "", "", "share"),
        *("tail", "tail", "tail"),
    ]


def test_words_below_an_article_go_before_the_cue_below_them_takes_one_along() -> None:
    tags = [Line("山村", False), Line("体育", False, "navigation", WEAK), Line("跑道", False)]
    page = Page([Line("字" * 180 + "。", True), *tags, cue("related", END)], False)
    below.below(page, 1)
    assert page.verdict[1:] == ["related", "navigation", "related", "related"]


def test_words_below_an_article_go_though_other_cues_stand_below_them() -> None:
    tags = [Line("字字", False), Line("字字字", False)]
    weak = cue("related", WEAK, "最新一期的消息在这里")
    page = Page([Line("字" * 180 + "。", True), *tags, weak, cue("share")], False)
    below.below(page, 1)
    assert page.verdict[1:] == ["related", "related", "related", "share"]


@pytest.mark.parametrize(
    ("title", "reason", "after", "stays"),
    [
        ("第四十二章 旧刀", "disclaimer", "像他自己。", True),
        ("第四十二章 旧刀", "share", "像他自己。", False),
        ("第四十二章 旧刀", "disclaimer", "像他自己", False),
        ("旧刀", "disclaimer", "像他自己。", False),
    ],
)
def test_a_notice_between_the_lines_of_a_chapter_ends_nothing(
    title: str, reason: str, after: str, stays: bool
) -> None:
    told = Line("那半张脸，像一个人。", True)
    last = Line(after, after[-1] == "。")
    notice = cue(reason, text="手机用户请到本站浏览阅读")
    page = Page([Line(title, False), told, notice, last, cue("pager"), plain(3)], False)
    page.title = 0
    below.below(page, 2)
    assert (page.verdict[3] == "") is stays


@pytest.mark.parametrize(("notices", "stays"), [(2, True), (3, True), (4, False)])
def test_several_notices_between_the_lines_of_a_chapter_end_nothing(
    notices: int, stays: bool
) -> None:
    told = Line("那半张脸，像一个人。", True)
    notice = cue("disclaimer", text="手机用户请到本站浏览阅读")
    page = Page([Line("第四十二章 旧刀", False), told, *[notice] * notices, told], False)
    page.title = 0
    below.below(page, 2)
    assert (page.verdict[-1] == "") is stays


@pytest.mark.parametrize(
    ("fields", "gone"),
    [
        (("姓名：", "电话："), (True, True)),
        (("安小河", "电话："), (False, True)),
        (("附件：",), (False,)),
        (("您的联系电话：",), (False,)),
    ],
)
def test_fields_to_be_filled_in_go_with_the_button_that_sends_them(
    fields: tuple[str, ...], gone: tuple[bool, ...]
) -> None:
    button = cue("navigation", text="提交预约")
    found = verdict(*(Line(field, False) for field in fields), button)
    assert tuple(map(bool, found[: len(fields)])) == gone
