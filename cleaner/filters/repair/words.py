"""How likely a short stretch of Chinese is by its words: what tells two readings of it apart.

The sum of the negative logarithms of the probabilities of its words, for the best way to part it,
in nats; words and frequencies are jieba's, and Traditional text is looked up in Simplified. Prose
costs about 5 a character, characters put together by chance about 11.
"""

from __future__ import annotations

from itertools import repeat
from math import inf, log

from cleaner.filters.repair.scripts import is_han
from cleaner.filters.segment.index import TOTAL, counts, may_join, single
from cleaner.kept import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

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
# By how many nats a mark is likelier behind these than elsewhere. On 1,600 real and golden pages
# five to seven of ten 啊 and 呀 have ！ behind them, of all characters nine in 1,000; seven to
# eight of ten 吗 and 呢 have ？, of all two in 1,000.
_LIKELIER = {"啊！": 4.0, "呀！": 4.0, "吗？": 5.5, "呢？": 5.5}
_BEFORE_NO_PAUSE = _PAUSES | _GOING_ON | {"“", "《", "（", "「"}
_INNER = frozenset("，、；：（《「“")  # no line ends with these
_MISPLACED = 6.0
_CLOSED = 3.0  # what is spoken ends with a full stop and a quotation mark
_MARKED: Final = _PAUSES | frozenset("\n”」』")
UNKNOWN = 18.0  # a Chinese character that is no word: the logarithm of jieba's 60 million
_NEVER: Final = "0"
LONGEST: Final = 6  # characters of a word; longer ones hold shorter ones


def simplified(text: str) -> str:
    """Return ``text`` with each character as words are looked up."""
    return text.translate(_simplified)


@lru_cache(maxsize=1 << 12)  # as below: the damage of a menu comes again with it
def words_cost(text: str) -> float:
    """Return the cost of ``text``, in nats."""
    return _costs(simplified(text))[-1]


def joining_gain(left: str, right: str) -> float:
    """Return what it gains, in nats, to read two stretches as one; above 0 a word lies across.

    >>> joining_gain("电梯的安全要", "求、试验") > 3 > joining_gain("我喜欢你", "你也喜欢我")
    True
    """
    return simplified_gain(simplified(left), simplified(right))


def simplified_gain(left: str, right: str) -> float:
    """Do the same for text that is Simplified already."""
    if not left or not right or not may_join(left[-1], right[0]):
        return 0.0
    return _gain(left, right)


@lru_cache(maxsize=1 << 14)  # menus come again on every page of a site
def _gain(left: str, right: str) -> float:
    if not _word_across(left, right):
        return 0.0
    together = _costs(left + right)
    return together[len(left)] + _costs(right)[-1] - together[-1]


def _word_across(left: str, right: str) -> bool:
    """Tell whether the dictionary has a word across the border: so it is at one border in ten.

    A word goes no further back than its characters stand side by side in words; the two at the
    border do.
    """
    text = left + right
    border = len(left)
    for start in range(border - 1, max(0, border - LONGEST + 1) - 1, -1):
        if start + 1 < border and not may_join(text[start], text[start + 1]):
            break
        known = _words(text[start], text[start + 1])
        if known and any(
            known.get(text[start + 2 : end], _NEVER) != _NEVER
            for end in range(max(border + 1, start + 2), min(start + LONGEST, len(text)) + 1)
        ):
            return True
    return False


def _costs(text: str) -> list[float]:
    """Return the cost of each beginning of ``text``, from none of it to all."""
    size = len(text)
    costs = [0.0, *repeat(inf, size)]
    for start in range(size):
        here = costs[start]
        one = here + _single(text[start])
        if start and text[start] in _MARKED:
            one += _beside(text[start - 1], text[start])
        if one < costs[start + 1]:
            costs[start + 1] = one
        if start + 1 < size:
            known = _words(text[start], text[start + 1])
            for end in range(start + 2, min(start + LONGEST, size) + 1) if known else ():
                count = known.get(text[start + 2 : end], _NEVER)
                if count != _NEVER:
                    costs[end] = min(costs[end], here + log(TOTAL / int(count)))
    return costs


def _beside(before: str, mark: str) -> float:
    """Return what a mark costs more, or less, after the character before it."""
    if mark in _PAUSES:
        if before in _BEFORE_NO_PAUSE:
            return _MISPLACED
        return -_LIKELIER.get(before + mark, 0.0)
    if mark == "\n":
        return _MISPLACED if before in _INNER else 0.0
    return -_CLOSED if before in "。！？" else 0.0


@lru_cache(maxsize=8192)
def _single(character: str) -> float:
    if is_han(character):
        count = int(single(character)[0])
        return log(TOTAL / count) if count else UNKNOWN
    if character in _MARKS:
        return _MARKS[character]
    if character.isascii():
        return _DIGIT if character.isdigit() else _SPACE if character.isspace() else _ASCII
    return _STRANGE


@lru_cache(maxsize=1 << 16)
def _words(first: str, second: str) -> Mapping[str, str]:
    """Return what goes on from two characters to a word, with the frequencies, in digits."""
    if first < "\u3400" and second < "\u3400":
        return {}
    return counts(first, second)


class _Simplified(dict[int, str]):
    """The form of each character, by code point, looked up when it is first met.

    A text needs hundreds; to make a table of all thousands takes as long as to clean a page.
    """

    def __missing__(self, code: int) -> str:
        from cleaner.filters.convert.tables import load

        tables = load()
        form = self[code] = tables.defaults.get(chr(code)) or chr(tables.gather.seen[code])
        return form


_simplified = _Simplified()
