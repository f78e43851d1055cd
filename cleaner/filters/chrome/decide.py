"""Deciding which lines go: the body, what belongs to it above and below, and the rest.

Where a page shows little chrome, little is done: without a cue nothing goes, with one or two of a
kind only what stands at the very edges, and plain lines go only where cues say that there is a
site around the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cleaner.filters.chrome import body, shapes, title
from cleaner.filters.chrome.cues import END, NONE, STRONG, WEAK
from cleaner.filters.chrome.lines import Line
from cleaner.patterns import lazy

# A label that comes back is a speaker (记者：… 记者：…), not a credit.
SPEAKER = 3
# This many names of sections, one a line, are a menu and count like one strong cue.
MENU = 6
# Strong cues that make a page of a text; two will do when they are of different kinds.
EVIDENCE = 3
# So many lines above the title are a menu, with or without cues.
ABOVE = 5
# In a text that is no page: a date line stands among the first lines, and no cue is this short.
OPENING, CERTAIN = 4, 5
# Headlines in a row without a heading, their length, and the share of numbered items or prose that
# makes them a list of the article's own.
HEADLINES, HEADLINE, ITEMS = 12, 25, 1 / 3
# Date lines and buttons that make a thread of a page; in a thread every sentence is a post, below
# an article only a paragraph belongs to it, and none after so many lines of chrome.
BUTTONS, POSTS, PARAGRAPH, FAR = 4, 3, 30, 20
# Name and rank of an author beside the posts of a thread.
POSTER, POSTER_LINES = 16, 3
# Rounds until nothing more goes; each of 266 real pages needed two at most.
ROUNDS = 8

SAID = frozenset("。！？!?：:…～~")

#: Weak cues that go when what stands next to them goes.
COMPANY = frozenset(
    {"related", "comments", "share", "login", "hot", "copyright", "app", "advertisement"}
)
#: Cues that do not speak for a menu above the title.
UNDER_TITLE = frozenset({"byline", "share", "credits"})
_ITEM = lazy(
    "[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[)）、.．，]|第.{1,4}[名章节条回]|.{1,8}[：:|｜]"
)


class Decision(NamedTuple):
    """Why each line goes (an empty string: it stays), which line is the title, and a warning."""

    reasons: list[str]
    title: int | None = None
    warning: str = ""


def decide(lines: Sequence[Line], *, metadata: bool = False) -> Decision:
    """Decide for each line of a page whether it goes. With ``metadata``, date lines stay.

    The decision is repeated on what is left until nothing more goes, so that deciding again on
    the outcome changes nothing. A page of which nothing would be left stays as it is.
    """
    reasons = [""] * len(lines)
    alive = [index for index, line in enumerate(lines) if line.text]
    headline: int | None = None
    for turn in range(ROUNDS):
        page = _Page([lines[index] for index in alive], metadata)
        page.judge()
        if page.empty and turn > 0:
            return Decision(reasons, headline)
        if page.empty:
            warning = "nothing on the page looks like its text: every line was kept"
            return Decision([""] * len(lines), None, warning)
        if turn == 0 and page.title is not None:
            headline = alive[page.title]
        if not any(page.verdict):
            return Decision(reasons, headline)
        for index, reason in zip(alive, page.verdict, strict=True):
            reasons[index] = reason
        alive = [index for index in alive if not reasons[index]]
    return Decision([""] * len(lines), None, "the page has no clear body: every line was kept")


class _Page:
    """The lines of a page that are not blank, and the verdict on them."""

    def __init__(self, lines: Sequence[Line], metadata: bool) -> None:
        self.lines = _without_speakers(lines)
        self.metadata = metadata
        self.verdict = [""] * len(lines)
        self.title: int | None = None
        self.empty = False
        self.thread = False

    def judge(self) -> None:
        """Fill in the verdict."""
        evidence = _evidence(self.lines)
        if not evidence:
            return
        kinds = {line.reason for line in self.lines if line.force and line.force >= STRONG}
        found = body.find(self.lines)
        if found is None:
            self.empty = all(line.force for line in self.lines) or evidence >= EVIDENCE
        elif len(kinds) > 1 or (kinds and evidence >= EVIDENCE):
            start, end = found
            self.thread = self._is_thread(end)
            head = self._above(start, end)
            self._inside(head, start, end)
            self._below(end)
            if self.thread:
                self._posters(head)
        else:
            self._edges()
        self.empty = self.empty or all(self.verdict)

    def _is_thread(self, end: int) -> bool:
        """Whether date lines and buttons keep coming back before any heading of other articles."""
        buttons = posts = 0
        for index, line in enumerate(self.lines):
            if not line.force:
                continue
            if index >= end and line.force == END:
                break
            buttons += index < end and line.reason in ("comments", "byline")
            posts += line.field == "published" and line.force >= STRONG
        return buttons >= BUTTONS or posts >= POSTS

    def _edges(self) -> None:
        """Drop what is chrome for certain at the edges of a text that is no page.

        Several date lines are a diary, and the name of an author is part of a poem.
        """
        lines = self.lines
        datelines = [
            index
            for index, line in enumerate(lines)
            if line.force >= STRONG and line.reason == "byline" and line.field != "author"
        ]
        dateline = datelines[0] if len(datelines) == 1 else -1
        for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
            company: list[int] = []
            for index in order:
                line = lines[index]
                if line.force == WEAK and line.reason in COMPANY:
                    company.append(index)
                    continue
                certain = line.force >= STRONG and len(line.text) >= CERTAIN
                if not certain or (line.reason == "byline" and index != dateline):
                    break
                for i in (*company, index):
                    self._drop(i, lines[i].reason, near=True)
                company = []
        if 0 < dateline < OPENING and not any(line.prose for line in lines[:dateline]):
            self.title = dateline - 1 if not lines[dateline - 1].force else None
            self._drop(dateline, "byline", near=True)

    def _above(self, start: int, end: int) -> int:
        """Drop what stands above title and leading lines; return where these begin."""
        lines = self.lines
        opening = title.opening(line.text for line in lines[start:end])
        name, head = title.head(lines, start, opening)
        for index in range(name + 1, head):
            self._drop(index, lines[index].reason or "navigation", near=True)
        if name > ABOVE or any(
            line.force and line.reason not in UNDER_TITLE for line in lines[:name]
        ):
            for index in range(name):
                self._drop(index, lines[index].reason or "navigation")
        else:
            for index in range(name):
                if lines[index].force:
                    self._drop(index, lines[index].reason)
        dated = False
        above = {line.text for line in lines[:name]}
        for index in range(head, start):
            line = lines[index]
            if line.force and index != head:
                dated = dated or line.reason == "byline"
                self._drop(index, line.reason, near=True)
            elif dated and (line.text in above or shapes.media(line.text)):
                # The name of the site again, now as that of the account that posts.
                self._drop(index, "byline", near=True)
        if name < start or not lines[name].text.endswith(("。", "，")):
            self.title = name if len(lines[name].text) <= title.LONGEST else None
        return head

    def _inside(self, head: int, start: int, end: int) -> None:
        """Drop share bars, credits, lists of other articles and date lines within the body."""
        lines = self.lines
        for index in body.contents(lines, start, end):
            self._drop(index, "navigation")
        listed = ""
        opening = True
        for index in range(start, end):
            line = lines[index]
            opening = opening and not (line.prose and len(line.text) >= body.GAP)
            if line.force >= STRONG:
                if line.reason in ("byline", "breadcrumb"):
                    if opening or line.field == "published":
                        self._drop(index, line.reason, near=True)
                elif line.force < END or not body.subhead(lines, index):
                    self._drop(index, line.reason)
                    listed = line.reason if body.heads_list(lines, index) else ""
            elif listed and not line.prose:
                self._drop(index, listed)
            elif line.reason in COMPANY and not line.prose and self._beside(index, head):
                self._drop(index, line.reason)
            else:
                listed = ""

    def _beside(self, index: int, head: int) -> bool:
        """Whether the line above went or the line below will."""
        above = index > head and bool(self.verdict[index - 1])
        below = self.lines[index + 1 : index + 2]
        return above or any(line.force >= STRONG for line in below)

    def _below(self, end: int) -> None:
        """Drop what stands below the body.

        Paragraphs below a cue are posts of a thread or the rest of an article; only under a block
        heading are they somebody else's. Plain lines below a cue are nobody's text.
        """
        lines = self.lines
        over = strong = False
        least = 0 if self.thread else PARAGRAPH
        since = 0
        pending: list[int] = []

        def settle(*, last: bool) -> None:
            while pending and not last and lines[pending[-1]].reason in COMPANY:
                index = pending.pop()
                self._drop(index, lines[index].reason)
            few = last and len(pending) <= 2
            if pending and not few and (strong or self._headlines(pending)):
                for index in pending:
                    if lines[index].prose:
                        if strong and len(lines[index].text) < least:
                            self._drop(index, "tail")
                    elif not (self.thread and self._said(index)):
                        self._drop(index, "tail")
            pending.clear()

        for index in range(end, len(lines)):
            line = lines[index]
            since = 0 if line.prose and len(line.text) >= least else since + 1
            over = over or (strong and since > FAR)
            if over:
                self._drop(index, line.reason or "tail")
            elif line.force >= STRONG:
                settle(last=False)
                self._drop(index, line.reason, near=True)
                strong = strong or not shapes.page(line.text)
                over = body.heads_list(lines, index)
            elif line.force and strong and not pending:
                self._drop(index, line.reason, near=True)
            else:
                pending.append(index)
        settle(last=True)

    def _said(self, index: int) -> bool:
        """Whether a line without a sentence belongs to a post: 同意。 or 某某写道： over it."""
        beside = (*self.lines[index - 1 : index], *self.lines[index + 1 : index + 2])
        return self.lines[index].text[-1] in SAID and any(line.prose for line in beside)

    def _headlines(self, indices: Sequence[int]) -> bool:
        """Whether lines right below the body are headlines of other articles, without a heading."""
        lines = self.lines
        introduced = lines[indices[0] - 1].text + "\n" + lines[indices[0]].text
        if any(text.endswith(("：", ":")) for text in introduced.split("\n")):
            return False
        own = sum(lines[i].prose or _ITEM.match(lines[i].text) is not None for i in indices)
        length = sum(len(lines[i].text) for i in indices)
        return (
            len(indices) > HEADLINES
            and own < ITEMS * len(indices)
            and length < HEADLINE * len(indices)
        )

    def _posters(self, head: int) -> None:
        """Drop the buttons of a thread, and names and ranks of authors beside its date lines."""
        for index, line in enumerate(self.lines[head + 1 :], head + 1):
            if line.reason == "comments" and not line.prose:
                self._drop(index, line.reason)
        run: list[int] = []
        after = False
        for index in range(head + 1, len(self.lines)):
            line = self.lines[index]
            if self.verdict[index]:
                if after and len(run) <= POSTER_LINES:
                    for i in run:
                        self._drop(i, "comments")
                run, after = [], True
            elif line.prose or len(line.text) > POSTER or line.force > WEAK:
                run, after = [], False
            else:
                run.append(index)

    def _drop(self, index: int, reason: str, *, near: bool = False) -> None:
        """Note that the line goes; ``near``: it stands where an article has its date line."""
        line = self.lines[index]
        if near and self.metadata and reason == "byline" and line.field != "-":
            return
        self.verdict[index] = reason


def _without_speakers(lines: Sequence[Line]) -> list[Line]:
    """Return the lines; labels that come back again and again say nothing any more."""
    labels = [line.label for line in lines if line.label]
    speakers = {label for label, count in Counter(labels).items() if count >= SPEAKER}
    if not speakers:
        return list(lines)
    return [
        line._replace(reason="", force=NONE) if line.label in speakers else line for line in lines
    ]


def _evidence(lines: Iterable[Line]) -> int:
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
