"""The bytes that a line of misread text stands for, some of them lost, and what they may be.

A character stands for the bytes that the wrong decoder took for it. U+FFFD, or the question mark
that programs put for it, stands for one byte that it did not take: one of those that it takes
together with the byte that follows would not have been lost, which leaves few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from cleaner.filters.decode.model import UNIT
from cleaner.kept import cache, lru_cache
from cleaner.mojibake.costs import (
    LOST,
    MISREAD_LOSS,
    REPLACEMENT,
    UTF8_AS_GBK,
    UTF8_AS_LATIN,
    price,
)
from cleaner.mojibake.readings import (
    HOLES,
    LATIN,
    Step,
    byte_options,
    grow,
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
# What a byte costs that left no trace at all, in nats, and a no-break space that became a space.
DROPPED = 2.5
SPACED = 1.0
# A quotation mark that became a straight one.
STRAIGHT = 3.0
# A letter with an accent whose case was changed, which is the same byte of UTF-8 or none.
FOLDED = 2.0

CHOICES = 48  # characters tried where a byte was lost
MOST_CHOICES = 240  # and where words decide
DEAREST = 13.5 * UNIT  # and what they may cost, unless all of their bytes are there

_LEADS = {
    "utf-8": bytes((0xE5, 0xE4, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF, 0xE3, 0xE2)),
    "gb18030": bytes(range(0x81, 0xFF)),
    "big5": bytes(range(0xA1, 0xFA)),
}
# Characters tried where all of one was lost; none in UTF-8, where nobody can tell what three bytes
# were.
COMMON = 3000
_CHARACTERS = (
    *range(0x2010, 0x2027),
    *range(0x3000, 0x3012),
    *range(0x4E00, 0x9FA6),
    *range(0xFF01, 0xFF5F),
)
_TRAILS = {
    "utf-8": bytes(range(0x80, 0xC0)),
    "gb18030": bytes((*range(0x40, 0x7F), *range(0x80, 0xFF))),
    "big5": bytes((*range(0x40, 0x7F), *range(0xA1, 0xFF))),
}
# Spaces and quotation marks of text that was tidied up, with what they may have been.
_SPACE = {" ": (b" \xa0", SPACED)}
_QUOTES = {"'": (b"'\x91\x92", STRAIGHT), '"': (b'"\x93\x94', STRAIGHT)}
_CONTROL = lazy("[\x81\x8d\x8f\x90\x9d]")
SOFT_HYPHEN = "\xad"
# Small letters of which the large ones are bytes of Chinese in UTF-8.
_SMALL = "âãšœžÿ"
_ACCENTED = lazy("[\xc0-\xff\u0152-\u0192\u039c]")
_BYTES = tuple(bytes([byte]) for byte in range(0x100))
_LINE_END = 0x0A
# Two of the commonest characters and marks, which misread text seldom has side by side.
_SOUND = lazy(
    "[，。、；：！？的一是不了在人有我他这個个中大来上国和到说們们为子地出就年时那要下以会][一-鿿，。、；：！？]"
)


class Place(NamedTuple):
    """A byte of the line: what it may be, and what each cost when it is not ASCII, in steps."""

    options: bytes
    price: float = 0.0


_TRAIL = frozenset(_BYTES[0x80:0xC0])
_ALWAYS_SPECIAL = frozenset((REPLACEMENT, "?", EURO, *_GAPS))
_KNOWN = tuple([Place(byte) for byte in _BYTES])
_UNKNOWN = Place(b"")


class Choice(NamedTuple):
    """A character that the bytes from a place on may be.

    ``data`` has the bytes for each place; ``cost`` is what was lost of them, in steps.
    """

    char: str
    data: tuple[bytes, ...]
    cost: float


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
    for at, char in enumerate(line[start:end] if end >= 0 else line, start):
        begins.append(len(found))
        if char not in special:
            found += map(_KNOWN.__getitem__, known[at]) if known[at] else (_UNKNOWN,)
        elif char in "\ufffd?":
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


def begins_nothing(place: Place, really: str) -> bool:
    """Whether no character begins at a place, as with most bytes of UTF-8."""
    return place.options in _TRAIL and really == "utf-8"


def choices(
    at: Sequence[Place], step: Step, kind: int, *, drops: bytes, most: int = CHOICES
) -> tuple[Choice, ...]:
    """Return the ``most`` characters that ``at``, the next four places, may begin with.

    Likeliest first. ``drops``: bytes that may have been left out.
    """
    if begins_nothing(at[0], step.really):
        return ()
    # The second and the fourth of four bytes of GB 18030 are digits.
    if step.really != "utf-8" and not (
        len(at) == 4 and at[1].options[:1] in _DIGITS and at[3].options[:1] in _DIGITS
    ):
        at = at[:2]
    return _ranked(tuple(at), step.really, kind, drops)[:most]


@lru_cache(maxsize=1 << 14)
def _ranked(at: tuple[Place, ...], really: str, kind: int, drops: bytes) -> tuple[Choice, ...]:
    made = list(_made(at, really))
    if really != "utf-8" and len(at) > 1 and len(at[1].options) > 4 < len(at[0].options):
        made += _made_common(at, really, kind)
    dropped = list(_with_dropped(at, drops)) if drops else []
    if len(made) + len(dropped) == 1:
        return (*map(_choice, made), *dropped)
    # Where two bytes were lost, most of what they may be is too rare to be made choices of.
    near = [one for one in made if not one[2] or _rank(one[0], kind) <= DEAREST]
    near_dropped = [choice for choice in dropped if _rank(choice.char, kind) <= DEAREST]
    ranked = sorted(
        (_rank(choice.char, kind) + choice.cost, choice)
        for choice in (*map(_choice, near), *near_dropped)
    )
    return tuple(
        choice
        for number, (_, choice) in enumerate(ranked)
        if not choice.cost or number < MOST_CHOICES
    )


def _rank(char: str, kind: int) -> float:
    if char == REPLACEMENT:  # of text misread twice
        return MISREAD_LOSS * UNIT
    return price(char, kind)


def _choice(made: tuple[str, bytes, float]) -> Choice:
    char, data, cost = made
    return Choice(char, tuple(map(_BYTES.__getitem__, data)), cost)


def _made(at: tuple[Place, ...], really: str) -> Iterator[tuple[str, bytes, float]]:
    """Yield the characters that bytes of the places make, these, and what was lost of them."""
    leads = at[0].options
    if len(leads) > 4:
        if len(at) > 1 and len(at[1].options) > 4:
            return
        leads = bytes(byte for byte in leads if byte in _LEADS[really])
    for lead in leads:
        char = grow(bytes([lead]), really)
        if char is None:
            continue
        if char:
            yield char, bytes([lead]), 0.0
            continue
        size = _size(lead, at, really)
        if size > len(at):
            continue
        # Of UTF-8 all bytes are beyond ASCII.
        cost = sum([place.price for place in at[:size]]) if really == "utf-8" else None
        for rest in product(*(_trails(place, really) for place in at[1:size])):
            whole = bytes((lead, *rest))
            char = grow(whole, really)
            if char:
                yield char, whole, _price(whole, at) if cost is None else cost


def _made_common(
    at: tuple[Place, ...], really: str, kind: int
) -> Iterator[tuple[str, bytes, float]]:
    """Yield the commonest characters whose two bytes may be those of the first two places."""
    leads, trails = at[0].options, at[1].options
    for char, lead, trail in _common(really, kind):
        if lead in leads and trail in trails:
            data = bytes((lead, trail))
            yield char, data, _price(data, at)


@cache
def _common(really: str, kind: int) -> tuple[tuple[str, int, int], ...]:
    """Return the commonest characters of a kind of text and their two bytes."""
    ranked = sorted((price(char, kind), char) for char in map(chr, _CHARACTERS))
    found = ((char, byte_options(char, really)) for _, char in ranked[:COMMON])
    return tuple((char, *data) for char, data in found if len(data) == 2)


def _size(lead: int, at: tuple[Place, ...], really: str) -> int:
    """Return of how many bytes a character with this lead is."""
    if really == "utf-8":
        return 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
    return 4 if really == "gb18030" and len(at) == 4 else 2


_DIGITS = tuple(bytes([byte]) for byte in range(0x30, 0x3A))


def _trails(place: Place, really: str) -> bytes:
    if len(place.options) <= 2:
        return place.options
    return bytes(byte for byte in place.options if byte in _TRAILS[really])


def _price(data: bytes, at: tuple[Place, ...]) -> float:
    return sum([place.price for byte, place in zip(data, at, strict=False) if byte >= 0x80])


def _with_dropped(at: tuple[Place, ...], drops: bytes) -> Iterator[Choice]:
    """Yield the characters of UTF-8 that the places are when one or two bytes were dropped."""
    lead = at[0].options[:1]
    if not b"\xe2" <= lead <= b"\xef":
        return
    trail = at[1].options[:1] if len(at) > 1 else b""
    ways: list[tuple[tuple[bytes, ...], int]] = [
        ((lead + bytes(pair),), 2) for pair in product(drops, drops)
    ]
    if b"\x80" <= trail < b"\xc0":
        for hole in drops:
            ways += [((lead + bytes([hole]), trail), 1), ((lead, trail + bytes([hole])), 1)]
    for data, dropped in ways:
        char = grow(b"".join(data), "utf-8")
        if char:
            yield Choice(char, data, dropped * DROPPED * UNIT)
