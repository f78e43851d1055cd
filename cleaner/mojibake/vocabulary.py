"""Words and turns of phrase and how often text has them: jieba's, and those of the web of today.

``vocabulary.bin`` (made by :mod:`cleaner.mojibake.compile_vocabulary`) has 29,000 strings of two to
eight characters that jieba's dictionary lacks or has too seldom: words, names, and what often
stands together (信用中国, 的时候). Behind its header is a zlib stream: how many bytes the strings
take, four bytes little-endian; the strings in UTF-16, little-endian, sorted, a line each; then for
each a byte, its frequency among the 60 million words of jieba as a level of :data:`STEP` nats.
"""

from __future__ import annotations

import os
from math import exp, log

from cleaner import dictionaries
from cleaner.filters.segment import index
from cleaner.filters.segment.lexicon import Lexicon
from cleaner.kept import cache
from cleaner.named import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from cleaner.filters.segment.lexicon import Group

FILE = os.path.join(os.path.dirname(__file__), "vocabulary.bin")
MAGIC = b"zhclean vocabulary 1: "
HEADER = 80  # bytes before the stream: the above and the version of the source
STEP = 0.25
# Uses of a word in ``repair/words.txt`` among the 60 million of jieba: 300 and 1,000 do as well.
TODAY = 100
# Pairs of characters that are remembered, nearly all of which begin no word: of 20,000 misread
# characters with lost bytes there are 30,000. About 12 MB.
KEPT = 1 << 17


class Vocabulary(NamedTuple):
    """Log probabilities of words, as :class:`cleaner.filters.segment.lexicon.Lexicon` has them."""

    singles: Mapping[str, float | None]
    pairs: Mapping[str, Group | None]


class _Pairs(dict[str, "Group | None"]):
    """The words of jieba and others by their first two characters; :data:`KEPT` are kept."""

    def __init__(self, known: Callable[[str], Group | None]) -> None:
        self._known = known
        self._others: dict[str, dict[str, float]] = {}
        for word, uses in (*_strings(), *_own()):
            rests = self._others.setdefault(word[:2], {})
            rests[word[2:]] = max(log(uses / index.TOTAL), rests.get(word[2:], -99.0))

    def __missing__(self, pair: str) -> Group | None:
        if len(self) >= KEPT:
            self.clear()
        found = self._known(pair) if len(pair) == 2 else None
        others = self._others.get(pair)
        if others:
            two, longer, _ = found or (None, {}, ())
            logs = dict(longer) if two is None else {**longer, "": two}
            for rest, value in others.items():
                logs[rest] = max(value, logs.get(rest, value))
            lengths = {len(rest) + 2 for rest in logs if rest}
            found = logs.pop("", None), logs, tuple(sorted(lengths))
        self[pair] = found
        return found


def _own() -> Iterator[tuple[str, float]]:
    for (word,) in dictionaries.rows("repair/words.txt", 1):
        yield word, TODAY


def _strings() -> Iterator[tuple[str, float]]:
    """Yield the strings of the file and how many uses they have among those of jieba."""
    import zlib

    with open(FILE, "rb") as file:
        data = zlib.decompress(file.read()[HEADER:])
    end = 4 + int.from_bytes(data[:4], "little")
    uses = [exp(STEP * level) for level in range(256)]
    yield from zip(
        data[4:end].decode("utf-16-le").split("\n"),
        map(uses.__getitem__, data[end:]),
        strict=True,
    )


@cache
def load() -> Vocabulary:
    """Return the vocabulary; read once in a process, when the first text with lost bytes comes."""
    lexicon = Lexicon()
    return Vocabulary(lexicon.singles, _Pairs(lexicon.group))
