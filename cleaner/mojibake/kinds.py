"""Characters by what bytes they are in GBK and Big5: signs that are found without the bytes.

To put a text into two codecs and look at the bytes takes twice as long as two searches, and most
text in Simplified characters has nothing of this. Both find what the looks at the bytes of
:mod:`.pairs` find, or more of it.
"""

from __future__ import annotations

from cleaner.kept import cache
from cleaner.mojibake.dropped import TRADITIONAL
from cleaner.patterns import DOTALL, lazy
from cleaner.prepared import prepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_ASCII = bytes(range(128))
_ASCII_TRAILS = range(0x40, 0x7F)
_TRAILS = range(0xA1, 0xFF)
_BIG5_TRAILS = (*_ASCII_TRAILS, *_TRAILS)
_CONTINUING = range(0x80, 0xC0)  # bytes of UTF-8 but for the first
#: First bytes of the rare half of Big5.
RARE_HALF = range(0xC9, 0xFA)


def characters(codec: str, leads: Iterable[int], trails: Iterable[int]) -> str:
    """Return the characters that are two bytes in ``codec``, one of ``leads`` and of ``trails``."""
    trails = bytes(trails)
    data = bytearray()
    for lead in leads:
        row = bytearray(b"\n") * (3 * len(trails))  # what is no pair takes no byte of the next one
        row[::3] = bytes([lead]) * len(trails)
        row[1::3] = trails
        data += row
    text = data.decode(codec, "ignore").encode()
    return text.translate(None, _ASCII).decode()


def _classes() -> dict[str, str]:
    """Return the characters that the expressions look for: 5 ms, when it is not done before."""
    rare = characters("cp950", RARE_HALF, _BIG5_TRAILS)
    frequent = (*range(0x81, RARE_HALF.start), *range(RARE_HALF.stop, 0xFF))
    return {
        # First bytes of three in UTF-8 and one that goes on: one of two characters that look like
        # it has them, whether these begin with a first byte or with the last of one before.
        "utf8": characters("gbk", (*range(0xE2, 0xEA), 0xEF), _CONTINUING),
        # What is seldom of a page and a character of Big5.
        "big5": characters("gbk", range(0xAA, 0xC7), _ASCII_TRAILS)
        + characters("gbk", range(0xA6, 0xB0), _TRAILS)
        + characters("gbk", range(0xA4, 0xA6), _TRAILS),
        # Of two bytes of UTF-8, as Latin letters are; the same from the last byte of one on.
        "letters": characters("gbk", (0xC2, 0xC3), _CONTINUING),
        "shifted": characters("gbk", range(0x81, 0xC0), (0xC2, 0xC3)),
        # Without what is there a second time, and with what is put into it for others.
        "rare": rare.translate(dict.fromkeys(map(ord, "╮╞═╯╪╭╰╡"))),
        "frequent": characters("cp950", frequent, _BIG5_TRAILS) + "¢¥∼‾£•､☉♁",
    }


@cache
def _known() -> dict[str, str]:
    return prepared("kinds of bytes", _classes, ("mojibake/kinds.py",))


@cache
def telling() -> re.Pattern[str]:
    """Return what finds signs of UTF-8 and of Big5 in the bytes of GBK.

    And the characters that :func:`~cleaner.mojibake.dropped.may_be` asks for. Where there is a
    group, the neighbours of what is found tell.
    """
    utf8, big5, letters, shifted, *_ = _known().values()
    between = f"[^\u4e00-\u9fa5{shifted}]*+"  # what has no pair of bytes may be there
    return lazy(
        f"[{utf8}{big5}{letters}{shifted}{TRADITIONAL}]"
        f"(?:(?<=[{letters}])(?:{between}[{letters}]){{4}}"
        f"|(?<=[{shifted}])(?:{between}[{shifted}]){{3}}"
        f"|(?<=[{TRADITIONAL}])|(?<=[{utf8}{big5}])())"
    )


@cache
def rare_ones() -> re.Pattern[str]:
    """Return what finds runs of characters of the rare half of Big5, each near the next one.

    In a group is the next one of Big5 behind them. What Big5 has not, such as Simplified
    characters, is no neighbour.
    """
    *_, rare, frequent = _known().values()
    none = f"[^{rare}{frequent}]*+"
    return lazy(f"[{rare}](?:(?:{none}[{frequent}]){{0,4}}+{none}[{rare}])++(?={none}(.?))", DOTALL)
