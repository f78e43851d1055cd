"""UTF-8 comes back after what was done to it since it was misread, as GBK or as Latin letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cleaner.mojibake import tidied
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.places import GAP, SEAM
from cleaner.mojibake.undo import undo_mojibake

LINES = (
    "这家公司昨天宣布了一项新的世界纪录，引起了大家的关注。",
    "今年3月，他们还会在北京、上海和广州举办三场音乐会。",
    "我们需要更多的时间来了解用户的要求，然后再做决定。",
)


# What converters make of these characters of misread text.
SIMPLIFIED = str.maketrans("鑲紵鎵閲", "镶纻镓阅")


def undone(line: str) -> str:
    result, plan = undo_mojibake(line)
    assert plan.replay(line) == result
    assert undo_mojibake(result)[0] == result
    return result


def half_width(text: str) -> str:
    return text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})


def without_private_rows(data: bytes) -> str:
    """What is left where pairs without a character went as private use."""
    text = ""
    while data:
        size = 1 if data[0] <= 0x80 or data[1:2] < b"\x40" else 2
        text += data[:size].decode("gbk", "ignore")
        data = data[size:]
    return text


@pytest.mark.parametrize("line", LINES)
def test_bytes_that_were_dropped(line: str) -> None:
    damaged = line.encode().decode("gbk", "ignore")
    assert len(damaged) < len(line.encode().decode("gbk", "replace"))
    assert undone(damaged) == line


def test_pairs_that_were_dropped() -> None:
    line = "这家公司宣布了新的世界纪录，今天在北京举行第四阶段的比赛。"
    damaged = without_private_rows(line.encode())
    before = tidied.restored(damaged, Effort())
    assert before is not None
    assert SEAM in before.text
    assert undone(damaged) == line


def test_letters_that_became_half_width() -> None:
    line = "公司昨天宣布，用户的佣金不变，请大家放心。"
    damaged = half_width(line.encode().decode("gb18030", "replace"))
    assert "e" in damaged
    assert undone(damaged) == line


def test_characters_that_became_simplified() -> None:

    line = "买卖股票需要多少交易费用？手续费包括佣金和印花税。"
    damaged = line.encode().decode("gb18030", "replace")
    simplified = damaged.translate(SIMPLIFIED)
    assert simplified != damaged
    assert undone(simplified) == line


def test_a_line_that_was_not_tidied_up_is_as_it_was() -> None:
    for text in ("图书馆周末也开门。", "软件更新", "鐢ㄦ埛"):
        assert tidied.restored(text, Effort()) is None


def test_where_bytes_left_a_mark_none_were_dropped() -> None:
    line = "我们需要更多的时间来了解用户的要求，然后再做决定"
    damaged = line.encode().decode("gbk", "replace")
    assert "\ufffd" in damaged
    before = tidied.restored(damaged, Effort())
    assert before is None or not {GAP, SEAM} & {*before.text}


def latin(line: str) -> str:
    return line.encode().decode("latin-1")


def windows(line: str) -> str:
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in line.encode())


def straight(text: str) -> str:
    return text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


# All of whose bytes have a character in Windows-1252; then those with what is tidied up.
WHOLE = "资料图：无性婚姻能走多远？开始我们去图书馆看书。"
DONE: tuple[tuple[str, Callable[[str], str], Callable[[str], str]], ...] = (
    ("他们都在公司的食堂里吃午饭。", latin, lambda text: " ".join(text.split())),
    ("每个人都想知道答案，今天的报道说明一切。", latin, lambda text: text.replace("\xad", "")),
    ("我们从图书馆走到火车站，一共用了半个小时。", windows, straight),
    (WHOLE, windows, str.upper),
    (WHOLE, windows, str.title),
    (WHOLE, windows, str.lower),
)


@pytest.mark.parametrize(("line", "read", "tidied"), DONE)
def test_latin_letters_that_were_tidied_up(
    line: str, read: Callable[[str], str], tidied: Callable[[str], str]
) -> None:
    damaged = tidied(read(line))
    assert damaged != read(line)
    assert undone(damaged) == line


def test_letters_of_both_cases_are_bytes_of_their_own() -> None:
    for line in ("开始", "他们去了，又回来", "技术开发", "股票软件下载"):
        assert undone(windows(line)) == line
