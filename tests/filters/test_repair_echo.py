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


def echoed(text: str) -> str:
    return echo(Document(text=text), Settings()).text


@pytest.mark.parametrize(
    ("group", "size"),
    [
        ("工信部今天发通知，", 1),  # eight characters
        ("工信部八日发通，", 0),
        ("第3届大会开幕了，", 1),  # with digits
        ("他们今天说发通知，", 0),  # someone speaks, or it is a song
        ("他们今天说要发通知，", 0),
        ("他们今天说还要发通知，", 1),  # ten
        ("我国今天说发通知，", 1),  # no one speaks of himself
        ("工信部发通知，各省照办，", 1),
        ("工信部发，", 0),
        ("一是查，二是改，三是评比，", 1),
        ("一是查，二是改，三是评，四是比较，", 0),  # four clauses
    ],
)
def test_clauses_that_come_twice(group: str, size: int) -> None:
    whole = f"据介绍，{group}{group}以后再说吧，就这样了。"
    assert echoed(whole) == (f"据介绍，{group}以后再说吧，就这样了。" if size else whole)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A sentence of several clauses, even when someone speaks.
        (
            "后来。他们走了，会上说。他们走了，会上说。完",
            "后来。他们走了，会上说。他们走了，会上说。完",
        ),
        ("后来。他们走了，会上说定。他们走了，会上说定。完", "后来。他们走了，会上说定。完"),
        (
            "后来，他们走了，会上说定。他们走了，会上说定。完",
            "后来，他们走了，会上说定。他们走了，会上说定。完",
        ),
        ("他们走了，会上说定。他们走了，会上说定。完了", "他们走了，会上说定。完了"),
        ("\u3000 他们走了，会上说定。他们走了，会上说定。完", "\u3000 他们走了，会上说定。完"),
        (
            "后来 他们走了，会上说定。他们走了，会上说定。",
            "后来 他们走了，会上说定。他们走了，会上说定。",
        ),
        # Four times.
        ("工信部今天发通知，" * 4, "工信部今天发通知，"),
        # Not over the end of a line, nor in part.
        ("工信部今天发通知\n工信部今天发通知\n", "工信部今天发通知\n工信部今天发通知\n"),
        ("说，工信部今天发通知，工信部今天发通知", "说，工信部今天发通知，工信部今天发通知"),
    ],
)
def test_sentences_of_clauses_that_come_twice(text: str, expected: str) -> None:
    assert echoed(text) == expected


@pytest.mark.parametrize(
    ("half", "twice"),
    [
        ("工信部今天发通知", True),
        ("工信部今发通知", False),  # seven
        ("工信部2024年发通知", False),
        ("工信部4年发知", False),
        ("工信部今天发 DVD", False),
        ("哈哈哈哈嘿嘿嘿嘿呵呵", False),
        ("哈哈哈哈嘿嘿嘿嘿呵呵呼呼", False),
        ("哈哈哈哈嘿嘿嘿嘿呵呵呼呼嗬", True),  # five different ones
        ("我们今天要发通知", False),
        ("我国今天要发通知", True),
        ("他们今天要发通知", True),
    ],
)
def test_a_line_that_says_the_same_twice(half: str, twice: bool) -> None:
    text = f"通知\n{half}{half}\n下面"
    assert echoed(text) == (f"通知\n{half}\n下面" if twice else text)
    assert echoed(f"{half}甲{half}") == f"{half}甲{half}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "企业增值税法，企业增值税法，个人消费税法，个人消费税法，等",
            "企业增值税法，个人消费税法，等",
        ),
        ("企业增值税法，企业增值税法、个人消费税法，个人消费税法，等", None),
        ("企业增值税，企业增值税，个人消费税法，个人消费税法，等", None),  # eleven
        ("企业增值税法，企业增值税法，中间，个人消费税法，个人消费税法，等", None),
        ("企业增值税法，企业增值税法，\n个人消费税法，个人消费税法，等", None),
        (
            "企业增值税法，企业增值税法。个人消费税法；个人消费税法，等",
            "企业增值税法。个人消费税法，等",
        ),
        # Clauses of four characters; three are none.
        (
            "企业增值，企业增值，个人消费，个人消费，房产契税，房产契税，",
            "企业增值，个人消费，房产契税，",
        ),
        ("增值税，增值税，消费税，消费税，房产契税，房产契税，", None),
        ("我们增值税法，我们增值税法，个人消费税法，个人消费税法，等", None),
        (
            "他们增值税法，他们增值税法，个人消费税法，个人消费税法，等",
            "他们增值税法，个人消费税法，等",
        ),
    ],
)
def test_pairs_of_clauses(text: str, expected: str | None) -> None:
    assert echoed(f"{text}一共两种税法都在里面了") == (expected or text) + "一共两种税法都在里面了"


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
