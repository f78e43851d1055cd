"""Symbols strewn into words against copying: 西京🅹市的工🗠业发展，听🟤着这番🞎📀话.

Mirrors of novels set them between the characters of their text, a run of one to three, each page
others: tiles of mahjong, squared letters, geometric shapes, signs of alchemy, code points without a
character, and some emoji among them. No writer uses such signs of several kinds within sentences.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.scripts import HAN, apply, is_han
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

RULE = "repair.noise"

ENOUGH = 4  # signs within sentences that are no emoji; of Unicode's rows of 256 ...
ROWS = 3  # ... so many have one: a text about mahjong or chess shows the signs of one

# What the rows U+1F000 to U+1FBFF have beside emoji, after Unicode's emoji-data.txt.
_ODD = (
    "\U0001f000-\U0001f003\U0001f005-\U0001f0ce\U0001f0d0-\U0001f16f\U0001f172-\U0001f17d"
    "\U0001f180-\U0001f18d\U0001f18f-\U0001f190\U0001f19b-\U0001f1e5\U0001f203-\U0001f219"
    "\U0001f21b-\U0001f22e\U0001f230-\U0001f231\U0001f23b-\U0001f24f\U0001f252-\U0001f2ff"
    "\U0001f53e-\U0001f548\U0001f568-\U0001f56e\U0001f571-\U0001f572\U0001f57b-\U0001f586"
    "\U0001f588-\U0001f589\U0001f58e-\U0001f58f\U0001f591-\U0001f594\U0001f597-\U0001f5a3"
    "\U0001f5a6-\U0001f5a7\U0001f5a9-\U0001f5b0\U0001f5b3-\U0001f5bb\U0001f5bd-\U0001f5c1"
    "\U0001f5c5-\U0001f5d0\U0001f5d4-\U0001f5db\U0001f5df-\U0001f5e0\U0001f5e2"
    "\U0001f5e4-\U0001f5e7\U0001f5e9-\U0001f5ee\U0001f5f0-\U0001f5f2\U0001f5f4-\U0001f5f9"
    "\U0001f650-\U0001f67f\U0001f700-\U0001f7df\U0001f800-\U0001f90b\U0001fa00-\U0001fa6f"
    "\U0001fb00-\U0001fbff"
)
# Selectors and joiners are parts of emoji; signs of the BMP (☳ ☭) stand among the others.
_RUN = lazy("[\U0001f000-\U0001fbff\u2600-\u27bf\ufe0f\u200d]++")
_SYMBOL = lazy(f"[{_ODD}]")
_BESIDE = lazy(f"[{HAN}，。、；：！？…,.;:!?“”‘’「」『』]")


def symbols(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Drop symbols beside Chinese, where signs of several kinds stand within sentences."""
    text = document.text
    runs = [*_RUN.finditer(text)]
    within = {run for run in runs if _is_within(run)}
    odd = [sign for run in within for sign in _SYMBOL.findall(run.group())]
    if len(odd) < ENOUGH or len({ord(sign) >> 8 for sign in odd}) < ROWS:
        return document
    found = [
        Edit(*run.span(), "", RULE)
        for run in runs
        if run in within or (max(run.group()) > "\uffff" and _is_beside(run))
    ]
    return apply(document, found)


def _is_within(run: re.Match[str]) -> bool:
    """Whether symbols stand within a sentence: behind a Chinese character, and before text."""
    text, start, end = run.string, run.start(), run.end()
    return is_han(text[start - 1 : start]) and _BESIDE.match(text[end : end + 1]) is not None


def _is_beside(run: re.Match[str]) -> bool:
    """Whether there is Chinese on a side of symbols."""
    text, start, end = run.string, run.start(), run.end()
    return _BESIDE.search(text[start - 1 : start] + text[end : end + 1]) is not None
