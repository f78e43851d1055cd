"""Zhuyin that stands bare after its characters: ruby whose markup was lost (小ㄒㄧㄠˇ白ㄅㄞˊ)."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.rare import ZHUYIN
from cleaner.filters.repair.readings import NEUTRAL, Syllable, is_reading, zhuyin
from cleaner.filters.repair.scripts import HAN, apply
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings

RULE = "repair.ruby"

ENOUGH = 2  # readings that fit; 我ㄉ書 and ㄎㄎ of chats fit none
FITTING = 0.8  # share of the bare zhuyin that must fit: Taiwan reads some characters otherwise

# Begins with what the search can skip to, and looks back past it.
_BARE = lazy(
    f"[˙{ZHUYIN}](?<=[{HAN}].)(?:(?<=˙)[{ZHUYIN}]{{1,3}}|(?<!˙)[{ZHUYIN}]{{0,2}})"
    f"[ˉˊˇˋ˙]?(?![{ZHUYIN}ˉˊˇˋ˙])"
)


def ruby(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Drop bare zhuyin when it reads the characters before it, at least twice."""
    text = document.text
    edits: list[Edit] = []
    fitting = 0
    for match in _BARE.finditer(text):
        syllable = zhuyin(match.group())
        if syllable is None:
            continue
        if syllable.tone == NEUTRAL:  # 媽ㄇㄚ˙: any character may lose its tone
            syllable = Syllable(syllable.base, 0)
        fitting += is_reading(text[match.start() - 1], syllable)
        edits.append(Edit(match.start(), match.end(), "", RULE))
    if fitting < ENOUGH or fitting < FITTING * len(edits):
        return document
    return apply(document, edits)
