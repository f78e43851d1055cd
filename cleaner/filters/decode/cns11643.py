"""EUC-TW: characters of CNS 11643, which Python has no codec for.

Planes 1 to 7 and 15 are here, all that glibc's iconv knows, from whose answers the facts were
taken. The first two hold the characters of Big5 in almost the same order, so a list of the ranges
that moved is enough and Big5's own table does the rest. The others are listed in ``cns11643.txt``;
the third has 裏, 恒 and other forms that Big5 left out, the rest names and places.
"""

from __future__ import annotations

import os
from array import array
from functools import cache

# First code in CNS, first code in Big5, number of characters.
_PLANE_1 = (
    (0x2121, 0xA140, 5), (0x2127, 0xA146, 15), (0x2136, 0xA157, 2), (0x2139, 0xA156, 1),
    (0x213E, 0xA15D, 44), (0x216A, 0xA1AC, 1), (0x216B, 0xA1AB, 1), (0x216C, 0xA1AD, 22),
    (0x2225, 0xA1C4, 1), (0x2227, 0xA1C6, 27), (0x2242, 0xA1E2, 1), (0x2243, 0xA1E1, 1),
    (0x2244, 0xA1E3, 19), (0x2257, 0xA1F7, 1), (0x2258, 0xA1F6, 1), (0x2259, 0xA1F8, 4),
(0x2261, 0xA241, 76), (0x2421, 0xA2AF, 29), (0x243F, 0xA2CD, 1),
    (0x2441, 0xA2CF, 142), (0x4421, 0xA440, 1412), (0x5323, 0xAD40, 424), (0x5753, 0xACFE, 1),
    (0x5754, 0xAFD0, 1876), (0x6B50, 0xBE52, 1), (0x6B51, 0xBBC8, 387), (0x6F5C, 0xBE53, 525),
    (0x7535, 0xC2CB, 1), (0x7536, 0xC1AB, 105), (0x7642, 0xC256, 83), (0x7737, 0xC2CC, 84),
    (0x782D, 0xC456, 1), (0x782E, 0xC361, 54), (0x7864, 0xC3BA, 1), (0x7865, 0xC3B9, 1),
    (0x7866, 0xC3BB, 90), (0x7962, 0xC457, 354),
)  # fmt: skip
_PLANE_2 = (
    (0x2121, 0xC940, 10), (0x212B, 0xC94B, 33), (0x214C, 0xC9BE, 1), (0x214D, 0xC96C, 48),
    (0x217D, 0xC9BF, 46), (0x224D, 0xCAF7, 1), (0x224E, 0xC9ED, 167), (0x2439, 0xCAF8, 1840),
    (0x376F, 0xDADF, 1), (0x3770, 0xD6CD, 108), (0x387E, 0xD77B, 537), (0x3E63, 0xD6CC, 1),
    (0x3E64, 0xDAE0, 100), (0x3F6A, 0xD77A, 1), (0x3F6B, 0xDBA7, 399), (0x4424, 0xDDFD, 1637),
    (0x554B, 0xEBF1, 1), (0x554C, 0xE8A3, 146), (0x5722, 0xECDE, 1), (0x5723, 0xE976, 287),
    (0x5A28, 0xF0CB, 1), (0x5A29, 0xEB5B, 116), (0x5B3F, 0xEBF2, 137), (0x5C6A, 0xECDF, 104),
    (0x5D74, 0xF056, 1), (0x5D75, 0xEDAA, 222), (0x6039, 0xEEEC, 198), (0x6243, 0xF057, 82),
    (0x6337, 0xF0CC, 86), (0x642F, 0xEEEB, 1), (0x6430, 0xF163, 8), (0x6438, 0xF16C, 153),
    (0x6573, 0xF269, 56), (0x664D, 0xF4B5, 1), (0x664E, 0xF2C3, 113), (0x6761, 0xF16B, 1),
    (0x6762, 0xF375, 142), (0x6934, 0xF268, 1), (0x6935, 0xF466, 45), (0x6962, 0xF4B6, 71),
    (0x6A4B, 0xF663, 1), (0x6A4C, 0xF4FD, 194), (0x6C52, 0xF664, 490), (0x7166, 0xF9C4, 1),
    (0x7167, 0xF977, 43), (0x7234, 0xF9C5, 1), (0x7235, 0xF9C7, 11), (0x7240, 0xF9C6, 1),
    (0x7241, 0xF9D2, 4),
)  # fmt: skip
# What Big5 lacks or names otherwise: row, first column, characters.
_OTHERS = (
    (0x2126, "‧"), (0x2138, "︲"), (0x225D, "‖｜／＼"), (0x2621, "①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ"),
    (0x7641, "彞"), (0x2728, "亠"), (0x272F, "冫"), (0x2734, "勹"),
    (0x4221, "␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟␡"),
)  # fmt: skip

PLANES = (1, 2, 3, 4, 5, 6, 7, 15)
MISSING = "\ufffd"
_CELLS = 94 * 94
_NOTHING = "\u3000"


@cache
def plane(number: int) -> str:
    """Return the 94 × 94 characters of a plane in order, U+FFFD where there is none."""
    if number > 2:
        return _listed()[number]
    cells = [MISSING] * _CELLS
    big5 = _big5()
    for first, source, size in _PLANE_1 if number == 1 else _PLANE_2:
        start = _cell(first)
        at = _big5_cell(source)
        cells[start : start + size] = big5[at : at + size]
    if number == 1:
        for first, chars in _OTHERS:
            start = _cell(first)
            cells[start : start + len(chars)] = chars
    return "".join(cells)


@cache
def _listed() -> dict[int, str]:
    """Return the planes that are listed in full."""
    planes: dict[int, str] = {}
    number = 0
    with open(os.path.join(os.path.dirname(__file__), "cns11643.txt"), encoding="utf-8") as file:
        for line in file:
            row = line.rstrip("\n")
            if row.isdecimal():
                number = int(row)
                planes[number] = ""
            elif not row.startswith("#"):
                planes[number] += row.ljust(94, _NOTHING)
    return {
        number: chars.ljust(_CELLS, _NOTHING).replace(_NOTHING, MISSING)
        for number, chars in planes.items()
    }


@cache
def pairs() -> list[str]:
    """Return the characters of plane 1 by the number that two EUC bytes make in memory."""
    by_pair = [MISSING] * 0x10000
    lead = array("H", b"\x01\x00")[0] == 1  # little-endian: the first byte is the low one
    chars = iter(plane(1))
    for row in range(0xA1, 0xFF):
        for column in range(0xA1, 0xFF):
            by_pair[column << 8 | row if lead else row << 8 | column] = next(chars)
    return by_pair


def character(number: int, row: int, column: int) -> str:
    """Return one character; row and column are bytes with or without the high bit."""
    row, column = (row & 0x7F) - 0x21, (column & 0x7F) - 0x21
    if number not in PLANES or not (0 <= row < 94 and 0 <= column < 94):
        return MISSING
    return plane(number)[row * 94 + column]


def _cell(code: int) -> int:
    return ((code >> 8) - 0x21) * 94 + (code & 0xFF) - 0x21


def _big5_cell(code: int) -> int:
    trail = code & 0xFF
    return ((code >> 8) - 0xA1) * 157 + (trail - 0x40 if trail < 0x80 else trail - 0xA1 + 63)


@cache
def _big5() -> str:
    """Return all of Big5 in order, from A140."""
    trails = bytes(range(0x40, 0x7F)) + bytes(range(0xA1, 0xFF))
    parts = []
    for lead in range(0xA1, 0xFA):
        row = b"".join(bytes((lead, trail)) for trail in trails)
        text = row.decode("cp950", "replace")
        if len(text) != len(trails):  # an illegal pair became several characters
            text = "".join(row[i : i + 2].decode("cp950", "replace")[:1] for i in range(0, 314, 2))
        parts.append(text)
    return "".join(parts)
