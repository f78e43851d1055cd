"""BBCode and smilies of forums, placeholders of templates."""

from __future__ import annotations

import re

from cleaner.document import Document
from cleaner.ledger import Edit
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = (
    "align|attach|attachimg|audio|b|backcolor|caption|center|code|color|email|embed|flash|float|font|fly|free|hide|i"
    "|img|indent|left|li|list|media|mp3|p|qq|quote|right|s|size|sub|sup|swf|table|td|tr|u|url|video|wma"
)
_TAG = lazy(
    rf"\[(/?)({_NAMES})(?:=[^\[\]\n]{{0,300}}|(?: [a-z]+=\"[^\"\n]{{0,100}}\"){{1,6}})?\]",
    re.IGNORECASE,
)
# What these hold is an address or a number, not text.
_EMBEDDED = frozenset(
    ("attach", "attachimg", "audio", "embed", "flash", "img", "media", "mp3", "swf", "video", "wma")
)
_ITEM = lazy(r"\[\*\]")
# A rule across the page, which has no end.
_RULE = lazy(r"\[hr\]")
_ABOUT = lazy("BB ?[Cc]ode|UBB|[Uu]bb|标签|標籤|代码|代碼|语法|語法")
_CONNECTED = lazy(r"\s{0,3}[和与與、或及]?\s{0,3}\Z")

_PLACEHOLDER = lazy(
    r"\{\{\s{0,3}([#/]?)\s{0,3}([A-Za-z_][\w.]{0,60})(?: [\w.@]{1,60}){0,4}\s{0,3}\}\}", re.ASCII
)
_LINE_OF_PLACEHOLDERS = lazy(
    r"^[ \t]*+(?:\{\{\s?[#/^]?[A-Za-z_][\w.]{0,60}(?: [\w.@]{1,60}){0,4}\s?\}\}[ \t|:：,，/-]*+)++"
    r"(?:\n|\Z)",
    re.MULTILINE | re.ASCII,
)

# Smilies by number: {:4_95:} and {:soso_e100:} of Discuz, [s:12] of PHPWind, [em12] of Dvbbs.
_SMILEY = lazy(r"\{:\w{1,12}:\}|\[(?:s:|em:?|emo:|emot:)\d{1,4}:?\]", re.ASCII)


def bbcode(document: Document) -> Document:
    """Remove BBCode tags that come in pairs, ``[img]`` and its kin with what they hold.

    An end without a beginning, cut off with its own line, goes too, unless the text is about such.
    """
    text = document.text
    if "[hr]" in text and _ABOUT.search(text) is None:
        document = document.apply(_lines(text))
        text = document.text
    if "[/" not in text:
        return document
    opened: dict[str, list[re.Match[str]]] = {}
    edits: list[Edit] = []
    cut_off: list[Edit] = []
    lists: list[tuple[int, int]] = []
    # Found once: pairs stand in one another, and what is in all of them would be read for each.
    about = [match.span() for match in _ABOUT.finditer(text)]
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if not tag[1]:
            opened.setdefault(name, []).append(tag)
        elif not opened.get(name):
            cut_off.append(Edit(tag.start(), tag.end(), "", "markup.bbcode"))
        else:
            start = opened[name].pop()
            if name in _EMBEDDED:
                edits.append(Edit(start.start(), tag.end(), "", "markup.bbcode"))
            elif not (
                _CONNECTED.match(text, start.end(), tag.start())
                or (about and _has_one(about, *_around(text, start.start(), tag.end())))
            ):
                edits.append(Edit(start.start(), start.end(), "", "markup.bbcode"))
                edits.append(Edit(tag.start(), tag.end(), "", "markup.bbcode"))
                if name == "list":
                    lists.append((start.end(), tag.start()))
    if lists:
        edits += _items(text, lists)
    if cut_off and not about:
        edits += cut_off
    return document.apply(_outermost(edits)) if edits else document


def _lines(text: str) -> Iterator[Edit]:
    """Yield edits that end the line where a rule across the page stood."""
    for match in _RULE.finditer(text):
        start, end = match.span()
        alone = text[start - 1 : start] in ("", "\n") or text[end : end + 1] in ("", "\n")
        yield Edit(start, end, "" if alone else "\n", "markup.bbcode")


def _items(text: str, lists: list[tuple[int, int]]) -> Iterator[Edit]:
    """Yield edits that give each item of the lists, ``[*]``, a line of its own."""
    begins = {start for start, _ in lists}
    done = 0
    for start, end in sorted(lists):
        if start < done:
            continue  # inside another one
        done = end
        for match in _ITEM.finditer(text, start, end):
            at = match.start()
            alone = at == 0 or at in begins or text[at - 1] == "\n"
            yield Edit(at, match.end(), "" if alone else "\n", "markup.bbcode")


# Of the line around a pair: enough for a sentence, and linear where all is one line.
_REACH = 60


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of what stands beside ``text[start:end]`` in its line."""
    low = max(0, start - _REACH)
    stop = text.find("\n", end, end + _REACH)
    return max(low, text.rfind("\n", low, start) + 1), stop if stop >= 0 else end + _REACH


def _has_one(spans: list[tuple[int, int]], low: int, high: int) -> bool:
    """Return whether one of ``spans``, which are in order, lies from ``low`` to ``high``."""
    from bisect import bisect_left

    index = bisect_left(spans, (low, low))
    return index < len(spans) and spans[index][1] <= high


def smilies(document: Document) -> Document:
    """Remove smilies of forums that are numbers of pictures."""
    return document.sub(_SMILEY, "", "markup.smiley")


def placeholders(document: Document) -> Document:
    """Remove the ends of ``{{name}}…{{/name}}`` and lines that hold placeholders alone.

    A placeholder within a sentence stays: a text about templates has such.
    """
    text = document.text
    if "{{" not in text:
        return document
    opened: dict[str, list[re.Match[str]]] = {}
    edits: list[Edit] = []
    for mark in _PLACEHOLDER.finditer(text):
        if mark[1] != "/":
            opened.setdefault(mark[2], []).append(mark)
        elif opened.get(mark[2]):
            start = opened[mark[2]].pop()
            edits.append(Edit(start.start(), start.end(), "", "markup.placeholder"))
            edits.append(Edit(mark.start(), mark.end(), "", "markup.placeholder"))
    if edits:
        document = document.apply(sorted(edits))
    if "[[" in text or "'''" in text:
        return document  # a wiki, which writes its templates so
    return document.sub(_LINE_OF_PLACEHOLDERS, "", "markup.placeholder")


def _outermost(edits: list[Edit]) -> list[Edit]:
    """Return ``edits`` in order, without those inside another one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
