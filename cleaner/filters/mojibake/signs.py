"""Signs of mojibake that one search finds, so that a clean page costs no more than that search.

A sign is two characters near each other that text in its right encoding hardly has side by side,
and that misread text has everywhere. A sign only asks for a closer look.
"""

from __future__ import annotations

import re
from functools import cache

# Leads of UTF-8 that Chinese text and its punctuation have, and the byte after them.
_LEADS = (0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF)
_SPECIALS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"


# Characters in the sets below that clean text has often: likelier than one in 8,000.
_COMMON = frozenset(
    "錄鎮飯獲獻現環產發盡監盤確礎礦禮種稱積筆築紀約紅納終組結絕給統綠維網緊縣繼續羅羣義腦腳臨臺與興舉舊"
    "优价异机怀咁构极种党赶适离"
)


def _pairs(leads: range | tuple[int, ...], trails: range, codec: str) -> str:
    """Return what ``codec`` makes of pairs of bytes, as the inside of a character class."""
    data = bytes(byte for lead in leads for trail in trails for byte in (lead, trail))
    text = data.decode(codec, "ignore")
    return "".join(sorted({char for char in text if char > "\xff"} - _COMMON))


@cache
def sign() -> re.Pattern[str]:
    """Return the pattern that finds the beginning of what may be misread text.

    The kinds: bytes read as Latin letters; UTF-8 read as GBK; Big5 read as GBK; GBK read as Big5;
    GBK read as Shift JIS or EUC-KR; lost bytes.
    """
    utf8 = _pairs(_LEADS, range(0x80, 0xC0), "gb18030")
    # What else UTF-8 becomes: two of its later bytes, or such a byte and a lead.
    rest = _pairs(range(0x81, 0xA1), range(0x80, 0xF0), "gb18030")
    rest += _pairs(range(0xA2, 0xAA), range(0xA1, 0xC0), "gb18030")
    rest += _pairs(range(0xB0, 0xC0), range(0x80, 0xA1), "gb18030")
    big5 = _pairs(range(0xA4, 0xC7), range(0x40, 0x7F), "gb18030")
    gbk = _pairs(range(0xC9, 0xD8), range(0xA1, 0xFF), "cp950")
    kinds = (
        ("\x80-\xff", f"[\x80-\xff{_SPECIALS}]"),
        (utf8, f"(?:.{{0,5}}[{utf8}]|.?[{rest}]|(?<=[{rest}].)|(?<=[{rest}]..))"),
        (big5, f".{{0,3}}[{big5}]"),
        (gbk, f".{{0,4}}[{gbk}]"),
        ("\uff61-\uff9f", ".?[\uff61-\uff9f]"),
        ("\uac00-\ud7a3", "[\u4e00-\u9fff\uf900-\ufaff]"),
        ("\ufffd", ""),
    )
    return re.compile("|".join(f"[{first}]{second}" for first, second in kinds))
