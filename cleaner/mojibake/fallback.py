"""Bytes read as UTF-8 where they could be, and as Windows-1252 where they could not.

Programs that expect UTF-8 and fall back to Windows-1252 byte by byte leave such text of a page in
GBK or Big5: 页 is D2 B3, which UTF-8 reads as ҳ, among the letters ÊéÇ© of what it does not read.
So ҳ stands for two bytes, and a character of Windows-1252 for one or for more: 路 is C2 B7, and
comes out as the middle dot, as a byte B7 does. The characters that the bytes make tell which.

Reading is undone in two rounds. This is the first: it finds the characters that are to be spread
over their bytes, each a letter of Windows-1252 then, as if UTF-8 had never been tried.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from cleaner.filters.decode.model import UNIT
from cleaner.mojibake.costs import kind_of, weight_read
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.plan import Span
from cleaner.mojibake.readings import LATIN, Step, byte_options, grow
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

SPREAD = Step("latin-1", "utf-8")
# What a byte costs that is part of no character, and a character of Windows-1252 that stands for
# more than one byte, which one in sixty of a page does; in steps of the model.
STRAY = 20.0 * UNIT
MAYBE = 3.0 * UNIT
WIDTH = 6  # ways kept at each place
STEPS = 5  # what a character takes

# Text beside what was misread: of two bytes, each in a character, chance makes no two characters.
# No bytes are read as half of a surrogate pair.
_SOUND = lazy("[\u2e80-\U0010ffff]{2,}|[\ud800-\udfff]")


class _Way(NamedTuple):
    """The cheapest way to a place of the line; ``spread``: whether it ends with several bytes."""

    cost: float
    before: _Way | None
    spread: bool


def spread(line: str, step: Step, effort: Effort) -> tuple[float, tuple[Span, ...]]:
    """Return a span for each character of ``line`` that stands for more than one byte.

    ``step.really`` is the encoding of the bytes, of two bytes a character. A search (Viterbi) for
    the likeliest characters that they make, in time linear in the length of the line; their cost,
    in steps of the model, comes first.
    """
    effort.fill(STEPS * len(line))
    # By the last character and the byte that waits for its second one, -1 for none.
    ways: dict[tuple[str, int], _Way] = {("\n", -1): _Way(0.0, None, False)}
    for char in _SOUND.sub(_blank, line):
        found: dict[tuple[str, int], _Way] = {}
        for data, extra in _options(char):
            for state, way in ways.items():
                cost, ends = way.cost + extra, state
                for byte in data:
                    added, ends = _step(ends, byte, step)
                    cost += added
                best = found.get(ends)
                if best is None or cost < best.cost:
                    found[ends] = _Way(cost, way, len(data) > 1)
        ways = dict(sorted(found.items(), key=_cost)[:WIDTH]) if len(found) > WIDTH else found
    way = last = min(ways.items(), key=lambda item: item[1].cost + STRAY * (item[0][1] >= 0))[1]
    places: list[int] = []
    at = len(line)
    while way.before is not None:
        at -= 1
        if way.spread:
            places.append(at)
        way = way.before
    return last.cost, tuple(Span(at, at + 1, SPREAD) for at in reversed(places))


def within(line: str, spread: Sequence[Span], text: str, found: Sequence[Span]) -> tuple[Span, ...]:
    """Return those of ``spread``, spans of ``line``, that are part of ``found``, spans of ``text``.

    ``text`` is the line after the first round. Text with accents is pairs of GBK too (é is 茅) when
    all of it is spread; of misread text most is not.
    """
    begins: list[int] = []
    ends: list[int] = []
    grown = 0
    for span in spread:
        begins.append(span.start + grown)
        grown += len(span.undo(line)) - 1
        ends.append(span.end + grown)
    kept: list[Span] = []
    for span in found:
        first, last = bisect_left(begins, span.start), bisect_right(ends, span.end)
        bytes_spread = sum(ends[first:last]) - sum(begins[first:last])
        letters = sum(map("\x7f".__lt__, text[span.start : span.end]))
        if letters - bytes_spread > last - first:
            kept += spread[first:last]
    return tuple(kept)


def _blank(match: re.Match[str]) -> str:
    return "\n" * len(match.group())


def _cost(item: tuple[tuple[str, int], _Way]) -> float:
    return item[1].cost


def _options(char: str) -> tuple[tuple[bytes, float], ...]:
    """Return the bytes that a character may stand for, and what that costs."""
    alone = byte_options(char, LATIN)
    if char < "\x80":
        return ((alone, 0.0),)
    spread = char.encode("utf-8", "surrogatepass")
    return ((alone, 0.0), (spread, MAYBE)) if alone else ((spread, 0.0),)


def _step(state: tuple[str, int], byte: int, step: Step) -> tuple[float, tuple[str, int]]:
    """Return what a byte costs after a character and one that waits, and what follows them."""
    before, waiting = state
    cost = 0.0
    if waiting >= 0:
        char = grow(bytes((waiting, byte)), step.really)
        if char:
            return weight_read(before, char, kind_of(step)), (char, -1)
        cost = STRAY
    if byte >= 0x80:
        return cost, (before, byte)
    return cost + weight_read(before, chr(byte), kind_of(step)), (chr(byte), -1)
