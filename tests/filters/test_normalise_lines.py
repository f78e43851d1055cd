from __future__ import annotations

import pytest

from cleaner import clean
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
        # One line of two that looks like code is enough for its neighbours.
        "    begin\n    x = 1;\n    # 加一，再减一\n    y = 2;",
        'Sub 宏()\n    Range("A1").Value = 1\n    MsgBox "完成"\nEnd Sub',
    ],
)
def test_indentation_that_means_something_stays(text: str) -> None:
    assert tidy(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "    x = 1;\n    再减一次，就好了。\n    y = 2;",
            "    x = 1;\n再减一次，就好了。\n    y = 2;",
        ),
        ("  one\n  two\n  x = 1;", "one\ntwo\nx = 1;"),
        ("  one\n\n  x = 1;", "one\n\n  x = 1;"),
    ],
)
def test_indentation_of_blocks(text: str, expected: str) -> None:
    assert tidy(text) == expected
    assert tidy(expected) == expected


@pytest.mark.parametrize(
    "text", ["选项如下。\n\n  modes:\n  -anchor (read-only)\n", "说明。\n\n    apt-get install x\n"]
)
def test_indentation_is_judged_alike_when_words_are_set_apart(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert [line[:1] == " " for line in once.split("\n")] == [
        line[:1] == " " for line in clean(text, segment=False).split("\n")
    ]


def test_each_step_has_its_rule() -> None:
    document = tidy_lines(line_ends(Document(text="\n\u3000甲 \r\n\n\n\n乙").record()))
    assert document.ledger is not None
    assert set(document.ledger.counts()) == {
        "normalise.line-end",
        "normalise.indent",
        "normalise.trailing-space",
        "normalise.blank-line",
    }
