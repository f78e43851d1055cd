"""The lines of a page that are not blank, with the verdict on them."""

from __future__ import annotations

from itertools import pairwise

from cleaner.filters.chrome.cues import END, NONE, STRONG, WEAK
from cleaner.filters.chrome.lines import DECORATION, OTHERS, TRAILS, Line
from cleaner.filters.chrome.silent import silenced
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Final

# Longest tag of a topic.
TAG: Final = 12
_COUNT = lazy(r"\d{1,4}个")
# What names the board of a post, and what stands beside it, with what its value is.
_BOARD = "看板"
_LABELS = {"作者": "author", "看板": "-", "标题": "-", "时间": "published"}
# What begins and ends a part of a page that may be skipped, of so many lines.
# And the sentence of links that WordPress has below a post: 本条目发布于, the day, 。属于, 标签。
_SKIP, _SKIPPED, SKIPPED = ("Skip", "跳过", "本条目"), ("Endof", "结尾", "标签。", "分类。"), 16
_SKIPS = frozenset(begin[:2] for begin in _SKIP)
#: What stands over what an account of WeChat is called and says of itself.
ACCOUNT = frozenset({"微信号", "功能介绍"})
# What stands between the names of a menu, and between three of them twice.
_BARS: Final = frozenset("|｜┊")
PARTED: Final = 3
# This many names of sections, one a line, are a menu and count like one strong cue.
MENU: Final = 6
# So far down a menu stands; and how a heading begins that is the site's in any case.
MENUS, _ALIKE = 60, ("相似", "同类")

# So many labels in a row are a record, so many of them known; the longest one, with its colon.
RECORD, RECORDED, LABEL = 4, 2, 8
_COLONS: Final = frozenset("：:")
# Where a record has the title, that is found by it.
_TITLED = ("标题", "名称")

# So many numbers one below the other are those of a program's lines, no steps or choices.
NUMBERS: Final = 4
BULLETS: Final = "•·-*"

#: Weak cues that go when what stands next to them goes.
COMPANY: Final = frozenset(
    {"related", "comments", "share", "login", "hot", "copyright", "app", "advertisement"}
)


class Page:
    """What is known while a page is decided upon.

    ``cued`` are the lines that are cues, each with its index. ``verdict`` has for each line why it
    goes, "" if it stays; ``title`` is the index of the title; ``thread`` says that the page holds
    several posts, ``blog`` that these are of one author and have titles, ``posts`` are their lines
    and ``floors`` the date lines that number them, ``site`` says that the text is known to come
    from a page, and ``headline`` is what that page declares to be its title.
    ``told`` says that it was found to be a page.
    """

    def __init__(self, lines: Sequence[Line], metadata: bool, site: bool = False) -> None:
        self.lines: list[Line] = list(lines)
        if lines and lines[0].reason == "breadcrumb" and lines[0].text.count(">") > 1:
            # No text begins with 某某书屋>历史>某某; below, it may be the way to a setting.
            self.lines[0] = lines[0].but(force=STRONG)
        self.cued: list[tuple[int, Line]] = _cued(self.lines)
        begins = {line.text[:2] for _, line in self.cued}
        changed = _BOARD in begins and bool(_posted(self.lines, self.cued))
        changed = (not begins.isdisjoint(_SKIPS) and _skipped(self.lines, self.cued)) or changed
        changed = ("功能" in begins and _introduced(self.lines, self.cued)) or changed
        changed = _recorded(self.lines, self.cued) or changed
        if (not begins.isdisjoint(_BARS) and _parted(self.lines, self.cued)) or changed:
            self.cued = [(index, line) for index, line in enumerate(self.lines) if line.force]
        fields = {line.field for _, line in self.cued}
        if OTHERS in fields:
            self.cued = _others(self.lines, self.cued)
        silent = silenced(self.lines, self.cued, dated="published" in fields)
        if silent:
            for place in silent:
                self.lines[place] = self.lines[place].but(reason="", force=NONE)
            self.cued = [(index, line) for index, line in self.cued if index not in silent]
        self.metadata = metadata
        self.site = site
        self.verdict: list[str] = [""] * len(lines)
        self.title: int | None = None
        self.headline = ""
        self.empty = False
        self.told = False
        self.thread = False
        self.blog = False
        self.posts: frozenset[int] = frozenset()
        self.floors: frozenset[int] = frozenset()

    def drop(self, index: int, reason: str, *, near: bool = False) -> None:
        """Note that the line goes; ``near``: it stands where an article has its date line."""
        line = self.lines[index]
        if near and self.metadata and reason == "byline" and line.field != "-":
            return
        self.verdict[index] = reason


def _cued(lines: list[Line]) -> list[tuple[int, Line]]:
    """Return the lines that are cues, each with its index.

    Tags one below the other (#环岛, #嘉义) become cues: they are no headings of Markdown.
    """
    # Few lines come before "$", and all that begin with "#" do.
    marked = [index for index, line in enumerate(lines) if line.force or line.text < "$"]
    tags = {index for index in marked if lines[index].text[0] == "#" and is_tag(lines[index].text)}
    counts: list[int] = []
    for index in tags:
        counted = index + 1 < len(lines) and _COUNT.fullmatch(lines[index + 1].text) is not None
        if index - 1 in tags or index + 1 in tags or counted:
            lines[index] = lines[index].but(reason="related", force=WEAK)
        if counted:  # #植物 over 12个, as accounts of WeChat have it
            lines[index + 1] = lines[index + 1].but(reason="related", force=WEAK)
            counts.append(index + 1)
    marked = sorted({*marked, *counts}) if counts else marked
    return [(index, lines[index]) for index in marked if lines[index].force]


def _parted(lines: list[Line], cued: Sequence[tuple[int, Line]]) -> bool:
    """Make a menu of names with a bar between each two, one a line; whether there is one.

    挖沙船, |, 洗沙机, |, 淘金船: not of the cells of a table, which have a bar at either end, or
    of which others in the same row of bars are sentences.
    """
    bars = [index for index, line in cued if line.text in _BARS]
    found = table = False
    last = -1
    for at, (first, second) in enumerate(pairwise(bars)):
        if first > last:
            reach = at
            while bars[reach + 1 : reach + 2] == [bars[reach] + 2]:
                reach += 1
            last = bars[reach]
            table = any(lines[index].prose for index in range(first + 1, last))
        if table:
            continue
        names = (
            lines[first - 1 : first] + lines[first + 1 : second] + lines[second + 1 : second + 2]
        )
        if second != first + 2 or len(names) != PARTED:
            continue
        if all(len(name.text) <= TAG and not name.prose for name in names):
            found = True
            for index in range(first - 1, second + 2):
                if lines[index].force < STRONG:
                    lines[index] = Line(lines[index].text, False, "navigation", STRONG)
    return found


def _introduced(lines: list[Line], cued: Sequence[tuple[int, Line]]) -> bool:
    """Make a cue of what an account says of itself, a sentence or not; whether there is any."""
    found = False
    for index, line in cued:
        if line.text in ACCOUNT and index + 1 < len(lines) and lines[index + 1].force < STRONG:
            found = True
            lines[index + 1] = Line(lines[index + 1].text, False, line.reason, STRONG)
    return found


def _recorded(lines: list[Line], cued: Sequence[tuple[int, Line]]) -> bool:
    """Make cues of the record of a document, labels with values below; whether there is one.

    索引号：, 610728/2024, 发文机构：, 县府办公室, 有效性：: two labels are known. What stands below
    the last one may be the title.
    """
    labels = [index for index, line in cued if line.label and line.text[-1] in _COLONS]
    if len(labels) < RECORDED:
        return False
    end = min(labels[-1] + 3, len(lines))
    if any(line.text[:-1].endswith(_TITLED) for line in lines[labels[0] : end]):
        return False
    known, found = {*labels}, False
    for row in _rows_of_labels(lines, labels[0], end):
        if len(row) >= RECORD and sum(map(known.__contains__, row)) >= RECORDED:
            found = True
            for at in range(row[0], row[-1] + 1):
                if not lines[at].force:
                    lines[at] = lines[at].but(reason="byline", force=WEAK)
    return found


def _rows_of_labels(lines: Sequence[Line], start: int, end: int) -> Iterator[list[int]]:
    """Yield rows of labels between which nothing stands but a value each."""
    row: list[int] = []
    for index in range(start, end):
        text = lines[index].text
        if text[-1] in _COLONS and len(text) <= LABEL and not lines[index].prose:
            row.append(index)
        elif not row or index > row[-1] + 1 or lines[index].prose:
            yield row
            row = []
    yield row


def _posted(lines: list[Line], cued: Sequence[tuple[int, Line]]) -> list[int]:
    """Make cues of the lines about a post of PTT and boards like it, and return which these are.

    Beside 看板某某 stand 作者某某 and 时间Sun Jun 7 2020, or each label has its value in the line
    below. The title stays.
    """
    found: dict[int, str] = {}
    for place in [place for place, line in cued if line.text[:2] == _BOARD]:
        for index in range(max(0, place - 2), min(place + 6, len(lines) - 1)):
            text, below = lines[index].text, lines[index + 1].text
            if text in _LABELS:
                found[index] = "-"
                if text != "标题":
                    found[index + 1] = _LABELS[text]
            elif text.startswith("作者") and not lines[index].prose:
                found[index] = "author"
            elif text.startswith("时间") and text[-4:].isdigit() and below:
                found[index] = "published"
    for index, field in found.items():
        if lines[index].force < STRONG:
            lines[index] = lines[index].but(reason="byline", force=STRONG, field=field)
    return list(found)


def _others(lines: list[Line], cued: Sequence[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """Return the cues once it is known which headings of other pages (附近路线) are the site's.

    They are where a menu above has pages of that kind (路线, 路线查询), and where they say that
    these are like this one. An article ends in lists of its own (相关法规), which stay.
    """
    found = []
    for place, line in cued:
        if line.field == OTHERS:
            kind = line.text.strip(DECORATION)[2:]
            own = not line.text.startswith(_ALIKE) and not any(
                kind in above.text and (above.reason in TRAILS or len(above.text) <= len(kind) + 2)
                for above in lines[: min(place, MENUS)]
            )
            line = lines[place] = Line(line.text, False) if own else line.but(force=END, field="-")
        if line.force:
            found.append((place, line))
    return found


def _skipped(lines: list[Line], cued: Sequence[tuple[int, Line]]) -> bool:
    """Make advertisements of what a page offers to skip, up to its end; whether there is any.

    Skip 热读 and continue reading, some links, End of 热读; 跳过 YouTube 帖子, 结尾 YouTube 帖子.
    """
    found = False
    for place in [place for place, line in cued if line.text.startswith(_SKIP)]:
        below = range(place + 1, min(place + SKIPPED, len(lines)))
        end = next((index for index in below if lines[index].text.startswith(_SKIPPED)), place)
        for index in range(place + 1, end + 1):
            found = True
            lines[index] = Line(lines[index].text, False, "advertisement", STRONG)
    return found


def numbered(cued: Iterable[tuple[int, Line]]) -> list[int]:
    """Return the numbers of the lines of a program, each in a line of its own: 1, 2, 3, 4."""
    found: list[int] = []
    row: list[int] = []
    for index, line in cued:
        if not row and line.text[-1] != "1":
            continue
        number = line.text.lstrip(BULLETS)
        if row and index == row[-1] + 1 and number == str(len(row) + 1):
            row.append(index)
            continue
        found += row if len(row) >= NUMBERS else []
        row = [index] if number == "1" else []
    return found + (row if len(row) >= NUMBERS else [])


def is_tag(text: str) -> bool:
    """Whether the line is a tag of a topic (#环岛), or else a heading of Markdown."""
    return text[0] == "#" and len(text) <= TAG and text[1:2] not in ("#", "")


def evidence(cued: Iterable[tuple[int, Line]]) -> int:
    """Return the number of strong cues; a menu without one counts as one, and so do date lines.

    Date lines come back in a diary or a log, where they are text, and whoever had a hand in a
    program is named in a row of lines of copyright.
    """
    count = run = 0
    last = -1
    dated = owned = False
    for index, line in cued:
        if index > last + 1:
            run = 0
            owned = False
        last = index
        if line.force >= STRONG:
            count += not ((dated and line.reason == "byline") or owned)
            dated = dated or line.reason == "byline"
            owned = line.reason == "copyright"
            run = 0
        elif line.reason == "navigation" and len(line.text) > 1:
            run += 1
            count += run == MENU
        else:
            run = 0
    return count
