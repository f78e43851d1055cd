"""The learnt weights of lines: of the characters they have, and of where they stand.

``doubt_grams.tsv`` has the weight of each sequence of one to three characters that tells something
(a mark before a line is ``^``, behind it ``$``), ``doubt_rules.tsv`` that of conditions which hold
together: ``own>=13 foot>=1`` of a line that weighs 13 by its characters and stands below the last
sentence. Both are made by ``python -m tests.golden.learn``. All weights are whole numbers, so that
sums are the same everywhere and in any order.
"""

from __future__ import annotations

from math import isqrt
from operator import add

from cleaner.dictionaries import rows
from cleaner.errors import DictionaryError
from cleaner.kept import lru_cache
from cleaner.prepared import prepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    #: What is weighed where conditions up to here hold: a weight, and for each further condition
    #: (feature, value) what is weighed below the value and from it on.
    Node = tuple[int, list[tuple[int, int, Any, Any]]]

GRAMS, RULES = "chrome/doubt_grams.tsv", "chrome/doubt_rules.tsv"
# The mean of many weights says more than that of few, as the root of how many they are.
ROOT = 8
# Digits are alike, and so are characters of half and full width.
_FOLD = {0x3000: 0x20, **{0xFEE0 + code: code for code in range(0x21, 0x7F)}}
_FOLD.update({base + digit: 0x30 for base in (0x30, 0xFF10) for digit in range(10)})


class Model:
    """Weights lines: ``grams`` have the weight of sequences, ``rules`` that of conditions."""

    def __init__(self, grams: dict[str, int], rules: Node) -> None:
        self.grams = grams
        self.rules = rules

    def score(self, text: str) -> int:
        """Return what a line without whitespace weighs by its characters, above 0 like chrome."""
        found = self.grams.keys() & grams(text)
        return (
            ROOT
            * sum([self.grams[gram] for gram in found])
            // max(ROOT, isqrt(ROOT * ROOT * len(found)))
        )

    def weigh(self, values: Sequence[int]) -> int:
        """Return the sum of the weights of all rules that hold for ``values``."""
        total = 0
        open_ = [self.rules]
        while open_:
            weight, conditions = open_.pop()
            total += weight
            open_ += [
                above if values[feature] >= value else below
                for feature, value, below, above in conditions
            ]
        return total


def grams(text: str) -> set[str]:
    """Return the sequences of characters of a line.

    >>> sorted(grams("第12页"))[:4]
    ['$', '0', '00', '00页']
    """
    key = f"^{text.lower().translate(_FOLD)}$"
    pairs = [*map(add, key, key[1:])]
    return {*key, *pairs, *map(add, pairs, key[2:])}


@lru_cache(maxsize=8)
def load(folders: tuple[str, ...] = ()) -> Model:
    """Read the weights, with users' ``folders`` laid over the shipped ones.

    Raises DictionaryError for a weight that is no number and a condition on no feature.
    """
    raw = _raw(folders) if folders else prepared("doubt", _raw, _SOURCES)
    return Model(raw["grams"], raw["rules"])


_SOURCES = (GRAMS, RULES, "filters/chrome/model.py", "filters/chrome/doubt.py")


def _raw(folders: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the weights of sequences, and the rules as one tree."""
    from cleaner.filters.chrome.doubt import FEATURES

    weights = {text: _number(GRAMS, text, weight) for text, weight in rows(GRAMS, 2, folders)}
    root: list[Any] = [0, {}]
    for text, weight in rows(RULES, 2, folders):
        node = root
        for condition in text.split(" "):
            sign = ">=" if ">=" in condition else "<"
            name, _, value = condition.partition(sign)
            if name not in FEATURES:
                raise DictionaryError(f"{RULES}: {text}: no such feature: {name!r}")
            key = FEATURES.index(name), _number(RULES, text, value)
            node = node[1].setdefault(key, ([0, {}], [0, {}]))[sign == ">="]
        node[0] += _number(RULES, text, weight)
    return {"grams": weights, "rules": _frozen(root)}


def _frozen(node: list[Any]) -> Node:
    branches = node[1].items()
    return node[0], [(*key, _frozen(below), _frozen(above)) for key, (below, above) in branches]


def _number(name: str, text: str, number: str) -> int:
    try:
        return int(number)
    except ValueError:
        raise DictionaryError(f"{name}: {text}: {number!r} is no whole number") from None
