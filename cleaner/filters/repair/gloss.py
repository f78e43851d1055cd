"""A gloss: a bracket right after a Chinese character, with a reading of it inside."""

from __future__ import annotations

from cleaner.filters.repair.halves import CLOSE, GLOSS, OPEN, is_zhuyin
from cleaner.filters.repair.readings import (
    NEUTRAL,
    Syllable,
    is_first_reading,
    is_reading,
    pinyin,
    readings,
    zhuyin,
)
from cleaner.filters.repair.scripts import is_common, is_han, is_traditional
from cleaner.kept import lru_cache
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENERS, CLOSERS = frozenset("(（[［"), frozenset(")）]］")
_INSIDE = rf"[ \u3000]?({GLOSS})[ \u3000]?{CLOSE}"
WHOLE = lazy(OPEN + _INSIDE)
# One for each bracket, which the search skips to: one page of five has any.
_WHOLES = tuple((bracket, lazy(rf"\{bracket}{_INSIDE}")) for bracket in "(（[［")


class Hit(NamedTuple):
    """A bracket right after a Chinese character, holding a reading of it."""

    start: int
    end: int
    character: str
    gloss: Syllable
    sounds: bool  # zhuyin
    usual: bool  # common character, first reading
    inside: bool  # Chinese on both sides: in mid-word as often as not
    running: bool  # not at the head of a line, and Chinese on one side

    @property
    def decisive(self) -> bool:
        """A traditional character with a single reading, toned: no one needs that in mid-word."""
        return (
            self.usual
            and self.inside
            and self.gloss.tone > 0
            and not self.sounds
            and is_traditional(self.character)
            and len(readings(self.character)) == 1
        )


def has_whole(text: str) -> bool:
    """Whether there is something in brackets that may be a reading."""
    return any(bracket in text and whole.search(text) is not None for bracket, whole in _WHOLES)


def hits(text: str) -> Iterator[Hit]:
    for match in WHOLE.finditer(text):
        start, end = match.span()
        character = text[start - 1 : start]
        if character == " ":  # 關 (guān)于
            start -= 1
            character = text[start - 1 : start]
        read = _read(character, match[1])
        if read is None:
            continue
        gloss, sounds, usual = read
        while text[end : end + 1] in _OPENERS and (again := _same_again(text, end, gloss)):
            end = again
        before = text[start - 2 : start - 1] if start > 1 else ""
        if before == " " == text[start : start + 1]:  # 網 (wǎng) 絡 (luò)
            before = text[start - 3 : start - 2]
        elif before == " " and is_traditional(character) and text[start - 3 : start - 2] in CLOSERS:
            before = ")"  # 該(gāi) 項(xiàng) 目
        left = before in CLOSERS or is_han(before) or before.isdigit()
        after = text[end : end + 1]
        right = is_han(after if after != " " else text[end + 1 : end + 2])
        yield Hit(
            start,
            end,
            character,
            gloss,
            sounds,
            usual,
            left and right,
            left or (right and not (before.isspace() or before == "")),
        )


@lru_cache(maxsize=4096)
def _read(character: str, written: str) -> tuple[Syllable, bool, bool] | None:
    """Return a reading of ``character``, whether it is zhuyin, and whether it is a usual one.

    None when what is written is no reading of it, or it is not Chinese.
    """
    if not is_han(character):
        return None
    sounds = is_zhuyin(written) or written[0] in "ˉˊˇˋ˙"
    gloss = zhuyin(written) if sounds else pinyin(written)
    if sounds and gloss is not None and gloss.tone == NEUTRAL:
        gloss = Syllable(gloss.base, 0)  # 媽(ㄇㄚ˙): any character may lose its tone
    if gloss is None or not is_reading(character, gloss):
        return None
    usual = (
        _is_plain(written, gloss) and is_common(character) and is_first_reading(character, gloss)
    )
    return gloss, sounds, usual


def _same_again(text: str, start: int, gloss: Syllable) -> int:
    """Return the end of the same gloss written again at ``start``; 0 when there is none."""
    match = WHOLE.match(text, start)
    if match is None or is_zhuyin(match.group(1)):
        return 0
    return match.end() if pinyin(match.group(1)) == gloss else 0


def _is_plain(gloss: str, syllable: Syllable) -> bool:
    """Tell whether a gloss is none of: a variable or list letter (a), a romanised name (An)."""
    return syllable.tone > 0 or (len(gloss) > 1 and (gloss.islower() or gloss.isupper()))


def is_of_table(hit: Hit) -> bool:
    """Tell whether it is a usual reading, with its tone, of a traditional character."""
    return hit.usual and hit.gloss.tone > 0 and is_traditional(hit.character)
