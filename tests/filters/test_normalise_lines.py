from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.normalise.lines import line_ends, tidy_lines


def tidy(text: str) -> str:
    return tidy_lines(line_ends(Document(text=text))).text


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\r\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]
)
def test_every_line_end_becomes_one(end: str) -> None:
    assert tidy(f"甲{end}乙") == "甲\n乙"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲  \n乙\u3000\n丙\u00a0", "甲\n乙\n丙"),
        ("甲\n\n \n\u3000\n\n乙", "甲\n\n乙"),
        ("\n\n甲\n\n", "甲"),
        ("\n \n", ""),
        ("", ""),
        ("\u3000\u3000段落。\n　　又一段。", "段落。\n又一段。"),
        ("  近日\n  公布", "近日\n公布"),
        ("\u00a0\u00a0Hello there", "Hello there"),
        ("    2022-08-14", "2022-08-14"),
        ("  1. 第一段从这里开始", "1. 第一段从这里开始"),
        ("\t\t首页", "首页"),
        ("  • 推荐", "• 推荐"),
    ],
)
def test_spaces_and_blank_lines(text: str, expected: str) -> None:
    assert tidy(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "- 甲\n  - 乙\n\n    * 丙",
        "甲\t乙\n\t丁",
        "if x:\n    y = [1]\n    return y",
        "```\n    缩进\n```",
        'for (;;) {\n    printf("好");\n}',
    ],
)
def test_indentation_that_means_something_stays(text: str) -> None:
    assert tidy(text) == text


def test_each_step_has_its_rule() -> None:
    document = tidy_lines(line_ends(Document(text="\n\u3000甲 \r\n\n\n\n乙").record()))
    assert document.ledger is not None
    assert set(document.ledger.counts()) == {
        "normalise.line-end",
        "normalise.indent",
        "normalise.trailing-space",
        "normalise.blank-line",
    }
