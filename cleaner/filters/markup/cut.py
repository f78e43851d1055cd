"""Tags that were cut: 正文<a href="http://, target="_blank">查看 by an end of the text, 了？/p>.

Excerpts are cut at a number of characters, wherever that falls. What is left of the tag is no text
of the page; it goes where Chinese stands beside it and the text does not speak of tags. Mirrors
that write ？ as a ``?`` lose the ``<`` behind it (as they lose brackets, see :mod:`.repair.gloss`).
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.markup import elements
from cleaner.filters.markup.spoken import is_about
from cleaner.ledger import Edit
from cleaner.patterns import ASCII, lazy

_REACH = 500  # characters of a tag that was cut
# No tag goes on to the next line and has a sentence there: one of a line is all that was cut.
_BESIDE = "[\u3000-\u303f\u3400-\u9fff\uff00-\uff60“”‘’…—]"
_TAIL = lazy(
    rf"<(?<={_BESIDE}<)(?:/([a-zA-Z][a-zA-Z0-9]{{0,10}})|([a-zA-Z][a-zA-Z0-9]{{0,10}})"
    r"\s[a-zA-Z-]{1,20}\s?=[^<>。！？\n]*+)\s*+\Z",
    ASCII,
)
_HEAD = lazy(
    r"""\A\s*+(?:[a-zA-Z][\w-]{1,20}\s?=\s?(?:"[^"<>\n]{0,300}+"|'[^'<>\n]{0,300}+')\s*+)++/?>"""
    rf"(?={_BESIDE})",
    ASCII,
)
_SWALLOWED = lazy(
    rf"(?<={_BESIDE}[?？])(?:/(?:p|div|span|strong|b|em|i|u|a|li|td|font|h[1-6])|br ?/?)>"
)


def cut(document: Document) -> Document:
    """Drop what is left of a tag at either end of the text, and behind ?."""
    text = document.text
    found: list[Edit] = []
    head = _HEAD.match(text) if ">" in text[:_REACH] else None
    if head is not None:
        found.append(Edit(head.start(), head.end(), "", "markup.tag"))
    at = text.rfind("<", max(0, len(text) - _REACH))
    tail = _TAIL.match(text, at) if at > 0 else None
    if tail is not None and (tail[1] or tail[2]).lower() in elements.KNOWN:
        found.append(Edit(tail.start(), tail.end(), "", "markup.tag"))
    for match in _SWALLOWED.finditer(text):
        line_end = "" if match.group()[0] == "/" else "\n"
        found.append(Edit(*match.span(), line_end, "markup.tag"))
    return document.apply(found) if found and not is_about(text) else document
