"""The likeliest way to read a line, some of whose characters may be misread bytes.

One search weighs all spans at once: at each character the line is either as it should be, or inside
a span whose characters are bytes of another encoding. Beginning a span costs :data:`ENTER`; inside,
bytes make characters that cost what the model says. A lost byte stands for each byte it can have
been: one that the wrong decoder takes would not have been lost, which leaves few.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cleaner.filters.decode.model import UNIT
from cleaner.mojibake.costs import (
    CHINESE,
    LOST,
    REPLACEMENT,
    UTF8_AS_LATIN,
    before_next,
    cost_as_is,
    enter_cost,
    is_plausible,
    is_western,
    kind_of,
    tables,
    weight_as_is,
    weight_read,
)
from cleaner.mojibake.plan import Span
from cleaner.mojibake.readings import HOLES, LATIN, Step, byte_options, grow, is_read
from cleaner.patterns import lazy

# A byte of a character that is not whole yet, until the character is known.
WAITING = {"utf-8": 2.3, "gb18030": 3.5, "big5": 3.5}

# What a byte costs that left no trace at all.
DROPPED = 2.5
# What is so much dearer than the cheapest state of a span does not come back.
BEHIND = 20.0
# A span seldom ends beside a character that could be of the span, still less one that is not
# Chinese, or beside a letter of a Western word.
SEAM = 2.5
ODD_SEAM = 6.0
# A comma at the end of a line: where a lost byte leaves the choice, it was a full stop.
OPEN_END = 4.0

WIDTH = 48  # states kept at each character
CHOICES = 40  # characters tried where a byte was lost
DEAREST = 13.0 * UNIT  # and what they may cost
# Of the bytes of a span, the share that may be lost: with more, what is filled in is invented.
MOST_LOST = 0.3

# States that a document may take, 3 to 5 µs each: twenty times what 10 KB of lossy mojibake takes.
# Beyond that lines are undone only if they are whole; text made to be hostile stays as it is.
MOST_STATES = 1_000_000

_HAN_OR_MARK = lazy("[\u2010-\u206f\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")
_TRAILS = {"utf-8": range(0x80, 0xC0), "gb18030": range(0x40, 0xFF), "big5": range(0x40, 0xFF)}
_LEADS = {
    "utf-8": (0xE5, 0xE4, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF, 0xE3, 0xE2),
    "gb18030": tuple(range(0x81, 0xFF)),
    "big5": tuple(range(0xA1, 0xFA)),
}


class Effort:
    """What the search of one document may still cost: ``left``, in states."""

    def __init__(self, left: int = MOST_STATES) -> None:
        self.left = left


class _State(NamedTuple):
    """The end of one way to read the line so far."""

    cost: float
    pending: bytes  # of a character that is not whole; inside of a span
    lost: int  # the byte that was lost last, when nothing came after it yet; else -1
    last: str  # the character that was read last
    way: _Way | None


def _cost_of(state: _State) -> float:
    return state.cost


class _Way(NamedTuple):
    """A character of the line: the bytes it stands for, None outside of a span."""

    before: _Way | None
    data: bytes | None
    begins: bool


@lru_cache(maxsize=1 << 14)
def _last_bytes(pending: bytes, really: str) -> tuple[int, ...]:
    """Return the bytes after ``pending`` that make a likely character, or lead to one."""
    chinese = tables()[CHINESE]
    found: list[tuple[int, int]] = []
    for byte in _TRAILS[really]:
        char = grow(pending + bytes([byte]), really)
        if char is None:
            continue
        cost = chinese[min(ord(char), 0xFFFF)] if char and char != REPLACEMENT else 0
        if cost <= DEAREST:
            found.append((cost, byte))
    return tuple(byte for _, byte in sorted(found)[:CHOICES])


@lru_cache(maxsize=1 << 12)
def _first_bytes(following: int, really: str) -> tuple[int, ...]:
    """Return the leads that make a likely character with the byte that follows; -1 for unknown."""
    if really == "utf-8" or following < 0:
        return _LEADS[really]
    chinese = tables()[CHINESE]
    found: list[tuple[int, int]] = []
    for byte in _LEADS[really]:
        char = grow(bytes([byte, following]), really)
        if char and len(char) == 1 and chinese[min(ord(char), 0xFFFF)] <= DEAREST:
            found.append((chinese[min(ord(char), 0xFFFF)], byte))
    return tuple(byte for _, byte in sorted(found)[:CHOICES])


class _Search:
    """One step of misreading, weighed on one line."""

    def __init__(self, line: str, step: Step, kind: int) -> None:
        self.line = line
        self.really, self.read_as = step
        self.latin = self.read_as == LATIN
        self.utf8 = self.really == "utf-8"
        # Where lost bytes left a mark, none was dropped.
        self.drops = step == UTF8_AS_LATIN and REPLACEMENT not in line
        self.kind = kind
        self.western = is_western(line)
        self.waiting = WAITING[self.really] * UNIT
        self.data = [byte_options(char, self.read_as) for char in line]

        # What it costs to end a span before a character, or begin one after it.
        self.seams = [
            (SEAM if _HAN_OR_MARK.match(char) else ODD_SEAM) * UNIT
            if data and char > "\x7f"
            else ODD_SEAM * UNIT * (self.latin and char.isalpha() and not self.utf8)
            for char, data in zip(line, self.data, strict=True)
        ]

    def eat(self, state: _State, byte: int) -> _State | None:
        """Return ``state`` after a byte that is known."""
        lost = state.lost >= 0 and not self.latin
        if lost and byte >= 0x40 and is_read(bytes([state.lost, byte]), self.read_as):
            return None
        char = grow(state.pending + bytes([byte]), self.really)
        if char is None:
            return None
        if not char:
            cost = state.cost + self.waiting
            return _State(cost, state.pending + bytes([byte]), -1, state.last, state.way)
        # What its bytes have cost while they waited is given back.
        cost = state.cost - self.waiting * len(state.pending)
        cost += weight_read(state.last, char, self.kind)
        return _State(cost, b"", -1, char, state.way)

    def lose(self, state: _State, following: int) -> Iterator[tuple[_State, int]]:
        """Yield the states after a lost byte, and that byte."""
        if state.pending:
            options: tuple[int, ...] = _last_bytes(state.pending, self.really)
        else:
            options = _first_bytes(following, self.really)
        for byte in options:
            if self.latin:
                if byte not in HOLES:
                    continue
            elif following >= 0x40 and is_read(bytes([byte, following]), self.read_as):
                continue
            after = self.eat(state, byte)
            if after is not None:
                yield after._replace(cost=after.cost + LOST * UNIT, lost=byte), byte

    def through(self, state: _State, at: int) -> Iterator[tuple[_State, bytes]]:
        """Yield the states in the span after character ``at``, and the bytes it stands for."""
        char, data = self.line[at], self.data[at]
        if data and char != REPLACEMENT:
            after: _State | None = state
            for byte in data:
                after = self.eat(after, byte) if after is not None else None
            if after is not None:
                yield after, data
        if char in "\ufffd?":
            following = (
                self.data[at + 1][0] if at + 1 < len(self.line) and self.data[at + 1] else -1
            )
            for after, byte in self.lose(state, following):
                yield after, bytes([byte])
        elif char == " " and self.latin and state.pending:  # a no-break space once
            after = self.eat(state, 0xA0)
            if after is not None:
                yield after._replace(cost=after.cost + UNIT), b"\xa0"

    def dropped(self, state: _State, data: bytes) -> Iterator[tuple[_State, bytes]]:
        """Yield the states after a byte without a character in Windows-1252 was left out."""
        if not (self.drops and state.pending):
            return
        for byte in HOLES:
            after = self.eat(state, byte)
            if after is not None:
                after = after._replace(cost=after.cost + DROPPED * UNIT)
                yield after, data + bytes([byte])
                yield from self.dropped(after, data + bytes([byte]))

    def run(self, effort: Effort) -> _State | None:
        """Return the end of the likeliest way, None when there is no effort left to find it."""
        outside = _State(0.0, b"", -1, "\n", None)
        inside: list[_State] = []
        enter = enter_cost(Step(self.really, self.read_as)) * UNIT
        for at, char in enumerate(self.line):
            sources = [(state, False) for state in inside]
            if self.data[at] or char == REPLACEMENT:
                entered = outside._replace(cost=outside.cost + enter)
                if at:
                    entered = entered._replace(cost=entered.cost + self.seams[at - 1])
                sources.append((entered, True))
            best: dict[tuple[bytes, int, str], _State] = {}
            if effort.left <= 0:
                return None
            for source, begins in sources:
                for after, data in self.through(source, at):
                    effort.left -= 1
                    for state, stood_for in ((after, data), *self.dropped(after, data)):
                        key = (state.pending, state.lost, state.last)
                        if key not in best or state.cost < best[key].cost:
                            way = _Way(source.way, stood_for, begins)
                            best[key] = state._replace(way=way)
            cost = outside.cost + weight_as_is(outside.last, char, self.western)
            last = before_next(outside.last, char)
            outside = _State(cost, b"", -1, last, _Way(outside.way, None, False))
            inside = list(best.values())
            if len(inside) > WIDTH:
                inside.sort(key=_cost_of)
                del inside[WIDTH:]
            if at == len(self.line) - 1:
                inside = [
                    state._replace(cost=state.cost + OPEN_END * UNIT * (state.last in "，、"))
                    for state in inside
                ]
            leave = self.seams[at + 1] if at + 1 < len(self.line) else 0.0
            for state in inside:
                if not state.pending and state.cost + leave < outside.cost:
                    outside = state._replace(cost=state.cost + leave, lost=-1)
            if inside:
                limit = min(inside, key=_cost_of).cost + BEHIND * UNIT
                inside = [state for state in inside if state.cost < limit]
        return outside


def spans_of(
    line: str, step: Step, effort: Effort, kind: int | None = None
) -> tuple[float, tuple[Span, ...]]:
    """Return by how many nats ``line`` is likelier with its spans of ``step`` undone, and these."""
    search = _Search(line, step, kind_of(step) if kind is None else kind)
    lost = line.count(REPLACEMENT)
    if lost > MOST_LOST * (lost + sum(map(len, search.data))):
        return 0.0, ()
    end = search.run(effort)
    if end is None:
        return 0.0, ()
    data: list[_Way] = []
    way = end.way
    while way is not None:
        data.append(way)
        way = way.before
    data.reverse()
    spans: list[Span] = []
    start = -1
    for at, way in enumerate([*data, _Way(None, None, False)]):
        if start >= 0 and (way.data is None or way.begins):
            span = _span(start, data[start:at], search)
            if span is not None:
                spans.append(span)
            start = -1
        if way.data is not None and start < 0:
            start = at
    return (cost_as_is(line) - end.cost) / UNIT, tuple(spans)


def _span(start: int, ways: list[_Way], search: _Search) -> Span | None:
    """Return the span, None when too much of it was lost."""
    filled: list[tuple[int, str]] = []
    lost = size = 0
    for offset, way in enumerate(ways):
        data = way.data or b""
        known = search.data[start + offset]
        size += len(data)
        if data != known:
            filled.append((offset, data.hex()))
            lost += len(data) - (len(known) if data[: len(known)] == known else 0)
    if lost > MOST_LOST * size:
        return None
    step = Step(search.really, search.read_as)
    span = Span(start, start + len(ways), step, tuple(filled))
    return span if is_plausible(search.line, span) else None
