"""Deciding which lines go: the body, what belongs to it above and below, and the rest.

Where a page shows little chrome, little is done: without a cue nothing goes, with one or two of a
kind only what stands at the very edges, and plain lines go only where cues say that there is a
site around the text.
"""

from __future__ import annotations

from cleaner.filters.chrome import address, body, certain, doubt, entry, links, offer, twice
from cleaner.filters.chrome.above import above
from cleaner.filters.chrome.below import below
from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.filters.chrome.inset import before_contents, insets, tagged
from cleaner.filters.chrome.lines import JAMMED, Line
from cleaner.filters.chrome.page import Page, numbered
from cleaner.filters.chrome.page import evidence as page_evidence
from cleaner.filters.chrome.pages import starts
from cleaner.filters.chrome.posts import posters, posts, signed
from cleaner.filters.chrome.thread import floors, is_index, is_thread
from cleaner.filters.chrome.within import pressed, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# Strong cues that make a page of a text; two will do when they are of different kinds.
EVIDENCE: Final = 3
# Of the lines of a manual or a book, one in a hundred may look like a cue; of a page, one in fifty
# at the least (all but one of 266), and more when all are of one kind.
SPARSE: Final = (0.05, 0.02)
# Where weak cues abound (tables of a manual have thousands), one in two hundred (that page: 0.008).
LEAST: Final = 0.005
# A strong cue and weak ones of two other kinds make a page of a text when a third of it is cues.
CROWD: Final = 0.3
# So many lines of noise are no chance; a page that a board made has one a paragraph.
JAMMERS: Final = 3
# Rounds until nothing more goes; each of 266 real pages needed two at most.
ROUNDS: Final = 8


class Decision:
    """Why each line goes (an empty string: it stays), which line is the title, and a warning."""

    def __init__(self, reasons: list[str], title: int | None = None, warning: str = "") -> None:
        self.reasons = reasons
        self.title = title
        self.warning = warning


def decide(
    lines: Sequence[Line],
    *,
    metadata: bool = False,
    site: bool = False,
    headline: str = "",
    folders: tuple[str, ...] = (),
) -> Decision:
    """Decide for each line of a text whether it goes. With ``metadata``, date lines stay.

    ``site``: the text is known to come from a page, whatever its lines say; ``headline`` is what
    that page declares to be its title; ``folders`` have a user's dictionaries.

    Where the pages of a site follow one another each is decided by itself; title is that of the
    first. A page of which nothing would be left stays as it is.
    """
    begins = starts(lines)
    if len(begins) == 1:
        return _decide(lines, metadata, site, headline, folders)
    ends = [*begins[1:], len(lines)]
    spans = zip(begins, ends, strict=True)
    parts = [_decide(lines[begin:end], metadata, site, headline, folders) for begin, end in spans]
    reasons = [reason for part in parts for reason in part.reasons]
    warning = next((part.warning for part in parts if part.warning), "")
    return Decision(reasons, parts[0].title, warning if not any(reasons) else "")


def _decide(
    lines: Sequence[Line], metadata: bool, site: bool, declared: str, folders: tuple[str, ...]
) -> Decision:
    """Decide upon one page.

    The decision is repeated on what is left until nothing more goes, so that deciding again on
    the outcome changes nothing. When the rules have told a page, its lines in doubt are weighed,
    and then the rules are asked again.
    """
    reasons = [""] * len(lines)
    alive = [index for index, line in enumerate(lines) if line.text]
    left = [lines[index] for index in alive]
    headline: int | None = None
    told = weighed = False
    for turn in range(ROUNDS):
        page = Page(left, metadata, site and turn == 0)
        jammed = [alive[at] for at, line in page.cued if line is JAMMED] if turn == 0 else []
        jammed = jammed if len(jammed) >= JAMMERS else []
        counted = [alive[at] for at in numbered(page.cued)] if turn == 0 else []
        counted = counted if len(counted) < len(alive) else []
        if counted or jammed:
            for index in jammed:
                reasons[index] = JAMMED.reason
            for index in counted:
                reasons[index] = "navigation"
            alive = [index for index in alive if not reasons[index]]
            left = [lines[index] for index in alive]
            page = Page(left, metadata, site)
        page.headline = declared if turn == 0 else ""
        judge(page)
        if turn == 0:
            _once(page)
        if page.empty and turn > 0:
            return Decision(reasons, headline)
        if page.empty:
            warning = "nothing on the page looks like its text: every line was kept"
            return Decision([""] * len(lines), None, warning)
        if turn == 0 and page.title is not None:
            headline = alive[page.title]
        elif turn > 0 and headline is not None and not reasons[headline] and any(page.verdict):
            page.verdict[alive.index(headline)] = ""  # what was the title beside a menu is still
        told = told or page.told
        changed = any(page.verdict)
        for index, reason in zip(alive, page.verdict, strict=True):
            reasons[index] = reason
        if told and not weighed and any(reasons):
            weighed = True
            kept = [index for index in alive if not reasons[index]]
            for index, reason in doubt.learnt(
                lines, reasons, kept, headline, metadata=metadata, folders=folders
            ):
                reasons[index] = reason
                changed = True
        while changed or turn == 0:
            alive = [index for index in alive if not reasons[index]]
            left = [lines[index] for index in alive]
            sure = certain.certain(left, metadata, folders)
            for at, reason in sure:
                reasons[alive[at]] = reason
                changed = told = True
            if not sure:
                break
        if not changed:
            return Decision(reasons, headline)
    return Decision([""] * len(lines), None, "the page has no clear body: every line was kept")


def judge(page: Page) -> None:
    """Fill in the verdict: what the rules say, and then headlines below what they leave."""
    _rules(page)
    if not page.thread and not page.empty:
        for index in twice.same(page.cued, page.verdict):
            page.drop(index, page.lines[index].reason)
        for index in links.trailing(page.lines, page.verdict):
            page.drop(index, page.lines[index].reason or "related")


def _once(page: Page) -> None:
    """Drop what is seen at once, and need not be looked for in what is left."""
    lines, verdict, cued = page.lines, page.verdict, page.cued
    if not page.thread and not page.empty:
        above, title = links.over(lines, verdict, cued)
        if title is not None:
            page.title = title
            page.drop(title + 1, "byline", near=True)
        for index in (*above, *twice.named(lines, verdict, cued)):
            page.drop(index, lines[index].reason or "related")
    for index in twice.strewn(lines):
        if index != page.title:
            page.drop(index, "related")


def _rules(page: Page) -> None:
    """Fill in what the rules say. Where the text is known to be of a page, one cue is enough."""
    evidence = page_evidence(page.cued)
    for index in entry.heads(page.lines, page.cued):
        page.drop(index, "byline")
    for index in entry.listed(page.lines):
        page.drop(index, "navigation")
    if not evidence and not page.headline:
        for index in twice.captions(page.lines, page.cued):
            page.drop(index, "related")
        return
    found = body.find(page.lines)
    if found is None:
        page.empty = len(page.cued) == len(page.lines) or evidence >= EVIDENCE
    elif page.site or _is_page(page, evidence):
        page.told = True
        _around(page, *found)
    else:
        from cleaner.filters.chrome.edges import edges  # of plain text alone

        edges(page)
        for index in twice.captions(page.lines, page.cued):
            page.drop(index, "related")
    page.empty = page.empty or all(page.verdict)


def _is_page(page: Page, evidence: int) -> bool:
    """Whether the cues are dense enough, and of several kinds or enough by themselves."""
    lines, cues = len(page.lines), len(page.cued)
    strong = [line.reason for _, line in page.cued if line.force >= STRONG]
    kinds = len(set(strong))
    if kinds == 1 and strong[0] == "byline" and any(map(_counts, page.cued)):
        kinds = 2
    if len(strong) < SPARSE[kinds > 1] * lines and not (
        kinds > 2 and cues >= SPARSE[0] * lines and len(strong) >= LEAST * lines
    ):
        return False
    crowded = cues >= CROWD * lines and len({line.reason for _, line in page.cued}) > 2
    return kinds > 1 or (kinds == 1 and (crowded or evidence >= EVIDENCE))


def _around(page: Page, start: int, end: int) -> None:
    """Drop what does not belong to the body from ``start`` to ``end``, around it and within."""
    lines = page.lines
    contents = entry.contents(lines, page.cued)
    for index in contents:
        # So that none of them is taken for the title, and no number for that of a post.
        page.drop(index, "navigation")
        if lines[index].force < STRONG:
            lines[index] = lines[index].but(reason="related", force=WEAK)
    if contents:
        page.cued = [(index, line) for index, line in enumerate(lines) if line.force]
    page.floors = frozenset(floors(page.lines, page.cued, start))
    page.blog = is_index(page, start)
    page.thread = page.blog or is_thread(page, start, end)
    if page.thread:
        page.posts = frozenset(posts(lines, start, len(lines)))
    offered = offer.find(page, start, end)
    if offered is None:
        head = above(page, start, end)
    else:
        start = offered.start
        head = above(page, offered.title, end, named=True)
        for index in offered.chosen:
            page.drop(index, lines[index].reason or "navigation")
    within(page, head, start, end)
    apart = page.title is not None and page.title < head
    for index in insets(lines, _below_date(lines, head) if apart else head, end):
        page.drop(index, "related")
    end = tagged(lines, start, end)
    if page.title is not None and not page.thread:
        end = before_contents(lines, page.title, start, end)
    below(page, end)
    for index in address.foot(page, end):
        page.drop(index, "copyright")
    for index in signed(lines, page.cued):
        page.drop(index, "comments")
    for index, line in page.cued:
        if line.text in entry.UNFOLD:
            page.drop(index, line.reason)
    if page.thread:
        if not page.blog:
            posters(page, head)
        return
    for index in pressed(page, head, end, contents):
        page.drop(index, "tail")
    kept = [i for i in range(head, len(lines)) if not page.verdict[i]]
    for index in twice.again(lines, kept):
        page.drop(index, "tail")
    if page.title is not None:
        for index in twice.titles(lines, kept, page.title):
            page.drop(index, "related")


def _counts(cue: tuple[int, Line]) -> bool:
    """Whether a cue is a counter (浏览次数：12): unlike a date, no text has one of its own."""
    line = cue[1]
    return line.label != "" and line.field == "-" and line.force >= STRONG


def _below_date(lines: Sequence[Line], head: int) -> int:
    """Return the line above the plain lines around ``head``, if that is a date line."""
    index = head - 1
    while index > 0 and not lines[index].force:
        index -= 1
    return index if lines[index].force >= STRONG and lines[index].reason == "byline" else head - 1
