"""How likely a short stretch of Chinese is by its words: what tells two readings of it apart.

The sum of the negative logarithms of the probabilities of its words, for the best way to part it,
in nats; words and frequencies are jieba's, and Traditional text is looked up in Simplified. Prose
costs about 5 a character, characters put together by chance about 11.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import log

from cleaner.filters.repair.scripts import is_han

# Costs of marks, from their shares in news: one character in twenty is a comma. Others are rare.
_MARKS = {
    "，": 3.0,
    "。": 4.5,
    **dict.fromkeys("、：；！？\n“”", 5.5),
    **dict.fromkeys("《》（）「」", 7.0),
    **dict.fromkeys("『』【】", 9.0),
}
_DIGIT = 4.5
_SPACE = 5.0
_ASCII = 8.0
_STRANGE = 12.0
_PAUSES = frozenset("，。、：；！？")
# No clause ends with these, and no pause follows a pause.
_GOING_ON = frozenset("最不很在和与及或这那每把被从对向为于再更将请其该并而且则仍又")
_BEFORE_NO_PAUSE = _PAUSES | _GOING_ON | {"“", "《", "（", "「"}
_INNER = frozenset("，、；：（《「“")  # no line ends with these
_MISPLACED = 6.0
_CLOSED = 3.0  # what is spoken ends with a full stop and a quotation mark
UNKNOWN = 18.0  # a Chinese character that is no word: the logarithm of jieba's 60 million
LONGEST = 6  # characters of a word; longer ones hold shorter ones


def words_cost(text: str) -> float:
    """Return the cost of ``text``, in nats."""
    text = text.translate(_simplified())
    costs = [0.0]
    for end in range(1, len(text) + 1):
        best = costs[-1] + _single(text[end - 1])
        if text[end - 1] in _PAUSES and end > 1 and text[end - 2] in _BEFORE_NO_PAUSE:
            best += _MISPLACED
        elif text[end - 1] in "”」』" and end > 1 and text[end - 2] in "。！？":
            best -= _CLOSED
        elif text[end - 1] == "\n" and end > 1 and text[end - 2] in _INNER:
            best += _MISPLACED
        for start in range(max(0, end - LONGEST), end - 1):
            word = _word(text[start:end])
            if word is not None and costs[start] + word < best:
                best = costs[start] + word
        costs.append(best)
    return costs[-1]


@lru_cache(maxsize=8192)
def _single(character: str) -> float:
    if is_han(character):
        from cleaner.filters.segment.index import TOTAL, single

        count = int(single(character)[0])
        return log(TOTAL / count) if count else UNKNOWN
    if character in _MARKS:
        return _MARKS[character]
    if character.isascii():
        return _DIGIT if character.isdigit() else _SPACE if character.isspace() else _ASCII
    return _STRANGE


@lru_cache(maxsize=16384)
def _word(word: str) -> float | None:
    from cleaner.filters.segment.index import TOTAL, group

    for rest, count, _ in group(word[0], word[1]):
        if rest == word[2:]:
            return log(TOTAL / int(count)) if count != "0" else None
    return None


@cache
def _simplified() -> Mapping[int, int | str]:
    from cleaner.filters.convert.tables import load

    tables = load()
    return {**{ord(a): b for a, b in tables.defaults.items()}, **tables.characters}


def joining_gain(left: str, right: str) -> float:
    """Return what it gains, in nats, to read two stretches as one; above 0 a word lies across.

    >>> joining_gain("电梯的安全要", "求、试验") > 3 > joining_gain("我喜欢你", "你也喜欢我")
    True
    """
    return words_cost(left) + words_cost(right) - words_cost(left + right)
