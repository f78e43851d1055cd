"""jieba itself, as the reference engine: imported quietly, with nothing read or written elsewhere.

jieba keeps a marshal file in the shared temporary folder and uses whatever lies there under that
name, without a check; loading it saves nothing. Here the dictionary is always built from jieba's
own text (0.7 s), which also writes no log lines.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterable, Sequence
from copy import copy
from functools import cache
from typing import Any

from cleaner.filters.segment.lexicon import Lexicon

_loading = threading.Lock()


class Reference:
    """jieba's own words in one of its modes; an :class:`~cleaner.filters.segment.engine.Engine`.

    ``changes`` are words of a user's own, as :class:`.Lexicon` takes them.
    """

    def __init__(
        self, mode: str = "accurate", changes: Iterable[tuple[str, int | None]] = ()
    ) -> None:
        self._mode = mode
        self._tokenizer = tokenizer()
        self._apart: frozenset[str] = frozenset()
        if changes:
            self._tokenizer, self._apart = _changed(self._tokenizer, changes)

    def cut(self, text: str) -> list[str]:
        """Return the words that ``jieba.cut`` yields."""
        options = {"cut_all": self._mode == "full", "HMM": self._mode != "nohmm"}
        if not self._apart:
            return list(self._tokenizer.cut(text, **options))
        from jieba import finalseg

        with _loading:  # jieba has one set of removed words for all
            finalseg.Force_Split_Words.update(self._apart)
            try:
                return list(self._tokenizer.cut(text, **options))
            finally:
                finalseg.Force_Split_Words.difference_update(self._apart)

    def join(self, chunks: Sequence[str]) -> list[str]:
        """Return each of ``chunks`` with single spaces between its words."""
        return [
            " ".join([word for word in self.cut(chunk) if word and word != " "]) for chunk in chunks
        ]


def _changed(known: Any, changes: Iterable[tuple[str, int | None]]) -> tuple[Any, frozenset[str]]:
    """Return another tokenizer of jieba with ``changes``, and the words removed."""
    lexicon = Lexicon(changes)
    tokenizer = copy(known)
    tokenizer.FREQ = dict(known.FREQ)
    for word in lexicon.frequencies.counts:
        for end in range(1, len(word)):
            tokenizer.FREQ.setdefault(word[:end], 0)
        tokenizer.FREQ[word] = lexicon.frequencies.effective(word)
    tokenizer.total = lexicon.frequencies.total
    return tokenizer, lexicon.apart


def cut(text: str) -> list[str]:
    """Return the words that ``jieba.cut`` yields."""
    return Reference().cut(text)


def join(chunks: Sequence[str]) -> list[str]:
    """Return each of ``chunks`` with single spaces between its words."""
    return Reference().join(chunks)


def tokenizer() -> Any:
    """Return jieba's tokenizer with its dictionary loaded."""
    with _loading:
        return _load()


@cache
def _load() -> Any:
    with warnings.catch_warnings():
        # Invalid escapes in jieba's patterns, and pkg_resources, which it need not have.
        warnings.simplefilter("ignore")
        import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer
