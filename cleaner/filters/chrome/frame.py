"""Bodies without a sentence, which the head of an article or a post gives away."""

from __future__ import annotations

from cleaner.filters.chrome import posts, shapes
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.lines import Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# Less than a sentence or two of text is no article, in one run or in the posts of a thread.
ARTICLE: Final = 40
# Verses, duties and plans between the date line and the buttons below: so many lines with so many
# letters in the middle are a text, fewer are a menu.
FRAMED: Final = 3
FRAMED_LINE: Final = 8
# So near above them stand date line and buttons, and so near below them the sentences of the best
# run may begin if they belong to it.
FRAME: Final = 8
FOLLOWING: Final = 4
# A table has so many rows, each with a label of so many letters.
SHEET, ROW_LABEL = 5, 8
#: What may stand between title, leading lines and paragraphs of one article.
BESIDE: Final = frozenset(
    {"byline", "share", "credits", "comments", "app", "advertisement", "pager", "spam"}
)
_WHERE = ("地址", "电话", "联系电话")
#: What ends the description of goods.
FOOT = frozenset({"copyright", "disclaimer"})
# The sentences of a framed text are so much of the best run far below it.
OUTWEIGHS = 1.2
# So near above an answer stands its date line.
POSTED = 2


def letters(lines: Sequence[Line]) -> int:
    """Return how many characters of the lines are no cues."""
    return sum(len(line.text) for line in lines if not line.force)


def post(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return the first post of a thread whose posts have no sentences, None if it is none."""
    found = posts.posts(lines, 0, len(lines))
    if sum(len(lines[index].text) for index in found) < ARTICLE:
        return None
    start = end = found[0]
    for index in found:
        if index > end:
            break
        end = index + 1
    return start, end


def framed(lines: Sequence[Line], end: int) -> tuple[int, int] | None:
    """Return the lines between a date line and the next cue above ``end``, if they are a text.

    Between may stand what else belongs to the head of an article.
    """
    if not any(line.field == "published" for line in lines[:end]):
        return None
    dated = -1
    index = 0
    commented = False
    while index < end:
        line = lines[index]
        if line.field == "published" and (line.force >= STRONG or not commented):
            dated = index
        elif line.force == END:
            if line.reason != "comments":
                return None
            commented = True
        elif dated >= 0 and not line.force:
            stop = index
            while stop < end and lines[stop].force < STRONG:
                stop += 1
            told = sorted(len(line.text) for line in lines[index:stop] if not line.force)
            if len(told) >= FRAMED and told[len(told) // 2] >= FRAMED_LINE:
                return index, stop
            index = stop - 1
            if index - dated > FRAME:
                return None
        index += 1
    return None


def tells_where(line: Line) -> bool:
    """Whether the line is an address or a number to call: of a site, or what the text is about."""
    return line.force == WEAK and line.text.startswith(_WHERE)


def sheet(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return the longest run of rows of a label and its value, None for less than a table.

    Of goods (品牌：某某, 材质：鸡翅木) it is most of the text, and the rest stands below it.
    """
    best = (0, 0)
    start = end = -1
    labels: set[str] = set()
    for index, line in enumerate(lines):
        if (line.force and not tells_where(line)) or line.prose or not shapes.ROW.match(line.text):
            continue
        label = line.text[: ROW_LABEL + 1].replace(":", "：").partition("：")[0]
        if not labels or index > end + 1 or label in labels:
            start = index
            labels.clear()
        labels.add(label)
        end = index
        if len(labels) > best[1] - best[0]:
            best = (start, start + len(labels))
    if best[1] - best[0] < SHEET:
        return None
    stop = best[1]
    while stop < len(lines) and lines[stop].force < END and lines[stop].reason not in FOOT:
        stop += 1
    return best[0], stop


def is_told_of(lines: Sequence[Line], start: int, run: tuple[int, int]) -> bool:
    """Whether the best run, which begins at ``start``, is comments on the framed one."""
    heads = [line.reason for line in lines[run[1] : start] if line.force == END]
    return bool(heads) and heads[-1] == "comments"


def outweighs(lines: Sequence[Line], run: tuple[int, int], start: int, end: int) -> bool:
    """Whether the best run is a notice at the foot of a page, and what is framed tells more."""
    told = sum(len(line.text) for line in lines[run[0] : run[1]] if line.prose and not line.force)
    return told > OUTWEIGHS * letters(lines[start:end]) > 0


def leads(lines: Sequence[Line], run: tuple[int, int], start: int, end: int) -> bool:
    """Whether the best run ends what is framed, which has more text, or is an answer to it."""
    between = lines[run[1] : start]
    if any(line.force == END for line in between):
        return False
    if any(line.field == "published" for line in between[-POSTED:]):
        return True
    text = letters(lines[run[0] : run[1]])
    return len(between) <= FOLLOWING and text >= letters(lines[start:end])
