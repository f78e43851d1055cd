"""Which reading of a character in context makes better words of what stands around it.

A word that holds such a character may be there by chance, across the border of two others: 著名 in
跟著名師, 於潛 in 由於潛在. Both readings are cut into words in the most probable way, by how often
each word occurs in jieba's dictionary, and the cheaper one wins. The method is that of jieba and
of most segmenters without a model: the maximum of the product of unigram probabilities.
"""

from __future__ import annotations

import marshal
import os

from cleaner.filters.convert.context import REACH
from cleaner.kept import lru_cache

# Words below this count in jieba's dictionary (of 60 million) are not kept.
COMMON = 100
# Words of our own that jieba does not count.
FLOOR = 30
# Costs are negative logarithms in tenths. A character that is no word by itself.
_UNKNOWN = 170
# How much cheaper the reading without the word must be: words in the list are there for a reason.
_MARGIN = 0
# So many decisions are remembered.
_MEMORY = 1 << 12
_LONGEST = 4


def cost_of(count: int, total: int) -> int:
    """Return the cost of a word that occurs ``count`` times in ``total``."""
    import math  # for making the table only

    return round(-10 * math.log(max(count, 1) / total))


def block_of(word: str) -> int:
    """Return the block in which ``word`` is filed: words are read in blocks, by first character."""
    return ord(word[0]) >> 5


class Words:
    """Costs of words, given by block: words, each with the character of its cost, and spaces."""

    def __init__(self, blocks: dict[int, str]) -> None:
        self._blocks = blocks  # those that were not read yet
        self._costs: dict[str, int] = {}
        self._known: dict[tuple[str, str], bool] = {}

    def cost(self, word: str) -> int | None:
        """Return the cost of ``word``, None when it is not known. Any character is known."""
        block = block_of(word)
        unread = self._blocks.get(block)
        if unread is not None:
            self._costs.update({known[:-1]: ord(known[-1]) for known in unread.split(" ")})
            self._blocks.pop(block, None)  # another thread may have read it too
        return self._costs.get(word, _UNKNOWN if len(word) == 1 else None)

    def best(self, text: str) -> int:
        """Return the cost of the cheapest way to cut ``text`` into words."""
        costs = [0]
        for end in range(1, len(text) + 1):
            best = costs[end - 1] + (self.cost(text[end - 1]) or 0)
            for start in range(max(0, end - _LONGEST), end - 1):
                cost = self.cost(text[start:end])
                if cost is not None and costs[start] + cost < best:
                    best = costs[start] + cost
            costs.append(best)
        return costs[-1]

    def crossed(self, text: str, start: int, end: int) -> bool:
        """Tell whether a word crosses ``start`` or ``end`` of ``text``."""
        return any(
            self.cost(text[first:last]) is not None
            for border in (start, end)
            for first, last in (
                (border - 1, border + 1),
                (border - 2, border + 1),
                (border - 1, border + 2),
            )
            if first >= 0 and last <= len(text)
        )

    def _cheaper(self, one: str, other: str) -> bool:
        """Tell whether ``one`` costs no more than ``other``; pages repeat themselves."""
        known = self._known.get((one, other))
        if known is None:
            if len(self._known) >= _MEMORY:
                self._known.clear()
            known = self._known[one, other] = self.best(one) <= self.best(other) + _MARGIN
        return known

    def stands(self, text: str, start: int, form: str, offset: int, other: str) -> bool:
        """Tell whether the word ``form`` is meant at ``start`` of ``text``, or rather ``other``.

        ``other`` is what the character at ``offset`` would be without that word.
        """
        left, right = max(0, start - REACH), start + len(form) + REACH
        without = text[left:offset] + other + text[offset + 1 : right]
        begin, end = start - left, start - left + len(form)
        if not self.crossed(without, begin, end):
            return True
        return self._cheaper(without[:begin] + form + without[end:], without)


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the words, read when they are first needed."""
    with open(os.path.join(os.path.dirname(__file__), "words.bin"), "rb") as file:
        return Words(marshal.loads(file.read()))  # noqa: S302 - our own file, beside this one
