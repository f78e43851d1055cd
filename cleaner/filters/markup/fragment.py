"""Tags that stand in plain text: leftovers of markup go, text about markup stays.

Extractors leave ``<a href=…>``, ``<br>``, ``<p>…</p>`` behind, also escaped (``&lt;p&gt;``), which
a later step would turn into tags. One tag that is clearly spoken of (``<p>标签``) speaks for the
whole text; which of the others are markup is told in :mod:`.spoken`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.filters.markup import elements
from cleaner.filters.markup.pieces import KEEP, NOTHING, Piece, edits, kind_of, rule_of
from cleaner.filters.markup.spoken import is_spoken_of, live_tags
from cleaner.filters.markup.tags import Tag, pairs, tags
from cleaner.ledger import Edit
from cleaner.patterns import lazy

_LESS = r"(?:&(?:amp;){0,3}(?:lt|LT|\#0{0,4}60|\#[xX]0{0,4}3[cC]);|\\u003[cC]|\\x3[cC])"
_MORE = r"(?:&(?:amp;){0,3}(?:gt|GT|\#0{0,4}62|\#[xX]0{0,4}3[eE]);|\\u003[eE]|\\x3[eE])"
_ESCAPED = lazy(
    rf"{_LESS}(?:!--(?:(?!{_LESS}|{_MORE})[^<>]){{0,500}}?--{_MORE}"
    rf"|(\\?/?)([a-zA-Z][a-zA-Z0-9]{{0,10}}+)((?:[\s/](?:(?!{_LESS}|{_MORE})[^<>\n]){{0,500}}?)?){_MORE})"
)
_OFFICE = ("o:", "v:", "w:", "st1:")
_HAS_ESCAPED = lazy(_LESS)

_CDATA = "<![CDATA["
# What programs that made text of a list have put before an item.
_MARKER = lazy(r"[^\S\n]*+(?:[0-9]{1,3}[.)、]|[•·▪◦*-])[^\S\n]*+")
_HIDDEN_CDATA = lazy(r"(?:/\*|//)\s?(?:<!\[CDATA\[|\]\]>)(?:\s?\*/)?")
_XML_HEAD = lazy(r"^[ \t]*+<\?xml [^<>\n]{0,100}\?>", re.MULTILINE)


def fragment(document: Document) -> Document:
    """Remove tags and comments that are leftovers of markup from plain text."""
    text = document.text
    found = _tags(text)
    if not found:
        return document
    if any(is_spoken_of(text, tag) for tag in found):
        return document
    live = live_tags(text, found)
    if not live:
        return document
    return document.apply(edits(text, _pieces(text, found, live), apart=document.recording))


def cdata(document: Document) -> Document:
    """Remove the marks around ``<![CDATA[…]]>``, between which text stands, and heads of XML."""
    if "<?xml" in document.text:
        document = document.sub(_XML_HEAD, "", "markup.declaration")
    if _CDATA in document.text:  # where a script hides the marks from itself
        document = document.sub(_HIDDEN_CDATA, "", "markup.cdata")
    text = document.text
    marks: list[Edit] = []
    start = text.find(_CDATA)
    while start >= 0:
        end = text.find("]]>", start)
        if end < 0:
            break
        marks.append(Edit(start, start + len(_CDATA), "", "markup.cdata"))
        marks.append(Edit(end, end + 3, "", "markup.cdata"))
        start = text.find(_CDATA, end)
    return document.apply(marks) if marks else document


def _tags(text: str) -> list[Tag]:
    """Return the tags with names of HTML and the comments of ``text``, escaped ones too."""
    found = []
    if "<" in text:
        found = [
            tag
            for tag in tags(text)
            if tag.name in elements.KNOWN or tag.name.startswith(_OFFICE) or _is_comment(text, tag)
        ]
    if _HAS_ESCAPED.search(text) is not None:
        escaped = (_escaped(match) for match in _ESCAPED.finditer(text))
        found += [tag for tag in escaped if not tag.name or tag.name in elements.KNOWN]
        found.sort()
    # Two readings of one stretch (an escaped tag within a script, say): the first one counts. A
    # tag behind an unfinished one stays, since what is around it could close to a new tag.
    kept: list[Tag] = []
    end = 0
    for tag in found:
        if tag.start == end or (
            tag.start > end
            and _UNFINISHED.search(text, max(end, tag.start - 700), tag.start) is None
        ):
            kept.append(tag)
            end = max(tag.raw, tag.end)
    return kept


_UNFINISHED = lazy(rf"(?:<|{_LESS})(?:[/!?a-zA-Z\\]|\Z)")


def _escaped(match: re.Match[str]) -> Tag:
    if match[2] is None:
        return Tag(match.start(), match.end(), "")
    closing = "/" in match[1]
    return Tag(match.start(), match.end(), match[2].lower(), closing, match[3])


def _is_comment(text: str, tag: Tag) -> bool:
    return not tag.name and text.startswith("<!--", tag.start)


def _leads_nothing(text: str, found: list[Tag], live: set[int], index: int, line: int) -> bool:
    """Whether tags are all that the item of a list has which begins at ``line``: 1. <i></i>."""
    if _MARKER.fullmatch(text, line, found[index].start) is None:
        return False
    end = found[index].end
    for later in range(index + 1, len(found)):
        between = text[end : found[later].start]
        if "\n" in between:
            break
        if later not in live or between.strip():
            return False
        end = found[later].end
    stop = text.find("\n", end)
    return not text[end : len(text) if stop < 0 else stop].strip()


def _pieces(text: str, found: list[Tag], live: set[int]) -> Iterator[Piece]:
    closed = pairs(found)
    at = 0
    skip = -1
    for index, tag in enumerate(found):
        if index < skip or index not in live:
            continue
        line = text.rfind("\n", at, tag.start) + 1
        if at <= line < tag.start and _leads_nothing(text, found, live, index, line):
            yield at, line, KEEP, ""
            yield line, tag.start, NOTHING, "markup.tag"
        elif tag.start > at:
            yield at, tag.start, KEEP, ""
        at = tag.end
        name = tag.name
        if index in closed and tag.hidden:
            skip = closed[index] + 1
            at = found[closed[index]].end
            yield tag.start, at, kind_of(name), rule_of(name)
        elif not name:
            if text[tag.start - 1 : tag.start] == " " == text[at : at + 1]:
                at += 1  # of the spaces on both sides one is left
            yield tag.start, at, NOTHING, "markup.comment"
        else:
            yield tag.start, at, kind_of(name), "markup.tag"
    if at < len(text):
        yield at, len(text), KEEP, ""
