"""Texts, a plain line and cues that the tests share which decide upon whole pages."""

from __future__ import annotations

from functools import partial

from cleaner.filters.chrome.lines import Line
from tests.filters import chrome_lines

SENTENCE = Line(
    "周末的早晨，小镇上摆开了三十多个书摊，卖书的人从邻近几个县赶来，买书的人比卖书的更多。", True
)
LONG = Line(SENTENCE.text * 4, True)
OTHER, LAST = (Line(LONG.text[::-1].strip("。") + mark, True) for mark in "。！")
PLAIN = Line("从一张桌子开始", False)

cue = partial(chrome_lines.cue, field="")
DATED = cue("byline", text="2011-03-05", field="published")
