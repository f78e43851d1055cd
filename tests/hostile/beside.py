"""Every sign that a rule looks for, with one character beside it: a product, not a list by hand.

Rules ask what stands beside a tag, a mark, a label: in quotes, in a sentence, alone in a line. What
one of them asks of the whole text, once for each sign, is asked as often as the text is long. Such
a rule has to be met by its own sign beside what it lets pass, and nobody thinks of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from cleaner.filters.markup.elements import BLOCK, CELL, DROPPED, INLINE, VOID
from tests.hostile.varied import Shape

#: What stands beside a sign.
BESIDE = {"Han": "中", "Latin": "a", "digit": "7", "a line end": "\n"}

_ELEMENTS = sorted(BLOCK | CELL | DROPPED | INLINE | VOID)
_BBCODE = (
    "align attach b backcolor center code color email flash float font free hide i img indent li"
    " list media p quote right s size sub sup table td tr u url video"
).split(" ")
_ENTITIES = "&nbsp; &lt; &gt; &amp; &quot; &middot; &#20013; &#x4e2d; &hellip; &amp;lt; &".split(
    " "
)
_LABELS = (
    "来源： 责任编辑： 作者： 记者： 标签： 关键词： 上一篇： 下一篇： 发表于 阅读： 浏览次数："
    " 引用： 编辑： 回复 楼主 时间： 相关阅读： 版权所有 转载 电话： 第1章 图1"
    " （记者 原标题： 首页 登录 更多>>"
).split(" ")
_QUOTES = "“ ” ‘ ’ 「 」 『 』 《 》 （ ） 【 】 〈 〉 \" ' ` ( ) [ ] { } < > ?” “? «".split(" ")
_MARKS = (
    "， 。 、 ？ ！ ； ： … —— · ～ , . ? ! ; : ... -- ~ | / \\ # * _ = + % @ ^ $ 　 �"
    " ?？ ，。 ?， �, \\n \\u4e2d %E4%B8%AD (zhǎng) zhǎng) ?zhǎng) 鍥藉 Ã â€œ 锟斤拷 Â \u200b"
).split(" ")
_NUMBERS = "1. (1) [1] ① 2022-08-14 07:23 100% www.a.com http://a.cn/b a@b.cn 1楼 １ ￥".split(" ")


def _signs() -> Iterator[tuple[str, str]]:
    """Yield a name and the text of each sign."""
    for name in _ELEMENTS:
        yield f"<{name}>", f"<{name}>"
        yield f"</{name}>", f"</{name}>"
        yield f"<{name}…>", f'<{name} class="a">'
    for name in _BBCODE:
        yield f"[{name}]", f"[{name}]"
        yield f"[/{name}]", f"[/{name}]"
    for group in (_ENTITIES, _LABELS, _QUOTES, _MARKS, _NUMBERS):
        for sign in group:
            yield repr(sign)[1:-1], sign


SIGNS = dict(_signs())

#: Signs of which each pair is made: one of each kind that rules tell apart.
PAIRED = {
    name: SIGNS[name]
    for name in (
        "<p> </p> <br> <hr> <li> <td> </div> <div…> <b> </b> <a…> </a> <span> <img…> <script>"
        " <pre> <code> <ruby> <option> [b] [/b] [url] [/img] [quote] &nbsp; &lt; &#20013; & 来源："
        ' 责任编辑： 标签： 发表于 上一篇： 第1章 “ ” ‘ 「 」 《 （ ） ( ) [ ] < > " `'
        " ， 。 ？ , . ? : | \\\\ � \\u3000"
        " ?， (zhǎng) ?zhǎng) 鍥藉 â€œ Â 1. [1] 07:23 www.a.com １"
    ).split(" ")
}


def repeated(unit: str) -> Shape:
    return lambda size: unit * (size // len(unit.encode()) + 1)


def nested(begin: str, end: str) -> Shape:
    """Return the shape of ``begin`` as often as there is room for, and ``end`` as often."""
    length = len((begin + end).encode())
    return lambda size: begin * (size // length + 1) + end * (size // length + 1)


def alone() -> dict[str, Shape]:
    """Return the shapes of each sign with each character beside it."""
    return {
        f"{name} beside {what}": repeated(sign + beside)
        for (name, sign), (what, beside) in product(SIGNS.items(), BESIDE.items())
    }


def in_turn() -> dict[str, Shape]:
    """Return a fourth of the shapes of :func:`alone`: each sign with one of the characters."""
    shapes = list(alone().items())
    beside = len(BESIDE)
    return dict(shapes[at * beside + at % beside] for at in range(len(SIGNS)))


def in_pairs(beside: str = "中") -> dict[str, Shape]:
    """Return the shapes of each two signs with ``beside`` after each."""
    return {
        f"{first} {beside} {second} {beside}": repeated(one + beside + two + beside)
        for (first, one), (second, two) in product(PAIRED.items(), PAIRED.items())
        if first != second
    }


def in_each_other() -> dict[str, Shape]:
    """Return the shapes of what opens, and closes as often, with a character beside each."""
    return {
        f"{name} nested beside {what}": nested(begin + beside, end + beside)
        for (name, (begin, end)), (what, beside) in product(
            _OPENED.items(), (("nothing", ""), ("Han", "中"))
        )
    }


def product_of_all() -> dict[str, Shape]:
    """Return the shapes of signs alone, in pairs and in each other."""
    return {**alone(), **in_each_other(), **in_pairs()}


def few() -> dict[str, Shape]:
    """Return some of all these: the signs of which pairs are made, and some in each other."""
    return {
        **{f"{name} beside Han": repeated(sign + "中") for name, sign in PAIRED.items()},
        **{
            f"{name} nested": nested(*_OPENED[name])
            for name in "<p> <b> [b] [list] “” （）".split()
        },
    }


_OPENED = {
    **{f"<{name}>": (f"<{name}>", f"</{name}>") for name in _ELEMENTS},
    **{f"<{name}…>": (f'<{name} class="a">', f"</{name}>") for name in _ELEMENTS},
    **{f"[{name}]": (f"[{name}]", f"[/{name}]") for name in _BBCODE},
    **{
        pair: (pair[0], pair[1])
        for pair in "“” ‘’ 「」 『』 《》 （） 【】 () [] {} <> ‘”".split(" ")
    },
}
