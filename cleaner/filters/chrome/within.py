"""What stands within the body: share bars, credits, lists of other articles, date lines."""

from __future__ import annotations

from cleaner.filters.chrome import body, entry, runs
from cleaner.filters.chrome.above import FOLLOW
from cleaner.filters.chrome.cues import END, NONE, STRONG, WEAK
from cleaner.filters.chrome.lines import DECORATION, Line
from cleaner.filters.chrome.page import COMPANY, Page
from cleaner.filters.chrome.resumed import short_subhead

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Sequence

# So many letters has a word that may stand between two lines of chrome; two in a row may.
WORD = 8
# So many cues below a caption are the head; one alone may be a line of the text.
CUES = 2
#: What stands in the head of an article.
HEAD = frozenset({"byline", "share"})


def within(page: Page, head: int, start: int, end: int) -> None:
    """Drop share bars, credits, lists of other articles and date lines within the body."""
    lines = page.lines
    for index in entry.buttons(lines, start):
        page.drop(index, "navigation")
    if not page.thread:
        for index in _below_caption(lines, start, end):
            page.drop(index, lines[index].reason, near=True)
    listed = ""
    opening = True
    dated = False
    for index in range(start, end):
        line = lines[index]
        if index in page.posts:
            continue
        told = line.prose and len(line.text) >= runs.GAP and index != page.title
        opening = opening and not told
        dated = line.field == "published" or (dated and line.force > NONE)
        if line.force >= STRONG:
            if line.reason in ("byline", "breadcrumb"):
                if opening or dated or line.field == "published" or page.thread:
                    page.drop(index, line.reason, near=True)
            elif line.force < END or not body.subhead(lines, index):
                page.drop(index, line.reason)
                listed = line.reason if body.heads_list(lines, index) else ""
        elif (
            opening
            and index > head
            and (line.field == "author" or (line.text[-2:] == "分钟" and _authored(lines, index)))
        ):
            page.drop(index, "byline", near=True)
        elif opening and line.reason == "byline" and page.verdict[index - 1] == "byline":
            page.drop(index, "byline", near=True)  # 时间：, 热度： below 来源：某某
        elif opening and line.force and line.text.strip("+＋") in FOLLOW:
            page.drop(index, "share")
        elif index == head + 1 and opening and line.field == "published":
            page.drop(index, line.reason, near=True)  # a date alone, right below the title
        elif index == head + 1 and not line.text.strip(DECORATION):
            page.drop(index, "navigation")  # a rule of stars below the title
        elif listed and not line.prose and not short_subhead(lines, index):
            page.drop(index, listed)
        elif _more_photos(lines, index):
            page.drop(index, "share")
        elif (
            (line.reason in COMPANY or (line.force and len(line.text) == 1))
            and not line.prose
            and _beside(page, index, head)
        ):
            page.drop(index, line.reason)
        else:
            listed = ""


def _below_caption(lines: Sequence[Line], start: int, end: int) -> range:
    """Return the cues below a caption or a standfirst, if there are several and one is strong.

    The body begins with that line, or with the title above it, and below it stands the rest of the
    head: 人气：295, 【字号】大中小.
    """
    first = start + 1 if lines[start].prose else start + 2
    index = first
    strong = False
    while index < end and lines[index].force and lines[first - 1].prose:
        strong = strong or (lines[index].force >= STRONG and lines[index].reason in HEAD)
        index += 1
    return range(first, index if strong and index - first >= CUES else first)


def pressed(page: Page, head: int, end: int, contents: Container[int]) -> list[int]:
    """Return the words alone between two lines of the body that go, two in a row at the most.

    A subhead stands over a line that stays, but for the button beside that of an entry.
    """
    lines = page.lines
    found: list[int] = []
    gone = bytes(map(bool, page.verdict[head:end]))
    for gap in (b"\1\0\1", b"\1\0\0\1"):
        at = gone.find(gap)
        while at >= 0:
            first, last = head + at + 1, head + at + len(gap) - 2
            if (
                _is_word(lines[first])
                and _is_word(lines[last])
                and lines[last + 1].text not in entry.EDIT
                and page.title not in (first, last)
                and first - 1 not in contents
            ):
                found.extend(range(first, last + 1))
            at = gone.find(gap, at + len(gap) - 1)
    return found


def _is_word(line: Line) -> bool:
    """Whether a line is a word or two: no cue, no sentence and no score (飞鹰5:3海豚)."""
    short = not (line.force or line.prose) and len(line.text) <= WORD
    return short and not any(map(str.isdigit, line.text))


def _more_photos(lines: Sequence[Line], index: int) -> bool:
    """Whether the line says below a picture how many more there are: +9, above a paragraph."""
    line = lines[index]
    return (
        line.text[0] == "+"
        and line.force == WEAK
        and line.text[1:].isdigit()
        and any(below.prose for below in lines[index + 1 : index + 2])
    )


def _authored(lines: Sequence[Line], index: int) -> bool:
    """Whether the name of an author stands above a time, that of reading: 作者：, 安小河, 3分钟."""
    return any(line.field == "author" for line in lines[max(0, index - 2) : index])


def _beside(page: Page, index: int, head: int) -> bool:
    """Whether the line above went or the line below will."""
    above = index > head and bool(page.verdict[index - 1])
    below = page.lines[index + 1 : index + 2]
    return above or any(line.force >= STRONG for line in below)
