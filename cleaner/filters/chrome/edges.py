"""Of a text that is no page, what is chrome for certain at its edges.

Several date lines are a diary, and the name of an author is part of a poem.
"""

from __future__ import annotations

from cleaner.filters.chrome import shapes
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.lines import DECORATION, TRAILS, Line, beside
from cleaner.filters.chrome.page import COMPANY, Page

# In a text that is no page: a date line stands among the first lines, and no cue is this short.
OPENING, CERTAIN = 4, 4
# At the top a word as short may be the title: 常见问答.
TITLE = 5
# So near the top stands a breadcrumb. Links below a heading at the end: so many, so long.
TOP, LINKS, LINK = 8, 2, 8
#: What a book or an essay that an article itself names begins with.
OWN = frozenset("《〈[［（(")
#: What the site says between a title and its text: 354人阅读 评论(0), 手机浏览器扫描二维码访问.
UNDER_TITLE = frozenset({"advertisement", "app", "comments", "login"})
# The longest label without its value below a date line.
LABEL = 6
# A lone number below the last sentence, that of the page, has so many figures.
FIGURES = 2
#: What a sentence at the edge of a text may be that does not belong to it.
NOTICES = frozenset({"byline", "copyright", "credits", "disclaimer", "spam"})


def edges(page: Page) -> None:
    """Drop what is chrome for certain at the edges of a text that is no page."""
    lines = page.lines
    datelines = [
        index
        for index, line in page.cued
        if line.force >= STRONG and line.reason == "byline" and line.field != "author"
    ]
    dateline = datelines[0] if len(datelines) == 1 else -1
    for least, order in (
        (TITLE, range(len(lines))),
        (CERTAIN, range(len(lines) - 1, -1, -1)),
    ):
        company: list[int] = []
        for index in order:
            line = lines[index]
            if line.force == WEAK and (
                line.reason in COMPANY or shapes.bar(line.text) or not line.text.strip(DECORATION)
            ):
                company.append(index)
                continue
            certain = (
                line.force >= STRONG
                and (
                    len(line.text) >= least + line.text.isascii()  # a program ends with: end.
                    or _among(page, index)
                    or _heads_none(page, index)
                )
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
        for index in range(dateline + 1, min(dateline + OPENING, len(lines) - 1)):
            line = lines[index]
            empty = line.text[-1] in "：:" and len(line.text) <= LABEL  # 来源：, 人气：
            if not empty and line.field != "published":
                break
            page.drop(index, "byline", near=True)
        for index in range(dateline - 1):
            if lines[index].force and lines[index].reason in TRAILS:
                page.drop(index, lines[index].reason)
    for index in range(1, min(OPENING, len(lines) - 1)):
        line, over = lines[index], lines[index - 1]
        if "。" in over.text or _says(line):
            break
        if line.force >= STRONG and line.reason in UNDER_TITLE and len(line.text) >= CERTAIN:
            page.title = page.title if over.force else index - 1
            page.drop(index, line.reason)
    last = lines[-1].text
    if len(last) <= FIGURES and last.isdigit() and lines[-2].text[-1] == "。":
        page.drop(len(lines) - 1, "pager")
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


def _heads_none(page: Page, index: int) -> bool:
    """Whether the last line is the heading of a list of links that is gone: 推荐阅读."""
    line = page.lines[index]
    last = index == len(page.lines) - 1
    return last and line.force == END and line.reason in ("related", "hot")


def _among(page: Page, index: int) -> bool:
    """Whether a short cue stands beside another strong one of the same kind: 全站热搜, 留言列表."""
    return any(
        line.force == END and line.reason == page.lines[index].reason
        for line in beside(page.lines, index)
    )


def _says(line: Line) -> bool:
    """Whether the line is a sentence that a text may end with (更多信息请参考某某。)."""
    return "。" in line.text and line.reason not in NOTICES
