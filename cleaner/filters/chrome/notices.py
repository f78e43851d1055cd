"""Notices among the text that is left: sentences, brackets and lines made of words of notices.

Last of all, since chrome reads of such lines what site a page is of and where its text ends, and a
disclaimer goes as a whole by its first words.
"""

from __future__ import annotations

from cleaner.dictionaries import rows
from cleaner.document import Document
from cleaner.filters.repair.evidence import (
    ADDRESSING,
    DOING,
    PLACING,
    VOCABULARY,
    Filed,
    Words,
    by_characters,
    file,
    places,
)
from cleaner.filters.repair.scripts import apply, count_han, drop, narrates
from cleaner.kept import lru_cache
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.prepared import prepared
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import Final

    from cleaner.filters.repair.notice import Vocabulary

RULE = "chrome.notice"

_HELD = r"[(（【\[][^()（）【】\[\]\n]{4,60}[)）】\]]"
_BRACKET = lazy(_HELD)
# Up to a bracket in one go: tried for one at each character it takes three times as long.
_SENTENCE = lazy(rf"(?:[^。！!？?…~～\n(（【\[]++|{_HELD}|[(（【\[])++[。！!？?…~～]*+")
# Something is being said.
_OPEN = lazy("[“「『][^”」』]*\\Z")
_GAP = lazy(r"[\s|｜丨/·←→>»]+")
_LONGEST_CONTROL = 8
_REACH = 200


# Kinds of the words that show where a notice may be; without one of the page itself so many are
# asked. What may stand before the first word.
SHOWING = frozenset((*ADDRESSING, DOING, *PLACING))
FEW: Final = 2
BEFORE = " \t\u3000([（【“「*-—"
_SOURCES = (
    VOCABULARY,
    "filters/chrome/notices.py",
    "filters/repair/evidence.py",
    "filters/decode/model.py",
)


def notices(document: Document, settings: Settings) -> Document:
    """Drop notices; text that is nothing else stays."""
    text = document.text
    signs = _signs(settings.dictionary).of(text)
    if len(signs.words) < FEW and not signs.placing:
        return document
    edits: list[Edit] = []
    done = first = -1  # where the lines that go together began
    for at, _ in places(text, signs.words):
        if at < done:
            continue
        start = text.rfind("\n", 0, at) + 1
        done = text.find("\n", at)
        done = len(text) if done < 0 else done
        line = text[start:done]
        if not signs.address(line) or _is_menu(line):
            first = -1
            continue
        from cleaner.filters.repair.notice import vocabulary  # few pages come so far

        known = vocabulary(settings.dictionary)
        if narrates(line.strip()) or not known.is_notice(line):
            first = -1
            edits += [drop(text, *span, RULE) for span in _within(text, start, done, signs, known)]
            continue
        if first >= 0 and not text[edits[-1].end : start].strip():
            edits.pop()
        else:
            first = start
        edits.append(_lines(text, first, done))
    if not edits:
        return document
    left = apply(document, edits)
    return left if count_han(left.text) else document


class Signs:
    """The words of notices that a text has.

    All of them, those that speak to its reader, what is to be done, what only the page itself or
    its owner says; and an expression for characters that speak to the reader.
    """

    def __init__(
        self,
        words: list[str],
        asking: list[str],
        doing: tuple[str, ...],
        placing: list[str],
        short: re.Pattern[str],
    ) -> None:
        self.words = words
        self.asking = asking
        self.doing = doing
        self.placing = placing
        self.short = short

    def address(self, text: str) -> bool:
        """Tell whether who reads may be spoken to in ``text``, a part of the text of the signs.

        What is to be done speaks to the reader as the first word only. Words that everybody says
        are no notice if they are few.
        """
        placed = any(sign in text for sign in self.placing)
        if not placed and sum([sign in text for sign in self.words]) < FEW:
            return False
        return (
            self.short.search(text) is not None
            or any(sign in text for sign in self.asking)
            or text.lstrip(BEFORE).startswith(self.doing)
        )


class _Signs:
    """Finds the signs of a text, for most texts without all of the vocabulary."""

    def __init__(self, filed: Filed, kinds: dict[str, str], short: str) -> None:
        self._words = Words(filed=filed)
        self._kinds = kinds
        self._short = lazy(f"[{short}]")

    def of(self, text: str) -> Signs:
        words = sorted(self._words.present(text))
        asking = [word for word in words if self._kinds[word] in ADDRESSING]
        doing = tuple([word for word in words if self._kinds[word] == DOING])
        placing = [word for word in words if self._kinds[word] in PLACING]
        return Signs(words, asking, doing, placing, self._short)


@lru_cache(maxsize=8)
def _signs(folders: tuple[str, ...]) -> _Signs:
    return _Signs(*(_known(folders) if folders else prepared("notices", _known, _SOURCES)))


def _known(folders: tuple[str, ...] = ()) -> tuple[Filed, dict[str, str], str]:
    """Return the words that are signs, their kinds, and the characters that speak to who reads."""
    kinds = {row[0]: row[1] for row in rows(VOCABULARY, 2, folders)}
    signs = {word: kind for word, kind in kinds.items() if kind in SHOWING and len(word) > 1}
    short = {word for word, kind in kinds.items() if kind in ADDRESSING and len(word) == 1}
    return file(signs), signs, "".join(sorted(short | {*map(by_characters, short)}))


def _lines(text: str, start: int, end: int) -> Edit:
    """Drop whole lines, and so many blank ones that no two stand together nor any at an end."""
    rest = end
    while text[rest : rest + 1] == "\n":
        rest += 1
    if start == 0:
        return Edit(0, rest, "", RULE)
    if rest == len(text):
        while text[start - 1] == "\n":
            start -= 1
        return Edit(start, rest, text[start : start + (rest > end)], RULE)
    blank = text[start - 2 : start] == "\n\n"
    return Edit(start, rest if blank else end + 1, "", RULE)


def _within(
    text: str, start: int, end: int, signs: Signs, known: Vocabulary
) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a line, and of other sentences the brackets, that are notices."""
    for sentence in _SENTENCE.finditer(text, start, end):
        if sentence.span() == (start, end):
            return
        if not signs.address(sentence.group()):
            continue
        if known.is_notice(sentence.group(), alone=False):
            low, (first, last) = max(start, sentence.start() - _REACH), sentence.span()
            if not (_OPEN.search(text, low, first) or _OPEN.search(text, first, last)):
                yield first, last
            continue
        for bracket in _BRACKET.finditer(text, *sentence.span()):
            if known.is_notice(bracket.group()):
                yield bracket.span()


def _is_menu(line: str) -> bool:
    """Tell whether a line is a row of short words, which are controls: chrome knows these."""
    parts = _GAP.split(line.strip())
    return len(parts) > 2 and max(map(len, parts)) < _LONGEST_CONTROL
