"""Whether a page has several posts, each of which is body: a thread, answers, a blog."""

from __future__ import annotations

from cleaner.filters.chrome import sentences, shapes
from cleaner.filters.chrome.cues import END, STRONG
from cleaner.filters.chrome.lines import POSTED, Line
from cleaner.filters.chrome.page import Page
from cleaner.patterns import ASCII, lazy
from cleaner.tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# Date lines and buttons that make a thread of a page.
BUTTONS: Final = 4
POSTS: Final = 3
# Furniture of a question with answers: buttons that name them, dates or buttons that come back.
ANSWERS, AGAIN = 2, 2
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
# Nothing shorter is the title of a post, but above Posted on … by ….
TITLE = 5

# What a board writes behind the date of a post, its number: 2020-06-14 22:31 #2.
_NUMBER = lazy(r"#(\d{1,5})$", ASCII)
# Or before it: #2 某某 · 3小时前.
_NUMBERED = lazy(r"(?:#|第)?(\d{1,5})[楼#]?(?=[^\d#楼])", ASCII)
FLOOR = lazy(r"#(\d{1,5})|第?(\d{1,5})[#楼]", ASCII)
_NO_DIGITS = str.maketrans("", "", "0123456789")
_ANSWERS = lazy(
    r"(?:共|全部|医生|网友|律师)?(?:(\d{1,4})[个条位](?:医生|网友|律师)?(?:回答|解答)|(?:回答|解答)[（(](\d{1,4}))"
)


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
        if number is None and line.force >= STRONG and shapes.floor(line.text):
            number = _NUMBERED.match(line.text)
        if number is None and place + 1 < len(cued):
            below = cued[place + 1][0] - index  # in the line below, or below the time
            if below == 1 or (below == 2 and sentences.wordless(lines[index + 1].text)):
                number = FLOOR.fullmatch(cued[place + 1][1].text)
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
