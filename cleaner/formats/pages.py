"""Plain files: each a document, or pieces of one that is above the bound on documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from cleaner.formats.rows import Fields, Row


class Pages:
    """A document a file. Its blocks are made by :mod:`cleaner.batch.units`, several files each."""

    name = "text"

    def blocks(self, stream: BinaryIO, fields: Fields) -> Iterator[tuple[Any, int]]:
        """Yield the file as one block."""
        yield stream.read(), 1

    def rows(self, block: Any, first: int, fields: Fields) -> Iterator[Row]:
        """Return the document as the only row."""
        yield Row("", block, block)

    def mirror(self, block: Any, kept: Sequence[tuple[Row, str]], first: bool) -> bytes:
        """Return the text, its last line ended."""
        return b"".join([(text.rstrip("\n") + "\n").encode() for _, text in kept if text])
