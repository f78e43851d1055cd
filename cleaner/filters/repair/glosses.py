"""Readings that a copying site wrote after characters: 增長(cháng)率, 管(guan)理.

A document found damaged (:mod:`.gloss_damage`) loses every bracket that is a reading of the
character before it, with the spaces that the program put beside it.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.gloss import CLOSERS, WHOLE, Hit, has_whole, is_of_table
from cleaner.filters.repair.gloss import hits as found_in
from cleaner.filters.repair.gloss_damage import ENOUGH, SHORT, by_program, is_damaged, is_primer
from cleaner.filters.repair.halves import (
    BARE,
    BREAK,
    CLOSE,
    EATEN,
    OPEN,
    TONED,
    astride,
    has_halves,
    unclosed,
    unopened,
)
from cleaner.filters.repair.readings import raw
from cleaner.filters.repair.scripts import apply, count_han, is_han, is_traditional
from cleaner.filters.repair.words import joining_gain
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

RULE = "repair.gloss"

MOSTLY = 0.75  # share of glosses with a space behind that makes it a part of them

# A mark and the bracket of a name in Latin letters, on a page that was edited byte by byte:
# 疾?。–hronic is 疾病（Chronic.
_SHIFTED = "?。"
_LATIN_SHIFTED = lazy("\\?。[ˋ˙–―‥‵℅℉↖↗↘↙∕∟∣≒≦≧⊿═║╒╓╔╕╖╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬╭╮╯╰╱╲╳▁▂▃][A-Za-z]{2}")
_TONED_GLOSS = lazy(rf"{OPEN}[a-z]{{0,4}}[{''.join(sorted(TONED))}][a-z]{{0,3}}{CLOSE}")
# The end of an excerpt has cut a gloss: 三產(ch.
_CUT = lazy(rf"[(（]([a-z{''.join(sorted(TONED))}]{{0,5}})\s*\Z")
_LONGEST = 16  # characters of it, with what is behind
# Ends of readings with the number of their tone, which are found sooner than any one of them.
_NUMBERED = ("6)", "6）", "3)", "3）")
# No clause begins with these: a space before them came with the gloss.
_PARTICLES = frozenset("了们們嗎吗呢吧")
# Characters that words are made with, and how far back and forth these are among glosses.
_AROUND = 4
_SIGHT = 20


def has_sign(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether something in brackets, or what lost its bracket, may be a reading."""
    text = document.text
    return (
        not TONED.isdisjoint(document.once(strange))
        or has_whole(text)
        or (
            "?" in text
            and (
                EATEN.search(text) is not None or _SHIFTED in text or BARE.search(text) is not None
            )
        )
    )


def glosses(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Drop the readings when the document as a whole shows that they are damage.

    What the program that wrote them put out of step is read anew in the same go: a reading that
    lost its bracket to a byte of the text is proof of both.
    """
    text = document.text
    eaten = any(is_eaten(text, match) for match in EATEN.finditer(text)) or (
        _SHIFTED in text and _LATIN_SHIFTED.search(text) is not None
    )
    toned = not TONED.isdisjoint(document.once(strange))
    bare = "?" in text and BARE.search(text) is not None and _is_shifted(text)
    if not eaten and not toned and not bare and not has_whole(text):
        return document
    hits = [*found_in(text)]
    damaged = (hits or eaten) and is_damaged(text, hits, eaten=eaten)
    # What was converted may have been traditional, with brackets of half width.
    variant = document.variant.name if document.variant else "none"
    if damaged and not eaten and variant in ("none", "simplified") and is_primer(text, hits):
        return document
    may_be = damaged or bare or (toned and count_han(text) < SHORT)
    shifted = _realigned(text) if may_be and BREAK.search(text) else []
    if not (
        damaged
        or (toned and has_halves(text, sum(map(is_of_table, hits))))
        or _is_out_of_step(text, shifted, hits)
    ):
        if bare:
            return apply(document, shifted)
        return (
            apply(document, _jyutping(text)) if any(map(text.__contains__, _NUMBERED)) else document
        )
    if "!" in text or "！" in text:
        shifted = [*_disjoint([*_reopened(text)], shifted)]
    return apply(document, _disjoint(shifted, _dropped(text, by_program(text, hits))))


def _dropped(text: str, hits: list[Hit]) -> list[Edit]:
    """Return the edits that drop the glosses of a damaged text, whole and halves; they ascend."""
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
    cut = _CUT.search(text, max(1, len(text) - _LONGEST))
    if cut is not None and _is_begun(text[cut.start() - 1], cut[1]):
        edits.setdefault(cut.start(), Edit(cut.start(), cut.end(1), "", RULE))
    return [edits[start] for start in sorted(edits)]


def _is_begun(character: str, letters: str) -> bool:
    """Tell whether a reading of a character that was converted begins with ``letters``."""
    begun = any(reading.startswith(letters) for reading in raw(character).split(","))
    return is_traditional(character) and begun


def _is_shifted(text: str) -> bool:
    from cleaner.filters.repair.desync import is_shifted  # on one page of a hundred

    return is_shifted(text)


def _jyutping(text: str) -> list[Edit]:
    from cleaner.filters.repair.cantonese import jyutping  # on one page of thousands

    return jyutping(text)


def _reopened(text: str) -> Iterator[Edit]:
    from cleaner.filters.repair.openings import reopened

    return reopened(text)


def _realigned(text: str) -> list[Edit]:
    from cleaner.filters.repair.desync import realigned

    return [*realigned(text)]


def _is_out_of_step(text: str, shifted: list[Edit], hits: list[Hit]) -> bool:
    """Tell whether what was read anew has a gloss in it, or one of a table stands beside it.

    So a short text needs one only.
    """
    return bool(shifted) and (
        (bool(hits) and all(map(is_of_table, hits)))
        or any(_TONED_GLOSS.search(text, edit.start, edit.end) for edit in shifted)
    )


def is_eaten(text: str, match: re.Match[str]) -> bool:
    """Tell whether ``?jī)`` is a gloss that lost its bracket rather than a question in brackets."""
    before = text[max(0, match.start() - 40) : match.start()]
    if not is_han(before[-1:]):
        return False
    closed = max(before.rfind(")"), before.rfind("）"))
    opened = max(before.rfind("("), before.rfind("（"))
    return opened <= closed and any(ord(letter) > 0x7F for letter in match[1][:-1])


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
        and (before[0] in CLOSERS or (spaced and is_han(before[0])))
        and is_han(text[end + 1 : end + 2])
    )


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Tell whether a word goes on behind the space at ``end``, glosses left out."""
    if not "\u3400" <= text[end + 1 : end + 2] <= "\u9fff":
        return False
    before = WHOLE.sub("", text[max(0, start - _SIGHT) : start])[-_AROUND:]
    after = WHOLE.sub("", text[end + 1 : end + 1 + _SIGHT])[:_AROUND]
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
    from bisect import bisect_left  # few pages come so far

    index = bisect_left(taken, (edit.end, 0)) - 1
    return index >= 0 and taken[index][1] > edit.start
