"""Texts that are made to hurt: each shape is a generator of an input of any size.

A shape is a *unit* repeated, a *begin* that never ends, or a small program. Most are near misses:
an input that keeps a rule busy and then does not satisfy it, which is where regular expressions
look back and loops begin again. Nothing here is random, so that a figure can be measured twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.newer import NEWER
from tests.hostile.newest import NEWEST
from tests.hostile.rarest import RAREST
from tests.hostile.varied import VARIED, Shape

_UNITS: dict[str, str] = {
    # one character without an end
    "one Han character": "的",
    "one letter": "a",
    "one digit": "7",
    "one wide digit": "７",
    "spaces": " ",
    "ideographic spaces": "\u3000",
    "tabs": "\t",
    "line ends": "\n",
    "carriage returns": "\r",
    "brackets that open": "(",
    "wide brackets that open": "（",
    "square brackets": "[",
    "braces": "{",
    "question marks": "?",
    "ampersands": "&",
    "less-than signs": "<",
    "greater-than signs": ">",
    "backslashes": "\\",
    "straight quotes": '"',
    "corner quotes": "「",
    "stops": "。",
    "dots": ".",
    "commas": ",",
    "dashes": "—",
    "hyphens": "-",
    "tildes": "~",
    "percent signs": "%",
    "bars": "|",
    "hashes": "#",
    "backticks": "`",
    "replacement characters": "\ufffd",
    "lone surrogates": "\ud800",
    "private use": "\ue123",
    "combining marks": "\u0301",
    "zero-width spaces": "\u200b",
    "joiners": "\u200d",
    "bidirectional overrides": "\u202e",
    "kana": "の",
    "Hangul": "한",
    "zhuyin": "ㄅ",
    "rare ideographs": "𠮷",
    # separators in all the places where a rule looks for them
    "spread characters": "我 ",
    "spread words": "我们 看着 ",
    "spread letters": "a b ",
    "spaced question marks": "? ",
    "words and question marks": "我们?看着?",
    "Han and Latin": "我a",
    "Han, comma": "我,",
    "Han, wide comma": "我，",
    "doubled marks": "。，",
    "spaces before line ends": "   \n",
    "one character a line": "我\n",
    "blank lines of spaces": "\u3000\n\n",
    "mixed line ends": "我\r\r\n\x85",
    "two characters in turn": "哈嘻",
    "period of five": "甲乙丙丁戊",
    "brackets in brackets": "（(",
    "empty brackets": "（）",
    "quotes in quotes": "「『",
    "escaped quotes": '\\"我',
    # near misses of repair
    "glosses": "長(zhǎng)",
    "glosses without end": "長(zhǎng",
    "empty values": "我,,",
    "ellipses": "我...",
    "glosses eaten": "長?zhǎng)",
    "bare zhuyin": "長ㄓㄤˇ",
    "entities": "&nbsp;",
    "entities of entities": "&amp;amp;",
    "ampersands of entities": "&amp;",
    "entities without end": "&nbsp",
    "numbers of characters": "&#20013",
    "numbers without end": "&#2001300000",
    "code point escapes": "\\u4e2d",
    "code points cut": "\\u4e2",
    "byte escapes": "\\xe4\\xb8\\xad",
    "percent escapes": "%E4%B8%AD",
    "percent escapes cut": "%E4%B8",
    "escaped line ends": "我\\n",
    "terminal colours": "\x1b[0;31m",
    "terminal colours cut": "\x1b[0;31",
    "misread bytes": "锟斤拷",
    "misread bytes, sparse": "我锟斤",
    "mojibake": "鍥藉鐭ヨ瘑",
    "echoes": "我们看着他。我们看着他，",
    "letters of domains": "w w w . ",
    "domains": "www.a.com ",
    "domains of one word": "www.",
    "look-alikes of domains": "ｗｗｗ．",
    # near misses of markup
    "elements nested": "<div>",
    "elements closed": "</div>",
    "elements cut": "<a href",
    "attributes": "<a x=\"1\" y='2' z=3 ",
    "attributes without end": '<a x="',
    "comments without end": "<!--",
    "scripts without end": "<script>",
    "sections of data": "<![CDATA[",
    "processing instructions": "<?php ",
    "tables": "<table><tr><td>",
    "lists": "<ul><li>我",
    "formats": "<b><i>我",
    "slashes of JSON": "\\/",
    "escaped elements": "&lt;p&gt;",
    "escaped elements cut": "&lt;p ",
    "bulletin board": "[b]",
    "bulletin board cut": "[url=",
    "placeholders": "{{",
    "placeholders cut": "{{ a.b ",
    "blank breaks": "<br> \n",
    # near misses of normalise
    "urls": "https://a.cn/b?c=d&e=f ",
    "one url": "https://a.cn/我",
    "schemes": "http://",
    "mail": "a@b.",
    "thousands": "１，０００，",
    "times": "12:3",
    "dates": "2022-08-1",
    "formulas": "a+b=c*",
    "inline code": "`a` 我`",
    "fences": "```\n",
    "list items": "1. 我\n",
    "code": "def 我(a, b):\n    return a\n",
    "abbreviations": "e.g. i.e. ",
    "radicals": "⽤⻓",
    # near misses of chrome
    "cues": "责任编辑：",
    "cues a line": "责任编辑：王伟\n",
    "sources": "来源：",
    "sources a line": "2022-08-14 07:23 来源：新华网\n",
    "pagers": "上一页 下一页\n",
    "pagers of numbers": "[1][2][3]",
    "crumbs": "首页>新闻>",
    "crumbs a line": "首页 > 新闻 > 正文\n",
    "menus": "首页|新闻|",
    "tags": "#我们#",
    "counts": "阅读123",
    "counters": "浏览：1,000次",
    "dotted contents": "第一章……1\n",
    "comments": "回复 举报 3楼\n",
    "related": "相关阅读\n我们看着他\n",
    "copyright": "版权所有 未经授权不得转载\n",
    "posts": "推 abc: 我们 08/14 07:23\n",
    "reporters": "（记者 王伟）",
    # near misses of convert and segment
    "two forms": "乾",
    "particles": "看著",
    "authors": "》王伟",
    "authors of dynasties": "（唐）李白 ",
    "long numbers": "1.1%",
    "clusters": "C++#&._-",
    "broken clusters": "a.b%c_",
    "words joined by points": "乔治·",
    "unknown words": "龘靐齉",
    "prose": "这是一个很长的句子，说的是图书馆里的书。",
    "traditional prose": "這是一個很長的句子,說的是圖書館裡的書。",
}

_ENDLESS: dict[str, tuple[str, str]] = {
    # something that opens once, then no end of what it may hold
    "a gloss without end": ("長(", "zh"),
    "an entity without end": ("&", "a"),
    "a number of a character without end": ("&#", "1"),
    "an element without end": ("<a ", "b "),
    "an attribute without end": ('<a href="', "b "),
    "a comment without end": ("<html><!--", "- "),
    "a script without end": ("<html><script>", "a<b;"),
    "a page": ("<html><body>", "<p>我们看着他，"),
    "a page of links": ("<html><body>", "<a href=b>我们</a>"),
    "a page of nothing": ("<html><body>", "<b></b>"),
    "a quotation without end": ("「", "我们，"),
    "a url without end": ("https://a.cn/", "b"),
    "a line of code without end": ("```\n", "a = b;"),
    "a cue and a line without end": ("责任编辑：", "王"),
    "a date and a line without end": ("2022-08-14 ", "来源 "),
    "a title that comes again": ("我们看着他\n", "我们看着他的\n"),
}

_BYTES: dict[str, bytes] = {
    "zero bytes": b"\0",
    "bytes of 0x80": b"\x80",
    "bytes of 0xFF": b"\xff",
    "lead bytes": b"\xb0",
    "lead bytes of UTF-8": b"\xe4",
    "trail bytes of UTF-8": b"\xbf",
    "UTF-8 cut short": "我".encode()[:2],
    "UTF-8 cut short, spaced": "我".encode()[:2] + b" ",
    "surrogates in UTF-8": b"\xed\xa0\x80",
    "overlong zeros": b"\xc0\x80",
    "GBK": "我们看着他，".encode("gbk"),
    "GBK and stray bytes": "我们看着他，".encode("gbk") + b"\xff",
    "GB18030 of four bytes": "ɐ".encode("gb18030"),
    "Big5": "我們看著他，".encode("big5"),
    "Big5 that lost a byte": "我們看著他，".encode("big5")[1:],
    "shift of encodings a line": "我们看着他\n".encode("gbk") + "我們看著他\n".encode("big5"),
    "UTF-16 without a mark": "我们看着他，".encode("utf-16-le"),
    "UTF-16 of spaces": " ".encode("utf-16-be"),
    "escapes of ISO 2022": b"\x1b$)A\x0e1\x0f",
    "escapes of ISO 2022 cut": b"\x1b$",
    "HZ": b"~{VPND~}",
    "HZ cut": b"~{VP",
    "EUC-TW of four bytes": b"\x8e\xa2\xa1\xa1",
    "Latin of the West": "café à ".encode("latin-1"),
    "declarations": b"<meta charset=",
    "all bytes": bytes(range(256)),
}

# What pages are made of, put together to thousands of different lines.
_PARTS = "我们 看着 他 图书馆 来源 编辑 2022-08-14 首页 ， 。 （ ） a1 &amp; ? \u3000".split(" ")


def _repeat(unit: str, size: int) -> str:
    return unit * (size // len(unit.encode("utf-8", "surrogatepass")) + 1)


def _made_of(unit: str) -> Shape:
    return lambda size: _repeat(unit, size)


def _endless(begin: str, unit: str) -> Shape:
    return lambda size: begin + _repeat(unit, size)


def _bytes_of(unit: bytes) -> Shape:
    return lambda size: unit * (size // len(unit) + 1)


def _lines(size: int) -> Iterator[str]:
    """Lines of which no two are the same, of every length up to that of a paragraph."""
    state = 1
    done = 0
    while done < size:
        parts = []
        for _ in range(state % 23 + 1):
            state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
            parts.append(_PARTS[(state >> 16) % len(_PARTS)])
        line = "".join(parts) + "\n"
        done += len(line.encode())
        yield line


def _nested(size: int) -> str:
    """Brackets that open half the size deep, and close again."""
    return "（" * (size // 6) + "）" * (size // 6)


def _nested_elements(size: int) -> str:
    return "<div>" * (size // 11) + "</div>" * (size // 11)


def _every_character(size: int) -> str:
    """Code points from everywhere, in an order that never comes to rest; surrogates too."""
    # 7,919 is a prime, so that every code point comes once before one comes twice.
    return "".join(chr(number * 7919 % 0x110000) for number in range(size // 4 + 1))


def _every_ideograph(size: int) -> str:
    """The Chinese characters of the main block in order, again and again."""
    count = size // 3 + 1
    return "".join(chr(0x4E00 + number % 0x5200) for number in range(count))


def _growing_lines(size: int) -> str:
    """Lines of 1, 2, 3, ... characters, each the beginning of the next."""
    count = int((size // 3 * 2) ** 0.5) + 1
    return "\n".join(
        "我们看着他的书，"[: number % 9] * (number // 9 + 1) for number in range(count)
    )


def _misread(size: int) -> str:
    """Prose in UTF-8 that was read as GBK, which lost bytes of every line."""
    told = "".join(_lines(size * 2 // 3)).encode().decode("gbk", "replace")
    return told.replace("\ufffd", "?")


# What chrome looks at only where a site speaks around a text.
_ON_A_PAGE = {"contents": "目录\n历史\n", "counted tags": "#植物\n12个\n", "edit": "[编辑]\n"}


def _page_of(unit: str) -> Shape:
    """Return the shape of a page with a short text and ``unit`` over and over below it."""
    told = "石板路上摆开了三十多个书摊，卖书的人赶来，买书的人更多。\n"
    head, foot = f"登录\n首页 > 正文\n{told * 2}", "版权所有\n"
    around = len((head + foot).encode())
    return lambda size: head + unit * ((size - around) // len(unit.encode()) + 1) + foot


SHAPES: dict[str, Shape] = {
    **{name: _made_of(unit) for name, unit in _UNITS.items()},
    **{name: _endless(begin, unit) for name, (begin, unit) in _ENDLESS.items()},
    **{name: _bytes_of(unit) for name, unit in _BYTES.items()},
    "lines all different": lambda size: "".join(_lines(size)),
    **{f"page of {name}": _page_of(unit) for name, unit in _ON_A_PAGE.items()},
    "nested brackets": _nested,
    "nested elements": _nested_elements,
    "misread lines": _misread,
    "every character": _every_character,
    "every ideograph": _every_ideograph,
    "growing lines": _growing_lines,
    **VARIED,
    **NEWER,
    **NEWEST,
    **RAREST,
}
