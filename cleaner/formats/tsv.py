"""TSV: Excel and Python's csv quote cells in it, most other programs know no quotation marks.

A cell is quoted if it begins and ends with a mark and those inside it are doubled; ``"好"，他說。``
has marks of its own. Cells stay as they were written, but for the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.formats.rows import LONGEST_ROW
from cleaner.formats.table import Table
from cleaner.patterns import lazy

_QUOTED = lazy(r'"(?:[^"]|"")*+"(?=\t|[\r\n]*\Z)')
# The inside of a quoted cell, as far as the line goes.
_INSIDE = lazy(r'(?:[^"]|"")*+')


class Tsv(Table):
    """Rows of cells separated by tabs; see the module."""

    name = "tsv"

    def _rows(self, lines: Iterator[str]) -> Iterator[list[str]]:
        reader = _Reader(lines, self.name)
        while line := reader.line():
            cells = reader.row(line) if '"' in line else line.rstrip("\r\n").split("\t")
            if cells != [""]:
                reader.width = reader.width or len(cells)
                reader.number += 1
                yield cells

    def _value(self, cell: str) -> str:
        return cell[1:-1].replace('""', '"') if _QUOTED.fullmatch(cell) else cell

    def _changed(self, cell: str, text: str) -> str:
        """Return how to write ``text`` for ``cell``: quoted if that was, or if it has to be."""
        plain = not _QUOTED.fullmatch(cell) and not set(text).intersection("\t\r\n")
        return text if plain and self._value(text) == text else '"' + text.replace('"', '""') + '"'

    def _written(self, rows: list[list[str]]) -> bytes:
        lines = ("\t".join(row) + "\n" for row in rows)
        return "".join(lines).encode("utf-8", "surrogateescape")


class _Reader:
    """The lines of a table, some of which may be given back."""

    def __init__(self, lines: Iterator[str], name: str) -> None:
        self.width = 0
        self.number = 0
        self._lines = lines
        self._name = name
        self._back: list[str] = []

    def line(self) -> str:
        """Return the next line with its end, "" behind the last."""
        return self._back.pop() if self._back else next(self._lines, "")

    def row(self, line: str) -> list[str]:
        """Return the cells, as they are written, of the row that begins with ``line``."""
        cells: list[str] = []
        start = 0
        while True:
            opened = _split(line, start, cells)
            if opened is None:
                return cells
            plain = [*cells, *line[opened:].rstrip("\r\n").split("\t")]
            closed = self._closed(line[opened:], fits=1 < self.width == len(plain))
            if closed is None:
                return plain
            cell, line, start = closed
            cells.append(cell)
            if start > len(line):
                return cells

    def _closed(self, begun: str, *, fits: bool) -> tuple[str, str, int] | None:
        """Return a quoted cell whose first line is ``begun``, its last line, and what comes there.

        None when the mark is one of the text: its line and the next have as many cells as the
        header, or what would close the cell closes nothing.
        """
        more = self.line()
        if fits and (not more or more.count("\t") + 1 == self.width):
            self._back.append(more)
            return None
        parts = [begun]
        size = len(begun)
        while more:
            end = _INSIDE.match(more).end()  # type: ignore[union-attr]
            size += len(more)
            if size > LONGEST_ROW:
                raise ValueError(
                    f"{self._name}: row {self.number} is above {LONGEST_ROW >> 20} MiB"
                )
            parts.append(more)
            if end < len(more):
                after = more[end + 1 :]
                if after.startswith("\t") or not after.strip("\r\n"):
                    parts[-1] = more[: end + 1]
                    return "".join(parts), more, end + 2 if after[:1] == "\t" else len(more) + 1
                break
            more = self.line()
        if not more and self.width > 1:
            what = f"a quotation mark in row {self.number} is not closed"
            raise ValueError(f"{self._name}: {what}")
        self._back += reversed(parts[1:])
        return None


def _split(line: str, start: int, cells: list[str]) -> int | None:
    """Add the cells of ``line``; return where one begins that is quoted and does not end here."""
    while True:
        if line.startswith('"', start):
            found = _QUOTED.match(line, start)
            if found is None and _INSIDE.match(line, start + 1).end() == len(line):  # type: ignore[union-attr]
                return start
            end = -1 if found is None else found.end()
        else:
            end = -1
        if end < 0:
            end = line.find("\t", start)
            if end < 0:
                end = len(line.rstrip("\r\n"))
        cells.append(line[start:end])
        if not line.startswith("\t", end):
            return None
        start = end + 1
