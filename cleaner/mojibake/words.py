"""Lost bytes filled by words: of all characters that they may have been, those that make words.

The search for spans weighs pairs of characters, which is enough to tell misread text from honest
text. What a lost byte was it tells less well: there a second search reads the span as words, with
the frequencies of jieba's dictionary (:mod:`cleaner.filters.segment.lexicon`), which has the right
character a third more often.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from math import exp, log

from cleaner.filters.decode.model import UNIT
from cleaner.filters.segment.lexicon import Lexicon
from cleaner.mojibake.costs import price
from cleaner.mojibake.lost import MOST_CHOICES, Choice, Place, choices
from cleaner.mojibake.readings import Step
from cleaner.named import NamedTuple

# Characters beside the span that may make words with its ends.
BESIDE = 3
# Costs in nats. A character that is no word by itself; one that the script of the text hardly has,
# which costs over RARE in it, for each nat beyond that.
NO_WORD = 2.0
RARE = 11.5
# A closing mark that something waits for comes soon; one that nothing waits for, hardly ever.
AWAITED = -2.0
UNAWAITED = 3.0
# After a digit a measure or the unit of a date is as likely as all other characters together.
MEASURE = -3.0
# A comma at the end of a line: where a lost byte leaves the choice, it was a full stop.
OPEN_END = 4.0

_CLOSERS = dict(zip("“‘「『《〈（〔【", "”’」』》〉）〕】", strict=True))
_CLOSING = frozenset(_CLOSERS.values())
_MEASURES = frozenset(
    "年月日号號时時点點分秒个個名人位元万萬亿億岁歲天次家件条條种種％℃度米斤吨噸届屆期集章页頁"
)

# The end of a route: its cost, the closing mark that it waits for, what it came from, its choices.
_Route = tuple[float, str, "_Route | None", tuple[Choice, ...]]


class Text(NamedTuple):
    """A span to be read: its places, and the text on both sides."""

    places: list[Place]
    before: str
    after: str


def read(text: Text, step: Step, kind: int, drops: bool) -> list[bytes] | None:
    """Return the bytes of each place of a span of ``step``, None when they make no text.

    ``kind`` is the script of the text, a number of :mod:`cleaner.mojibake.costs`; ``drops`` says
    that bytes may have been left out without a trace.
    """
    before = [_fixed(char) for char in text.before[-BESIDE:]]
    after = [_fixed(char) for char in text.after[:BESIDE]]
    places = text.places
    steps: list[tuple[Choice, ...]] = [
        *before,
        *(
            choices(places[at : at + 4], step, kind, drops=drops, most=MOST_CHOICES)
            for at in range(len(places))
        ),
        *after,
    ]
    ends_line = not text.after
    routes: list[dict[str, _Route]] = [{} for _ in range(len(steps) + 1)]
    routes[0][""] = (0.0, "", None, ())
    for at, arrived in enumerate(routes[:-1]):
        for word, size, cost in _words(steps, at, kind) if arrived else ():
            last = word[-1].char
            if ends_line and at + size == len(steps) and last in "，、":
                cost += OPEN_END
            for route in arrived.values():
                _arrive(routes[at + size], route, word, cost, last)
    if not routes[-1]:
        return None
    best = min(routes[-1].values(), key=lambda route: route[0])
    found: list[Choice] = []
    way: _Route | None = best
    while way is not None:
        found[:0] = way[3]
        way = way[2]
    data = [piece for choice in found for piece in choice.data]
    return data[len(before) : len(data) - len(after)]


def _fixed(char: str) -> tuple[Choice, ...]:
    return (Choice(char, (b"",), 0.0),)


def _arrive(
    routes: dict[str, _Route], route: _Route, word: tuple[Choice, ...], cost: float, last: str
) -> None:
    """Keep ``route`` with ``word`` added if it is the best that waits for its closing mark."""
    awaited = _CLOSERS.get(last, route[1])
    if last in _CLOSING:
        cost += AWAITED if last == route[1] else UNAWAITED
        awaited = ""
    total = route[0] + cost
    if awaited not in routes or total < routes[awaited][0]:
        routes[awaited] = (total, awaited, route, word)


def _words(
    steps: list[tuple[Choice, ...]], at: int, kind: int
) -> Iterator[tuple[tuple[Choice, ...], int, float]]:
    """Yield the words that may begin at a place: their characters, places and costs."""
    lexicon = _lexicon()
    total = len(steps)
    counted = at > 0 and len(steps[at - 1]) == 1 and steps[at - 1][0].char in "0123456789"
    for first in steps[at]:
        begin = _simplified(first.char)
        extra = _extra(first, kind)
        next_at = at + len(first.data)
        measure = MEASURE if counted and first.char in _MEASURES else 0.0
        single = _single(first.char, begin, kind, cut=next_at == total)
        yield (first,), next_at - at, single + extra + measure
        if next_at >= total or not _is_han(begin):
            continue
        for second in steps[next_at]:
            group = lexicon.pairs[begin + _simplified(second.char)]
            if group is None:
                continue
            two, longer, lengths = group
            end = next_at + len(second.data)
            cost = extra + _extra(second, kind)
            if end == total and longer:
                # The text ends here, maybe inside a word.
                any_word = sum(map(exp, longer.values())) + (0.0 if two is None else exp(two))
                yield (first, second), end - at, cost - log(any_word)
            elif two is not None:
                yield (first, second), end - at, cost - two
            if longer and end < total:
                for rest, word in _rests(steps, end, longer, max(lengths) - 2):
                    size = sum(len(choice.data) for choice in rest)
                    more = sum(_extra(choice, kind) for choice in rest)
                    yield (first, second, *rest), end + size - at, cost + more - word


def _rests(
    steps: list[tuple[Choice, ...]], at: int, longer: Mapping[str, float], most: int
) -> Iterator[tuple[tuple[Choice, ...], float]]:
    """Yield what may stand from a place on that is one of the rests of words in ``longer``."""
    beginnings = {rest[:size] for rest in longer for size in range(1, len(rest) + 1)}
    waiting: list[tuple[str, tuple[Choice, ...], int]] = [("", (), at)]
    while waiting:
        text, found, place = waiting.pop()
        if text in longer:
            yield found, longer[text]
        if len(text) < most and place < len(steps):
            for choice in steps[place]:
                grown = text + _simplified(choice.char)
                if grown in beginnings:
                    waiting.append((grown, (*found, choice), place + len(choice.data)))


def _single(char: str, simplified: str, kind: int, *, cut: bool) -> float:
    """Return the cost of a character by itself; ``cut``: it may be the beginning of a word."""
    by_model = price(char, kind) / UNIT
    if cut or not _is_han(char):
        return by_model
    word = _lexicon().singles[simplified]
    return by_model + NO_WORD if word is None else min(-word, by_model + NO_WORD)


def _extra(choice: Choice, kind: int) -> float:
    """Return what was lost of a character, and its price for being rare in the script."""
    by_model = price(choice.char, kind) / UNIT
    return choice.cost / UNIT + max(0.0, by_model - RARE)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _simplified(char: str) -> str:
    return _characters().get(char, char)


@cache
def _characters() -> Mapping[str, str]:
    from cleaner.filters.convert.sources import pairs

    return dict(pairs("TSCharacters.txt"))


@cache
def _lexicon() -> Lexicon:
    return Lexicon()
