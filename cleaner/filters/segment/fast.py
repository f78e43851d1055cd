"""Exactly jieba's words at the speed of rjieba: the engine for large input.

rjieba (Rust) has jieba's dictionary and model and works in the same way. It differs from jieba in
four points, all mended here:

* a cluster of ASCII characters that is no word (``1-2``, ``t.cn``, ``3.3kg``) stays whole, where
  jieba splits it by a pattern;
* Han outside U+4E00-9FD5 is joined into blocks, where jieba emits each character alone;
* text with lone surrogates is refused;
* where two ways to cut are equally likely (哈哈哈哈哈: 2 + 3 or 3 + 2), other rounding may decide
  for the other one: see :mod:`cleaner.filters.segment.ties`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from cleaner.filters.segment import ties
from cleaner.filters.segment.blocks import OUTSIDE, SIGNS, batches, numbers, places
from cleaner.filters.segment.hidden import PARTS
from cleaner.filters.segment.standard import Standard
from cleaner.patterns import lazy
from cleaner.rows import rows_in, rows_of

# Characters that jieba emits alone and rjieba does not, or cannot take: Han outside U+4E00-9FD5,
# surrogates, all beyond the BMP (so that `ties` may count in UTF-16), and the stand-in itself.
_ALONE = lazy("[\u3400-\u4dbf\u9fd6-\u9fff\ud800-\udfff\uf900-\ufaff\ufffc\U00010000-\U0010ffff]")
_ALONE_ROWS = rows_of((0x3400, 0x4DBF), (0xF900, 0xFAFF), (0xD800, 0x10FFFF))
# The ones in a row that has common characters too, U+9FD6-9FFF, in UTF-16 with the big end first:
# a search that skips to the first byte takes half as long as one for the class.
_LAST = lazy(b"\x9f[\xd6-\xff]")
_STAND_IN = "\ufffc"

_CLUSTER = lazy(r"[A-Za-z0-9+#&._%-]+")
# Neighbouring clusters of joined lines with a sign among them; six groups in seven have none. It
# begins with a plain set, which makes it fast, and with the first of neighbours, which keeps the
# look ahead linear. Numbers (3.5 20% 12.) are the same in jieba, and nine in ten of what is left.
_CLUSTERS = lazy(
    r"([A-Za-z0-9+#&._%-](?<![A-Za-z0-9+#&._%-].)(?<![A-Za-z0-9+#&._%-] .)"
    r"(?:(?<=[+#&._%-])|(?=[A-Za-z0-9]*+(?: [A-Za-z0-9]++)*+ ?[+#&._%-]))"
    r"(?!(?<=[0-9])[0-9]*+(?:\.[0-9]++)?+%?+(?: \.)?+(?![^ \n])(?! [A-Za-z0-9+#&._%-]))"
    r"[A-Za-z0-9+#&._%-]*+(?![^ \n])(?: [A-Za-z0-9+#&._%-]++(?![^ \n]))*+)"
)

# Characters in a call of rjieba: more saves no time (500 lines a call run at full speed) and the
# list of words costs about 60 bytes a character while it lives.
_BATCH = 1 << 15
_KEPT = 1 << 12


class Fast:
    """Cuts text with rjieba, and with ``standard`` what rjieba may cut otherwise."""

    def __init__(self, standard: Standard, *, model: bool = True) -> None:
        """``model``: whether characters left single are put together (HMM).

        Raises ImportError when rjieba is missing. Importing it takes 0.1 s.
        """
        import rjieba

        self._standard = standard
        self._model = model
        self._rjieba = rjieba
        # Of the clusters in manuals 87 % have been seen before, of those in news half.
        self._resplit = lru_cache(_KEPT)(self._split_again)

    def cut(self, text: str) -> list[str]:
        """Return what jieba does: all of the text, white space included, as words."""
        held = _alone(text)
        bare = _ALONE.sub(_STAND_IN, text) if held else text
        if ties.possible(bare):
            return self._standard.cut(text)
        words: list[str] = self._rjieba.cut(bare, self._model)
        if self._model:
            words = self._split_clusters(words)
        if held:
            alone = iter(held)
            words = [next(alone) if word == _STAND_IN else word for word in words]
        return words

    def join(self, chunks: Sequence[str]) -> list[str]:
        """Do what :func:`cleaner.filters.segment.engine.join` does."""
        out: list[str] = []
        for batch in batches(chunks, _BATCH):
            if len(batch[0]) > 2 * _BATCH:  # then it is alone
                pieces = [words for piece in _pieces(batch[0]) for words in self._join([piece])]
                out.append(" ".join(filter(None, pieces)))
            else:
                out += self._join(batch)
        return out

    def _join(self, chunks: Sequence[str]) -> list[str]:
        text = "\n".join(chunks)
        held = _alone(text)
        if held:
            text = _ALONE.sub(_STAND_IN, text)
        # A space of the chunk is a word of its own here: three spaces in a row.
        words = self._rjieba.cut(text, self._model)
        joined = " ".join(words).replace(" \n ", "\n")
        if not all(chunks):
            joined = joined.replace(" \n", "\n").replace("\n ", "\n")
        if held:
            alone = iter(held)
            joined = re.sub(_STAND_IN, lambda _: next(alone), joined)
        lines = joined.replace("   ", " ").split("\n")
        # One line in seven has a sign.
        signed = numbers(text, sorted(places(text, SIGNS))) if self._model else []
        if signed:
            found = joined.split("\n")
            split = self._split("\n".join([found[number] for number in signed]))
            for number, line in zip(signed, split.replace("   ", " ").split("\n"), strict=True):
                lines[number] = line
        close = ties.lines(text)
        again = self._standard.join([chunks[number] for number in close])
        for number, line in zip(close, again, strict=True):
            lines[number] = line
        return lines

    def _split(self, joined: str) -> str:
        """Split neighbouring ASCII clusters of joined lines."""
        parts = _CLUSTERS.split(joined)
        parts[1::2] = [
            # Part of a word such as 江南style?
            self._resplit(found, before[-1:] not in " \n")
            for before, found in zip(parts[::2], parts[1::2], strict=False)
        ]
        return "".join(parts)

    def _split_again(self, found: str, ends_word: bool) -> str:
        if SIGNS.isdisjoint(found):
            return found
        words = found.split(" ")
        if ends_word:
            return " ".join([words[0], *self._split_clusters(words[1:])])
        return " ".join(self._split_clusters(words))

    def _split_clusters(self, words: Iterable[str]) -> list[str]:
        """Split ASCII clusters that are not in the dictionary as jieba's ``finalseg`` does.

        Neighbours are put together first, for rjieba's own pattern may have split elsewhere.
        """
        known = self._standard.lexicon
        out: list[str] = []
        cluster = ""
        for word in words:
            if _CLUSTER.fullmatch(word) and word not in known:
                cluster += word
                continue
            if cluster:
                out += filter(None, PARTS.split(cluster))
                cluster = ""
            out.append(word)
        if cluster:
            out += filter(None, PARTS.split(cluster))
        return out


def _alone(text: str) -> list[str]:
    """Return the characters that jieba emits alone and rjieba does not, nearly always none."""
    if rows_in(text).isdisjoint(_ALONE_ROWS) and _STAND_IN not in text and not _has_last(text):
        return []
    return _ALONE.findall(text)


def _has_last(text: str) -> bool:
    """Whether there is a character of :data:`_LAST`; in between two are its bytes by chance."""
    data = text.encode("utf-16-be", "surrogatepass")
    return any(match.start() % 2 == 0 for match in _LAST.finditer(data))


def _pieces(chunk: str) -> Iterator[str]:
    """Split a very long chunk where jieba always splits, so that memory stays bounded."""
    start = 0
    while start < len(chunk):
        border = OUTSIDE.search(chunk, start + _BATCH)
        end = border.end() if border else len(chunk)
        yield chunk[start:end].strip(" ")
        start = end
