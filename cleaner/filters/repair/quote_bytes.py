"""Characters of GBK that a replacement of quotation marks, byte by byte, has changed.

Sites that turn 「」 into “” change A1B8 into A1B0 and A1B9 into A1B1 wherever these bytes stand,
also when A1 ends one character and B8 or B9 begins the next one: 小姑娘 (D0A1 B9C3 C4EF) becomes
小泵娘, 尽管 becomes 尽避, and after an indent or ！ 刚才 becomes 罢才 and 哈哈 becomes 炳哈.

Nothing is lost, so all of it can be put back; what must be told is which texts went through this.
In those no character that begins with B8 or B9 is left after such a byte, and most of what stands
there makes words only when put back.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.words import simplified, words_cost
from cleaner.kept import cache
from cleaner.ledger import Edit
from cleaner.patterns import MULTILINE, lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

RULE = "repair.quote-byte"

_SHIFT = 8  # from B0 and B1, the leads of what stands there now, to B8 and B9
AROUND = 4  # characters on each side that words are looked for in
GAIN = 4.0  # nats by which words with the character put back are likelier, where that tells
ENOUGH = 14.0  # what those that tell gain together: 小泵娘 does by itself
LEFT = 0.1  # of the characters that tell: as many at most that the replacement should have changed
SLIGHT = 1.0  # nats, where the text is known to be of that kind

_HAN_END = lazy("[^\u3400-\u9fff]")


def quote_bytes(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Put the characters back in a text that went through such a replacement."""
    text = simplified(document.text)
    if len(text) != len(document.text):
        return document
    places: dict[str, list[tuple[int, float]]] = {}
    left: dict[str, int] = {}
    pairs = _pairs()
    for kind, at in _places(text):
        meant = pairs.get(text[at])
        if meant is None:
            left[kind] = left.get(kind, 0) + 1
        else:
            places.setdefault(kind, []).append((at, _gain(text, at, meant)))
    found = []
    for kind, candidates in places.items():
        telling = sum(gain >= GAIN for _, gain in candidates)
        if left.get(kind, 0) <= LEFT * telling:
            found += candidates
    if sum(gain for _, gain in found if gain >= GAIN) < ENOUGH:
        return document
    return document.apply(
        Edit(at, at + 1, pairs[text[at]], RULE) for at, gain in sorted(found) if gain > SLIGHT
    )


def _places(text: str) -> Iterator[tuple[str, int]]:
    """Yield the kind and offset of each character of the four leads that stands after A1.

    A line may have lost its indent; whether it had one is decided for all lines together.
    """
    for match in _after_a1().finditer(text):
        kind = match.lastgroup
        if kind is not None:
            yield kind, match.end()


def _gain(text: str, at: int, meant: str) -> float:
    """Return how many nats likelier the words around ``at`` are with ``meant`` there."""
    left = _HAN_END.split(text[max(0, at - AROUND) : at])[-1]
    right = _HAN_END.split(text[at + 1 : at + 1 + AROUND])[0]
    return words_cost(left + text[at] + right) - words_cost(left + meant + right)


@cache
def _pairs() -> dict[str, str]:
    """Return what the characters with the leads B0 and B1 were, if a replacement changed them."""
    return {
        bytes((lead, trail)).decode("gbk"): bytes((lead + _SHIFT, trail)).decode("gbk")
        for lead in (0xB0, 0xB1)
        for trail in range(0xA1, 0xFF)
    }


@cache
def _after_a1() -> re.Pattern[str]:
    """Return a pattern of what ends with the byte A1, before a character of the four leads."""
    words = "".join(bytes((lead, 0xA1)).decode("gbk") for lead in range(0xB0, 0xF8))
    pairs = _pairs()
    concerned = "".join((*pairs, *pairs.values()))
    return lazy(
        f"(?:(?P<word>[{words}])|(?P<cry>[！!])|(?P<indent>\u3000)|^(?P<bare>)[ \t\u00a0]*)"
        f"(?=[{concerned}])",
        MULTILINE,
    )
