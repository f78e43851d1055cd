"""The engines of segmentation, which all find exactly the words of jieba 0.42.1.

``standard`` needs no loading and cuts a page at once; ``rjieba`` takes 0.1 s to import and is then
ten times as fast. ``auto`` begins with the first and goes over to the second when a process has had
enough text to pay for it. ``jieba`` is the reference, 18 times slower than rjieba.
"""

from __future__ import annotations

import sys

from cleaner.filters.segment import route
from cleaner.filters.segment.lexicon import Lexicon
from cleaner.filters.segment.standard import Full, Standard
from cleaner.kept import lru_cache, partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Protocol

    class Engine(Protocol):
        """What cuts text."""

        def cut(self, text: str) -> list[str]:
            """Return the words of ``text`` as jieba does: all of the text, white space included."""
            ...

        def join(self, chunks: Sequence[str]) -> list[str]:
            """Return each of ``chunks`` with single spaces between its words.

            A chunk has no white space at its ends and none inside but single spaces,
            which do not count as words. The words are those of :meth:`cut`.
            """
            ...


# Characters after which loading rjieba has paid. CPU time of fresh processes that cut the first n
# characters of news pages, standard against rjieba with its import, medians of five: 10,000 34 and
# 125 ms; 30,000 88 and 122; 40,000 111 and 123; 60,000 149 and 126.
CROSSOVER = 45_000
# Bytes of input that surely have so much text: half of a page stays, in three bytes a character.
MUCH = 6 * CROSSOVER


# Words with their frequencies, see Lexicon.
Changes = tuple[tuple[str, int | None], ...]


class Auto:
    """The standard engine until the text so far pays for another one, made by ``fast``.

    The answers of both are the same, so it does not matter that threads may count wrongly.
    """

    def __init__(self, standard: Standard, fast: Callable[[Standard], Engine]) -> None:
        self._standard = standard
        self._fast = fast
        self._chosen: Engine | None = None

    def cut(self, text: str) -> list[str]:
        """See :class:`Engine`."""
        return self._engine(len(text)).cut(text)

    def join(self, chunks: Sequence[str]) -> list[str]:
        """See :class:`Engine`."""
        return self._engine(sum(map(len, chunks))).join(chunks)

    def _engine(self, size: int) -> Engine:
        if self._chosen is not None:
            return self._chosen
        if self._standard.done + size < CROSSOVER and "rjieba" not in sys.modules:
            return self._standard
        try:
            self._chosen = self._fast(self._standard)
        except ImportError:  # no rjieba for this platform
            self._chosen = self._standard
        return self._chosen


@lru_cache(maxsize=16)
def engine(segmenter: str = "auto", mode: str = "accurate", changes: Changes = ()) -> Engine:
    """Return the engine for values of ``Settings.segmenter`` and ``Settings.segment_mode``.

    ``changes`` are words of a user's own, as :class:`.Lexicon` takes them. One engine in a process
    for each. ``search`` cuts as ``accurate`` does, the words inside words are put in later.
    """
    if segmenter == "jieba":
        from cleaner.filters.segment.reference import Reference

        return Reference(mode, changes)
    known = lexicon(changes)
    if mode == "full":
        return Full(known)
    model = mode != "nohmm"
    standard = Standard(known, route.cut if model else route.cut_without_model)
    # rjieba can neither take a word out nor be told to sum up in jieba's order, which decides more
    # often with words whose frequency is just enough.
    if segmenter == "standard" or changes:
        return standard
    fast = partial(_fast, model=model)
    return Auto(standard, fast) if segmenter == "auto" else fast(standard)


def expect(size: int) -> None:
    """Load rjieba at once when ``size`` bytes of input are to come that will pay for it."""
    if size >= MUCH:
        try:
            import rjieba  # noqa: F401
        except ImportError:
            return  # there is none for this platform


def _fast(standard: Standard, *, model: bool) -> Engine:
    from cleaner.filters.segment.fast import Fast

    return Fast(standard, model=model)


@lru_cache(maxsize=16)
def lexicon(changes: Changes = ()) -> Lexicon:
    """Return jieba's dictionary with ``changes``; one in a process for each."""
    return Lexicon(changes)


def cut(text: str) -> list[str]:
    """Return ``list(jieba.cut(text))``: all of the text, white space included, as words."""
    return engine().cut(text)


def join(chunks: Sequence[str]) -> list[str]:
    """Do what :meth:`Engine.join` does, in the default mode."""
    return engine().join(chunks)
