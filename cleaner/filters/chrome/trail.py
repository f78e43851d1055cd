"""The title that a breadcrumb names: 首页 > 产品中心 > 电动球阀, and below it 电动球阀.

Boards, shops and companies end their breadcrumbs with the page itself, so that a line below that is
the last name of one is the title for certain, though it is short, a word that menus have as well
(公司简介), or has a panel about the author between itself and the text.
"""

from __future__ import annotations

from cleaner.filters.chrome import body, sentences, shapes
from cleaner.filters.chrome.cues import STRONG
from cleaner.filters.chrome.lines import TRAILS, Line
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# So far above the text a breadcrumb may stand: with the panel about an author between, that of a
# thread is 50 lines above its first post.
REACH: Final = 60
# A longer line is no name of a breadcrumb, and a shorter one below it as often a button as a title.
LONGEST: Final = 60
LEAST: Final = 8
# But one that names what the breadcrumb ends with may be as short.
NAMED = 4
#: What stands between the names of a breadcrumb of one name a line.
ARROWS: Final = body.ARROWS | {">>", "-->"}
#: Buttons that stand between the two: 二维码.
_BUTTONS: Final = frozenset({"app", "share"})
_ENDS: Final = frozenset(">›»＞/→〉")
_BETWEEN: Final = lazy("[>›»＞/→〉]+")


def named(lines: Sequence[Line], start: int) -> tuple[int | None, int | None, bool, int | None]:
    """Return what breadcrumbs say of the lines down to ``start``, where the body begins.

    First the last line that a breadcrumb above it ends with; then the line right below the last
    breadcrumb, if it is long enough for a title, and whether that says more of what the breadcrumb
    ends with: 水质检测仪, SH-500型水质检测仪. Last the name itself that the last one ends with,
    where each name has its line.
    """
    names: set[str] = set()
    title = below = end = None
    sure = ends = False
    first = 0
    for index in range(max(0, start - REACH), min(start + 2, len(lines))):
        line = lines[index]
        if line.text in names:
            title = index
        # Most lines are no breadcrumb and have none above.
        elif (line.reason in TRAILS or ends) and not (names and _is_value(line)):
            name = _last(lines, index)
            if name:
                names.add(name)
                below = index + 1
                first = below
                while below <= start and lines[below].force and lines[below].reason in _BUTTONS:
                    below += 1
                end = index if name == line.text else None
                sure = name in lines[below].text if below < len(lines) else False
        ends = line.text[-1] in _ENDS
    if below is not None and (
        first > start or not _may_be_title(lines[below], sure or below == start)
    ):
        below = None
    return title, below, sure, end


def _is_value(line: Line) -> bool:
    """Whether names are a value below the breadcrumb: 货物/专用设备, 类别：行政＞营建目."""
    if line.force >= STRONG:
        return False
    return ("/" in line.text and ">" not in line.text) or shapes.ROW.match(line.text) is not None


def _may_be_title(line: Line, sure: bool) -> bool:
    least = NAMED if sure else LEAST
    return not line.force and least <= len(line.text) <= LONGEST and line.text[-1] not in "。：:"


def _last(lines: Sequence[Line], index: int) -> str:
    """Return the last name of the breadcrumb that the line is, or ends; "" if it is none."""
    line = lines[index]
    text = line.text
    if text[-1] in _ENDS or len(text) == 1 or "://" in text:
        return ""
    if line.reason in TRAILS and line.force and _BETWEEN.search(text) is not None:
        return _BETWEEN.split(text)[-1]
    if not index or lines[index - 1].text[-1] not in _ENDS or len(text) > LONGEST:
        return ""
    if sentences.wordless(text):
        return ""  # 0:00 / 0:00, of a player
    arrow = lines[index - 1].text in ARROWS
    if not arrow and (index < 2 or lines[index - 2].text[-1] not in _ENDS):
        return ""  # 更多>>
    below = lines[index + 1 : index + 2]
    return "" if any(line.text in ARROWS for line in below) else text
