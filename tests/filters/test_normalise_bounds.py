"""Rules of normalise at both sides of their bounds: just enough, and just not enough."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.normalise.guards import lines_with
from cleaner.filters.normalise.lines import _keeps_indent
from cleaner.filters.normalise.padding import _WIDEST, _chains, listed_names
from cleaner.filters.normalise.spaces import _merge, han_spaces
from cleaner.filters.normalise.wraps import _WIDTH, _goes_on, _is_justified
from cleaner.patterns import lazy
from cleaner.settings import Settings

PLAIN = "会" * _WIDTH
PAUSED = "会" * (_WIDTH - 2) + "，会"


@pytest.mark.parametrize(
    ("lines", "justified"),
    [
        ([PAUSED, PAUSED, "会。"], True),
        ([PAUSED, "会。"], False),  # one line has no width in common with another
        ([PAUSED[1:], PAUSED[1:], "会。"], False),  # narrow as verses are
        ([PAUSED, "会" + PAUSED, "会。"], True),
        ([PAUSED, "会会" + PAUSED, "会。"], False),
        ([PAUSED, PAUSED, "会会"], False),
        ([PAUSED, PAUSED, "。"], True),
        ([PAUSED, PAUSED, ""], False),
        ([PAUSED, PAUSED, "会" * _WIDTH + "。"], True),
        ([PAUSED, PAUSED, "会" * (_WIDTH + 1) + "。"], False),
        ([PAUSED, PLAIN, "会。"], True),  # a pause in every second line
        ([PAUSED, PLAIN, PLAIN, "会。"], False),
        ([PAUSED, PAUSED[:-1] + "，", "会。"], False),
        ([PAUSED, "会\t" + PAUSED[2:], "会。"], False),
        ([PAUSED, "一、" + PAUSED[2:], "会。"], False),
    ],
)
def test_lines_of_one_width(lines: list[str], justified: bool) -> None:
    assert _is_justified(lines) is justified


@pytest.mark.parametrize(
    ("spans", "later", "merged"),
    [
        ([(1, 2)], [], [(1, 2)]),
        ([(1, 2)], [(0, 1)], [(0, 1), (1, 2)]),
        ([(1, 2)], [(1, 2)], [(1, 2), (2, 3)]),  # what stood behind the span moved to its place
        ([(1, 2), (4, 6)], [(3, 4), (5, 6)], [(1, 2), (4, 6), (6, 7), (8, 9)]),
        ([(1, 2), (4, 6)], [(2, 3), (9, 10)], [(1, 2), (3, 4), (4, 6), (12, 13)]),
        ([], [(2, 3)], [(2, 3)]),
    ],
)
def test_spans_of_two_passes(
    spans: list[tuple[int, int]], later: list[tuple[int, int]], merged: list[tuple[int, int]]
) -> None:
    assert _merge(spans, later) == merged


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        ("张 三、李 四、王五", [(1, 2), (5, 6)]),
        ("张 三、王五、赵六", []),  # one alone is no list
        ("会 三、李 四、王五", []),  # as is one beside what is no surname
    ],
)
def test_names_of_a_list(line: str, spans: list[tuple[int, int]]) -> None:
    assert list(listed_names(line, Settings())) == spans


@pytest.mark.parametrize("line", ["a = b", "return x", "f(x)", "try:", "│ x", "<p>"])
def test_indented_code_keeps_its_indentation(line: str) -> None:
    assert _keeps_indent(f"    {line}\n", 0, 4)


@pytest.mark.parametrize("line", ["a word", "returned", "我们 = 你", "会"])
def test_indented_prose_does_not(line: str) -> None:
    assert not _keeps_indent(f"    {line}\n", 0, 4)


def test_lines_within_fences_are_left_out() -> None:
    text = "甲 a\n```\n乙 a\n```\n丙 b\n丁 a\n"
    every = [(0, 3), (4, 7), (8, 11), (12, 15), (16, 19), (20, 23)]
    assert list(lines_with(lazy("a"), text, every)) == [(0, 3), (20, 23)]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("张 三、李 四、王五等人出席了会议。", "张三、李四、王五等人出席了会议。"),
        ("他说 ，好", "他说，好"),
    ],
)
def test_spaces_that_go(text: str, clean: str) -> None:
    assert han_spaces(Document(text=text), Settings())[0].text == clean


@pytest.mark.parametrize(
    ("line", "following", "on"),
    [
        ("我们在会", "上说", True),
        ("我们在会。", "上说", False),
        ("我们在a", "上说", False),
        ("我们在会", "a", False),
        ("我们在会", "a上说", False),
        ("我们在会", "上a", True),
        ("我们在会", "", False),
        ("我们在会", "一、上说", False),
        ("我们\t在会", "上说", False),
    ],
)
def test_a_full_line_goes_on_within_a_sentence(line: str, following: str, on: bool) -> None:
    assert _goes_on(line, following) is on


@pytest.mark.parametrize(
    ("units", "chains"),
    [
        ([], []),
        ([(0, 1)], []),
        ([(0, 1), (2, 3)], [[(0, 1), (2, 3)]]),
        ([(0, 1), (1 + _WIDEST, 2 + _WIDEST)], [[(0, 1), (1 + _WIDEST, 2 + _WIDEST)]]),
        ([(0, 1), (2 + _WIDEST, 3 + _WIDEST)], []),
        ([(0, 1), (2, 4), (5, 6), (7, 8)], [[(5, 6), (7, 8)]]),
        ([(0, 1), (2, 3), (4, 6), (7, 8)], [[(0, 1), (2, 3)]]),
    ],
)
def test_chains_of_single_characters(
    units: list[tuple[int, int]], chains: list[list[tuple[int, int]]]
) -> None:
    assert list(_chains(units)) == chains
