"""The words that the repairs look for, found in one search.

Most pages have none of them, and to search for the words of one list after the other takes twice as
long. For characters see :mod:`cleaner.strange`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from operator import add

from cleaner.dictionaries import rows
from cleaner.document import Document
from cleaner.patterns import lazy
from cleaner.settings import Settings

#: Lists of words in the dictionaries, and their columns.
SPAM, STUFFING, NOTICES = "repair/spam.txt", "repair/stuffing.txt", "repair/notices.tsv"
_COLUMNS = {SPAM: 1, STUFFING: 1, NOTICES: 2}
#: How addresses that are spelt out begin.
SPELT = frozenset(f"{a}{gap}{b}" for a in "wW" for b in "wW" for gap in " -") | {
    f"{a}{b}。" for a in "wW" for b in "wW"
}
#: What is set between the characters of the name of a site, as the inside of a character class.
APART = "~～*＊^_·•.。|-"


class Words:
    """Tells which words of a list are in a text.

    Two neighbouring characters stand for each word, which come seldom side by side, the first of
    them seldom at all. One search finds the characters that may be such a pair; a hundred words are
    looked for only where their pair was found. An expression of all words takes three times as
    long, since it tries all that begin alike at each place, and longer to compile.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._pairs: dict[str, list[str]] = {}
        self._single: list[str] = []
        pick = _rarest_pair()
        for word in words:
            if len(word) > 1:
                self._pairs.setdefault(pick(word), []).append(word)
            else:
                self._single.append(word)
        firsts, seconds = (
            "".join(sorted({re.escape(pair[place]) for pair in self._pairs})) for place in (0, 1)
        )
        self._search = lazy(f"[{firsts}][{firsts}]*[{seconds}]" if firsts else "(?!)")

    def present(self, text: str) -> frozenset[str]:
        """Return the words that are in ``text``."""
        found = {*self._search.findall(text)}
        pairs = self._pairs
        known = found & pairs.keys()
        for run in [run for run in found if len(run) > 2]:
            known.update(filter(pairs.__contains__, map(add, run, run[1:])))
        words = [word for pair in known for word in pairs[pair] if word in text]
        return frozenset([*words, *(word for word in self._single if word in text)])


def _rarest_pair() -> Callable[[str], str]:
    """Return what tells the two neighbours in a word that come most seldom, by the model."""
    from cleaner.filters.decode.model import LEVEL, UNIT, fingerprint, load, place

    hans, hant, _, pairs = load()
    gain = int(LEVEL * UNIT)

    def pick(word: str) -> str:
        codes = [min(ord(char), 0xFFFF) for char in word]
        best = at = 0
        for number, (first, second) in enumerate(pairwise(codes)):
            cost = min(hans[first] + hans[second], hant[first] + hant[second])
            entry = pairs[place(first, second)]
            if entry and entry & 15 == fingerprint(first, second):
                cost -= gain * (entry >> 4)
            if first < 0x3400:
                cost -= 3 * UNIT  # the model knows prose, pages have more signs
            if cost > best:
                best, at = cost, number
        return word[at : at + 2]

    return pick


@lru_cache(maxsize=8)
def words(folders: tuple[str, ...]) -> Words:
    """Return what finds the words of the lists, ``folders`` of the user laid on top, and others.

    The others are the beginnings of addresses spelt out and of names of sites set apart.
    """
    return Words(
        SPELT.union(_apart(folders), *(listed(name, folders) for name in _COLUMNS)),
    )


@lru_cache(maxsize=32)
def listed(name: str, folders: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of one list: :data:`SPAM`, :data:`STUFFING` or :data:`NOTICES`."""
    return tuple(row[0] for row in rows(name, _COLUMNS[name], folders))


def sites(folders: tuple[str, ...]) -> list[str]:
    """Return the names of sites among the notices."""
    return [name for name, scope in rows(NOTICES, 2, folders) if scope == "site"]


@lru_cache(maxsize=8)
def _apart(folders: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"{name[0]}{sign}{name[1:2]}" for name in sites(folders) for sign in APART)


def has_any(document: Document, settings: Settings, name: str) -> bool:
    """Whether a word of one list is in the text."""
    found = document.once(words(settings.dictionary).present)
    return bool(found) and not found.isdisjoint(listed(name, settings.dictionary))


def has_apart(document: Document, settings: Settings) -> bool:
    """Whether the beginning of the name of a site, set apart, is in the text."""
    found = document.once(words(settings.dictionary).present)
    return bool(found) and not found.isdisjoint(_apart(settings.dictionary))


def has_spelt(document: Document, settings: Settings) -> bool:
    """Whether the beginning of an address that is spelt out is in the text."""
    return not document.once(words(settings.dictionary).present).isdisjoint(SPELT)
