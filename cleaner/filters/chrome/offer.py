"""Pages that offer something, goods with a price or work with a salary: their title and rows.

Such a page has few sentences, far below its title, and what stands between is no menu: price,
place, what the employer pays. It is known by a price and, below that, the button that takes the
offer (加入购物车, 申请职位). Between price and button of goods stand sizes and colours to choose.
"""

from __future__ import annotations

from cleaner.filters.chrome import shapes
from cleaner.filters.chrome.cues import STRONG
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.page import Page
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence
    from typing import Final

# So far above the first paragraph the title may stand, so far above the price, and so far below
# the price the button.
REACH: Final = 60
OVER_PRICE: Final = 10
OVER_BUTTON: Final = 30
# A title of goods has so many letters, and this share of the longest line about them.
GOODS, SHARE = 8, 0.6
# A line of this length says more than a colour or a size.
TOLD = 20
_SALARY: Final = lazy(
    r"(?:月薪|年薪|薪资|待遇)?[:：]?\d[\d.,]{0,6}[kK千万元]?[-~～—至]\d[\d.,]{0,6}[kK千万元](?:/[月天年时]|·\d\d薪)?(?:以上)?"
)
#: A line that is a price.
PRICE: Final = lazy(
    r"[^\d¥￥$。，]{0,5}(?:NT|HK|US|RMB)?[¥￥$]\d[\d,.]*(?:元?起?)?|\d[\d,.]*元(?:起|/\S{1,3})?"
)
_BUYS: Final = lazy(
    "加入.{0,4}购物车|放入购物车|立即结[帐账]|立即购买|直接购买|立即订购|立即抢购|立即下单|马上购买|询价"
)
_APPLIES: Final = lazy(
    "申请职位|立即申请|投递简历|立即沟通|投个?简历|应聘|应征|立即投递|聊一聊|打招呼"
)
# What such buttons begin with: most pages have none, and are looked at no further.
_VERBS: Final = frozenset(
    (
        *("加入", "放入", "立即", "直接", "马上", "询价", "申请", "投递", "投个", "投简"),
        *("应聘", "应征", "聊一", "打招"),
    )
)


class Offer:
    """The title of an offer, where its description starts, and what is to be chosen between."""

    def __init__(self, title: int, start: int, chosen: list[int]) -> None:
        self.title = title
        self.start = start
        self.chosen = chosen


def find(page: Page, start: int, end: int) -> Offer | None:
    """Return the offer of which the body describes something, None for none."""
    if _VERBS.isdisjoint([line.text[:2] for _, line in page.cued]):
        return None
    lines = page.lines
    told = next((i for i in range(start, end) if lines[i].prose and not lines[i].force), end)
    above = range(max(1, told - REACH), told)
    for index in above:
        text = lines[index].text
        if lines[index].force >= STRONG:
            continue
        if _SALARY.fullmatch(text) is not None and _buttons(lines, index, _APPLIES):
            title = index - _names_work(lines[index - 1])
            return Offer(title, told, [i for i in range(title, told) if lines[i].force >= STRONG])
        if PRICE.fullmatch(text) is not None and (buttons := _buttons(lines, index, _BUYS)):
            goods = _over_price(lines, index)
            return None if goods is None else _goods(lines, goods, index, buttons[-1], told, end)
    return None


def _names_work(line: Line) -> bool:
    """Whether the line may name a post to be filled: 新媒体编辑 is no credit above a salary."""
    return not line.prose and line.reason in ("", "credits")


def _goods(
    lines: Sequence[Line], title: int, price: int, button: int, told: int, end: int
) -> Offer | None:
    """Return the offer of goods by the lines of title, price and last button that buys them."""
    start = button + 1
    while start < told and (lines[start].force or shapes.ROW.match(lines[start].text) is None):
        start += 1
    if start == end:
        return None
    chosen = [i for i in range(title + 1, price) if lines[i].force >= STRONG]
    chosen += [i for i in range(price + 1, start) if _is_chosen(lines[i])]
    return Offer(title, start, chosen)


def _is_chosen(line: Line) -> bool:
    """Whether the line is a button, or a colour or a size: no price, no row of a table."""
    if line.force >= STRONG:
        return True
    if line.prose or len(line.text) >= TOLD or shapes.ROW.match(line.text) is not None:
        return False
    return PRICE.fullmatch(line.text) is None


def _buttons(lines: Sequence[Line], index: int, words: re.Pattern[str]) -> list[int]:
    """Return the buttons of these words near below the line."""
    below = range(index + 1, min(index + 1 + OVER_BUTTON, len(lines)))
    return [i for i in below if lines[i].force and words.search(lines[i].text) is not None]


def _over_price(lines: Sequence[Line], price: int) -> int | None:
    """Return the title of goods above their price: the first line that is not much shorter."""
    over = range(max(0, price - OVER_PRICE), price)
    plain = [
        index
        for index in over
        if not lines[index].force and shapes.ROW.match(lines[index].text) is None
    ]
    longest = max((len(lines[index].text) for index in plain), default=0)
    if longest < GOODS:
        return None
    return next(index for index in plain if len(lines[index].text) >= SHARE * longest)
