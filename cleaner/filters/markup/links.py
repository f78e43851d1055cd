"""Navigation by its tags: elements for it, and blocks in which nearly all text is in links.

What the text of a page does not show, its HTML does: which words are links. Lists of links are
menus and other articles; where there is nothing else on the page, they are its text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from cleaner.filters.markup import elements
from cleaner.filters.markup.frame import is_menu, named, numbering, unseen
from cleaner.filters.markup.heading import ANCHORS, TAG
from cleaner.filters.markup.tags import Tag
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

# So many links, and this share of a block's letters in them, make it a list of links; a sentence
# outside of links, or links that are paragraphs themselves, make it something else.
LINKS, DENSE, LONG = 3, 0.75, 40
# A list, or a block with a heading of its own, may have fewer.
FEW = 2
# A table has so many headings of columns or more, each with so many letters and tags at most.
COLUMNS, HEAD = 2, 300
# A page of which less than this stays has its text in the links.
LEAST, SHARE = 40, 0.1
_STOPS = "。！？"
_ANCHOR = frozenset(ANCHORS)
# Blanks and marks between the links of a menu.
_BLANK = lazy("&(?:nbsp|raquo|middot|bull|gt|e[mn]sp|#160|#12288);?")
_NUMBERS = lazy(r"(?:<[^<>]*+>|[\s0-9.]|&nbsp;)++")
# What lists of other articles are labelled with, in the same line.
_LABEL = lazy(
    "[^：:]{0,4}(?:推荐|推薦|相关|相關|热门|熱門|更多|阅读|閱讀|标签|標籤|关键词|關鍵字|分享到?)[^：:]{0,4}[：:]$"
    "|(?:标签|標籤|关键词|關鍵字)$"
)
LABEL = 10
# What headings over other articles and over comments have.
_CUE = lazy(
    "相[关關似]|推[荐薦]|[热熱][门門点點评評议議榜]|猜你|喜[欢歡]|延伸|更多|其他|看了又看|[评評][论論]|回[应應覆复]"
    "|留言|[阅閱][读讀]|最新|精彩|[为為][你您]|排行|点[击擊]|點擊|本周|本週|今日"
)
_TURN = lazy(r"\s*+(?:[上下前后後]一?[页頁篇章节節]|Prev|Next)")
_LISTS = frozenset(("dl", "ol", "ul"))
_SUBHEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_OPENING = _LISTS | _SUBHEADINGS
# Elements that may be navigation.
_PLACES = elements.PART | {"button", "select"}


class _Counts(NamedTuple):
    """Letters, letters in links, links and full stops outside of links before each tag."""

    letters: list[int]
    linked: list[int]
    links: list[int]
    stops: list[int]


class Links(NamedTuple):
    """Indices of start tags: what is dropped whole, and ``a`` tags that begin a line."""

    dropped: frozenset[int]
    lines: frozenset[int]


NONE = Links(frozenset(), frozenset())


def links(text: str, found: Sequence[Tag], closed: Mapping[int, int]) -> Links:
    """Find navigation among the tags ``found`` of ``text``; ``closed`` are pairs of their indices.

    Nothing is dropped when next to nothing would be left, or not one full stop of those outside.
    """
    counts = _count(text, found, closed)
    total = counts.letters[-1]
    headings = [index for index, tag in enumerate(found) if tag.name == "h1"]
    data = _tables(text, found, closed)
    tables = sorted(data)
    dropped: set[int] = set()
    listed: set[int] = set()
    skip = table = -1
    lost = stops = numbered = 0
    for index, tag in enumerate(found):
        if index < skip or tag.closing or index not in closed:
            continue
        end = closed[index]
        if tag.hidden:
            skip = end
            continue
        if unseen(tag):
            dropped.add(index)
            skip = end
            continue
        letters = counts.letters[end] - counts.letters[index]
        if not letters:
            continue
        if numbering(tag):
            if numbered <= tag.end:  # else it is known up to where there are only numbers
                numbers = _NUMBERS.match(text, tag.end)
                numbered = tag.end if numbers is None else numbers.end()
            if numbered >= found[end].start:
                dropped.add(index)
                skip = end
                continue
        if letters == 1 and tag.name == "a" and text[tag.end : found[end].start].strip() in _ANCHOR:
            dropped.add(index)
            skip = end
            continue
        if tag.name not in _PLACES:
            continue
        if index in data:
            table = end
        dense = index > table and tag.name in elements.PART and _lacks(index, end, tables)
        dense = dense and _dense(counts, index, end, letters)
        few = tag.name in _LISTS or _opened(found, index) or (dense and _turns(text, tag.end))
        least = FEW if few else LINKS
        sentences = counts.stops[end] - counts.stops[index]
        framed = _lacks(index, end, headings) and named(tag, letters, total, sentences)
        framed = framed or (not dense and _labelled(text, found, index, counts, end))
        if framed or (dense and _count_of(counts, index, end) >= least):
            dropped.update(_below(text, found, closed, index) or (index,))
            lost += letters
            stops += sentences
            skip = end
        elif dense:
            listed.update(i for i in range(index, end) if found[i].name == "a")
            skip = end
    left = total - lost
    if left < max(LEAST, SHARE * total) or (stops and counts.stops[-1] == stops):
        listed.update(i for at in dropped for i in range(at, closed[at]) if found[i].name == "a")
        dropped = set()
    return Links(frozenset(dropped), frozenset(listed))


def _lacks(start: int, end: int, places: Sequence[int]) -> bool:
    """Whether none of ``places``, which ascend, is from ``start`` on and before ``end``."""
    return bisect_left(places, start) == bisect_left(places, end)


def _count(text: str, found: Sequence[Tag], closed: Mapping[int, int]) -> _Counts:
    counts = _Counts([], [], [], [])
    add_letters, add_linked, add_links, add_stops = (values.append for values in counts)
    letters = linked = number = stops = 0
    anchored = hidden = -1
    at = 0
    for index, tag in enumerate(found):
        start = tag.start
        if start > at and index > hidden:
            told = "".join(text[at:start].split())
            if "&" in told:
                told = _BLANK.sub("", told)
            if told:
                letters += len(told)
                if index <= anchored:
                    linked += len(told)
                else:
                    stops += sum(map(told.count, _STOPS))
        add_letters(letters)
        add_linked(linked)
        add_links(number)
        add_stops(stops)
        at = tag.raw or tag.end
        if tag.closing or index not in closed:
            continue
        if index > hidden and (tag.hidden or tag.name == "title"):
            hidden = closed[index]
        elif tag.name == "a" and index > anchored:
            anchored = closed[index]
            number += 1
    # Values before the tag of an index, and at the end those of the whole text.
    for values in counts:
        values.append(values[-1] if values else 0)
    return counts


def _count_of(counts: _Counts, start: int, end: int) -> int:
    return counts.links[end] - counts.links[start]


def _dense(counts: _Counts, start: int, end: int, letters: int) -> bool:
    """Whether nearly all letters between two tags are in links that are no paragraphs."""
    linked = counts.linked[end] - counts.linked[start]
    number = _count_of(counts, start, end)
    return (
        number > 1
        and linked >= DENSE * letters
        and linked <= LONG * number
        and counts.stops[end] == counts.stops[start]
    )


def _tables(text: str, found: Sequence[Tag], closed: Mapping[int, int]) -> frozenset[int]:
    """Return which tables have headings of columns: their links are data.

    Of tables within one another the innermost; a calendar has headings of one letter.
    """
    data = set()
    last = -1
    heads = 0
    for index, tag in enumerate(found):
        if tag.name == "table":
            if not tag.closing:
                last, heads = index, 0
            elif closed.get(last) == index and heads >= COLUMNS:
                data.add(last)
        elif tag.name == "th" and not tag.closing and closed.get(index, index) > index:
            head = text[tag.end : found[closed[index]].start]
            heads += len(TAG.sub("", head[:HEAD]).strip()) > 1
    return frozenset(data)


def _labelled(text: str, found: Sequence[Tag], start: int, counts: _Counts, end: int) -> bool:
    """Whether a block is a label of other articles and links behind it: 推荐阅读：某某 某某."""
    if found[start].name not in elements.PART or _count_of(counts, start, end) < FEW:
        return False
    outside = counts.letters[end] - counts.letters[start]
    outside -= counts.linked[end] - counts.linked[start]
    label = text[found[start].end : found[start + 1].start].strip()
    return 0 < len(label) <= outside <= LABEL and _LABEL.match(label) is not None


def _opened(found: Sequence[Tag], start: int) -> bool:
    """Whether the first element in a block is a heading or a list."""
    return start + 1 < len(found) and found[start + 1].name in _OPENING


def _turns(text: str, at: int) -> bool:
    """Whether what begins at ``at`` is a link to the page before or behind this one."""
    return _TURN.match(TAG.sub("", text[at : at + HEAD])) is not None


def _below(text: str, found: Sequence[Tag], closed: Mapping[int, int], start: int) -> list[int]:
    """Return what follows the heading of other articles that a block begins with, if it does.

    The heading stays (相关阅读): it says of what follows it on the page that the article is over,
    and the line goes for that, as it does in text.
    """
    at = start + 1
    if found[at].name not in _SUBHEADINGS or at not in closed or is_menu(found[start]):
        return []
    if _CUE.search(TAG.sub("", text[found[at].end : found[closed[at]].start][:HEAD])) is None:
        return []
    below = []
    while (at := closed.get(at, at) + 1) < closed[start]:
        if not found[at].closing and at in closed:
            below.append(at)
    return below
