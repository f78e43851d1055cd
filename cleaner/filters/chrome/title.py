"""The head of an article: its title, and the leading lines between title and body.

A title shares words with its body; a menu and the headlines of other articles do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleaner.filters.chrome import body
from cleaner.filters.chrome.cues import STRONG
from cleaner.filters.chrome.lines import Line

SHORTEST, LONGEST = 5, 60
# Half of a title's character pairs occur in its article; of a menu's or another headline's, few.
LEAST = 0.5
# Pairs are looked for in this much of the body, so that the cost of a title is bounded.
BODY = 8_000
# Lines above the body among which its title is looked for.
REACH = 40
# A notice that forbids copying stands between title and body, too.
_BESIDE = body.BESIDE | {"disclaimer"}
# A shorter title is the word that an entry explains: it stands near and comes back in the text.
NEAR, ENTRY = 2, 3
# Plain lines between title and body, or above the date line.
LEAD, ABOVE_DATE = 8, 4


def opening(texts: Iterable[str]) -> str:
    """Return the first :data:`BODY` characters of ``texts``, a line each."""
    found = []
    room = BODY
    for text in texts:
        found.append(text[:room])
        room -= len(text)
        if room <= 0:
            break
    return "\n".join(found)


def likeness(text: str, known: str) -> float:
    """Return the share of the character pairs of ``text`` that occur in the body.

    From :data:`LEAST` to 1; less than that is 0, and is not counted out. Looking for a few pairs in
    the body is faster than collecting all of its pairs.
    """
    own = [first + second for first, second in pairwise(text[: 2 * LONGEST])]
    missing, room = 0, len(own) * (1 - LEAST)
    for pair in own:
        if pair not in known:
            missing += 1
            if missing > room:
                return 0.0
    return (len(own) - missing) / len(own) if own else 0.0


def find(candidates: Sequence[tuple[int, str]], known: str) -> int | None:
    """Return the key of the candidate that is most like the body; None if none is enough.

    ``candidates`` are ``(key, text)`` from top to bottom; of equals the lowest is taken, since the
    name of the window comes before the headline.
    """
    best: int | None = None
    highest = LEAST
    for key, text in candidates:
        if SHORTEST <= len(text) <= LONGEST and (share := likeness(text, known)) >= highest:
            best, highest = key, share
    return best


def head(lines: Sequence[Line], start: int, known: str) -> int:
    """Return the first line of the head of the body that begins at ``start``.

    Lines are taken from the body upwards, through date line and share bar, until something
    stands in between that is no part of an article. The line above the date line is the title, or
    else the topmost line that speaks of what the body speaks of or that a breadcrumb names. When
    there is no such line, the title is looked for further up, beyond a menu. ``known`` is
    the opening of the body.
    """
    first = top = start
    plain = 0
    dated = menu = False
    for index in range(start - 1, max(-1, start - REACH), -1):
        line = lines[index]
        if line.force:
            if line.force >= STRONG and line.reason not in _BESIDE:
                break
            if line.reason == "byline":
                dated, plain = True, 0
            menu = menu or line.reason == "navigation"
            continue
        length = len(line.text)
        if dated and not plain and length <= LONGEST:
            first = index
        plain += 1
        if plain > (ABOVE_DATE if dated else LEAD):
            break
        if not menu:
            top = index
        if length >= SHORTEST:
            if likeness(line.text, known) >= LEAST or _named_above(lines, index):
                first = index
        elif plain <= NEAR and length > 1 and known.count(line.text) >= ENTRY:
            first = index
    if first < start:
        return first
    found = find(
        [
            (index, lines[index].text)
            for index in range(max(0, start - REACH), start)
            if not lines[index].force
        ],
        known,
    )
    return top if found is None else found


def _named_above(lines: Sequence[Line], index: int) -> bool:
    """Whether a longer line above names this one: the breadcrumb, or the title of the window."""
    text = lines[index].text
    return any(
        len(line.text) > len(text) and text in line.text
        for line in lines[max(0, index - REACH) : index]
    )
