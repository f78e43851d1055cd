"""Parts of speech of the words that were printed.

``jieba.posseg`` cuts by a model of its own, in other places than ``jieba.cut`` on a third of all
lines, so its tags do not belong to our words. Here a word has the tag that the user's dictionary or
jieba's gives it; a word that is in neither has what ``jieba.posseg`` gives to such words when it
makes up none (``HMM=False``): ``m`` for numbers, ``eng`` for Latin, ``x`` for all else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from cleaner.filters.segment import index
from cleaner.patterns import lazy

_NUMBER = lazy(r"\.?[0-9]")
_LATIN = lazy(r"[a-zA-Z]")


def tagger(users: Mapping[str, str]) -> Callable[[str], str]:
    """Return what tells the tag of a word, ``users`` being tags that count before jieba's."""
    return lambda word: users.get(word) or tag(word)


@lru_cache(maxsize=1 << 13)
def tag(word: str) -> str:
    """Return the tag of a word without regard to users' dictionaries.

    >>> [tag(word) for word in ("北京", "跑", "2022", "Python", "，", "囧囧")]
    ['ns', 'v', 'm', 'eng', 'x', 'x']
    """
    letter = ""
    if len(word) == 1:
        letter = index.single(word)[1]
    elif word:
        known = index.group(*word[:2])
        letter = next((letter for rest, _, letter in known if rest == word[2:]), "")
    if letter:
        return index.tag(letter)
    return "m" if _NUMBER.match(word) else "eng" if _LATIN.match(word) else "x"
