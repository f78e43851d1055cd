"""Which parts of a text that has characters of both kinds are Traditional."""

from __future__ import annotations

from cleaner.filters.convert.tables import Tables
from cleaner.filters.convert.variant import Evidence

# Half the window in which a mixed line is judged: about a clause on either side.
_NEAR = 8
# A surname, also before what makes words with it (沈重). Of the others Simplified text has hardly
# any but in words that stay as they are: with a Traditional character so near they are Traditional.
_SURNAME = "沈"
_BESIDE = 32


class Parts:
    """Tells which parts of a text are Traditional.

    In a line that has characters of both kinds one Traditional character in the same sentence is
    enough, but for a surname; else what prevails near the place counts, then in the line. A line
    that has neither is like the document. A document that has neither is taken for Traditional: its
    ambiguous characters are the only sign.
    """

    def __init__(self, text: str, tables: Tables, evidence: Evidence) -> None:
        self._text = text
        self._old = tables.traditional
        self._new = tables.simplified
        self._evidence = evidence
        self._start = self._end = 0
        self._line: bool | None = None
        self._mixed = False

    def traditional(self, offset: int) -> bool:
        """Tell whether the text around ``offset`` is Traditional; offsets must ascend."""
        old, new = self._evidence
        if not (old and new):
            return not new
        if offset >= self._end:
            self._read_line(offset)
        if self._mixed:
            if self._text[offset] != _SURNAME and self._old.found_in(
                self._text[max(self._start, offset - _BESIDE) : min(self._end, offset + _BESIDE)]
            ):
                return True
            near = self._prevails(max(self._start, offset - _NEAR), min(self._end, offset + _NEAR))
            if near is not None:
                return near
        return old > new if self._line is None else self._line

    def _read_line(self, offset: int) -> None:
        text = self._text
        end = text.find("\n", offset)
        self._start = text.rfind("\n", 0, offset) + 1
        self._end = len(text) if end < 0 else end + 1
        line = text[self._start : self._end]
        old, new = self._old.found_in(line), self._new.found_in(line)
        self._mixed = old and new
        if self._mixed:
            self._line = self._prevails(self._start, self._end)
        else:
            self._line = old if old != new else None

    def _prevails(self, start: int, end: int) -> bool | None:
        text = self._text[start:end]
        old = sum(map(self._old.characters.__contains__, text))
        new = sum(map(self._new.characters.__contains__, text))
        return None if old == new else old > new
