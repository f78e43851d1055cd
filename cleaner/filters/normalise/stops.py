"""Dots that are the full stops of a text: 這是大變局.高技術產業很重要[1].

Journals of science print ``．`` so as not to confuse 。 with a nought, and a page that made
full-width marks half-width has ``.``. A text that ends sentences so has no 。 at all.
"""

from __future__ import annotations

from itertools import islice

from cleaner.document import Document
from cleaner.filters.normalise.guards import HAN
from cleaner.patterns import MULTILINE, lazy

RULE = "normalise.full-stop"

ENOUGH = 3  # dots after clauses; names and versions have theirs closer together
_TYPED = 2  # the same of a text that has half-width commas too and ends with one
_CLAUSE = 6  # characters without a dot before them

_CITED = r"\[[0-9,，-]{1,9}\]"
_BEFORE = rf"(?:[{HAN}）)”》](?:{_CITED})?|[%％0-9A-Za-z]{_CITED})"
_AFTER = rf"(?=[{HAN}“‘《（(]|[0-9]{{4}} ?年|$)"
_DOT = lazy(rf"({_BEFORE})[.．]{_AFTER}", MULTILINE)
_ENDED = lazy(rf"(?<=[{HAN}，,、]{{{_CLAUSE}}}){_BEFORE}[.．](?=[{HAN}“《（(]|$)", MULTILINE)

_HALF = lazy(f"[{HAN}][,;:?!][{HAN}]")
_PHRASE = 4  # characters before the last one of a clause there
_TYPED_END = lazy(
    rf"(?<=[{HAN}，,、：:？?！!；;]{{{_PHRASE}}})[{HAN}][.．](?=[{HAN}“《（(]|$)", MULTILINE
)
# Characters that names from abroad are written with: 约翰.史密斯.
_SOUNDS = (
    "阿埃艾安奥巴贝本比彼波伯博布查达戴丹道德迪蒂东杜顿多恩尔法菲费弗夫福盖戈格哈汉赫亨华霍基吉加杰金卡凯柯科可克肯库拉莱"
    "兰朗劳勒雷里理丽利莉林琳隆卢鲁路伦罗洛马玛迈麦曼梅蒙米摩莫默穆纳娜奈内尼涅宁诺欧帕佩皮珀普齐奇契乔切琼瑞若萨塞桑森莎山"
    "什史斯索塔泰坦汤唐特提托瓦万威韦维温翁沃伍西希夏肖谢辛休雅亚扬耶伊因英尤约兹泽扎詹珍翰姆玉文买热艾依古"
    "奧貝達東頓爾費華傑凱萊蘭勞麗魯倫羅馬瑪邁麥蒙納內寧諾歐齊喬瓊薩韋維溫溝謝亞揚約澤買熱"
)
_NAMED = lazy(f"[{_SOUNDS}][.．]|[.．][{_SOUNDS}]")


def full_stops(document: Document) -> Document:
    """Make 。 of the dots of ``document`` when they are its full stops: it has no other ones."""
    if "。" in document.text:
        return document
    ended = _ENDED.finditer(document.text)
    if any(next(ended, None) is None for _ in range(ENOUGH)) and not _is_typed(document.text):
        return document
    return document.sub(_DOT, r"\1。", RULE)


def _is_typed(text: str) -> bool:
    """Return whether all marks were typed half-width and no dot may be of a name."""
    return (
        text.rstrip().endswith((".", "．"))
        and _HALF.search(text) is not None
        and _NAMED.search(text) is None
        and sum(1 for _ in islice(_TYPED_END.finditer(text), _TYPED)) == _TYPED
    )
