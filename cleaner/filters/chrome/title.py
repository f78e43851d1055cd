"""The head of an article: its title, and the leading lines between title and body.

A title shares words with its body; a menu and the headlines of other articles do not.
"""

from __future__ import annotations

from cleaner.filters.chrome import frame, sentences, shapes
from cleaner.filters.chrome.beyond import (
    BESIDE,
    LONGEST,
    NAME,
    PERSON,
    REACH,
    SHORTEST,
    further_up,
    is_dateline,
    named_above,
)
from cleaner.filters.chrome.cues import END, STRONG
from cleaner.filters.chrome.entry import EDIT
from cleaner.filters.chrome.likeness import LEAST, likeness
from cleaner.filters.chrome.lines import DECORATION, TRAILS, Line
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# The longest one that boards let their users give themselves in Latin letters.
NICKNAME = 16
# Where the text says the name of its author once, the title above it is like the text by so much.
NAMED_LEAST = 0.2
# So near above a menu stands the date line of the article that it is part of.
NEAR_DATE = 4
# So many names of sections between a line and the date line below it are the menu of the site.
MENU = 5
# A label with figures behind it is no title.
_VALUE = lazy(r"[^：:]{2,6}[：:][（(]?\d")
#: What a subtitle begins with, below its title.
SUBTITLE = ("——", "──", "--")
# What stands before the title in the first line of an agency's report.
_TOPIC = "电题："
_MONTH = lazy("(?:19|20)[0-9]{2}年(?:1[0-2]|0?[1-9])月")
_ROW = lazy("[^：:，。]{2,5}[：:].")
_LABELLED = lazy("[：:@>＞»›]")
# The title of a chapter needs no likeness to its text.
CHAPTER = lazy("(?:正文|[0-9]{1,4}[、.．])?第[0-9〇零一二两三四五六七八九十百千]{1,7}[章回节卷集]")
# A shorter title is the word that an entry explains: it stands near and comes back in the text.
NEAR, ENTRY = 2, 3
# The headline over a subtitle is like the text by so much: 城东老街换新颜, 六百户居民下月回迁.
UPPER = 0.25
# Lines about the author between a title and its date.
AUTHORED = 3
# The longest name of a blog, and what a line that speaks of something else shares with the text.
BLOG, FEW = 12, 0.01
# Plain lines between title and body, or above the date line.
LEAD, ABOVE_DATE = 8, 5


def head(lines: Sequence[Line], start: int, known: str) -> tuple[int, int]:
    """Return title and first line of the head of the body that begins at ``start``.

    They are the same line but where a menu stands between the title and the rest of the head.

    Lines are taken from the body upwards, through date line and share bar, until something
    stands in between that is no part of an article. The line above the date line is the title, or
    else the topmost line that speaks of what the body speaks of or that a breadcrumb names. When
    there is no such line, the title is looked for further up, beyond a menu. ``known`` is
    the opening of the body.
    """
    first = top = start
    if _is_title(lines, start) or _below_menu(lines, start):
        return start, start
    plain = above_date = 0
    dated = menu = apart = led = told = False
    for index in range(start - 1, max(-1, start - REACH), -1):
        line = lines[index]
        if line.force:
            if line.force >= STRONG and not _between(lines, index):
                above = _above_list(lines, index, known) if plain else None
                if above is not None:
                    return above, start
                if dated and first == index + 2 and _is_trail(line):
                    first -= _is_headline(lines[index + 1])  # the upper line of two
                break
            if line.reason == "byline" or is_dateline(line):
                led = led or told
                dated, plain = True, 0
            if line.reason == "navigation" and line.text.strip(DECORATION):
                # 小, 中, 大 set the size of the letters; 编辑 changes the post.
                menu = menu or not (
                    frame.tells_where(line) or len(line.text) == 1 or line.text in EDIT
                )
                apart = apart or (dated and first < start)
                above_date += dated
            if dated and line.text == shapes.ORIGINAL and _may_be_title(lines[index - 1]):
                return index - 1, index - 1  # accounts have it below the title, above the author
            continue
        length = len(line.text)
        if sentences.wordless(line.text) or _MONTH.fullmatch(line.text) is not None:
            continue  # 16:02:33, below the day; 2008年10月 in an archive
        if shapes.media(line.text) and dated:
            continue  # the account or the site that posts, beside the date
        if _VALUE.match(line.text) is not None or (dated and _is_value(lines, index)):
            continue  # 日期：110-08-12
        headline = lines[first].text
        if (
            first < start
            and (plain or len(headline) >= SHORTEST)
            and _frames(line.text, headline)
            and not (dated and is_dateline(lines[index + 1]))
        ):
            break  # the title of the window, or in a list, which names that of the article
        if dated and not plain and _in_table(lines, index):
            continue
        if (
            dated
            and not plain
            and above_date < MENU
            and length <= LONGEST
            and not (led and (menu or length < SHORTEST) and not _below_trail(lines, index))
        ):
            # But with the title below the date, this is above a menu of the site, or a section.
            first = index
        elif headline.startswith(SUBTITLE) and (
            first == index + 1 or (first == index + 2 and lines[index + 1].reason == "byline")
        ):
            first = index
        elif first < start and length >= NAME and line.text in headline:
            first = index  # 新华社某地七月六日电 题：某某, below the title itself
        elif (
            dated
            and not menu
            and 0 < plain < ABOVE_DATE
            and first < start
            and _is_name(lines[first].text, line.text, known)
        ):
            first = index  # between title and date stands the name of the author
        if _TOPIC in line.text:
            known += line.text  # 新华社某地九月二十日电 题：某某, which the title names
        plain += 1
        told = told or length >= SHORTEST
        if plain > (ABOVE_DATE if dated else LEAD):
            break
        if not menu:
            top = index
        if apart:
            continue  # above the title stands the menu, and the name of the site
        if length >= SHORTEST:
            if (
                CHAPTER.match(line.text)
                or likeness(line.text, known) >= LEAST
                or ((first == start or length >= NAME) and named_above(lines, index))
                or (
                    first == index + 1 < start
                    and length >= NAME
                    and not menu
                    and likeness(line.text, known, UPPER) > 0
                )
            ):
                first = index
        elif (
            plain <= NEAR
            and first == start
            and length > 1
            and (known.startswith(line.text) or known.count(line.text) >= ENTRY)
        ):
            first = index
    if first < start:
        if dated and (post := _below_name(lines, first, start, known)) is not None:
            first = post
        return first, first
    return further_up(lines, top, start, known)


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


def _below_trail(lines: Sequence[Line], index: int) -> bool:
    """Whether the line stands right below a breadcrumb and is long enough to be a title."""
    return len(lines[index].text) >= NAME and any(map(_is_trail, lines[index - 1 : index]))


def _is_value(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is short and stands below the label that it is the value of: 分类：."""
    above = lines[index - 1 : index]
    return len(lines[index].text) < NAME and any(
        line.force > 0 and line.text[-1] in "：:" for line in above
    )


def _frames(text: str, headline: str) -> bool:
    """Whether ``text`` is the headline again, or the title of the window: 某某_某某网."""
    at = text.find(headline)
    return at == 0 or (at > 0 and not text[at - 1].isalnum())


def _is_name(text: str, above: str, known: str) -> bool:
    """Whether a line above the date is like a name, and the one above it like a title."""
    length = len(text)
    if text.isascii() and length <= NICKNAME and text not in above:
        return len(above) >= NAME  # other posts may quote the first by its name
    if text in known:  # an author who greets; but a title, and an entry, is a word of its text
        once = known.count(text) == 1 and len(above) >= NAME and text not in above
        return once and likeness(above, known, NAMED_LEAST) > 0
    if length < NAME <= len(above) or (length <= PERSON and len(above) >= PERSON + 2):
        return True
    # 豆沙包 LV.12: the line above says much more of what the text is about.
    return length <= NICKNAME <= 2 * len(above) and (
        likeness(above, known, 0) > 2 * likeness(text, known, 0)
    )


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


def _in_table(lines: Sequence[Line], index: int) -> bool:
    """Whether the line and the one above are labels with their values: 软件评级：五星."""
    return index > 0 and all(
        _ROW.match(line.text) is not None and not line.prose and line.force < STRONG
        for line in lines[index - 1 : index + 1]
    )


def _is_trail(line: Line) -> bool:
    """Whether the line says where on its site the page is: a breadcrumb, 您的位置：某某 > 某某."""
    return line.reason in TRAILS and shapes.MARK.search(line.text) is not None


def _may_be_title(line: Line) -> bool:
    """Whether the line has the length of a title and nothing of a cue."""
    return not line.force and SHORTEST <= len(line.text) <= LONGEST


def _is_headline(line: Line) -> bool:
    """Whether a line between breadcrumb and title may be the headline over a subtitle."""
    return not line.force and NAME <= len(line.text) <= LONGEST and not _LABELLED.search(line.text)


def _between(lines: Sequence[Line], index: int) -> bool:
    """Whether the cue may stand between a title and its text."""
    line = lines[index]
    if line.reason in BESIDE or _linked(line):
        return True
    return line.reason == "navigation" and _dated(lines, index)


def _dated(lines: Sequence[Line], index: int) -> bool:
    """Whether the date line is near above: then a menu of the article's own pages is between."""
    above = lines[max(0, index - NEAR_DATE) : index]
    return any(is_dateline(line) or (line.label and line.field == "published") for line in above)


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
    asked = text[-1] in "？?"
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
