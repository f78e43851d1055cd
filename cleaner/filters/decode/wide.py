"""UTF-16 and UTF-32 without a byte order mark.

The high bytes of Chinese text in UTF-16 are those of its blocks of Unicode: 4E to 9F, 30 for marks,
FF for full width, 00 for ASCII. Text in other encodings has other bytes in every second place, so
one look at them rules UTF-16 out at the cost of two slices. What passes is read and judged: such a
text costs less than the reading in one of the encodings of a byte.
"""

from __future__ import annotations

from cleaner.filters.decode.candidates import PRIORS, judge, sample_of
from cleaner.filters.decode.model import load

# Bytes looked at, and those of them that the costly steps read.
LOOK = 4096
SAMPLE = 400

# The high bytes of 98 % of the characters of a Chinese page in UTF-16.
_HIGH = bytes({0x00, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0)})
_SHARE = 0.85

# UTF-16 without a mark is rare; ASCII text that could be read as rare Chinese is not.
PRIOR = 4.0
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r"))


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
            cost = load().cost(text) if not text.isascii() else load().foreign_cost(text)
            best = min(best or (cost, codec), (cost, codec))
    if best is None:
        return None
    cost, codec = best
    gain = _narrow_cost(look[:SAMPLE]) - cost - PRIOR
    return (codec, gain) if gain > 0 else None


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
    """Return the cost of the likeliest reading of all of ``sample`` in an encoding of a byte."""
    plain = bytes(byte for byte in sample if byte < 0x80)
    # Control characters and NULs, which half of the bytes of UTF-16 look like, are in no text.
    controls = len(plain) - len(plain.translate(None, _CONTROLS))
    cost = load().foreign_cost(plain.decode("ascii")) + 4.0 * controls
    if len(plain) == len(sample):
        return cost
    runs = sample_of(sample, len(sample))
    best = judge(runs, {}, [codec for codec in PRIORS if codec != "euc-tw"])[0]
    # The bytes beside the runs are in both; count them once.
    shared = load().foreign_cost(bytes(byte for byte in runs if byte < 0x80).decode("ascii"))
    return cost + best.cost - shared
