"""Lost bytes filled by words: of all characters that they may have been, those that make words.

The search for spans weighs pairs of characters, which is enough to tell misread text from honest
text. What a lost byte was it tells less well: there a second search reads the span as words, with
the frequencies of :mod:`cleaner.mojibake.vocabulary`, which has the right character a third more
often.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp, inf, log

from cleaner.filters.decode.model import UNIT
from cleaner.kept import cache, lru_cache
from cleaner.mojibake.costs import price
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.junctions import MOST_GAIN, gain
from cleaner.mojibake.lost import MOST_CHOICES, Choice, Place, choices
from cleaner.mojibake.readings import Step
from cleaner.mojibake.vocabulary import load
from cleaner.named import NamedTuple

# Characters beside the span that may make words with its ends.
BESIDE = 3
# Costs in nats. A character that is no word by itself; one that the script of the text hardly has,
# which costs over RARE in it, for each nat beyond that.
NO_WORD = 2.0
RARE = 11.5
# How much counts how seldom the script writes a Simplified character as it is written here: words
# are known as Simplified ones, and 説 is a tenth of 说.
FORM = 0.6
# A closing mark that something waits for comes soon; one that nothing waits for, hardly ever.
AWAITED = -2.0
UNAWAITED = 3.0
# After a digit a measure or the unit of a date is as likely as all other characters together.
MEASURE = -3.0
# What a mark costs at the end of a line that a sentence goes on after. Where a lost byte leaves the
# choice, it was a full stop; between the others, a line is cut more often than ended by a colon.
OPEN_ENDS = {**dict.fromkeys("，、；", 3.0), **dict.fromkeys("“‘「『《〈（〔【", 4.0), "：": 2.5}
# How much of what ends of words say of each other counts beside turns of phrase: with all of it,
# one lost character in a hundred more is wrong.
JUNCTION = 0.8
_MOST_JOINED = JUNCTION * MOST_GAIN
WIDTH = 60  # routes kept at each place
_WORD = 8  # what a word takes, in routes that it is added to

_CLOSERS = dict(zip("“‘「『《〈（〔【", "”’」』》〉）〕】", strict=True))
_CLOSING = frozenset(_CLOSERS.values())
_MEASURES = frozenset(
    "年月日号號时時点點分秒个個名人位元万萬亿億岁歲天次家件条條种種％℃度米斤吨噸届屆期集章页頁"
)


class _Route(NamedTuple):
    """The end of a way to read the text: a word, and the route that it goes on from.

    ``awaited`` is the closing mark that the route waits for, ``last`` the last character.
    """

    cost: float
    awaited: str
    last: str
    came_from: _Route | None
    word: tuple[Choice, ...]


class _Option(NamedTuple):
    """A choice for a place, its Simplified form, what it costs in any word, and its places."""

    choice: Choice
    form: str
    extra: float
    size: int


class Text(NamedTuple):
    """A span to be read: its places, and the text on both sides."""

    places: list[Place]
    before: str
    after: str


def read(
    text: Text, step: Step, kind: int, effort: Effort, *, drops: bytes
) -> tuple[float, list[bytes]] | None:
    """Return the cost of a span of ``step`` in nats, with the text beside it, and its bytes.

    The bytes are those of each place; None when they make no text. ``kind`` is the script of the
    text, a number of :mod:`cleaner.mojibake.costs`; ``drops`` are bytes that may have been left
    out without a trace. The words that are tried are taken from ``effort``.
    """
    before = [_fixed(char) for char in text.before[-BESIDE:]]
    after = [_fixed(char) for char in text.after[:BESIDE]]
    places = text.places
    steps = [
        *before,
        *(
            choices(places[at : at + 4], step, kind, drops=drops, most=MOST_CHOICES)
            for at in range(len(places))
        ),
        *after,
    ]
    best, tried = _best(steps, kind, ends_line=not text.after)
    effort.fill(tried)
    if best is None:
        return None
    found: list[Choice] = []
    way: _Route | None = best
    while way is not None:
        found[:0] = way.word
        way = way.came_from
    data = [piece for choice in found for piece in choice.data]
    return best.cost, data[len(before) : len(data) - len(after)]


def cost_as_is(text: Text, line: str, kind: int) -> float:
    """Return what ``line`` costs where the span of ``text`` is, as :func:`read` counts it."""
    whole = text.before[-BESIDE:] + line + text.after[:BESIDE]
    best, _ = _best([_fixed(char) for char in whole], kind, ends_line=not text.after)
    return best.cost if best else inf


def _fixed(char: str) -> tuple[Choice, ...]:
    return (Choice(char, (b"",), 0.0),)


def _best(
    steps: list[tuple[Choice, ...]], kind: int, *, ends_line: bool
) -> tuple[_Route | None, int]:
    """Return the cheapest route through the choices at each place, and how many words it took."""
    tried = 0
    options = [[_option(choice, kind) for choice in here] for here in steps]
    routes: list[dict[tuple[str, str], _Route]] = [{} for _ in range(len(steps) + 1)]
    routes[0]["", ""] = _Route(0.0, "", "", None, ())
    for at, here in enumerate(routes[:-1]):
        if not here:
            continue
        arrived = sorted(here.values(), key=_cost_of)[:WIDTH]
        joined: dict[str, dict[str, tuple[float, _Route]]] = {}
        for word, first, last, size, cost in _words(options, at, kind):
            if ends_line and at + size == len(steps):
                cost += OPEN_ENDS.get(word[-1].char, 0.0)
            if first not in joined:
                joined[first] = _joined(arrived, first)
            _arrive(routes[at + size], joined[first], word, last, cost)
            tried += _WORD + len(arrived)
    return min(routes[-1].values(), key=_cost_of, default=None), tried


def _joined(arrived: list[_Route], first: str) -> dict[str, tuple[float, _Route]]:
    """Return the best of the routes before a word, and its cost, by the mark that they wait for.

    The word begins with ``first``, which is all that counts of it for what ends before it.
    """
    best: dict[str, tuple[float, _Route]] = {}
    for route in arrived:
        known = best.get(route.awaited)
        if known is not None and route.cost - _MOST_JOINED >= known[0]:
            continue
        cost = route.cost - (JUNCTION * gain(route.last, first) if route.last else 0.0)
        if known is None or cost < known[0]:
            best[route.awaited] = cost, route
    return best


def _arrive(
    there: dict[tuple[str, str], _Route],
    joined: dict[str, tuple[float, _Route]],
    word: tuple[Choice, ...],
    last: str,
    cost: float,
) -> None:
    """Keep the best routes with ``word`` added, by their end and the mark that they wait for."""
    mark = word[-1].char
    opened, closing = _CLOSERS.get(mark), mark in _CLOSING
    for awaited, (before, route) in joined.items():
        total = before + cost
        if closing:
            total += AWAITED if mark == awaited else UNAWAITED
            awaited = ""
        elif opened is not None:
            awaited = opened
        known = there.get((awaited, last))
        if known is None or total < known.cost:
            there[awaited, last] = _Route(total, awaited, last, route, word)


def _cost_of(route: _Route) -> float:
    return route.cost


def _words(
    steps: list[list[_Option]], at: int, kind: int
) -> Iterator[tuple[tuple[Choice, ...], str, str, int, float]]:
    """Yield the words that may begin at a place, and their ends, places and costs.

    The ends are the first and the last character, simplified.
    """
    pairs = load().pairs
    total = len(steps)
    before = steps[at - 1] if at else []
    counted = len(before) == 1 and before[0].choice.char in "0123456789"
    for first, begin, extra, size in steps[at]:
        next_at = at + size
        measure = MEASURE if counted and first.char in _MEASURES else 0.0
        single = _single(first.char, begin, kind, next_at == total)
        yield (first,), begin, begin, size, single + extra + measure
        if next_at >= total or not _is_han(begin):
            continue
        for second, form, more, length in steps[next_at]:
            group = pairs[begin + form]
            if group is None:
                continue
            two, longer, lengths = group
            end = next_at + length
            cost = extra + more
            if end == total and longer:
                # The text ends here, maybe inside a word.
                any_word = sum(map(exp, longer.values())) + (0.0 if two is None else exp(two))
                yield (first, second), begin, form, end - at, cost - log(any_word)
            elif two is not None:
                yield (first, second), begin, form, end - at, cost - two
            if longer and end < total:
                for rest, word in _rests(steps, end, begin + form, longer, max(lengths) - 2):
                    places = sum(option.size for option in rest)
                    others = sum(option.extra for option in rest)
                    chosen = (first, second, *(option.choice for option in rest))
                    yield chosen, begin, rest[-1].form, end + places - at, cost + others - word


def _rests(
    steps: list[list[_Option]], at: int, pair: str, longer: Mapping[str, float], most: int
) -> Iterator[tuple[tuple[_Option, ...], float]]:
    """Yield what may stand from a place that is one of ``longer``, rests of words of ``pair``."""
    beginnings = _beginnings(pair)
    waiting: list[tuple[str, tuple[_Option, ...], int]] = [("", (), at)]
    while waiting:
        text, found, place = waiting.pop()
        if text in longer:
            yield found, longer[text]
        if len(text) < most and place < len(steps):
            for option in steps[place]:
                grown = text + option.form
                if grown in beginnings:
                    waiting.append((grown, (*found, option), place + option.size))


@lru_cache(maxsize=1 << 11)
def _beginnings(pair: str) -> frozenset[str]:
    """Return what the rests of words that begin with ``pair`` begin with."""
    group = load().pairs[pair]
    longer = group[1] if group else ()
    return frozenset(rest[:size] for rest in longer for size in range(1, len(rest) + 1))


@lru_cache(maxsize=1 << 14)
def _single(char: str, form: str, kind: int, cut: bool) -> float:
    """Return the cost of a character by itself; ``cut``: it may be the beginning of a word."""
    by_model = price(char, kind) / UNIT
    if cut or not _is_han(char):
        return by_model
    word = load().singles[form]
    return by_model + NO_WORD if word is None else min(-word, by_model + NO_WORD)


@lru_cache(maxsize=1 << 14)
def _option(choice: Choice, kind: int) -> _Option:
    char = choice.char
    extra = choice.cost / UNIT + _rarity(char, kind)
    return _Option(choice, simplified(char), extra, len(choice.data))


def _rarity(char: str, kind: int) -> float:
    """Return the price of a character for being rare in the script."""
    return max(price(char, kind) / UNIT - RARE, FORM * _form(char, kind))


def _form(char: str, kind: int) -> float:
    """Return what a character costs among those that have the same Simplified one."""
    forms = _forms().get(simplified(char))
    if forms is None:
        return 0.0
    return price(char, kind) / UNIT + log(sum(exp(-price(form, kind) / UNIT) for form in forms))


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def simplified(char: str) -> str:
    """Return the Simplified form of a character."""
    return _characters().get(char, char)


@cache
def _characters() -> Mapping[str, str]:
    from cleaner.filters.convert.sources import pairs

    return dict(pairs("TSCharacters.txt"))


@cache
def _forms() -> Mapping[str, tuple[str, ...]]:
    """Return the characters that have the same Simplified one, which is among them, by that."""
    found: dict[str, tuple[str, ...]] = {}
    for char, form in _characters().items():
        found[form] = (*found.get(form, (form,)), char)
    return found
