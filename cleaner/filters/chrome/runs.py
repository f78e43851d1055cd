"""The run of lines that speaks most for the body: with most sentences, or without a cue."""

from __future__ import annotations

from cleaner.filters.chrome import counts, frame, shapes
from cleaner.filters.chrome.cues import END, NONE, STRONG, WEAK
from cleaner.filters.chrome.frame import ARTICLE
from cleaner.filters.chrome.lines import JAMMED, Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# A line without a sentence costs this and its length: 10 to 40 give the same result within .003
# (macro F1 on 266 pages). Beyond twice that it is no headline any more and costs nothing.
GAP: Final = 20
# What stands under a heading of comments or related stories speaks for the body by this part only.
DAMP: Final = 3
FOREIGN: Final = frozenset({"comments", "related", "hot", "disclaimer"})
NOTICES: Final = frozenset({"disclaimer", "copyright", "app", "login", "share", "advertisement"})
# A page whose plain lines are mostly in one run without a cue has that run as its body.
BLOCK = 0.5
BLOCK_LINES = 4
# The score of a line without a sentence by its length, 0 for one that is longer still.
_LONG: Final = 2 * GAP
_SILENT: Final = tuple(-GAP - min(length, _LONG - length) for length in range(_LONG))


def scores(lines: Sequence[Line]) -> list[int]:
    """Return for each line how much it speaks for the body (above 0) or against it.

    This is the place of a trained model of lines, should one be better.
    """
    out: list[int] = []
    seen: set[str] = set()
    told = 0
    foreign = False
    for line in lines:
        text, force = line.text, line.force
        length = len(text)
        if not (force or line.prose):
            out.append(_SILENT[length] if length < _LONG else 0)
        elif force >= STRONG:
            if force == END and told >= ARTICLE and line.reason in FOREIGN:
                foreign = True
            if line.reason == "pager" and counts.page(text):
                out.append(0)
            elif line.reason == "related" and shapes.link(text):
                out.append(-GAP // 2)
            else:
                out.append(-GAP - min(length, _LONG))
        elif line.prose:
            # A page that prints its article twice has one body.
            worth = 0 if force and line.reason in NOTICES else length
            if not (force or foreign):
                told += length
            out.append(0 if text in seen else worth // DAMP if foreign else worth)
            if length >= GAP:
                seen.add(text)
        elif line.reason == "byline":
            out.append(-GAP // 2)  # the name below a photo
        else:
            out.append(_SILENT[length] if length < _LONG else 0)
    return out


def best_run(scores: Sequence[int]) -> tuple[int, int, int]:
    """Return ``(start, end, total)`` of the run with the greatest sum, the first one of equals.

    ``scores[start:end]`` is the run. It is empty when no score is above zero. One pass.

    >>> best_run([-1, 5, -2, 4, -9, 3])
    (1, 4, 7)
    >>> best_run([-1, -2])
    (0, 0, 0)
    """
    start = end = total = 0
    running = from_here = 0
    for index, score in enumerate(scores):
        if running > 0:
            running += score
        elif score > 0:
            running, from_here = score, index
        else:
            continue
        if running > total:
            start, end, total = from_here, index + 1, running
    return start, end, total


def block(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return the run of lines without cues, if most of the page's plain lines are in it.

    Poems, lists and agendas have no sentences; what makes them a body is that no site talks in
    between. The lists under a heading below it do not count.
    """
    worth = {NONE: 1, WEAK: -2, STRONG: -6, END: -12}
    values = []
    for line in lines:
        value = 2 if line.prose and line.force < STRONG else worth[line.force]
        if line.force == STRONG and line.reason in ("share", "advertisement"):
            value = worth[WEAK]  # buttons under the title of a song, a notice between its verses
        values.append(value)
    start, end, total = best_run(values)
    stop = len(lines)
    if not any(line.force == END for line in lines[:start]):
        stop = next((i for i in range(end, stop) if lines[i].force == END), stop)
    mostly = plain(lines[start:end]) >= BLOCK * plain(lines[:stop]) or (
        frame.letters(lines[start:end]) >= BLOCK * frame.letters(lines[:stop])
    )
    return (start, end) if total >= BLOCK_LINES and mostly else None


def richest(lines: Sequence[Line], least: int) -> tuple[int, int] | None:
    """Return the sentences between two strong cues with most letters, and what is between them.

    None for no more than ``least``. A page of short sentences, each under a heading of its own,
    has no run that speaks for the body more than a notice of the site does.
    """
    best: tuple[int, int] | None = None
    told: list[int] = []
    for index, line in enumerate([*lines, JAMMED]):
        if line.force >= STRONG:
            letters = sum(len(lines[place].text) for place in told)
            if len(told) > 1 and letters > least:
                best, least = (told[0], told[-1] + 1), letters
            told = []
            if line.force == END and best is not None:
                break
        elif line.prose and not line.force:
            told.append(index)
    return best


def plain(lines: Sequence[Line]) -> int:
    """Return how many of ``lines`` have no cue."""
    return len([line for line in lines if not line.force])
