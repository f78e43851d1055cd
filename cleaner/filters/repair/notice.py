"""Notices told by what they are made of: a sentence of little else than words of notices.

Phrases (:mod:`~cleaner.filters.repair.notice_units`) know the notices that somebody has seen; sites
write new ones every day, with the same words. So each line, bracket and sentence that has a word
which only the page itself or its owner says, or asks readers for, is measured: such words count for
a notice, other characters against it, and most of it must be words of the list. The words and their
kinds are in ``dictionaries/repair/notice_vocabulary.tsv``.
"""

from __future__ import annotations

from cleaner.dictionaries import rows
from cleaner.filters.repair.evidence import ADDRESSING, DOING, PLACING, VOCABULARY, by_characters
from cleaner.filters.repair.scripts import is_han
from cleaner.kept import lru_cache
from cleaner.named import NamedTuple
from cleaner.patterns import lazy
from cleaner.prepared import prepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

# What each word counts for; sentences with a word that shows that others are told of are none.
_WORTH = {"own": 3, "site": 3, "ask": 2, "act": 2, "thing": 1, "plain": 0}
_OTHER = "other"
# Without any of these the bound is higher: 如有问题，请留言 is said by everybody.
_NOWHERE = 5
# What sentences alone in a line or bracket and among others must come to. In 4.4 million characters
# of news and reviews none does, in 0.5 million of bodies of pages nine, all of one disclaimer.
_ALONE, _WITHIN = 5, 6
# Of the characters of a notice, and of each clause of a line that is one, at most this share is of
# no word of the list; each takes one off what it comes to.
_SHARE, _MOST = 0.2, 0.5
_SPELT = 3  # hyphens of a name that is set apart: 请到-某-某-小-说-网
SHORTEST, LONGEST = 8, 100  # characters
# A subhead may end in these, nothing that is asked for does: 分享到朋友圈之后.
_UNFINISHED = ("之后", "之後", "之前", "以后", "以後", "以前", "之外")

_SOURCES = (VOCABULARY, "filters/repair/notice.py", "filters/repair/evidence.py")
_QUOTED = lazy('[“"「‘《][^“”"「」‘’《》\n]{1,10}[”"」’》]')
_CLAUSES = lazy("[。！!？?…」”，,；;]+")


class Vocabulary(NamedTuple):
    """The words of notices: their kinds, and by first character their lengths, falling."""

    kinds: Mapping[str, str]
    lengths: Mapping[str, list[int]]

    def is_notice(self, text: str, *, alone: bool = True) -> bool:
        """Tell whether a line, what a bracket holds or, not ``alone``, a sentence is a notice.

        None of its clauses says something else. Spaces say nothing: they may be between words.
        """
        text = text.replace(" ", "")
        if text.count("-") >= _SPELT:
            text = text.replace("-", "")
        if not SHORTEST <= len(text) <= LONGEST or text.endswith(_UNFINISHED):
            return False
        pieces = self._pieces(text, most=_SHARE)
        kinds = [self.kinds[piece] for piece in {*pieces} & self.kinds.keys()]
        if _OTHER in kinds:
            return False
        begins = self.kinds.get(pieces[0] if pieces else "")
        if begins != DOING and not any(kind in ADDRESSING for kind in kinds):
            return False
        enough = _ALONE if alone else _WITHIN
        if not any(kind in PLACING for kind in kinds):
            enough += _NOWHERE
        unknown, size = self._unknown(pieces)
        if sum(_WORTH[kind] for kind in kinds) - unknown < enough:
            return False
        if size < SHORTEST or unknown > _SHARE * size:
            return False
        measured = (self._unknown(self._pieces(part)) for part in _CLAUSES.split(text))
        return all(unknown <= _MOST * size for unknown, size in measured)

    def _pieces(self, text: str, most: float = 1) -> list[str]:
        """Return the words of the list, and Chinese characters that are of none.

        Nothing at all as soon as these are more than ``most`` of all characters, as in three
        of four sentences that everybody says.

        An expression of all words tries one after the other, as with some characters a hundred
        begin.
        """
        text = _QUOTED.sub(self._named, text)
        kinds = self.kinds
        pieces = []
        room = most * len(text)
        at = 0
        while at < len(text):
            for length in self.lengths.get(text[at], ()):
                word = text[at : at + length]
                if word in kinds:
                    pieces.append(word)
                    at += len(word)
                    break
            else:
                if is_han(text[at]):
                    room -= 1
                    if room < 0:
                        return []
                    pieces.append(text[at])
                at += 1
        return pieces

    def _named(self, quoted: re.Match[str]) -> str:
        """Return what is in short quotation marks if it is a word of the list, or nothing."""
        inside = quoted.group()[1:-1]
        return inside if inside in self.kinds else ""

    def _unknown(self, pieces: list[str]) -> tuple[int, int]:
        """Return the number of Chinese characters of no word of the list, and of all."""
        unknown = sum(piece not in self.kinds for piece in pieces)
        return unknown, sum(map(len, pieces))


@lru_cache(maxsize=8)
def vocabulary(folders: tuple[str, ...]) -> Vocabulary:
    """Return the words of notices, ``folders`` of the user laid on top."""
    made = _read(folders) if folders else prepared("words of notices", _read, _SOURCES)
    return Vocabulary(*made)


def _read(folders: tuple[str, ...] = ()) -> tuple[dict[str, str], dict[str, list[int]]]:
    written = {row[0]: row[1] for row in rows(VOCABULARY, 2, folders)}
    kinds = {by_characters(word): kind for word, kind in written.items()} | written
    lengths: dict[str, set[int]] = {}
    for word in kinds:
        lengths.setdefault(word[0], set()).add(len(word))
    return kinds, {first: sorted(found, reverse=True) for first, found in lengths.items()}
