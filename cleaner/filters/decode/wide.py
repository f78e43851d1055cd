"""UTF-16 and UTF-32 without a byte order mark.

The high bytes of Chinese text in UTF-16 are those of its blocks of Unicode: 4E to 9F, 30 for marks,
FF for full width, 00 for ASCII. Text in other encodings has other bytes in every second place, so
one look at them rules UTF-16 out at the cost of two slices. What passes is read and judged: such a
text costs less than the reading in one of the encodings of a byte.
"""

from __future__ import annotations

from cleaner.filters.decode.candidates import PRIORS, judge, sample_of, without_rival
from cleaner.filters.decode.model import load

# Bytes looked at, and those of them that the costly steps read.
LOOK = 4096
SAMPLE = 400

# The high bytes of 98 % of the characters of a Chinese page in UTF-16.
_HIGH = bytes({*range(0x05), *range(0x20, 0x27), 0x30, 0x32, 0x33, 0xFF, *range(0x4E, 0xA0)})
_SHARE = 0.85

# UTF-16 without a mark is rare; ASCII text that could be read as rare Chinese is not.
PRIOR = 2.0
# Above this cost per character what is read is no text, as runs of NUL or FF are none.
SENSE = 11.0
# What bytes of ASCII cost in text that is read whole.
_PLAIN = (
    (b" \t\n\reatoinshrdlucm", 2.6),
    (bytes(range(0x61, 0x7B)), 4.0),
    (bytes(range(0x30, 0x3A)), 3.5),
    (bytes(range(0x41, 0x5B)), 4.5),
    (bytes(range(0x20, 0x7F)), 5.0),
    (bytes(range(0x80)), 12.0),
)


def find_wide(data: bytes) -> tuple[str, float] | None:
    """Return the codec of ``data`` if it is UTF-16 or UTF-32, and by how many nats it wins."""
    look = data[:LOOK]
    look = look[: len(look) // 4 * 4] or look[: len(look) // 2 * 2]
    if len(look) < 2:
        return None
    found = _find_utf32(look)
    if found:
        return found, 99.0
    best: tuple[float, str] | None = None
    for codec, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        high = look[first::2]
        if len(high.translate(None, _HIGH)) <= (1 - _SHARE) * len(high):
            text = look[:SAMPLE].decode(codec, "replace")
            cost = _plain_cost(text.encode()) if text.isascii() else _wide_cost(text)
            best = min(best or (cost, codec), (cost, codec))
    if best is None:
        return None
    cost, codec = best
    if cost > SENSE * len(look[:SAMPLE]) / 2:
        return None
    gain = _narrow_cost(look[:SAMPLE]) - cost - PRIOR
    return (codec, gain) if gain > 0 else None


def _wide_cost(text: str) -> float:
    model = load()
    return min(model.cost(text), model.foreign_cost(text))


def _find_utf32(look: bytes) -> str | None:
    """UTF-32, by its NULs: three of four bytes never pass 00, 00 to 10."""
    if len(look) < 8:
        return None
    for codec, top, plane in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
        if not any(look[top::4]) and max(look[plane::4]) <= 0x10:
            try:
                text = look.decode(codec)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                return codec
    return None


def _narrow_cost(sample: bytes) -> float:
    """Return the cost of the likeliest reading of all of ``sample`` in an encoding of a byte.

    Nothing where one of them is plain.
    """
    if sample.isascii():
        return _plain_cost(sample)
    runs = sample_of(sample, len(sample))
    if without_rival(runs):
        return 0.0
    best = judge(runs, {}, [codec for codec in PRIORS if codec != "euc-tw"])[0]
    # The bytes of ASCII beside the runs are in both; count them once.
    return best.cost + _plain_cost(sample) - _plain_cost(runs)


def _plain_cost(data: bytes) -> float:
    """Return the cost of the bytes of ASCII in ``data``."""
    data = data.translate(None, bytes(range(0x80, 0x100)))
    cost = 0.0
    for kind, each in _PLAIN:
        rest = data.translate(None, kind)
        cost += each * (len(data) - len(rest))
        data = rest
    return cost
