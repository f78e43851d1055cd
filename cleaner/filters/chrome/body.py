"""Finding the body: the best run of lines, then what belongs to it."""

from __future__ import annotations

from cleaner.filters.chrome import frame, resumed, runs, shapes
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.entry import UNFOLD, contents
from cleaner.filters.chrome.frame import ARTICLE
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.runs import GAP, best_run, block, plain, scores
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# A body with this much text in paragraphs is an article; a list below it is somebody else's, unless
# it is short.
SOLID: Final = 150
SOLID_SHARE: Final = 0.8
BELOW: Final = 12
# Rows of a label and its value count two, others with a figure one; with so many between, more
# where there are buttons, the sentences of a page may begin so far below the breadcrumb.
ROWS, ROWS_BESIDE, REACH = 4, 6, 60
# With three quarters of the plain lines around the body, the page has nothing else on it.
WIDE: Final = 0.75
# So many cues above title and date are the menu.
MENU: Final = 2
# So many names of sections in a row are one.
NAMES: Final = 3
# So many lines of so few letters above a body are a menu.
TINY: Final = 4
# Lines without a cue between two paragraphs of one article.
LEAD: Final = 8
# A block heading ends the body when this share of the text stands above it.
CUT: Final = 0.5
# How far above the first paragraph a table of contents may begin.
ENTRIES: Final = 60
# Under a heading of links stands no paragraph of this length.
PARAGRAPH = 60
#: What stands over the tags of an article, one a line.
TAGGED: Final = frozenset({"标签", "文章标签", "关键字", "关键词", "Tags", "TAGS"})
#: What stands between the names of a breadcrumb of one name a line.
ARROWS: frozenset[str] = frozenset((">", "->", "›", "»", "＞", "/"))

#: What the label of one link is, and not that of a paragraph (新闻链接：, 相关链接：).
LINKED: Final = lazy(
    r"[【\[〔（(]?(?:相关|延伸|推荐|更多|往期|点击|拓展)(?:文章|阅读|新闻|报道|报导|资讯|推荐)"
)
_DIGIT = lazy(r"\d")


def find(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return first line and end of the body, None when nothing looks like one."""
    start, end, total = best_run(scores(lines))
    framed = frame.framed(lines, start if total else len(lines))
    if framed is not None and (
        frame.is_told_of(lines, start, framed) or frame.outweighs(lines, framed, start, end)
    ):
        return _widen(lines, *framed)
    if framed is not None and frame.leads(lines, framed, start, end):
        start, end = framed[0], max(end, framed[1])
    elif total < ARTICLE:
        silent = frame.sheet(lines) or block(lines)
        posts = sum(len(line.text) for line in lines if line.prose and not line.force)
        headed = total > 0 and _headed(lines, start)
        if silent is not None and not (headed and _is_menu(lines, silent[1], start)):
            start, end = silent
        elif posts >= ARTICLE and (richest := runs.richest(lines, total)) is not None:
            start, end = richest
        elif posts < ARTICLE and not headed:
            found = framed or frame.post(lines)
            return None if found is None else _widen(lines, *found)
    end = resumed.items(lines, start, resumed.further(lines, _cut(lines, start, end)))
    start, end = _widen(lines, resumed.begun(lines, _first(lines, start)), end)
    return _below_trail(lines, start, end), end


#: What the buttons below a text are.
BUTTONS = frozenset({"comments", "share"})
#: What the lines of a menu are: 归档, 私信, 搜索.
MENUS: Final = frozenset({"navigation", "share", "login"})

#: What stands between the menu and the text.
HEAD: Final = frozenset({"navigation", "breadcrumb", "byline"})


def _headed(lines: Sequence[Line], start: int) -> bool:
    """Whether a date line, or its like, stands right above: then one sentence is an article."""
    return any(
        line.reason == "byline" and (line.force >= STRONG or line.field == "published")
        for line in lines[max(0, start - 2) : start]
    )


def _is_menu(lines: Sequence[Line], end: int, start: int) -> bool:
    """Whether lines that end there stand above title and date of the text at ``start``.

    Between a poem and a comment with a date there are buttons.
    """
    return end < start and all(not line.force or line.reason in HEAD for line in lines[end:start])


def heads_list(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is a block heading, with a list under it and not a paragraph.

    相关文章：某某 is one link, perhaps between two paragraphs.
    """
    line = lines[index]
    linked = line.reason == "related" and shapes.link(line.text)
    return line.force == END and not linked and not subhead(lines, index)


def subhead(lines: Sequence[Line], index: int) -> bool:
    """Whether a heading of links (新闻链接) stands over a paragraph, as one of the article's own.

    Comments are paragraphs: their heading is never one. Nor is one link: 相关文章：某某.
    """
    if LINKED.match(lines[index].text) is not None and shapes.link(lines[index].text):
        return False
    return lines[index].reason in ("related", "hot") and any(
        below.prose and len(below.text) >= PARAGRAPH for below in lines[index + 1 : index + 3]
    )


def _tiny(line: Line) -> bool:
    return len(line.text) <= TINY and not line.prose


def _entry(line: Line) -> bool:
    """Whether the line is a short name of a menu, of which 留言板 may be one."""
    menu = line.reason == "navigation" or (line.reason == "comments" and line.force == END)
    return menu and _tiny(line)


def _first(lines: Sequence[Line], start: int) -> int:
    """Return where the body begins: paragraphs above the best run belong to it too.

    A date line, a share bar or the buttons of a forum may stand between, and the contents of an
    entry; a menu, a breadcrumb or a list of other articles ends it.
    """
    plain = 0
    top = max(0, start - ENTRIES)
    entries = set(contents(lines, enumerate(lines[top:start], top)))
    heading = -1
    for index in range(start - 1, -1, -1):
        line = lines[index]
        if line.force and index >= TINY and all(map(_entry, lines[index - TINY + 1 : index + 1])):
            break  # 部落格, 相簿, 留言板, 名片
        if line.force >= STRONG:
            if line.reason not in frame.BESIDE and index != heading and not _unfolds(lines, index):
                break
        elif line.prose:
            if _is_link(lines, index):
                heading = index - 1
            else:
                start, plain = index, 0
        elif not line.force and index not in entries:
            plain += 1
            if plain > (ENTRIES if entries else LEAD):
                break
        elif _menu(line) and all(map(_menu, lines[max(0, index - NAMES + 1) : index])):
            break
    return start


def _unfolds(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is a button below a picture of the text: 某某古村, 查看更多."""
    above = lines[max(0, index - 2) : index]
    return (
        lines[index].reason == "navigation"
        and lines[index].force == STRONG
        and lines[index].text in UNFOLD
        and any(line.prose and not line.force and line.text[-1] == "。" for line in above)
        and not any(line.force for line in above)
    )


def _is_link(lines: Sequence[Line], index: int) -> bool:
    """Whether the sentence is the only link under a heading: 热议, 某某可以吃吗？."""
    heading = lines[index - 1] if index else lines[index]
    return (
        heading.force == END
        and heading.reason in ("related", "hot")
        and lines[index].text[-1] != "。"
        and len(lines[index].text) < PARAGRAPH
    )


def _cut(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where the body ends when a block heading stands inside the best run."""
    total = sum([len(line.text) for line in lines[start:end]])
    seen = 0
    for index in range(start, end):
        if seen >= CUT * total and heads_list(lines, index):
            return index
        seen += len(lines[index].text)
    return end


def _below_trail(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where the text begins of a page with few sentences: below its breadcrumb.

    Goods, houses, doctors and entries have their rows there.
    """
    if _solid(lines, start, end):
        return start
    rows, least = 0, ROWS
    for index in range(start - 1, max(0, start - REACH), -1):
        line = lines[index]
        trail = line.reason == "breadcrumb" or (
            line.reason == "navigation"
            and line.force >= STRONG
            and (">" in line.text.rstrip(">") or line.text.startswith("首页/"))
        )
        if trail or (line.text in ARROWS and index + 2 < start):
            below = index + 2 - trail
            return below if rows >= least or _is_table(lines, below, start) else start
        if (
            line.force == END
            or (line.field == "published" and line.force >= STRONG)
            or (_menu(line) and _menu(lines[index - 1]))
        ):
            break
        if line.force >= STRONG:
            least = ROWS_BESIDE
        elif not line.force:
            rows += (
                2
                if shapes.ROW.match(line.text) is not None
                else _DIGIT.search(line.text) is not None
            )
    return start


def _is_table(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether the lines below title and buttons, right above the text, are rows without colons.

    登录号 2009.011, 材质 樟木: most are longer than the name of a section.
    """
    last = max((i for i in range(start, end) if lines[i].force), default=start)
    sizes = sorted(len(line.text) for line in lines[last + 1 : end])
    return (
        plain(lines[start:last]) <= 1  # the title, and not the names of tabs
        and len(sizes) >= ROWS
        and sizes[len(sizes) // 2] >= frame.FRAMED_LINE
        and sizes[-1] < PARAGRAPH
    )


def _menu(line: Line) -> bool:
    """Whether the line is the name of a section."""
    return line.reason == "navigation" and line.force == WEAK


def _buttons(lines: Sequence[Line]) -> bool:
    """Whether two lines are buttons or counters below a text: 1, 回应."""
    return len(lines) > 1 and all(line.force and line.reason in BUTTONS for line in lines)


def _solid(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether the lines are an article: most of them are paragraphs."""
    every = paragraphs = 0
    for line in lines[start:end]:
        length = len(line.text)
        every += length
        if length >= 2 * GAP and line.prose:
            paragraphs += length
    return paragraphs >= SOLID and paragraphs >= SOLID_SHARE * every


def _widen(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """Return the body with the lines around it up to the next cue, if that is most of the page.

    Then the page has little but its article, and what has no sentences in it (lists, tables,
    verses, subheads) is part of it.
    """
    solid = _solid(lines, start, end)
    low, high = start, end
    while not solid and low > 0 and lines[low - 1].force < STRONG:
        if low > 1 and lines[low - 2].reason in MENUS and lines[low - 1].reason in MENUS:
            break  # a menu
        if lines[low - 1].force and lines[low - 1].text.startswith("首页"):
            break  # in one line
        if low >= TINY and all(map(_tiny, lines[low - TINY : low])):
            break  # a menu of names that are not known
        low -= 1
        if low + 1 < start and lines[low + 1].field == "published" and not lines[low].force:
            above = [line for line in lines[:low] if line.force]
            if len(above) >= MENU:
                break  # above the date stands the title, and above that the menu
    while (
        high < len(lines)
        and lines[high].force < STRONG
        and not (
            lines[high].force
            and (_buttons(lines[high : high + 2]) or lines[high].text.rstrip("：:") in TAGGED)
        )
    ):
        high += 1
    while low < start and lines[low].force:
        low += 1
    while high > end and lines[high - 1].force:
        high -= 1
    if (low, high) == (start, end):
        return start, end
    if (solid and high - end > BELOW) or plain(lines[low:high]) < WIDE * plain(lines):
        return start, end
    return low, high
