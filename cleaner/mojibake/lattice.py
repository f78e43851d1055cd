"""The likeliest way to read a line, some of whose characters may be misread bytes.

One search (Viterbi, with a beam where bytes were lost) weighs all spans at once: at each character
the line is either as it should be, or inside a span whose characters are bytes of another encoding.
Beginning a span costs :data:`~cleaner.mojibake.costs.ENTER`; inside, bytes make characters that
cost what the model says.
"""

from __future__ import annotations

from bisect import bisect_left

from cleaner.filters.decode.model import UNIT
from cleaner.mojibake.costs import (
    REPLACEMENT,
    UTF8_AS_LATIN,
    before_next,
    cost_as_is,
    enter_cost,
    is_plausible,
    is_western,
    kind_of,
    weight_as_is,
    weight_read,
)
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.lost import EURO, Place, choices, dropped_from, places
from cleaner.mojibake.plan import Span
from cleaner.mojibake.readings import LATIN, Step, byte_options
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

# What is so much dearer than the cheapest way to the same place does not come back, in nats.
BEHIND = 20.0
WIDTH = 48  # ways kept at each place
# A span seldom ends beside a character that could be of the span, still less one that is not
# Chinese, or beside a letter of a Western word.
SEAM = 2.5
ODD_SEAM = 6.0
# A comma at the end of a line: where a lost byte leaves the choice, it was a full stop.
OPEN_END = 4.0
# Of the bytes of a span, the share that may be lost: with more, what is filled in is invented.
MOST_LOST = 0.3
LINE = 2  # what a character takes before the search begins, in steps that are taken in vain
# In a line that has a misread span, what another one costs to begin, and what a replacement
# character outside of spans costs besides: it was lost by the same misreading.
ENTER_AGAIN = 3.0
LEFT = 6.0

_HAN_OR_MARK = lazy("[\u2010-\u206f\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")


class _Way(NamedTuple):
    """The cheapest way to a place of the line that ends with the character ``last``.

    ``data`` has the bytes of that character, by place; it is empty outside of a span. ``begins``:
    the span begins with it.
    """

    cost: float
    last: str
    before: _Way | None
    data: tuple[bytes, ...]
    begins: bool = False


class Search:
    """One step of misreading, weighed on one line.

    ``places`` has the bytes of the line, ``begins`` where those of each character begin, ``drops``
    those that may have been left out without a trace. ``spaces``: the bytes that a space may have
    been; ``end``: where a span ends, if known.
    """

    def __init__(self, line: str, step: Step, kind: int, spaces: bytes, end: int = -1) -> None:
        self.line = line
        self.step = step
        self.kind = kind
        self.places: list[Place]
        self.begins: list[int]
        self.places, self.begins = places(line, step, spaces, end)
        # Where lost bytes left a mark, none was dropped.
        self.drops: bytes = dropped_from(line) if step == UTF8_AS_LATIN else b""
        self.western: bool = is_western(line)
        latin_pairs = step.read_as == LATIN and step.really != "utf-8"
        # What it costs to end a span before a character, or begin one after it.
        self.seams: list[float] = [
            (SEAM if _HAN_OR_MARK.match(char) else ODD_SEAM) * UNIT
            if self.places[begin].options and char > "\x7f"
            else ODD_SEAM * UNIT * (latin_pairs and char.isalpha())
            for char, begin in zip(line, self.begins, strict=False)
        ]
        self.seams += [0.0]

    def run(self, effort: Effort, *, again: bool = False) -> _Way | None:
        """Return the end of the likeliest way, None when there is no effort left to find it.

        ``again``: the line is known to have a misread span.
        """
        line, begins, seams = self.line, self.begins, self.seams
        enter = (ENTER_AGAIN if again else enter_cost(self.step)) * UNIT
        left = LEFT * UNIT if again else 0.0
        inside: list[dict[str, _Way]] = [{} for _ in range(len(self.places) + 1)]
        outside = _Way(0.0, "\n", None, ())
        at = 0
        for place, ways in enumerate(inside):
            if len(ways) > 1:
                _prune(ways)
            if place == begins[at]:
                if at:
                    char = line[at - 1]
                    cost = outside.cost + weight_as_is(outside.last, char, self.western)
                    cost += left * (char == REPLACEMENT)
                    outside = _Way(cost, before_next(outside.last, char), outside, ())
                end = OPEN_END * UNIT if at == len(line) else 0.0
                for way in ways.values():
                    cost = way.cost + seams[at] + end * (way.last in "，、")
                    if cost < outside.cost:
                        outside = way._replace(cost=cost)
                if at == len(line):
                    break
                if self.places[place].options:
                    cost = outside.cost + enter + (seams[at - 1] if at else 0.0)
                    if outside.last not in ways or cost < ways[outside.last].cost:
                        ways[outside.last] = _Way(cost, outside.last, outside, (), begins=True)
                at += 1
            if ways:
                if effort.left <= 0:
                    return None
                effort.take(self._go_on(place, ways, inside))
        return outside

    def _go_on(self, place: int, ways: dict[str, _Way], inside: list[dict[str, _Way]]) -> int:
        """Go on from the ways to a place by all characters that begin there."""
        options = choices(self.places[place : place + 4], self.step, self.kind, drops=self.drops)
        kind = self.kind
        for char, data, extra in options:
            best = min(
                [(way.cost + weight_read(way.last, char, kind), way) for way in ways.values()],
                key=_first,
            )
            cost = best[0] + extra
            after = inside[place + len(data)]
            if char not in after or cost < after[char].cost:
                after[char] = _Way(cost, char, best[1], data)
        return len(options) * len(ways)


def _first(pair: tuple[float, _Way]) -> float:
    return pair[0]


def _cost_of(way: _Way) -> float:
    return way.cost


def _prune(ways: dict[str, _Way]) -> None:
    ranked = sorted(ways.values(), key=_cost_of)
    limit = ranked[0].cost + BEHIND * UNIT
    for number, way in enumerate(ranked):
        if number >= WIDTH or way.cost > limit:
            del ways[way.last]


def spans_of(line: str, step: Step, effort: Effort) -> tuple[float, tuple[Span, ...]]:
    """Return by how many nats ``line`` is likelier with its spans of ``step`` undone, and these."""
    effort.vain += LINE * len(line)
    search = Search(line, step, kind_of(step), effort.spaces)
    if line.count(REPLACEMENT) > MOST_LOST * len(search.places):
        return 0.0, ()
    end = search.run(effort)
    if end is None:
        return 0.0, ()
    spans = [
        span
        for start, data in _found(end, search.begins)
        if (span := _span_of(search, start, data)) is not None
    ]
    gain = (cost_as_is(line) - end.cost) / UNIT
    if gain > 0 and spans and _left_over(line, spans):
        spans = _wider(search, spans, effort)
    return gain, tuple(spans)


def _left_over(line: str, spans: list[Span]) -> bool:
    """Whether there is a replacement character outside of ``spans``."""
    inside = sum(line.count(REPLACEMENT, span.start, span.end) for span in spans)
    return line.count(REPLACEMENT) > inside


def _wider(search: Search, spans: list[Span], effort: Effort) -> list[Span]:
    """Return ``spans`` with what else of the line is misread, now that some of it is.

    The ends of a span, and words by themselves, are too short to tell that alone.
    """
    end = search.run(effort, again=True)
    if end is None:
        return spans
    found: list[Span] = []
    lost = size = 0
    for start, data in _found(end, search.begins):
        span, missing = read_span(search, start, data)
        if span.filled or any(span.start < one.end and one.start < span.end for one in spans):
            found.append(span)
            lost += missing
            size += sum(map(len, data))
    whole = all(
        any(one.start <= span.start and span.end <= one.end for one in found) for span in spans
    )
    return found if whole and lost <= MOST_LOST * size else spans


def _found(end: _Way, begins: list[int]) -> list[tuple[int, list[bytes]]]:
    """Return the beginnings of the spans on the way to ``end``, and the bytes of their places."""
    ways: list[_Way] = []
    way: _Way | None = end
    while way is not None:
        ways.append(way)
        way = way.before
    at = 0
    inside = False
    found: list[tuple[int, list[bytes]]] = []
    for way in ways[-2::-1]:  # without the beginning of the line
        if way.begins or not way.data:
            if inside:
                start, data = found[-1]
                at = bisect_left(begins, begins[start] + len(data))
            inside = way.begins
            if inside:
                found.append((at, []))
            else:
                at += 1
        else:
            found[-1][1].extend(way.data)
    return found


def _span_of(search: Search, start: int, data: list[bytes]) -> Span | None:
    """Return the span of :func:`read_span`; None when too much is lost or it means nothing."""
    span, lost = read_span(search, start, data)
    if lost > MOST_LOST * sum(map(len, data)):
        return None
    return span if is_plausible(search.line, span) else None


def read_span(search: Search, start: int, data: list[bytes]) -> tuple[Span, int]:
    """Return the span from a character on with ``data`` by place, and how many bytes were lost."""
    line = search.line
    base = search.begins[start]
    end = bisect_left(search.begins, base + len(data))
    filled: list[tuple[int, str]] = []
    lost = 0
    for at in range(start, end):
        char = line[at]
        read = b"".join(data[search.begins[at] - base : search.begins[at + 1] - base])
        known = b"" if char == REPLACEMENT else byte_options(char, search.step.read_as)
        if read != known:
            filled.append((at - start, read.hex()))
            # Nor is a letter lost that is of the other case.
            if char != EURO and (len(read) > 1 or not char.isalpha()):
                lost += len(read) - (len(known) if read.startswith(known) else 0)
    return Span(start, end, search.step, tuple(filled)), lost
