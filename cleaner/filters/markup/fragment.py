"""Tags that stand in plain text: leftovers of markup go, text about markup stays.

Extractors leave ``<a href=…>``, ``<br>``, ``<p>…</p>`` behind, also escaped (``&lt;p&gt;``), which
a later step would turn into tags. A page that explains markup has tags that are its subject. What
tells them apart is what stands beside a tag, and one tag that is clearly spoken of (``<p>标签``)
speaks for the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.filters.markup import elements
from cleaner.filters.markup.pieces import BREAK, KEEP, NOTHING, Piece, edits, kind_of, rule_of
from cleaner.filters.markup.tags import Tag, is_hidden, pairs, tags
from cleaner.ledger import Edit

_LESS = r"(?:&(?:amp;){0,3}(?:lt|LT|\#0{0,4}60|\#[xX]0{0,4}3[cC]);|\\u003[cC])"
_MORE = r"(?:&(?:amp;){0,3}(?:gt|GT|\#0{0,4}62|\#[xX]0{0,4}3[eE]);|\\u003[eE])"
_ESCAPED = re.compile(
    rf"{_LESS}(?:!--(?:(?!{_LESS}|{_MORE})[^<>]){{0,500}}?--{_MORE}"
    rf"|(\\?/?)([a-zA-Z][a-zA-Z0-9]{{0,10}}+)((?:[\s/](?:(?!{_LESS}|{_MORE})[^<>\n]){{0,500}}?)?){_MORE})"
)
_OFFICE = ("o:", "v:", "w:", "st1:")
_HAS_ESCAPED = re.compile(_LESS)

_ATTRIBUTE = re.compile(r"""\s[a-zA-Z][\w:-]{0,40}\s{0,3}=\s{0,3}(?:["'\\\w/#]|&)""", re.ASCII)

# Words beside a tag that is spoken of.
_NOUN = r"(?:标签|標籤|标记|標記|元素|標簽|[Tt]ags?\b|[Ee]lements?\b|属性|屬性)"
_SPOKEN_AFTER = re.compile(rf"""[\s`”"'」』）)】]{{0,3}}{_NOUN}""")
_LINKED_AFTER = re.compile(
    rf"""[\s`”"'」』）)】]{{0,3}}(?:{_NOUN}|[和与與、或及是：:，,]|表示|代表|用于|用於|就是|来|來)"""
)
_LINKED_BEFORE = re.compile(
    rf"""(?:[`“"'「『]|{_NOUN}|[和与與、或及用叫写寫]|使用|采用|採用)\s{{0,2}}\Z"""
)
_QUOTES = {"`": "`", "“": "”", "「": "」", "『": "』", '"': '"', "'": "'"}
_CONNECTED = re.compile(r"\s*(?:[和与與、或及到，,]|以及|\.{3}|…{1,2})?\s*\Z")
_AFTER_SENTENCE = re.compile(r"[。！？；”」』…!?]\s{0,2}\Z")

_CDATA = "<![CDATA["

# So many tags that surely are markup make every other tag of the text markup too.
_MANY = 3


def fragment(document: Document) -> Document:
    """Remove tags and comments that are leftovers of markup from plain text."""
    text = document.text
    found = _tags(text)
    if not found:
        return document
    if any(_is_spoken_of(text, tag) for tag in found):
        return document
    live = _live(text, found)
    if not live:
        return document
    return document.apply(edits(text, _pieces(text, found, live)))


def cdata(document: Document) -> Document:
    """Remove the marks around ``<![CDATA[…]]>``; what stands between them is text."""
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
        if (
            tag.start >= end
            and _UNFINISHED.search(text, max(end, tag.start - 700), tag.start) is None
        ):
            kept.append(tag)
            end = max(tag.raw, tag.end)
    return kept


_UNFINISHED = re.compile(rf"(?:<|{_LESS})(?:[/!?a-zA-Z\\]|\Z)")


def _escaped(match: re.Match[str]) -> Tag:
    if match[2] is None:
        return Tag(match.start(), match.end(), "")
    closing = "/" in match[1]
    return Tag(match.start(), match.end(), match[2].lower(), closing, match[3])


def _is_comment(text: str, tag: Tag) -> bool:
    return not tag.name and text.startswith("<!--", tag.start)


def _is_spoken_of(text: str, tag: Tag) -> bool:
    """Return whether the text speaks of this tag: it is in quotes, or called a tag."""
    before, after = text[tag.start - 1 : tag.start], text[tag.end : tag.end + 1]
    if before and _QUOTES.get(before) == after:
        return True
    return _SPOKEN_AFTER.match(text, tag.end) is not None


def _live(text: str, found: list[Tag]) -> set[int]:
    """Return the indices of the tags that are markup."""
    closed = pairs(found)
    live: set[int] = set()
    for index, tag in enumerate(found):
        if not tag.name:
            live.add(index)
        elif index in closed:
            end = closed[index]
            bare = _ATTRIBUTE.search(tag.attributes) is None
            content = text[tag.end : min(found[end].start, tag.end + 8)]
            if not (bare and found[end].start - tag.end < 8 and _CONNECTED.match(content)):
                live.update((index, end))
        elif not tag.closing and _ATTRIBUTE.search(tag.attributes) is not None:
            live.add(index)
    alone = [
        index for index, tag in enumerate(found) if index not in live and not _is_linked(text, tag)
    ]
    if len(live) >= _MANY:
        live.update(alone)
    else:
        live.update(index for index in alone if _breaks(text, found[index]))
    return live


def _is_linked(text: str, tag: Tag) -> bool:
    """Return whether the words beside a tag make it a part of the sentence."""
    return (
        _LINKED_AFTER.match(text, tag.end) is not None
        or _LINKED_BEFORE.search(text, max(0, tag.start - 6), tag.start) is not None
    )


def _breaks(text: str, tag: Tag) -> bool:
    """Return whether a lone tag does what such tags do: break a line, begin or end a block."""
    if tag.name in ("br", "hr", "wbr"):
        return True
    if kind_of(tag.name) != BREAK:
        return False
    if tag.closing:
        at_end = tag.end == len(text) or text[tag.end] == "\n"
        return at_end or _AFTER_SENTENCE.search(text, max(0, tag.start - 3), tag.start) is not None
    at_start = tag.start == 0 or text[tag.start - 1] == "\n"
    return at_start and tag.end < len(text) and text[tag.end] != "\n"


def _pieces(text: str, found: list[Tag], live: set[int]) -> Iterator[Piece]:
    closed = pairs(found)
    at = 0
    skip = -1
    for index, tag in enumerate(found):
        if index < skip or index not in live:
            continue
        if tag.start > at:
            yield Piece(at, tag.start, KEEP)
        at = tag.end
        name = tag.name
        if index in closed and is_hidden(tag):
            skip = closed[index] + 1
            at = found[closed[index]].end
            yield Piece(tag.start, at, kind_of(name), rule_of(name))
        elif not name:
            yield Piece(tag.start, at, NOTHING, "markup.comment")
        else:
            yield Piece(tag.start, at, kind_of(name), "markup.tag")
    if at < len(text):
        yield Piece(at, len(text), KEEP)
