"""A unified diff from the decoded original to the output, for ``--diff``.

It is made from the ledger, not by comparing: linear in the text, and a line that was changed stands
beside the one that it became however much of it changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cleaner.named import NamedTuple
from cleaner.report.rows import Token, tokens
from cleaner.report.terminal import Painter, visible

if TYPE_CHECKING:
    from cleaner.core import Result

# Lines that did not change, shown around those that did.
CONTEXT = 3


class Piece(NamedTuple):
    """A stretch of a line, and whether it was changed."""

    text: str
    changed: bool


class Line(NamedTuple):
    """A line of a diff: ``" "`` (both), ``"-"`` (original) or ``"+"`` (output), and its pieces."""

    side: str
    pieces: tuple[Piece, ...]


def diff(name: str, result: Result, paint: Painter) -> str:
    """Return the unified diff of a recorded ``result``, empty if nothing was changed.

    What was changed inside a line is emphasised when ``paint`` colours; then what could act on a
    terminal is shown as an escape, while an uncoloured diff has the text that ``patch`` needs.
    The output counts as having a final newline, as the command writes it.
    """
    assert result.source is not None  # noqa: S101 - recorded
    found = list(tokens(result.source, result.edits))
    if result.text and not result.text.endswith("\n"):
        found.append(Token(len(result.source), "", "\n", ("output.newline",)))
    lines = list(_lines(found))
    out: list[str] = []
    done, firsts = 0, [0, 0]  # lines of original and output before the hunk
    for low, high in _hunks([line.side for line in lines]):
        for number, side in enumerate("+-"):
            firsts[number] += sum(line.side != side for line in lines[done:low])
        out += _hunk(lines[low:high], firsts, paint)
        done = low
    if not out:
        return ""
    heads = (f"--- {name}\n", f"+++ {name} (cleaned)\n")
    return "".join([*(paint("heading", head) for head in heads), *out])


def _lines(found: Sequence[Token]) -> Iterator[Line]:
    """Yield the lines of both sides, those that are the same once."""
    before: list[Piece] = []
    after: list[Piece] = []
    for token in found:
        if token.rules:
            before.append(Piece(token.before, True))
            after.append(Piece(token.after, True))
            continue
        for text in _split(token.before):
            before.append(Piece(text, False))
            after.append(Piece(text, False))
            if text.endswith("\n"):
                yield from _block(before, after)
                before, after = [], []
    yield from _block(before, after)


def _split(text: str) -> Iterator[str]:
    *lines, last = text.split("\n")
    for line in lines:
        yield line + "\n"
    if last:
        yield last


def _block(before: Sequence[Piece], after: Sequence[Piece]) -> Iterator[Line]:
    """Yield the lines of a stretch that begins and ends with a line on both sides."""
    old, new = list(_cut(before)), list(_cut(after))
    low = 0
    while low < min(len(old), len(new)) and _text(old[low]) == _text(new[low]):
        yield Line(" ", new[low])
        low += 1
    high = 0
    while high < min(len(old), len(new)) - low and _text(old[-1 - high]) == _text(new[-1 - high]):
        high += 1
    yield from (Line("-", line) for line in old[low : len(old) - high])
    yield from (Line("+", line) for line in new[low : len(new) - high])
    yield from (Line(" ", line) for line in new[len(new) - high :])


def _cut(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    line: list[Piece] = []
    for text, changed in pieces:
        at = 0
        while (end := text.find("\n", at) + 1) > 0:
            yield (*line, Piece(text[at:end], changed))
            line, at = [], end
        if at < len(text):
            line.append(Piece(text[at:], changed))
    if line:
        yield tuple(line)


def _text(line: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in line)


def _hunks(sides: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines to show: changes, and the context around them."""
    low = high = -1
    for number, side in enumerate(sides):
        if side == " ":
            continue
        if low >= 0 and number - high > 2 * CONTEXT:
            yield low, min(high + CONTEXT, len(sides))
            low = -1
        if low < 0:
            low = max(0, number - CONTEXT)
        high = number + 1
    if low >= 0:
        yield low, min(high + CONTEXT, len(sides))


def _hunk(lines: Sequence[Line], firsts: Sequence[int], paint: Painter) -> Iterator[str]:
    sizes = []
    for side, first in zip("+-", firsts, strict=True):
        count = sum(line.side != side for line in lines)
        first += count > 0
        sizes.append(str(first) if count == 1 else f"{first},{count}")
    yield paint("place", f"@@ -{sizes[0]} +{sizes[1]} @@") + "\n"
    for line in lines:
        yield _shown(line, paint)


def _shown(line: Line, paint: Painter) -> str:
    text = _text(line.pieces)
    end = "\n" if text.endswith("\n") else "\n\\ No newline at end of file\n"
    body = text.removesuffix("\n")
    if not paint.coloured:
        return line.side + body + end
    if line.side == " ":
        return " " + visible(body) + end
    style = "removed" if line.side == "-" else "added"
    if all(piece.changed for piece in line.pieces if piece.text != "\n"):
        return paint(style, line.side + visible(body)) + end
    shown = [
        paint(f"{style} part" if piece.changed else style, visible(piece.text.removesuffix("\n")))
        for piece in line.pieces
    ]
    return paint(style, line.side) + "".join(shown) + end
