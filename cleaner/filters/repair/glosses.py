"""Readings that a copying site wrote after characters: 增長(cháng)率, 管(guan)理.

A bracketed reading is also how honest writers help their readers: 范蠡（lǐ）, 仇（qiú）英. One hit
cannot tell the two apart, a document can. Damage is dense, sits on everyday characters that need
no help, gives the reading that a table lists first, and stands in the middle of running text.
Measured on 33 damaged pages (1735 glosses, never below 56 per 1000 characters) and 71 honest
brackets: five glosses on common characters, at 8 per 1000, find all of the former and none of the
latter. A document found damaged loses every bracket that is a reading of the character before it.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from cleaner.document import Document
from cleaner.filters.repair import desync
from cleaner.filters.repair.desync import is_shifted, realigned
from cleaner.filters.repair.halves import (
    CLOSE,
    GLOSS,
    OPEN,
    PHONETIC,
    TONED,
    astride,
    has_halves,
    is_zhuyin,
    unclosed,
    unopened,
)
from cleaner.filters.repair.readings import (
    NEUTRAL,
    Syllable,
    is_first_reading,
    is_reading,
    pinyin,
    readings,
    zhuyin,
)
from cleaner.filters.repair.scripts import apply, count_han, is_common, is_han, is_traditional
from cleaner.filters.repair.words import joining_gain
from cleaner.kept import lru_cache
from cleaner.ledger import Edit
from cleaner.named import NamedTuple
from cleaner.patterns import lazy
from cleaner.settings import Settings
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

RULE = "repair.gloss"

# A short text needs two glosses with tones, or three without.
WEIGHTS = {True: 3, False: 2}
WEIGHT = 6
ENOUGH = 5  # glosses on common characters that make a document damaged ...
PER_THOUSAND = 8  # ... at this density; the thinnest damaged page has 56 ...
PER_THOUSAND_OF_SOUNDS = 40  # ... which is asked for when the text speaks of readings
USUAL = 0.6  # share of usual readings of common characters; 99 % on damaged pages
MANY = 20  # glosses: from here on the shares mean more ...
MANY_USUAL = 0.8
DISTINCT = 0.95  # ... and entries of a dictionary have a character each ...
A_LINE = 1.5  # ... and a line each; sentences of a damaged page have several glosses
SHORT = 80  # characters: below, two glosses do when one stands in mid-word
RUNNING = 0.5  # share of glosses in running text: a dictionary has them at the head of its lines
HEADING = 4  # glosses one after the other, and ...
OF_TABLE = 0.8  # ... the share on traditional ones that none teaches
MOSTLY = 0.75  # share of glosses with a space behind that makes it a part of them
TONED_SHARE = 0.7  # of the new words of a text; some have a light tone
LESSON = 0.8  # share of characters glossed in a lesson; 33 % at most on a damaged page

_OPENERS, _CLOSERS = frozenset("(（[［"), frozenset(")）]］")
_INSIDE = rf"[ \u3000]?({GLOSS})[ \u3000]?{CLOSE}"
_WHOLE = lazy(OPEN + _INSIDE)
# One for each bracket, which the search skips to: one page of five has any.
_WHOLES = tuple((bracket, lazy(rf"\{bracket}{_INSIDE}")) for bracket in "(（[［")
# The opening bracket eaten together with a byte: the page was edited byte by byte.
_EATEN = lazy(r"\?([a-z\u00e0-\u01dc]{1,6})[)）]")
# The same of a mark and the bracket of a name in Latin letters: 疾?。–hronic is 疾病（Chronic.
_SHIFTED = "?。"
_LATIN_SHIFTED = lazy("\\?。[ˋ˙–―‥‵℅℉↖↗↘↙∕∟∣≒≦≧⊿═║╒╓╔╕╖╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬╭╮╯╰╱╲╳▁▂▃][A-Za-z]{2}")
_TONED_GLOSS = lazy(rf"{OPEN}[a-z]{{0,4}}[{''.join(sorted(TONED))}][a-z]{{0,3}}{CLOSE}")
# No clause begins with these: a space before them came with the gloss.
_PARTICLES = frozenset("了们們嗎吗呢吧")
# Characters that words are made with, and how far back and forth these are among glosses.
_AROUND = 4
_SIGHT = 20


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


def has_sign(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether something in brackets, or what lost its bracket, may be a reading."""
    text = document.text
    return (
        not TONED.isdisjoint(document.once(strange))
        or _has_whole(text)
        or (
            "?" in text
            and (
                _EATEN.search(text) is not None
                or _SHIFTED in text
                or desync.BARE.search(text) is not None
            )
        )
    )


def _has_whole(text: str) -> bool:
    """Whether there is something in brackets that may be a reading."""
    return any(bracket in text and whole.search(text) is not None for bracket, whole in _WHOLES)


def glosses(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Drop the readings when the document as a whole shows that they are damage.

    What the program that wrote them put out of step is read anew in the same go: a reading that
    lost its bracket to a byte of the text is proof of both.
    """
    text = document.text
    eaten = any(is_eaten(text, match) for match in _EATEN.finditer(text)) or (
        _SHIFTED in text and _LATIN_SHIFTED.search(text) is not None
    )
    toned = not TONED.isdisjoint(document.once(strange))
    bare = "?" in text and is_shifted(text)
    if not eaten and not toned and not bare and not _has_whole(text):
        return document
    hits = list(_hits(text))
    damaged = (hits or eaten) and is_damaged(text, hits, eaten=eaten)
    # What was converted may have been traditional, with brackets of half width.
    variant = document.variant.name if document.variant else "none"
    if damaged and not eaten and variant in ("none", "simplified") and _is_primer(text, hits):
        return document
    may_be = damaged or bare or (toned and count_han(text) < SHORT)
    shifted = list(realigned(text)) if may_be and desync.BREAK.search(text) else []
    if not (
        damaged
        or (toned and has_halves(text, sum(map(_is_of_table, hits))))
        or _is_out_of_step(text, shifted, hits)
    ):
        return apply(document, shifted) if bare else document
    spaced = _are_spaced(text, hits)
    edits = {
        hit.start: _edit(text, hit.start, hit.end, spaced=spaced)
        if text.startswith(" ", hit.end)
        else Edit(hit.start, hit.end, "", RULE)
        for hit in hits
    }
    edits.update(
        (hit.start - 2, Edit(hit.start - 2, hit.start - 1, "", RULE))
        for hit in hits
        if _is_set_apart(text, hit.start, hit.end, spaced=spaced)
    )
    for start, end in (*unclosed(text), *unopened(text), *astride(text)):
        edits.setdefault(start, _edit(text, start, end))
    return apply(document, _disjoint(shifted, [edits[start] for start in sorted(edits)]))


def is_damaged(text: str, hits: list[Hit], *, eaten: bool = False) -> bool:
    """Weigh all hits of a document together; ``eaten``: a gloss lost its bracket."""
    usual = [hit for hit in hits if hit.usual]
    if not usual:
        return eaten and not hits
    han = count_han(text)
    if _is_heading(text, usual, hits):
        return True
    if _is_lesson(text, hits, han):
        return False
    of_sounds = PHONETIC.search(text) is not None
    density = PER_THOUSAND_OF_SOUNDS if of_sounds else PER_THOUSAND
    if len(usual) < (MANY_USUAL if len(hits) >= MANY else USUAL) * len(hits):
        return False
    if len(hits) >= MANY and _is_dictionary(text, hits):
        return False
    if len(usual) >= ENOUGH and len(usual) * 1000 >= density * han:
        return sum(hit.running for hit in usual) >= RUNNING * len(usual)
    if eaten:
        return True
    if han >= SHORT or of_sounds:
        return False
    if len(usual) > 1 and sum(WEIGHTS[hit.gloss.tone > 0] for hit in usual) >= WEIGHT:
        if any(hit.inside and is_common(hit.character) for hit in hits):
            return True
        beside = sum(hit.running or is_han(text[hit.end : hit.end + 1]) for hit in hits)
        return beside > 0 and all(map(_is_of_table, hits))
    return len(usual) == 1 and usual[0].decisive


def _is_out_of_step(text: str, shifted: list[Edit], hits: list[Hit]) -> bool:
    """Tell whether what was read anew has a gloss in it, or one of a table stands beside it.

    So a short text needs one only.
    """
    return bool(shifted) and (
        (bool(hits) and all(map(_is_of_table, hits)))
        or any(_TONED_GLOSS.search(text, edit.start, edit.end) for edit in shifted)
    )


def is_eaten(text: str, match: re.Match[str]) -> bool:
    """Tell whether ``?jī)`` is a gloss that lost its bracket rather than a question in brackets."""
    before = text[max(0, match.start() - 40) : match.start()]
    if not is_han(before[-1:]):
        return False
    closed = max(before.rfind(")"), before.rfind("）"))
    opened = max(before.rfind("("), before.rfind("（"))
    return opened <= closed and any(ord(letter) > 0x7F for letter in match.group(1))


def _hits(text: str) -> Iterator[Hit]:
    for match in _WHOLE.finditer(text):
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
        elif (
            before == " " and is_traditional(character) and text[start - 3 : start - 2] in _CLOSERS
        ):
            before = ")"  # 該(gāi) 項(xiàng) 目
        left = before in _CLOSERS or is_han(before) or before.isdigit()
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
    match = _WHOLE.match(text, start)
    if match is None or is_zhuyin(match.group(1)):
        return 0
    return match.end() if pinyin(match.group(1)) == gloss else 0


def _is_plain(gloss: str, syllable: Syllable) -> bool:
    """Tell whether a gloss is none of: a variable or list letter (a), a romanised name (An)."""
    return syllable.tone > 0 or (len(gloss) > 1 and (gloss.islower() or gloss.isupper()))


def _is_of_table(hit: Hit) -> bool:
    """Tell whether it is a usual reading, with its tone, of a traditional character."""
    return hit.usual and hit.gloss.tone > 0 and is_traditional(hit.character)


def _is_heading(text: str, usual: list[Hit], hits: list[Hit]) -> bool:
    """Tell whether it is traditional characters, one after the other, that have a reading.

    Those are what a table has; a teacher writes readings after the others as well.
    """
    table = sum(map(_is_of_table, usual))
    if len(hits) < HEADING or table < OF_TABLE * len(hits) or PHONETIC.search(text):
        return False
    return sum(text[hit.start - 2] in _CLOSERS for hit in hits if hit.start > 1) * 2 >= len(hits)


def _is_lesson(text: str, hits: list[Hit], han: int) -> bool:
    """Tell whether the document teaches its readings: nearly all of its characters have one.

    Zhuyin over a whole text is ruby that lost its markup, except in drills of one syllable.
    """
    if not any(hit.gloss.tone for hit in hits):  # who teaches readings has tones
        traditional = sum(is_traditional(hit.character) for hit in hits)
        if len(hits) >= ENOUGH and traditional * 2 >= len(hits):
            return False
    lines: dict[tuple[int, int], int] = {}
    start, end = 0, -1
    for hit in hits:
        if hit.start > end:
            start = text.rfind("\n", 0, hit.start) + 1
            end = text.find("\n", hit.start)
            end = len(text) if end < 0 else end
        lines[start, end] = lines.get((start, end), 0) + 1
    glossed = 0
    for (start, end), count in lines.items():
        if count >= LESSON * (count_han(text[start:end]) if len(lines) > 1 else han):
            glossed += count
    if glossed * 2 < len(hits) or len(hits) < 2:
        return False
    if sum(hit.sounds for hit in hits) * 2 < len(hits) or len(hits) < 3:
        return True
    same = sum(a.gloss.base == b.gloss.base for a, b in pairwise(hits))
    return same * 2 >= len(hits) - 1


def _is_primer(text: str, hits: list[Hit]) -> bool:
    """Tell whether it is new words of a text for pupils that have readings: 披（pī）着碧（bì）绿.

    With tones but for a few light ones, in brackets of full width, on characters that no conversion
    made. Of 1,735 glosses of programs nearly all stand on traditional ones, none in such brackets.
    """
    return sum(hit.gloss.tone > 0 for hit in hits) >= TONED_SHARE * len(hits) and all(
        not hit.sounds and text[hit.start] == "（" and not is_traditional(hit.character)
        for hit in hits
    )


def _is_dictionary(text: str, hits: list[Hit]) -> bool:
    """Tell whether every gloss has a character and a line of its own."""
    if len({hit.character for hit in hits}) < DISTINCT * len(hits):
        return False
    lines = 1 + sum("\n" in text[a.end : b.start] for a, b in pairwise(hits))
    return len(hits) <= A_LINE * lines


def _are_spaced(text: str, hits: list[Hit]) -> bool:
    """Tell whether the program put a space behind each gloss, or nearly."""
    spaces = sum(text.startswith(" ", hit.end) for hit in hits)
    return spaces >= ENOUGH and spaces >= MOSTLY * len(hits)


def _edit(text: str, start: int, end: int, *, spaced: bool = False) -> Edit:
    """Drop a gloss, and a space after it, when one came before or in mid-word: 農(nóng) 村."""
    if text.startswith(" ", end) and (
        text[start] == " "
        or (spaced and text[end + 1 : end + 2].isalnum())
        or text[end + 1 : end + 2] in _PARTICLES
        or _is_set_apart(text, start, end)
        or _cuts_word(text, start, end)
    ):
        end += 1
    return Edit(start, end, "", RULE)


def _is_set_apart(text: str, start: int, end: int, *, spaced: bool = False) -> bool:
    """Tell whether spaces part a glossed character from another and from what comes behind.

    The program put them there: 活動(dòng) 將(jiāng) 持續. That behind goes with the gloss.
    """
    before = text[max(0, start - 3) : start - 1]
    return (
        text.startswith(" ", end)
        and before[1:] == " "
        and (before[0] in _CLOSERS or (spaced and is_han(before[0])))
        and is_han(text[end + 1 : end + 2])
    )


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Tell whether a word goes on behind the space at ``end``, glosses left out."""
    if not "\u3400" <= text[end + 1 : end + 2] <= "\u9fff":
        return False
    before = _WHOLE.sub("", text[max(0, start - _SIGHT) : start])[-_AROUND:]
    after = _WHOLE.sub("", text[end + 1 : end + 1 + _SIGHT])[:_AROUND]
    return joining_gain(before, after) > 0


def _disjoint(first: list[Edit], second: list[Edit]) -> Iterator[Edit]:
    """Merge two ascending lists of edits, ``first`` before what overlaps it."""
    end = 0
    if first:
        taken = [(edit.start, edit.end) for edit in first]
        kept = [edit for edit in second if not _overlaps(taken, edit)]
        second = sorted([*first, *kept], key=lambda edit: edit.start)
    for edit in second:
        if edit.start >= end:
            yield edit
            end = edit.end


def _overlaps(taken: list[tuple[int, int]], edit: Edit) -> bool:
    index = bisect_left(taken, (edit.end, 0)) - 1
    return index >= 0 and taken[index][1] > edit.start
