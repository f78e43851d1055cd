"""The engine of the standard library: jieba's words, with nothing loaded before the first of them.

A fresh process has the words of a page of 5 KB after 10 ms, where importing rjieba takes 100 ms and
loading jieba's dictionary 700 ms. Warm it is several times as fast as jieba.
"""

from __future__ import annotations

from cleaner.filters.segment import route
from cleaner.filters.segment.blocks import pieces
from cleaner.filters.segment.lexicon import Lexicon
from cleaner.kept import lru_cache
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    CutBlock = Callable[[str, Lexicon], list[str]]

_BLOCKS = lazy(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+)")
_SPACE = lazy(r"(\r\n|\s)")
# Blocks whose words are kept: a page is cut two or three times, to see that it stays as it is.
_KEPT = 1 << 12
_LONG = 200  # longer ones are not kept: they hardly come again, and would fill the memory


class Standard:
    """Cuts text with a lexicon, block by block."""

    def __init__(self, lexicon: Lexicon, cut_block: CutBlock = route.cut) -> None:
        self.lexicon = lexicon
        self._cut_block = cut_block
        self.done: int = 0  # characters of blocks cut
        self._joined = lru_cache(_KEPT)(self._join_block)

    def cut(self, text: str) -> list[str]:
        """Return what jieba does: all of the text, white space included, as words."""
        words: list[str] = []
        for number, line in enumerate(text.split("\n")):
            if number:
                if words and words[-1] == "\r":
                    words[-1] = "\r\n"
                else:
                    words.append("\n")
            for piece in pieces(line):
                if len(piece) > 1:
                    self.done += len(piece)
                    words += self._cut_block(piece, self.lexicon)
                elif piece:
                    words.append(piece)
        return words

    def join(self, chunks: Sequence[str]) -> list[str]:
        """Do what :func:`cleaner.filters.segment.engine.join` does."""
        joined = self._joined
        return [
            " ".join(
                [
                    joined(piece) if 1 < len(piece) < _LONG else self._words(piece)
                    for piece in pieces(chunk)
                    if piece and piece != " "
                ]
            )
            for chunk in chunks
        ]

    def _words(self, piece: str) -> str:
        return piece if len(piece) == 1 else self._join_block(piece)

    def _join_block(self, block: str) -> str:
        self.done += len(block)
        return " ".join(self._cut_block(block, self.lexicon))


class Full:
    """Finds all words of the dictionary, as ``jieba.cut(text, cut_all=True)`` does."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def cut(self, text: str) -> list[str]:
        """Return what jieba does: between words other characters in runs, and empty strings."""
        return list(self._cut(text))

    def join(self, chunks: Sequence[str]) -> list[str]:
        """Return each chunk with single spaces between its words, of which none is white space."""
        return [
            " ".join([word for word in self._cut(chunk) if word and word != " "])
            for chunk in chunks
        ]

    def _cut(self, text: str) -> Iterator[str]:
        for number, part in enumerate(_BLOCKS.split(text)):
            if number % 2:
                yield from route.cut_all(part, self.lexicon)
            elif part:
                yield from _SPACE.split(part)
