"""The likeliest way to read a line, some of whose characters may be misread bytes.

One search weighs all spans at once: at each character the line is either as it should be, or inside
a span whose characters are bytes of another encoding. Beginning a span costs :data:`ENTER`; inside,
bytes make characters that cost what the model says. A lost byte stands for each byte it can have
been: one that the wrong decoder takes would not have been lost, which leaves few.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple

from cleaner.filters.decode.model import LEVEL, UNIT, UNKNOWN_PAIR, load
from cleaner.filters.mojibake.plan import Span, Step
from cleaner.filters.mojibake.readings import HOLES, LATIN, byte_options, grow, is_read
from cleaner.patterns import lazy

# What beginning a span costs, in nats: as much as three characters of chance.
ENTER = 14.0
# UTF-8 in Latin letters is not there by chance: "â€™" is undone, as everything of three bytes.
ENTER_UTF8 = 12.0
# What a lost byte costs, and one that left no trace at all. A replacement character outside of a
# span has the same low price, so that losses alone never speak for mojibake.
LOST = 2.0
DROPPED = 2.5
# Two letters beyond ASCII side by side are rare in Western text, and all there is in misread text.
ADJACENT = 3.0
# A letter after another one of the alphabets that the model says nothing about.
IN_A_WORD = 5.0
# A byte of a character that is not whole yet, until the character is known.
WAITING = {"utf-8": 2.3, "gb18030": 3.5, "big5": 3.5}

# What is so much dearer than the cheapest state of a span does not come back.
BEHIND = 20.0
# A span seldom ends beside a character that could be of the span, still less one that is not
# Chinese, or beside a letter of a Western word.
SEAM = 2.5
ODD_SEAM = 6.0
# A comma at the end of a line: where a lost byte leaves the choice, it was a full stop.
OPEN_END = 4.0
# A replacement character that was misread itself, in text misread twice; two of them are 锟斤拷.
MISREAD_LOSS = 6.0

WIDTH = 48  # states kept at each character
CHOICES = 40  # characters tried where a byte was lost
DEAREST = 13.0 * UNIT  # and what they may cost
# Of the bytes of a span, the share that may be lost: with more, what is filled in is invented.
MOST_LOST = 0.3
# Letters and ideographs that a span must have: marks alone, as "――" of a font, are no text.
LEAST_LETTERS = 2
LEAST_LATIN = 3  # different ones: "ÅÅÅÅ" is a year in Swedish
# Cost of a character, in nats, up to which text read anew is Chinese beyond doubt: prose costs 6.
CONVINCING = 9.0

REPLACEMENT = "\ufffd"
_HAN_OR_MARK = lazy("[\u2010-\u206f\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")
_HAN = lazy("[\u3400-\u9fff]")
_NOT_ASCII = lazy(r"[^\x00-\x7f]")
UTF8_AS_LATIN = Step("utf-8", LATIN)
_TRAILS = {"utf-8": range(0x80, 0xC0), "gb18030": range(0x40, 0xFF), "big5": range(0x40, 0xFF)}
_LEADS = {
    "utf-8": (0xE5, 0xE4, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF, 0xE3, 0xE2),
    "gb18030": tuple(range(0x81, 0xFF)),
    "big5": tuple(range(0xA1, 0xFA)),
}


def is_western(line: str) -> bool:
    """Whether a line may be Western text: it has no Chinese character."""
    return not _HAN.search(line)


def kind_of(step: Step) -> int:
    """Return the kind of text that a step may lead to."""
    return ANY if step == UTF8_AS_LATIN else CHINESE


def script_of(text: str) -> int:
    """Return the script of Chinese that ``text`` is likelier in."""
    model = load()
    codes = [min(ord(char), 0xFFFF) for char in text]
    hans, hant = (sum(map(table.__getitem__, codes)) for table in (model.hans, model.hant))
    return HANS if hans < hant else HANT


def cost_as_is(line: str) -> float:
    """Return the cost of a line as it stands, in steps of the model."""
    return sum(map(weight_as_is, "\n" + line, line, repeat(is_western(line))))


def cost_read(text: str, step: Step) -> float:
    """Return the cost of a line as what a step leads to, in steps of the model."""
    cost = sum(map(weight_read, "\n" + text, text, repeat(kind_of(step))))
    return cost + enter_cost(step) * UNIT


def enter_cost(step: Step) -> float:
    """Return what beginning a span of ``step`` costs."""
    return ENTER_UTF8 if step == UTF8_AS_LATIN else ENTER


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


@cache
def _tables() -> tuple[bytes, bytes, bytes, bytes, bytes]:
    """Return the least cost of a character by kind of text, and the pairs."""
    model = load()
    chinese = bytes(map(min, model.hans, model.hant))
    least = bytes(map(min, chinese, model.foreign))
    return least, chinese, model.hans, model.hant, model.pairs


# Kinds of text, places in the above: any language, either script of Chinese, one of them.
ANY, CHINESE, HANS, HANT = range(4)


def _pair(before: str, char: str, pairs: bytes) -> float:
    first, second = ord(before), ord(char)
    if first <= 0x2000 or second <= 0x2000:
        return 0.0
    entry = pairs[(first * 31153 + second * 7) & 0x7FFFF]
    if entry and entry & 15 == (first + (second >> 2)) & 15:
        return -LEVEL * UNIT * (entry >> 4)
    return UNKNOWN_PAIR * UNIT


@lru_cache(maxsize=1 << 16)
def weight_as_is(before: str, char: str, western: bool) -> float:
    """Return the cost of ``char`` as it stands, in steps of the model.

    ``western`` says that the line may be Western text, for which letters with accents are usual.
    """
    least, chinese, _, _, pairs = _tables()
    if char == REPLACEMENT:
        return LOST * UNIT
    code = ord(char)
    if code > 0xFFFF:
        return 17.0 * UNIT
    table = least if western or code >= 0x250 else chinese
    cost = table[code] + _pair(before, char, pairs)
    if 0x80 <= code < 0x250 and 0x80 <= ord(before) < 0x250:
        cost += ADJACENT * UNIT
    elif _is_alphabetic(code) and _is_alphabetic(ord(before)):
        cost = min(cost, IN_A_WORD * UNIT)
    return cost


def _is_alphabetic(code: int) -> bool:
    """Whether the model says little about a letter: Cyrillic to Greek Extended, and Zhuyin."""
    return 0x370 <= code < 0x2000 or 0x3105 <= code < 0x3130 or code in _TONES


_TONES = frozenset(map(ord, "ˇˊˋ˙"))


@lru_cache(maxsize=1 << 16)
def weight_read(before: str, char: str, kind: int) -> float:
    """Return the cost of ``char`` as the right reading of bytes, in steps of the model.

    ``kind`` of text: one of :data:`ANY`, :data:`CHINESE`, :data:`HANS` and :data:`HANT`.
    """
    tables = _tables()
    code = ord(char)
    if code > 0xFFFF:
        return 17.0 * UNIT
    if char == REPLACEMENT:
        return (ENTER if before == REPLACEMENT else 1.0) * MISREAD_LOSS * UNIT
    return tables[kind][code] + _pair(before, char, tables[4])


@lru_cache(maxsize=1 << 14)
def _last_bytes(pending: bytes, really: str) -> tuple[int, ...]:
    """Return the bytes after ``pending`` that make a likely character, or lead to one."""
    chinese = _tables()[CHINESE]
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
    chinese = _tables()[CHINESE]
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
        if state.lost >= 0 and not self.latin:
            if byte >= 0x40 and is_read(bytes([state.lost, byte]), self.read_as):
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
        """Yield the states inside of the span after character ``at``, and the bytes it stands for."""
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
        if not (self.latin and state.pending):
            return
        for byte in HOLES:
            after = self.eat(state, byte)
            if after is not None:
                after = after._replace(cost=after.cost + DROPPED * UNIT)
                yield after, data + bytes([byte])
                yield from self.dropped(after, data + bytes([byte]))

    def run(self) -> _State:
        """Return the end of the likeliest way."""
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
            for source, begins in sources:
                for after, data in self.through(source, at):
                    for state, stood_for in ((after, data), *self.dropped(after, data)):
                        key = (state.pending, state.lost, state.last)
                        if key not in best or state.cost < best[key].cost:
                            way = _Way(source.way, stood_for, begins)
                            best[key] = state._replace(way=way)
            cost = outside.cost + weight_as_is(outside.last, char, self.western)
            outside = _State(cost, b"", -1, char, _Way(outside.way, None, False))
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


def spans_of(line: str, step: Step, kind: int | None = None) -> tuple[float, tuple[Span, ...]]:
    """Return by how many nats ``line`` is likelier with its spans of ``step`` undone, and these."""
    search = _Search(line, step, kind_of(step) if kind is None else kind)
    lost = line.count(REPLACEMENT)
    if lost > MOST_LOST * (lost + sum(map(len, search.data))):
        return 0.0, ()
    end = search.run()
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


def is_plausible(line: str, span: Span) -> bool:
    """Whether a span has what misread text has, and means something when it is undone."""
    letters = _NOT_ASCII.findall(line[span.start : span.end])
    if span.step == UTF8_AS_LATIN:
        return True
    if span.step.read_as == LATIN:
        if len(set(letters)) < LEAST_LATIN:
            return False
    elif sum(map(str.isalpha, letters)) < LEAST_LETTERS:
        return False
    text = span.undo(line)
    if span.step.really == "utf-8" or not text:
        return True
    costs = map(weight_read, "\n" + text, text, repeat(CHINESE))
    high = [cost for char, cost in zip(text, costs, strict=True) if char > "\x7f"]
    return sum(high) <= CONVINCING * UNIT * len(high)
