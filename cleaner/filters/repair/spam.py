"""Lines of advertising words: 博彩網|六合彩|開元棋牌|私服."""

from __future__ import annotations

from cleaner.dictionaries import rows
from cleaner.document import Document
from cleaner.filters.repair.evidence import SPAM, places, present
from cleaner.filters.repair.scripts import apply
from cleaner.kept import lru_cache
from cleaner.ledger import Edit
from cleaner.patterns import IGNORECASE, any_of, lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Final

RULE = "repair.spam"

ENOUGH = 3  # advertising words in a line ...
ABOVE = 2  # ... or in the line above all others, where mirrors put them
SHARE: Final = 0.6  # ... that make up this share of its words; prose about gambling has sentences
MADE = 0.6  # of its characters are of such parts in a phrase of them
HOUSE: Final = 2  # characters that words of one house have in common
LONGEST_WORD: Final = 12  # characters of a word of such a list

_SPLIT: Final = lazy(r"[\s|｜丨,，、;；/_·・\-—]+")
_LISTED = lazy(r"[,，|｜_]|(?:\s[^\s，。]{2,8}){3}\Z")
_LABEL: Final = lazy(r"^[^\n:：]{1,8}[:：]")
_LOST: Final = lazy(r"(?<=\s)\?\s*+\Z")  # what came after the list was no character of the encoding
_SENTENCE: Final = lazy("[。！？!?]")
_WORD = lazy(r"[^\W_]")


def spam(document: Document, settings: Settings) -> Document:
    """Drop lines that are lists of advertising words."""
    advertising = present(document, settings, SPAM)
    text = document.text
    edits: list[Edit] = []
    done = 0
    last = len(text.rstrip())
    first = _WORD.search(text)
    for at, _ in places(text, advertising):
        if at < done:
            continue
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        done = end
        line = text[start:end]
        above = first is not None and first.start() >= start and _LISTED.search(line)
        parts = _parts(settings.dictionary)
        if _is_list(line, advertising, parts, ABOVE if above and end < last else ENOUGH):
            edits.append(Edit(start, min(end + 1, len(text)), "", RULE))
    return apply(document, edits)


@lru_cache(maxsize=8)
def _parts(folders: tuple[str, ...]) -> re.Pattern[str]:
    """Return what phrases are put together of: 国产精品在线观看."""
    return lazy(any_of([row[0] for row in rows("repair/spam_parts.txt", 1, folders)]), IGNORECASE)


def _is_made(word: str, parts: re.Pattern[str]) -> bool:
    """Tell whether a phrase is put together; it counts beside a word that is on the list."""
    found = parts.findall(word)
    return len(found) > 1 and sum(map(len, found)) >= MADE * len(word)


def _is_list(line: str, advertising: list[str], parts: re.Pattern[str], enough: int) -> bool:
    line = _LOST.sub("", line)
    if _SENTENCE.search(line):
        return False
    words = [word for word in _SPLIT.split(_LABEL.sub("", line.strip())) if word]
    found = {
        word
        for word in words
        if (len(word) <= LONGEST_WORD and any(map(word.__contains__, advertising)))
        or _is_made(word, parts)
    }
    # What begins as they do is of the same house: pg電子官網, pg模擬器; not what begins with 国产.
    houses = {word[:HOUSE] for word in found if not parts.match(word)}
    spam = sum(word[:HOUSE] in houses or word in found for word in words)
    return spam >= enough and spam >= SHARE * len(words)
