"""The lines of a page that are not blank, with the verdict on them."""

from __future__ import annotations

from cleaner.filters.chrome import shapes
from cleaner.filters.chrome.cues import END, NONE, STRONG, WEAK
from cleaner.filters.chrome.lines import DECORATION, GOES_ON, OTHERS, Line
from cleaner.patterns import ASCII, lazy
from cleaner.tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A label that comes back is a speaker (记者：… 记者：…), not a credit.
SPEAKER = 3
# So many numbers alone in their lines are those of sections, and a paragraph is this near below.
SECTIONS, UNDER_NUMBER = 2, 3
# Of a subhead, paragraphs of this length stand above and below.
PARAGRAPH = 20
# Longest tag of a topic.
TAG = 12
_ROW = lazy("[^：:，。0-9]{2,8}[：:].")
_COUNT = lazy(r"\d{1,4}个")
_NUMBER = lazy(r"\d{1,2}[.．、]?\Z", ASCII)
# What names the board of a post, and what stands beside it, with what its value is.
_BOARD = "看板"
_WHEN = frozenset({"日期", "时间"})
_LABELS = {"作者": "author", "看板": "-", "标题": "-", "时间": "published"}
# Beside one of these, a date is that of what takes place.
_EVENT = lazy(
    "(?:地[点址]|场[地次]|会场|对象|主讲|讲者|主题|主办|费用|票价|集合|报名|参加|人数|名额|时间|日期)"
    "[^：:]{0,4}[：:]"
)
# What begins and ends a part of a page that may be skipped, of so many lines.
_SKIP, _SKIPPED, SKIPPED = ("Skip", "跳过"), ("Endof", "结尾"), 16
_SKIPS = frozenset(begin[:2] for begin in _SKIP)
# Nothing shorter is a title that begins like one of these buttons: 扫码, 扫描二维码.
TITLE, _BEGIN = 6, frozenset({"app", "share"})
# This many names of sections, one a line, are a menu and count like one strong cue.
MENU = 6

# So far down a menu stands; and how a heading begins that is the site's in any case.
MENUS, _ALIKE = 60, ("相似", "同类")

#: What a breadcrumb, the way to a page through its site, is.
TRAILS = frozenset({"breadcrumb", "navigation"})
#: Weak cues that go when what stands next to them goes.
COMPANY = frozenset(
    {"related", "comments", "share", "login", "hot", "copyright", "app", "advertisement"}
)


class Page:
    """What is known while a page is decided upon.

    ``cued`` are the lines that are cues, each with its index. ``verdict`` has for each line why it
    goes, "" if it stays; ``title`` is the index of the title; ``thread`` says that the page holds
    several posts, ``posts`` are their lines, ``site`` says that the text is known to come from a
    page, and ``headline`` is what that page declares to be its title.
    """

    def __init__(self, lines: Sequence[Line], metadata: bool, site: bool = False) -> None:
        self.lines: list[Line] = list(lines)
        if lines and lines[0].reason == "breadcrumb" and lines[0].text.count(">") > 1:
            # No text begins with 某某书屋>历史>某某; below, it may be the way to a setting.
            self.lines[0] = lines[0].but(force=STRONG)
        self.cued: list[tuple[int, Line]] = _cued(self.lines)
        begins = {line.text[:2] for _, line in self.cued}
        if (_BOARD in begins and _posted(self.lines, self.cued)) or (
            not begins.isdisjoint(_SKIPS) and _skipped(self.lines, self.cued)
        ):
            self.cued = [(index, line) for index, line in enumerate(self.lines) if line.force]
        fields = {line.field for _, line in self.cued}
        if OTHERS in fields:
            self.cued = _others(self.lines, self.cued)
        labelled = [(index, line) for index, line in self.cued if line.label]
        silent = _sections(self.lines, self.cued) | _subheads(self.lines, self.cued)
        if "published" in fields:
            silent |= _dated_rows(self.lines, self.cued)
        if labelled:
            silent |= _speakers(labelled) | _events(self.lines, labelled)
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
        self.thread = False
        self.posts: frozenset[int] = frozenset()

    def drop(self, index: int, reason: str, *, near: bool = False) -> None:
        """Note that the line goes; ``near``: it stands where an article has its date line."""
        line = self.lines[index]
        if near and self.metadata and reason == "byline" and line.field != "-":
            return
        self.verdict[index] = reason


def _speakers(labelled: Sequence[tuple[int, Line]]) -> set[int]:
    """Return the lines with labels that come back again and again, and say nothing any more."""
    # With a time of day at its end it is a post: 作者：某某 时间：2010-07-05 22:01.
    labels = [
        line.label
        for _, line in labelled
        if line.field != "published" and not line.text[-1].isdigit()
    ]
    if len(labels) < SPEAKER:
        return set()
    speakers = {label for label, count in Tally(labels).items() if count >= SPEAKER}
    return {index for index, line in labelled if line.label in speakers}


def _sections(lines: Sequence[Line], cued: Sequence[tuple[int, Line]]) -> set[int]:
    """Return the lines 01, 02 over the sections of an article, which are no counters of clicks.

    They count up from one, and below each stands a paragraph within a few lines.
    """
    found: list[int] = []
    for place, line in cued:
        text = line.text
        if line.force != WEAK or not text[0].isdigit() or not _NUMBER.match(text):
            continue
        below = lines[place + 1 : place + 1 + UNDER_NUMBER]
        if below and below[0].field == "published":
            continue  # the number of a post
        if int(text.strip("．.、")) == len(found) + 1 and any(
            line.prose and not line.force for line in below
        ):
            found.append(place)
    return set(found) if len(found) >= SECTIONS else set()


def _subheads(lines: Sequence[Line], cued: Sequence[tuple[int, Line]]) -> set[int]:
    """Return the lines that go on behind a cue between two paragraphs, or where a title stands.

    分享到朋友圈之后: on 1,000 real and golden pages six buttons in so many words stood there, not
    known as a whole. 微信扫码的菜摊 is a title, too.
    """
    found = set()
    for place, line in cued:
        if line.reason == "pager" and _named_page(lines, place):
            found.add(place)
        begins = line.force == WEAK and line.reason in _BEGIN and len(line.text) >= TITLE
        if not (line.field == GOES_ON or begins) or place + 1 == len(lines):
            continue
        above, below = lines[place - 1] if place else None, lines[place + 1]
        if below.reason == "byline" and below.force >= STRONG and shapes.find_date(below.text):
            own = (above is None and not begins) or (above is not None and above.reason in TRAILS)
        else:
            own = not begins and (above is None or _told(above)) and _told(below)
        if own:
            found.add(place)
    return found


def _named_page(lines: Sequence[Line], place: int) -> bool:
    """Whether 第2页：越野表现 stands between paragraphs: the subhead of a page that was one."""
    text = lines[place].text
    if text[0] != "第" or not ("：" in text or ":" in text):
        return False
    beside = (*lines[place - 1 : place], *lines[place + 1 : place + 2])
    return len(beside) == 2 and all(line.prose and not line.force for line in beside)


def _dated_rows(lines: Sequence[Line], cued: Sequence[tuple[int, Line]]) -> set[int]:
    """Return the rows of a table that have a date: 申请号：…, 申请日：2019-01-04, 公开号：…."""
    return {
        place
        for place, line in cued
        if line.field == "published"
        and line.force == WEAK
        and not line.label
        and 0 < place < len(lines) - 1
        and all(_is_row(row) for row in lines[place - 1 : place + 2])
        and not (lines[place - 1].force or lines[place + 1].force)
    }


def _is_row(line: Line) -> bool:
    return not line.prose and _ROW.match(line.text) is not None


def _told(line: Line) -> bool:
    """Whether the line is a paragraph."""
    return line.prose and not line.force and len(line.text) >= PARAGRAPH


def _events(lines: Sequence[Line], labelled: Sequence[tuple[int, Line]]) -> set[int]:
    """Return the lines that tell when something takes place: 日期：2013-05-06 beside 地点：二楼."""
    return {
        place
        for place, line in labelled
        if line.label in _WHEN
        and any(
            _EVENT.match(beside.text) is not None
            for beside in (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
        )
    }


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
