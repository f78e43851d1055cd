"""Lines of advertising words: 博彩網|六合彩|開元棋牌|私服."""

from __future__ import annotations

import re

from cleaner.document import Document
from cleaner.filters.repair.evidence import SPAM, places, present
from cleaner.filters.repair.scripts import apply
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings

RULE = "repair.spam"

ENOUGH = 3  # advertising words in a line ...
ABOVE = 2  # ... or in the line above all others, where mirrors put them
SHARE = 0.6  # ... that make up this share of its words; prose about gambling has sentences
LONGEST_WORD = 12  # characters of a word of such a list

_SPLIT = lazy(r"[\s|｜丨,，、;；/_·・\-—]+")
_LISTED = lazy("[,，|｜_]")
_LABEL = lazy(r"^[^\n:：]{1,8}[:：]")
_SENTENCE = lazy("[。！？!?]")
# Sites of forbidden films put their phrases together from few words: 国产精品在线观看. They count
# beside one that is on the list.
_MADE = lazy(
    "(?:[亚亞]洲|[欧歐]美|日[韩韓]|[国國][产產]|久久|精品|[综綜]合|在[线線]|[观觀]看|免[费費]|[无無][码碼]"
    "|中文字幕|高清|[视視][频頻]|[一二三][区區]|不卡|[伦倫]理|自拍|偷拍|激情|成人|人妻|少[妇婦]|熟女|[丝絲][袜襪]"
    "|影院|[电電]影|大片|毛片|福利|午夜|天天|日日|[网網]站|a片|av|五月|[婷丁]婷|手[机機]|[欧歐]洲|日本"
    "|[专專][区區]|[资資]源|播放|下[载載]){2,}+",
    re.IGNORECASE,
)


def spam(document: Document, settings: Settings) -> Document:
    """Drop lines that are lists of advertising words."""
    advertising = present(document, settings, SPAM)
    text = document.text
    edits: list[Edit] = []
    done = 0
    for at, _ in places(text, advertising):
        if at < done:
            continue
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        done = end
        line = text[start:end]
        above = _LISTED.search(line) and not text[:start].strip() and text[end:].strip()
        if _is_list(line, advertising, ABOVE if above else ENOUGH):
            edits.append(Edit(start, min(end + 1, len(text)), "", RULE))
    return apply(document, edits)


def _is_list(line: str, advertising: list[str], enough: int) -> bool:
    if _SENTENCE.search(line):
        return False
    words = [word for word in _SPLIT.split(_LABEL.sub("", line.strip())) if word]
    spam = sum(
        (len(word) <= LONGEST_WORD and any(map(word.__contains__, advertising)))
        or _MADE.fullmatch(word) is not None
        for word in words
    )
    return spam >= enough and spam >= SHARE * len(words)
