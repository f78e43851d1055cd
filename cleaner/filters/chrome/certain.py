"""Lines at the edges of a text that are chrome by their characters alone.

Where the rules find no page, or have nothing more to say of one, its first and last lines may still
be buttons or names of sections that no phrase names (网友评论|, 返回所有小鲜闻). What they weigh by
their characters (:mod:`.model`) tells them from titles and last lines.
"""

from __future__ import annotations

from cleaner.filters.chrome import datelines
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.doubt import ABOVE, BELOW, NAME, SAYS, items_of, may_name, sentences
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.model import load
from cleaner.filters.chrome.waiting import AUTHOR
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# What a line weighs that goes from above or below a text: above stand titles and leading lines, and
# of the texts of 517 kinds none weighs 54 but 首页 and 评论. On 387 pages that the rules had not
# seen that makes 14 more wholly right. Below goes what weighs less, if the rules know it.
SURE_ABOVE: Final = 55
SURE_BELOW: Final = 60
KNOWN: Final = 20
# So many lines below the last sentence are an edge; more are a list or verses.
EDGE: Final = 4
#: Cues of what a text may end with by itself.
OWN: Final = frozenset({"byline", "credits", "breadcrumb"})
# Letters of which nothing was learnt: kana, Hangul, Cyrillic, Thai, as a list of words has them.
_FOREIGN = lazy("[\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff\u0e00-\u0e7f]")


def certain(
    lines: Sequence[Line], metadata: bool = False, folders: tuple[str, ...] = ()
) -> list[tuple[int, str]]:
    """Return which lines at the edges of a text are chrome by their characters alone.

    Each with its reason. The line right above the first sentence may be its title, whatever it
    weighs, and so may a word above, unless it is one of several; what stands below the last
    sentence is a list or verses, if it is more than a few lines, and who signs, if a day is the
    last; and what the rules know for the heading of a list they have left for a reason.
    """
    head, foot = sentences(lines)
    below = range(foot + 1, len(lines))
    told = len(below) > EDGE or (len(below) > 0 and _is_day(lines[-1]))
    edges = [*range(head - 1), *(() if told else below)]
    if foot < 0 or not edges:
        return []
    model = load(folders)
    items = items_of(lines, head, foot)
    found = [
        index
        for index in edges
        if index not in items
        and lines[index].force < END
        and SAYS.search(lines[index].text) is None
        and _FOREIGN.search(lines[index].text) is None
        and not (index > foot and _ends(lines[index]))
        and not (metadata and lines[index].reason == "byline" and lines[index].field != "-")
        and model.score(lines[index].text) >= (_least(lines[index]) if index > foot else SURE_ABOVE)
    ]
    alone = sum(index < head for index in found) == 1
    return [
        (index, lines[index].reason or (ABOVE if index < head else BELOW))
        for index in found
        if not (alone and index < head and _is_word(lines[index]))
    ]


def _is_day(line: Line) -> bool:
    return line.force < STRONG and datelines.find_date(line.text) is not None


def _ends(line: Line) -> bool:
    """Whether a text may end with the line by itself: 作者, a date, a name, 帮助>关于, end."""
    return line.reason in OWN or line.text in AUTHOR or line.text.isascii() or may_name(line)


def _is_word(line: Line) -> bool:
    """Whether the line is a word, as which a text may be entitled: 访谈, 留言簿."""
    return len(line.text) <= NAME and line.text.isalpha()


def _least(line: Line) -> int:
    """Return what a line below the last sentence weighs that goes.

    Less, if the rules know it for what sites have, though it may be a word of a text.
    """
    return KNOWN if line.force == WEAK and line.text[-1].isalpha() else SURE_BELOW
