"""Stretches of text that are words as they stand, whatever is inside: taken out, then put back.

jieba splits text at every character that is not in its blocks, before it looks at any word: a
user's word with a space or a middle dot in it never comes out, and neither does a URL. Here such
stretches are replaced by a character that is a word of its own, and come back when the words are
found.
"""

from __future__ import annotations

from cleaner.filters.segment.blocks import OUTSIDE
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

STAND_IN = "\ufffc"  # the object replacement character; text that has it is held as well

# What stays whole when asked for. Runs are possessive and begin where no run goes on, so that the
# search is linear; classes of ASCII are cheap to compile.
_KINDS = (
    # URLs, without the mark of the sentence at their end
    r"(?:(?<![0-9A-Za-z])(?:https?|ftp)://|(?<![0-9A-Za-z.])www\.(?=[0-9A-Za-z]))"
    r"[!#-;=?-Z_a-z~]*[#-&*+/-9=@-Z_a-z~-]",
    # E-mail, mentions
    r"(?<![0-9A-Za-z._%+-])[0-9A-Za-z][0-9A-Za-z._%+-]*+@[0-9A-Za-z-]++(?:\.[0-9A-Za-z-]++)++",
    r"(?<![0-9A-Za-z._%+-])@[0-9A-Za-z_]++",
    # Hashtags: #北京冬奥会#, #AI
    r"(?<![0-9A-Za-z#])#[^\s#]{1,40}#(?!#)",
    r"(?<![0-9A-Za-z&/#])#[A-Za-z][0-9A-Za-z_]*+(?!#)",
    # Dates
    r"(?<![0-9A-Za-z.])[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号])?)?",
    r"(?<![0-9A-Za-z.])[0-9]{1,2}月[0-9]{1,2}[日号]",
    # Numbers, times, versions, model numbers, names: 1,234.5 07:23 v1.2.3 i7-12700K Node.js AT&T
    r"(?<![0-9A-Za-z])[0-9A-Za-z]++(?:(?:[-._&'’+/]|(?<=[0-9])(?::(?=[0-9])|,(?=[0-9]{3}(?![0-9]))))"
    r"[0-9A-Za-z]++)++[%‰℃]?",
    r"(?<![0-9A-Za-z])[0-9]++[‰℃]",
)
_WHOLE = lazy("|".join(_KINDS))


class Held:
    """Finds what is held: ``words`` of the user that no block can have, and if ``whole`` what else.

    A word that begins or ends with a letter or a digit of ASCII is not found inside a longer run of
    them.
    """

    def __init__(self, words: Iterable[str] = (), *, whole: bool = False) -> None:
        self._whole = whole
        self._words: dict[str, dict[int, set[str]]] = {}  # by first two characters and length
        for word in words:
            lengths = self._words.setdefault(word[:2], {})
            lengths.setdefault(len(word), set()).add(word)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where something is held: of stretches that overlap the first, then the longest."""
        found = list(self._known(text))
        if self._whole:
            found += [match.span() for match in _WHOLE.finditer(text)]
        if STAND_IN in text:
            found += [(place, place + 1) for place, char in enumerate(text) if char == STAND_IN]
        if len(found) < 2:
            return found
        found.sort(key=lambda span: (span[0], -span[1]))
        kept: list[tuple[int, int]] = []
        for span in found:
            if not kept or span[0] >= kept[-1][1]:
                kept.append(span)
        return kept

    def _known(self, text: str) -> Iterator[tuple[int, int]]:
        if not self._words:
            return
        for place, pair in enumerate(map(str.__add__, text, text[1:])):
            lengths = self._words.get(pair)
            if lengths is None:
                continue
            for length, words in lengths.items():
                end = place + length
                if text[place:end] in words and _apart(text, place) and _apart(text, end):
                    yield place, end


def among(words: Collection[str]) -> list[str]:
    """Return the user's words with characters that no block has, so that only a hold finds them."""
    alone = set(OUTSIDE.findall("".join(words)))
    if not alone:
        return []
    return [word for word in words if len(word) > 1 and not alone.isdisjoint(word)]


def take(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, list[str]]:
    """Return ``text`` with a stand-in for each span, and what the spans held."""
    parts: list[str] = []
    held: list[str] = []
    done = 0
    for start, end in spans:
        parts += (text[done:start], STAND_IN)
        held.append(text[start:end])
        done = end
    parts.append(text[done:])
    return "".join(parts), held


def put_back(text: str, held: Iterable[str]) -> str:
    """Return ``text`` with what is held in place of the stand-ins, in order.

    >>> put_back(*take("他用iPhone 15 Pro。", [(2, 15)]))
    '他用iPhone 15 Pro。'
    """
    first, *rest = text.split(STAND_IN)
    return first + "".join([word + part for word, part in zip(held, rest, strict=True)])


def _apart(text: str, place: int) -> bool:
    """Whether no run of ASCII letters and digits goes across ``place``."""
    around = text[max(0, place - 1) : place + 1]
    return len(around) < 2 or not (around.isascii() and around.isalnum())
