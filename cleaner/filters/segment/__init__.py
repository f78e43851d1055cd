"""Words: a delimiter between them, exactly those that jieba finds."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def segment(document: Document, settings: Settings) -> Document:
    """See :func:`cleaner.filters.segment.lines.segment`; other stages need only the dictionary."""
    from cleaner.filters.segment.lines import segment as put_delimiters

    return put_delimiters(document, settings)


def together(documents: Sequence[Document], settings: Settings) -> list[Document]:
    """See :func:`cleaner.filters.segment.lines.together`."""
    from cleaner.filters.segment.lines import together as put_delimiters

    return put_delimiters(documents, settings)
