"""The words that the repairs look for, found in two searches.

Most pages have none of them, and to search for the words of one list after the other takes twice as
long. For characters see :mod:`cleaner.strange`.
"""

from __future__ import annotations

import sys
from math import exp, prod

from cleaner.dictionaries import rows
from cleaner.document import ByLines, Document
from cleaner.kept import lru_cache
from cleaner.patterns import escape, lazy
from cleaner.prepared import prepared
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any, Final

#: Lists of words in the dictionaries, and their columns.
SPAM, STUFFING, NOTICES = "repair/spam.txt", "repair/stuffing.txt", "repair/notices.tsv"
#: The words that notices are made of, with their kinds; not among those looked for here.
VOCABULARY = "repair/notice_vocabulary.tsv"
#: Of these kinds, words that speak to who reads; what is to be done does as the first word; and
#: words of the page itself and its owner.
ADDRESSING: Final = ("own", "ask")
DOING: Final = "act"
PLACING: Final = ("own", "site")
_COLUMNS = {SPAM: 1, STUFFING: 1, NOTICES: 2}
#: What is set between the characters of the name of a site, as the inside of a character class.
APART = "~～*＊^_·•.。|↑↓←→↗↘↙↖△▲▽▼○●◎☆★◇◆□■§※♂♀@#＃&＆$%+＋=＝∷≈-"

_APART: Final = frozenset(APART)

# Each is a traditional character of its own as well.
_LEFT_ALONE = str.maketrans("後裏裡於並纔臺佈準", "后里里于并才台布准")

#: What :class:`Words` looks for: words by what they are found by, line feeds between them, which
#: takes half as long to read as lists; others, the first two characters of names that may be set
#: apart; the classes of three neighbours and of two.
Filed = tuple[dict[str, str], list[str], list[str], list[str], list[str]]


class Words(ByLines):
    """Tells which words of a list are in a text.

    Three neighbouring characters stand for a word: one search finds where characters that come
    first, second and third in any word stand so, and only the words of those that were found are
    looked for. Two searches, since a word may have two characters only, take a third of the time of
    an expression of all words, which tries all that begin alike at each place.
    """

    def __init__(self, words: Iterable[str] = (), filed: Filed | None = None) -> None:
        """Take the words, or what :func:`file` has made of them."""
        self._found_by, self._single, apart, *self._classes = filed or file(words)
        self._apart = frozenset(apart)
        self._searches = [lazy(_expression(classes)) for classes in self._classes]
        self._bits: Any = None

    def present(self, text: str) -> frozenset[str]:
        """Return the words that are in ``text``, and beginnings of names that are set apart."""
        threes, twos = self._neighbours(text)
        by = self._found_by
        keys = by.keys() & threes | by.keys() & twos
        words = [word for key in keys for word in _around(text, key, by[key].split("\n"))]
        apart: list[str] = []
        if not _APART.isdisjoint("".join(threes)[1::3]):
            apart = [key for key in threes if key[1] in _APART and key[::2] in self._apart]
        return frozenset([*words, *apart, *[word for word in self._single if word in text]])

    def _neighbours(self, text: str) -> list[list[str]]:
        """Return all three and all two neighbours in ``text`` of which each is of its class."""
        if "numpy" in sys.modules:
            from cleaner import vectors

            codes = vectors.codes(text)
            if codes is not None:
                if self._bits is None:
                    self._bits = vectors.bits([*self._classes[0], *self._classes[1]])
                bits = self._bits.take(codes)
                both = bits[:-1] & bits[1:] >> 1  # of each two neighbours, in three classes and two
                threes = (both[:-1] & both[1:] >> 1 & 1).view("?").nonzero()[0].tolist()
                twos = (both >> 3 & 1).view("?").nonzero()[0].tolist()
                return [[text[at : at + 3] for at in threes], [text[at : at + 2] for at in twos]]
        return [search.findall(text) for search in self._searches]


def _around(text: str, key: str, words: Sequence[str]) -> Iterable[str]:
    """Return those of ``words`` that are in ``text``; ``key`` is in all of them.

    Many begin alike, and to look for each of them takes three times as long.
    """
    if len(words) == 1:  # in half of the cases no longer than its key, which was found
        return words if words[0] == key or words[0] in text else ()
    found: set[str] = set()
    offsets = [(word.find(key), word) for word in words]
    at = text.find(key)
    while at >= 0:
        found.update(word for off, word in offsets if off <= at and text.startswith(word, at - off))
        at = text.find(key, at + 1)
    return found


def file(words: Iterable[str], names: Iterable[str] = ()) -> Filed:
    """Return what finds ``words``, and the beginnings of ``names`` that are set apart."""
    found_by: dict[str, list[str]] = {}
    single: list[str] = []
    threes, twos = Classes(3), Classes(2)
    for word in sorted(words, key=lambda word: (len(word), word)):
        if len(word) == 1:
            single.append(word)
        else:
            key = (twos if len(word) == 2 else threes).add(word)
            found_by.setdefault(key, []).append(word)
    apart = sorted({name[:2] for name in names})
    threes.widen("".join(name[0] for name in apart), APART, "".join(name[1] for name in apart))
    filed = {key: "\n".join(words) for key, words in found_by.items()}
    return filed, single, apart, threes.sorted(), twos.sorted()


class Classes:
    """The characters that come first, second ... in so many neighbours out of each of some words.

    The neighbours are those that let the classes match least text, with the classes as they are
    when the word comes: half as often as the rarest ones of each word do, where a common word made
    classes wide for all. The last class is searched for, and then those before it.
    """

    def __init__(self, size: int) -> None:
        from cleaner.filters.decode.model import UNIT, load

        self._rarities = load().rarities
        self._unit = UNIT
        self._chars: list[set[str]] = [set() for _ in range(size)]
        self._shares = [0.0] * size  # of a text that each class matches

    def add(self, word: str) -> str:
        """Take in a word that is long enough, and return its neighbours."""
        size = len(self._chars)
        rarities = self._rarities(word)
        shares = [exp(-rarity / self._unit) for rarity in rarities]
        found = []
        for at in range(len(word) - size + 1):
            wider = [
                share + (word[at + place] not in self._chars[place]) * shares[at + place]
                for place, share in enumerate(self._shares)
            ]
            # Each place costs its search, and more where those that were looked at before match.
            order = [wider[-1], *wider[:-1]]
            found.append((sum(prod(order[:end]) for end in range(1, size + 1)), at, wider))
        _, at, self._shares = min(found)
        for place, chars in enumerate(self._chars):
            chars.add(word[at + place])
        return word[at : at + size]

    def widen(self, *classes: str) -> None:
        """Take in neighbours of which each may be any of some characters."""
        if classes[0]:
            for chars, more in zip(self._chars, classes, strict=True):
                chars.update(more)

    def sorted(self) -> list[str]:
        """Return the characters of each class, in order of code points."""
        return ["".join(sorted(chars)) for chars in self._chars]


def _expression(classes: Sequence[str]) -> str:
    """Return an expression that finds neighbours, also where they overlap, as its only group.

    With a group for each character it takes half as long again to find and to join them.
    """
    if not classes[0]:
        return "(?!)"
    *others, last = [f"[{''.join(map(escape, chars))}]" for chars in classes]
    return f"{last}(?<=({''.join(others)}.))"


@lru_cache(maxsize=8)
def words(folders: tuple[str, ...]) -> Words:
    """Return what finds the words of the lists, ``folders`` of the user laid on top.

    It also finds the beginnings of the names of sites set apart.
    """
    return Words(filed=_known(folders)[0])


@lru_cache(maxsize=8)
def _known(folders: tuple[str, ...]) -> tuple[Filed, dict[str, str]]:
    return _all(folders) if folders else prepared("repair", _all, _SOURCES)


#: The files that decide what :func:`_all` returns without folders of users.
_SOURCES = (*_COLUMNS, "filters/repair/evidence.py", "filters/decode/model.py")


def _all(folders: tuple[str, ...] = ()) -> tuple[Filed, dict[str, str]]:
    """Return what finds the words of all lists, and the lists, with line feeds between words."""
    lists = {}
    for name, columns in _COLUMNS.items():
        words = [row[0] for row in rows(name, columns, folders)]
        lists[name] = sorted({*words, *map(by_characters, words)})
    filed = file(frozenset().union(*lists.values()), sites(folders))
    return filed, {name: "\n".join(words) for name, words in lists.items()}


@lru_cache(maxsize=32)
def listed(name: str, folders: tuple[str, ...]) -> frozenset[str]:
    """Return the words of one list: :data:`SPAM`, :data:`STUFFING` or :data:`NOTICES`.

    Also as pages have them that were converted one character at a time: 下載后 for 下載後.
    """
    return frozenset(_known(folders)[1][name].split("\n"))


def by_characters(word: str) -> str:
    """Return ``word`` with the characters Simplified that such a conversion leaves alone.

    >>> by_characters("下載後")
    '下載后'
    """
    return word.translate(_LEFT_ALONE)


def sites(folders: tuple[str, ...]) -> list[str]:
    """Return the names of sites among the notices."""
    return [name for name, scope in rows(NOTICES, 2, folders) if scope == "site"]


def present(document: Document, settings: Settings, name: str) -> list[str]:
    """Return the words of one list that are in the text, in order of code points."""
    known = document.once(words(settings.dictionary))
    if not known:  # as in half of all pages, which need not read the list
        return []
    return sorted(known & listed(name, settings.dictionary))


def places(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of ``words`` in ``text``: the longest at a place, none over another."""
    starts: list[tuple[int, int]] = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            starts.append((at, -len(word)))
            at = text.find(word, at + 1)
    done = 0
    for at, size in sorted(starts):
        if at >= done:
            done = at - size
            yield at, done


def has_apart(document: Document, settings: Settings) -> bool:
    """Whether the beginning of the name of a site, set apart, is in the text."""
    return any(word[1:2] in _APART for word in document.once(words(settings.dictionary)))
