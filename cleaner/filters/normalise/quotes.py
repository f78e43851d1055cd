"""Corner brackets to quotation marks, when asked for."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise.guards import line_trigger, rewrite
from cleaner.patterns import lazy
from cleaner.settings import Settings

_TRIGGER = line_trigger("[「」『』]")
_CORNER = lazy("[「」『』]")
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
