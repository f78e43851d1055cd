"""How the end of one word goes with the beginning of the next: what single words do not tell.

``junctions.bin`` (made by :mod:`cleaner.mojibake.compile_junctions`) has pairs of characters, the
last one of a word and the first one of the next, with what the first adds to the logarithm of the
probability of the second, in 16 levels. It is exact: a table hashed into the same room gives every
thirtieth pair the gain of another, and leaves one lost character in a hundred more wrong.

Behind the header is a zlib stream of, in this order, numbers of two bytes little-endian: how many
second and how many first characters there are, and these, commonest and smallest first; for each
first one how many second ones follow. Then, with a byte for each pair, sorted by first and second:
how many second characters are passed over, low bytes, high bytes; and the levels. Characters are
Simplified ones.
"""

from __future__ import annotations

import os
import sys
from itertools import accumulate, count
from operator import add

from cleaner.kept import cache, lru_cache
from cleaner.named import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = os.path.join(os.path.dirname(__file__), "junctions.bin")
MAGIC = b"zhclean junctions 2: "
HEADER = 80  # bytes before the stream: the above and the versions of the sources
LEVEL = 0.4  # nats in one of the 16 levels of a gain
LEAST = -2.0  # nats, the gain of the first level
MOST_GAIN = LEAST + 15 * LEVEL  # nats, of the last one
UNSEEN = -1.0  # nats, of a pair that is not there

# What texts of Simplified Chinese, which the counts were made from, have for marks of others.
_SAME = dict(zip("「」『』,!?;:", "“”‘’，！？；：", strict=True))


class _Pairs(NamedTuple):
    """The pairs by first character: ``begins`` has where those of each begin, and the end."""

    second: str
    begins: Mapping[str, tuple[int, int]]
    passed: memoryview
    levels: bytes


def kind_of(char: str) -> str:
    """Return what pairs have for a character: one for all digits, one for all letters."""
    if char.isdigit():
        return "0"
    if char.isascii() and char.isalpha():
        return "a"
    return _SAME.get(char, char)


@lru_cache(maxsize=1 << 16)
def gain(before: str, char: str) -> float:
    """Return by how many nats ``char`` is likelier at the beginning of a word after ``before``."""
    level = _after(kind_of(before)).get(kind_of(char))
    return UNSEEN if level is None else LEAST + LEVEL * level


@lru_cache(maxsize=1 << 11)
def _after(first: str) -> Mapping[str, int]:
    """Return the levels of the characters that were seen after one: 50, at most 3,000."""
    pairs = _pairs()
    start, end = pairs.begins.get(first, (0, 0))
    numbers = map(add, accumulate(pairs.passed[start:end]), count())
    return dict(zip(map(pairs.second.__getitem__, numbers), pairs.levels[start:end], strict=True))


@cache
def _pairs() -> _Pairs:
    import struct
    import zlib

    with open(FILE, "rb") as file:
        data = zlib.decompress(file.read()[HEADER:])
    seconds, firsts = struct.unpack_from("<2H", data)
    at = 4 + 2 * (seconds + firsts)
    chars = data[4:at].decode("utf-16-le")
    sizes = struct.unpack_from(f"<{firsts}H", data, at)
    at += 2 * firsts
    ends = tuple(accumulate(sizes))
    begins = zip((0, *ends), ends, strict=False)
    total = ends[-1]
    low, high, levels = (data[at + number * total :][:total] for number in range(3))
    both = bytearray(2 * total)
    both[::2], both[1::2] = (low, high) if sys.byteorder == "little" else (high, low)
    passed = memoryview(both).cast("H")
    return _Pairs(chars[:seconds], dict(zip(chars[seconds:], begins, strict=True)), passed, levels)
