"""The story of one document, as the reports tell it: what each rule did, and what became of lines.

Segmentation is left out of the story: spaces between words are what was asked for, on every line,
and would drown what people look for. So the cleaned side is the prose before segmentation.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaner.alignment import through
from cleaner.ledger import Ledger, Substitution, unapply
from cleaner.report.rows import Row, rows

if TYPE_CHECKING:
    from cleaner.core import Result
    from cleaner.ledger import Layer

_WORDS = "segment."


@dataclass(slots=True)
class Tally:
    """What a rule did: number of edits, and of characters that it took out and put in."""

    edits: int = 0
    removed: int = 0
    added: int = 0

    def add(self, edits: int, removed: int, added: int) -> None:
        """Count something in."""
        self.edits += edits
        self.removed += removed
        self.added += added


def prose(result: Result) -> tuple[Ledger, str]:
    """Return the ledger up to segmentation, and the text as it was then.

    Raises ValueError for a result that was not recorded.
    """
    if result.ledger is None:
        raise ValueError("nothing was recorded: process(data, record=True) keeps an account")
    layers = list(result.ledger.layers)
    text = result.text
    while layers and _is_segmenting(layers[-1]):
        text = unapply(text, layers.pop().edits())
    return Ledger(tuple(layers)), text


def _is_segmenting(layer: Layer) -> bool:
    rule = getattr(layer, "rule", None)
    if rule is None:
        first = next(layer.edits(), None)
        rule = first.rule if first else _WORDS
    return str(rule).startswith(_WORDS)


def tallies(ledger: Ledger) -> dict[str, Tally]:
    """Return what each rule did, in the order in which the rules first acted."""
    found: dict[str, Tally] = {}
    for layer in ledger.layers:
        for edit in layer.edits():
            tally = found.get(edit.rule)
            if tally is None:
                tally = found[edit.rule] = Tally()
            tally.add(1, len(edit.before), len(edit.after))
    return found


def told(source: str, ledger: Ledger) -> list[Row]:
    """Return the rows of a document, each line that was dropped with the rule that did it."""
    drops = _drops(source, ledger)
    found = list(rows(source, ledger.changes(source)))
    last = found[-1] if found else None
    if last is not None and last.dropped and not last.before and source.endswith("\n"):
        found.pop()  # the end of the last line begins no other
    return [
        row._replace(dropped=_own(row, drops) or row.dropped) if row.dropped and drops else row
        for row in found
    ]


def _drops(source: str, ledger: Ledger) -> list[tuple[int, int, str]]:
    """Return what chrome dropped, in order: where in the original, and by which rule.

    Neighbours that another filter had touched are one change, which names the rules of all.
    """
    size = len(source)
    starts, ends = array("I", range(size)), array("I", range(1, size + 1))
    found: list[tuple[int, int, str]] = []
    for layer in ledger.layers:
        if isinstance(layer, Substitution):
            continue
        edits = list(layer.edits())
        found += [
            (starts[edit.start], ends[edit.end - 1], edit.rule)
            for edit in edits
            if edit.rule.startswith("chrome.") and edit.rule != "chrome.blank" and edit.before
        ]
        starts, ends = through(edits, starts, ends, size)
    return sorted(found)


def _own(row: Row, drops: Sequence[tuple[int, int, str]]) -> str:
    """Return the rule that dropped the most of a row."""
    low = row.tokens[0].start if row.tokens else 0
    high = low + len(row.before)
    shares: dict[str, int] = {}
    # What was dropped before the row reaches into it with its line end at the most.
    for at in range(max(0, bisect_right(drops, (low,)) - 1), bisect_left(drops, (high,))):
        start, end, rule = drops[at]
        shares[rule] = shares.get(rule, 0) + max(0, min(end, high) - max(start, low))
    return max(shares, key=lambda rule: shares[rule]) if any(shares.values()) else ""


def place(starts: Sequence[int], offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of an offset; ``starts`` are where the lines begin."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def lines_of(text: str) -> int:
    """Return the number of lines of ``text``."""
    return text.count("\n") + (not text.endswith("\n") and text != "")
