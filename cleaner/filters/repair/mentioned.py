"""Notices that are spoken of: 上面写着“一秒记住本站”, 本章未完，她合上了书.

Who tells of a notice says who read it, wrote it or said it, within the clause or in the next one
of the same sentence. A notice among the text of a novel has the story around it, but is a sentence
of its own; one that names an address is never told of.
"""

from __future__ import annotations

from cleaner.filters.repair.scripts import narrates
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cleaner.filters.repair.phrases import Notices

# A clause with one who speaks of what it quotes.
_TELLS = lazy(
    "她|(?<![其吉])他(?![人乡鄉])|[写寫][着著道了]|[说說问問喊念][了着著道过過]|[说說称稱问問道][，,]"
)
# How the next words speak of what was quoted: 这几个字, 这句话, 这样的话.
_REFERS = lazy(
    "[”」’』]?[，,]?[这這那](?:[一二两兩三四五六七八九十几幾]{0,2}[个個行句段番]?[字话話]|[样樣种種]的?[话話])"
)
# How the sentence goes on behind what it quotes: “请记住本站”这种水印, ”一类的提示, ”等字样.
_CITES = lazy(
    "[”」』’](?:[这這那][种種类類样樣些个個]的?|[之一]?[类類样樣]的|的|等等?|[一这這那]?[句行条條])?"
    "(?:字样|字樣|[广廣]告[词詞]?|水印|提示|[说說]法|[标標][语語])"
)
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’"))
_OPENERS = " \t\u3000“「『（("
_BEGINNING = frozenset("。！？!?…\n”」』")
_PAUSES = frozenset("，,")
_BEHIND = 8  # characters that may say what was quoted
_REACH = 60  # characters to the end of the sentence that goes on behind a notice


def is_mentioned(text: str, start: int, end: int, notices: Notices) -> bool:
    """Tell whether the notice ``text[start:end]`` is only spoken of."""
    notice = text[start:end]
    if any(notice.count(opening) > notice.count(closing) for opening, closing in _QUOTES):
        return True  # somebody says it
    if (
        _REFERS.match(text, end)
        or _CITES.search(text, start, end + _BEHIND)
        or _TELLS.search(notices.without(notice))
    ):
        return True
    if notice[-1:] not in _PAUSES:
        return False
    before = text[max(0, start - len(_OPENERS)) : start].rstrip(_OPENERS)
    if before and before[-1] not in _BEGINNING:
        return False
    stop = text.find("。", end, end + _REACH)
    rest = text[end : stop + 1]
    return (
        "\n" not in rest
        and narrates(rest)
        and not (notices.phrases.search(rest) or notices.cues.search(rest))
    )
