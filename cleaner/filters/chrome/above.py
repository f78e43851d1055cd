"""What stands above the body: a menu, the title, the date line."""

from __future__ import annotations

from cleaner.filters.chrome import beyond, frame, headline, offer, sentences, shapes
from cleaner.filters.chrome.cues import END, WEAK
from cleaner.filters.chrome.headline import ABOVE, NAME, PARAGRAPH, PERSON
from cleaner.filters.chrome.likeness import LEAST, likeness
from cleaner.filters.chrome.lines import TRAILS, Line, beside
from cleaner.filters.chrome.page import Page
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# A name longer than that of a person shares less of its pairs with the text.
LIKE = 0.1
# The longest name of a day of the week, in brackets.
WEEKDAY = 5
# What the number of those ends with who clicked a button.
_CLICKS = frozenset("人条次")
# So near above a title stands its breadcrumb.
TRAIL = 2
# Whom to call is no part of what a page is about.
_CALLS = ("联系", "电话", "手机", "传真", "微信", "邮箱")
#: What a label ends with that has its figure in the line below.
LABELS = frozenset(":：≈")
# A question of an examination offers so many answers to choose from.
CHOICES = 3
_CHOICE = lazy("[（(]?([A-Ha-h])[)）.．、:：]")
# The longest line that says for whom an author works, and what that ends with: 某某新闻网记者.
JOB, JOBS = 12, ("记者", "编辑", "主笔", "撰稿人")
# Tags right above the text: so many, of so many letters.
TAGS, TAG = 3, 6
#: What stands over when and where something takes place.
EVENT: Final = frozenset(
    {"展期", "地点", "地址", "场地", "票价", "费用", "对象", "主办", "主办单位"}
)
#: What stands before the name of who posts.
POSTER = "楼主"
#: The button below the name of an author.
FOLLOW: Final = frozenset(
    {"关注", "关注他", "关注她", "关注ta", "关注TA", "关注作者", "加关注", "追踪"}
)
#: Cues that do not speak for a menu above the title.
UNDER_TITLE = frozenset({"byline", "share", "credits"})


def above(page: Page, start: int, end: int, *, named: bool = False) -> int:
    """Drop what stands above title and leading lines; return where these begin.

    ``named``: line ``start`` is known to be the title.
    """
    lines = page.lines
    if named:
        name, head, opening = start, start, ""
    else:
        name, head, start, opening = headline.find(page, start, end)
        if name < start - 1 and _heads_section(lines, start - 1, end):
            start -= 1
            head = min(head, start)
    asked = page.thread and lines[name].text[-1] in "？?"
    trailed = any(
        line.reason in TRAILS and ">" in line.text for line in lines[max(0, name - TRAIL) : name]
    )
    for index in range(_behind_details(lines, name, head), _behind_cues(page, name, head)):
        line = lines[index]
        if not (
            (asked and line.prose and not line.force and len(line.text) >= PARAGRAPH)
            or (trailed and _is_fact(line))
        ):
            page.drop(index, line.reason or "navigation", near=True)
    menu = any(line.force and line.reason not in UNDER_TITLE for line in lines[:name])
    if page.site or name > ABOVE or menu:
        page.verdict[:name] = [line.reason or "navigation" for line in lines[:name]]
    else:
        sure = likeness(lines[name].text, opening) > 0
        for index in range(name):
            if (
                lines[index].force
                or lines[name].text in lines[index].text
                or (sure and _is_apart(lines[index], opening))
            ):
                page.drop(index, lines[index].reason or "navigation")
    dated = False
    above = {line.text for line in lines[:name]}
    cued = [i for i in range(head + 1, start) if lines[i].force and not frame.tells_where(lines[i])]
    last = cued[-1] if cued else head
    for index in range(head, start + (head < start and _is_value(lines, start))):
        line = lines[index]
        if frame.tells_where(line) or _is_row(lines, index) or _is_event(lines, index):
            continue
        if line.force and index != head:
            dated = dated or line.reason == "byline"
            page.drop(index, line.reason, near=True)
        elif dated and (
            (line.text in above and not likeness(line.text, opening))
            or shapes.media(line.text)
            or (index > head and (sentences.wordless(line.text) or _is_weekday(line.text)))
        ):
            # The name of the site again, now as that of the account that posts; 16:02:33.
            page.drop(index, "byline", near=True)
        elif (
            (head < index or name < head)
            and index < last
            and not (trailed and _is_fact(line))
            and (
                _is_name(line, opening)
                or _is_followed(lines, index)
                or _is_dated(lines, index)
                or _is_twice(lines, index)
            )
        ):
            page.drop(index, "byline", near=True)
        elif head < index and dated and _is_tags(lines, index, start):
            page.drop(index, "related")
        elif head < index and (_is_value(lines, index) or _is_linked(lines, index, last)):
            page.drop(index, lines[index - 1].reason)
    if name < start or not lines[name].text.endswith(("。", "，")):
        page.title = name if len(lines[name].text) <= beyond.LONGEST else None
    return head


def _is_apart(line: Line, known: str) -> bool:
    """Whether a line above the title is the name of a site or section: the text has none of it."""
    return (
        line.text[-1] != "。"
        and len(line.text) <= beyond.LONGEST
        and not likeness(line.text, known, LIKE)
    )


def _is_fact(line: Line) -> bool:
    """Whether the line is a row or a price of what a page is about whose breadcrumb names it."""
    if line.text.startswith(_CALLS):
        return False
    if frame.tells_where(line):
        return True
    return not line.force and (
        shapes.ROW.match(line.text) is not None or offer.PRICE.fullmatch(line.text) is not None
    )


def _heads_section(lines: Sequence[Line], index: int, end: int) -> bool:
    """Whether the name of a section right above the text is a heading that a bar of tabs has.

    Of the tabs (线路特色, 行程安排) the next comes again within the body, too.
    """
    if lines[index].force != WEAK or lines[index].reason != "navigation":
        return False
    tab = next(i for i in range(index + 1) if lines[i].text == lines[index].text)
    return tab + 1 < index and any(
        line.text == lines[tab + 1].text for line in lines[index + 1 : end]
    )


def _is_name(line: Line, known: str) -> bool:
    """Whether a line above the date or buttons of an article is a name or a button: 某某, 赠阅.

    A subtitle is longer, or speaks of what the text speaks of.
    """
    text = line.text
    if not line.force and (
        (text.endswith(JOBS) and len(text) <= JOB)
        or (text.startswith(POSTER) and len(text) <= PARAGRAPH)
    ):
        return True
    return (
        not (line.force or line.prose)
        and len(text) <= NAME
        and text[0].isalnum()
        and not likeness(text, known, LIKE if len(text) > PERSON else LEAST)
    )


def _is_dated(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is a name right above the date, though the text speaks of it: 林一鸥."""
    line = lines[index]
    return (
        not (line.force or line.prose)
        and len(line.text) <= PERSON
        and line.text.isalpha()
        and any(beyond.is_dateline(below) for below in lines[index + 1 : index + 3])
    )


def _is_tags(lines: Sequence[Line], index: int, start: int) -> bool:
    """Whether the line is one of several tags right between date line and text: 车祸, 柔佛."""
    first = index
    while first and _is_tag(lines[first - 1]):
        first -= 1
    while index < start and _is_tag(lines[index]):
        index += 1
    return index == start and index - first >= TAGS and beyond.is_dateline(lines[first - 1])


def _is_tag(line: Line) -> bool:
    return not (line.force or line.prose) and len(line.text) <= TAG and line.text.isalpha()


def _is_twice(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is the name of an account, which stands below its picture once more."""
    text = lines[index].text
    return len(text) <= NAME and any(line.text == text for line in beside(lines, index))


def _is_followed(lines: Sequence[Line], index: int) -> bool:
    """Whether the line says below the name of an author what that is: 室内设计师, 关注他."""
    line, below = lines[index], lines[index + 1].text
    return not line.force and len(line.text) <= PARAGRAPH and below.strip("+＋ ") in FOLLOW


def _is_row(lines: Sequence[Line], index: int) -> bool:
    """Whether a label that may be one of a board (级别：) stands below another row of a table."""
    line = lines[index]
    if line.force != WEAK or not line.label or line.reason != "comments" or not index:
        return False
    return not lines[index - 1].force and shapes.ROW.match(lines[index - 1].text) is not None


def _is_event(lines: Sequence[Line], index: int) -> bool:
    """Whether the line says what is told of something that takes place, or is told: 展期, 地点."""
    return lines[index].text in EVENT or (index > 0 and lines[index - 1].text in EVENT)


def _is_weekday(text: str) -> bool:
    """Whether the line is nothing but the day of the week: (星期六), below the date."""
    return len(text) <= WEEKDAY and text.strip("()（）")[:-1] in ("星期", "周")


def _is_value(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is the figure or the person of the label above: 本文字数：, 1.8k.

    Or how many clicked the button above: 参与评论, 0人.
    """
    above, text = lines[index - 1], lines[index].text
    if above.reason == "comments" and text[-1] in _CLICKS and text[:-1].isdigit():
        return True
    if not above.force or above.text[-1] not in LABELS:
        return False
    return (text[0].isdigit() and len(text) <= NAME) or (
        above.label != "" and len(text) <= PERSON and text.isalpha()
    )


def _is_linked(lines: Sequence[Line], index: int, last: int) -> bool:
    """Whether the line is a link below its heading, above the date: 热议, 某某可以吃吗？."""
    above = lines[index - 1]
    return index < last and above.force == END and above.reason in ("related", "hot")


def _behind_details(lines: Sequence[Line], name: int, head: int) -> int:
    """Return the first line below a title that is not part of the question it asks.

    The answers to choose from are part of it: (A), B., C、.
    """
    index = name + 1
    if lines[name].text[-1] in "？?":
        while index < head and lines[index].prose and not lines[index].force:
            index += 1
    first = index
    while index < head and (choice := _CHOICE.match(lines[index].text)) is not None:
        if "ABCDEFGH".find(choice[1].upper()) != index - first:
            break
        index += 1
    return index if index - first >= CHOICES else first


def _behind_cues(page: Page, first: int, end: int) -> int:
    """Return the end of what goes below a title far above: the last cue before the head."""
    for index in range(end - 1, first, -1):
        if page.lines[index].force:
            return index + 1
    return first + 1
