"""Tags, comments and declarations of a text, found in one pass without trying anything twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.filters.markup import elements
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

# A quoted value has no `<`, so that no attempt reads beyond the next tag: linear time. Values that
# have one (alt="<b>") get a second try over a short stretch.
_TAG = lazy(
    r"""<(/?)([a-zA-Z][\w:.-]{0,60}+)(?=[\s/>])([^<>"']*+(?:(?:"[^"<]*+"|'[^'<]*+')[^<>"']*+)*+)>""",
    re.ASCII,
)
_LOOSE_TAG = lazy(
    r"""<(/?)([a-zA-Z][\w:.-]{0,60}+)(?=[\s/>])([^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*+)>""",
    re.ASCII,
)
_LOOSE_REACH = 500

_OTHER = lazy(r"<[!?/][^<>]*+>")
_HIDDEN = lazy(
    r"""\s(?:hidden(?=[\s=/]|\Z)|style\s{0,4}=\s{0,4}["'][^"']{0,300}?"""
    r"(?:display\s{0,4}:\s{0,4}none|(?<![\w-])(?:left|top)\s{0,4}:\s{0,4}-[0-9]{4}))",
    re.IGNORECASE,
)
_HIDEABLE = elements.names_in(
    "a b big blockquote del div dl em font form h1 h2 h3 h4 h5 h6 i ins label li ol p section small"
    " span strong table u ul"
)
# A paragraph is often left open, which would hide all that follows: up to here it is closed.
_PARAGRAPH_END = lazy(r"<(/?)(?:p|div|h[1-6]|table|ul|ol|section)(?=[\s/>])", re.IGNORECASE)
# Letters without a size, which only those who copy get. What is around other elements may have
# none so that there are no gaps between these.
_SIZELESS = lazy(
    r"""\sstyle\s{0,4}=\s{0,4}["'][^"']{0,300}?font-size\s{0,4}:\s{0,4}0(?:px|pt|r?em|%)?\s{0,4}["';!]""",
    re.IGNORECASE,
)
# The text ends within a tag, which has no sentence in it.
_UNENDED = lazy(r"</?([a-zA-Z][a-zA-Z0-9]{0,10}+)(?:\s[^<>。！？]*+)?+\Z", re.ASCII)


class Tag(NamedTuple):
    """A tag, or with an empty ``name`` a comment, declaration or processing instruction.

    ``raw`` is the offset where the content of a script or style element ends, or 0. ``hidden``:
    the element shows nothing, by what it is or because it says so.
    """

    start: int
    end: int
    name: str
    closing: bool = False
    attributes: str = ""
    raw: int = 0
    hidden: bool = False


def tags(text: str) -> list[Tag]:
    """Return the tags of ``text`` in order. The content of script and style holds none."""
    found: list[Tag] = []
    absent: set[str] = set()  # ends that do not come any more
    match_at, find, add = _TAG.match, text.find, found.append
    at = find("<")
    while at >= 0:
        match = match_at(text, at)
        tag = _other(text, at, absent) if match is None else _tag(text, match, absent)
        if tag is None:
            at = find("<", at + 1)
        else:
            add(tag)
            at = find("<", tag.raw or tag.end)
    return found


def _tag(text: str, match: re.Match[str], absent: set[str]) -> Tag:
    closing, name, attributes = match.groups()
    name = name.lower()
    start, end = match.span()
    raw = 0
    hidden = False
    if not closing and name in elements.DROPPED:
        hidden = True
        if name in elements.RAW and name not in absent:
            stop = _RAW_END[name].search(text, end)
            if stop is None:
                absent.add(name)
            else:
                raw = stop.start()
    elif attributes and not closing and name in _HIDEABLE:
        lower = attributes.lower()  # most have neither word, and the search takes a microsecond
        if "style" in lower or "hidden" in lower:
            hidden = _is_hidden(text, end, name, attributes)
    # Without the constructor, since a page has thousands: in a third of the time.
    return tuple.__new__(Tag, (start, end, name, closing != "", attributes, raw, hidden))


def _is_hidden(text: str, end: int, name: str, attributes: str) -> bool:
    """Whether an element whose start tag ends at ``end`` says that it is not to be seen."""
    if _HIDDEN.search(attributes) is None:
        return _SIZELESS.search(attributes) is not None and text.startswith(
            "</", text.find("<", end)
        )
    if name != "p":
        return True
    stop = _PARAGRAPH_END.search(text, end)
    return stop is not None and stop[1] == "/"


_RAW_END = {name: lazy(f"</{name}(?=[\\s/>])", re.IGNORECASE) for name in elements.RAW}


def _until(text: str, at: int, end: str, absent: set[str]) -> Tag | None:
    if end in absent:
        return None
    stop = text.find(end, at + 4)
    if stop < 0:
        absent.add(end)
        return None
    return Tag(at, stop + len(end), "")


def _other(text: str, at: int, absent: set[str]) -> Tag | None:
    """Return what begins at ``at`` and is no tag, or is one with a `<` in the value of a name."""
    match = None
    if text.startswith("<![CDATA[", at):
        return Tag(at, at + 9, "")
    if text.startswith("<!--", at):
        comment = _until(text, at, "-->", absent)
        if comment is not None:
            return comment
    else:
        match = _LOOSE_TAG.match(text, at, at + _LOOSE_REACH)
    if match is not None:
        return _tag(text, match, absent)
    match = _OTHER.match(text, at)
    if match is None:
        match = _UNENDED.match(text, at)
        if match is None or match[1].lower() not in elements.KNOWN:
            return None
    return Tag(at, match.end(), "")


def pairs(found: Sequence[Tag]) -> dict[int, int]:
    """Return index of end tag by index of start tag; an end tag closes the last of its name."""
    opened: dict[str, list[int]] = {}
    closed: dict[int, int] = {}
    for index, tag in enumerate(found):
        name = tag.name
        if not name or name in elements.VOID:
            continue
        waiting = opened.get(name)
        if tag.closing:
            if waiting:
                closed[waiting.pop()] = index
        elif tag.attributes[-1:] != "/":
            if waiting is None:
                opened[name] = [index]
            else:
                waiting.append(index)
    return closed
