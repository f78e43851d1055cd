"""CSV and TSV with a header line: one column is the text, the others stay."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from cleaner.formats.compressed import peek
from cleaner.formats.rows import BLOCK, LONGEST_ROW, Fields, Row, there_are

Block = tuple[list[str], list[list[str]], bool]


class Table:
    """Rows separated by ``delimiter``; cells are quoted as RFC 4180 has it.

    A table in another encoding, as Excel writes it, is read in that and written in UTF-8. Cells of
    a table in UTF-8 that are not are read each by itself.
    """

    def __init__(self, name: str, delimiter: str) -> None:
        self.name = name
        self._delimiter = delimiter

    def blocks(self, stream: BinaryIO, fields: Fields) -> Iterator[tuple[Block, int]]:
        """Yield rows with their header. Raises ValueError when the header lacks the text."""
        csv.field_size_limit(LONGEST_ROW)
        head, stream = peek(stream)
        text = io.TextIOWrapper(stream, _encoding(head), errors="surrogateescape", newline="")
        try:
            yield from self._blocks(csv.reader(text, delimiter=self._delimiter), fields)
        except csv.Error as error:
            raise ValueError(f"{self.name}: {error}") from None
        finally:
            text.detach()  # the stream belongs to the caller

    def _blocks(self, reader: Iterator[list[str]], fields: Fields) -> Iterator[tuple[Block, int]]:
        header = next(reader, [])
        if fields.text not in header:
            raise ValueError(f"no column {fields.text!r} (--text-field){there_are(header)}")
        held: list[list[str]] = []
        size = 0
        first = True
        for row in reader:
            held.append(row)
            size += sum(map(len, row)) * 3
            if size >= BLOCK:
                yield (header, held, first), len(held)
                held, size, first = [], 0, False
        if held or first:
            yield (header, held, first), len(held)

    def rows(self, block: Block, first: int, fields: Fields) -> Iterator[Row]:
        """Take the text column of each row."""
        header, rows, _ = block
        place = header.index(fields.text)
        for number, row in enumerate(rows, first):
            values = dict(zip(header, row, strict=False))
            name = str(number) if fields.id is None else values.get(fields.id, str(number))
            if len(row) <= place:
                raw = self._written([row])
                yield Row(name, raw=raw, fault=f"{len(row)} cells of {len(header)}")
                continue
            data: str | bytes = row[place]
            if not row[place].isascii():
                raw = row[place].encode("utf-8", "surrogateescape")
                data = row[place] if _is_utf8(raw) else raw
            yield Row(name, data, (row, place), values)

    def mirror(self, block: Block, kept: Sequence[tuple[Row, str]], first: bool) -> bytes:
        """Write the rows again, after the header where they are the first of the file."""
        header, _, leading = block
        rows = [header] if leading and first else []
        for row, text in kept:
            cells, place = row.raw
            rows.append([*cells[:place], text, *cells[place + 1 :]])
        return self._written(rows)

    def _written(self, rows: list[list[str]]) -> bytes:
        out = io.StringIO()
        csv.writer(out, delimiter=self._delimiter, lineterminator="\n").writerows(rows)
        return out.getvalue().encode("utf-8", "surrogateescape")


def _encoding(head: bytes) -> str:
    """Return the encoding of a table that begins with ``head``."""
    if _reads_as(head, "utf-8"):
        return "utf-8-sig"
    from cleaner.filters.decode.detect import detect

    guess = detect(head)
    codec = "utf-16" if guess.mark and guess.codec.startswith("utf-16") else guess.codec
    return codec if not guess.binary and _reads_as(head, codec) else "utf-8-sig"


def _reads_as(head: bytes, codec: str) -> bool:
    """Whether ``head`` is in an encoding, but for a character that is cut off at its end."""
    try:
        codecs.getincrementaldecoder(codec)().decode(head)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def tables() -> tuple[Table, ...]:
    """Return the formats of this module."""
    return Table("csv", ","), Table("tsv", "\t")
