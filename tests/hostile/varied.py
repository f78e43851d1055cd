"""Shapes of which no two lines or clauses are the same: what is remembered of one is no help.

Each is full of something that a rule looks for: lists of films, dots that are full stops, GBK out
of step, rows of tables, threads, forms, names of sites set apart, some in a line without end.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

Shape = Callable[[int], str | bytes]

_THINGS = (
    "图书馆 城市 天气 孩子 朋友 老师 音乐 历史 春天 电影 石头 海洋 故事 风景 月亮 河流 山坡 村庄"
    " 花园 书店 学校 医院 车站 邻居 父亲 晚饭 衣服 窗户 桌子 雨水"
).split(" ")
_DOES = "看见 走过 离开 想起 喜欢 听说 记得 经过 打开 关上".split(" ")


def thing(number: int) -> str:
    return _THINGS[number % len(_THINGS)]


def pair(number: int) -> str:
    return thing(number) + thing(number // len(_THINGS))


def sentence(number: int) -> str:
    """Return a sentence without its stop; 3,000 come before one comes again."""
    does, other = _DOES[number % 10], _DOES[number // 7 % 10]
    first, second = thing(number // 3), thing(number // 11)
    return f"{thing(number)}里的人{does}了{first}，又{other}了{second}"


def each(made: Callable[[int], str]) -> Shape:
    """Return the shape of ``made`` of 0, 1, 2 and so on, one after the other."""

    def shape(size: int) -> str:
        parts: list[str] = []
        done = 0
        for number in count():
            if done >= size:
                break
            parts.append(made(number))
            done += len(parts[-1].encode())
        return "".join(parts)

    return shape


def half_again(made: Callable[[int], str]) -> Shape:
    """Return the shape of which the second half is the first once more."""
    half = each(made)
    return lambda size: str(half(size // 2)) * 2


def misread(read_as: str, really: str) -> Shape:
    """Return the shape of lines in one encoding that were read in another one."""
    lines = each(lambda number: f"{sentence(number)}。\n")

    def shape(size: int) -> str:
        told = str(lines(size)).encode(really, "ignore").decode(read_as, "replace")
        return told.encode()[:size].decode("utf-8", "ignore")

    return shape


VARIED: dict[str, Shape] = {
    "films of a line": each(lambda n: f"国产{pair(n)}在线观看 "),
    "films with commas": each(
        lambda n: f"国产{thing(n)}片,日韩{pair(n)}片,欧美{thing(n // 7)}在线\n"
    ),
    "sentences that dots end": each(lambda n: f"{sentence(n)}[{n % 40},{n % 7}-{n % 9}]."),
    "private use among shifts": each(lambda n: f"長?{chr(0xE000 + n % 1800)}崿F?，"),
    "marks after shifts": each(lambda n: f"能夠?qū)崿F(xiàn)?，{thing(n)}?！?/strong>"),
    "quotations after shifts": each(lambda n: f"長(zhǎng)“{thing(n)}?!?"),
    "doubled marks of all kinds": each(lambda n: f"{thing(n)}，，。、， ， 。 、,.。!！?？"),
    "prose wrapped": each(lambda n: f"{sentence(n)}，{sentence(n + 5)}"[:33] + "\n"),
    "words wrapped": each(lambda n: f"{sentence(n)}图\n书馆{sentence(n)[3:]}\n"),
    "readings without a bracket": each(lambda n: f"{thing(n)}長zhǎng)，"),
    "brackets without a reading": each(lambda n: f"{thing(n)}長(zhng)度(d?)"),
    "rows of bars": each(lambda n: f"| {thing(n)} | {n} | {thing(n // 30)} |\n"),
    "rows of tabs": each(lambda n: f"{thing(n)}\t{n}\t{thing(n // 30)}\n"),
    "posts of a thread": each(
        lambda n: (
            f"{thing(n)}{n}\n当前离线\n积分\n{n}\n发表于 2012-3-{n % 28 + 1} 07:23 | 只看该作者\n"
            f"{sentence(n)}。\n回复 支持 反对\n使用道具 举报\n"
        )
    ),
    "floors of a thread": each(lambda n: f"{n}楼\n{thing(n)}\n"),
    "posts that quote": each(
        lambda n: f"引用:原帖由 {thing(n)} 于 2012-3-{n % 28 + 1} 发表\n{sentence(n)}\n"
    ),
    "forms": each(lambda n: f"{thing(n)}：____ 性别：[ ] 男 [ ] 女 日期：　年　月　日\n"),
    "fields of forms": each(lambda n: f"{thing(n)}：\n{n}\n"),
    "quotations never closed": each(lambda n: f"“{sentence(n)}\n"),
    "quotations of both kinds": each(lambda n: f'‘{thing(n)}“他’她”"我"说"他 '),
    "characters quoted alone": each(lambda n: f"「後」「后」{thing(n)}裡"),
    "credits in one line": each(lambda n: f"（责编：{thing(n)} 审核：{thing(n // 30)}）"),
    "labels in one line": each(lambda n: f"{thing(n)}：{thing(n // 30)} "),
    "chapters": each(lambda n: f"第{n}章 {pair(n)}\n"),
    "headlines": each(lambda n: f"{thing(n)}{_DOES[n % 10]}{pair(n // 30)}{n}\n"),
    "headlines with dates": each(lambda n: f"{pair(n)}的{thing(n // 900)} 08-{n % 30 + 1}\n"),
    "lines that come twice": half_again(lambda n: f"{sentence(n)}{n}。\n"),
    "clauses that come twice": half_again(lambda n: f"{sentence(n)}{n}。"),
    "words and question marks in turn": each(lambda n: f"{thing(n)}?{thing(n // 30)}??"),
    "stuffed clauses": each(lambda n: f"其次要看风<网站建设>量{thing(n)},{thing(n)}建设"),
    "names of sites set apart": each(lambda n: "笔~趣~" if n % 9 else "笔~趣~阁~"),
    "notices in one line": each(lambda n: f"{sentence(n)}。手机用户请浏览m.a{n}.com阅读，"),
    "notices between sentences": each(lambda n: f"{sentence(n)}。筆~趣~閣，未完待续，"),
    "records of JSON": each(lambda n: f'{{"a":"{thing(n)}","b":[{n},'),
    "phones": each(lambda n: f"{thing(n)}：028-{85175623 + n} "),
    "misread as Latin": misread("latin-1", "utf-8"),
    "misread as Windows-1252": misread("cp1252", "utf-8"),
    "GBK misread as Latin": misread("latin-1", "gbk"),
    "Big5 misread as GBK": misread("gbk", "big5"),
}
