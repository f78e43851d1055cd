"""How the end of one word goes with the beginning of the next: what single words do not tell.

``junctions.bin`` (made by :mod:`cleaner.mojibake.compile_junctions`) is a hashed table of pairs of
characters, the last one of a word and the first one of the next, with what the first adds to the
logarithm of the probability of the second: one byte each, half of it the gain, half a fingerprint.
Characters are Simplified ones.
"""

from __future__ import annotations

import os

from cleaner.kept import cache, lru_cache

FILE = os.path.join(os.path.dirname(__file__), "junctions.bin")
MAGIC = b"zhclean junctions 1: "
HEADER = 80  # bytes before the table: the above and the versions of the sources
BITS = 18
LEVEL = 0.4  # nats in one of the 15 levels of a gain
LEAST = -2.0  # nats, the gain of the first level
UNSEEN = -1.0  # nats, of a pair that the table has not

_MASK = (1 << BITS) - 1
# What texts of Simplified Chinese, which the table was made from, have for marks of others.
_SAME = dict(zip("「」『』,!?;:", "“”‘’，！？；：", strict=True))


def place(first: str, second: str) -> int:
    """Return where a pair of characters is in the table."""
    return (ord(first) * 31153 + ord(second) * 7) & _MASK


def fingerprint(first: str, second: str) -> int:
    """Return four bits that tell pairs at the same place apart."""
    return (ord(first) + (ord(second) >> 2)) & 15


def kind_of(char: str) -> str:
    """Return what the table has for a character: one for all digits, one for all letters."""
    if char.isdigit():
        return "0"
    if char.isascii() and char.isalpha():
        return "a"
    return _SAME.get(char, char)


@lru_cache(maxsize=1 << 16)
def gain(before: str, char: str) -> float:
    """Return by how many nats ``char`` is likelier at the beginning of a word after ``before``."""
    first, second = kind_of(before), kind_of(char)
    entry = _table()[place(first, second)]
    if entry and entry & 15 == fingerprint(first, second):
        return LEAST + LEVEL * ((entry >> 4) - 1)
    return UNSEEN


@cache
def _table() -> bytes:
    with open(FILE, "rb") as file:
        return file.read()[HEADER:]
