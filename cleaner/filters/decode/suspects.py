"""Lines of a document that may be in another encoding or damaged, found without reading each.

Nearly all lines of a page are plainly in its encoding. Read in that, lines of another, and what
follows a lost byte, are rare characters side by side, which one search finds in a thousand lines;
another search finds lines of UTF-8. What they leave is one line in fifty of real pages, and of the
lines in another encoding all but some short ones, which their neighbours tell of.
"""

from __future__ import annotations

import operator
import re

from cleaner import patterns
from cleaner.filters.decode.candidates import FOREIGN
from cleaner.filters.decode.model import ASCII, SPACE, UNIT, load, units_of
from cleaner.kept import cache
from cleaner.prepared import prepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import AnyStr

# A line at a lower cost per character beyond ASCII reads well and is not looked at again.
FINE = 9.5
# The same where pairs count, of which lines read in a wrong encoding have none.
FINE_IN_PAIRS = 8.5
# Characters at each end of a line that are enough to tell.
_ENDS = 24
# Two characters of 13 nats and more, one in a thousand each, within four.
_ODD = patterns.lazy(b"[\x9c-\xff].{0,2}[\x9c-\xff]", re.DOTALL)
# A word of another alphabet: no misreading has four letters of one together.
_WORDS = patterns.lazy("[Α-ώ]{4,}+|[Ѐ-ӿ]{4,}+")

# From this cost in both scripts, in nats, a character is met once in 100,000. Two within four, or
# one in a line of up to three characters, are in 1.7 % of 43,000 lines of real pages, and in 98 %
# of lines of Big5 read as GBK (of those of up to four characters in 87 %). From 11 nats on it would
# be 3 % and 92 %.
RARE = 11.5
# Not as rare in Chinese as what is read in a wrong encoding has them.
_KANA = "ぁ-ヺ"
_FIRST = 0x80

_SOURCES = ("filters/decode/suspects.py", "filters/decode/model.bin")


def suspects(
    block: bytes, text: str, codec: str, utf8: Iterable[int], well: Callable[[str], bool]
) -> list[int]:
    """Return the numbers of the lines of ``block``, read as ``text`` in ``codec``, to be looked at.

    ``codec`` is UTF-8 or an encoding of Chinese; ``utf8`` are the offsets in ``block`` of its lines
    of UTF-8, ascending; ``well`` is :func:`reads_well` for the codec.
    """
    if codec == "utf-8":  # valid by no accident
        return []
    odd = (place for place, line in _odd_lines(text) if not well(line))
    return sorted({*_numbers(block, b"\n", utf8), *_numbers(text, "\n", odd)})


def reads_well(text: str, codec: str, *, closely: bool = False) -> bool:
    """Whether ``text``, read as ``codec``, is likely enough to be the right reading.

    ``closely``: also that no rare characters stand together, as they do where a byte was lost. In
    GBK and Big5 such text may be allowed as it is, until a byte of ASCII ends the shift.
    """
    if len(text) > 2 * _ENDS and not closely:
        text = text[:_ENDS] + text[-_ENDS:]
    high = len(text) - len(text.encode("ascii", "ignore"))
    plain = ASCII * (len(text) - high) - (ASCII - SPACE) * text.count(" ")
    model = load()
    if codec in FOREIGN:
        return model.foreign_cost(text) < FINE * high + plain
    units = units_of(text)
    limit = (FINE * high + plain) * UNIT
    # The likelier script first.
    scripts = (model.hans, model.hant) if codec == "gb18030" else (model.hant, model.hans)
    for table in scripts:
        costs = bytes(map(table.__getitem__, units))
        if sum(costs) < limit and not (closely and _ODD.search(costs)):
            return True
    # Rare characters may be a word, as in names of diseases.
    if not closely and model.cost(text) < FINE_IN_PAIRS * high + plain:
        return True
    if not any(map(str.isalpha, text)):
        return True  # a rule across the page: ━━━━ in GBK is 岩岩岩岩 in Big5
    rest = _WORDS.sub("", text)
    return len(rest) < len(text) and (rest.isascii() or reads_well(rest, codec, closely=closely))


def _odd_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield where lines begin that have rare characters together, and the lines."""
    end = -1
    for match in together().finditer(text):
        if match.start() > end:
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", start)
            end = end if end >= 0 else len(text)
            yield start, text[start:end]


def _numbers(lines: AnyStr, end: AnyStr, starts: Iterable[int]) -> Iterator[int]:
    """Yield the numbers of the lines that begin at ``starts``."""
    number = at = 0
    for start in starts:
        number += lines.count(end, at, start)
        at = start
        yield number


@cache
def together() -> re.Pattern[str]:
    """Return an expression for what lines read in a wrong encoding have.

    Rare characters together, in a line of three at most, or in the middle or at the end of a word
    in Latin letters. It is made of the model, which takes a hundredth of a second.
    """
    if not patterns.usable():
        return re.compile(_source(), patterns.MULTILINE)
    return patterns.build("rare characters together", prepared("decode", _code, _SOURCES))


def _code() -> patterns.Code:
    return patterns.encode(_source(), patterns.MULTILINE, quickly=False)


def _source() -> str:
    model = load()
    is_rare = bytes(cost >= RARE * UNIT for cost in range(256))
    tables = (int.from_bytes(table.translate(is_rare)) for table in (model.hans, model.hant))
    flags = operator.and_(*tables).to_bytes(len(model.hans))[_FIRST:]
    runs = (run.span() for run in re.finditer(b"\x01+", flags))
    ranges = (f"{chr(_FIRST + start)}-{chr(_FIRST + end - 1)}" for start, end in runs)
    rare = f"[{_KANA}{''.join(ranges)}]"
    ends = r"(?<=^.).?$|(?<=^..)$|(?<=[a-z].)(?=[a-z ]|$)"
    return rf"{rare}(?:.{{0,2}}{rare}|{ends})"
