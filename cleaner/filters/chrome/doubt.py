"""Lines that the rules leave beside chrome, judged by a learnt model.

Of the lines of chrome that the rules keep at first sight each is worded another way (插入书签,
查看类似职位的薪酬), so no list of phrases has them; but they are made of the same characters, and
stand beside others like them. So once the rules have told a page, its short lines outside the text
are weighed: each by the characters it has (a linear model of character n-grams, as in Joulin et
al. 2017), and by how the lines around it weigh, what went there and where the sentences of the text
begin and end (gradient boosting of small trees, Friedman 2001).

Sentences and lines with the marks of one, the title, and the items below a colon are never in
doubt, and a page of which the rules drop nothing is not looked at again: so what was cleaned before
is not weighed again.
"""

from __future__ import annotations

from itertools import accumulate
from operator import add

from cleaner.filters.chrome import shapes
from cleaner.filters.chrome.model import Model, load
from cleaner.filters.chrome.title import RULES
from cleaner.filters.chrome.waiting import COLONS
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from cleaner.filters.chrome.lines import Line

#: The reasons of lines above title, text and its end that go by their weight and have no cue.
ABOVE, LEAD, BELOW = "navigation", "byline", "tail"
# Weight from which on a line goes: nearly twice as likely chrome as not, where texts that end in
# short lines are as frequent as in learning. Of 387 pages that the rules had not seen before, and
# of which they had 230 wholly right, that and the certain ones make 251 so, with 54 two fewer.
LEAST: Final = 36
# Prose of this length is a sentence, and so is any with a full stop and any line of that length.
PROSE, SENTENCE = 16, 40
# A longer line that ends in a colon introduces what stands below it; a shorter one is a label.
LABEL: Final = 5
# A last line of nothing but letters that weighs less is part of the text.
LIKELY: Final = 36
# A line that weighs so little goes nowhere, whatever stands around it.
WORST: Final = -20
# Of the sentences so many characters are looked at.
OPENING: Final = 1_000
# The longest name of a person, and what stands for the rest of one: 黄○○.
UNNAMED: Final = "○〇O×XＸ*＊"
NAME: Final = 4
# What a sentence weighs as a neighbour, and what no line at all.
TOLD, NONE = -60, 120
# Weights beyond this say no more, nor do more lines between here and there, nor longer lines.
MOST, FAR, LONG = 100, 20, 60
# So many lines above and below are near.
NEAR, AROUND = 4, 12
#: What a sentence has, or a line that goes on.
SAYS: Final = lazy("[，。；;>]|,(?![0-9])|(?:…|⋯|、|[.]{3})$")

#: What is known about a line in doubt, in the order of :func:`features`: what it weighs, and the
#: lines that stay around it (``prev2 prev next next2``) and the least of all above and below;
#: how many lines stay above and below, and from the first and last sentence; whether lines went
#: right above and below (2: there are none), how many near; its length, what the rules made of it,
#: how many lines stay and what share went; how long the lines around are; whether it stands below
#: the title, and how many tenths of its pairs of characters the sentences have. Last the run of
#: lines in which it stands, with no sentence and nothing that went between: how many they are, and
#: on average how long, how alike the sentences (in hundredths) and how heavy; and its place there.
FEATURES = (
    *("own", "prev", "next", "prev2", "next2", "above", "below"),
    *("first", "last", "head", "foot"),
    *("up", "down", "up4", "down4", "down12"),
    *("length", "force", "prose", "lines", "gone", "before", "behind"),
    *("lead", "alike"),
    *("run", "runlength", "runalike", "runown", "place"),
)
_HEAD, _LEAD = FEATURES.index("head"), FEATURES.index("lead")


def learnt(
    lines: Sequence[Line],
    reasons: Sequence[str],
    alive: Sequence[int],
    title: int | None,
    *,
    metadata: bool = False,
    folders: tuple[str, ...] = (),
) -> list[tuple[int, str]]:
    """Return which of ``lines`` go though the rules kept them on a page, each with its reason.

    Asked are those ``alive``; ``reasons`` has why the others went. With ``metadata``, no line goes
    that the rules know to be about the article.
    """
    if not any(reasons):
        return []
    model = load(folders)
    found = [
        (index, lines[index].reason or _reason(values))
        for index, values in features(lines, reasons, alive, title, model)
        if model.weigh(values) >= LEAST
        and not (metadata and lines[index].reason == "byline" and lines[index].field != "-")
    ]
    return found if len(found) < len(alive) else []


def _reason(values: Sequence[int]) -> str:
    """Return why a line without a cue goes, by where it stands."""
    if values[_HEAD] >= 0:
        return BELOW
    return LEAD if values[_LEAD] else ABOVE


def features(
    lines: Sequence[Line],
    reasons: Sequence[str],
    alive: Sequence[int],
    title: int | None,
    model: Model,
) -> list[tuple[int, tuple[int, ...]]]:
    """Return each line in doubt, by its index, with its :data:`FEATURES`."""
    stay = [lines[index] for index in alive]
    count = len(stay)
    head, foot = sentences(stay)
    outside = [*range(head), *range(foot + 1, count)]
    if foot < 0 or len(outside) <= (title is not None):
        return []  # lines without a sentence are a poem or a list
    items = items_of(stay, head, foot)
    doubtful = [
        nth
        for nth in outside
        if alive[nth] != title
        and nth not in items
        and SAYS.search(stay[nth].text) is None
        and not (nth == foot + 1 and _signs(stay[nth:]))
        and stay[nth].text.strip(RULES)
    ]
    if not doubtful:
        return []
    there = [index for index, line in enumerate(lines) if line.text]
    gone = [0, *accumulate([reasons[index] != "" for index in there])]
    kept = [place for place, index in enumerate(there) if not reasons[index]]
    size = len(there)
    share = 100 * gone[-1] // size
    weights = [TOLD] * count
    alike = [0] * count
    opening = _opening(stay[head : foot + 1])
    for nth in outside:
        text = stay[nth].text
        weights[nth] = max(-MOST, min(MOST, model.score(text)))
        own = _pairs(text)
        # A few pairs are looked for in an eighth of the time that it takes to collect all of it.
        alike[nth] = 10 * len([pair for pair in own if pair in opening]) // max(1, len(own))
    around = [NONE, NONE, *weights, NONE, NONE]
    above = [NONE, *accumulate(weights, min)]
    below = [NONE, *accumulate(reversed(weights), min)][::-1]
    lengths = [0, *[min(len(line.text), LONG) for line in stay], 0]
    runs = _runs(outside, kept, lengths[1:-1], alike, weights)
    found: list[tuple[int, tuple[int, ...]]] = []
    for nth in doubtful:
        line, place = stay[nth], kept[nth]
        if weights[nth] < WORST:
            continue
        if nth == foot + 1 and runs[nth][0] == 1 and line.text.isalpha() and weights[nth] < LIKELY:
            continue  # 人间四月天 stands where half of the names of sites and lists do
        values = (
            weights[nth],
            *(around[nth + 1], around[nth + 3], around[nth], around[nth + 4]),
            *(above[nth], below[nth + 1]),
            *(min(nth, FAR), min(count - 1 - nth, FAR)),
            *(max(-FAR, min(nth - head, FAR)), max(-FAR, min(nth - foot, FAR))),
            gone[place] - gone[place - 1] if place else 2,
            gone[place + 2] - gone[place + 1] if place + 1 < size else 2,
            gone[place] - gone[max(0, place - NEAR)],
            gone[min(size, place + NEAR + 1)] - gone[place],
            gone[min(size, place + AROUND + 1)] - gone[place],
            *(len(line.text), line.force, int(line.prose)),
            *(min(count, MOST), share, lengths[nth], lengths[nth + 2]),
            int(nth < head and (title is None or there[place] > title)),
            alike[nth],
            *runs[nth],
        )
        found.append((there[place], values))
    return found


def sentences(lines: Sequence[Line]) -> tuple[int, int]:
    """Return the first and the last sentence, (number of lines, -1) without one."""
    head, foot = 0, len(lines) - 1
    while head < len(lines) and not is_sentence(lines[head]):
        head += 1
    while foot >= 0 and not is_sentence(lines[foot]):
        foot -= 1
    return head, foot


def _opening(lines: Sequence[Line]) -> str:
    """Return the first sentences."""
    found: list[str] = []
    room = OPENING
    for line in lines:
        if room > 0 and is_sentence(line):
            found.append(line.text[:room])
            room -= len(line.text)
    return "\n".join(found)


def _pairs(text: str) -> set[str]:
    """Return the pairs of characters of a text that stand side by side."""
    return {*map(add, text, text[1:])}


def _runs(
    outside: Sequence[int],
    kept: Sequence[int],
    lengths: Sequence[int],
    alike: Sequence[int],
    weights: Sequence[int],
) -> dict[int, tuple[int, ...]]:
    """Return for each line what is known of the run in which it stands, and its place there."""
    found: dict[int, tuple[int, ...]] = {}
    first = 0
    while first < len(outside):
        end = first + 1
        while (
            end < len(outside)
            and outside[end] == outside[end - 1] + 1
            and kept[outside[end]] == kept[outside[end - 1]] + 1
        ):
            end += 1
        row = outside[first:end]
        means = (
            sum([lengths[nth] for nth in row]) // len(row),
            10 * sum([alike[nth] for nth in row]) // len(row),
            sum([weights[nth] for nth in row]) // len(row),
        )
        for place, nth in enumerate(row):
            found[nth] = (min(len(row), FAR), *means, min(place, AROUND))
        first = end
    return found


def is_sentence(line: Line) -> bool:
    """Whether the line tells something, and is no matter of doubt."""
    length = len(line.text)
    return length >= SENTENCE or (line.prose and (length >= PROSE or "。" in line.text))


def _signs(lines: Sequence[Line]) -> bool:
    """Whether the first line below the last sentence says who wrote it, or whom to call: 一舟.

    Several words as short are its tags.
    """
    name = lines[0]
    called = shapes.ROW.match(name.text) is not None and name.text[-1].isdigit()
    return called or (may_name(name) and not any(map(may_name, lines[1:2])))


def may_name(line: Line) -> bool:
    """Whether the line may be the name of a person, or a motto."""
    text = line.text.rstrip(UNNAMED)
    return not line.force and 0 < len(text) <= NAME and text.isalpha() and not text.isascii()


def items_of(lines: Sequence[Line], head: int, foot: int) -> set[int]:
    """Return the lines above ``head`` and below ``foot`` that a longer one with a colon introduces.

    That is the one right below it, and the next as long as they begin alike: with the same mark, or
    with a figure, or neither.
    """
    found: set[int] = set()
    kind = ""
    for nth in (*range(1, head), *range(foot + 1, len(lines))):
        above, mark = lines[nth - 1], _mark(lines[nth].text)
        led = above.text[-1] in COLONS and len(above.text) > LABEL and not above.force
        if led or (nth - 1 in found and (not kind or mark == kind)):
            kind = mark
            found.add(nth)
    return found


def _mark(text: str) -> str:
    """Return the mark that a line begins with, 0 for a figure, "" for none."""
    return "0" if text[0].isdigit() else "" if text[0].isalnum() else text[0]
