"""An HTML document to its visible text.

A linear tokenizer rather than a library, since every character has to be accounted for: parsers
give a tree without the spans of the source. It follows the HTML standard where that shows in the
text (raw elements, end tags, collapsing of white space) and not where it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape

from cleaner.document import Document
from cleaner.filters.markup import elements
from cleaner.filters.markup.declared import declared
from cleaner.filters.markup.heading import heading
from cleaner.filters.markup.links import NONE, Links, links
from cleaner.filters.markup.pieces import (
    BREAK,
    KEEP,
    NOTHING,
    SPACE,
    Piece,
    edits,
    kind_of,
    rule_of,
)
from cleaner.filters.markup.tags import Tag, pairs, tags
from cleaner.frozen import replace
from cleaner.patterns import HAN, lazy

_BEGINS = lazy(
    r"(?:[\s\ufeff]|<\?[^<>]*+>|<!--(?:[^-]|-(?!->))*+-->)*+<(?:!doctype\s+html|html|head|body)[\s>/]",
    re.IGNORECASE,
)
_FRAGMENT = lazy(
    r"\s*+<(?:title|meta|div|p|table|ul|ol|dl|section|article|main|header|h[1-6]|center|form)[\s>]",
    re.IGNORECASE,
)
# A fragment that begins and ends with a tag is read as a page when it has so many.
_TAGS = 4

# Its first tag is what a sentence is about: <html>是根元素。
_NAMED = lazy(
    r"\s*<(?:\w{1,10}|!\w{7} \w{4})>[\s”」』]?"
    r"(?:声明|聲明|[是为為和与與、]|标签|標籤|元素|表示|用[于於来來])"
)
_HOLDERS = frozenset(("article", "blockquote", "div", "main", "p", "section", "td"))
# A stretch of so many lines with an empty one in it is shown line by line.
WRITTEN = 4
_EMPTY = lazy("[^\\s<>][^\\S\n]*+\n[^\\S\n]*+\n[^\\S\n]*+[^\\s<>]")
_DATE = lazy(r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}")
_STAMP, _LONGEST = lazy(r"(?:(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d:[0-5]\d)\Z"), 10
_WRITTEN = frozenset(("pre", "textarea"))
_WHITE = lazy(r"[ \t\r\n\f]+")
_HEAD = frozenset(("base", "head", "link", "meta", "noscript", "script", "style", "title"))


def is_page(text: str) -> bool:
    """Return whether ``text`` is an HTML document, or a piece of one from tag to tag.

    >>> is_page("<!DOCTYPE html><p>你好"), is_page("标签<p>和<br>"), is_page("a<b")
    (True, False, False)
    """
    if _BEGINS.match(text):
        return _NAMED.match(text) is None
    if _FRAGMENT.match(text) is None:
        return False
    found = tags(text)
    if len(found) < _TAGS:
        return False
    return text.rstrip().endswith(">") or found[-1].end == len(text)  # within a tag


def page(document: Document, *, navigation: bool = True) -> Document:
    """Return the visible text of an HTML document: a line for each block, the title first.

    What the head declares of the article (JSON-LD, Open Graph) becomes metadata. Unless
    ``navigation`` is to be kept, elements and lists of links that are nothing else go. The title of
    the window goes where a heading has it.
    """
    text = document.text
    found = tags(text)
    closed = pairs(found)
    metadata = {**declared(text, found), **document.metadata}
    furniture = NONE if navigation else links(text, found, closed)
    headline = "" if navigation else heading(text, found, closed, furniture.dropped)
    if headline:
        headline = " ".join(unescape(headline).split())
        if metadata.get("title", headline).startswith(headline):
            metadata["title"] = headline
    pieces = _pieces(text, found, closed, furniture, headline, metadata.get("title", ""))
    shown = document.apply(edits(text, pieces, apart=document.recording))
    return replace(shown, metadata=metadata, hypertext=True)


def _pieces(
    text: str,
    found: Sequence[Tag],
    closed: Mapping[int, int],
    furniture: Links,
    headline: str,
    declared_title: str,
) -> Iterator[Piece]:
    """Yield the pieces of a page.

    Where a heading is the ``headline``, the title of the window goes; else what follows the
    declared title in it.
    """
    at = 0
    head = title = False
    preformatted = 0
    written = _written(text, found, closed)
    edges = written.union(map(closed.__getitem__, written))
    skip = -1  # index of the end tag of a hidden element
    for index, tag in enumerate(found):
        if index < skip:
            continue
        if tag.start > at:
            named = title and not headline
            stop = tag.start
            if named and declared_title and text[at:stop].lstrip().startswith(declared_title):
                stop = text.index(declared_title, at) + len(declared_title)
            yield from _text(text, at, stop, head and not named, preformatted > 0)
            if stop < tag.start:
                yield stop, tag.start, NOTHING, "markup.head"
        at = tag.end
        name = tag.name
        if tag.hidden and index in closed:
            skip = closed[index]
            at = found[skip].end
            yield tag.start, at, kind_of(name), rule_of(name)
            skip += 1
            continue
        if index in furniture.dropped:
            skip = closed[index]
            at = found[skip].end
            yield tag.start, at, BREAK, "markup.navigation"
            skip += 1
            continue
        if not name:
            yield tag.start, at, NOTHING, "markup.comment"
            continue
        if name == "head":
            head = not tag.closing
        elif name not in _HEAD:
            head = False
        if name == "title":
            title = not tag.closing
        elif name in _WRITTEN or index in edges:
            preformatted = max(0, preformatted + (-1 if tag.closing else 1))
        kind = BREAK if index in furniture.lines else kind_of(name)
        if kind == NOTHING and tag.closing and not preformatted and index + 1 < len(found):
            kind = SPACE if _apart(text, tag, found[index + 1]) else NOTHING
        yield tag.start, at, kind, "markup.tag"
    if at < len(text):
        yield from _text(text, at, len(text), head, preformatted > 0)


def _written(text: str, found: Sequence[Tag], closed: Mapping[int, int]) -> frozenset[int]:
    """Return the start tags of elements whose text is shown as it is written, as boards do.

    Styles that say so are elsewhere; but nobody wraps Chinese in the source of a page, and leaves
    lines empty in it.
    """
    written: set[int] = set()
    opened: list[int] = []
    at = 0
    for index, tag in enumerate(found):
        if opened and _is_written(text, at, tag.start):
            written.add(opened[-1])
        at = tag.raw or tag.end
        while opened and closed[opened[-1]] <= index:
            opened.pop()
        if index in closed and not tag.closing and tag.name in _HOLDERS:
            opened.append(index)
    return frozenset(written)


def _is_written(text: str, start: int, end: int) -> bool:
    """Whether a stretch without tags is Chinese in several lines, one of them empty."""
    return (
        text.count("\n", start, end) >= WRITTEN
        and _EMPTY.search(text, start, end) is not None
        and HAN.search(text, start, end) is not None
    )


def _apart(text: str, tag: Tag, other: Tag) -> bool:
    """Whether two inline elements side by side are the date and something else.

    A style keeps the parts of a byline apart: ``<span>2016-10-22 09:12</span><span>某某网</span>``.
    """
    if other.start != tag.end or other.closing or not {tag.name, other.name} <= elements.INLINE:
        return False
    if text[other.end : other.end + 2] in ("19", "20"):
        return _DATE.match(text, other.end) is not None
    return text[tag.start - 1].isdigit() and (
        _STAMP.search(text, max(0, tag.start - _LONGEST), tag.start) is not None
    )


def _text(text: str, start: int, end: int, head: bool, preformatted: bool) -> Iterable[Piece]:
    """Return the pieces of a stretch without tags: white space collapses outside ``pre``."""
    if head:
        return ((start, end, NOTHING, "markup.head"),)
    white = None if preformatted else _WHITE.search(text, start, end)
    if white is None:
        return ((start, end, KEEP, ""),)
    found: list[Piece] = []
    while white is not None:
        low, high = white.span()
        if low > start:
            found.append((start, low, KEEP, ""))
        found.append((low, high, SPACE, "markup.whitespace"))
        start = high
        white = _WHITE.search(text, start, end)
    if start < end:
        found.append((start, end, KEEP, ""))
    return found
