"""The bytes of GBK text read one byte out of step, and what they say when read in step.

What :mod:`.desync` takes for a break is followed by characters of which each has the second byte
of one character and the first byte of the next. They are read anew here; the bytes that were lost
are chosen by what is likely, or by a gloss.
"""

from __future__ import annotations

from cleaner.filters.repair.halves import EATEN, ENDING
from cleaner.filters.repair.readings import characters, is_reading, pinyin
from cleaner.filters.repair.scripts import is_han
from cleaner.kept import lru_cache
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleaner.filters.decode.model import Around

# Characters that are shown out of step, with their glosses: 13 at most on real pages, where a byte
# below 0x80 ends one character in three.
LONGEST = 60
MOST = 8  # choices for a lost byte that are weighed, if it is not the only one
WEIGHED = 16  # texts of a run that are weighed by words
# What the pairs of a choice may cost more than those of the likeliest one, in nats: of 1,579 breaks
# that were read, on pages damaged so by a program, none was read as one that costs 7.1 more.
NEAR = 9.0

# A gloss that a byte of the text did not cost its bracket.
WHOLE_GLOSS = lazy(rf"[(（]({ENDING})")
#: Full-width marks by the half-width ones that a page made of them.
FOLDED = {ord(mark): chr(ord(mark) + 0xFEE0) for mark in ",!?;:()"}
#: What a lost first byte may be.
LEADS = bytes(range(0x81, 0xFF))
_LASTS = bytes(range(0x80, 0xFF))


# First bytes of characters of private use: before a second byte up to A0, and above.
LAST_LOW = 0xA0
FIRST_DROPPED = (
    bytes((*range(0xA1, 0xA8), 0xFE)),
    bytes((*range(0xAA, 0xB0), *range(0xF8, 0xFF))),
)


class Run(NamedTuple):
    """Text read out of step: where it ends, and its bytes but for the first one and, maybe, last.

    ``last`` has the choices for a last byte that was lost too, None when it was not; ``gloss`` is
    the reading of the character that it belongs to, where one was put in after it. ``letter`` is
    one that comes after these bytes.
    """

    end: int
    data: bytes
    last: Sequence[int] | None
    gloss: str = ""
    letter: str = ""


def runs(text: str, start: int) -> Iterator[Run]:
    """Yield the ways to read the bytes of what is out of step from ``start`` on.

    A letter is a byte that brings the text back into step, or a full-width one that the page
    folded; each is tried.
    """
    data = bytearray()
    index = start
    while index < len(text) and index - start <= LONGEST:
        character = text[index]
        if character == "?":
            eaten = EATEN.match(text, index)
            if eaten is not None:
                gloss = eaten.group(1)[:-1]
                lasts = choices(bytes(data[-1:]), gloss) if data else _LASTS
                yield Run(eaten.end(), bytes(data), lasts, gloss)
                if lasts:
                    return
            if data or text[start - 1] in ")）":
                yield Run(
                    index + 1, bytes(data), LEADS if data else _alone(text[index + 1 : index + 2])
                )
        whole = WHOLE_GLOSS.match(text, index) if character in "(（" else None
        if whole is not None:
            if not fits(text[index - 1], whole.group(1)[:-1]):
                return
            index = whole.end()
            continue
        if "@" <= character <= "~" or character == "€":
            yield Run(
                index + 1,
                bytes(data) + (b"\x80" if character == "€" else character.encode("ascii")),
                None,
            )
        two = bytes_of(character.translate(FOLDED) if character < "\x80" else character)
        if len(two) != 2:
            return
        if two[1] < 0x80:  # 病（C shown as ?。–: a letter of the text itself came in its turn
            yield Run(index + 1, bytes(data) + two[:1], None, letter=chr(two[1]))
            return
        data += two
        index += 1


@lru_cache(maxsize=1 << 8)
def _alone(following: str) -> Sequence[int]:
    """Return the bytes that are a ``?`` by themselves before a character, which stays in step."""
    first = bytes_of(following)[:1] if is_han(following) else b""
    if not first:
        return LEADS
    return tuple(byte for byte in range(0x80, 0xFF) if text_of(bytes((byte,)) + first) is None)


def texts(before: str, firsts: Sequence[int], run: Run, after: str) -> list[str]:
    """Return the likeliest texts of ``run``, between two others, with its lost bytes filled in.

    The first byte decides the first character only, the last byte the last one.
    """
    data = run.data
    if run.last is None:
        rest = text_of(data[1:])
        if rest is None:
            return []
        rest += run.letter
        return [
            first + rest
            for first, _ in first_characters(before, firsts, data[:1], (rest + after)[:1])
        ]
    if not data:  # both lost bytes are of one character
        whole = ranked(before, _whole(firsts, run.last, run.gloss), after)
        return [character for character, _ in whole[:MOST]]
    rest = text_of(data[1:-1]) if len(data) > 1 else None
    if rest is None:
        return []
    starts = first_characters(before, firsts, data[:1], rest[:1])[:MOST]
    found = [
        (more + extra, start + rest + last)
        for start, extra in starts
        for last, more in last_characters((start + rest)[-1], data[-1:], run.last, after)
        if more + extra <= NEAR
    ]
    return [text for _, text in sorted(found)[:WEIGHED]]


def gapped(text: str, before: str, firsts: Sequence[int], run: Run) -> Iterator[str]:
    """Yield texts of ``run`` with a pair of bytes before its last byte that the page has dropped.

    Of 對數據 (8CA6 94B5 93FE) A694 is a character of private use, which many pages lose. Only a
    gloss of the character that the last byte belongs to tells of it.
    """
    if run.last is None:
        whole = WHOLE_GLOSS.match(text, run.end)
        if whole is None or run.letter:
            return
        letter, data, gloss = run.data[-1:], run.data[:-1], whole[1][:-1]
        ends = _whole(LEADS, letter, gloss)
    else:
        data, ends = run.data, characters(run.gloss) if run.gloss else ""
    if not data:
        for first in firsts[:MOST]:
            yield from _over_gap(before[-1:], bytes((first,)), ends)
        return
    rest = text_of(data[1:-1])
    if rest is not None:
        for start, _ in first_characters(before, firsts, data[:1], rest[:1])[:1]:
            for read in _over_gap((before + start + rest)[-1:], data[-1:], ends):
                yield start + rest + read


@lru_cache(maxsize=1 << 12)
def _over_gap(before: str, half: bytes, ends: str) -> list[str]:
    """Return the likeliest two characters after ``before``: of ``half``, the pair, and ``ends``."""
    found = []
    for last in ends:
        two = bytes_of(last)
        for byte in FIRST_DROPPED[two[0] > LAST_LOW] if two else ():
            character = text_of(half + bytes((byte,)))
            if character and (is_han(character) or character in "、。"):
                found.append(character + last)
    return sorted(found, key=lambda read: cost(before + read))[:MOST]


@lru_cache(maxsize=1 << 10)
def last_characters(
    before: str, first: bytes, seconds: Sequence[int], after: str
) -> list[tuple[str, float]]:
    """Return the likeliest characters that have ``first`` for their first byte."""
    return ranked(before, made_of(first, seconds), after)[:MOST]


@lru_cache(maxsize=1 << 10)  # the runs that are tried after a break begin alike
def first_characters(
    before: str, firsts: Sequence[int], second: bytes, after: str
) -> list[tuple[str, float]]:
    """Return the likeliest characters that have ``second`` for their second byte."""
    return ranked(before, made_of(second, firsts, first=True), after)[:WEIGHED]


@lru_cache(maxsize=1 << 10)  # of 126 bytes at each end of a run, whatever stands beside it
def made_of(half: bytes, others: Sequence[int], *, first: bool = False) -> str:
    """Return the characters that ``half`` makes with each of ``others``; ``first``: before it."""
    both = ((bytes((byte,)) + half if first else half + bytes((byte,))) for byte in others)
    return "".join(filter(None, map(text_of, both)))


def fits(character: str, gloss: str) -> bool:
    """Tell whether ``gloss``, if there is one, is a reading of ``character``."""
    return not gloss or (is_han(character) and is_reading(character, pinyin(gloss)))


@lru_cache(maxsize=64)
def _whole(firsts: Sequence[int], lasts: Sequence[int], gloss: str) -> str:
    """Return the characters of two bytes that read as ``gloss``, if there is one."""
    both = (text_of(bytes((first, last))) for first in firsts for last in lasts)
    return "".join(character for character in both if character and fits(character, gloss))


def ranked(before: str, found: str, after: str) -> list[tuple[str, float]]:
    """Return the characters ``found`` that are likely between two others, the likeliest first.

    With each goes what its pairs cost more than those of the first.
    """
    from cleaner.filters.decode.model import load

    costs = load().between(before[-1:], found, after[:1])
    least = min(costs, default=0.0)
    near = [at for at in range(len(found)) if costs[at] <= least + NEAR]
    return [(found[at], costs[at] - least) for at in sorted(near, key=costs.__getitem__)]


@lru_cache(maxsize=1024)
def choices(first: bytes, gloss: str) -> tuple[int, ...]:
    """Return the second bytes that with ``first`` make a character that reads as ``gloss``."""
    syllable = pinyin(gloss)
    found = []
    for byte in _LASTS:
        character = text_of(bytes((*first, byte)))
        if character and is_reading(character, syllable):
            found.append(byte)
    return tuple(found)


def between(before: str, letter: str) -> str | None:
    """Return the character that the last byte of ``before`` and ``letter`` make in GBK, or None."""
    data = bytes_of(before.translate(FOLDED))
    return text_of(data[1:] + letter.encode("ascii")) if data else None


def bytes_of(character: str) -> bytes:
    """Return the two bytes of ``character`` in GBK; none if it has not two."""
    try:
        data = character.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    return data if len(data) == 2 else b""


def text_of(data: bytes) -> str | None:
    """Return what ``data`` is in GBK, None if a byte of it is no half of a character."""
    try:
        text = data.decode("gbk")
    except UnicodeDecodeError:
        return None
    return text if len(text) * 2 == len(data) else None  # no letter between two bytes


def cost(text: str) -> float:
    """Return the cost of ``text`` by its pairs of characters, in nats."""
    from cleaner.filters.decode.model import load

    return load().cost(text)


def around(before: str, after: str) -> Around:
    """Return what weighs texts between two others, each at least a character, by their pairs."""
    from cleaner.filters.decode.model import load

    return load().around(before, after)
