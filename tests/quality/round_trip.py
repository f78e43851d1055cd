"""Simplified text made Traditional by six converters, and brought back.

Unlimited test data, and the kinds of Traditional that scraped pages have: OpenCC's standard, that
of Taiwan and of Hong Kong (by OpenCC's own configurations), MediaWiki's tables (zhconv), one
character at a time (hanziconv), and Taiwanese with every old form that writers still use
(計畫, 沈重, 回覆, 一隻牠), which no converter makes.

``python -m tests.quality.round_trip FILE...`` prints errors per million characters on your own
Simplified text, first as it is, and the commonest: the character between, what came back, what it
was.
"""

from __future__ import annotations

import importlib
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from cleaner.document import Document
from cleaner.filters.convert import opencc, simplify
from cleaner.filters.convert.tables import load

MILLION = 1_000_000
PAGE = 1200  # characters, enough to tell which kind of Traditional a page is

# What the old forms stand for: everywhere, or in these words.
_EVERYWHERE = {"沉": "沈", "链": "鍊", "它": "牠", "账": "帳"}
_IN_WORDS = {
    "复覆": "反复 答复 回复 批复 复函 复信 函复 电复 复核 复议",
    "划畫": "计划 规划 策划 企划 筹划 谋划 擘划 区划",
    "借藉": "借口 凭借 借助 借由 借此 借故 借以 假借 借机 借着",
    "伙夥": "合伙 同伙 伙伴 大伙 小伙 团伙 伙计 散伙 一伙",
    "折摺": "折叠 存折 奏折 折扇 折子 折皱 折纸",
    "升昇": "升起 东升 升平 上升 升华 升天",
    "了瞭": "了解 明了 一目了然 了如指掌 了然",
    "克剋": "克扣 相克 克星",
    "布佈": "公布 宣布 发布 分布 布置 散布",
    "占佔": "占领 占有 占据 侵占 霸占 强占",
    "周週": "一周 两周 上周 下周 周末 周日 周一 周刊 周年",
    "搜蒐": "搜集 搜罗",
    "秘祕": "秘密 秘书 神秘 奥秘",
    "苏甦": "苏醒 复苏",
    "巨鉅": "巨大 巨款 巨资 巨额 艰巨",
    "径逕": "径自 径行 径直",
    "才纔": "刚才 方才 才能 才是",
    "厘釐": "厘清 厘米 厘定",
    "挨捱": "挨饿 挨打 挨过 难挨",
    "拼拚": "拼命 拼死 拼搏 打拼",
    "什甚": "什么",
    "只祇": "只是 只要 只有 只能 只好 只得",
    "炼鍊": "锻炼 修炼 磨炼 冶炼 提炼 精炼 凝炼 炼丹",
}


def by_opencc(name: str) -> Callable[[str], str]:
    """Return OpenCC's configuration ``name`` as a function of a text."""
    return lambda text: opencc.convert(Document(text=text), name).text


def zhconv() -> Callable[[str], str]:
    """Return zhconv's zh-hant. Raises ImportError when it is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own, about pkg_resources
        module = importlib.import_module("zhconv")
        module.convert("", "zh-hant")
    return lambda text: str(module.convert(text, "zh-hant"))


def hanziconv() -> Callable[[str], str]:
    """Return hanziconv. Raises ImportError when it is not installed."""
    converter = importlib.import_module("hanziconv").HanziConv
    return lambda text: str(converter.toTraditional(text))


def old_taiwan() -> Callable[[str], str]:
    """Return Taiwanese by OpenCC with every old form put in."""
    taiwanese = by_opencc("s2tw")
    words = [
        (word, word.index(pair[0]), pair[1])
        for pair, several in _IN_WORDS.items()
        for word in several.split()
    ]

    def convert(text: str) -> str:
        made = list(taiwanese(text))
        if len(made) != len(text):
            return "".join(made)
        for at, character in enumerate(text):
            made[at] = _EVERYWHERE.get(character, made[at])
        for word, offset, form in words:
            at = text.find(word)
            while at >= 0:
                made[at + offset] = form
                at = text.find(word, at + 1)
        return "".join(made)

    return convert


def _as_it_is() -> Callable[[str], str]:
    return lambda text: text


TRADITIONALISERS: dict[str, Callable[[], Callable[[str], str]]] = {
    "s2t": lambda: by_opencc("s2t"),
    "s2tw": lambda: by_opencc("s2tw"),
    "s2hk": lambda: by_opencc("s2hk"),
    "zhconv": zhconv,
    "hanziconv": hanziconv,
    "old Taiwan": old_taiwan,
}

# zhconv changes quotation marks, which we never do.
_MARKS = str.maketrans("「」『』", "“”‘’")


def errors(source: str, back: str) -> int:
    """Return in how many characters ``back`` is not ``source``; both have the same length."""
    assert len(source) == len(back)
    return sum(
        one != other
        for one, other in zip(source.translate(_MARKS), back.translate(_MARKS), strict=True)
    )


def without_traditional(text: str) -> str:
    """Return ``text`` without the lines that have a Traditional character of their own."""
    old = load().traditional.characters
    return "\n".join([line for line in text.split("\n") if old.isdisjoint(line)])


def pages(text: str) -> Iterator[str]:
    """Yield ``text`` in pieces of whole lines, long enough to tell their kind."""
    lines: list[str] = []
    size = 0
    for line in text.split("\n"):
        lines.append(line)
        size += len(line)
        if size >= PAGE:
            yield "\n".join(lines)
            lines, size = [], 0
    if lines:
        yield "\n".join(lines)


def main(names: list[str]) -> None:
    """Print what is lost on the texts of the files ``names``."""
    tables = load()
    texts = [
        page
        for name in names
        for page in pages(without_traditional(Path(name).read_text("utf-8", "replace")))
    ]
    for name, make in {"as it is": _as_it_is, **TRADITIONALISERS}.items():
        traditionalise = make()
        found: Counter[str] = Counter()
        total = 0
        for page in texts:
            made = traditionalise(page)
            if len(made) != len(page):
                continue
            total += len(page)
            back = simplify(made, tables).text.translate(_MARKS)
            for between, got, was in zip(made, back, page.translate(_MARKS), strict=True):
                if got != was:
                    found[between + got + was] += 1
        wrong = found.total()
        print(f"{name}: {wrong} of {total}, {wrong * MILLION / max(total, 1):.0f} per million")
        print("   ", " ".join(f"{key}:{count}" for key, count in found.most_common(12)))


if __name__ == "__main__":
    main(sys.argv[1:])
