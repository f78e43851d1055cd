"""The steps of taking markup away."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.markup.bbcode import bbcode, placeholders
from cleaner.filters.markup.fragment import cdata, fragment
from cleaner.filters.markup.residue import residue
from cleaner.settings import Settings

# What one kind of markup enclosed may show another kind, as a page quoted in a forum post does.
# Two that find something are common enough; five bound the work on text made to nest deeper.
_PASSES = 5


def markup(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Return ``document`` as the text that a reader would see.

    A text that begins as an HTML document does is read as one. In any other text only tags that
    stand there as markup go; ``a<b``, code and a sentence about ``<p>`` stay. Character references
    are left to repair.
    """
    for _ in range(_PASSES):
        text = document.text
        if "<" in text:
            from cleaner.filters.markup.page import is_page, page

            if is_page(text):
                document = page(document)
        document = fragment(cdata(document))
        document = placeholders(bbcode(document))
        document = residue(document)
        if document.text == text:
            break
    return document


def again(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether there may be markup left, such as what misread text has turned out to be."""
    return "<" in document.text
