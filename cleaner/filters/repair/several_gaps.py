"""Several pairs of bytes that a page has dropped from within what is out of step.

One character in twenty that is out of step is of private use, so a long run, as speech has, may
lose several: of ”他說，把 two are gone. Where one pair (:mod:`.gaps`) makes no prose of it, a pair
is tried at each border between two characters of what is shown, or two with a common character
between them, and the likeliest texts are kept on the way.
"""

from __future__ import annotations

from cleaner.filters.repair.gaps import are_dropped
from cleaner.filters.repair.out_of_step import (
    FIRST_DROPPED,
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
from cleaner.named import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 32  # bytes of a run; one that lost pairs is shown shorter than it is
KEPT = 6  # texts that are kept at each border ...
LEFT, RIGHT = 5, 8  # ... of likely characters on both sides of a dropped pair ...
MIDDLE = 3  # ... and between two of them ...
COMMON = 7.5  # ... that cost so much at most, in nats
FEW = 16  # lost first bytes, as a gloss leaves them
_FIRST = bytes(sorted({*FIRST_DROPPED[0], *FIRST_DROPPED[1]}))
_SECOND = bytes(range(0x81, 0xFF))
_MARKS = "，。、！？：；“”‘’（）《》…—·"


class State(NamedTuple):
    """The text up to a border, and what it costs."""

    cost: float
    text: str


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
        State(cost(last + first), first)
        for first, _ in first_characters(last, firsts, data[:1], following)
    ][:KEPT]
    if len(firsts) <= FEW:  # the first character that is shown is a mark where it may be any
        lefts = "".join([_ended(bytes((byte,))) for byte in firsts])
        states += _one(last, lefts, data[:1], following)
    for at in range(1, len(data) - 1, 2):
        first, second, following = data[at : at + 1], data[at + 1 : at + 2], _shown(data, at + 2)
        states = sorted(
            State(state.cost + more, state.text + text)
            for state in states
            for more, text in _across((last + state.text)[-1], first, second, following)
        )[:KEPT]
    if run.last is not None:
        states = [
            State(state.cost + extra, state.text + character)
            for state in states
            for character, extra in last_characters(
                (last + state.text)[-1], data[-1:], run.last, after
            )[:MIDDLE]
        ]
    for state in sorted(states)[:KEPT]:
        yield state.text + run.letter


def _shown(data: bytes, at: int) -> str:
    """Return the character that the two bytes from ``at`` on are, if nothing lies between them."""
    return (text_of(data[at : at + 2]) if at + 2 <= len(data) else None) or ""


@lru_cache(maxsize=1 << 12)  # the runs that are tried after a break begin alike
def _across(before: str, first: bytes, second: bytes, after: str) -> list[State]:
    """Return what two bytes make, alone and with dropped pairs between them.

    ``after`` is likely to follow.
    """
    base = cost(before)
    lefts = _ended(first)
    found = [*_one(before, lefts, second, after), *_two(before, lefts, second, after)]
    character = text_of(first + second)
    if character is not None and _prose(character):
        found.append(State(cost(before + character), character))
    return [State(more - base, text) for more, text in sorted(found)[:KEPT]]


def _one(before: str, lefts: str, second: bytes, after: str) -> Iterator[State]:
    """Yield the characters on both sides of one dropped pair: one of ``lefts``, and the next."""
    for left in _likely(before, lefts, "")[:LEFT]:
        for right in _likely(left, _behind(bytes_of(left)[1], second), after)[:RIGHT]:
            yield State(cost(before + left + right), left + right)


def _two(before: str, lefts: str, second: bytes, after: str) -> Iterator[State]:
    """Yield the same of two dropped pairs, with a common character between them."""
    for left in _likely(before, lefts, "")[:MIDDLE]:
        for middle in _likely(left, _middles(bytes_of(left)[1]), "")[:MIDDLE]:
            for right in _likely(middle, _behind(bytes_of(middle)[1], second), after)[:MIDDLE]:
                text = left + middle + right
                yield State(cost(before + text), text)


def _likely(before: str, characters: str, after: str) -> list[str]:
    """Return ``characters``, those that are likely between two others first."""
    from cleaner.filters.decode.model import load

    costs = load().between(before, characters, after)
    return [characters[at] for at in sorted(range(len(costs)), key=costs.__getitem__)]


@lru_cache(maxsize=1 << 12)
def _behind(lead: int, second: bytes) -> str:
    """Return the characters with ``second`` of which the first byte ends a dropped pair."""
    return "".join(
        character
        for character in _prose(made_of(second, _SECOND, first=True))
        if are_dropped(lead, bytes_of(character)[0])
    )


@lru_cache(maxsize=64)
def _middles(lead: int) -> str:
    """Return the common characters that end one dropped pair and begin another."""
    found = "".join(_behind(lead, bytes((byte,))) for byte in _FIRST)
    return "".join(character for character in found if cost(character) <= COMMON)


@lru_cache(maxsize=1 << 10)
def _ended(half: bytes) -> str:
    """Return the characters of prose that ``half`` begins and a dropped pair ends."""
    return _prose(made_of(half, _FIRST))


def _prose(characters: str) -> str:
    """Return those of ``characters`` that such pages have: neither kana nor full-width letters."""
    return "".join([one for one in characters if is_han(one) or one in _MARKS])
