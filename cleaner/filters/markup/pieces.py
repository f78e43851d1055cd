"""Pieces of a marked-up text, and the edits that turn them into plain text.

A piece is a span of the source and what becomes of it. Which white space a tag leaves behind
depends on what follows, so breaks are decided when the next kept text is known: many tags in a row
make one line break, none at the start or the end, and a line break wins over a tab over a space.
"""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.filters.markup import elements
from cleaner.ledger import Edit
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

_WIDE = lazy("[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’…—\U00020000-\U0003ffff]")

KEEP, NOTHING, SPACE, CELL, BREAK = range(5)

_KINDS = {**dict.fromkeys(elements.BLOCK, BREAK), **dict.fromkeys(elements.CELL, CELL)}
_WHITE = ("", "", " ", "\t", "\n")


class Piece(NamedTuple):
    """``source[start:end]`` is kept, or gives way to white space of ``kind``, or to nothing."""

    start: int
    end: int
    kind: int
    rule: str = ""


def edits(source: str, pieces: Iterable[Piece]) -> list[Edit]:
    """Return the edits that carry out ``pieces``, which cover ``source`` in order."""
    done: list[Edit] = []
    waiting = -1  # index in `done` of the widest white space since the last kept text
    widest = NOTHING
    last = "\n"  # the last character written
    for piece in pieces:
        if piece.kind == KEEP:
            if piece.start == piece.end:
                continue
            first = source[piece.start]
            if waiting >= 0:
                white = _between(last, widest, first, source, done[waiting])
                if white:
                    done[waiting] = done[waiting]._replace(after=white)
                waiting, widest = -1, NOTHING
            last = source[piece.end - 1]
            continue
        if piece.kind > widest:
            waiting, widest = len(done), piece.kind
        done.append(Edit(piece.start, piece.end, "", piece.rule))
    return done


def _between(last: str, widest: int, first: str, source: str, edit: Edit) -> str:
    if last == "\n" or first == "\n":
        return ""
    if widest == SPACE:
        # A line of the source that was wrapped between two Chinese characters.
        wrapped = "\n" in source[edit.start : edit.end] or "\r" in source[edit.start : edit.end]
        if wrapped and _WIDE.match(last) and _WIDE.match(first):
            return ""
    return _WHITE[widest]


def kind_of(name: str) -> int:
    """Return the white space that a tag of element ``name`` leaves behind."""
    return _KINDS.get(name, NOTHING)


def rule_of(name: str) -> str:
    """Return the rule that drops the content of element ``name``."""
    if name in elements.RAW:
        return "markup.script"
    return "markup.ruby" if name.startswith("r") else "markup.hidden"
