"""Damaged double-byte text: which bytes belong together, found by dynamic programming.

In GBK and Big5 a lost or changed byte shifts the pairing of all that follows, and the usual
``errors="replace"`` goes on with the wrong pairs up to the next byte of ASCII. Here every way to
cut a run into characters is weighed by the likelihood of the text, an error having a price; the
cheapest way (Viterbi) is wrong in the damaged character and seldom in its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from cleaner.document import BadBytes
from cleaner.filters.decode import big5, cns11643
from cleaner.filters.decode.candidates import CUT, ERROR, SHIFTED, read_roughly
from cleaner.filters.decode.model import load
from cleaner.patterns import lazy

REPLACEMENT = "\ufffd"

# Bytes at which every pairing begins anew: no encoding here uses them inside a character.
_ANCHORS = lazy(rb"[\x00-\x2f]+")

# Characters longer than a pair: the bytes they have, and how many.
_LONGER: dict[str, tuple[re.Pattern[bytes], int]] = {
    "gb18030": (lazy(rb"[\x81-\xfe][0-9][\x81-\xfe][0-9]"), 4),
    "euc-tw": (lazy(rb"\x8e[\xa1-\xb0][\xa1-\xfe]{2}"), 4),
    "euc_jp": (lazy(rb"\x8f[\xa1-\xfe]{2}"), 3),
}
_FOREIGN = frozenset({"cp932", "cp949", "euc_jp"})

# Bytes of the beginning that show whether it was cut inside a character.
_HEAD = 48
_SHORTEST = 4

# A single letter between two Chinese characters is what half a character leaves.
_LONE = lazy(r"[^\x00-\x7f][:-~](?=[^\x00-\x7f])")
LONE = 4.0


def pair(
    data: bytes, codec: str, mark: str, *, last: bool = False, doubt: bool = False
) -> tuple[str, list[BadBytes]]:
    """Return the likeliest text of ``data`` in a double-byte ``codec``, and its bad bytes.

    ``mark`` stands in the text for each bad byte; ``last`` says that the document ends here, maybe
    inside a character; ``doubt`` that runs are weighed which the codec allows as they are. Takes
    some 4 µs a byte.
    """
    parts: list[str] = []
    faults: list[BadBytes] = []
    at = 0
    for anchor in [*_ANCHORS.finditer(data), None]:
        run = data[at : anchor.start() if anchor else len(data)]
        if run:
            text = None if doubt else _whole(run, codec)
            if text is None:
                cut = CUT if last and anchor is None else ERROR
                text, bad = _cheapest(run, codec, mark, end=cut)
                faults += [BadBytes(at + start, run[start:end]) for start, end in bad]
            parts.append(text)
        if anchor:
            parts.append(anchor[0].decode("ascii"))
            at = anchor.end()
    return "".join(parts), faults


def begins_inside(data: bytes, codec: str) -> bool:
    """Whether ``data`` begins with the second byte of a character cut in two."""
    head = _ANCHORS.split(data[:_HEAD], maxsplit=1)[0]
    goes_on = len(head) == _HEAD < len(data)
    if len(head) < _SHORTEST or min(head[:2]) < 0x80:  # the next character begins with a high byte
        return False
    text = read_roughly(head, codec)
    if REPLACEMENT not in text and not any(map(str.isalpha, text)):
        return False  # a rule across the page
    model = load()
    foreign = codec in _FOREIGN

    def cost(part: bytes) -> float:
        text = read_roughly(part, codec)
        if goes_on:
            text = text.removesuffix(REPLACEMENT)
        lone = LONE * len(_LONE.findall(text))
        return lone + (model.foreign_cost(text) if foreign else model.cost(text))

    if cost(head) <= cost(head[1:]) + SHIFTED:
        return False
    # A byte lost further on has the same effect; weigh where the fault is.
    _, bad = _cheapest(head, codec, "", start=SHIFTED, end=CUT)
    return bool(bad) and bad[0] == (0, 1)


def _whole(run: bytes, codec: str) -> str | None:
    try:
        return _strictly(run, codec)
    except UnicodeDecodeError:
        return None


def _strictly(data: bytes, codec: str) -> str:
    if codec == "big5":
        return big5.read_strictly(data)
    if codec == "euc-tw":
        text = read_roughly(data, codec)
        if REPLACEMENT in text:
            raise UnicodeDecodeError(codec, data, 0, 1, "no such character")
        return text
    return data.decode(codec)


@lru_cache(maxsize=1 << 15)
def _character(data: bytes, codec: str) -> str:
    """Return the one character that ``data`` is, or an empty text."""
    if codec == "euc-tw":
        plane = data[1] - 0xA0 if len(data) == 4 else 1
        text = cns11643.character(plane, *data[-2:]) if len(data) > 1 else ""
        return "" if text == REPLACEMENT or min(data[-2:]) < 0xA1 else text
    try:
        text = _strictly(data, codec)
    except UnicodeDecodeError:
        return ""
    # A pair that is read as two single bytes is no character of two.
    return text if len(text) == 1 or (codec == "big5" and text in _TWO_MARKS) else ""


# Big5-HKSCS has four letters that Unicode writes with a combining mark.
_TWO_MARKS = frozenset({"Ê̄", "Ê̌", "ê̄", "ê̌"})


def _cheapest(
    run: bytes, codec: str, mark: str, *, start: float = ERROR, end: float = ERROR
) -> tuple[str, list[tuple[int, int]]]:
    """Return the cheapest text of ``run`` and where its bad bytes begin and end.

    ``start`` and ``end`` are the prices of a fault in the first and in the last byte.
    """
    weigh = _weights(codec in _FOREIGN)
    longer, length = _LONGER.get(codec, (None, 0))
    size = len(run)
    # Of the cheapest way up to each offset: its cost, its last character, and where that began.
    costs = [0.0] + [float("inf")] * size
    texts = [""] * (size + 1)
    begins = [0] * (size + 1)
    for at in range(size):
        cost = costs[at]
        if cost == float("inf"):
            continue
        options: list[tuple[int, str]] = []
        if run[at] < 0x80:
            options.append((at + 1, chr(run[at])))
        else:
            price = cost + (start if at == 0 else end if at == size - 1 else ERROR)
            if price < costs[at + 1]:
                costs[at + 1], texts[at + 1], begins[at + 1] = price, REPLACEMENT, at
            for to in (at + 1, at + 2):
                char = _character(run[at:to], codec) if to <= size else ""
                if char:
                    options.append((to, char))
            if longer is not None and longer.match(run, at):
                # A character of a plane without a table is one fault of four bytes.
                char = _character(run[at : at + length], codec) or REPLACEMENT
                options.append((at + length, char))
        before = texts[at]
        for to, char in options:
            total = cost + weigh(before, char)
            if total < costs[to]:
                costs[to], texts[to], begins[to] = total, char, at
    return _walk_back(texts, begins, mark)


def _walk_back(texts: list[str], begins: list[int], mark: str) -> tuple[str, list[tuple[int, int]]]:
    parts: list[str] = []
    bad: list[tuple[int, int]] = []
    at = len(texts) - 1
    while at:
        if texts[at] == REPLACEMENT:
            bad.append((begins[at], at))
            parts.append(mark)
        else:
            parts.append(texts[at])
        at = begins[at]
    return "".join(reversed(parts)), bad[::-1]


@cache
def _weights(foreign: bool) -> Callable[[str, str], float]:
    """Return what gives the cost of a character after another one, in nats."""
    model = load()
    if foreign:
        return lambda _, char: model.foreign_cost(char)
    chinese = lru_cache(maxsize=1 << 14)(model.chinese)
    return lambda before, char: (
        chinese(char) - (model.gain(before[-1] + char) if before and before != REPLACEMENT else 0.0)
    )
