"""What comes twice in a row."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.repair.echo import _each_line_twice, _repeats, echo
from cleaner.settings import Settings

LONG = "今天天气真的很好，"


@pytest.mark.parametrize(
    ("line", "last", "expected"),
    [
        ("今天天气真的很好。", "今天天气真的很好。", True),
        ("今天天气真的很好。", "今天 天气真的很好。", True),
        ("今天，天气真的很好。", "今天,天气真的很好。", True),
        ("今天天气真很。", "今天天气真很。", True),  # six characters
        ("今天天气很。", "今天天气很。", False),
        ("今天天气真的很好", "今天天气真的很好", False),  # no sentence
        ("今天天气真的很好。", "今天天气真的很坏。", False),
        ("今天天气真的很好。", "今天天气真的很好。" + " " * 11, False),
    ],
)
def test_a_line_that_says_what_the_last_one_said(line: str, last: str, expected: bool) -> None:
    assert _repeats(line, last) is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([LONG, LONG, "b", "b"], True),
        (["b", "b", LONG, LONG], True),
        ([LONG, LONG], False),
        (["a", "a", "b", "b"], False),
        ([LONG, LONG, "b", "c"], False),
        ([LONG, "b", "b", LONG], False),
    ],
)
def test_every_line_twice(lines: list[str], expected: bool) -> None:
    assert _each_line_twice([line.replace("，", ",") for line in lines]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今天天气真的很好。\n今天天气真的很好。\n后来", "今天天气真的很好。\n后来"),
        ("今天天气真的很好。\n\n今天天气真的很好。\n后来", "今天天气真的很好。\n后来"),
        ("首页\n首页\n今天天气很好。\n今天天气很好。", "首页\n今天天气很好。"),
        ("走啊走啊，走啊走啊，走！", "走啊走啊，走啊走啊，走！"),
        ("首页\n首页\n新闻", "首页\n首页\n新闻"),
    ],
)
def test_echo(text: str, expected: str) -> None:
    assert echo(Document(text=text), Settings()).text == expected
