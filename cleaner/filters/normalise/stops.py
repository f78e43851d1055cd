"""Dots that are the full stops of a text: 這是大變局.高技術產業很重要[1].

Journals of science print ``．`` so as not to confuse 。 with a nought, and a page that made
full-width marks half-width has ``.``. A text that ends sentences so has no 。 at all.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise.guards import HAN
from cleaner.patterns import MULTILINE, lazy

RULE = "normalise.full-stop"

ENOUGH = 3  # dots after clauses; names and versions have theirs closer together
_CLAUSE = 6  # characters without a dot before them

_BEFORE = rf"[{HAN}）)”》](?:\[[0-9,，-]{{1,9}}\])?"
_AFTER = rf"(?=[{HAN}“‘《（(]|[0-9]{{4}} ?年|$)"
_DOT = lazy(rf"({_BEFORE})[.．]{_AFTER}", MULTILINE)
_ENDED = lazy(rf"(?<=[{HAN}，,、]{{{_CLAUSE}}}){_BEFORE}[.．](?=[{HAN}“《（(]|$)", MULTILINE)


def full_stops(document: Document) -> Document:
    """Make 。 of the dots of ``document`` when they are its full stops: it has no other ones."""
    if "。" in document.text:
        return document
    ended = _ENDED.finditer(document.text)
    if any(next(ended, None) is None for _ in range(ENOUGH)):
        return document
    return document.sub(_DOT, r"\1。", RULE)
