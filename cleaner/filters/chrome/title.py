"""The head of an article: its title, and the leading lines between title and body.

A title shares words with its body; a menu and the headlines of other articles do not.
"""

from __future__ import annotations

from cleaner.filters.chrome import shapes
from cleaner.filters.chrome.beyond import (
    BESIDE,
    LONGEST,
    NAME,
    PERSON,
    REACH,
    SHORTEST,
    further_up,
    is_dateline,
)
from cleaner.filters.chrome.climb import CHAPTER, NICKNAME, SUBTITLE, Climb, in_table
from cleaner.filters.chrome.cues import END, STRONG
from cleaner.filters.chrome.likeness import LEAST, likeness
from cleaner.filters.chrome.lines import Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# So many plain lines, and lines, are too many between cues and the date line above.
NEAR_DATE, FAR_DATE = 2, 8
# Lines about the author between a title and its date.
AUTHORED = 3
# So many lines above a cue that stands over the date line, with so much of the text.
NEAR_TITLE, SOMEWHAT = 4, 0.1
# What a line between a title and its text is made of, and how far above the text it stands.
RULES: Final = "=-_*~—─"
NEAR_RULE = 5
# The longest name of a blog, and what a line that speaks of something else shares with the text.
BLOG, FEW = 12, 0.01


def head(lines: Sequence[Line], start: int, known: str) -> tuple[int, int]:
    """Return title and first line of the head of the body that begins at ``start``.

    They are the same line but where a menu stands between the title and the rest of the head.

    Lines are taken from the body upwards, through date line and share bar, until something
    stands in between that is no part of an article. The line above the date line is the title, or
    else the topmost line that speaks of what the body speaks of or that a breadcrumb names. When
    there is no such line, the title is looked for further up, beyond a menu. ``known`` is
    the opening of the body.
    """
    if _is_title(lines, start) or _below_menu(lines, start):
        return start, start
    if (ruled := _ruled(lines, start)) is not None:
        return ruled, ruled
    climb = Climb(lines, start, known)
    for index in range(start - 1, max(-1, start - REACH), -1):
        line = lines[index]
        if line.force >= STRONG and not _between(lines, index):
            above = _above_list(lines, index, climb.known) if climb.plain else None
            if above is not None:
                return above, start
            climb.end_at(index)
            if climb.dated and climb.first == start:
                near = _near(lines, index, climb.known)
                if near is not None:
                    return near, near
            break
        if line.force:
            climb.pass_cue(index)
            if climb.dated and line.text == shapes.ORIGINAL and _may_be_title(lines[index - 1]):
                return index - 1, index - 1  # accounts have it below the title, above the author
            continue
        if climb.is_detail(index):
            continue
        if climb.is_repeated(index):
            break
        if climb.dated and not climb.plain and in_table(lines, index):
            continue
        climb.place(index)
        if not climb.count(index):
            break
        climb.weigh(index)
    first, known = climb.first, climb.known
    if first < start:
        if climb.dated and (post := _below_name(lines, first, start, known)) is not None:
            first = post
        return first, first
    return further_up(lines, climb.top, start, known)


def _near(lines: Sequence[Line], index: int, known: str) -> int | None:
    """Return the title right above a cue that stands over the date line, None if there is none.

    It is somewhat like the text: the name of a site or a headline of another article is not. Its
    author may stand between.
    """
    for at in range(index - 1, max(-1, index - 1 - NEAR_TITLE), -1):
        line = lines[at]
        if not line.force and len(line.text) > PERSON:
            fits = not line.prose and NAME <= len(line.text) <= LONGEST
            return at if fits and likeness(line.text, known, SOMEWHAT) > 0 else None
    return None


def _below_name(lines: Sequence[Line], name: int, start: int, known: str) -> int | None:
    """Return the title below a day alone with the name of a blog above, None if there is none.

    Of the two lines only that below the day speaks of what the text speaks of; a subtitle stands
    below a title that does, too.
    """
    days = [at for at in range(name + 1, start) if lines[at].field == "published"]
    if not days or len(lines[name].text) > BLOG:
        return None
    plain = [at for at in range(name, start) if not lines[at].force]
    below = [at for at in plain if at > days[0]]
    if len(below) != 1 or lines[below[0]].text.startswith(SUBTITLE):
        return None
    if any(likeness(lines[at].text, known, FEW) for at in plain[:-1]):
        return None
    return below[0] if likeness(lines[below[0]].text, known, FEW) else None


def _ruled(lines: Sequence[Line], start: int) -> int | None:
    """Return the title between the date line and a rule (=====) or 第一章, None for none."""
    for index in range(start, max(1, start - NEAR_RULE), -1):
        line, date, below = lines[index - 1], lines[index - 2], lines[index].text
        if (
            date.reason == "byline"
            and not line.force
            and NAME <= len(line.text) <= LONGEST
            and is_dateline(date)
            and (not below.strip(RULES) or CHAPTER.match(below) is not None)
        ):
            return index - 1
    return None


def _above_list(lines: Sequence[Line], heading: int, known: str) -> int | None:
    """Return the title above a list of related articles with a share bar between, None if none.

    The list stands between title and body; a list beside the article has a menu above it.
    """
    if lines[heading].force < END or lines[heading].reason not in ("related", "hot"):
        return None
    index = heading - 1
    while index >= 0 and lines[index].force and lines[index].reason in BESIDE:
        index -= 1
    title = lines[index].text if 0 <= index < heading - 1 else ""
    fits = SHORTEST <= len(title) <= LONGEST and not lines[index].force
    return index if fits and likeness(title, known) >= LEAST else None


def _may_be_title(line: Line) -> bool:
    """Whether the line has the length of a title and nothing of a cue."""
    return not line.force and SHORTEST <= len(line.text) <= LONGEST


def _between(lines: Sequence[Line], index: int) -> bool:
    """Whether the cue may stand between a title and its text."""
    line = lines[index]
    if line.reason in BESIDE or _linked(line):
        return True
    return line.reason != "breadcrumb" and _dated(lines, index)


def _dated(lines: Sequence[Line], index: int) -> bool:
    """Whether the date line is near above, with little but cues between: none of them ends a menu.

    Buttons to log in, a heading of links or a menu of the article's own pages stand there.
    """
    plain = 0
    for line in reversed(lines[max(0, index - FAR_DATE) : index]):
        if is_dateline(line) or (line.label and line.field == "published"):
            return True
        plain += not line.force
        if plain >= NEAR_DATE:
            break
    return False


def _linked(line: Line) -> bool:
    """Whether the line names tags, or a link with its label (推荐阅读：某某): it heads no list."""
    return line.reason == "related" and (line.force < END or shapes.link(line.text))


def _is_title(lines: Sequence[Line], index: int) -> bool:
    """Whether the first line of the body is its title (a question, say), with the date below."""
    below = lines[index + 1 : index + 2]
    text = lines[index].text
    if len(text) > LONGEST or text[-1] == "。":
        return False
    if any(
        line.field == "published" and (line.force >= STRONG or line.label != "") for line in below
    ):
        return True
    if not below:
        return False
    asked = text[-1] in "？?！!"
    if asked and below[0].field == "published":
        return True
    if not (
        (asked and below[0].text.startswith("作者"))
        or (below[0].field == "author" and below[0].force >= STRONG)
    ):
        return False
    # 作者，某某, 发自某地, the day: below a question a date alone will do.
    for line in lines[index + 1 : index + 1 + AUTHORED]:
        if line.field == "published":
            return True
        if line.prose or len(line.text) > NICKNAME:
            break
    return False


def _below_menu(lines: Sequence[Line], start: int) -> bool:
    """Whether the first line of the body is its title, with date and menu above: 感情, 所有看板."""
    text = lines[start].text
    above = lines[max(0, start - 3) : max(0, start - 1)]
    return (
        len(above) == 2
        and is_dateline(lines[start - 1])
        and all(not line.force and len(line.text) < NAME - 1 for line in above)
        and NAME <= len(text) <= LONGEST
        and text[-1] not in "。，；"
    )
