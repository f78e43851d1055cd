"""Marks that a slip or a program doubled: 。。 ，， 、、 「「」」 and dots for an ellipsis."""

from __future__ import annotations

import re
from collections.abc import Callable

from cleaner.document import Document
from cleaner.filters.repair.scripts import HAN, rewrite
from cleaner.patterns import lazy
from cleaner.settings import Settings

RULE = "repair.punctuation"

# Brackets that have a half-width twin are left out: what is done must not hang on their width.
_TEXT = f"{HAN}“”‘’「」『』《》【】"

# Each pattern begins with the mark itself and looks back past it, which lets the search skip.
_DOTS = lazy(
    "。{3,}"  # typed for an ellipsis
    "|…{3,}"  # an ellipsis has six dots, two of these
    f"|([.·・．])(?:(?<=[{_TEXT}].)|(?<=[{HAN}][)）].))\\1{{2,}}(?![A-Za-z0-9/\\\\.])"
)
_GAP = "[ \u00a0\u3000]*"
_COMMAS = lazy(
    f"[，、；：,](?:(?<=[{_TEXT}0-9A-Za-z].)|(?<=[{HAN}][)）].))(?:(?<=[,，])(?:{_GAP}[,，])+"
    f"|(?<=、)(?:{_GAP}、)+|(?<=；)(?:{_GAP}；)+|(?<=：)(?:{_GAP}：)+)(?=[{_TEXT}0-9]|\\s|\\Z)"
)
_STOPS = lazy(
    f"。(?<=[{_TEXT}].)(?:[。.]|{_GAP}[，,、；;](?![，,、；;]))(?![.。])"
    f"|[，,、；;](?<=[{_TEXT}].){_GAP}。(?![.。])"
)
_MARKS = lazy(f"[，、；：,。;]{_GAP}(?:(?<!,)[，、；：,。;.]|(?<=,)[,，。])")
_LOUD = lazy("！{4,}|？{4,}|([!?])(?<=[\u3400-\u9fff].)\\1{3,}")
_BARS = lazy(f"([|｜丨])(?<=[{_TEXT}].)\\1+(?=[{_TEXT}])")
_DASHES = lazy("—(?<=[^—\\s].)—{2,}(?=[^—\\s])")
_TILDES = lazy(f"([~～])(?<=[{_TEXT}].)\\1+")
_NESTED = lazy(
    "(「)「([^「」\\n]*)」(」)|(『)『([^『』\\n]*)』(』)|(《)《([^《》\\n]*)》(》)"
    "|(【)【([^【】\\n]*)】(】)|(（)（([^（）\\n]*)）(）)|(“)“([^“”\\n]*)”(”)"
)
# What must be in the text for a pattern to have a chance.
_DOUBLE_OPEN = ("「「", "『『", "《《", "【【", "（（", "““")


def punctuation(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Reduce doubled marks to the mark that was meant; up to three ！ or ？ are honest."""
    document = _when(document, ("。。。", "………", "...", "···", "・・・", "．．．"), _DOTS, "……")
    if _MARKS.search(document.text):
        document = rewrite(document, _COMMAS, _single, RULE)
        document = rewrite(document, _STOPS, "。", RULE)
    document = _when(document, ("！！！！", "？？？？", "!!!!", "????"), _LOUD, _three)
    document = _when(document, ("||", "｜｜", "丨丨"), _BARS, _first)
    document = _when(document, ("———",), _DASHES, "——")
    document = _when(document, ("~~", "～～"), _TILDES, _first)
    return _when(document, _DOUBLE_OPEN, _NESTED, _inner)


def _when(
    document: Document,
    signs: tuple[str, ...],
    pattern: re.Pattern[str],
    replacement: str | Callable[[re.Match[str]], str],
) -> Document:
    text = document.text
    if any(sign in text for sign in signs):
        return rewrite(document, pattern, replacement, RULE)
    return document


def _single(match: re.Match[str]) -> str:
    return "，" if "，" in match.group() else match.group()[0]


def _first(match: re.Match[str]) -> str:
    return match.group()[0]


def _three(match: re.Match[str]) -> str:
    return match.group()[:3]


def _inner(match: re.Match[str]) -> str:
    return "".join(group for group in match.groups() if group)
