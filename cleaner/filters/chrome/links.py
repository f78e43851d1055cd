"""Links to other articles right below a text, or over its title, with no heading over them.

Where a page was cut to its middle column, the list of what else the site has today stands below the
last sentence, and nothing says so: neither a heading nor the foot of a page. Such lines are known
by what they are: three or more headlines that share hardly a pair of characters with the text. What
a text itself lists at its end it introduces with a colon, numbers, or tells of before.

Over the title stand headlines behind bullets, or slides, each of which has its title twice: in
place of the picture and below it. The title below them stands over its date, has no bullet, and
comes once.
"""

from __future__ import annotations

from cleaner.filters.chrome import sentences
from cleaner.filters.chrome.cues import NONE, STRONG, WEAK
from cleaner.filters.chrome.likeness import opening, unlike
from cleaner.filters.chrome.waiting import COLONS, ITEM
from cleaner.patterns import lazy
from cleaner.tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from cleaner.filters.chrome.lines import Line

# So many headlines, of such a length and such an average. Of 387 pages that mends four; with
# shorter ones it takes lists of names.
ROW: Final = 3
SHORTEST, LONGEST, AVERAGE = 9, 48, 13
# A text has so many letters in sentences, and the line that it ends with so many.
TEXT, SENTENCE = 60, 16
# So many of the lines may be items, of which a text has lists.
ITEMS: Final = 1 / 3
# What goes with headlines that it stands among, if it is a cue of that.
ALONG: Final = frozenset({"navigation", "related", "hot", "pager"})
# What few headlines have, one in so many and not the first, and what a line that goes on ends with.
_SAYS: Final = lazy("[，,](?![0-9])")
SAYING = 4
_GOES_ON: Final = frozenset("：:，,、…⋯")
# What the number of a link consists of, and what stands over a list or its first link.
_NUMBER: Final = "0123456789.、"
MORE: Final = "更多"
_DAY: Final = lazy("(?:19|20)[0-9]{2}[-/.年][01]?[0-9][-/.月][0-3]?[0-9]日?")

BULLETS: Final = frozenset("•·●■▪◆◾")
# Slides over a title: so many have their title twice, of so many letters.
SLIDES, TITLE = 2, 5


def trailing(lines: Sequence[Line], verdict: Sequence[str]) -> list[int]:
    """Return those of ``lines`` that are headlines below the last sentence, none if there are few.

    Lines with a ``verdict`` are gone already.
    """
    found: list[int] = []
    along: list[int] = []
    foot = -1
    for index in range(len(lines) - 1, -1, -1):
        if verdict[index]:
            continue
        line = lines[index]
        if _is_headline(line):
            found.append(index)
        elif _goes_along(line) or (found and line.text.lstrip(_NUMBER) == MORE):
            along.append(index)
        elif line.prose or line.reason != "credits":
            foot = index
            break
    if len(found) < ROW or foot < 0 or not _ends(lines[foot]):
        return []
    told = [_says(lines[index].text) for index in found]
    if told[-1] or SAYING * sum(told) > len(found):
        return []
    texts = [_DAY.sub("", lines[index].text, 1) for index in found]
    names = [text.lstrip(_NUMBER) for text in texts]  # of links with a picture, each twice
    count = Tally(names)
    items = [
        text
        for text, name in zip(texts, names, strict=True)
        if count[name] == 1 and ITEM.match(text)
    ]
    known = opening([line.text for line in lines[: foot + 1] if line.prose])
    if (
        len(known) < TEXT
        or sum(map(len, texts)) < AVERAGE * len(texts)
        or len(items) > ITEMS * len(texts)
    ):
        return []
    return sorted((*found, *along)) if unlike(texts, known) else []


def over(
    lines: Sequence[Line], verdict: Sequence[str], cued: Sequence[tuple[int, Line]]
) -> tuple[list[int], int | None]:
    """Return the links over a title that stands over its date, and the title; no links: None."""
    dated = 0
    for index, line in cued:
        if line.field == "published" and line.force >= STRONG:
            dated = index
            break
    title = dated - 1
    if title < ROW or verdict[title] or lines[title].force or lines[title].text[0] in BULLETS:
        return [], None
    first = title
    while first > 0 and lines[first - 1].text[0] in BULLETS:
        first -= 1
    if title - first < ROW:
        twice = [
            index
            for index in range(title - 1)
            if lines[index].text == lines[index + 1].text and _may_be_slide(lines[index])
        ]
        first = twice[0] if len(twice) >= SLIDES else title
    links = [line.text for line in lines[first:title] if len(line.text) >= SHORTEST]
    known = opening([line.text for line in lines[dated + 1 :] if line.prose])
    if len(links) < ROW or not known or not unlike(links, known):
        return [], None
    return [index for index in range(first, title) if not verdict[index]], title


def _may_be_slide(line: Line) -> bool:
    return not (line.prose or line.force) and len(line.text) >= TITLE


def _is_headline(line: Line) -> bool:
    text = line.text
    if "。" in text or "；" in text or text[-1] in _GOES_ON:
        return False
    day = _DAY.match(text)
    if day is not None:
        return SHORTEST <= len(text) - day.end() <= LONGEST
    return line.force <= WEAK and SHORTEST <= len(text) <= LONGEST and not line.label


def _goes_along(line: Line) -> bool:
    return (
        line.force > NONE and not line.prose and (line.reason in ALONG or line.field == "published")
    )


def _says(text: str) -> bool:
    return _DAY.match(text) is None and _SAYS.search(text) is not None


def _ends(line: Line) -> bool:
    """Whether a text may end with the line: it is a sentence that introduces nothing."""
    text = line.text
    return line.prose and len(text) >= SENTENCE and sentences.full(text) and text[-1] not in COLONS
