"""What was taken out of documents, for ``--rejects``: each piece, with its place and reasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cleaner.report.account import place, prose
from cleaner.report.rows import line_starts

if TYPE_CHECKING:
    from cleaner.core import Result


def rejects(result: Result) -> Iterator[dict[str, Any]]:
    """Yield what a recorded ``result`` has lost: every change that took out more than white space.

    Fields: ``line`` and ``column`` in the decoded original (from 1), ``offset`` in code points,
    ``rules`` in the order in which they acted, ``text`` as it was, and ``became``, what stands in
    its place. A character replaced by another is no loss.
    """
    assert result.source is not None  # noqa: S101 - recorded
    ledger, _ = prose(result)
    starts = line_starts(result.source)
    for change in ledger.changes(result.source):
        if _size(change.before) <= _size(change.after):
            continue
        line, column = place(starts, change.start)
        yield {
            "line": line,
            "column": column,
            "offset": change.start,
            "rules": list(change.rules),
            "text": change.before,
            "became": change.after,
        }


def _size(text: str) -> int:
    """Return the number of characters that are no white space."""
    return sum(map(len, text.split()))
