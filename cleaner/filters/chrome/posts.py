"""The posts of a thread, and what stands beside them: their heads, signatures, names, ratings."""

from __future__ import annotations

from itertools import pairwise

from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.filters.chrome.lines import Line, beside
from cleaner.filters.chrome.page import Page
from cleaner.filters.chrome.thread import ANSWERS, FLOOR, STATION, WORD, introduces
from cleaner.tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Final

# Name and rank of an author beside the posts of a thread.
POSTER, POSTER_LINES = 16, 3
# Below so many date lines a sentence stands where each has its post below it.
TOLD = 0.3
# Buttons that begin with it stand in one line with the date: 发表于 …|只看该作者.
BAR = "|"
# So many figures stand below the name of who posts, in a panel about him.
PANEL: Final = 2
# A rule above a signature has so many strokes, and at most so many lines below it.
RULE: Final = 4
RULES: Final = "-_—―=─"
SIGNATURE: Final = 6
# On bulletin boards it is this one, and below stands ※ 发信站 or ※ 来源.
DASHES: Final = "--"
FROM: Final = "※"
#: What begins and ends the list of who rated a post, which has at most so many lines.
RATERS, RATED, RATINGS = "参与人数", "查看全部评分", 80
#: What Discuz has over links to other threads that the author of the first post began.
OTHER_POSTS = "楼主热帖"
#: What stands before the title of a thread in that of a reply.
REPLY = frozenset({"Re:", "RE:", "re:", "Re：", "回复:", "回复：", "回覆:", "回覆："})
#: What stands behind the name of who comments on a post, in a line of its own: ：, ：回复 某某：.
ADDRESSED = frozenset("：:")
# Between the number of a post and its time stands the name of its author.
HEAD = 4
SAID = frozenset("。！？!?：:…～~")


def heads(page: Page, index: int) -> bool:
    """Whether the line is the title of a post, with its date line below, on a blog also above."""
    above, below = page.lines[index - 1 : index], page.lines[index + 1 : index + 2]
    if page.blog and any(line.field == "published" for line in above):
        return any(line.prose and not line.force for line in below)
    return any(line.field == "published" for line in below) and introduces(page, index + 1)


def said(page: Page, index: int) -> bool:
    """Whether a line without a sentence belongs to a post: 同意。 or 某某写道： over it."""
    around = beside(page.lines, index)
    ends = page.lines[index].text[-1] in SAID and any(line.prose for line in around)
    return ends or _is_dated(page.lines, index)


def _is_dated(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is part of a sentence, and the date is below, where some boards have it."""
    below = lines[index + 1 : index + 2]
    return "，" in lines[index].text and any(
        line.field == "published" and line.force >= STRONG for line in below
    )


def is_head(line: Line) -> bool:
    """Whether the line stands over a post: its date line, or the name of its author with a time."""
    if line.force < STRONG or line.reason != "byline":
        return False
    return line.field == "published" or line.text[-1].isdigit() or line.text.startswith(STATION)


def _is_numbered(lines: Sequence[Line], index: int) -> bool:
    """Whether the line says how long ago a post was made, and above it stands its number: #2."""
    return lines[index].field == "published" and any(
        FLOOR.fullmatch(line.text) for line in lines[max(0, index - HEAD) : index + 2]
    )


def _is_poster(line: Line) -> bool:
    """Whether the line may be the name of who posts, below the date."""
    return not line.force and not line.prose and len(line.text) <= POSTER


def _below_buttons(lines: Sequence[Line], index: int, stop: int) -> int:
    """Return the first line from ``index`` on that is no button of the head: |只看该作者."""
    while index < stop and lines[index].force >= STRONG and lines[index].reason == "comments":
        index += 1
    return index


def _below_panel(lines: Sequence[Line], index: int, stop: int) -> int:
    """Return the first line from ``index`` on that is no panel about who posts: 某某, 积分：37分.

    That is a name over two figures or more with their labels.
    """
    below = index + 1
    while below < stop and lines[below].reason == "comments" and "：" in lines[below].text:
        below += 1
    named = index < stop and _is_poster(lines[index])
    return below if named and below - index > PANEL else index


def posts(lines: Sequence[Line], start: int, end: int) -> list[int]:
    """Return the lines of posts whose heads stand between ``start`` and ``end``.

    Buttons may follow the head. A post ends at the first cue below them, except that it may begin
    with a word that is a cue (顶), when no button says the same. Boards that have the date below a
    post have no heads: there few sentences stand below date lines.
    """
    found: list[int] = []
    told = 0
    words = Tally([line.text for line in lines if line.force == WEAK and len(line.text) <= WORD])
    heads = [index for index in range(start, end) if is_head(lines[index])]
    if not heads:
        heads = [index for index in range(start, end) if _is_numbered(lines, index)]
    for head, stop in zip(heads, [*_tops(lines, heads)[1:], end], strict=False):
        index = first = _below_buttons(lines, _below_panel(lines, head + 1, stop), stop)
        if index + 1 < stop and _is_poster(lines[index]) and lines[index + 1].prose:
            index += 1
        told += index < stop and (
            lines[index].prose
            or len(lines[index].text) > POSTER
            or lines[first - 1].text[0] == BAR  # what follows is a post, however short
        )
        while index < stop and (
            not lines[index].force or (index == first and _is_said(lines[index], words))
        ):
            found.append(index)
            index += 1
    return found if told >= TOLD * len(heads) else []


def _tops(lines: Sequence[Line], heads: Sequence[int]) -> list[int]:
    """Return where each of the heads of posts begins, at its number if that stands above the name.

    The numbers go up by one: 1, 某某, the time; 2, 某某, 楼主, the time.
    """
    numbers: dict[int, int] = {}
    for head in heads:
        for index in range(head - 1, max(-1, head - 1 - POSTER_LINES), -1):
            if lines[index].text.isdecimal():
                numbers[head] = index
                break
            if lines[index].prose or len(lines[index].text) > POSTER:
                break
    counted = [int(lines[index].text) for index in numbers.values()]
    if len(counted) < ANSWERS or any(a + 1 != b for a, b in pairwise(counted)):
        return list(heads)
    return [numbers.get(head, head) for head in heads]


def _is_said(line: Line, words: Mapping[str, int]) -> bool:
    """Whether a word that is a cue is all that a post says, when no button says the same."""
    return words[line.text] == 1 and not line.text.isdigit()


def signed(lines: Sequence[Line], cued: Sequence[tuple[int, Line]]) -> list[int]:
    """Return the signatures of bulletin boards: between -- and the line that says where from."""
    found: list[int] = []
    for index, line in cued:
        if line.text[0] != FROM or line.force < STRONG:
            continue
        first = index
        while first > max(0, index - SIGNATURE) and lines[first].text != DASHES:
            first -= 1
        if lines[first].text == DASHES:
            found.extend(range(first, index))
    return found


def _titles_reply(text: str, title: str) -> bool:
    """Whether the line is the title of a reply to the thread of that title."""
    return title != "" and text.endswith(title) and text[: -len(title)] in REPLY


def signatures(lines: Sequence[Line]) -> frozenset[int]:
    """Return what users have below each of their posts: a rule and the same lines again."""
    blocks: dict[tuple[str, ...], list[int]] = {}
    for first, line in enumerate(lines):
        if line.force != WEAK or len(line.text) < RULE or line.text.strip(RULES):
            continue
        end = first + 1
        while end < min(first + SIGNATURE, len(lines)) and not lines[end].force:
            end += 1
        if end > first + 1:
            block = tuple(other.text for other in lines[first + 1 : end])
            blocks.setdefault(block, []).append(first)
    return frozenset(
        index
        for block, places in blocks.items()
        if len(places) > 1
        for first in places
        for index in range(first, first + 1 + len(block))
    )


def asides(lines: Sequence[Line], cued: Sequence[tuple[int, Line]]) -> list[int]:
    """Return what stands below a post of who rated it, from 参与人数 26 to 查看全部评分.

    And the links below 楼主热帖 to what else its author posted.
    """
    found: list[int] = []
    for place, line in cued:
        if line.text == OTHER_POSTS:
            index = place + 1
            while index < len(lines) and not (lines[index].force or lines[index].prose):
                found.append(index)
                index += 1
        elif line.text == RATED:
            for first in range(place - 1, max(-1, place - RATINGS), -1):
                if lines[first].text.startswith(RATERS):
                    found.extend(range(first, place))
                    found.extend(_below_ratings(lines, place + 1))
                    break
    return found


def _below_ratings(lines: Sequence[Line], first: int) -> range:
    """Return the lines of a signature, which stands between ratings and the buttons of a post."""
    end = first
    while end < min(first + SIGNATURE, len(lines)) and not lines[end].force:
        end += 1
    signed = end < len(lines) and lines[end].reason == "comments"
    return range(first, end if signed else first)


def posters(page: Page, head: int) -> None:
    """Drop the buttons of a thread, and names and ranks of authors beside its date lines.

    And the title of a reply, which is that of the thread again: Re: 某某; and signatures.
    """
    lines = page.lines
    title = "" if page.title is None else lines[page.title].text
    again = signatures(lines).union(asides(lines, page.cued))
    for index, line in enumerate(lines[head + 1 :], head + 1):
        if line.reason == "comments" and not line.prose and index not in page.posts:
            page.drop(index, line.reason)
        elif index in again or _titles_reply(line.text, title) or line.text[0] in ADDRESSED:
            page.drop(index, "comments")
    run: list[int] = []
    after = False
    for index in range(head + 1, len(lines)):
        line = lines[index]
        if page.verdict[index]:
            if after and len(run) <= POSTER_LINES:
                for i in run:
                    page.drop(i, "comments")
            run, after = [], True
        elif (
            (line.prose or len(line.text) > POSTER or line.force > WEAK)
            or index in page.posts
            or heads(page, index)
            or _is_dated(lines, index)
        ):
            run, after = [], False
        else:
            run.append(index)
