"""Which line above the body is the title, where more than the lines around it tells that.

The page declares it, a breadcrumb ends in it, it comes again, or it is one of a list of headlines.
Where nothing of that holds it is the title that the text is like (:mod:`.title`).
"""

from __future__ import annotations

from itertools import chain

from cleaner.filters.chrome import beyond, sentences, shapes, title, trail
from cleaner.filters.chrome.cues import STRONG
from cleaner.filters.chrome.likeness import likeness
from cleaner.filters.chrome.likeness import opening as opening_of
from cleaner.filters.chrome.lines import TRAILS, Line
from cleaner.filters.chrome.page import Page
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# So many lines above the title are a menu, with or without cues.
ABOVE = 5
# A menu of so many lines, each of at most so many characters.
ENTRIES, ENTRY = 4, 6
# The longest name of an author or an account between title and date line, and of a person.
NAME, PERSON = 8, 4
# A title and a date at the top and the name of an account are so many lines, or a few more.
ACCOUNTED, ACCOUNT = 3, 8
# So far above a title it stands in a list.
LISTED = 3
# Between a title and the name of who posts stand so many tags; this share of its pairs of
# characters comes back in the text.
TAGGED, LIKE = 3, 0.25
#: What boards let their users begin a title with: [转贴], 【求助】.
_TAGGED = lazy(
    r"(?:[\[【][^\]】]{1,6}[\]】])?[\[【](?:转[贴帖载]|原创|讨论|求助|分享|心得|问题|推荐|闲聊|情报|请益|提问|经验|教程)[\]】]."
)
#: Who made a song or a film.
_WORK = lazy("(?:演唱|原唱|主唱|歌手|歌手名|艺人|导演|主演|编剧)[：:/]")
# Below a title that is a question the date follows within so many lines, and a paragraph.
HEAD, PARAGRAPH = 16, 20
# Of its pairs, a line that is no title shares fewer with the text, and the title below it more.
UNLIKE, SURE = 0.1, 0.3
# So near below a breadcrumb stands what was taken for the title, with rows between.
ROWS = 12


def find(page: Page, start: int, end: int) -> tuple[int, int, int, str]:
    """Return title, first line of the head, where the paragraphs begin, and their opening."""
    lines = page.lines
    opening = opening_of([line.text for line in lines[start:end]])
    name, head = title.head(lines, _past_menu(page, start), opening)
    if head == start:
        start = _below_date(lines, start, end)
        opening = opening_of([line.text for line in lines[start:end]])
    told = _declared(lines, start, page.headline) if page.headline else None
    if told is not None:
        name, head = told, max(told, head)
    elif (crumb := _trailed(lines, name, start, opening)) is not None:
        name, head = crumb, crumb if name > crumb else max(crumb, head)
    elif name < start and lines[start].text == lines[name].text:
        name = head = start  # above and below the record of a document
    elif (doubled := _doubled(lines, name, start, opening)) is not None:
        name = head = doubled
    elif (again := max(_again(lines, name), _listed(lines, head, end))) > name:
        name, head = again, max(again, head)
    elif (named := _named(lines, name, start, opening)) < name:
        name = named
    elif (over := min(_over_name(lines, name, opening), _over_rows(lines, name))) < name:
        name = head = over
    elif name and _TAGGED.match(lines[name - 1].text) and not lines[name - 1].force:
        name = head = name - 1
    elif name and _is_account(lines, name):
        name = head = 0
    elif _is_person(lines, name) or _is_of_work(lines, name):
        name, head = name - 1, min(head, name)
    if told is None and (better := _alike(lines, name, end)) is not None:
        name = head = better
        start = max(start, better)
    return name, head, start, opening


def _alike(lines: Sequence[Line], name: int, end: int) -> int | None:
    """Return a line below ``name`` that is like the text, where ``name`` is not; None for none.

    It stands right above a date line, or comes again, or a menu stands between the two.
    """
    first = name + 1
    while first < end and not _is_told(lines[first]):
        first += 1
    if first == end or first == name + 1 or first - name > HEAD:
        return None
    known = opening_of([line.text for line in lines[first:end] if _is_told(line)])
    if likeness(lines[name].text, known, UNLIKE) > 0:
        return None
    cued = False
    for index in range(name + 1, first):
        line = lines[index]
        if line.force:
            cued = cued or line.reason in ("navigation", "breadcrumb")
        elif (
            beyond.NAME <= len(line.text) <= beyond.LONGEST
            and likeness(line.text, known, SURE) > 0
            and line.text[-1] not in "？?：:"
            and (
                cued
                or any(map(beyond.is_dateline, lines[index + 1 : index + 2]))
                or any(other.text == line.text for other in lines[index + 1 : end])
            )
        ):
            return index
    return None


def _is_told(line: Line) -> bool:
    """Whether the line is a paragraph."""
    return (
        line.prose
        and not line.force
        and len(line.text) >= PARAGRAPH
        and line.text[-1] not in "？?！!"
        and sentences.full(line.text)
    )


def _doubled(lines: Sequence[Line], name: int, start: int, known: str) -> int | None:
    """Return the title that stands right below itself, as of a blog: 置顶 某某某某, 某某某某.

    It is somewhat like the text, and line ``name`` above is not.
    """
    if likeness(lines[name].text, known, LIKE) > 0:
        return None
    for index in range(start - 1, name + 1, -1):
        text = lines[index].text
        if (
            beyond.NAME <= len(text) <= beyond.LONGEST
            and lines[index - 1].text.endswith(text)
            and not (lines[index].force or lines[index - 1].force)
            and likeness(text, known, LIKE) > 0
        ):
            return index
    return None


def _over_name(lines: Sequence[Line], name: int, known: str) -> int:
    """Return the line that is like the text above a person's name and tags: 某某, 显示, 小满.

    Without one, ``name``. It stands no further up than :data:`TAGGED` lines.
    """
    if len(lines[name].text) > PERSON or lines[name].text in known:
        return name
    for index in range(name - 1, max(-1, name - TAGGED - 1), -1):
        line = lines[index]
        if line.force >= STRONG:
            break
        if not line.force and len(line.text) >= NAME and likeness(line.text, known, LIKE):
            return index
    return name


def _is_account(lines: Sequence[Line], name: int) -> bool:
    """Whether the page begins with its title, above what an account of WeChat is called.

    Between stands the date, or 原创 and names: of the author, of the account, that once more.
    """
    first = lines[0]
    if first.force or first.prose or len(first.text) < beyond.SHORTEST:
        return False
    top = lines[1:ACCOUNT]
    named = [at for at, line in enumerate(top) if line.text == "微信号" and line.force]
    account = named[0] if named else len(top)
    if lines[1].field == "published":
        return name > ACCOUNTED and account < min(name - 1, len(top))
    return account < len(top) and all(
        line.force < STRONG and len(line.text) <= PARAGRAPH for line in top[:account]
    )


def _is_person(lines: Sequence[Line], index: int) -> bool:
    """Whether a name stands between breadcrumb and line: that of whom the page is about.

    Below it is what he is (主任医师), not the date of an article that the name may be the section
    of.
    """
    if index < 2:
        return False
    trail, line = lines[index - 2], lines[index - 1]
    return (
        trail.force >= STRONG
        and trail.reason in TRAILS
        and ">" in trail.text
        and not (line.force or line.prose)
        and len(line.text) <= PERSON
        and line.text not in trail.text
        and not any(below.field == "published" for below in lines[index + 1 : index + 3])
    )


def _over_rows(lines: Sequence[Line], name: int) -> int:
    """Return the line between breadcrumb and rows of a table: goods, or a law, with their data.

    It stands above line ``name``, :data:`ROWS` lines at the most. Without such a line, ``name``.
    """
    for index in range(name - 1, max(0, name - ROWS), -1):
        trail = lines[index - 1]
        if trail.force >= STRONG and trail.reason in TRAILS and ">" in trail.text:
            line, below = lines[index], lines[index + 1]
            named = not (line.force or line.prose) and 1 < len(line.text) <= beyond.LONGEST
            rows = below.force < STRONG and shapes.ROW.match(below.text) is not None
            return index if named and rows and shapes.ROW.match(line.text) is None else name
    return name


def _is_of_work(lines: Sequence[Line], index: int) -> bool:
    """Whether the line says whose work it is that the line above names: 演唱：某某, 导演：某某."""
    above = lines[index - 1 : index]
    return any(not line.force and not line.prose for line in above) and (
        _WORK.match(lines[index].text) is not None
    )


def _below_date(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where the paragraphs begin if the body begins with a title, a question, and its date.

    Without a date line between the two that is ``start``.
    """
    dated = False
    asked = lines[start].text[-1] in "？?"
    if len(lines[start].text) > beyond.LONGEST or lines[start].text[-1] == "。":
        return start
    for index in range(start + 1, min(end, start + HEAD)):
        line = lines[index]
        if line.prose and not line.force and len(line.text) >= PARAGRAPH:
            return index if dated else start
        dated = dated or (line.field == "published" and (line.force >= STRONG or asked))
    return start


def _declared(lines: Sequence[Line], start: int, headline: str) -> int | None:
    """Return the line nearest to the begin of the body that is the declared title.

    Or the beginning of it. Where the site says little of itself, the body seems to begin above.
    """
    letters = "".join(filter(str.isalnum, headline))
    below = range(start + 1, min(start + 2 * ABOVE, len(lines)))
    index: int
    for index in chain(range(start, -1, -1), below):
        own = "".join(filter(str.isalnum, lines[index].text))
        if own and (own == letters or (len(own) >= beyond.NAME and letters.startswith(own))):
            return index
    return None


def _trailed(lines: Sequence[Line], name: int, start: int, known: str) -> int | None:
    """Return the title that a breadcrumb above it names, None for none.

    None as well where line ``name`` is a better title: a breadcrumb may end with a section. Only
    above a paragraph is the name of a section (公司简介) the title.
    """
    found, below, sure, end = trail.named(lines, start)
    if end is not None and found is None and below is None and _is_poster(lines, name):
        more = likeness(lines[end].text, known, beyond.FEW) and not likeness(
            lines[name].text, known
        )
        return end if more and len(lines[end].text) >= beyond.NAME else None
    if found is None and below is not None:
        sure = sure or name == start or name < below or lines[below + 1].field == "published"
        sure = sure or lines[name].text[-1] == "。"
        return below if sure else None
    if found is None or (lines[found].force and not lines[start].prose):
        return None
    length = len(lines[found].text)
    right_below = not lines[found].force and lines[found - 1].text.endswith(lines[found].text)
    if name == start or right_below or (name < found and length >= beyond.NAME):
        return found
    better = length <= len(lines[name].text) or likeness(lines[name].text, known)
    return None if better else found


def _is_poster(lines: Sequence[Line], name: int) -> bool:
    """Whether the line is the name of who posts: a short one above the date, on its own."""
    below = lines[name + 1 : name + 2]
    return len(lines[name].text) <= NAME and any(
        line.field == "published" and line.force >= STRONG for line in below
    )


def _again(lines: Sequence[Line], name: int) -> int:
    """Return the title below a breadcrumb of one name a line that ends in it, or ``name``.

    Or below a button of the site for its app, if it is long.
    """
    window = len(lines[name].text) > NAME
    for index in range(name + 1, min(name + ABOVE, len(lines))):
        if lines[index].text == lines[name].text and index > name + 1:
            return index
        if not (lines[index].force or (window and lines[index - 1].reason == "app")):
            break
    return name


def _listed(lines: Sequence[Line], head: int, end: int) -> int:
    """Return the title that is one of a list of headlines above it, too; or -1.

    Of a table of contents the others come back in the article.
    """
    seen: dict[str, int] = {}
    for index in range(head, min(end, head + beyond.REACH)):
        line = lines[index]
        exclaimed = line.prose and line.text[-1] in "？！?!" and len(line.text) <= beyond.LONGEST
        if line.prose and not exclaimed and len(line.text) >= PARAGRAPH:
            break
        if (line.force or line.prose or len(line.text) < beyond.SHORTEST) and not exclaimed:
            continue
        if shapes.media(line.text):
            continue  # the account that posts, which stands beside its picture, too
        first = seen.setdefault(line.text, index)
        if (index - first >= LISTED and len(line.text) >= NAME) or (
            first < index and _is_signed(lines, index)
        ):
            below = {other.text for other in lines[index + 1 : end]}
            listed = lines[first:index]
            return -1 if any(line.force or line.text in below for line in listed) else index
    return -1


def _is_signed(lines: Sequence[Line], index: int) -> bool:
    """Whether author and date stand below the line."""
    below = lines[index + 1 : index + 3]
    return any(line.reason == "byline" and line.field == "published" for line in below)


def _named(lines: Sequence[Line], name: int, start: int, known: str) -> int:
    """Return the line that a breadcrumb right above it ends with, if the text speaks of it.

    Otherwise, and where line ``name`` above the ``start`` of the text is like it, ``name``.
    """
    if name < start and likeness(lines[name].text, known):
        return name
    for index in range(name - 1, max(0, name - beyond.REACH), -1):
        text, trail = lines[index].text, lines[index - 1]
        if trail.force >= STRONG and trail.reason in TRAILS and ">" in trail.text:
            fits = len(text) > 1 and trail.text.endswith(">" + text)
            if index == start - 1 == name - 1:
                return index if fits else name  # there is no other line that could be the title
            return index if fits and not lines[index].force and text in known else name
    return name


def _past_menu(page: Page, start: int) -> int:
    """Return where the body begins without a menu at its top.

    A poem or an agenda has lines as short as a menu; what gives the menu away is that the site
    speaks right above it, and a longer line, the title, ends it.
    """
    lines = page.lines
    if not start or lines[start - 1].force < STRONG:
        return start
    end = start
    while end < len(lines) and len(lines[end].text) <= ENTRY and not lines[end].prose:
        end += 1
    menu = end - start >= ENTRIES and end < len(lines) and not lines[end].force
    return end if menu and len(lines[end].text) > ENTRY + 2 else start
