"""Lost bytes filled by words: of all characters that they may have been, those that make words.

The search for spans weighs pairs of characters, which is enough to tell misread text from honest
text. What a lost byte was it tells less well: there a second search reads the span as words, with
the frequencies of :mod:`cleaner.mojibake.vocabulary`, which has the right character a third more
often.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp, inf, log
from operator import itemgetter

from cleaner.kept import lru_cache
from cleaner.mojibake.choices import Choice, begins_nothing
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.junctions import LEAST, MOST_GAIN, gain
from cleaner.mojibake.options import Option, Options, Word, given, options_of
from cleaner.mojibake.places import Place
from cleaner.mojibake.readings import Step
from cleaner.mojibake.vocabulary import load
from cleaner.named import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    # The end of a way to read the text: its cost, the closing mark that it waits for, its last
    # character, the route that it goes on from, and the word that it adds. A plain tuple, of which
    # a line makes thousands.
    _Route = tuple[float, str, str, "_Route | None", tuple[Choice, ...]]

# Characters beside the span that may make words with its ends.
BESIDE = 3
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
# By how much a route may be dearer than another to the same place that waits for the same mark, and
# still be the better one in the end: what follows differs by the junction.
_SLACK = JUNCTION * (MOST_GAIN - LEAST)
_MOST_PLACES = 4  # that a character is of
WIDTH = 60  # routes kept at each place
_WORD = 8  # what a word takes, in routes that it is added to

_CLOSERS = dict(zip("“‘「『《〈（〔【", "”’」』》〉）〕】", strict=True))
_CLOSING = frozenset(_CLOSERS.values())
_MARKS = frozenset((*OPEN_ENDS, *_CLOSERS, *_CLOSING))
_MEASURES = frozenset(
    "年月日号號时時点點分秒个個名人位元万萬亿億岁歲天次家件条條种種％℃度米斤吨噸届屆期集章页頁"
)


_NOTHING = Options((), (), ())


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
    before = _fixed(text.before[-BESIDE:], kind)
    after = _fixed(text.after[:BESIDE], kind)
    places = text.places
    steps = [
        *before,
        *(
            _NOTHING
            if begins_nothing(place, step.really)
            else options_of(tuple(places[at : at + _MOST_PLACES]), step, kind, drops)
            for at, place in enumerate(places)
        ),
        *after,
    ]
    best, tried = _best(steps, ends_line=not text.after)
    effort.fill(tried)
    if best is None:
        return None
    words: list[tuple[Choice, ...]] = []
    way: _Route | None = best
    while way is not None:
        words.append(way[4])
        way = way[3]
    data = [piece for word in reversed(words) for choice in word for piece in choice.data]
    return best[0], data[len(before) : len(data) - len(after)]


def cost_as_is(text: Text, line: str, kind: int) -> float:
    """Return what ``line`` costs where the span of ``text`` is, as :func:`read` counts it."""
    whole = text.before[-BESIDE:] + line + text.after[:BESIDE]
    best, _ = _best(_fixed(whole, kind), ends_line=not text.after)
    return best[0] if best else inf


def _fixed(text: str, kind: int) -> list[Options]:
    return [given(char, kind) for char in text]


def _best(steps: list[Options], *, ends_line: bool) -> tuple[_Route | None, int]:
    """Return the cheapest route through the options at each place, and how many words it took.

    Routes are kept by the mark that they wait for and by their end; those that are dearer by more
    than :data:`_SLACK` than another that waits for the same mark are dropped.
    """
    tried = 0
    total = len(steps)
    routes: list[dict[tuple[str, str], _Route]] = [{} for _ in range(total + 1)]
    routes[0]["", ""] = (0.0, "", "", None, ())
    # What a route may cost, by the mark that it waits for and its place.
    limits = {mark: [inf] * (total + 1) for mark in ("", *_CLOSING)}
    for at in range(total):
        if not routes[at]:
            continue
        arrived = _cheapest(routes[at], limits, at)
        words = _words(steps, at)
        for awaited, group in arrived.items():
            least = group[0][0] - _MOST_JOINED
            plain = limits[awaited]
            joined: dict[str, tuple[float, _Route]] = {}
            for word, first, last, size, cost in words:
                end = at + size
                after, bounds = awaited, plain
                if last in _MARKS:
                    if ends_line and end == total:
                        cost += OPEN_ENDS.get(last, 0.0)
                    if last in _CLOSING:
                        after = ""
                        cost += AWAITED if last == awaited else UNAWAITED
                    elif last in _CLOSERS:
                        after = _CLOSERS[last]
                    bounds = limits[after]
                if least + cost > bounds[end]:
                    continue
                found = joined.get(first)
                if found is None:
                    found = joined[first] = _joined(group, first)
                whole = found[0] + cost
                if whole > bounds[end]:
                    continue
                if whole + _SLACK < bounds[end]:
                    bounds[end] = whole + _SLACK
                known = routes[end].get((after, last))
                if known is None or whole < known[0]:
                    routes[end][after, last] = (whole, after, last, found[1], word)
        tried += len(words) * (_WORD + sum(map(len, arrived.values())))
    return min(routes[-1].values(), key=_cost_of, default=None), tried


_cost_of = itemgetter(0)


def _cheapest(
    routes: dict[tuple[str, str], _Route], limits: Mapping[str, list[float]], at: int
) -> dict[str, list[_Route]]:
    """Return the cheapest routes to a place by the mark that they wait for."""
    kept = [route for route in routes.values() if route[0] <= limits[route[1]][at]]
    kept.sort(key=_cost_of)
    groups: dict[str, list[_Route]] = {}
    for route in kept[:WIDTH]:
        groups.setdefault(route[1], []).append(route)
    return groups


def _joined(group: list[_Route], first: str) -> tuple[float, _Route]:
    """Return what the best of the routes before a word costs with their junction, and the route.

    The word begins with ``first``, which is all that counts of it for what ends before it.
    """
    least, found = inf, group[0]
    for route in group:
        if route[0] - _MOST_JOINED >= least:
            break
        cost = route[0] - (JUNCTION * gain(route[2], first) if route[2] else 0.0)
        if cost < least:
            least, found = cost, route
    return least, found


def _words(steps: list[Options], at: int) -> list[Word]:
    """Return the words that may begin at a place."""
    pairs = load().pairs
    total = len(steps)
    before = steps[at - 1].options if at else ()
    counted = len(before) == 1 and before[0].choice.char in "0123456789"
    found = list(steps[at].words)
    if counted or at + _MOST_PLACES >= total:
        found = [
            (
                (first,),
                form,
                form,
                size,
                (cut if at + size == total else alone)
                + extra
                + (MEASURE if counted and first.char in _MEASURES else 0.0),
            )
            for first, form, extra, size, alone, cut in steps[at].options
        ]
    for first, begin, extra, size, _, _ in steps[at].begins:
        next_at = at + size
        if next_at >= total:
            continue
        for second, form, more, length, _, _ in steps[next_at].options:
            group = pairs[begin + form]
            if group is None:
                continue
            two, longer, lengths = group
            end = next_at + length
            cost = extra + more
            if end == total and longer:
                # The text ends here, maybe inside a word.
                any_word = sum(map(exp, longer.values())) + (0.0 if two is None else exp(two))
                found.append(((first, second), begin, form, end - at, cost - log(any_word)))
            elif two is not None:
                found.append(((first, second), begin, form, end - at, cost - two))
            if longer and end < total:
                for rest, word in _rests(steps, end, begin + form, longer, max(lengths) - 2):
                    places = sum(option.size for option in rest)
                    others = sum(option.extra for option in rest)
                    chosen = (first, second, *(option.choice for option in rest))
                    whole = cost + others - word
                    found.append((chosen, begin, rest[-1].form, end + places - at, whole))
    return found


def _rests(
    steps: list[Options], at: int, pair: str, longer: Mapping[str, float], most: int
) -> Iterator[tuple[tuple[Option, ...], float]]:
    """Yield what may stand from a place that is one of ``longer``, rests of words of ``pair``."""
    beginnings = _beginnings(pair)
    waiting: list[tuple[str, tuple[Option, ...], int]] = [("", (), at)]
    while waiting:
        text, found, place = waiting.pop()
        if text in longer:
            yield found, longer[text]
        if len(text) < most and place < len(steps):
            for option in steps[place].options:
                grown = text + option.form
                if grown in beginnings:
                    waiting.append((grown, (*found, option), place + option.size))


@lru_cache(maxsize=1 << 11)
def _beginnings(pair: str) -> frozenset[str]:
    """Return what the rests of words that begin with ``pair`` begin with."""
    group = load().pairs[pair]
    longer = group[1] if group else ()
    return frozenset(rest[:size] for rest in longer for size in range(1, len(rest) + 1))
