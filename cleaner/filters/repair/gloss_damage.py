"""Whether the glosses of a document are damage, or the help of an honest writer.

A bracketed reading is also how honest writers help their readers: 范蠡（lǐ）, 仇（qiú）英. One
gloss cannot tell the two apart, a document can. Damage is dense, sits on everyday characters that
need no help, gives the reading that a table lists first, and stands in the middle of running text.
Measured on 33 damaged pages (1735 glosses, never below 56 per 1000 characters) and 71 honest
brackets: five glosses on common characters, at 8 per 1000, find all of the former and none of the
latter.
"""

from __future__ import annotations

from itertools import pairwise

from cleaner.filters.repair.gloss import CLOSERS, Hit, is_of_table
from cleaner.filters.repair.halves import PHONETIC
from cleaner.filters.repair.scripts import count_han, is_common, is_han, is_traditional

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
TABLE = 0.95  # share of glosses on traditional characters, where others are the author's
TONED_SHARE = 0.7  # of the new words of a text; some have a light tone
LESSON = 0.8  # share of characters glossed in a lesson; 33 % at most on a damaged page


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
        return beside > 0 and all(map(is_of_table, hits))
    return len(usual) == 1 and usual[0].decisive


def _is_heading(text: str, usual: list[Hit], hits: list[Hit]) -> bool:
    """Tell whether it is traditional characters, one after the other, that have a reading.

    Those are what a table has; a teacher writes readings after the others as well.
    """
    table = sum(map(is_of_table, usual))
    if len(hits) < HEADING or table < OF_TABLE * len(hits) or PHONETIC.search(text):
        return False
    return sum(text[hit.start - 2] in CLOSERS for hit in hits if hit.start > 1) * 2 >= len(hits)


def _is_lesson(text: str, hits: list[Hit], han: int) -> bool:
    """Tell whether the document teaches its readings: nearly all of its characters have one.

    Zhuyin over a whole text is ruby that lost its markup, except in drills of one syllable.
    """
    if not any(hit.gloss.tone for hit in hits):  # who teaches readings has tones
        traditional = sum(is_traditional(hit.character) for hit in hits)
        if len(hits) >= ENOUGH and (
            traditional * 2 >= len(hits) or (traditional > 1 and len(hits) >= 2 * ENOUGH)
        ):
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


def is_primer(text: str, hits: list[Hit]) -> bool:
    """Tell whether it is new words of a text for pupils that have readings: 披（pī）着碧（bì）绿.

    With tones but for a few light ones, in brackets of full width, on characters that no conversion
    made. Of 1,735 glosses of programs nearly all stand on traditional ones, none in such brackets.
    """
    return sum(hit.gloss.tone > 0 for hit in hits) >= TONED_SHARE * len(hits) and all(
        not hit.sounds and text[hit.start] == "（" and not is_traditional(hit.character)
        for hit in hits
    )


def by_program(text: str, hits: list[Hit]) -> list[Hit]:
    """Return the hits of a damaged document without the readings that its author wrote.

    A program writes one kind of brackets, and a table of traditional characters has no other: what
    stands in brackets of full width among glosses in half-width ones on no character of theirs, or
    once on one of a few others, helped readers before (歙（shè）縣).
    """
    half = [hit for hit in hits if text[hit.start] == "(" and hit.gloss.tone > 0]
    if len(half) < ENOUGH or count_han(text) < SHORT:
        return hits
    table = {hit.character for hit in half}
    others = [hit for hit in half if not is_traditional(hit.character)]
    if len(others) > (1 - OF_TABLE) * len(half):
        return hits
    few = len(others) <= (1 - TABLE) * len(half)
    once = {hit.character for hit in others} if few else set()
    for first, second in pairwise(sorted(hit.character for hit in others)):
        if first == second:
            once.discard(first)
    return [
        hit
        for hit in hits
        if (is_traditional(hit.character) and hit.usual)
        or (hit.character not in once if hit.character in table else text[hit.start] != "（")
    ]


def _is_dictionary(text: str, hits: list[Hit]) -> bool:
    """Tell whether every gloss has a character and a line of its own."""
    if len({hit.character for hit in hits}) < DISTINCT * len(hits):
        return False
    lines = 1 + sum("\n" in text[a.end : b.start] for a, b in pairwise(hits))
    return len(hits) <= A_LINE * lines
