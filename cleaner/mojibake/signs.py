"""Signs of mojibake that one search finds, so that a clean page costs no more than that search.

A sign is two characters near each other that text in its right encoding hardly has side by side,
and that misread text has everywhere. A sign only asks for a closer look.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from cleaner.filters.decode.model import load

# Cost of three characters, in nats: clean text costs 18 to 24, misread text 33.
HOT = 27.0

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
def signs() -> Mapping[str, str]:
    """Return, by what text was read as and what it really is, the characters that give it away.

    Each is the inside of a character class. UTF-8 in Big5 loses half of its bytes, and is known by
    that.
    """
    utf8 = _pairs(_LEADS, range(0x80, 0xC0), "gb18030")
    big5 = _pairs(range(0xA4, 0xC7), range(0x40, 0x7F), "gb18030")
    gbk = _pairs(range(0xC9, 0xD8), range(0xA1, 0xFF), "cp950")
    return {
        "windows-1252": "\x80-\xff",
        "gb18030 utf-8": utf8,
        "gb18030 big5": big5,
        "big5 gb18030": gbk,
        "big5 utf-8": "\ufffd",
        "shift_jis": "\uff61-\uff9f",
        "euc-kr": "\uac00-\ud7a3",
    }


@cache
def sign() -> re.Pattern[str]:
    """Return the pattern that finds the beginning of what may be misread text."""
    rest = {
        "windows-1252": f"(?:[\x80-\xff{_SPECIALS}]|[@-~][\xa4-\xc6])",
        "gb18030 utf-8": "",
        "gb18030 big5": ".{0,3}[%s]",
        "big5 gb18030": ".{0,4}[%s]",
        "big5 utf-8": "",
        "shift_jis": ".?[%s]",
        "euc-kr": "[\u4e00-\u9fff\uf900-\ufaff]",
    }
    return re.compile(
        "|".join(f"[{chars}]" + rest[kind].replace("%s", chars) for kind, chars in signs().items())
    )


@cache
def needed(really: str, read_as: str) -> re.Pattern[str]:
    """Return the pattern without which a line does not have the misreading."""
    found = signs()
    return re.compile(f"[{found.get(f'{read_as} {really}') or found[read_as]}]")


def is_hot(text: str, at: int) -> bool:
    """Whether what is around a sign is unlikely too; rare characters come alone in clean text."""
    if text[at] < "\u0100" or text[at] == "\ufffd":
        return True
    model = load()
    return any(
        model.chinese(text[start : start + 3]) > HOT for start in range(max(0, at - 2), at + 1)
    )
