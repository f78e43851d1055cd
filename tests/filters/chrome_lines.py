"""Lines that the tests of chrome share: of a title, a text, cues."""

from __future__ import annotations

from cleaner.filters.chrome.cues import STRONG
from cleaner.filters.chrome.lines import Line

TEXT = "周末的早晨，小镇上摆开了三十多个旧书摊，卖书的人从邻近几个县赶来，买书的人更多。"
TITLE = "小镇旧书摊周末开张"
TOLD = Line(TEXT, True)


def plain(text: str | int) -> Line:
    """A line without a sentence: this one, or one of so many characters."""
    return Line(text if isinstance(text, str) else "字" * text, False)


def prose(length: int) -> Line:
    return Line("字" * (length - 1) + "。", True)


def cue(
    reason: str,
    force: int = STRONG,
    text: str = "五个字以上",
    field: str = "-",
    label: str = "",
) -> Line:
    return Line(text, False, reason, force, label, field)


DATED = cue("byline", field="published")
