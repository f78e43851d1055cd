"""What became of short lines: menus and lists come again on every page of a site.

Of the lines of 266 pages from as many places that need a closer look, four in ten are on more than
one of them.
"""

from __future__ import annotations

from functools import lru_cache

from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    T = TypeVar("T")

# Characters of a line that is kept, since paragraphs do not come again, and lines that are kept by
# each step: a megabyte.
_LONGEST = 100
_KEPT = 1 << 12


class Memo(dict[str, "T"]):
    """What a step made of each line. The answers are always the same, so threads may share it."""

    def keep(self, line: str, found: T) -> T:
        """Remember ``found`` for a line, if it is short, and return it."""
        if len(line) <= _LONGEST:
            if len(self) >= _KEPT:
                self.clear()
            self[line] = found
        return found


def memo(step: str, settings: Settings) -> Memo[Any]:
    """Return the memory of ``step`` under ``settings``, one in a process for each."""
    # What decides about lines: the dictionaries, and which lines segmentation has made.
    return _memo(
        step,
        settings.dictionary,
        settings.words,
        settings.keep_whole,
        settings.segmenter,
        settings.segment_mode,
    )


@lru_cache(maxsize=16)
def _memo(*key: object) -> Memo[Any]:  # noqa: ARG001
    return Memo()
