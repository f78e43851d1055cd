"""Deciding which lines go: the body, what belongs to it above and below, and the rest.

Where a page shows little chrome, little is done: without a cue nothing goes, with one or two of a
kind only what stands at the very edges, and plain lines go only where cues say that there is a
site around the text.
"""

from __future__ import annotations

from itertools import compress
from operator import not_

from cleaner.filters.chrome import address, body, entry, offer, shapes, twice
from cleaner.filters.chrome.above import FOLLOW, above
from cleaner.filters.chrome.below import below
from cleaner.filters.chrome.cues import END, NONE, STRONG, WEAK
from cleaner.filters.chrome.inset import insets
from cleaner.filters.chrome.lines import DECORATION, JAMMED, TRAILS, Line, beside
from cleaner.filters.chrome.page import COMPANY, Page
from cleaner.filters.chrome.page import evidence as page_evidence
from cleaner.filters.chrome.pages import starts
from cleaner.filters.chrome.resumed import short_subhead
from cleaner.filters.chrome.thread import floors, is_thread, posters, posts, signed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# Strong cues that make a page of a text; two will do when they are of different kinds.
EVIDENCE = 3
# Of the lines of a manual or a book, one in a hundred may look like a cue; of a page, one in fifty
# at the least (all but one of 266), and more when all are of one kind.
SPARSE = (0.05, 0.02)
# Where weak cues abound (tables of a manual have thousands), one in two hundred (that page: 0.008).
LEAST = 0.005
# A strong cue and weak ones of two other kinds make a page of a text when a third of it is cues.
CROWD = 0.3
# In a text that is no page: a date line stands among the first lines, and no cue is this short.
OPENING, CERTAIN = 4, 5
# So many lines of noise are no chance; a page that a board made has one a paragraph.
JAMMERS = 3
# So near the top stands a breadcrumb. Links below a heading at the end: so many, so long.
TOP, LINKS, LINK = 8, 2, 8
#: What a book or an essay that an article itself names begins with.
OWN = frozenset("《〈[［（(")
#: What a sentence at the edge of a text may be that does not belong to it.
NOTICES = frozenset({"byline", "copyright", "credits", "disclaimer", "spam"})
# Rounds until nothing more goes; each of 266 real pages needed two at most.
ROUNDS = 8


class Decision:
    """Why each line goes (an empty string: it stays), which line is the title, and a warning."""

    def __init__(self, reasons: list[str], title: int | None = None, warning: str = "") -> None:
        self.reasons = reasons
        self.title = title
        self.warning = warning


def decide(
    lines: Sequence[Line], *, metadata: bool = False, site: bool = False, headline: str = ""
) -> Decision:
    """Decide for each line of a text whether it goes. With ``metadata``, date lines stay.

    ``site``: the text is known to come from a page, whatever its lines say; ``headline`` is what
    that page declares to be its title.

    Where the pages of a site follow one another each is decided by itself; title is that of the
    first. A page of which nothing would be left stays as it is.
    """
    begins = starts(lines)
    if len(begins) == 1:
        return _decide(lines, metadata, site, headline)
    ends = [*begins[1:], len(lines)]
    spans = zip(begins, ends, strict=True)
    parts = [_decide(lines[begin:end], metadata, site, headline) for begin, end in spans]
    reasons = [reason for part in parts for reason in part.reasons]
    warning = next((part.warning for part in parts if part.warning), "")
    return Decision(reasons, parts[0].title, warning if not any(reasons) else "")


def _decide(lines: Sequence[Line], metadata: bool, site: bool, declared: str) -> Decision:
    """Decide upon one page.

    The decision is repeated on what is left until nothing more goes, so that deciding again on
    the outcome changes nothing.
    """
    reasons = [""] * len(lines)
    alive = [index for index, line in enumerate(lines) if line.text]
    left = [line for line in lines if line.text]
    headline: int | None = None
    for turn in range(ROUNDS):
        page = Page(left, metadata, site and turn == 0)
        jammed = [alive[at] for at, line in page.cued if line is JAMMED] if turn == 0 else []
        if len(jammed) >= JAMMERS:
            for index in jammed:
                reasons[index] = JAMMED.reason
            alive = [index for index in alive if not reasons[index]]
            left = [lines[index] for index in alive]
            page = Page(left, metadata, site)
        page.headline = declared if turn == 0 else ""
        judge(page)
        if page.empty and turn > 0:
            return Decision(reasons, headline)
        if page.empty:
            warning = "nothing on the page looks like its text: every line was kept"
            return Decision([""] * len(lines), None, warning)
        if turn == 0 and page.title is not None:
            headline = alive[page.title]
        if not any(page.verdict):
            return Decision(reasons, headline)
        for index, reason in compress(zip(alive, page.verdict, strict=True), page.verdict):
            reasons[index] = reason
        stay = [*map(not_, page.verdict)]
        alive = [*compress(alive, stay)]
        left = [*compress(left, stay)]
    return Decision([""] * len(lines), None, "the page has no clear body: every line was kept")


def judge(page: Page) -> None:
    """Fill in the verdict. Where the text is known to come from a page, one cue is enough."""
    evidence = page_evidence(page.cued)
    for index in entry.heads(page.lines, page.cued):
        page.drop(index, "byline")
    if not evidence and not page.headline:
        return
    strong = [line.reason for _, line in page.cued if line.force >= STRONG]
    kinds = len(set(strong))
    if kinds == 1 and strong[0] == "byline" and any(map(_counts, page.cued)):
        kinds = 2
    cues = len(page.cued)
    dense = len(strong) >= SPARSE[kinds > 1] * len(page.lines)
    dense = dense or (
        kinds > 2 and cues >= SPARSE[0] * len(page.lines) and len(strong) >= LEAST * len(page.lines)
    )
    crowded = (
        kinds and cues >= CROWD * len(page.lines) and len({c.reason for _, c in page.cued}) > 2
    )
    found = body.find(page.lines)
    if found is None:
        page.empty = cues == len(page.lines) or evidence >= EVIDENCE
    elif page.site or (dense and (crowded or kinds > 1 or (kinds and evidence >= EVIDENCE))):
        start, end = found
        page.floors = frozenset(floors(page.cued, start))
        page.thread = is_thread(page, start, end)
        if page.thread:
            page.posts = frozenset(posts(page.lines, start, len(page.lines)))
        offered = offer.find(page, start, end)
        if offered is None:
            head = above(page, start, end)
        else:
            start = offered.start
            head = above(page, offered.title, end, named=True)
            for index in offered.chosen:
                page.drop(index, page.lines[index].reason or "navigation")
        _inside(page, head, start, end)
        apart = page.title is not None and page.title < head
        for index in insets(page.lines, _below_date(page.lines, head) if apart else head, end):
            page.drop(index, "related")
        below(page, end)
        for index in address.foot(page, end):
            page.drop(index, "copyright")
        for index in signed(page.lines, page.cued):
            page.drop(index, "comments")
        if page.thread:
            posters(page, head)
        else:
            kept = [i for i in range(head, len(page.lines)) if not page.verdict[i]]
            for index in twice.again(page.lines, kept):
                page.drop(index, "tail")
            if page.title is not None:
                for index in twice.titles(page.lines, kept, page.title):
                    page.drop(index, "related")
    else:
        _edges(page)
    page.empty = page.empty or all(page.verdict)


def _edges(page: Page) -> None:
    """Drop what is chrome for certain at the edges of a text that is no page.

    Several date lines are a diary, and the name of an author is part of a poem.
    """
    lines = page.lines
    datelines = [
        index
        for index, line in page.cued
        if line.force >= STRONG and line.reason == "byline" and line.field != "author"
    ]
    dateline = datelines[0] if len(datelines) == 1 else -1
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        company: list[int] = []
        for index in order:
            line = lines[index]
            if line.force == WEAK and (line.reason in COMPANY or shapes.bar(line.text)):
                company.append(index)
                continue
            certain = (
                line.force >= STRONG
                and (len(line.text) >= CERTAIN or _among(page, index))
                and not _says(line)
            )
            if not certain or (line.reason == "byline" and index != dateline):
                break
            for i in (*company, index):
                page.drop(i, lines[i].reason, near=True)
            company = []
    if 0 < dateline < OPENING and not any(line.prose for line in lines[:dateline]):
        page.title = dateline - 1 if not lines[dateline - 1].force else None
        page.drop(dateline, "byline", near=True)
        for index in range(dateline - 1):
            if lines[index].force and lines[index].reason in TRAILS:
                page.drop(index, lines[index].reason)
    for index in (*range(_below_trail(page)), *range(_above_list(page), len(lines))):
        page.drop(index, lines[index].reason or "navigation")


def _below_trail(page: Page) -> int:
    """Return what is below a breadcrumb at the top (您的位置：某某 > 某某), the end of the menu."""
    for index, line in page.cued:
        if index > TOP or line.prose:
            break
        if line.force >= STRONG and line.reason in TRAILS and ">" in line.text:
            return 0 if any(above.prose for above in page.lines[:index]) else index + 1
    return 0


def _above_list(page: Page) -> int:
    """Return where a heading of links begins below which no sentence stands, or the end."""
    lines = page.lines
    heads = {
        index
        for index, line in page.cued
        if line.force >= END and line.reason in ("related", "hot")
    }
    found = len(lines)
    links = own = size = 0
    for index in range(len(lines) - 1, min(heads, default=found) - 1, -1):
        line = lines[index]
        below = len(lines) - 1 - index
        if index in heads and below >= LINKS and size >= LINK * links > 2 * LINK * own:
            found = index
        if line.prose:
            break
        if not line.force:
            links += 1
            size += len(line.text)
            own += line.text[0] in OWN
    return found


def _counts(cue: tuple[int, Line]) -> bool:
    """Whether a cue is a counter (浏览次数：12): unlike a date, no text has one of its own."""
    line = cue[1]
    return line.label != "" and line.field == "-" and line.force >= STRONG


def _among(page: Page, index: int) -> bool:
    """Whether a short cue stands beside another strong one of the same kind: 全站热搜, 留言列表."""
    return any(
        line.force == END and line.reason == page.lines[index].reason
        for line in beside(page.lines, index)
    )


def _says(line: Line) -> bool:
    """Whether the line is a sentence that a text may end with (更多信息请参考某某。)."""
    return "。" in line.text and line.reason not in NOTICES


def _inside(page: Page, head: int, start: int, end: int) -> None:
    """Drop share bars, credits, lists of other articles and date lines within the body."""
    lines = page.lines
    for index in entry.contents(lines, head, len(lines)) + entry.buttons(lines, start):
        page.drop(index, "navigation")
    listed = ""
    opening = True
    dated = False
    for index in range(start, end):
        line = lines[index]
        if index in page.posts:
            continue
        told = line.prose and len(line.text) >= body.GAP and index != page.title
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


def _more_photos(lines: Sequence[Line], index: int) -> bool:
    """Whether the line says below a picture how many more there are: +9, above a paragraph."""
    line = lines[index]
    return (
        line.text[0] == "+"
        and line.force == WEAK
        and line.text[1:].isdigit()
        and any(below.prose for below in lines[index + 1 : index + 2])
    )


def _below_date(lines: Sequence[Line], head: int) -> int:
    """Return the line above the plain lines around ``head``, if that is a date line."""
    index = head - 1
    while index > 0 and not lines[index].force:
        index -= 1
    return index if lines[index].force >= STRONG and lines[index].reason == "byline" else head - 1


def _authored(lines: Sequence[Line], index: int) -> bool:
    """Whether the name of an author stands above a time, that of reading: 作者：, 安小河, 3分钟."""
    return any(line.field == "author" for line in lines[max(0, index - 2) : index])


def _beside(page: Page, index: int, head: int) -> bool:
    """Whether the line above went or the line below will."""
    above = index > head and bool(page.verdict[index - 1])
    below = page.lines[index + 1 : index + 2]
    return above or any(line.force >= STRONG for line in below)
