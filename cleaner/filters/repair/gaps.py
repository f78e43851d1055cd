"""Pairs of bytes that a page has dropped from within what is out of step.

Of 董事會聽取 (CAC2 95FE C2A0 C8A1) read one byte late FEC2 is a character of private use, which
many pages lose: 董事?shēng)犎 says 95 and A0 C8. Between two characters of what is shown the bytes
of a pair are tried then, or of two with a mark across them.
"""

from __future__ import annotations

from cleaner.filters.decode.model import load
from cleaner.filters.repair.out_of_step import (
    FIRST_DROPPED,
    LAST_LOW,
    Run,
    bytes_of,
    first_characters,
    last_characters,
    made_of,
    ranked,
    text_of,
)
from cleaner.kept import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 24  # bytes of a run; real ones have 26 at most, and one that lost a pair is shown shorter
LEFT, RIGHT = 4, 12  # likely characters before and behind the gap that are put together ...
# Texts before and behind it that are weighed, the latter of short runs: 。基于此，loses a pair.
HEADS, TAILS, SHORT = 2, 4, 8
MOST = 4  # ... and texts of each gap that are weighed by words
_FIRST = bytes(sorted({*FIRST_DROPPED[0], *FIRST_DROPPED[1]}))
_SECOND = bytes(range(0x81, 0xFF))
# What lies on both sides of a mark is often dropped: 書，每 is 95F8 A3AC C3BF.
_MARKS = ("", "，", "、", "。")


def bridged(before: str, firsts: Sequence[int], run: Run, after: str) -> Iterator[str]:
    """Yield texts of ``run`` with one dropped pair, or two that a mark joins, at each place.

    ``before`` and ``after`` stand on both sides of the run; ``firsts`` are its lost first bytes.
    """
    data = run.data
    if len(data) > LONGEST:
        return
    for at in range(0, len(data), 2):
        heads = _heads(before, firsts, data, at) if at else [""]
        tails = _tails(run, at, after) if heads else []
        lefts = data[at - 1 : at] if at else firsts
        for head, tail in ((head, tail) for head in heads for tail in tails):
            last, following = (before + head)[-1:], (tail + after)[:1]
            for pairs in _across(last, lefts, data[at : at + 1], following):
                yield from (head + pair + tail for pair in pairs)


@lru_cache(maxsize=1 << 10)  # the runs that are tried after a break begin alike
def _across(before: str, firsts: Sequence[int], second: bytes, after: str) -> tuple[list[str], ...]:
    """Return the likeliest texts over a gap behind one of ``firsts``, for each mark in it.

    They begin with a character that one of these begins, and end with one that ``second`` ends.
    """
    likely = _lefts(before, firsts), _rights(second, after)
    return tuple([_over(before, mark, *likely, after) for mark in _MARKS])


@lru_cache(maxsize=1 << 10)  # of 126 first bytes there are 2,000 characters, whatever follows
def _lefts(before: str, firsts: Sequence[int]) -> list[tuple[str, int]]:
    """Return the likely characters of ``firsts`` at a gap, each with its byte there."""
    lefts = "".join([made_of(bytes((byte,)), _FIRST) for byte in firsts])
    return [(char, bytes_of(char)[1]) for char, _ in ranked(before, lefts, "")[:LEFT]]


@lru_cache(maxsize=1 << 10)
def _rights(second: bytes, after: str) -> list[tuple[str, int]]:
    """Return the likely characters that ``second`` ends behind a gap, each with its byte there."""
    rights = made_of(second, _SECOND, first=True)
    return [(char, bytes_of(char)[0]) for char, _ in ranked("", rights, after)[:RIGHT]]


def _over(
    before: str,
    mark: str,
    lefts: Sequence[tuple[str, int]],
    rights: Sequence[tuple[str, int]],
    after: str,
) -> list[str]:
    """Return the likeliest texts of two characters with ``mark`` between them."""
    two = bytes_of(mark)
    found: list[tuple[float, str]] = []
    for left, second in lefts:
        if two and not are_dropped(second, two[0]):
            continue
        ends = [right for right, first in rights if are_dropped(two[1] if two else second, first)]
        costs = load().between(before + left + mark, "".join(ends), after)
        found += zip(costs, [left + mark + right for right in ends], strict=True)
    return [text for _, text in sorted(found)[:MOST]]


def are_dropped(second: int, first: int) -> bool:
    """Tell whether a second byte and the first byte behind it make one of private use."""
    return second in FIRST_DROPPED[first > LAST_LOW]


def _heads(before: str, firsts: Sequence[int], data: bytes, at: int) -> list[str]:
    """Return the likeliest texts before the character that has its second byte in the gap."""
    rest = text_of(data[1 : at - 1])
    if rest is None:
        return []
    return [
        first + rest for first, _ in first_characters(before, firsts, data[:1], rest[:1])[:HEADS]
    ]


def _tails(run: Run, at: int, after: str) -> list[str]:
    """Return the likeliest texts behind the character that has its first byte in the gap."""
    if run.last is None:
        rest = text_of(run.data[at + 1 :])
        return [] if rest is None else [rest + run.letter]
    rest = text_of(run.data[at + 1 : -1])
    if rest is None or at + 1 >= len(run.data):
        return []
    lasts = last_characters(rest[-1:], run.data[-1:], run.last, after)
    return [rest + last for last, _ in lasts[: TAILS if len(run.data) <= SHORT else 1]]
