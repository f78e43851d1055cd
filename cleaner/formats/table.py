"""Tables with a header line, of which CSV is one: one column is the text, the others stay."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from cleaner.formats.encoded import as_text
from cleaner.formats.rows import LONGEST_ROW, Fields, Row, gathered, there_are

Block = tuple[list[str], list[list[str]], bool]

# What is read after a table, which has no half of a surrogate pair but for its bytes: a cell whose
# quotation mark is not closed swallows it, and has swallowed the rows before.
_END = "\ud800"


class Table:
    """CSV: cells separated by commas, quoted as RFC 4180 has it.

    A table in another encoding, as Excel writes it, is read in that and written in UTF-8. Cells of
    a table in UTF-8 that are not are read each by itself.
    """

    name = "csv"

    def blocks(self, stream: BinaryIO, fields: Fields) -> Iterator[tuple[Block, int]]:
        """Yield rows with their header. Raises ValueError when the header lacks the text."""
        text = as_text(stream)
        try:
            yield from self._blocks(self._rows(text), fields)
        finally:
            text.detach()  # the stream belongs to the caller

    def _rows(self, lines: Iterator[str]) -> Iterator[list[str]]:
        """Yield the rows of a table. Raises ValueError when the last one does not end."""
        csv.field_size_limit(LONGEST_ROW)
        number = 0
        try:
            for row in csv.reader(chain(lines, (_END,))):
                if row and row[-1].endswith(_END):
                    if row != [_END]:
                        what = f"a quotation mark in row {number} is not closed"
                        raise ValueError(f"{self.name}: {what}")
                    return
                if row:  # a blank line is no row
                    yield row
                    number += 1
        except csv.Error as error:
            raise ValueError(f"{self.name}: {error}") from None

    def _blocks(self, reader: Iterator[list[str]], fields: Fields) -> Iterator[tuple[Block, int]]:
        header = next(reader, [])
        names = [self._value(cell) for cell in header]
        if fields.text not in names:
            raise ValueError(f"no column {fields.text!r} (--text-field){there_are(names)}")
        first = True
        for rows in gathered(reader, lambda row: sum(map(len, row)) * 3):
            yield (header, rows, first), len(rows)
            first = False
        if first:
            yield (header, [], first), 0

    def rows(self, block: Block, first: int, fields: Fields) -> Iterator[Row]:
        """Take the text column of each row."""
        header, rows, _ = block
        names = [self._value(cell) for cell in header]
        place = names.index(fields.text)
        for number, row in enumerate(rows, first):
            values = dict(zip(names, map(self._value, row), strict=False))
            name = str(number) if fields.id is None else values.get(fields.id, str(number))
            if len(row) <= place:
                raw = self._written([row])
                yield Row(name, raw=raw, fault=f"{len(row)} cells of {len(header)}")
                continue
            cell = self._value(row[place])
            data: str | bytes = cell
            if not cell.isascii():
                raw = cell.encode("utf-8", "surrogateescape")
                data = cell if _is_utf8(raw) else raw
            yield Row(name, data, (row, place), values)

    def mirror(self, block: Block, kept: Sequence[tuple[Row, str]], first: bool) -> bytes:
        """Write the rows again, after the header where they are the first of the file."""
        header, _, leading = block
        rows = [header] if leading and first else []
        for row, text in kept:
            cells, place = row.raw
            rows.append([*cells[:place], self._changed(cells[place], text), *cells[place + 1 :]])
        return self._written(rows)

    def _value(self, cell: str) -> str:
        """Return what a cell as it was read says."""
        return cell

    def _changed(self, cell: str, text: str) -> str:
        """Return what to write for ``text`` in the place of ``cell``."""
        return text

    def _written(self, rows: list[list[str]]) -> bytes:
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        return out.getvalue().encode("utf-8", "surrogateescape")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
