"""RSS and Atom: titles and texts of the entries, without what only programs read of them."""

from __future__ import annotations

import re
from html import unescape

from cleaner.document import Document
from cleaner.filters.markup.pieces import BREAK, KEEP, Piece, edits
from cleaner.frozen import replace
from cleaner.patterns import lazy

_BEGINS = lazy(
    r"(?:[\s\ufeff]|<\?[^<>]*+>|<!--(?:[^-]|-(?!->))*+-->)*+<(?:rss|feed|rdf:rdf)[\s>]",
    re.IGNORECASE,
)
# Elements of a feed itself; what is HTML in the text of an entry is left to a later step.
_OWN = lazy(
    r"<(?:/?(?:rss|feed|rdf:rdf|channel|entry|item|title|subtitle|description|summary|author|name"
    r"|content(?::encoded)?|dc:creator)(?:\s[^<>]*+)?"
    r"|(link|id|guid|updated|published|pubdate|lastbuilddate|generator|language|ttl|category"
    r"|comments|docs|uri|email|logo|icon|rights|copyright|managingeditor|webmaster|url|width|height"
    r"|dc:date|slash:comments|wfw:commentrss|sy:updateperiod|sy:updatefrequency|atom:link)"
    r"(?:\s[^<>]*+)?(?:/>|>(?:<!\[CDATA\[[^<>\]]{0,2000}+\]\]>|[^<>]{0,2000}+)</\1\s?)"
    r"|/?(?:image|thr:total|source|atom:link|link|media:[a-z]{1,20})(?:\s[^<>]*+)?/?)>?",
    re.IGNORECASE,
)
_TITLE = lazy(
    r"<title(?:\s[^<>]*+)?>(?:<!\[CDATA\[)?([^<>]{1,200}?)(?:\]\]>)?</title>", re.IGNORECASE
)


def is_feed(text: str) -> bool:
    """Return whether ``text`` is a feed.

    >>> is_feed('<?xml version="1.0"?><rss version="2.0"><channel>'), is_feed("<rss>")
    (True, True)
    """
    return _BEGINS.match(text) is not None


def feed(document: Document) -> Document:
    """Return a feed with a line for each of its titles and texts; HTML in these stays for now."""
    text = document.text
    pieces: list[Piece] = []
    at = 0
    for match in _OWN.finditer(text):
        if at < match.start():
            pieces.append((at, match.start(), KEEP, ""))
        at = match.end()
        pieces.append(
            (match.start(), at, BREAK, "markup.tag" if match[1] is None else "markup.head")
        )
    if at < len(text):
        pieces.append((at, len(text), KEEP, ""))
    metadata = dict(document.metadata)
    title = _TITLE.search(text)
    if title is not None and title[1].strip():
        metadata.setdefault("title", " ".join(unescape(title[1]).split()))
    shown = document.apply(edits(text, pieces, apart=document.recording))
    return replace(shown, metadata=metadata, hypertext=True)
