"""The bytes that a line of misread text stands for, some of them lost.

A character stands for the bytes that the wrong decoder took for it. U+FFFD, or the question mark
that programs put for it, stands for one byte that it did not take: one of those that it takes
together with the byte that follows would not have been lost, which leaves few.
"""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.filters.decode.model import UNIT
from cleaner.kept import cache, lru_cache
from cleaner.mojibake.costs import (
    LOST,
    REPLACEMENT,
    UTF8_AS_GBK,
    UTF8_AS_LATIN,
)
from cleaner.mojibake.readings import (
    HOLES,
    LATIN,
    Step,
    byte_options,
    is_read,
    twins,
)
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

# What browsers and Windows take the byte 80 for, which GBK has not: 一 comes out as 涓€.
EURO = "€"
# Pairs of private use, and of nothing, that left no trace, as :mod:`.tidied` marks them: two bytes
# that go on with a character of UTF-8, or one that ends it and one that begins the next.
GAP, SEAM = "\ufdd0", "\ufdd1"
_GAPS = {
    GAP: (bytes(range(0xA1, 0xB0)), bytes(range(0x80, 0xC0))),
    SEAM: (bytes(range(0xA8, 0xB0)), bytes((*range(0xE2, 0xEA), 0xEF))),
}
# In GB 18030 it is a pair too, the end of a character of UTF-8 and the beginning of one, of which
# two bytes are to come.
_TWO_TO_COME = lazy(rb"[\x80-\xbf]{2}")
# What it costs in nats that a no-break space became a space.
SPACED = 1.0
# A quotation mark that became a straight one.
STRAIGHT = 3.0
# A letter with an accent whose case was changed, which is the same byte of UTF-8 or none.
FOLDED = 2.0

# Spaces and quotation marks of text that was tidied up, with what they may have been.
_SPACE = {" ": (b" \xa0", SPACED)}
_QUOTES = {"'": (b"'\x91\x92", STRAIGHT), '"': (b'"\x93\x94', STRAIGHT)}
_CONTROL = lazy("[\x81\x8d\x8f\x90\x9d]")
SOFT_HYPHEN = "\xad"
# Small letters of which the large ones are bytes of Chinese in UTF-8.
_SMALL = "âãšœžÿ"
_ACCENTED = lazy("[\xc0-\xff\u0152-\u0192\u039c]")
_LINE_END = 0x0A
# So many lost bytes in a row have a whole character of two bytes among them, or several, of which
# nobody can tell what they were: ������ came out as 國民黨. Whether the first ends a character that
# is known by its other byte, and the last begins one, cannot be told either.
_UNTOLD = lazy("[\ufffd?]{4,}")
# Two of the commonest characters and marks, which misread text seldom has side by side.
_SOUND = lazy(
    "[，。、；：！？的一是不了在人有我他这個个中大来上国和到说們们为子地出就年时那要下以会][一-鿿，。、；：！？]"
)
BYTES = tuple(bytes([byte]) for byte in range(0x100))


class Place(NamedTuple):
    """A byte of the line: what it may be, and what each cost when it is not ASCII, in steps."""

    options: bytes
    price: float = 0.0


_ALWAYS_SPECIAL = frozenset((REPLACEMENT, "?", EURO, *_GAPS))
_KNOWN = tuple([Place(byte) for byte in BYTES])
_UNKNOWN = Place(b"")


def places(
    line: str, step: Step, spaces: bytes, start: int = 0, end: int = -1
) -> tuple[list[Place], list[int]]:
    """Return the bytes of ``line``, and for each character, and its end, where they begin.

    ``start`` and ``end`` are those of the misread span, if they are known; then only its bytes are
    returned, the last of which was read without what follows now. As long as it is not known,
    either may be so before text that seems to be sound. ``spaces``: the bytes that a space may have
    been.
    """
    found: list[Place] = []
    begins: list[int] = []
    latin = step.read_as == LATIN
    others = twins(step.read_as)
    tidied = _tidied(line, step, spaces) if latin else {}
    euro = EURO if step == UTF8_AS_GBK else ""
    # Of what follows the span, two characters at most tell what its last ones are.
    seen = line if end < 0 else line[: end + 2]
    known = [b""] * start
    known += [
        byte_options(char, step.read_as) if char != REPLACEMENT else b"" for char in seen[start:]
    ]
    special = {*_ALWAYS_SPECIAL, *tidied, *others}
    untold: set[int] = set()
    if not latin and step.really != "utf-8":
        untold.update(*[range(*match.span()) for match in _UNTOLD.finditer(line)])
    for at, char in enumerate(line[start:end] if end >= 0 else line, start):
        begins.append(len(found))
        if char not in special:
            found += map(_KNOWN.__getitem__, known[at]) if known[at] else (_UNKNOWN,)
        elif char in "\ufffd?" and at not in untold:
            after = known[at + 1 : at + 2]
            following = _LINE_END if not after or at + 1 == end else after[0][0] if after[0] else -1
            lost = bytes(HOLES) if latin else lost_before(following, step)
            if end < 0 and not latin and _SOUND.match(line, at + 1):
                lost = bytes(sorted({*lost, *lost_before(_LINE_END, step)}))
            found.append(Place(known[at] + lost, LOST * UNIT))
        elif char == euro and not _is_pair(line, at, known):
            found.append(_KNOWN[0x80])
        elif char in _GAPS:
            found += [Place(options, LOST * UNIT) for options in _GAPS[char]]
        elif char in tidied:
            options, cost = tidied[char]
            found.append(Place(options, cost * UNIT))
        elif char in others:
            found += map(Place, map(bytes, zip(known[at], others[char], strict=True)))
        else:
            found += map(_KNOWN.__getitem__, known[at]) if known[at] else (_UNKNOWN,)
    begins.append(len(found))
    return found, begins


def dropped_from(line: str, step: Step) -> bytes:
    """Return the bytes that are nowhere in a line of UTF-8 read as Windows-1252 or Latin-1.

    Those are the five without a character, unless they are controls, and the soft hyphen, which
    nobody sees. Where lost bytes left a mark, none was dropped.
    """
    if step != UTF8_AS_LATIN or REPLACEMENT in line:
        return b""
    if _CONTROL.search(line):
        return b"" if SOFT_HYPHEN in line else b"\xad"
    return bytes(HOLES)


def _tidied(line: str, step: Step, spaces: bytes) -> Mapping[str, tuple[bytes, float]]:
    """Return the characters of Windows-1252 that others became when a line was tidied up since.

    Each with the bytes that it may be, and what another than its own costs, in nats.
    """
    if step != UTF8_AS_LATIN:
        return _SPACE
    upper, lower = _cases(line)
    known: Mapping[str, tuple[bytes, float]] = _QUOTES
    if not upper:
        known = _folded(_SMALL)
    elif not lower or line == line.title():
        known = _folded()
    return {**known, " ": (spaces, SPACED)}


def _cases(line: str) -> tuple[bool, bool]:
    """Return whether a line has large and small letters with accents."""
    letters = _ACCENTED.findall(line)
    return any(map(str.isupper, letters)), any(map(str.islower, letters))


def may_be_folded(line: str) -> bool:
    """Whether a line may have small letters with accents, each a byte, in place of large ones."""
    return any(map(line.__contains__, _SMALL[2:])) and not _cases(line)[0]


@cache
def _folded(letters: str = "") -> Mapping[str, tuple[bytes, float]]:
    """Return what a line of letters of one case has, each with the bytes of both cases.

    ``letters``: only these have been of the other case.
    """
    found = dict(_QUOTES)
    for byte in range(0x80, 0x100):
        char = bytes([byte]).decode(LATIN, "ignore")
        for other in {char.upper(), char.lower()} - {char}:
            if len(other) == 1 and (other in letters or not letters):
                own = byte_options(other, LATIN)
                known = found.get(other, (own, 0.0))[0]
                found[other] = (known + bytes([byte]), FOLDED)
    return found


def _is_pair(line: str, at: int, known: list[bytes]) -> bool:
    """Whether the euro sign there is two bytes of UTF-8, after which two are to come."""
    after = line[at + 1 : at + 3]
    if after[:1] == REPLACEMENT:  # for the first of them, if that is 80
        return after[1:] > "\x7f"
    return bool(after) and _TWO_TO_COME.match(known[at + 1]) is not None


@lru_cache(maxsize=1 << 10)
def lost_before(following: int, step: Step) -> bytes:
    """Return the bytes that the wrong decoder does not take before ``following``; -1 for any."""
    rest = bytes([following]) if following >= 0 else b""
    return bytes(
        byte for byte in range(0x80, 0x100) if not is_read(bytes([byte]) + rest, step.read_as)
    )
