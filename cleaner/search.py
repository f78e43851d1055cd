"""For search engines: the query treated as the pages were, and words with their places.

An index finds a page only if both sides are cut into the same words of the same characters. So a
query goes through the same filters as pages do (``圖書館`` finds 图书馆), except that nothing of it
can be taken for page chrome, and long words are found by the words inside them (``知识产权`` finds
国家知识产权局).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from cleaner.named import NamedTuple
from cleaner.settings import Settings

if TYPE_CHECKING:
    from cleaner.core import Cleaner, Result
    from cleaner.filters.segment.lexicon import Lexicon

# Lengths of words that are looked for inside longer ones: those of jieba's mode for search engines,
# and four, for 知识产权 in 国家知识产权局.
_INNER = (2, 3, 4)


class Term(NamedTuple):
    """A word to be indexed: its number among the words of the page, and its place in the original.

    A word inside a word has the number of that word, and is not ``whole``.
    """

    text: str
    position: int
    start: int
    end: int
    whole: bool


def tokens(query: str, settings: Settings | None = None) -> list[str]:
    """Return the words of a user's query, as they stand in pages cleaned with ``settings``.

    Punctuation is left out: what it means in a query is a matter of the search engine.

    >>> tokens("圖書館,知識產權!")
    ['图书馆', '知识产权']
    """
    text = _cleaner(settings or Settings()).clean(query)
    return [word for word in text.split() if any(map(str.isalnum, word))]


@lru_cache(maxsize=8)
def _cleaner(settings: Settings) -> Cleaner:
    from cleaner.core import Cleaner

    return Cleaner(
        settings, keep_chrome=True, segment=True, segment_mode="accurate", pos=False, delimiter=" "
    )


def parts(word: str) -> list[str]:
    """Return the words of the dictionary inside a long word, in order.

    >>> parts("国家知识产权局")
    ['国家', '知识', '知识产权', '产权', '产权局']
    """
    return [word[start:end] for start, end in _inner(word)]


def _inner(word: str) -> list[tuple[int, int]]:
    """Return the spans of the words inside ``word``: never going backwards."""
    if len(word) <= min(_INNER) or word.isascii():
        return []
    known = _lexicon()
    return [
        (start, start + size)
        for start in range(len(word))
        for size in _INNER
        if size < len(word) and start + size <= len(word) and word[start : start + size] in known
    ]


@cache
def _lexicon() -> Lexicon:
    from cleaner.filters.segment.lexicon import Lexicon

    return Lexicon()


def terms(result: Result, unit: str = "codepoints") -> Iterator[Term]:
    """Yield the words of a recorded, segmented ``result`` and the words inside them.

    ``unit`` is that of the places in the original (see :data:`cleaner.alignment.UNITS`); where
    words begin never goes backwards. Punctuation is counted and left out, so that a phrase does not
    run across a comma.
    """
    alignment = result.alignment
    for position, (low, high) in enumerate(alignment.words):
        word = alignment.output[low:high]
        if not any(map(str.isalnum, word)):
            continue
        yield Term(word, position, *alignment.origin(low, high, unit), True)
        for start, end in _inner(word):
            place = alignment.origin(low + start, low + end, unit)
            yield Term(word[start:end], position, *place, False)


def excerpt(
    source: str,
    places: Iterable[tuple[int, int]],
    width: int = 24,
    marks: tuple[str, str] = ("[", "]"),
) -> str:
    """Return the part of the original around the first of ``places``, with ``marks`` around each.

    ``places`` are spans of code points, such as those of the terms that match a query; ``width`` is
    the number of characters shown on either side. Returns the beginning if there are no places.

    >>> excerpt("今天我們去圖書館看書。", [(5, 8)], width=3)
    '…我們去[圖書館]看書。'
    """
    ordered = sorted(set(places))
    first, last = ordered[0] if ordered else (0, 0)
    low, high = max(0, first - width), min(len(source), last + width)
    out = ["…" if low else ""]
    done = low
    for start, end in ordered:
        if done <= start and end <= high:
            out += source[done:start], marks[0], source[start:end], marks[1]
            done = end
    out += source[done:high], "…" if high < len(source) else ""
    return "".join(out)
