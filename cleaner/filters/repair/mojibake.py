"""Text that was read in the wrong encoding: 鍥藉 for 国家, ÏÂÔØ for 下载."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.ledger import Edit
from cleaner.settings import Settings

RULE = "repair.mojibake"


def mojibake(document: Document, settings: Settings) -> Document:
    """Undo the misreadings that are decisively likelier undone; an edit a span.

    A page without signs of them pays for the search alone, 1 to 2 ms per 100 KB.
    """
    if not settings.mojibake or document.text.isascii():
        return document
    from cleaner.mojibake.signs import signs

    if not signs(document.text):
        return document
    from cleaner.mojibake.undo import undo_mojibake

    _, plan = undo_mojibake(document.text)
    for spans in plan.rounds:
        text = document.text
        document = document.apply(
            [Edit(span.start, span.end, span.undo(text), RULE) for span in spans]
        )
    if plan.filled:
        document = document.warn(f"{plan.filled} lost bytes of misread text were filled in")
    return document


def misread(text: str, settled: str) -> bool:
    """Whether ``text`` may have misread text that :func:`mojibake` left in ``settled``, or more.

    ``settled`` is the text before other repairs: of lines that were there nothing new can be said,
    unless it was a document about mojibake and may be none any more.
    """
    from cleaner.mojibake.signs import ABOUT, signs

    known = set(settled.split("\n"))
    fresh = [line for line in text.split("\n") if line not in known]
    return ABOUT.search(settled) is not None or bool(signs("\n".join(fresh)))
