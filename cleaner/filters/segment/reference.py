"""jieba itself, as the reference engine: imported quietly, with nothing read or written elsewhere.

jieba keeps a marshal file in the shared temporary folder and uses whatever lies there under that
name, without a check; loading it saves nothing. Here the dictionary is always built from jieba's
own text (0.7 s), which also writes no log lines.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import Sequence
from functools import cache
from typing import Any

_loading = threading.Lock()


class Reference:
    """jieba's own words in one of its modes; an :class:`~cleaner.filters.segment.engine.Engine`."""

    def __init__(self, mode: str = "accurate") -> None:
        self._mode = mode

    def cut(self, text: str) -> list[str]:
        """Return the words that ``jieba.cut`` yields."""
        options = {"cut_all": self._mode == "full", "HMM": self._mode != "nohmm"}
        return list(tokenizer().cut(text, **options))

    def join(self, chunks: Sequence[str]) -> list[str]:
        """Return each of ``chunks`` with single spaces between its words."""
        return [
            " ".join([word for word in self.cut(chunk) if word and word != " "]) for chunk in chunks
        ]


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
