"""Threads: pages of several posts, each of which is body."""

from __future__ import annotations

from itertools import pairwise

from cleaner.filters.chrome import sentences
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.lines import POSTED, Line, beside
from cleaner.filters.chrome.page import Page
from cleaner.patterns import ASCII, lazy
from cleaner.tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Final

# Date lines and buttons that make a thread of a page.
BUTTONS: Final = 4
POSTS: Final = 3
# Furniture of a question with answers: buttons that name them, dates or buttons that come back.
ANSWERS, AGAIN = 2, 2
# Name and rank of an author beside the posts of a thread.
POSTER, POSTER_LINES = 16, 3
# Below so many date lines a sentence stands where each has its post below it.
TOLD = 0.3
# A post may be a word of so many letters that is a button elsewhere.
WORD = 2
# What the line begins with that ends the head of a post on a bulletin board.
STATION: Final = "发信站"
# What some boards have below each post.
_TOPS: Final = frozenset(
    {"TOP", "使用道具举报", "回复引用TOP", "回复支持反对", "引用TOP", "举报返回顶部"}
)
# What boards call the first floors of a thread, beside their dates.
_FLOORS: Final = frozenset({"沙发", "板凳", "地板", "藤椅", "报纸"})
# Posts with the same line below each; what it begins with on Blogger, where two are enough.
INDEX = 3
_SIGNED = ("发布者：", "张贴者：", "发帖者")
# What the date lines of answers begin with.
REPLIED: Final = ("回复于", "回答于")
# Buttons that begin with it stand in one line with the date: 发表于 …|只看该作者.
BAR = "|"
# Nothing shorter is the title of a post, but above Posted on … by ….
TITLE = 5

# What a board writes behind the date of a post, its number: 2020-06-14 22:31 #2.
_NUMBER = lazy(r"#(\d{1,5})$", ASCII)
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
_FLOOR = lazy(r"#(\d{1,5})|第?(\d{1,5})[#楼]", ASCII)
_NO_DIGITS = str.maketrans("", "", "0123456789")
_ANSWERS = lazy(
    r"(?:共|全部|医生|网友|律师)?(?:(\d{1,4})[个条位](?:医生|网友|律师)?(?:回答|解答)|(?:回答|解答)[（(](\d{1,4}))"
)
SAID = frozenset("。！？!?：:…～~")


def is_thread(page: Page, start: int, end: int) -> bool:
    """Whether date lines and buttons keep coming back before any heading of other articles.

    So do the figures of an author: 积分 1286 above the body that begins at ``start``, 积分 35 below
    its ``end``. Of an article the same buttons stand above and below, with the same figures.
    """
    buttons = posts = stations = tops = floors = replies = 0
    last = -1
    for index, line in page.cued:
        if index >= end and line.force == END and not in_bar(page.lines, index):
            break
        tops += line.text in _TOPS
        floors += line.text[-1] == "楼" or line.text in _FLOORS
        if index < end and line.reason in ("comments", "byline"):
            buttons += index > last + 1
            last = index
        if line.reason == "byline" and line.force >= STRONG and line.field != "published":
            posts += line.text[-1].isdigit()
            stations += line.text.startswith(STATION)
        elif line.field == "published":
            posts += line.force >= STRONG or introduces(page, index)
            replies += line.text.startswith(REPLIED)
    return (
        buttons >= BUTTONS
        or posts >= POSTS
        or stations > 1
        or (posts > 1 and (tops > 1 or floors > 0 or replies > 1))
        or _answered(page)
        or _figures_differ(page, start, end)
        or bool(page.floors)
    )


def in_bar(lines: Sequence[Line], index: int) -> bool:
    """Whether the line heads no comments but is a button below a post, as the next: 评论, 收藏."""
    if lines[index].reason != "comments" or len(lines[index].text) > WORD:
        return False
    return any(
        line.reason == "share" and line.force == STRONG for line in lines[index + 1 : index + 2]
    )


def floors(lines: Sequence[Line], cued: Sequence[tuple[int, Line]], start: int) -> list[int]:
    """Return the date lines that number their posts, if the first of them stands above the body.

    The body may begin with the title, a question, which stands at ``start``. Below an article its
    comments are numbered, not the article.
    """
    found: list[int] = []
    first = last = 0
    for place, (index, line) in enumerate(cued):
        if line.field != "published":
            continue
        number = _NUMBER.search(line.text) if "#" in line.text and line.force >= STRONG else None
        if number is None and place + 1 < len(cued):
            below = cued[place + 1][0] - index  # in the line below, or below the time
            if below == 1 or (below == 2 and sentences.wordless(lines[index + 1].text)):
                number = _FLOOR.fullmatch(cued[place + 1][1].text)
        if number is None:
            continue
        if not found and any(line.prose and not line.force for line in lines[start + 1 : index]):
            break
        found.append(index)
        last = int(number[number.lastindex or 1])
        first = first or last
    return found if last > first else []


def is_index(page: Page, start: int) -> bool:
    """Whether posts of a blog stand one below the other, each with the same line under it.

    That line has a counter of comments (某某 发表在 痞客邦 留言(0)) or says who posted at what time
    (发布者：某某 于 下午11:21), and is the first strong cue below the body's ``start``: comments
    below an article have a heading or credits above the first.
    """
    words, last, count, least = "", start, 0, INDEX
    for index, line in page.cued:
        if index <= start or line.force < STRONG:
            continue
        under = line.text.translate(_NO_DIGITS)
        signed = next((sign for sign in _SIGNED if under.startswith(sign)), "")
        if signed:
            under = signed
        if not words:
            if not (signed or (line.reason == "comments" and under != line.text)):
                return False
            words = under
            least = 2 if signed else INDEX
        elif under != words:
            continue
        count += any(not other.force for other in page.lines[last:index])
        last = index + 1
    return count >= least


def _figures_differ(page: Page, start: int, end: int) -> bool:
    """Whether figures of an author, or the number of a post, come back with another value."""
    above: dict[str, str] = {}
    for index, line in page.cued:
        if index >= end and line.force == END:
            return False
        if line.reason != "comments" or not (index < start or index >= end):
            continue
        words = line.text.translate(_NO_DIGITS)
        if len(words) == len(line.text):
            continue
        if index < start:
            above[words] = line.text
        elif above.get(words, line.text) != line.text:
            return True
    return False


def _answered(page: Page) -> bool:
    """Whether the page is a question with several answers: 3 个回答, 12 人赞同了该回答."""
    about = [line.text for _, line in page.cued if "答" in line.text]
    about = [text for text in about if "回答" in text or "解答" in text]
    for heading in map(_ANSWERS.match, about):
        if heading is not None and int(heading[1] or heading[2]) >= ANSWERS:
            return True
    if len(about) < ANSWERS:
        return False
    named = 0
    seen: Tally = Tally()
    for _, line in page.cued:
        if line.force == END and line.reason != "comments":
            break
        if line.force >= STRONG and line.reason in ("comments", "byline"):
            named += "回答" in line.text
            seen["".join(letter for letter in line.text if not letter.isdigit())] += 1
    return named >= ANSWERS and any(count >= AGAIN for count in seen.values())


def introduces(page: Page, index: int) -> bool:
    """Whether a plain line stands above the line and a sentence below: one post of a blog.

    Above a date alone a short line may be the name of who posts.
    """
    least = 2 if page.lines[index].text.startswith(POSTED) else TITLE
    above, below = page.lines[index - 1 : index], page.lines[index + 1 : index + 2]
    return any(not line.force and len(line.text) >= least for line in above) and any(
        line.prose and not line.force for line in below
    )


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
        _FLOOR.fullmatch(line.text) for line in lines[max(0, index - HEAD) : index + 2]
    )


def _is_poster(line: Line) -> bool:
    """Whether the line may be the name of who posts, below the date."""
    return not line.force and not line.prose and len(line.text) <= POSTER


def _below_buttons(lines: Sequence[Line], index: int, stop: int) -> int:
    """Return the first line from ``index`` on that is no button of the head: |只看该作者."""
    while index < stop and lines[index].force >= STRONG and lines[index].reason == "comments":
        index += 1
    return index


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
        index = first = _below_buttons(lines, head + 1, stop)
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
