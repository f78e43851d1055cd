"""Several pairs of bytes that a page has dropped from within what is out of step.

One character in twenty that is out of step is of private use, so a long run, as speech has, may
lose several: of ”他說，把 two are gone. Where one pair (:mod:`.gaps`) makes no prose of it, a pair
is tried at each border between two characters of what is shown, or two with a common character
between them, and the likeliest texts are kept on the way.
"""

from __future__ import annotations

from cleaner.filters.decode.model import load
from cleaner.filters.repair.out_of_step import (
    FIRST_DROPPED,
    LAST_LOW,
    Run,
    bytes_of,
    cost,
    first_characters,
    last_characters,
    made_of,
    text_of,
)
from cleaner.filters.repair.scripts import is_han
from cleaner.kept import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    # What it costs, and the text up to a border.
    State = tuple[float, str]

LONGEST = 32  # bytes of a run; one that lost pairs is shown shorter than it is
KEPT = 6  # texts that are kept at each border ...
LEFT, RIGHT = 5, 8  # ... of likely characters on both sides of a dropped pair ...
MIDDLE = 3  # ... and between two of them ...
COMMON = 7.5  # ... that cost so much at most, in nats
FEW = 16  # lost first bytes, as a gloss leaves them
_FIRST = bytes(sorted({*FIRST_DROPPED[0], *FIRST_DROPPED[1]}))
_SECOND = bytes(range(0x81, 0xFF))
_MARKS = "，。、！？：；“”‘’（）《》…—·"


def bridged_often(before: str, firsts: Sequence[int], run: Run, after: str) -> Iterator[str]:
    """Yield texts of ``run`` with the pairs put in that it may have lost.

    ``before`` and ``after`` stand on both sides of the run; ``firsts`` are its lost first bytes.
    """
    data = run.data
    if not 0 < len(data) <= LONGEST:
        return
    last = before[-1:]
    following = _shown(data, 1)
    states = [
        (cost(last + first), first)
        for first, _ in first_characters(last, firsts, data[:1], following)
    ][:KEPT]
    if len(firsts) <= FEW:  # the first character that is shown is a mark where it may be any
        lefts = "".join([_ended(bytes((byte,))) for byte in firsts])
        states += _one(last, _likely(last, lefts, "", LEFT), data[:1], following)
    for at in range(1, len(data) - 1, 2):
        first, second, following = data[at : at + 1], data[at + 1 : at + 2], _shown(data, at + 2)
        states = sorted(
            [
                (spent + more, read + text)
                for spent, read in states
                for more, text in _across((last + read)[-1], first, second, following)
            ]
        )[:KEPT]
    if run.last is not None:
        states = [
            (spent + extra, text + character)
            for spent, text in states
            for character, extra in last_characters((last + text)[-1], data[-1:], run.last, after)[
                :MIDDLE
            ]
        ]
    for _, text in sorted(states)[:KEPT]:
        yield text + run.letter


def _shown(data: bytes, at: int) -> str:
    """Return the character that the two bytes from ``at`` on are, if nothing lies between them."""
    return (text_of(data[at : at + 2]) if at + 2 <= len(data) else None) or ""


@lru_cache(maxsize=1 << 12)  # the runs that are tried after a break begin alike
def _across(before: str, first: bytes, second: bytes, after: str) -> list[State]:
    """Return what two bytes make, alone and with dropped pairs between them.

    ``after`` is likely to follow.
    """
    base = cost(before)
    lefts = _lefts(before, first)
    found = [*_one(before, lefts, second, after), *_two(before, lefts, second, after)]
    character = text_of(first + second)
    if character is not None and _prose(character):
        found.append((cost(before + character), character))
    return [(more - base, text) for more, text in sorted(found)[:KEPT]]


def _one(before: str, lefts: str, second: bytes, after: str) -> Iterator[State]:
    """Yield the characters on both sides of one dropped pair: one of ``lefts``, and the next."""
    for left in lefts:
        yield from _ended_by(before, left, _rights(left, second, after))


def _two(before: str, lefts: str, second: bytes, after: str) -> Iterator[State]:
    """Yield the same of two dropped pairs, with a common character between them."""
    for left in lefts[:MIDDLE]:
        for middle in _middles(left):
            yield from _ended_by(before, left + middle, _rights(middle, second, after)[:MIDDLE])


def _ended_by(before: str, text: str, rights: str) -> Iterator[State]:
    """Yield ``text`` with each of ``rights`` at its end."""
    costs = load().between(before + text, rights, "")
    return zip(costs, [text + right for right in rights], strict=True)


# Most of the time goes into these three, which the texts that are kept at a border, and those of
# the next run, ask alike.
@lru_cache(maxsize=1 << 12)
def _lefts(before: str, first: bytes) -> str:
    """Return the likely characters that ``first`` begins, before a dropped pair."""
    return _likely(before, _ended(first), "", LEFT)


@lru_cache(maxsize=1 << 12)
def _middles(left: str) -> str:
    """Return the likely ones of what ends a dropped pair behind ``left`` and begins another."""
    return _likely(left, _common(*_leads(left)), "", MIDDLE)


@lru_cache(maxsize=1 << 12)
def _rights(left: str, second: bytes, after: str) -> str:
    """Return the likely characters with ``second`` that end a dropped pair behind ``left``."""
    return _likely(left, _behind(*_leads(left), second), after, RIGHT)


def _likely(before: str, characters: str, after: str, count: int) -> str:
    """Return the ``count`` of ``characters`` that are likeliest between two others, these first."""
    costs = load().between(before, characters, after)
    order = sorted(range(len(costs)), key=costs.__getitem__)
    return "".join([characters[at] for at in order[:count]])


def _leads(left: str) -> tuple[bool, bool]:
    """Tell what a pair may end with that begins with the second byte of ``left``: low, and high."""
    byte = bytes_of(left)[1]
    return byte in FIRST_DROPPED[0], byte in FIRST_DROPPED[1]


@lru_cache(maxsize=1 << 9)
def _behind(low: bool, high: bool, second: bytes) -> str:
    """Return the characters with ``second`` whose first byte ends a dropped pair, a low or high."""
    return "".join(
        character
        for character in _prose(made_of(second, _SECOND, first=True))
        if (high if bytes_of(character)[0] > LAST_LOW else low)
    )


@lru_cache(maxsize=4)
def _common(low: bool, high: bool) -> str:
    """Return the common characters that end one dropped pair and begin another."""
    found = "".join(_behind(low, high, bytes((byte,))) for byte in _FIRST)
    return "".join(character for character in found if cost(character) <= COMMON)


@lru_cache(maxsize=1 << 10)
def _ended(half: bytes) -> str:
    """Return the characters of prose that ``half`` begins and a dropped pair ends."""
    return _prose(made_of(half, _FIRST))


def _prose(characters: str) -> str:
    """Return those of ``characters`` that such pages have: neither kana nor full-width letters."""
    return "".join([one for one in characters if is_han(one) or one in _MARKS])
