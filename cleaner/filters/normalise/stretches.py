"""Stretches: Han with spaces in between and nothing else, where it is decided what spaces mean."""

from __future__ import annotations

from cleaner.filters.normalise.guards import HAN
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

Span = tuple[int, int]

WIDE = r"[^\x00-\xff，。、；：！？（）《》“”]"
"""Stands for Han where lines are only looked for: a search for it is twice as fast."""

# Begins with the space, of which a line has few, so that the search skips all else.
_GAP: Final = lazy(f" (?<=[{HAN}] ) *+(?=[{HAN}])")
_UNIT: Final = lazy(f"[{HAN}]*+")


def stretches(line: str) -> Iterator[list[Span]]:
    """Yield for each stretch the spans of its units, two or more: Han without spaces.

    >>> list(stretches("作者：王 伟 著"))
    [[(3, 4), (5, 6), (7, 8)]]
    """
    units: list[Span] = []
    start = end = 0  # of the unit behind the last gap
    for gap in _GAP.finditer(line):
        low, high = gap.span()
        if units and end == low:
            units.append((start, end))
        else:
            if units:
                yield [*units, (start, end)]
            backwards = _UNIT.match(line[end:low][::-1])
            units = [(low - (backwards.end() if backwards else 0), low)]
        start = high
        following = _UNIT.match(line, start)
        end = following.end() if following else start
    if units:
        yield [*units, (start, end)]
