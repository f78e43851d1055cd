"""How likely a text is: what tells the right reading of bytes from the wrong ones.

``model.bin`` (made by :mod:`cleaner.filters.decode.compile_model`) holds three tables with the cost
of each code point of the first plane, one byte each, in Simplified, in Traditional (with Cantonese)
and in foreign text (Japanese, Korean, Western European), and a hashed table of pairs of characters
with what the first of a pair takes off the cost of the second. A cost is the negative logarithm of
a probability, in nats; Chinese prose costs about 6 a character, a wrong reading of it over 11.

Tables are bytes read by index: nothing is parsed, loading takes a third of a millisecond.
"""

from __future__ import annotations

import mmap
import os
from itertools import pairwise

from cleaner.kept import cache
from cleaner.named import NamedTuple

FILE = os.path.join(os.path.dirname(__file__), "model.bin")
MAGIC = b"zhclean model 1: "
HEADER = 80  # bytes before the tables: the above and the versions of the sources
UNIT = 12  # steps of a cost in one nat; 255 is 21 nats
LEVEL = 0.7  # nats in one of the 15 levels of a bigram's gain
BIGRAM_BITS = 19
ASCII = 6.0  # what a character of ASCII costs
SPACE = 3.0  # what a space does, and the end of a line
_MASK = (1 << BIGRAM_BITS) - 1
_STEPS = tuple(level * LEVEL * UNIT for level in range(16))
# What a pair costs that no word has: the words know half of what follows a character.
UNKNOWN_PAIR = 0.7


def place(first: int, second: int) -> int:
    """Return where a pair of code points is in the table of bigrams."""
    return (first * 31153 + second * 7) & _MASK


def fingerprint(first: int, second: int) -> int:
    """Return four bits that tell pairs at the same place apart."""
    return (first + (second >> 2)) & 15


class Model(NamedTuple):
    """The tables; :func:`load` has the instance."""

    hans: bytes
    hant: bytes
    foreign: bytes
    pairs: memoryview

    def costs(self, text: str, *, traditional: bool) -> bytes:
        """Return the cost of each UTF-16 unit of ``text``, in units, in one of the scripts."""
        table = self.hant if traditional else self.hans
        return bytes(map(table.__getitem__, units_of(text)))

    def rarities(self, text: str) -> list[int]:
        """Return how seldom pages have each character of ``text``, in units of its cost.

        The model knows prose; signs, of which pages have more, are three nats less rare.
        """
        codes = [min(ord(char), 0xFFFF) for char in text]
        return [
            min(self.hans[code], self.hant[code]) - (code < 0x3400) * 3 * UNIT for code in codes
        ]

    def chinese(self, text: str) -> float:
        """Return the cost of ``text`` as Chinese without regard to pairs, in nats."""
        units = units_of(text)
        hans = sum(map(self.hans.__getitem__, units))
        return min(hans, sum(map(self.hant.__getitem__, units))) / UNIT

    def foreign_cost(self, text: str) -> float:
        """Return the cost of ``text`` as Japanese, Korean or Western text, in nats."""
        return sum(map(self.foreign.__getitem__, units_of(text))) / UNIT

    def sums(self, text: str) -> tuple[float, float, float]:
        """Return the costs of ``text`` in the three tables without regard to pairs, in nats."""
        units = units_of(text)
        return (
            sum(map(self.hans.__getitem__, units)) / UNIT,
            sum(map(self.hant.__getitem__, units)) / UNIT,
            sum(map(self.foreign.__getitem__, units)) / UNIT,
        )

    def gain(self, text: str) -> float:
        """Return what the pairs of ``text`` take off its cost, in nats; may be below zero."""
        pairs = self.pairs
        steps = _STEPS
        total = 0.0
        han = 0
        for first, second in pairwise(map(ord, text)):
            if second > 0x2000 and first > 0x2000:
                entry = pairs[(first * 31153 + second * 7) & _MASK]
                if entry and entry & 15 == (first + (second >> 2)) & 15:
                    total += steps[entry >> 4]
                else:
                    han += 1
        return total / UNIT - han * UNKNOWN_PAIR

    def cost(self, text: str) -> float:
        """Return the cost of ``text`` as Chinese, pairs counted, in nats."""
        if text and max(text) > "\uffff":
            return self.chinese(text) - self.gain(text)
        simplified, traditional, pairs = self.parts(text)
        return (min(simplified, traditional) - pairs) / UNIT

    def parts(self, text: str) -> tuple[int, int, float]:
        """Return the costs of ``text`` without regard to pairs, and what these gain.

        The first is that of Simplified Chinese, the second of Traditional; all are in units. All
        of ``text`` is of the BMP.
        """
        # In one pass, which takes half the time where texts are short, as those that are weighed.
        hans, hant, _, pairs = self
        steps = _STEPS
        simplified = traditional = unknown = first = 0
        total = 0.0
        for second in map(ord, text):
            simplified += hans[second]
            traditional += hant[second]
            if second > 0x2000 and first > 0x2000:
                entry = pairs[(first * 31153 + second * 7) & _MASK]
                if entry and entry & 15 == (first + (second >> 2)) & 15:
                    total += steps[entry >> 4]
                else:
                    unknown += 1
            first = second
        return simplified, traditional, total - unknown * (UNKNOWN_PAIR * UNIT)

    def around(self, before: str, after: str) -> Around:
        """Return what weighs texts between two others, each at least a character."""
        before, after = _known(before), _known(after)
        hans, hant, _ = self.parts(before[:-1] + after[1:])
        pairs = self.parts(before)[2] + self.parts(after)[2]
        return Around(self, before[-1], after[0], hans, hant, pairs)

    def between(self, before: str, chars: str, after: str) -> list[float]:
        """Return :meth:`cost` of each of ``chars`` behind a text, before one character or none.

        All of ``chars`` are of the BMP. It takes a quarter of the time of asking for each.
        """
        left, right = ord(before[-1]) if before else 0, ord(after) if after else 0
        around, around_hant, gained = self.parts(_known(before))
        hans, hant, _, pairs = self
        if after:
            around += hans[min(right, 0xFFFF)]
            around_hant += hant[min(right, 0xFFFF)]
        steps = _STEPS
        is_left, is_right = left > 0x2000, right > 0x2000
        place, mark = left * 31153, right * 7
        quarter = right >> 2
        found: list[float] = []
        for code in map(ord, chars):
            total = gained
            unknown = 0
            if code > 0x2000:
                if is_left:
                    entry = pairs[(place + code * 7) & _MASK]
                    if entry and entry & 15 == (left + (code >> 2)) & 15:
                        total += steps[entry >> 4]
                    else:
                        unknown = 1
                if is_right:
                    entry = pairs[(code * 31153 + mark) & _MASK]
                    if entry and entry & 15 == (code + quarter) & 15:
                        total += steps[entry >> 4]
                    else:
                        unknown += 1
            least = min(around + hans[code], around_hant + hant[code])
            found.append(least / UNIT - (total / UNIT - unknown * UNKNOWN_PAIR))
        return found


class Around(NamedTuple):
    """What texts between two others are weighed with: costs, and characters beside.

    It takes half the time of weighing each with what is around it.
    """

    model: Model
    before: str
    after: str
    hans: int
    hant: int
    pairs: float

    def cost(self, text: str) -> float:
        """Return :meth:`Model.cost` of both texts with ``text`` in between."""
        model, before, after, simplified, traditional, around = self
        try:
            hans, hant, pairs = model.parts(before + text + after)
        except IndexError:
            return self.cost(_known(text))
        return (min(hans + simplified, hant + traditional) - pairs - around) / UNIT


def _known(text: str) -> str:
    """Return ``text`` with one character for all beyond the BMP, of which the model has none."""
    return (
        text
        if text.isascii() or max(text) <= "\uffff"
        else "".join([min(char, "\uffff") for char in text])
    )


def units_of(text: str) -> memoryview:
    """Return the UTF-16 units of ``text`` as numbers."""
    # In the order of bytes of the machine, after a mark: the codecs without one are modules.
    return memoryview(text.encode("utf-16", "surrogatepass"))[2:].cast("H")


@cache
def load() -> Model:
    """Return the model; read once in a process."""
    # Mapped: of the pairs, half a megabyte, a page needs a few.
    with open(FILE, "rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if data[: len(MAGIC)] != MAGIC:
        raise RuntimeError(f"{FILE} is not the model of this version")
    plane = 1 << 16
    starts = range(HEADER, HEADER + 3 * plane, plane)
    hans, hant, foreign = (data[start : start + plane] for start in starts)
    return Model(hans, hant, foreign, memoryview(data)[HEADER + 3 * plane :])


def score(text: str) -> float:
    """Return the mean logarithm of the probability of a character of ``text``, as Chinese.

    About -6 for Chinese prose, below -10 for a wrong reading; 0.0 for an empty text. Characters
    of ASCII count with a flat probability each.

    >>> score("今天的天气很好") > -7 > score("浠婂ぉ鐨勫ぉ姘斿緢濂")
    True
    """
    return -load().cost(text) / len(text) if text else 0.0
