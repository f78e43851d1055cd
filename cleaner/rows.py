"""Which rows of Unicode a text has characters of: what lets searches for rare ones be left out.

A row is 256 characters with the same first byte of their code point. Ordinary pages have a few
rows of marks and 82 rows of common ideographs; radicals, compatibility forms, private use and what
is beyond the BMP lie in others. To find out takes 2 ns a character, where one search for a class of
characters takes 4 to 15 and a set of all characters 60.
"""

from __future__ import annotations

import sys

# Latin, general punctuation, CJK punctuation and kana, half- and full-width forms, ideographs.
ORDINARY = frozenset((0x00, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0)))
"""Rows that are not reported."""

BEYOND = range(0xD8, 0xE0)
"""Rows that stand for characters beyond the BMP, and for lone surrogates."""

_ORDINARY = bytes(sorted(ORDINARY))
# The first high byte in UTF-16 as the machine has it, after the mark. It needs no module of codecs.
_HIGH = 3 if sys.byteorder == "little" else 2


def rows_in(text: str) -> frozenset[int]:
    """Return the numbers of the rows of ``text`` that are not :data:`ORDINARY`, 0 to 255.

    >>> sorted(map(hex, rows_in("⼾口，ＡＢＣ 中文")))
    ['0x2f']
    """
    return frozenset(text.encode("utf-16", "surrogatepass")[_HIGH::2].translate(None, _ORDINARY))


def rows_of(*ranges: tuple[int, int]) -> frozenset[int]:
    """Return the rows of ``ranges`` of code points, first and last, for :func:`rows_in`.

    >>> rows_of((0x2E80, 0x2FD5), (0x20000, 0x3FFFF)) >= {0x2E, 0x2F, 0xD8}
    True
    """
    found: set[int] = set()
    for first, last in ranges:
        if first < 0x10000:
            found.update(range(first >> 8, (min(last, 0xFFFF) >> 8) + 1))
        if last >= 0x10000:
            found.update(BEYOND)
    return frozenset(found)
