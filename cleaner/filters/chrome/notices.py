"""Notices among the text that is left: sentences, brackets and lines made of words of notices.

Last of all, since chrome reads of such lines what site a page is of and where its text ends, and a
disclaimer goes as a whole by its first words.
"""

from __future__ import annotations

from cleaner.dictionaries import rows
from cleaner.document import Document
from cleaner.filters.repair.evidence import VOCABULARY, Filed, Words, file, places
from cleaner.filters.repair.scripts import apply, count_han, drop
from cleaner.kept import lru_cache
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.prepared import prepared
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleaner.filters.repair.notice import Vocabulary

RULE = "chrome.notice"

_HELD = r"[(（【\[][^()（）【】\[\]\n]{4,60}[)）】\]]"
_BRACKET = lazy(_HELD)
_SENTENCE = lazy(rf"(?:{_HELD}|[^。！!？?…~～\n])++[。！!？?…~～]*+")
# Something is being said.
_OPEN = lazy("[“「『][^”」』]*\\Z")
_GAP = lazy(r"[\s|｜丨/·←→>»]+")
_LONGEST_CONTROL = 8
_REACH = 200


# Kinds of the words that show where a notice may be.
_SHOWING = ("own", "ask", "act", "site")
_SOURCES = (
    VOCABULARY,
    "filters/chrome/notices.py",
    "filters/repair/evidence.py",
    "filters/decode/model.py",
)


def notices(document: Document, settings: Settings) -> Document:
    """Drop notices; text that is nothing else stays."""
    signs = sorted(_words(settings.dictionary).present(document.text))
    if not signs:
        return document
    from cleaner.filters.repair.notice import vocabulary

    text = document.text
    known = vocabulary(settings.dictionary)
    edits: list[Edit] = []
    done = first = -1  # where the lines that go together began
    for at, _ in places(text, signs):
        if at < done:
            continue
        start = text.rfind("\n", 0, at) + 1
        done = text.find("\n", at)
        done = len(text) if done < 0 else done
        line = text[start:done]
        if not known.addresses(line, signs) or _is_menu(line):
            first = -1
            continue
        if not known.is_notice(line):
            first = -1
            edits += [drop(text, *span, RULE) for span in _within(text, start, done, signs, known)]
            continue
        if first >= 0 and not text[edits[-1].end : start].strip():
            edits.pop()
        else:
            first = start
        edits.append(_lines(text, first, done))
    left = apply(document, edits)
    return left if count_han(left.text) else document


@lru_cache(maxsize=8)
def _words(folders: tuple[str, ...]) -> Words:
    return Words(filed=_filed(folders) if folders else prepared("notices", _filed, _SOURCES))


def _filed(folders: tuple[str, ...] = ()) -> Filed:
    listed = rows(VOCABULARY, 2, folders)
    return file(word for word, kind in listed if kind in _SHOWING and len(word) > 1)


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
    text: str, start: int, end: int, signs: list[str], known: Vocabulary
) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a line, and of other sentences the brackets, that are notices."""
    for sentence in _SENTENCE.finditer(text, start, end):
        if sentence.span() == (start, end):
            return
        if not known.addresses(sentence.group(), signs):
            continue
        if known.is_notice(sentence.group(), alone=False):
            if not _OPEN.search(text, max(start, sentence.start() - _REACH), sentence.start()):
                yield sentence.span()
            continue
        for bracket in _BRACKET.finditer(text, *sentence.span()):
            if known.is_notice(bracket.group()):
                yield bracket.span()


def _is_menu(line: str) -> bool:
    """Tell whether a line is a row of short words, which are controls: chrome knows these."""
    parts = _GAP.split(line.strip())
    return len(parts) > 2 and max(map(len, parts)) < _LONGEST_CONTROL
