"""Shapes for rules that look at what stands around: told notices, echoes, threads, lost bytes.

Each line is a near miss, or a hit, of a rule that reads on from it: to the end of a sentence, to
the next post, to the line that comes again. As in :mod:`.varied`, hardly two are the same.
"""

from __future__ import annotations

from tests.hostile.varied import Shape, each, half_again, pair, sentence, thing

HEAD = "登录\n首页 > 城市 > 正文\n石板路上摆开了三十多个书摊\n2022-08-14 07:23 来源：本报\n"
BODY = "石板路上摆开了三十多个书摊，卖书的人赶来，买书的人更多。\n" * 2


def later(number: int) -> str:
    """Return a sentence in GBK that is read one byte late."""
    data = sentence(number).encode("gbk")[1:]
    return data.decode("gbk", "replace").replace("\ufffd", "?")


def within(head: str, unit: Shape, foot: str) -> Shape:
    """Return the shape of ``unit`` between the head and the foot of a page."""
    around = len((head + foot).encode())
    return lambda size: head + str(unit(max(0, size - around))) + foot


def _gb2312(number: int) -> str:
    """Return a sentence with characters that GB 2312 has not, as its decoder reads GBK."""
    told = f"{sentence(number)}，朱镕基喆{thing(number)}赟囧。"
    return told.encode("gbk").decode("gb2312", "replace")


def _euro(number: int) -> str:
    """Return a sentence in UTF-8 read as GBK, which has nothing for 80 and for single bytes."""
    return f"一{sentence(number)}。".encode().decode("gbk", "replace").replace("\ufffd", "€")


NEWER: dict[str, Shape] = {
    # repair
    "shifts, no two alike": each(lambda n: f"{sentence(n)}?，{later(n)}，長(zhǎng)"),
    "shifts at glosses, no two alike": each(lambda n: f"{thing(n)}能夠?qū){later(n)}，(xiàn)"),
    "notices that are told": each(lambda n: f"她看见{thing(n)}上写着“一秒记住本站{n}”这几个字，"),
    "notices before a story": each(lambda n: f"（本章未完，她合上了{pair(n)}，"),
    "clauses that come twice at once": each(lambda n: f"{sentence(n)}，{sentence(n)}，"),
    "lines that almost come twice": each(lambda n: f"{sentence(n)}\n{sentence(n)}的\n"),
    "lost first bytes": each(lambda n: f"{thing(n)}家堙A{thing(n // 7)}瓷W"),
    "lost first bytes without a letter": each(lambda n: f"堙瓷{thing(n)}"),
    "characters that GB 2312 has not": each(_gb2312),
    "UTF-8 read as GBK with euro signs": each(_euro),
    "entities read as GBK": each(lambda n: f"聽{thing(n)}牋路{thing(n // 7)}"),
    "readings that are none": each(lambda n: f"{thing(n)}(zhòu{n % 9})長(zhǎng )"),
    "addresses set apart": each(lambda n: f"{thing(n)}w·w·w·a{n}·c·o·m，"),
    "keywords that begin clauses": each(lambda n: f",网站建设{thing(n)},{thing(n // 7)}网站建设"),
    # chrome
    "breadcrumbs of a name a line": within("", each(lambda n: f"{pair(n)}\n>\n"), BODY),
    "breadcrumbs above titles": each(lambda n: f"首页 > {thing(n)} > {pair(n)}\n{pair(n)}\n"),
    "floors with names": each(
        lambda n: f"沙发\n{thing(n)}\n发表于 2012-3-{n % 28 + 1} 07:23\n{sentence(n)}。\nTOP\n"
    ),
    "interruptions": each(
        lambda n: f"{sentence(n)}，{sentence(n + 3)}。\n+5\n点击查看大图\n{pair(n)}的{thing(n)}\n"
    ),
    "an article printed twice": half_again(lambda n: f"{sentence(n)}，{sentence(n + 3)}{n}。\n"),
    "headlines below the date": within(
        HEAD, each(lambda n: f"{pair(n)}的{thing(n // 900)}今天开放{n}\n"), BODY
    ),
    "notices in lines": each(lambda n: f"本站{thing(n)}由网友上传，如有问题请联系我们{n}。\n"),
    "notices in brackets": each(lambda n: f"{thing(n)}（更多{pair(n)}请关注本站微信{n}）"),
    "buttons behind sentences": each(lambda n: f"{sentence(n)}。分享到微信朋友圈{n}评论\n"),
    "comments of a weblog": within(
        HEAD + BODY,
        each(
            lambda n: f"{thing(n)} 说道：\n2012年3月{n % 28 + 1}日 07:23\n{sentence(n)}。\n回复\n"
        ),
        "发表评论\n",
    ),
}
