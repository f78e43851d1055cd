"""Signs of Big5 whose pairs are off by one byte, after a first byte that left no trace.

The characters of Hong Kong (着, 嘅, 咗) and of ETEN (裏, 恒) are in no plain table of Big5. The
decoder of Python, told to ignore errors, drops the first byte of one and goes on with the second:
what follows is paired one byte further on, until a second byte that is ASCII stands alone. So
心裏卻 became 心堳o, 家裏， became 家堙A, and 看着， became 看荂A. Nothing marks the place but a
letter behind a character that begins with such a second byte. :mod:`.put_back` reads it anew.
"""

from __future__ import annotations

from cleaner.kept import cache
from cleaner.mojibake.readings import byte_options
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

# Letters and signs that are second bytes (1) and other ASCII (2), with "?" for what is none.
_KINDS: Final = bytes(
    [0 if byte == 0x3F else 1 if 0x40 <= byte < 0x7F else 2 for byte in range(256)]
)
# A letter alone; that all else is not ASCII but a question mark matters little.
_ALONE: Final = b"\x00\x01\x00"
_RUN: Final = lazy("[\u2e80-\uffe5]{1,12}\\Z")
LONGEST: Final = 12  # characters of a run that may be off, before the letter
# Characters of a run that is a sign, with its letter. Bars and brackets, which stand for one in
# menus, end no such run.
SHORT = 6
_SIGNS = bytes([2 if byte in b"|[]@~_" else kind for byte, kind in enumerate(_KINDS)])
# The first byte of the rare half of Big5: below it are characters of any page.
RARE: Final = 0xC9
# Some of which any text of more than a line has, and what a line is.
LINE = 300
TRADITIONAL = "這個們來時會說沒還過對為後開"
# The commonest that are lost: forms of Hong Kong and of ETEN, and words of Cantonese.
FORMS = "着裏恒粧碁銹墻嫺峯綫衞衆啓邨枱牀栢滙叠煑鷄羣脚麪厠卧户温寃强囱濶擡"
CANTONESE = "嘅咗喺啲嚟嗰哋攞揾嘢啱嘥冧嗱嘞啫吖嚿揼揸攰瞓脷鰂埗鎅踎唞啩餸"


@cache
def lost() -> dict[int, tuple[tuple[str, int], ...]]:
    """Return these characters by their second byte, each with its first one."""
    found: dict[int, tuple[tuple[str, int], ...]] = {}
    for char in FORMS + CANTONESE:
        first, second = char.encode("big5hkscs")
        found[second] = (*found.get(second, ()), (char, first))
    return found


def may_be(text: str) -> bool:
    """Whether text in Traditional Chinese may have lost first bytes: see :func:`runs`."""
    if len(text) > LINE and not any(map(text.__contains__, TRADITIONAL)):
        return False
    return any(end - first <= SHORT for first, end in runs(text, _SIGNS))


def runs(text: str, kinds_of: bytes = _KINDS) -> Iterator[tuple[int, int]]:
    """Yield where runs of ``text`` that may be off begin at the earliest, and where they end.

    ``kinds_of`` has the kind of each byte of ASCII, 1 for what may end a run.
    """
    kinds = text.encode("ascii", "replace").translate(kinds_of) + _ALONE[:1]
    at = kinds.find(_ALONE)
    while at >= 0:
        end = at + 2
        run = _RUN.search(text, max(0, end - 1 - LONGEST), end - 1)
        for first in range(run.start(), end - 1) if run else ():
            data = byte_options(text[first], "big5")
            if data and data[0] >= RARE and data[0] in lost():
                yield first, end
                break
        at = kinds.find(_ALONE, end)
