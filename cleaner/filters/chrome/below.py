"""What stands below the body: lists of other articles, comments, the foot of the site."""

from __future__ import annotations

from cleaner.filters.chrome import body, climb, counts, sentences, thread
from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.filters.chrome.inset import POINTS
from cleaner.filters.chrome.lines import Line, beside
from cleaner.filters.chrome.page import Page
from cleaner.filters.chrome.waiting import COLONS, Waiting
from cleaner.patterns import lazy
from cleaner.tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from typing import Final

# Nothing belongs to it after so many lines of chrome.
FAR: Final = 20
# The heading of a disclaimer is no longer, and what stands below it is part of it.
BARE: Final = 9
DECLARED: Final = ("免责声明", "免责声明：", "免责声明:")
# A button that comes back so often belongs to the sections or posts of a text.
AGAIN: Final = 3
#: What the links to the articles before and after begin with: 上一篇, 下一条.
NEIGHBOURS: Final = {"上": "下", "下": "上", "前": "后", "后": "前"}
KINDS = ("一篇", "一条", "一则", "一集", "一题", "一首", "一部", "一本", "一个")
#: Headings of further answers, which stand below lists of other questions, too.
RESUMING: Final = ("其他回答", "其它回答", "更多回答", "全部回答", "热心网友回答")
#: What says that the text goes on below it: 请继续往下阅读, 广告（请继续阅读本文）.
ONWARD: Final = ("继续往下阅读", "往下继续阅读", "继续阅读本文")
#: What stands over the works that an article names at its end, below its editors.
REFERENCES: Final = frozenset(
    {"参考文献", "参考资料", "参考来源", "参考书目", "注释", "参考文献及资料"}
)
#: What the buttons of a section or post are.
BUTTON: Final = frozenset({"navigation", "share", "comments", "advertisement"})
#: What stands at the very end of a page: two plain lines below it are no signature.
FOOT: Final = frozenset({"copyright", "disclaimer", "pager", "related", "hot"})
#: What sites for novels put between the lines of a chapter: 手机用户请浏览阅读, 本章未完.
NOTICES = frozenset({"disclaimer", "app", "navigation"})
# At most so many of them in a row, and one.
NOTICE = 3
_FIGURE = lazy(r"\d[\d,.]{0,6}[万wk]?\+?")


def below(page: Page, end: int) -> None:
    """Drop what stands below the body.

    Paragraphs below a cue are posts of a thread or the rest of an article; only under a block
    heading are they somebody else's. Plain lines below a cue are nobody's text.
    """
    lines = page.lines
    over = False
    since = 0
    last_post = max(page.posts, default=-1)
    waiting = Waiting(page)
    again = Tally([line.text for _, line in page.cued if line.reason in BUTTON])
    for index in range(end, len(lines)):
        line = lines[index]
        if page.verdict[index]:
            continue  # a table of contents
        told = line.prose and len(line.text) >= waiting.least
        posted = page.thread and line.force >= STRONG and line.field == "published"
        since = 0 if told or posted else since + 1
        if over or (waiting.strong and since > FAR and index > last_post):
            resumed = waiting.resumed = _resumed(lines, index, page.floors)
            rest = slice(index, resumed + 1)
            page.verdict[rest] = [
                why or other.reason or "tail"
                for why, other in zip(page.verdict[rest], lines[rest], strict=True)
            ]
            if resumed == len(lines):
                break
            over = waiting.ended = False
            since = waiting.least = 0
            continue
        neighbour = line.text[0] in NEIGHBOURS and _neighbours(lines, index)
        if line.force >= STRONG or neighbour or (line.force and _counted(lines, index)):
            waiting.settle(last=False)
            waiting.cited = len(lines)
            if line.text.startswith(RESUMING):
                waiting.resumed, waiting.least = index, 0
            page.drop(index, line.reason or "pager", near=True)
            # What comes back (编辑 beside each heading of an entry) ends nothing.
            passing = counts.page(line.text) or again[line.text] >= AGAIN or _goes_on(page, index)
            passing = passing or ("继续" in line.text and _leads_on(line.text))
            passing = passing or (line.text[0] in POINTS and _tells_on(lines, index))
            waiting.strong = waiting.strong or not passing
            button = page.thread and (
                _answers(line) or again[line.text] > 1 or thread.in_bar(lines, index)
            )
            over = body.heads_list(lines, index) and not button
            over = over or (line.reason == "disclaimer" and _is_bare(line.text))
            waiting.ended = waiting.ended or line.reason in FOOT
        elif line.force and waiting.strong and not waiting.pending and index not in page.posts:
            page.drop(index, line.reason, near=True)
        else:
            if line.text.rstrip("：:") in REFERENCES:
                waiting.cited = min(waiting.cited, index)
            waiting.pending.append(index)
    waiting.settle(last=True)


def _is_bare(text: str) -> bool:
    """Whether a disclaimer is only its heading: 免责声明, 某某网版权与免责声明：."""
    return len(text) <= BARE or text.endswith(DECLARED)


def _leads_on(text: str) -> bool:
    """Whether the line says that the text goes on below it."""
    return any(word in text for word in ONWARD)


def _tells_on(lines: Sequence[Line], index: int) -> bool:
    """Whether right below a link (►►►看更多某某) stands a sentence, which is the article's own."""
    below = lines[index + 1 : index + 2]
    return any(line.prose and not line.force and "。" in line.text for line in below)


def _goes_on(page: Page, index: int) -> bool:
    """Whether a notice of a site for novels, or several, stand between sentences of a chapter."""
    lines = page.lines
    if page.title is None or climb.CHAPTER.match(lines[page.title].text) is None:
        return False
    first, last = index, index + 1
    while first > 0 and index - first < NOTICE and lines[first - 1].reason in NOTICES:
        first -= 1
    while last < len(lines) and last - index < NOTICE and lines[last].reason in NOTICES:
        last += 1
    around = (*lines[first - 1 : first], *lines[last : last + 1])
    return (
        lines[index].reason in NOTICES
        and len(around) == 2
        and all(line.prose and not line.force and sentences.full(line.text) for line in around)
    )


def _counted(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is a button with figures below: how many clicked it and others."""
    line = lines[index]
    below = lines[index + 1 : index + 3]
    return (
        line.force == WEAK
        and line.reason in ("share", "comments")
        and not line.text[0].isdigit()
        and len(below) == 2
        and all(_FIGURE.fullmatch(other.text) for other in below)
    )


def _neighbours(lines: Sequence[Line], index: int) -> bool:
    """Whether the line names the article before or after this one, and one beside it the other.

    上一篇 某某, 下一篇 某某: without a colon one alone may be a sentence. With one there are pages
    of any kind: 上一方：某某. The line begins with one of :data:`NEIGHBOURS`.
    """
    text = lines[index].text
    if text[1:3] not in KINDS and not (text[1] == "一" and text[3:4] in COLONS):
        return False
    other = NEIGHBOURS[text[0]] + text[1:3]
    return any(line.text.startswith(other) for line in beside(lines, index))


def _resumed(lines: Sequence[Line], index: int, floors: Collection[int] = ()) -> int:
    """Return the next heading from ``index`` on below which more answers follow, or the end.

    Or the next of the date lines with the number of a post.
    """
    for place, line in enumerate(lines[index:], index):
        if "回答" in line.text and line.text.startswith(RESUMING) and not line.prose:
            return place
        if place in floors:
            return place
    return len(lines)


def _answers(line: Line) -> bool:
    """Whether the line stands over the answers to the question above: 全部回答（2）."""
    return line.reason == "comments" and "回答" in line.text
