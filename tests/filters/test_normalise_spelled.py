"""Lines set apart letter by letter."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleaner.filters.normalise.spelled import spelled_spaces
from cleaner.filters.normalise.stretches import Span


def without(line: str, gaps: Iterable[Span]) -> str:
    for low, high in reversed([*gaps]):
        line = line[:low] + line[high:]
    return line


def spelled(line: str) -> str:
    return without(line, spelled_spaces(line))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本 报 北 京 5 月 1 日 电", "本报北京5月1日电"),
        ("2 0 2 4 年 工 作 要 点", "2024年工作要点"),
        ("2024 年 工 作 要 点", "2024年工作要点"),
        ("20241 年 工 作 要 点", "20241 年 工 作 要 点"),  # no year
        ("工 作 2024 12 要 点", "工作2024 12要点"),  # two numbers stay two
        ("工 作 2 0 要 点", "工作20要点"),
        ("工 作 2 01 要 点", "工作2 01要点"),
        ("A 股 新 股 发 行", "A股新股发行"),
        ("AB 股 新 股 发 行", "AB 股 新 股 发 行"),
        # Of four characters, two pairs side by side; a table has figures between.
        ("5 月 工 作 1 日", "5月工作1日"),
        ("5 月 1 日 作", "5 月 1 日 作"),
        ("5 工 作 月", "5 工 作 月"),
        ("5 月 作 1 日 内 1", "5月作1日内1"),
        ("5 月 作 1 日 1 内", "5 月 作 1 日 1 内"),
        # Without figures three characters and two marks.
        ("（ 一 ） 总 则", "（一）总则"),
        ("（ 总 则", "（ 总 则"),
        ("（ 总 ） 则", "（ 总 ） 则"),
        ("（ 总 的 则", "（ 总 的 则"),
        # A space that the width of the gap left stays, and the number of a chapter stands apart.
        ("（ 总  ） 则 文", "（总  ）则文"),
        ("第 1 章 总 的 要 求", "第1章 总的要求"),
        ("第 1 条 我 们 的 第 2 章 总 的", "第1条 我们的第2章总的"),
        # Whatever is longer than one character, or no Han, says that spaces separate.
        ("（ 一 ） 总则 的", "（ 一 ） 总则 的"),
        ("（ 一 ） 总 の 的", "（ 一 ） 总 の 的"),
        ("5 春 夏 秋 冬 的", "5 春 夏 秋 冬 的"),
    ],
)
def test_lines_set_apart_letter_by_letter(line: str, expected: str) -> None:
    assert spelled(line) == expected
