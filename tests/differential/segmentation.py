"""Segmentation against jieba, from which nothing may differ, and against rjieba as it stands.

rjieba has jieba's dictionary and model in another language; where it cuts otherwise is what our
engine mends, and nothing else may be mended.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, islice

from cleaner.filters.segment import engine
from cleaner.filters.segment.reference import tokenizer
from tests.differential.common import Difference
from tests.fuzz.segment_identity import generated

LINES = 20_000
#: Costs (sums of logarithms) that differ by less are the same but for rounding.
ROUNDING = 1e-9
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00010000-\U0010ffff]*")
_SIGNS = re.compile(r"[A-Za-z0-9]*[+#&._%-]")
_OUTSIDE = re.compile("[\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def regions(
    ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[int, list[str], list[str]]]:
    """Yield each stretch that two cuts share the ends of but not the words: place and words."""
    ends = sorted(set(accumulate(map(len, ours))) & set(accumulate(map(len, theirs))))
    left, right = iter(ours), iter(theirs)
    begin = 0
    for end in ends:
        mine, yours = _up_to(left, end - begin), _up_to(right, end - begin)
        if mine != yours:
            yield begin, mine, yours
        begin = end


def _up_to(words: Iterator[str], length: int) -> list[str]:
    taken: list[str] = []
    while length > 0:
        taken.append(next(words))
        length -= len(taken[-1])
    return taken


def kind(line: str, begin: int, ours: Sequence[str], theirs: Sequence[str]) -> str:
    """Return why rjieba cut the part of ``line`` that starts at ``begin`` otherwise."""
    text = "".join(ours)
    end = begin + len(text)
    before = _HAN.match(line[:begin][::-1])
    after = _HAN.match(line, end)
    if _SIGNS.search(text):
        return "a cluster of ASCII that is no word, which jieba splits and rjieba keeps whole"
    if _OUTSIDE.search((before[0] if before else "") + text + (after[0] if after else "")):
        return "Han outside U+4E00-9FD5, which jieba sets apart and rjieba puts together"
    if abs(_cost(ours) - _cost(theirs)) < ROUNDING:
        return "two ways equally likely: other rounding decides for the other one"
    return "unknown"


def _cost(words: Sequence[str]) -> float:
    counts, total = _counts()
    return sum(math.log(counts.get(word) or 1) - total for word in words)


@cache
def _counts() -> tuple[dict[str, int], float]:
    jieba = tokenizer()
    return jieba.FREQ, math.log(jieba.total)


def differences(texts: Sequence[str], *, own: bool) -> tuple[int, Iterator[Difference]]:
    """Return how many lines are compared, and each stretch that is cut otherwise.

    With ``own`` also lines made of words of the dictionary, see ``tests/fuzz/segment_identity.py``.
    """
    lines = list(dict.fromkeys(line for text in texts for line in text.split("\n")))
    if own:
        lines += islice(generated(7), LINES)
    return len(lines), _differences(lines)


def _differences(lines: Sequence[str]) -> Iterator[Difference]:
    import rjieba

    ours, jieba = engine.engine("rjieba"), engine.engine("jieba")
    for line in lines:
        words = list(ours.cut(line))
        if words != (other := list(jieba.cut(line))):
            yield Difference(line, repr(words), f"jieba {other!r}", "unknown")
        if _SURROGATE.search(line):
            yield Difference(repr(line), "cut", "rjieba refuses it", "lone surrogates")
            continue
        for begin, mine, yours in regions(words, rjieba.cut(line)):
            reason = kind(line, begin, mine, yours)
            yield Difference("".join(mine), "|".join(mine), "rjieba " + "|".join(yours), reason)
