"""The title of an article among the headings of its page, by the title of its window.

The title of a window goes on to the section and the site; of its headings the page may have one for
each of these, and for what is told beside the article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cleaner.filters.markup.tags import Tag
from cleaner.patterns import lazy

_HEADINGS = frozenset(("title", "h1", "h2", "h3"))
TAG = lazy("<[^<>]*>")
#: Beside a heading, the link to itself, of which one kind is a space without width.
ANCHORS = "#¶§\u200b"
_NOTHING = "&#8203;"
# Where the title of a window goes on to section and site.
_PARTS = lazy("[_|｜–—·-]")
# The shortest heading that is that of the article, how many tags are in one, the longest title.
HEADING, INSIDE, TITLE = 2, 20, 300
# The name of a site is no longer.
SITE = 6
# Blocks that a title stands in where it is no heading.
_BLOCKS = frozenset(("center", "div", "p", "td"))


def heading(
    text: str,
    found: Sequence[Tag],
    closed: Mapping[int, int],
    dropped: frozenset[int] = frozenset(),
) -> str:
    """Return the longest heading that the title of the window has (标题_频道_某某网), or "".

    Beside the title, that of a site may be a heading. It stands at the end or is the shorter part.
    Where there is none, a heading may go on where the title ends, as in a book (第一章 下山), or a
    block may have what the title of the window begins with, and no more.
    """
    title = best = ""
    at = longer = 0
    for index, tag in enumerate(found):
        if tag.closing or index not in closed or tag.name not in _HEADINGS:
            continue
        own = _own(text, found, index, closed[index]).strip(ANCHORS)
        if tag.name == "title":
            title = title or own
        elif len(own) >= HEADING and len(own) > len(best) and own in title:
            if best and best in own:
                continue  # 某某的做法, a section of 某某
            best, at = own, index
        elif tag.name == "h1" and own.startswith(title) and len(title) >= HEADING and not longer:
            longer = index
    if not best and longer:
        return TAG.sub("", text[found[longer].end : found[closed[longer]].start]).strip()
    first = _PARTS.split(title)[0]
    if not best and len(first) > SITE:
        return _block(text, found, closed, dropped, first)
    if not best or (best not in first and len(best) <= max(len(first), SITE)):
        return ""
    shown = TAG.sub("", text[found[at].end : found[closed[at]].start]).removesuffix(_NOTHING)
    return shown.strip(" " + ANCHORS)


def _block(
    text: str,
    found: Sequence[Tag],
    closed: Mapping[int, int],
    dropped: frozenset[int],
    title: str,
) -> str:
    """Return the text of the first block that is seen and has nothing but ``title``, or ""."""
    skip = -1
    for index, tag in enumerate(found):
        if index < skip or closed.get(index, -1) < 0:
            continue
        if tag.hidden or index in dropped:
            skip = closed[index]
        elif closed[index] == index + 1 and tag.name in _BLOCKS:
            shown = text[tag.end : found[index + 1].start]
            if "".join(shown.split()) == title:
                return shown.strip()
    return ""


def _own(text: str, found: Sequence[Tag], start: int, end: int) -> str:
    """Return the text between two tags without white space."""
    inside = range(start, min(end, start + INSIDE))
    parts = (text[found[i].end : found[i + 1].start][:TITLE].split() for i in inside)
    return "".join(part for words in parts for part in words).removesuffix(_NOTHING)[:TITLE]
