"""Lines that fill a width, and what only looks like them."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.normalise.filled import _between, _paragraphs, columns, filled
from cleaner.filters.normalise.wraps import unwrap

ANY = {(in_columns, width) for in_columns in (True, False) for width in range(100)}


def _goes_on(*lines: str) -> list[int]:
    """Return which lines go on where their width is known from other lines."""
    return [index for index, _ in filled(lines, {*ANY})]


FULL = "求二三四五，七八九安全要"  # the narrowest that counts: 12 characters
OTHER = "求二三四，六七八九安全要"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ((FULL, OTHER, "完。"), 2),
        ((FULL, "完。"), 0),  # one full line may be a line by chance
        ((FULL[:-1], OTHER[:-1], "完。"), 0),  # eleven characters: a verse
        ((FULL, OTHER, "完"), 0),  # no stop
        ((FULL, OTHER, "完”"), 2),
        ((FULL, OTHER, "字" * 12 + "。"), 2),  # the mark hangs over the edge
        ((FULL, OTHER, "字" * 13 + "。"), 0),  # the last line is longer
        ((FULL, OTHER + "三", "完。"), 2),  # the first one was indented
        ((FULL, OTHER + "三四", "完。"), 2),
        ((FULL, OTHER + "三四五", "完。"), 0),
        ((OTHER + "三", FULL, FULL + "三", "完。"), 0),  # 二三 would have fitted the second one
        ((FULL, "求二三四五六七八九安全要", "完。"), 2),  # pauses in half of the lines
        ((FULL, *["求二三四五六七八九安全要"] * 2, "完。"), 0),  # ... in a third
        ((FULL[:-1] + "，", OTHER, "完。"), 0),  # as many ends of clauses as not
        ((FULL[:-1] + "，", OTHER, "求，三四五六七八九安全要", "完。"), 3),
        ((FULL[:-1] + "\t", OTHER, "完。"), 0),  # a table
        ((FULL, "一、三四五，七八九安全要", "完。"), 0),  # items of a list
        ((FULL, "1.三四五六，七八九安全要三", "完。"), 0),
        ((FULL, "1.5四五六，七八九安全要", "完。"), 2),  # a number that goes on
        ((FULL, "2000年五，七八九安全要", "完。"), 2),
        (
            (
                "张三，男，汉族，一九八零年",
                "李四，女，回族，一九八一年",
                "王五，男，满族，八二年。",
            ),
            0,
        ),
        (("张三，男，汉族，一九八零年", "李四，女，回族，一九八一年", "王五，满族。"), 2),
    ],
)
def test_lines_that_go_on(lines: tuple[str, ...], joined: int) -> None:
    assert len(_goes_on(*lines)) == joined


def test_paragraphs_of_a_block_end_with_lines_that_are_not_full() -> None:
    assert _goes_on("标题一行", FULL, OTHER, "完。", OTHER, FULL, "完。") == [1, 2, 4, 5]


def test_two_paragraphs_of_one_full_line_each() -> None:
    assert _goes_on(FULL, "完。", OTHER, "完了。") == [0, 2]
    assert _goes_on(FULL, "完。", OTHER, "完了") == []
    assert _goes_on(FULL, "完。", OTHER[1:], "完了。") == [0, 2]  # indented by one
    assert _goes_on(FULL, "完。", OTHER[3:], "完了。") == []


def test_words_in_latin_leave_the_ends_ragged() -> None:
    text = "这是一段用来试验的文字，里面有\nsomething long 和其他的词，和\ninternational 也在里面。"
    assert _goes_on(*text.split("\n")) == [0, 1]  # 30, 29 and 25 columns
    short = text.replace("international", "a").split("\n")  # that would have fitted
    assert _paragraphs(short, [*map(columns, short)], columns)[1] == []


@pytest.mark.parametrize(
    ("lines", "between"),
    [
        (("我们用 Python 写程序，它有", "Java 那样的类库，也有很多的", "人用。"), [" ", ""]),
        (("我们用 Python 写程序，而且", "也有 Java 的类，我也会用 C", "写。"), ["", " "]),
        (("我们用Python写程序吧，而且它", "Java那样的类，我们也会用到C", "写的。"), ["", ""]),
        (("我们用Python写程序，用 GNU", "make 这样的程序，也用到 C 来", "写的。"), [" ", ""]),
    ],
)
def test_what_stood_between(lines: tuple[str, ...], between: list[str]) -> None:
    assert [space for _, space in filled(lines, {*ANY})] == between


def test_latin_words_are_cut_only_where_every_line_has_one_width() -> None:
    hard = [
        "一二三四五，七八九十，open",
        "source三四，五六七八一open",
        "source四，六七一二二八open",
        "吧。",
    ]
    soft = [*hard[:2], "source四，六七一二二open", "吧。"]
    assert [space for _, space in filled(hard, {*ANY})] == ["", "", ""]
    worded = [hard[0], hard[1], "go open，六七一二二八open", "吧。"]
    assert [space for _, space in filled(worded, {*ANY})] == [" ", " ", ""]
    assert [space for _, space in filled(soft, {*ANY})] == [" ", " ", ""]


def test_long_addresses_do_not_make_lines_full() -> None:
    address = "https://www.example.com/" + "a" * 40
    assert _goes_on("见下，面", f"{address}，", f"{address}吧，好", "完。") == []


@pytest.mark.parametrize(
    ("ends", "joined"),
    [
        (("安全要", "求一二"), True),  # a word is cut
        (("客一行", "的下午"), True),  # nothing begins with 的
        (("客人不", "下午一"), True),  # nothing ends with 不
        (("客一行", "下午一"), False),  # lines of a list
    ],
)
def test_one_break_must_show_that_something_goes_on(ends: tuple[str, str], joined: bool) -> None:
    lines = (f"三四五六，七八九三{ends[0]}", f"{ends[1]}七八，九三四五六七", "完。")
    known: set[tuple[bool, int]] = set()
    assert bool(filled(lines, known)) is joined
    assert bool(known) is joined
    if joined:  # and from then on such lines are known by their width
        assert filled(("三四五六，七八九三客一行", "下午一七八，九三四五六七", "完。"), known)


def test_width_is_known_from_other_blocks() -> None:
    alone = "三四五六，七八九三客一行\n下午一七八，九三四五六七\n完。"
    other = "三四五六，七八九三安全要\n求一二七八，九三四五六七\n完。"
    assert unwrap(Document(alone)).text == alone
    both = unwrap(Document(f"{alone}\n\n{other}")).text
    assert both == f"{alone}\n\n{other}".replace("\n\n", "|").replace("\n", "").replace("|", "\n\n")


@pytest.mark.parametrize(
    ("line", "following", "spaced", "hard", "between"),
    [
        ("用 word", "word", False, False, " "),
        ("用 word", "word", False, True, ""),
        ("用 word", "12", False, False, " "),
        ("用 12", "word", False, False, " "),
        ("用 12", "34", False, False, ""),
        ("用", "字", True, False, ""),
        ("用", "word", True, False, " "),
        ("用", "word", False, False, ""),
        ("word", "用", True, False, " "),
        ("word,", "用", True, False, ""),
        ("，", "word", True, False, ""),
        ("word", "，", True, False, ""),
    ],
)
def test_what_stood_between_two_lines(
    line: str, following: str, spaced: bool, hard: bool, between: str
) -> None:
    """``spaced``: the lines have spaces around Latin words; ``hard``: these were cut as well."""
    assert _between(line, following, spaced, hard) == between
