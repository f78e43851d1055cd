"""The lines above a body, taken upwards: which of them is the title as far as is known.

The line above the date line is the title, or else the topmost line that speaks of what the body
speaks of or that a breadcrumb names.
"""

from __future__ import annotations

from cleaner.filters.chrome import frame, sentences, shapes
from cleaner.filters.chrome.beyond import (
    LONGEST,
    NAME,
    PERSON,
    SHORTEST,
    is_dateline,
    named_above,
)
from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.filters.chrome.entry import EDIT
from cleaner.filters.chrome.likeness import LEAST, likeness
from cleaner.filters.chrome.lines import DECORATION, POSTED, TRAILS, Line
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# The longest one that boards let their users give themselves in Latin letters.
NICKNAME = 16
# Where the text says the name of its author once, the title above it is like the text by so much.
NAMED_LEAST = 0.2
# So many names of sections between a line and the date line below it are the menu of the site.
MENU = 5
#: The first name of a menu.
HOME: Final = "首页"
# A label with figures behind it is no title.
_VALUE = lazy(r"[^：:]{2,6}[：:][（(]?\d")
#: What a subtitle begins with, below its title.
SUBTITLE = ("——", "──", "--")
# What stands before the title in the first line of an agency's report.
_TOPIC = "电题："
# What a caption ends with.
_CREDIT = lazy(
    "[(（](?:图片来源|图片提供|图源|资料照|资料图|档案照|翻摄自|图[:：/／]|.{0,12}[记者社报]{1,2}.{0,8}摄[)）])"
)
#: The button beside the name of who posts.
FOLLOW: Final = frozenset({"关注", "+关注", "＋关注"})
_MONTH = lazy("(?:19|20)[0-9]{2}年(?:1[0-2]|0?[1-9])月")
_ROW = lazy("[^：:，。]{2,5}[：:].")
_LABELLED = lazy("[：:@>＞»›]")
# The title of a chapter needs no likeness to its text.
CHAPTER: Final = lazy(
    "(?:正文|[0-9]{1,4}[、.．])?第[0-9〇零一二两三四五六七八九十百千]{1,7}[章回节卷集]"
)
# A shorter title is the word that an entry explains: it stands near and comes back in the text.
NEAR, ENTRY = 2, 3
# The headline over a subtitle is like the text by so much: 城东老街换新颜, 六百户居民下月回迁.
UPPER = 0.25
# Plain lines between title and body, or above the date line.
LEAD: Final = 8
ABOVE_DATE: Final = 5


def _is_followed(lines: Sequence[Line], index: int) -> bool:
    """Whether the line names whom to follow, below a title: 山中客, 关注."""
    return (
        0 < index < len(lines) - 1
        and lines[index + 1].text in FOLLOW
        and not lines[index].force
        and not lines[index - 1].force
        and lines[index - 1].text[-1] not in "。，"
    )


class Climb:
    """What is known on the way up from a body.

    ``first`` is the title as far as that is known, or the ``start`` of the body; ``top`` the
    topmost line below a menu. ``plain`` lines without a cue were met since the date line, if the
    head is ``dated``, with ``above_date`` names of a ``menu`` above it. The lines are ``apart``
    from the body when such names stand between. ``told``: one was as long as a title, and the
    date line is ``led`` by such a one below it, or ``signed``: it says who posted.
    """

    def __init__(self, lines: Sequence[Line], start: int, known: str) -> None:
        self.lines = lines
        self.start = start
        self.known = known
        self.first = start
        self.top = start
        self.plain = 0
        self.above_date = 0
        self.dated = False
        self.menu = False
        self.apart = False
        self.led = False
        self.told = False
        self.signed = False

    def end_at(self, index: int) -> None:
        """Take the upper line of a title of two, where a breadcrumb ends the head."""
        lines = self.lines
        if self.dated and self.first == index + 2 and _is_trail(lines[index]):
            self.first -= _is_headline(lines[index + 1])

    def pass_cue(self, index: int) -> None:
        """Go past a line with a cue that may stand in a head."""
        line = self.lines[index]
        if line.reason == "byline" or is_dateline(line):
            self.led = self.led or self.told
            self.dated, self.plain = True, 0
            self.signed = line.text.startswith(POSTED)
        if line.reason == "navigation" and line.text.strip(DECORATION):
            # 小, 中, 大 set the size of the letters; 编辑 changes the post, 加入收藏 is a button.
            self.menu = self.menu or not (
                line.force > WEAK
                or frame.tells_where(line)
                or len(line.text) == 1
                or line.text in EDIT
            )
            self.apart = self.apart or (self.dated and self.first < self.start)
            self.above_date += self.dated and len(line.text) > 1

    def is_detail(self, index: int) -> bool:
        """Whether a line says a day, a time, a figure, or who posts."""
        line = self.lines[index]
        if line.text[-1] in ")）" and _CREDIT.search(line.text) is not None:
            return True  # 某某在开幕式上（图片来源：某某）
        if sentences.wordless(line.text) or _MONTH.fullmatch(line.text) is not None:
            return True  # 16:02:33, below the day; 2008年10月 in an archive
        if shapes.media(line.text) and self.dated:
            return True  # the account or the site that posts, beside the date
        if self.dated and self.first == self.start and _is_followed(self.lines, index):
            return True  # title, who posts, 关注, day
        # 日期：110-08-12
        return _VALUE.match(line.text) is not None or (self.dated and _is_value(self.lines, index))

    def is_repeated(self, index: int) -> bool:
        """Whether a line names the title: that of the window, or in a list."""
        lines, headline = self.lines, self.lines[self.first].text
        return (
            self.first < self.start
            and (self.plain > 0 or len(headline) >= SHORTEST)
            and _frames(lines[index].text, headline)
            and not (self.dated and is_dateline(lines[index + 1]))
        )

    def place(self, index: int) -> None:
        """Take a line for the title that stands where a title does."""
        lines, first = self.lines, self.first
        text, headline = lines[index].text, lines[first].text
        length = len(text)
        if (
            self.dated
            and not self.plain
            and self.above_date < MENU
            and length <= LONGEST
            and text[-1] != "。"
            and not (
                self.led and (self.menu or length < SHORTEST) and not _below_trail(lines, index)
            )
        ):
            # But with the title below the date, this is above a menu of the site, or a section.
            self.first = index
        elif headline.startswith(SUBTITLE) and (
            first == index + 1 or (first == index + 2 and lines[index + 1].reason == "byline")
        ):
            self.first = index
        elif first < self.start and length >= NAME and text in headline:
            self.first = index  # 新华社某地七月六日电 题：某某, below the title itself
        elif (
            self.dated
            and not (self.menu or self.signed)
            and 0 < self.plain < ABOVE_DATE
            and first < self.start
            and _is_name(headline, text, self.known)
        ):
            self.first = index  # between title and date stands the name of the author

    def count(self, index: int) -> bool:
        """Count a plain line; whether there are no more of them than a head has."""
        text = self.lines[index].text
        if _TOPIC in text:
            self.known += text  # 新华社某地九月二十日电 题：某某, which the title names
        self.plain += 1
        self.told = self.told or len(text) >= SHORTEST
        return self.plain <= (ABOVE_DATE if self.dated else LEAD)

    def weigh(self, index: int) -> None:
        """Take a line for the title that speaks of what the body speaks of."""
        lines, known = self.lines, self.known
        text, nothing = lines[index].text, self.first == self.start
        length = len(text)
        if not self.menu:
            self.top = index
        if self.apart:
            return  # above the title stands the menu, and the name of the site
        if length >= SHORTEST:
            if (
                CHAPTER.match(text)
                or likeness(text, known) >= LEAST
                or ((nothing or length >= NAME) and named_above(lines, index))
                or (
                    self.first == index + 1 < self.start
                    and length >= NAME
                    and not self.menu
                    and likeness(text, known, UPPER) > 0
                )
            ):
                self.first = index
        elif (
            length > 1
            and not (index == 0 and _is_home(lines[1]))
            and (
                known.startswith(text)
                if self.first == index + 1 < self.start
                else nothing
                and self.plain <= NEAR
                and (known.startswith(text) or known.count(text) >= ENTRY)
            )
        ):
            self.first = index


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


def in_table(lines: Sequence[Line], index: int) -> bool:
    """Whether the line and the one above are labels with their values: 软件评级：五星."""
    return index > 0 and all(
        _ROW.match(line.text) is not None and not line.prose and line.force < STRONG
        for line in lines[index - 1 : index + 1]
    )


def _is_trail(line: Line) -> bool:
    """Whether the line says where on its site the page is: a breadcrumb, 您的位置：某某 > 某某."""
    return line.reason in TRAILS and shapes.MARK.search(line.text) is not None


def _is_home(line: Line) -> bool:
    """Whether the line is the first of a menu, so that the one above is the name of the site."""
    return line.reason == "navigation" and line.force == WEAK and line.text == HOME


def _is_headline(line: Line) -> bool:
    """Whether a line between breadcrumb and title may be the headline over a subtitle."""
    return not line.force and NAME <= len(line.text) <= LONGEST and not _LABELLED.search(line.text)
