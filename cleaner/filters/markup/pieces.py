"""Pieces of a marked-up text, and the edits that turn them into plain text.

A piece is a span of the source and what becomes of it. Which white space a tag leaves behind
depends on what follows, so breaks are decided when the next kept text is known: many tags in a row
make one line break, none at the start or the end, and a line break wins over a tab over a space.
"""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.filters.markup import elements
from cleaner.ledger import Edit
from cleaner.patterns import lazy

_WIDE = lazy("[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’…—\U00020000-\U0003ffff]")

KEEP, NOTHING, SPACE, CELL, BREAK = range(5)

_KINDS = {**dict.fromkeys(elements.BLOCK, BREAK), **dict.fromkeys(elements.CELL, CELL)}
_WHITE = ("", "", " ", "\t", "\n")


#: Start, end, kind and rule: ``source[start:end]`` is kept, or gives way to white space of a kind,
#: or to nothing. A page has thousands, and one with names takes ten times as long to make.
Piece = tuple[int, int, int, str]


def edits(source: str, pieces: Iterable[Piece], *, apart: bool) -> list[Edit]:
    """Return the edits that carry out ``pieces``, which cover ``source`` in order.

    ``apart``: one for each piece, by its rule, as a ledger has them; else one for all in a row.
    """
    done: list[Edit] = []
    row: list[Piece] = []  # what gives way since the last kept text
    widest, place = NOTHING, 0  # the widest white space in it
    last = "\n"  # the last character written
    for piece in pieces:
        start, end, kind, _ = piece
        if kind != KEEP:
            if kind > widest:
                widest, place = kind, len(row)
            row.append(piece)
        elif start < end:
            if row:
                white = _between(last, widest, source[start], source, row[place])
                done += _edits(row, place, white, apart)
                row, widest, place = [], NOTHING, 0
            last = source[end - 1]
    if row:
        done += _edits(row, 0, "", apart)
    return done


def _edits(row: list[Piece], place: int, white: str, apart: bool) -> list[Edit]:
    """Return the edits for a row of pieces, of which that at ``place`` gives way to ``white``."""
    if not apart:
        return [Edit(row[0][0], row[-1][1], white, row[place][3])]
    return [
        Edit(start, end, white if index == place else "", rule)
        for index, (start, end, _, rule) in enumerate(row)
    ]


def _between(last: str, widest: int, first: str, source: str, piece: Piece) -> str:
    if last == "\n" or first == "\n":
        return ""
    if widest == SPACE:
        # A line of the source that was wrapped between two Chinese characters.
        within = source[piece[0] : piece[1]]
        wrapped = "\n" in within or "\r" in within
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
