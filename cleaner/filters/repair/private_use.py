"""Private-use characters of known fonts and standards.

Three tables lie over each other there. GB 18030-2000 put characters at U+E78D..E864 that Unicode
has since; Wingdings and Symbol put bullets and arrows at U+F020..F0FF; HKSCS-1999 put Hong Kong's
characters at U+E000..F848, in the order of Big5's user-defined codes. Icons of web fonts use the
same range for anything, so HKSCS is read only between Chinese characters of a Traditional text.
"""

from __future__ import annotations

from cleaner.dictionaries import rows, wrong
from cleaner.document import Document
from cleaner.filters.repair.scripts import HAN, is_han
from cleaner.kept import lru_cache
from cleaner.patterns import MULTILINE, lazy
from cleaner.settings import Settings
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

RULE = "repair.private-use"

_HKSCS = lazy(f"(?<=[{HAN}])[\ue000-\uf848](?=[{HAN}，。、：；！？）」』,:;!?)])")
_TRADITIONAL = lazy("[這個們為來會時說國學對過後發經還沒樣於開關嘅咗喺啲哋嚟冇佢]")

# Of fonts of symbols and icons, at the head of a line: a mark of a list, or a picture.
_HEAD = lazy(f"^([ \t\u3000]*)[\uf000-\uf2ff][ \u00a0\u3000]*(?=[{HAN}])", MULTILINE)
# GBK A3A0, which Windows reads as private use: the ideographic space of some web editors. Alone in
# mid-line it may be one of HKSCS.
_SPACES = lazy("^[ \u3000]*\ue5e5+|\ue5e5{2,}", MULTILINE)

# First code of a block of private use, first Big5 lead byte, and rows of 157 cells.
_BLOCKS = ((0xEEB8, 0x81), (0xE311, 0x8E), (0xE000, 0xFA))
_LAST_BLOCK = 0xF6B1  # C6A1..C8FE, which begins in the middle of a row


def private_use(document: Document, settings: Settings) -> Document:
    """Replace private-use characters whose meaning is known; leave the others."""
    table, known = _table(settings.dictionary)

    def replace(match: re.Match[str]) -> str:
        indent, symbol = match.groups()
        after = table[symbol]
        if indent is not None and after in _BULLETS:
            return indent
        return (indent or "") + after + match.group()[len(indent or "") + 1 :]

    if "\ue5e5" in document.text:
        document = document.sub(_SPACES, lambda match: "\u3000" * len(match.group()), RULE)
    if not table.keys().isdisjoint(document.once(strange)):  # others are on most such pages
        document = document.sub(known, replace, RULE)
    document = document.sub(_HEAD, "\\1", RULE)
    if _TRADITIONAL.search(document.text):
        document = document.sub(_HKSCS, lambda match: _hkscs(match.group()), RULE)
    return document


# At the beginning of a line these are list marks of a word processor, and carry nothing.
_BULLETS = frozenset("•●■▪◆➢□❖✓✗☑☒→⇨❑▶ ")


@lru_cache(maxsize=8)
def _table(folders: tuple[str, ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    table: dict[str, str] = {}
    for code, character, _source in rows("repair/private_use.tsv", 3, folders):
        try:
            table[chr(int(code, 16))] = character
        except (ValueError, OverflowError):
            what = f"{code!r} is not a hexadecimal code point"
            raise wrong("repair/private_use.tsv", code, what, folders) from None
    symbols = "".join(table)
    return table, lazy(f"(^[ \t\u3000]*)?([{symbols}])[ \u00a0\u3000]?", MULTILINE)


def _hkscs(character: str) -> str:
    """Return the character of HKSCS at a private-use code, by way of its Big5 code."""
    code = ord(character)
    if code >= _LAST_BLOCK:
        lead, cell = divmod(code - _LAST_BLOCK + 63, 157)
        lead += 0xC6
    else:
        first, byte = next(block for block in _BLOCKS if code >= block[0])
        lead, cell = divmod(code - first, 157)
        lead += byte
    trail = 0x40 + cell if cell < 63 else 0xA1 + cell - 63
    try:
        decoded = bytes((lead, trail)).decode("big5hkscs")
    except UnicodeDecodeError:
        return character
    return decoded if len(decoded) == 1 and is_han(decoded) else character
