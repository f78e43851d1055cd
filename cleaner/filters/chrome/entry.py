"""What comes back on a page: contents, buttons beside the headings of an entry, heads of news."""

from __future__ import annotations

from cleaner.filters.chrome import shapes
from cleaner.filters.chrome.lines import DECORATION, Line
from cleaner.patterns import lazy
from cleaner.tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Final

# What stands over a table of contents.
_CONTENTS: Final = (
    *("目录", "本文目录", "文章目录", "内容目录", "游记目录", "页面目录", "本页目录", "目次"),
)
CONTENTS: Final = frozenset(
    [name + toggle for name in _CONTENTS for toggle in ("", "隐藏", "[隐藏]", "[显示]", "[收起]")]
)
TOGGLES: Final = frozenset({"隐藏", "显示", "展开", "收起", "展开全部", "收起全部"})
#: Buttons that show the rest of a text; on no page are they a line of it.
UNFOLD: Final = frozenset(
    {
        *("展开", "收起", "展开全部", "收起全部", "展开更多", "显示更多", "显示较少", "显示全部"),
        *("显示全文", "查看更多", "查看全部", "查看全文", "阅读更多", "阅读全文", "更多", "更多>"),
    }
)
# The name of a source is no longer, and comes back over so many pieces.
SOURCE, PIECES = 10, 3
# A line of headings stands so near the top, has so many names, none longer, and so many come below.
TOP, LISTED, NAME, HEADED = 2, 6, 12, 3
_NUMBER = lazy("^[0-9.、]+")
# Beside each heading of an entry that everybody may edit; alone it is a word.
_EDIT = ("编辑", "编辑源代码", "编辑|编辑源代码", "编辑本段", "播报", "edit", "Edit")
EDIT: Final = frozenset(
    ["[]", *[form.format(word) for word in _EDIT for form in ("{}", "[{}]", "［{}］", "【{}】")]]
)


def contents(lines: Sequence[Line], within: Iterable[tuple[int, Line]]) -> list[int]:
    """Return the lines of tables of contents that begin ``within`` some lines, by their indices.

    They are the word, and under it headings that come again, or a toggle alone.
    Chapters of a book or a law (第一章 总则) are left out: their contents are part of the work.
    """
    heads = [index for index, line in within if line.text in CONTENTS and line.force]
    if not heads:
        return []
    ends = _repeated(lines, heads[0])
    out: list[int] = []
    done = 0
    for head in heads:
        first = head + 1
        while first < len(lines) and lines[first].text.strip("[]［］") in TOGGLES:
            first += 1
        index = ends[first]
        folded = index == first > head + 1
        if folded or (index > first + 1 and not lines[first].text.startswith("第")):
            out.extend(range(max(head, done), index))
            done = max(done, index)
    return out


def _repeated(lines: Sequence[Line], start: int) -> list[int]:
    """Return for each line from ``start`` on, and the end, the first that does not come again.

    Worked out from below, so that a page of such heads costs no more than another.
    """
    last = {line.text: index for index, line in enumerate(lines)}
    ends = [len(lines)] * (len(lines) + 1)
    for index in range(len(lines) - 1, start, -1):
        text = lines[index].text
        bare = _NUMBER.sub("", text)  # "" for a number in a line of its own
        again = not bare or last[text] > index or last.get(bare, 0) > index
        ends[index] = ends[index + 1] if again else index
    return ends


def buttons(lines: Sequence[Line], start: int) -> list[int]:
    """Return the buttons beside headings ([编辑]) that come back from ``start`` on."""
    found = [i for i, line in enumerate(lines[start:], start) if line.text in EDIT]
    counts = Tally([lines[i].text for i in found])
    return [i for i in found if counts[lines[i].text] > 1]


def heads(lines: Sequence[Line], cued: Sequence[tuple[int, Line]]) -> list[int]:
    """Return the names of a source and the dates beside them, if they stand over several pieces.

    ``cued``: the lines that are cues, each with its index.
    """
    dated = [i for i, line in cued if line.field == "published"]
    if len(dated) < PIECES:
        return []
    named = [
        (i, name)
        for i in dated
        for name in (i - 1, i + 1)
        if 0 <= name < len(lines) and _may_be_source(lines[name])
    ]
    counts = Tally([lines[name].text for _, name in named])
    return [i for pair in named if counts[lines[pair[1]].text] >= PIECES for i in pair]


def listed(lines: Sequence[Line]) -> list[int]:
    """Return the line at the top that has all headings of an entry: 简介,作品目录,人物介绍,评价."""
    for index, line in enumerate(lines[:TOP]):
        text = line.text
        if text.count("，") + text.count(",") < LISTED - 1:
            continue
        names = text.replace(",", "，").strip("，").split("，")
        if len(names) >= LISTED and max(map(len, names)) <= NAME:
            below = {*names}.intersection([other.text for other in lines[index + 1 :]])
            return [index] if len(below) >= HEADED else []
    return []


def _may_be_source(line: Line) -> bool:
    """Whether the line is like the name of a site; in a diary the weather stands beside the day."""
    name = line.text.strip(DECORATION)
    return 1 < len(name) <= SOURCE and not line.prose and (name.isascii() or shapes.media(name))
