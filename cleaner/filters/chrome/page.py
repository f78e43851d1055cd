"""The lines of a page that are not blank, with the verdict on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from cleaner.filters.chrome.cues import NONE, STRONG, WEAK
from cleaner.filters.chrome.lines import Line

# A label that comes back is a speaker (记者：… 记者：…), not a credit.
SPEAKER = 3
# So many numbers alone in their lines are those of sections, and a paragraph is this near below.
SECTIONS, UNDER_NUMBER = 2, 3
_NUMBER = re.compile(r"\d{1,2}[.．、]?\Z", re.ASCII)
# This many names of sections, one a line, are a menu and count like one strong cue.
MENU = 6

#: Weak cues that go when what stands next to them goes.
COMPANY = frozenset(
    {"related", "comments", "share", "login", "hot", "copyright", "app", "advertisement"}
)


class Page:
    """What is known while a page is decided upon.

    ``verdict`` has for each line why it goes, "" if it stays; ``title`` is the index of the title;
    ``thread`` says that the page holds several posts, ``site`` that the text is known to come from
    a page.
    """

    def __init__(self, lines: Sequence[Line], metadata: bool, site: bool = False) -> None:
        self.lines = _without_sections(_without_speakers(lines))
        self.metadata = metadata
        self.site = site
        self.verdict = [""] * len(lines)
        self.title: int | None = None
        self.empty = False
        self.thread = False

    def drop(self, index: int, reason: str, *, near: bool = False) -> None:
        """Note that the line goes; ``near``: it stands where an article has its date line."""
        line = self.lines[index]
        if near and self.metadata and reason == "byline" and line.field != "-":
            return
        self.verdict[index] = reason


def _without_speakers(lines: Sequence[Line]) -> list[Line]:
    """Return the lines; labels that come back again and again say nothing any more."""
    # With a time of day at its end it is a post: 作者：某某 时间：2010-07-05 22:01.
    labels = [line.label for line in lines if line.label and not line.text[-1].isdigit()]
    speakers = {label for label, count in Counter(labels).items() if count >= SPEAKER}
    if not speakers:
        return list(lines)
    return [
        line._replace(reason="", force=NONE) if line.label in speakers else line for line in lines
    ]


def _without_sections(lines: list[Line]) -> list[Line]:
    """Return the lines; 01 and 02 over the sections of an article are no counters of clicks.

    They count up from one, and below each stands a paragraph within a few lines.
    """
    places = [i for i, line in enumerate(lines) if line.force == WEAK and _NUMBER.match(line.text)]
    found: list[int] = []
    for place in places:
        below = lines[place + 1 : place + 1 + UNDER_NUMBER]
        if int(lines[place].text.strip("．.、")) == len(found) + 1 and any(
            line.prose and not line.force for line in below
        ):
            found.append(place)
    if len(found) < SECTIONS:
        return lines
    for place in found:
        lines[place] = lines[place]._replace(reason="", force=NONE)
    return lines


def evidence(lines: Iterable[Line]) -> int:
    """Return the number of strong cues; a menu without one counts as one, and so do date lines.

    Date lines come back in a diary or a log, where they are text.
    """
    count = run = 0
    dated = False
    for line in lines:
        if not line.force:
            run = 0
        elif line.force >= STRONG:
            count += not (dated and line.reason == "byline")
            dated = dated or line.reason == "byline"
            run = 0
        elif line.reason == "navigation" and len(line.text) > 1:
            run += 1
            count += run == MENU
        else:
            run = 0
    return count
