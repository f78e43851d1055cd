"""What became of short lines: menus and lists come again on every page of a site.

Of the lines of 266 pages from as many places, more than half have come before.
"""

from __future__ import annotations

from itertools import islice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, TypeVar

    T = TypeVar("T")

# Characters of a line that is kept, since paragraphs do not come again, and lines that are kept by
# each step: a megabyte.
LONGEST: Final = 100
KEPT = 1 << 12


class Memo(dict[str, "T"]):
    """What a step made of each line. The answers are always the same, so threads may share it."""

    def __init__(self, room: int = KEPT) -> None:
        """Take the number of lines that are kept.

        When it is reached, every other of the older half is forgotten: lines of a site come again
        soon (with every other of all, 4 % more instructions on 266 pages). A text with more lines
        than that, which is gone through twice, finds a part of them again: of the oldest ones all
        would be forgotten just before they come.
        """
        self._room = room

    def keep(self, line: str, found: T) -> T:
        """Remember ``found`` for a line, if it is short, and return it."""
        if len(line) <= LONGEST:
            if len(self) >= self._room:
                self.forget()
            self[line] = found
        return found

    def room(self) -> int:
        """Return how many lines more may be remembered before some are to be forgotten."""
        return self._room - len(self)

    def forget(self) -> int:
        """Forget every other line of the older half, and return for how many there is room now."""
        for old in [*islice(self, 0, len(self) // 2, 2)]:
            self.pop(old, None)  # another thread may have been here
        return self.room()
