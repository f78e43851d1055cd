"""The likeliest way to read a line, some of whose characters may be misread bytes.

One search (Viterbi, with a beam where bytes were lost) weighs all spans at once: at each character
the line is either as it should be, or inside a span whose characters are bytes of another encoding.
Beginning a span costs :data:`~cleaner.mojibake.costs.ENTER`; inside, bytes make characters that
cost what the model says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from cleaner.filters.decode.model import UNIT
from cleaner.mojibake.choices import begins_nothing, choices
from cleaner.mojibake.costs import (
    REPLACEMENT,
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
from cleaner.mojibake.places import EURO, Place, dropped_from, places
from cleaner.mojibake.plan import Span
from cleaner.mojibake.readings import LATIN, Step, byte_options
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    # The cheapest way to a place of the line: its cost, the character that it ends with, the way
    # that it goes on from, the bytes of that character by place (none outside of a span), and
    # whether a span begins behind it. A plain tuple, of which each character makes some.
    _Way = tuple[float, str, "_Way | None", tuple[bytes, ...], bool]

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


class Search:
    """One step of misreading, weighed on one line.

    ``places`` has the bytes of the line, ``begins`` where those of each character begin, ``drops``
    those that may have been left out without a trace. ``spaces``: the bytes that a space may have
    been.
    """

    def __init__(self, line: str, step: Step, kind: int, spaces: bytes) -> None:
        self.line = line
        self.step = step
        self.kind = kind
        self.places: list[Place]
        self.begins: list[int]
        self.places, self.begins = places(line, step, spaces)
        self.drops: bytes = dropped_from(line, step)
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
        # Whether one may begin before a character.
        self.enters: list[bool] = [
            bool(self.places[begin].options) and not begins_nothing(self.places[begin], step.really)
            for begin in self.begins[:-1]
        ]

    def run(self, effort: Effort, *, again: bool = False) -> _Way | None:
        """Return the end of the likeliest way, None when there is no effort left to find it.

        ``again``: the line is known to have a misread span.
        """
        line, begins, seams = self.line, self.begins, self.seams
        enter = (ENTER_AGAIN if again else enter_cost(self.step)) * UNIT
        left = LEFT * UNIT if again else 0.0
        inside: list[dict[str, _Way]] = [{} for _ in range(len(self.places) + 1)]
        outside: _Way = (0.0, "\n", None, (), False)
        western = self.western
        at = 0
        for place, ways in enumerate(inside):
            if len(ways) > 1:
                _prune(ways)
            if place == begins[at]:
                if at:
                    char, before = line[at - 1], outside[1]
                    cost = outside[0] + weight_as_is(before, char, western)
                    if char == REPLACEMENT:
                        cost += left
                    outside = (cost, before_next(before, char), outside, (), False)
                end = OPEN_END * UNIT if at == len(line) else 0.0
                for way in ways.values():
                    cost = way[0] + seams[at]
                    if end and way[1] in "，、":
                        cost += end
                    if cost < outside[0]:
                        outside = (cost, *way[1:])
                if at == len(line):
                    break
                if self.enters[at]:
                    cost = outside[0] + enter + (seams[at - 1] if at else 0.0)
                    last = outside[1]
                    if last not in ways or cost < ways[last][0]:
                        ways[last] = (cost, last, outside, (), True)
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
        known = list(ways.values())
        single = known[0] if len(known) == 1 else None
        for char, data, extra in options:
            if single:
                cost, best = single[0] + weight_read(single[1], char, kind), single
            else:
                cost, best = min(
                    [(way[0] + weight_read(way[1], char, kind), way) for way in known], key=_first
                )
            cost += extra
            after = inside[place + len(data)]
            if char not in after or cost < after[char][0]:
                after[char] = (cost, char, best, data, False)
        return len(options) * len(known)


_first = itemgetter(0)


def _prune(ways: dict[str, _Way]) -> None:
    ranked = sorted(ways.values(), key=_first)
    limit = ranked[0][0] + BEHIND * UNIT
    for number, way in enumerate(ranked):
        if number >= WIDTH or way[0] > limit:
            del ways[way[1]]


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
    gain = (cost_as_is(line) - end[0]) / UNIT
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
        way = way[2]
    at = 0
    inside = False
    found: list[tuple[int, list[bytes]]] = []
    for _, _, _, bytes_, starts in ways[-2::-1]:  # without the beginning of the line
        if starts or not bytes_:
            if inside:
                start, data = found[-1]
                at = bisect_left(begins, begins[start] + len(data))
            inside = starts
            if inside:
                found.append((at, []))
            else:
                at += 1
        else:
            found[-1][1].extend(bytes_)
    return found


def _span_of(search: Search, start: int, data: list[bytes]) -> Span | None:
    """Return the span of :func:`read_span`; None when too much is lost or it means nothing."""
    span, lost = read_span(search, start, data)
    if lost > MOST_LOST * sum(map(len, data)):
        return None
    return span if is_plausible(search.line, span) else None


def read_span(search: Search, start: int, data: list[bytes]) -> tuple[Span, int]:
    """Return the span from a character on with ``data`` by place, and how many bytes were lost."""
    begins = search.begins
    end = bisect_left(begins, begins[start] + len(data))
    chars = search.line[start:end]
    filled, lost = filled_in(chars, begins[start : end + 1], data, search.step.read_as)
    return Span(start, end, search.step, filled), lost


def filled_in(
    chars: str, begins: Sequence[int], data: list[bytes], read_as: str
) -> tuple[tuple[tuple[int, str], ...], int]:
    """Return the bytes of those characters that do not tell theirs, and how many bytes were lost.

    ``data`` has the bytes by place, ``begins`` where those of each character begin, and their end.
    """
    filled: list[tuple[int, str]] = []
    lost = 0
    base = begins[0]
    for offset, char in enumerate(chars):
        first, last = begins[offset] - base, begins[offset + 1] - base
        read = data[first] if last - first == 1 else b"".join(data[first:last])
        known = b"" if char == REPLACEMENT else byte_options(char, read_as)
        if read != known:
            filled.append((offset, read.hex()))
            # Nor is a letter lost that is of the other case.
            if char != EURO and (len(read) > 1 or not char.isalpha()):
                lost += len(read) - (len(known) if read.startswith(known) else 0)
    return tuple(filled), lost
