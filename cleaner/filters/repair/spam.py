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

RULE = "repair.spam"

ENOUGH = 3  # advertising words in a line ...
ABOVE = 2  # ... or in the line above all others, where mirrors put them
SHARE = 0.6  # ... that make up this share of its words; prose about gambling has sentences
HOUSE = 2  # characters that words of one house have in common
LONGEST_WORD = 12  # characters of a word of such a list

_SPLIT = lazy(r"[\s|｜丨,，、;；/_·・\-—]+")
_LISTED = lazy("[,，|｜_]")
_LABEL = lazy(r"^[^\n:：]{1,8}[:：]")
_SENTENCE = lazy("[。！？!?]")


def has_sign(document: Document, settings: Settings) -> bool:
    """Whether there is a word of advertising."""
    return bool(present(document, settings, SPAM))


def spam(document: Document, settings: Settings) -> Document:
    """Drop lines that are lists of advertising words."""
    advertising = present(document, settings, SPAM)
    text = document.text
    edits: list[Edit] = []
    done = 0
    for at, _ in places(text, advertising):
        if at < done:
            continue
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        done = end
        line = text[start:end]
        above = _LISTED.search(line) and not text[:start].strip() and text[end:].strip()
        made = _made(settings.dictionary)
        if _is_list(line, advertising, made, ABOVE if above else ENOUGH):
            edits.append(Edit(start, min(end + 1, len(text)), "", RULE))
    return apply(document, edits)


@lru_cache(maxsize=8)
def _made(folders: tuple[str, ...]) -> re.Pattern[str]:
    """Return what phrases match that are put together: 国产精品在线观看.

    They count beside a word that is on the list.
    """
    parts = any_of(row[0] for row in rows("repair/spam_parts.txt", 1, folders))
    return lazy(f"(?:{parts}){{2,}}+", IGNORECASE)


def _is_list(line: str, advertising: list[str], made: re.Pattern[str], enough: int) -> bool:
    if _SENTENCE.search(line):
        return False
    words = [word for word in _SPLIT.split(_LABEL.sub("", line.strip())) if word]
    found = [
        word
        for word in words
        if (len(word) <= LONGEST_WORD and any(map(word.__contains__, advertising)))
        or made.fullmatch(word) is not None
    ]
    # What begins as they do is of the same house: pg電子官網, pg模擬器.
    houses = {word[:HOUSE] for word in found}
    spam = sum(word[:HOUSE] in houses for word in words)
    return spam >= enough and spam >= SHARE * len(words)
