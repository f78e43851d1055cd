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


def test_verses_may_come_twice() -> None:
    assert not _repeats("春眠不觉晓，处处闻啼鸟。", "春眠不觉晓，处处闻啼鸟。")


@pytest.mark.parametrize("line", ["今天天气真的很好" + mark for mark in "。！？!?；;."])
def test_what_ends_a_sentence(line: str) -> None:
    assert _repeats(line, line)
    assert not _repeats(f"{line}，", f"{line}，")


@pytest.mark.parametrize(("spaces", "repeats"), [(3, True), (4, False)])
def test_spaces_of_a_fourth_of_a_line(spaces: int, repeats: bool) -> None:
    """More of them are a column, which a table may repeat."""
    line = "一二三四五六七八九十一。"
    assert _repeats(line, line + " " * spaces) is repeats


def echoless(text: str) -> str:
    return echo(Document(text=text), Settings()).text


TOLD = "周末的早晨，小镇上摆开了三十多个书摊。"


@pytest.mark.parametrize(
    ("before", "title", "below", "goes"),
    [
        ("", "旧书集市开张", TOLD, True),
        ("", "旧书集市", TOLD, True),  # four characters
        ("", "旧书集", TOLD, False),
        ("", "旧书集2014", TOLD, False),
        ("", "旧书集市开张", TOLD[:-1] + "！", True),
        ("", "旧书集市开张", TOLD[:-1], False),
        ("", "旧书集市开张", TOLD[:-1] + "？", False),
        ("", "旧书集市开张", "人来了，书摊开。", False),
        ("", "旧书集市开张", "书摊开了。", False),  # five characters are no sentence
        ("", "旧书集市开张", "", False),
        ("", "你说旧书集市", TOLD, False),  # someone speaks, or sings
        ("", "旧书集市啊", TOLD, False),
        ("", "我省旧书集市开张", TOLD, True),
        ("", "旧书集市开张", "人面不知何处去，桃花依旧笑春风。", False),
        ("", "旧书集市开张", "人面不知何处去，桃花依旧笑。", False),
        ("", "旧书集市开张", "人面不知在何处去，桃花依旧笑。", True),
        ("", "旧书集市开张", "人面不知道在何处去了，桃花依旧笑。", True),  # 10 and 5 are no verse
        ("前面一段话到这里完了。", "旧书集市开张", TOLD, True),
        ("前面一段话还没有完", "旧书集市开张", TOLD, False),
        ("前面一段话还没有完，", "旧书集市开张", TOLD, False),
    ],
)
def test_a_title_that_comes_twice_above_a_sentence(
    before: str, title: str, below: str, goes: bool
) -> None:
    lines = [before, title, title, below]
    kept = [before, title, below] if goes else lines
    assert echoless("\n".join(filter(None, lines))) == "\n".join(filter(None, kept))


def test_a_title_stands_right_above_the_sentence() -> None:
    assert echoless(f"旧书集市开张\n旧书集市开张\n目录\n{TOLD}") == (
        f"旧书集市开张\n旧书集市开张\n目录\n{TOLD}"
    )
    twice = f"标题一行。\n旧书集市开张\n旧书集市开张\n{TOLD}"
    assert echoless(f"{twice}\n{twice}") == "\n".join([f"标题一行。\n旧书集市开张\n{TOLD}"] * 2)
