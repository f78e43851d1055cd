"""Damaged double-byte text: which bytes belong together, found by dynamic programming.

In GBK and Big5 a lost or changed byte shifts the pairing of all that follows, and the usual
``errors="replace"`` goes on with the wrong pairs up to the next byte of ASCII. Here every way to
cut a run into characters is weighed by the likelihood of the text, an error having a price; the
cheapest way (Viterbi) is off by one or two characters at the damage and right before and behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from cleaner.filters.decode import big5, cns11643
from cleaner.filters.decode.faults import Fault
from cleaner.filters.decode.model import UNIT, Model, load

ERROR = 16.0
_MISSING = "\ufffd"

# Bytes at which every pairing begins anew: no encoding here uses them inside a character.
_ANCHORS = re.compile(rb"[\x00-\x2f]+")

# Longer characters than a pair: first byte, and what must follow.
_LONGER: dict[str, tuple[re.Pattern[bytes], int]] = {
    "gb18030": (re.compile(rb"[\x81-\xfe][0-9][\x81-\xfe][0-9]"), 4),
    "euc-tw": (re.compile(rb"\x8e[\xa1-\xa3][\xa1-\xfe]{2}"), 4),
    "euc_jp": (re.compile(rb"\x8f[\xa1-\xfe]{2}"), 3),
}
CODECS = frozenset({"gb18030", "big5", "euc-tw", "cp932", "cp949", "euc_jp"})


def pair(data: bytes, codec: str) -> tuple[str, list[Fault]]:
    """Return the likeliest text of ``data`` in a double-byte ``codec``, and its bad bytes.

    Takes some 4 µs a byte.
    """
    parts: list[str] = []
    faults: list[Fault] = []
    at = 0
    for anchor in [*_ANCHORS.finditer(data), None]:
        run = data[at : anchor.start() if anchor else len(data)]
        if run:
            text = _whole(run, codec)
            if text is None:
                text, bad = _cheapest(run, codec)
                faults += [Fault(at + offset, run[offset : offset + 1]) for offset in bad]
            parts.append(text)
        if anchor:
            parts.append(anchor[0].decode("ascii"))
            at = anchor.end()
    return "".join(parts), faults


def _whole(run: bytes, codec: str) -> str | None:
    try:
        return _strictly(run, codec)
    except UnicodeDecodeError:
        return None


def _strictly(data: bytes, codec: str) -> str:
    if codec == "big5":
        return big5.read_strictly(data)
    if codec == "euc-tw":
        return "".join(_euctw(data[i : i + 2]) for i in range(0, len(data), 2))
    return data.decode(codec)


def _euctw(data: bytes) -> str:
    if data[0] < 0x80:
        return data.decode("ascii")
    char = cns11643.character(1, data[0], data[1]) if len(data) == 2 else _MISSING
    if char == _MISSING or data[0] < 0xA1 or data[1] < 0xA1:
        raise UnicodeDecodeError("euc-tw", data, 0, 1, "no such character")
    return char


@lru_cache(maxsize=1 << 15)
def _character(data: bytes, codec: str) -> str:
    """Return the one character that ``data`` is, or an empty text."""
    try:
        if codec == "euc-tw" and len(data) == 4:
            text = cns11643.character(data[1] - 0xA0, data[2], data[3])
            return "" if text == _MISSING else text
        text = _strictly(data, codec)
    except UnicodeDecodeError:
        return ""
    return text if len(text) == 1 or (codec == "big5" and len(text) == 2) else ""


def _cheapest(run: bytes, codec: str) -> tuple[str, list[int]]:
    """Return the cheapest text of ``run`` and the offsets of its bad bytes."""
    weigh = _weights(load(), foreign=codec in ("cp932", "cp949", "euc_jp"))
    longer, length = _LONGER.get(codec, (None, 0))
    size = len(run)
    # Of the cheapest way up to each offset: its cost, its last text, and where that began.
    costs = [0.0] + [float("inf")] * size
    texts = [""] * (size + 1)
    begins = [0] * (size + 1)
    for at in range(size):
        cost = costs[at]
        if cost == float("inf"):
            continue
        before = texts[at]
        byte = run[at]
        options: list[tuple[int, str]] = []
        if byte < 0x80:
            options.append((at + 1, chr(byte)))
        else:
            if cost + ERROR < costs[at + 1]:
                costs[at + 1], texts[at + 1], begins[at + 1] = cost + ERROR, _MISSING, at
            single = _character(run[at : at + 1], codec)
            if single:
                options.append((at + 1, single))
            double = _character(run[at : at + 2], codec) if at + 1 < size else ""
            if double:
                options.append((at + 2, double))
            if longer is not None and longer.match(run, at):
                char = _character(run[at : at + length], codec)
                if char:
                    options.append((at + length, char))
        for end, text in options:
            total = cost + weigh(before, text)
            if total < costs[end]:
                costs[end], texts[end], begins[end] = total, text, at
    parts: list[str] = []
    bad: list[int] = []
    at = size
    while at:
        parts.append(texts[at])
        if texts[at] == _MISSING:
            bad.append(begins[at])
        at = begins[at]
    return "".join(reversed(parts)), bad[::-1]


def _weights(model: Model, *, foreign: bool) -> Callable[[str, str], float]:
    """Return the cost of a text after another text, in nats."""
    if foreign:
        table = model.foreign
        return lambda _, text: _single(table, text)
    return lambda before, text: (
        min(_single(model.hans, text), _single(model.hant, text))
        - (model.gain(before[-1] + text) if before else 0.0)
    )


def _single(table: bytes, text: str) -> float:
    code = ord(text[0])
    return (table[code] if code < 0x10000 else 17 * UNIT) / UNIT
