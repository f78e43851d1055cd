"""Lines above a body, on the way up."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import climb
from cleaner.filters.chrome.cues import STRONG
from cleaner.filters.chrome.lines import Line
from tests.filters.chrome_lines import cue, plain

BODY = "周末的早晨，小镇的石板路上摆开了三十多个书摊，旧书集市每月一次。"


@pytest.mark.parametrize(
    ("name", "above", "expected"),
    [
        ("豆沙包 LV.12", "去山脚小镇的石板路上走走", True),
        ("豆沙包 LV.12", "豆沙包的旅行手记", False),  # of the text neither says anything
        ("小镇的石板路 LV.12", "去山脚小镇的石板路上走走", False),
        ("张立", "石板路上的人", True),
        ("旧书集市", "去年冬天的一次远行", False),
        ("旧书集市", "山脚的石板路上走走", True),  # said once, as authors say their names
    ],
)
def test_names_below_a_title(name: str, above: str, expected: bool) -> None:
    assert climb._is_name("".join(name.split()), above, BODY) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("旧书集市", True),
        ("旧书集市_青山网", True),
        ("专栏 | 旧书集市", True),
        ("小镇办起旧书集市", False),
        ("书摊", False),
    ],
)
def test_what_frames_a_headline(text: str, expected: bool) -> None:
    assert climb._frames(text, "旧书集市") is expected


@pytest.mark.parametrize(
    ("above", "row", "in_table"),
    [
        ("软件评级：五星", "应用平台：各种", True),
        ("软件评级五星", "应用平台：各种", False),
        ("软件评级：五星", "应用平台各种", False),
        ("软件评级：", "应用平台：各种", False),
        ("软：五星", "应用平台：各种", False),
        ("软件的评级是：五星", "应用平台：各种", False),
    ],
)
def test_rows_of_a_table(above: str, row: str, in_table: bool) -> None:
    assert climb.in_table([plain(above), plain(row)], 1) is in_table
    assert not climb.in_table([plain(row)], 0)
    assert not climb.in_table([Line(above, True), plain(row)], 1)
    assert not climb.in_table([cue("byline", STRONG, above), plain(row)], 1)
