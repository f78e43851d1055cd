"""Pages made up quickly, for runs of millions: soup of tokens, pages taken apart, manuals, misread.

Hypothesis finds the smallest example of a failure but spends ten times as long on an example as
cleaning does. These makers cost a tenth of cleaning; :func:`shrink` does for them what is needed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from cleaner.dictionaries import lines, root
from tests.properties.strategies import DAMAGE, FOREIGN, GAPS, LATIN, WORDS

GOLDEN = Path(__file__).parent.parent / "golden"

#: Blocks to take single characters from: all that rules look at, and a few that none does.
BLOCKS = (
    (0x20, 0x7F),
    (0xA0, 0x180),
    (0x370, 0x460),
    (0x2000, 0x2070),
    (0x2100, 0x2200),
    (0x2460, 0x2500),
    (0x2E80, 0x2FE0),
    (0x3000, 0x3100),
    (0x3100, 0x3130),
    (0x3400, 0x3500),
    (0x4E00, 0x9FFF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xAD00),
    (0xE000, 0xE100),
    (0xF900, 0xFA00),
    (0xFE30, 0xFE50),
    (0xFF00, 0xFFF0),
    (0x1F300, 0x1F600),
    (0x20000, 0x20100),
)
#: Lines of manuals, programs and tables, beside which prose is indented or not.
MANUAL = (
    "-C, --directory 目录",
    "-n, --lines=NUM",
    "clean [选项]... 来源... 目录",
    "$ make install",
    "if (ready) {",
    "}",
    "return 0;",
    "选项:",
    "options:",
    "where mode can be :",
    "key: value",
    "name = 张三",
    "#include <stdio.h>",
    "root:x:0:0:超级用户:/root:/bin/sh",
    "1, 2, 3",
    "姓名,年龄,城市",
    "o 第一项",
    "* 第二项 - 说明",
    "1. 第三项",
    'print("你好, 世界")',
    '含有 "subscribe" 的信',
    "| 值 | 说明 |",
    "参见 tar(1), cpio(1)",
    "Hello world, again",
)
#: How text is read in the wrong encoding: what wrote it, what read it.
READINGS = (
    ("utf-8", "gb18030"),
    ("utf-8", "cp1252"),
    ("utf-8", "latin-1"),
    ("utf-8", "big5"),
    ("gb18030", "latin-1"),
    ("gb18030", "utf-8"),
    ("big5", "gb18030"),
    ("gb18030", "big5"),
)


@cache
def _phrases() -> tuple[str, ...]:
    """What the dictionaries hold: cues of chrome, notices, labels, words with two forms."""
    found: list[str] = []
    for name in (
        "chrome/cues.tsv",
        "chrome/labels.tsv",
        "chrome/channels.txt",
        "repair/notices.tsv",
        "repair/spam.txt",
        "repair/tags.txt",
        "normalise/padded.txt",
        "conversion/contexts.tsv",
        "conversion/phrases.tsv",
    ):
        found += [line.split("\t")[0] for _, line in lines(root() / name)]
    return tuple(found)


@cache
def _lines() -> tuple[str, ...]:
    found: list[str] = []
    for path in sorted(GOLDEN.glob("*.txt")) + sorted((GOLDEN / "chrome").glob("*.txt")):
        found += path.read_bytes().decode("utf-8", "replace").splitlines()
    return tuple(found)


def _character(pick: random.Random) -> str:
    low, high = pick.choice(BLOCKS)
    return chr(pick.randrange(low, high))


def _soup(pick: random.Random) -> str:
    """Tokens with gaps of all kinds between them."""
    kinds = (WORDS, WORDS, LATIN, DAMAGE, FOREIGN, _phrases())
    parts = []
    for _ in range(pick.randrange(1, 30)):
        if pick.random() < 0.15:
            parts += [_character(pick) for _ in range(pick.randrange(1, 5))]
        else:
            parts.append(pick.choice(pick.choice(kinds)))
        parts.append(pick.choice(GAPS))
    return "".join(parts)


def _noise(pick: random.Random) -> str:
    """Characters of one to three blocks, with no order at all."""
    blocks = pick.choices(BLOCKS, k=pick.randrange(1, 4))
    return "".join(chr(pick.randrange(*pick.choice(blocks))) for _ in range(pick.randrange(1, 40)))


def _page(pick: random.Random) -> str:
    """Lines of golden pages in a row, a few characters of them lost, doubled or changed."""
    lines = _lines()
    at = pick.randrange(len(lines))
    taken = list(lines[at : at + pick.randrange(1, 12)])
    if pick.random() < 0.3:
        taken.insert(pick.randrange(len(taken) + 1), pick.choice(_phrases()))
    text = list("\n".join(taken)[:1500])
    for _ in range(pick.randrange(6)):
        if text:
            at = pick.randrange(len(text))
            text[at] = pick.choice(("", text[at] * 2, _character(pick), pick.choice(GAPS)))
    return "".join(text)


def _manual(pick: random.Random) -> str:
    """Prose among lines of programs, options and tables, indented as it comes."""
    parts = []
    for _ in range(pick.randrange(2, 14)):
        line = pick.choice(pick.choice((MANUAL, _lines())))
        parts.append(pick.choice(("", "", "  ", "       ", "\t", "\u3000\u3000")) + line[:120])
        parts.append(pick.choice(("\n", "\n", "\n\n")))
    return "".join(parts)


def _misread(pick: random.Random) -> str:
    """A page of which a part was read in the wrong encoding."""
    text = pick.choice((_soup, _page))(pick)
    start = pick.randrange(len(text) + 1)
    end = min(len(text), start + pick.randrange(1, 60))
    wrote, read = pick.choice(READINGS)
    part = text[start:end].encode(wrote, "ignore").decode(read, pick.choice(("replace", "ignore")))
    return text[:start] + part + text[end:]


MAKERS: tuple[Callable[[random.Random], str], ...] = (
    _soup,
    _soup,
    _page,
    _manual,
    _noise,
    _misread,
)


def made(seed: int) -> Iterator[str]:
    """Yield pages without end; the same for the same seed."""
    pick = random.Random(seed)
    while True:
        yield pick.choice(MAKERS)(pick)


def shrink(text: str, fails: Callable[[str], bool], patience: int = 3000) -> str:
    """Return a small text that still ``fails``: spans are cut out while it does."""
    size = max(1, len(text) // 2)
    while size and patience > 0:
        at = 0
        while at < len(text) and patience > 0:
            shorter = text[:at] + text[at + size :]
            patience -= 1
            if fails(shorter):
                text = shorter
            else:
                at += size
        size //= 2
    return text
