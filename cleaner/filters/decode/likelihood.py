"""How much a decoded sample looks like East Asian text.

No table is shipped for this: the national standards themselves are ordered by use. The first level
of GB 2312 (lead bytes B0-D7) holds the 3,755 most used Simplified characters, the first level of
Big5 (lead bytes A4-C6) the 5,401 most used Traditional ones. Text read in the wrong encoding falls
mostly outside both.
"""

from __future__ import annotations

from functools import lru_cache

# Marks of a character class, in units of one common Han character.
COMMON = 2.0
PUNCTUATION = 2.0
SYLLABLE = 1.8  # kana, common Hangul: below Han, since gb18030 reads some of Big5 as kana
LATIN = 0.3
RARE = -1.0  # a Han character of neither first level: 2 % of prose, 60 % of misread text
ODD = -2.0  # private use, box drawing, Cyrillic: what misreading produces
BROKEN = -8.0  # an undecodable byte: the price of one error is four common characters

_PUNCTUATION = frozenset("　、。〈〉《》「」『』【】〔〕！（），．：；？～“”‘’…—·％￥")


def score(text: str) -> float:
    """Return the mean mark of the non-ASCII characters of ``text``; about 1.8 for Chinese prose.

    0.0 when there are none.
    """
    total = 0.0
    count = 0
    for char in text:
        if char >= "\x80":
            total += _mark(char)
            count += 1
        elif char < " " and char not in "\t\n\r":
            total += BROKEN
            count += 1
    return total / count if count else 0.0


@lru_cache(maxsize=1 << 14)
def _mark(char: str) -> float:
    code = ord(char)
    if char == "\ufffd":
        return BROKEN
    if 0x4E00 <= code <= 0x9FFF:
        return COMMON if _first_level(char) else RARE
    if char in _PUNCTUATION or 0xFF10 <= code <= 0xFF5A:
        return PUNCTUATION
    if 0x3041 <= code <= 0x30FE or (0xAC00 <= code <= 0xD7A3 and _first_level(char)):
        return SYLLABLE
    if 0xC0 <= code <= 0x17F or char in "©«®°·»’“”":
        return LATIN
    if 0x3400 <= code <= 0x4DBF or 0xAC00 <= code <= 0xD7A3 or 0x20000 <= code <= 0x323AF:
        return RARE
    return ODD


def _first_level(char: str) -> bool:
    for codec, low, high in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6), ("euc_kr", 0xB0, 0xC8)):
        try:
            if low <= char.encode(codec)[0] <= high:
                return True
        except UnicodeEncodeError:
            continue
    return False
