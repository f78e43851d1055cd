"""What goes with a phrase of a notice: its clause, the brackets around it, or its line.

The phrases are in ``dictionaries/repair/notices.tsv``: some are sure by themselves, some need a web
address in their clause, some are ordinary words (更優質的閱讀體驗) and count only next to another
notice, some (求月票) when they are all of their clause, names of sites when their characters are
set apart (筆~趣~閣), and some (如有侵權) take a short line with them that begins as notices of
copyright do.
"""

from __future__ import annotations

from cleaner.filters.repair.addresses import DOMAIN, TOP
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cleaner.filters.repair.phrases import Notices

REACH = 100  # characters from a phrase to the ends of its clause; notices are shorter
_CLAUSE_END = "，,。；;！!？?\n"
_AFTER = lazy(f"[^{_CLAUSE_END}]*[{_CLAUSE_END.rstrip()}]*")
# How a line of copyright begins; what follows a phrase that is the subject of a sentence.
_LINE = lazy(
    r"\s*[【（(\[*※◎]{0,2}(?:(?:版權|版权|免責|免责|特別|特别|鄭重|郑重)?(?:聲明|声明)|注[:：]|本文|本站"
    r"|本網|本网|本[書书]|本小[說说]|本作品|文章|圖片|图片|素材|轉[自載]|转[自载]|來源|来源|未經|未经|如有侵|侵權|侵权|版權|版权)"
)
_SUBJECT = frozenset("的之是這这規规")
_NAMED = lazy("(?:[待後后][續续])?[的之]")
# Whose a text is, before what is asked of those who copy it: 某某網原創,轉載請注明出處.
_ATTRIBUTED = lazy("[网網站刊社](?:[独獨]家|原[创創]|首[发發]|[发發][布表])[^。！？\\n]{0,8}\\Z")
_SPACES = frozenset(" \u3000")
_STORY_BEFORE = lazy("[\u3400-\u9fff]{2}[ \u3000]\\Z")
_LONGEST_LINE = 90
LIST = "list"  # the cue of a line that lists titles, which nobody tells
_QUOTES_AFTER = frozenset("”’」』")
_OPENERS, _CLOSERS = "(（【[〔", ")）】]〕"
_TWINS = {")": ")）", "）": ")）"}  # pages mix their widths
_COUNTED = ("plea", "beside")
_POSTSCRIPT = lazy(r"[pP]\.?[sS]\.?[:：]?")
_AROUND = f" \t\u00a0\u3000~～….{_CLAUSE_END}{_OPENERS}"
# In brackets: an address with the name of its site behind it. Others name the site first.
_SIGNED = lazy(rf"[A-Za-z0-9.-]{{4,40}}\.{TOP}/? ?[\u3400-\u9fff]{{2,8}}")
# Behind an address, up to what is not of the notice.
_STORY = lazy("[!-~]{0,60} +(?=[“「『\u3400-\u9fff])")


class Unit(NamedTuple):
    """A clause or bracket that holds a phrase; ``sure`` when it is a notice by itself.

    ``cues``: what else it has of a notice, scopes of phrases, and pleas themselves.
    """

    start: int
    end: int
    sure: bool
    cues: frozenset[str] = frozenset()


def unit_of(text: str, start: int, end: int, notices: Notices) -> Unit | None:
    """Return what goes with the phrase ``text[start:end]``; None when it is of no notice."""
    scope = notices.scopes.get(text[start:end], "always")
    if scope == "line":
        line = _line(text, start, end)
        if line is not None:
            return line
    if scope == "titles" and (titles := _titles(text, start, end)) is not None:
        return titles
    if scope == "always" and _NAMED.match(text, end):
        return None
    cues = frozenset((scope, text[start:end]) if scope in _COUNTED else (scope,))
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    opened, closed = _brackets(text, start, end, low, high)
    if closed >= 0:
        sure = _is_sure(text[opened:closed], scope, notices) or (
            scope == "place" and _SIGNED.fullmatch(text, opened + 1, closed) is not None
        )
        return Unit(opened, closed + 1, sure, cues)
    first = max(text.rfind(mark, low, start) for mark in _CLAUSE_END) + 1
    while text[first] in _QUOTES_AFTER:  # of what was said before
        first += 1
    first = _begun(text, first, start, notices)
    after = _AFTER.match(text, end, high)
    last = after.end() if after else end
    if (first == 0 and low > 0) or last >= end + REACH:
        return None
    last = _addressed(text, end, last, notices)
    return Unit(first, last, _is_sure(text[first:last], scope, notices), cues)


def _begun(text: str, start: int, end: int, notices: Notices) -> int:
    """Return where the clause of a phrase at ``end`` begins: a story may end with a space there.

    第一章 雪夜 本書首發…: nothing that notices say stands before the space.
    """
    if text[end - 1 : end] not in _SPACES or not _STORY_BEFORE.search(text, start, end):
        return start
    said = notices.cues.search(text, start, end) or notices.phrases.search(text, start, end - 1)
    return start if said else end


def _addressed(text: str, start: int, end: int, notices: Notices) -> int:
    """Return where a clause that names an address ends: a story may go on behind the address.

    For that a space must come, and nothing that notices say.
    """
    address = DOMAIN.search(text, start, end)
    story = _STORY.match(text, address.end(), end) if address is not None else None
    if story is None:
        return end
    rest = text[story.end() : end]
    said = notices.cues.search(rest) or notices.phrases.search(rest)
    return end if said else story.end()


def _brackets(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Return where the brackets around a phrase are, -1 twice when it is in none of its line.

    They are looked for from ``low`` to ``high``.
    """
    opened = start if text[start] in _OPENERS else _opened(text, low, start)
    if opened >= 0:
        kind = _CLOSERS[_OPENERS.index(text[opened])]
        found = [text.find(mark, end, high) for mark in _TWINS.get(kind, kind)]
        closed = min([at for at in found if at >= 0], default=-1)
        if closed >= 0 and "\n" not in text[end:closed]:
            return opened, closed
    return -1, -1


def _opened(text: str, low: int, start: int) -> int:
    """Return where the bracket was opened that ``start`` stands in, -1 when it is in none."""
    if not any(map(text[low:start].__contains__, _OPENERS)):  # as is usual
        return -1
    closed = 0
    for at in range(start - 1, low - 1, -1):
        if text[at] in _OPENERS:
            if not closed:
                return at
            closed -= 1
        elif text[at] in _CLOSERS:
            closed += 1
        elif text[at] == "\n":
            break
    return -1


def _line(text: str, start: int, end: int) -> Unit | None:
    """Return the line of a phrase when it is a notice of copyright and not all of the text."""
    first = _line_start(text, start)
    last = text.find("\n", end, end + _LONGEST_LINE)
    last = len(text) if last < 0 else last
    if first < 0 or last - first > _LONGEST_LINE or (first == 0 and last == len(text)):
        return None
    if text[end : end + 1] in _SUBJECT or not (
        _LINE.match(text, first, last) or _ATTRIBUTED.search(text, first, start)
    ):
        return None
    return Unit(first, last, sure=True)


def _titles(text: str, start: int, end: int) -> Unit | None:
    """Return the line that a phrase over titles of books begins: 书迷正在阅读：甲？乙！丙."""
    first = _line_start(text, start)
    if first < 0 or text[first:start].strip():
        return None
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    return Unit(first, last, sure=True, cues=frozenset((LIST,)))


def _line_start(text: str, at: int) -> int:
    """Return where the line of ``at`` begins, -1 when that is too far before it."""
    start = text.rfind("\n", max(0, at - _LONGEST_LINE), at) + 1
    return start if start or at < _LONGEST_LINE else -1


def _is_sure(unit: str, scope: str, notices: Notices) -> bool:
    """Tell whether a clause with a phrase of this ``scope`` is a notice by itself."""
    if scope in ("domain", "site"):
        return DOMAIN.search(unit) is not None or (
            scope == "domain" and notices.kinds.search(unit) is not None
        )
    if scope == "whole":
        return not _POSTSCRIPT.sub("", notices.without(unit)).strip(_AROUND)
    return scope in ("always", "titles")
