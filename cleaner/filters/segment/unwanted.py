"""Words that are left out when asked for: punctuation, and stop words."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from cleaner.dictionaries import rows, text_of
from cleaner.settings import Settings

DEFAULT = "default"  # the name of the list in dictionaries/
NAME = "segmentation/stop_words.txt"

Rule = Callable[[str], str]


def unwanted(settings: Settings) -> Rule | None:
    """Return what tells the rule by which a word is left out, "" for a word that stays.

    None when all words stay. Raises DictionaryError for a list of stop words that cannot be read.
    """
    if not settings.drop_punctuation and settings.stop_words is None:
        return None
    stop = _stop_words(settings.stop_words, settings.dictionary) if settings.stop_words else ()

    def rule(word: str) -> str:
        if settings.drop_punctuation and is_punctuation(word):
            return "segment.punctuation"
        return "segment.stop" if word in stop or word.lower() in stop else ""

    return rule


@lru_cache(maxsize=1 << 12)
def is_punctuation(word: str) -> bool:
    """Whether nothing in ``word`` is read: punctuation, symbols, spaces, control characters.

    Emoji beyond the basic plane are read, for they carry the mood of a text.

    >>> [word for word in ("。", "——", "％", "★", "3%", "C++", "😀") if is_punctuation(word)]
    ['。', '——', '％', '★']
    """
    return all(unicodedata.category(char)[0] in "PSZC" and char < "\U0001f000" for char in word)


@lru_cache(maxsize=16)
def _stop_words(name: str, folders: tuple[str, ...]) -> frozenset[str]:
    if name == DEFAULT:
        return frozenset(word for (word,) in rows(NAME, 1, folders))
    text = text_of(os.fspath(name))
    words = (line.strip() for line in text.split("\n"))
    return frozenset(word for word in words if word and not word.startswith("# "))
