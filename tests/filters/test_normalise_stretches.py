from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.filters.normalise.guards import HAN
from cleaner.filters.normalise.stretches import WIDE, stretches


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("北京 上海  天津", [["北京", "上海", "天津"]]),
        ("姓 名：王 伟 ", [["姓", "名"], ["王", "伟"]]),
        (" 一 ，二 a 三", []),
        ("北京上海", []),
        ("𠮷 々", [["𠮷", "々"]]),
    ],
)
def test_stretches(line: str, units: list[list[str]]) -> None:
    assert [[line[low:high] for low, high in found] for found in stretches(line)] == units


@given(st.text(alphabet="一二三〇 ，a\t"))
def test_stretches_are_maximal(line: str) -> None:
    expected = re.findall(f"(?<![{HAN}])[{HAN}]+(?: +[{HAN}]+)+", line)
    assert [line[found[0][0] : found[-1][1]] for found in stretches(line)] == expected


@pytest.mark.parametrize("character", "々〇㐀一鿿豈﫿𠀀")
def test_what_stands_for_han_has_all_of_it(character: str) -> None:
    assert re.match(f"[{HAN}]", character)
    assert re.match(WIDE, character)
