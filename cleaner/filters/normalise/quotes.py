"""Quotation marks: straight ones in pairs, corner brackets when asked for."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise.blocks import inside
from cleaner.filters.normalise.guards import IS_WIDE, line_trigger, rewrite
from cleaner.patterns import lazy
from cleaner.settings import Settings

_TRIGGER = line_trigger("[「」『』]")
_CORNER = lazy("[「」『』]")
_STRAIGHT = lazy('"')
# The other kind around Chinese, in a line that has curled the double ones.
_SINGLE = lazy("'(?<![^\"“\u2e80-\uffef].)[\u3400-\u9fff][^\"'\n]{0,80}'(?![\x00-!#-~])")
_CODE_BEFORE = frozenset("=([{<\\/")
_DIGITS = tuple("0123456789")
_PAIRS = {"」": "「", "』": "『"}


def mainland_quotes(document: Document, settings: Settings) -> Document:
    """Turn 「」『』 into “” outside and ‘’ inside (GB/T 15834).

    A line in which they are not nested properly is left alone: which one is missing cannot be
    known.
    """
    return rewrite(document, settings, _TRIGGER, _curl, "normalise.quote")


def _curl(line: str) -> str:
    out = list(line)
    opened: list[str] = []
    for match in _CORNER.finditer(line):
        mark = match.group()
        if mark in _PAIRS:
            if not opened or opened.pop() != _PAIRS[mark]:
                return line
            out[match.start()] = "”’"[len(opened) % 2]
        else:
            out[match.start()] = "“‘"[len(opened) % 2]
            opened.append(mark)
    return line if opened else "".join(out)


def pair_quotes(line: str, out: list[str], closed: list[tuple[int, int]]) -> None:
    """Turn straight double quotes of ``line`` into “” in ``out`` when they pair without a doubt.

    Quotes alternate between opening and closing. One that opens before a space or closes after
    one, an attribute (``="``), an inch or an odd one out leave the whole line as it is.
    """
    marks = [match.start() for match in _STRAIGHT.finditer(line)]
    if len(marks) % 2:
        return
    for start, end in zip(marks[::2], marks[1::2], strict=True):
        if start + 1 == end or line[start + 1] == " " or line[end - 1] == " ":
            return
        before, after = line[start - 1 : start], line[end + 1 : end + 2]
        if (before.isascii() and (before.isalnum() or before in _CODE_BEFORE)) or after in _DIGITS:
            return
        if inside(closed, start) or inside(closed, end):
            return
    for start, end in zip(marks[::2], marks[1::2], strict=True):
        chinese = IS_WIDE.search("".join(out[start:end])) is not None
        before, after = out[start - 1] if start else "", out[end + 1] if end + 1 < len(out) else ""
        if chinese or (IS_WIDE.match(before) and IS_WIDE.match(after)):
            out[start], out[end] = "“", "”"
    if "'" in line and "“" in out:
        for match in _SINGLE.finditer(line):
            if not inside(closed, match.start()):
                out[match.start()], out[match.end() - 1] = "‘", "’"
