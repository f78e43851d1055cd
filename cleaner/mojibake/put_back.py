"""Lost first bytes of Big5 put back: see :mod:`.dropped`.

The bytes of the characters up to the letter are read anew, with first bytes of the characters that
plain Big5 has not where they make the likeliest text (Viterbi, over bytes).
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.filters.decode.model import UNIT
from cleaner.mojibake.costs import HANT, weight_of, weight_read
from cleaner.mojibake.dropped import CANTONESE, lost, runs
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.plan import Span
from cleaner.mojibake.readings import DROPPED, byte_options, grow
from cleaner.named import NamedTuple

BESIDE = 6  # characters behind a run, which are weighed with it
# By how many nats the new reading must be ahead. It is behind by 20 and more in the few honest
# lines of 230,000, of pages and manuals, that have such a run; where bytes were lost it is ahead by
# 1.5 to 25.
DECISIVE = 1.0
# What putting a byte back costs, in steps of the model, and what the character does at most: those
# of Cantonese are rare in what the model was made of, and in most pages.
LOST = 2.0 * UNIT
DEAREST = 11.0 * UNIT
SPOKEN = 1.0 * UNIT
STEPS = 20  # what a byte takes


class _Way(NamedTuple):
    cost: float
    text: str
    put: tuple[tuple[int, int], ...]  # where a byte was lost, by place, and which


def spans(line: str, effort: Effort) -> Iterator[Span]:
    """Yield the spans of ``line`` that are off by one byte."""
    done = 0
    for first, end in runs(line):
        if effort.left <= 0:
            return
        span = _span(line, max(first, done), end, effort)
        if span is not None:
            done = end
            yield span


def _span(line: str, first: int, end: int, effort: Effort) -> Span | None:
    """Return the likeliest span that begins at ``first`` or later if it is decisively likelier."""
    after = line[end : end + BESIDE]
    known = [byte_options(char, "big5") for char in line[first:end]]
    if not all(known):
        return None
    data = b"".join(known)
    effort.fill(STEPS * len(data))
    before = line[first - 1 : first] or "\n"
    found = _likeliest(data, before, after)
    if found is None:
        return None
    as_is = weight_of(line[first:end] + after, HANT, before)
    if as_is - found.cost < DECISIVE * UNIT:
        return None
    filled: list[tuple[int, str]] = []
    put = dict(found.put)
    place = 0
    for offset, pair in enumerate(known):
        whole = b"".join(
            bytes([put[place + at], byte]) if place + at in put else bytes([byte])
            for at, byte in enumerate(pair)
        )
        if whole != pair:
            filled.append((offset, whole.hex()))
        place += len(pair)
    return Span(first, end, DROPPED, tuple(filled))


def _likeliest(data: bytes, before: str, after: str) -> _Way | None:
    """Return the likeliest text of ``data``, bytes of Big5 some of which were lost."""
    ways: list[dict[str, _Way]] = [{} for _ in range(len(data) + 1)]
    ways[0][before] = _Way(0.0, "", ())
    for at, byte in enumerate(data):
        for last, way in sorted(ways[at].items(), key=_by_cost)[:6]:
            if byte < 0x80:
                _add(ways[at + 1], last, chr(byte), way, ())
                continue
            char = grow(data[at : at + 2], "big5") if at + 2 <= len(data) else None
            if char:
                _add(ways[at + 2], last, char, way, ())
            for char, first in lost().get(byte, ()):
                _add(ways[at + 1], last, char, way, ((at, first),))
    ends = [way for way in ways[-1].values() if way.put]
    if not ends:
        return None
    return min(way._replace(cost=way.cost + weight_of(after, HANT, way.text[-1])) for way in ends)


def _by_cost(item: tuple[str, _Way]) -> float:
    return item[1].cost


def _add(
    ways: dict[str, _Way], last: str, char: str, way: _Way, put: tuple[tuple[int, int], ...]
) -> None:
    cost = weight_read(last, char, HANT)
    if put:
        cost = min(cost, DEAREST) + LOST + SPOKEN * (char in CANTONESE)
    cost += way.cost
    if char not in ways or cost < ways[char].cost:
        ways[char] = _Way(cost, way.text + char, way.put + put)
