"""The characters that bytes may make of which some were lost, likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from cleaner.filters.decode.model import UNIT
from cleaner.kept import cache, lru_cache
from cleaner.mojibake.costs import MISREAD_LOSS, REPLACEMENT, price
from cleaner.mojibake.places import BYTES, Place
from cleaner.mojibake.readings import Step, byte_options, grow
from cleaner.named import NamedTuple

# What a byte costs that left no trace at all, in nats.
DROPPED = 2.5
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
_TRAIL = frozenset(BYTES[0x80:0xC0])


class Choice(NamedTuple):
    """A character that the bytes from a place on may be.

    ``data`` has the bytes for each place; ``cost`` is what was lost of them, in steps.
    """

    char: str
    data: tuple[bytes, ...]
    cost: float


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


def all_choices(at: Sequence[Place], step: Step) -> tuple[Choice, ...]:
    """Return all characters that ``at``, the next four places, may begin with, in any order.

    Of text misread twice none is rare: 型 comes out of 瀷.
    """
    return tuple(map(_choice, _made(tuple(at), step.really)))


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
    return Choice(char, tuple(map(BYTES.__getitem__, data)), cost)


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
