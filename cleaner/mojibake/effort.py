"""What looking for misread text may cost a document.

Steps are counted, not seconds, so that the same text comes out of every machine.
"""

from __future__ import annotations

# Steps of less than a microsecond that a document may take, to find spans and to fill in what was
# lost: those of a page of 12,000 to 50,000 characters, all misread with bytes lost. Beyond that
# lines are undone only if they are whole, and a warning says how many were left.
MOST_STEPS = 2_000_000
# Steps that may be taken in vain, in one line after the other: where text is misread, some line
# comes out soon, and the count begins anew. Rare characters in a row only look like that.
# A hundred misread documents of 25 lines came out the same with 12,000 as with no end.
PATIENCE = 30_000
# Question marks in a row that may be asked in vain whether they were bytes, each for a millisecond.
MOST_ASKED = 40
# The same of U+FFFD, which nobody writes. In 15,000 that were asked, of pages in Traditional text
# read as GB 2312 and of one document of 40,000 characters, a find came after 68 at most.
MOST_MARKED = 300
# Characters of lines without such a find that are asked whether they stand for several bytes (see
# :mod:`.fallback`): a tenth of a second. How many bytes they are is how a whole document was read.
MOST_SPREAD = 4000
_PLACE = 12  # what a place takes besides its choices


# What a space of text read as Latin-1 may have been: a no-break space, or the next line, which is a
# space to programs that split text. Not where the document has that still; in Windows-1252 it is
# an ellipsis.
SPACES = b" \xa0\x85"
_NEXT_LINE = "\x85…"


class Effort:
    """What the search of one document may still cost: ``left``, in steps; ``vain`` is since a find.

    A find sets ``vain`` to 0, and ``spread`` where it is of characters that stand for several
    bytes: so many were asked since whether they do. ``unsearched`` counts the lines that nothing
    was left for. ``spaces`` are the bytes that a space of misread text may have been.
    """

    def __init__(self, text: str = "") -> None:
        self.spaces: bytes = SPACES[:-1] if any(map(text.__contains__, _NEXT_LINE)) else SPACES
        self.left: int = MOST_STEPS
        self.vain: int = 0
        self.spread: int = 0
        self.unsearched: int = 0
        self._asked: dict[bool, int] = {False: 0, True: 0}  # by whether they are U+FFFD

    def take(self, steps: int) -> None:
        """Count the steps of one place."""
        self.left -= _PLACE + steps
        self.vain += _PLACE + steps

    def fill(self, steps: int) -> None:
        """Count the steps of filling in lost bytes, which are never in vain."""
        self.left -= steps

    def is_at_end(self) -> bool:
        """Whether no other line is to be searched; a line that would have been is counted."""
        self.unsearched += self.left <= 0
        return self.left <= 0 or self.vain > PATIENCE

    def answer(self, is_shifted: bool, *, marked: bool = False) -> bool:
        """Note whether a question mark, or U+FFFD, was a byte that can be told, and return it."""
        self._asked[marked] = 0 if is_shifted else self._asked[marked] + 1
        return is_shifted

    def is_tired(self, *, marked: bool = False) -> bool:
        """Whether the other question marks are taken to be honest, or U+FFFD to be past help.

        So many were, or nothing is left for them.
        """
        return self.left <= 0 or self._asked[marked] > (MOST_MARKED if marked else MOST_ASKED)
