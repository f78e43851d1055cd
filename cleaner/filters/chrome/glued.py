"""Chrome within a line of text: buttons glued to headings, the head of a post in one line."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.ledger import Edit
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

# What a wiki puts behind each of its headings: 历史[编辑], 历史[编辑 | 编辑源代码].
_EDIT = lazy(
    r"(?m)(?<=\S)[ \u3000]?[\[［【] ?编辑(?:本段|本节|源代码|原始码)?"
    r"(?: ?[|｜] ?编辑(?:源代码|原始码))? ?[\]］】][ \t]*+$"
)
# Every such button has this in it, which is found in a quarter of the time, and its word at once.
_BUTTON, _WORD = lazy("[\\[［【] ?编辑"), "编辑"
# What an encyclopedia had before them in 2009; no text has it.
_SECTION = lazy(r"[\[［【] ?编辑本[段节] ?[\]］】][ \t]*+")
# On so many lines it is no word of the text.
_AGAIN = 2
# Labels in the head of a post of PTT and boards like it, and the longest such head.
_LABELS = ("看板", "标题", "时间")
_LONGEST = 160


def headings(document: Document) -> Document:
    """Take edit buttons from the ends of headings, and a post's head apart into its lines."""
    text = document.text
    if (
        text.count(_WORD) >= _AGAIN
        and len(_BUTTON.findall(text)) >= _AGAIN
        and len(_EDIT.findall(text)) >= _AGAIN
    ):
        document = document.sub(_EDIT, "", "chrome.navigation")
        text = document.text
    if "板" in text and "看板" in text:  # one character is found ten times as fast
        document = document.apply([Edit(at, at, "\n", "chrome.byline") for at in _labels(text)])
    return document


def sections(document: Document) -> Document:
    """Take edit buttons from before headings, wherever these stand: 定价：20元[编辑本段]目录."""
    if "编辑本" in document.text:
        document = document.sub(_SECTION, _gap, "chrome.navigation")
    return document


def _gap(match: re.Match[str]) -> str:
    """Return a space where words stand on both sides."""
    text = match.string
    return " " if text[match.start() - 1 : match.start()].isalnum() else ""


def _labels(text: str) -> Iterator[int]:
    """Yield where the labels of heads begin: 作者某某 看板某某 标题某某 时间Sun Jun 7 2020."""
    place = 0
    for line in text.split("\n"):
        if line.startswith("作者") and len(line) <= _LONGEST and line[-4:].isdigit():
            found = []
            at = 0
            for label in _LABELS:
                at = line.find(label, at + 2)
                if at < 0:
                    break
                found.append(place + at)
            else:
                yield from found
        place += len(line) + 1
