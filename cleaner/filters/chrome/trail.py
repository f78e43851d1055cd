"""The title that a breadcrumb names: 首页 > 产品中心 > 电动球阀, and below it 电动球阀.

Boards, shops and companies end their breadcrumbs with the page itself, so that a line below that is
the last name of one is the title for certain, though it is short, a word that menus have as well
(公司简介), or has a panel about the author between itself and the text.
"""

from __future__ import annotations

from cleaner.filters.chrome.lines import Line
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# So far above the text a breadcrumb may stand: with the panel about an author between, that of a
# thread is 50 lines above its first post.
REACH = 60
# A longer line is no name of a breadcrumb.
LONGEST = 60
#: What a breadcrumb is.
TRAILS = frozenset({"breadcrumb", "navigation"})
#: What stands between the names of a breadcrumb of one name a line.
ARROWS = frozenset((">", "->", "›", "»", "＞", "/", ">>"))
_ENDS = frozenset(">›»＞/→〉")
_BETWEEN = lazy("[>›»＞/→〉]+")


def titles(lines: Sequence[Line], start: int) -> list[int]:
    """Return the lines above the body, or its first one, that a breadcrumb above ends with."""
    names: set[str] = set()
    found: list[int] = []
    for index in range(max(0, start - REACH), min(start + 1, len(lines))):
        line = lines[index]
        if line.text in names:
            found.append(index)
        elif name := _last(lines, index):
            names.add(name)
    return found


def _last(lines: Sequence[Line], index: int) -> str:
    """Return the last name of the breadcrumb that the line is, or ends; "" if it is none."""
    line = lines[index]
    text = line.text
    if text[-1] in _ENDS or len(text) == 1:
        return ""
    if line.reason in TRAILS and line.force and _BETWEEN.search(text) is not None:
        return _BETWEEN.split(text)[-1]
    if not index or lines[index - 1].text[-1] not in _ENDS or len(text) > LONGEST:
        return ""
    arrow = lines[index - 1].text in ARROWS
    if not arrow and (index < 2 or lines[index - 2].text[-1] not in _ENDS):
        return ""  # 更多>>
    below = lines[index + 1 : index + 2]
    return "" if any(line.text in ARROWS for line in below) else text
