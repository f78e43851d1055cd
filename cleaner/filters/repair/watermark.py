"""Notices that novel sites put among the text: 手機用戶請瀏覽…, (本章未完, spelt-out addresses.

A notice goes with its clause, or with the brackets around it. The phrases are in
``dictionaries/repair/notices.tsv``: some are sure by themselves, some need a web address in their
clause, some are ordinary words (更優質的閱讀體驗) and count only next to another notice, some
(求月票) when they are all of their clause, names of sites when their characters are set apart
(筆~趣~閣), and some (如有侵權) take a short line with them that begins as notices of copyright do.
Ordinary words (小說, 請訪問) in ``dictionaries/repair/notice_words.tsv`` tell a notice together and
with an address.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.evidence import NOTICES, has_apart, has_spelt, places, present
from cleaner.filters.repair.scripts import apply, drop
from cleaner.named import NamedTuple
from cleaner.patterns import ASCII, MULTILINE, escape, lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from cleaner.filters.repair.phrases import Notices

RULE = "repair.watermark"

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
_LONGEST_LINE = 90
_LIST = "list"  # the cue of a line that lists titles, which nobody tells
_QUOTES_AFTER = frozenset("”’」』")
_SPEECH = lazy('[：:,，。] ?[“「"]')  # of a story, before a notice
_OPENERS, _CLOSERS = "(（【[〔", ")）】]〕"
_TWINS = {")": ")）", "）": ")）"}  # pages mix their widths
# With an address: more than what each says by itself (更多小說, 請訪問 ...; 手機用戶 ... 觀看).
_TOGETHER = (
    ("novel", "visit"),
    ("novel", "invite"),
    ("novel", "read"),
    ("phone", "read"),
    ("domain", "visit"),
    ("more", "visit"),
)
# By themselves: 更多精彩內容,請關注微信公眾號.
_PROMISED = ("more", "channel")
_SOUGHT = ("site", "visit")
_NAMES = ("place", "site")
_ASKING = ("visit", "invite")
_COUNTED = ("plea", "beside")
PLEAS = 2  # different ones in a group: 新書上傳,求推薦
# With the kind of a site instead: authors publish there, but who asks the reader to go is a notice.
_INVITED = ("novel", "invite", "place")
# Alone in its line.
_CONTINUED = lazy(
    r"^[^\S\n]*+[(（【—…]*+未完待[續续][)）】—….。!！~～]*+[^\S\n]*+(?:\n|\Z)", MULTILINE
)
# That a chapter is over, in brackets at the end of its last line, or as the last line. Above others
# it tells chrome that the text is over.
_ENDED = lazy(r"[(（【](?:(?<!\S.)本章完[)）】]\s*+\Z|(?<=\S.)本章完[)）】](?=[^\S\n]*+(?:\n|\Z)))")
# What forums write above an edited post.
_EDITED = lazy(
    r"^[^\S\n]*+[\[［【]?[^\S\n]*+本帖最[后後]由[^\n]{1,40}?[于於] ?\d{4}[-/年]\d{1,2}[-/月]\d{1,2}"
    r"[日 \d:：APM上下午]{0,20}[编編][辑輯][^\S\n]*+[\]］】]?[^\S\n]*+(?:\n|\Z)",
    MULTILINE,
)
_POSTSCRIPT = lazy(r"[pP]\.?[sS]\.?[:：]?")
_AROUND = f" \t\u00a0\u3000~～….{_CLAUSE_END}{_OPENERS}"
_TOP = "(?:com|net|org|cc|cn|la|info|me|tv|xyz|top|vip)"
# That it begins with one class lets the search skip to that.
_DOMAIN = lazy(
    rf"[A-Za-z0-9ｗ-](?:(?<![A-Za-z0-9-].)(?<!ｗ)[A-Za-z0-9-]++ ?[.．·] ?{_TOP}"
    r"|(?<=[wWｗ]) ?[wWｗ] ?[wWｗ])"
)
# What all of these have, by the dot or the letter that it begins with, which the search skips to: a
# search for all of them takes twice as long as three for one each, and most are on no page.
_ADDRESS = (
    *((dot, lazy(rf"{escape(dot)} ?{_TOP}")) for dot in ".．·"),
    *((letter, lazy(f"{letter} ?[wWｗ] ?[wWｗ]")) for letter in "wWｗ"),
)
_SUFFIX = "(?:c ?o ?m|n ?e ?t|o ?r ?g|c ?c|c ?n|l ?a|i ?n ?f ?o|x ?y ?z|t ?o ?p|v ?i ?p)"
_DOTTED = r"[wW]\.[wW]\.[wW]\.[A-Za-z0-9-]{2,30}\.(?:c\.o\.m|n\.e\.t|o\.r\.g|c\.c|c\.n)(?![A-Za-z])"
# An address with its letters apart or its dots full-width exists to get past filters.
_SPELT = lazy(
    rf"[(（【\[]? ?[wW] [wW] [wW] ?[.．。·] ?(?:[A-Za-z0-9-] ?){{2,30}}[.．。·] ?{_SUFFIX}"
    rf"(?![A-Za-z]) ?[)）】\]]?"
    rf"|[(（【\[]? ?[wW]{{3}}。[A-Za-z0-9-]{{2,30}}。{_SUFFIX}(?![A-Za-z]) ?[)）】\]]?"
    r"|[wW]-[wW]-[wW]\.[A-Za-z0-9-]{2,30}\.(?:c-o-m|n-e-t|o-r-g|c-c|c-n)(?![A-Za-z])[ \t]*"
    rf"|[(（【\[]{_DOTTED}[)）】\]]|{_DOTTED}"
    r"|[wW][·•・][wW][·•・][wW](?:[·•・][A-Za-z0-9]){4,40}(?![A-Za-z])"
    r"|[wW][~*_][wW][~*_][wW]\.[A-Za-z0-9~*_-]{2,60}\.(?:c[~*_]o[~*_]m|n[~*_]e[~*_]t|o[~*_]r[~*_]g"
    r"|c[~*_]c|c[~*_]n)(?![A-Za-z])[~*_]{0,3}"
)
# The address of a chapter, alone in its line: sites number them (an RFC is /html/rfc3986).
_CHAPTER = lazy(
    r"^[ \t\u3000]*[(（]?https?://[!-~]{4,60}/(?:book|html|novel|read|chapter|files|txt|xs)/"
    r"(?:\w{1,20}/)?\d[\d_/-]{0,30}(?:\.html?)?[)）]?[ \t]*\n",
    MULTILINE | ASCII,
)


# In brackets: an address with the name of its site behind it. Others name the site first.
_SIGNED = lazy(rf"[A-Za-z0-9.-]{{4,40}}\.{_TOP}/? ?[\u3400-\u9fff]{{2,8}}")

# What that has, found by its first sign.
_IN_CHAPTER = lazy(r"://[!-~]{4,60}/(?:book|html|novel|read|chapter|files|txt|xs)/")

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


def has_sign(document: Document, settings: Settings) -> bool:
    """Whether there is a phrase of a notice, or an address."""
    text = document.text
    return (
        bool(present(document, settings, NOTICES))
        or has_apart(document, settings)
        or document.once(_has_address)
        or has_spelt(text)
        or _is_continued(text)
        or _is_ended(text)
        or _is_edited(text)
        or "://" in text
    )


# One character is found ten times as fast as several.
def _is_continued(text: str) -> bool:
    return "未" in text and "未完待" in text


def _is_ended(text: str) -> bool:
    return "章" in text and "章完" in text


def _is_edited(text: str) -> bool:
    return "帖" in text and "本帖最" in text


def _has_address(text: str) -> bool:
    """Whether there is what all addresses have."""
    return any(sign in text and pattern.search(text) is not None for sign, pattern in _ADDRESS)


def watermark(document: Document, settings: Settings) -> Document:
    """Drop notices and spelt-out addresses."""
    text = document.text
    phrases = present(document, settings, NOTICES)
    apart = has_apart(document, settings)
    near = document.once(_has_address)  # as on every tenth page
    if phrases or apart or near:
        from cleaner.filters.repair.phrases import read_notices

        notices = read_notices(settings.dictionary)
        spans = [*places(text, phrases)]
        if apart:
            spans += notices.apart(text)
        marks = [match.span() for match in _addresses(text)] if near else []
        named = [word for word in phrases if notices.scopes[word] in _NAMES]
        marks += places(text, named)
        spans += [match.span() for match in _cues(text, sorted(marks), notices)]
        units = [_unit(text, *span, notices) for span in spans]
        found = [*_widened(text, _spans(text, units, notices), settings.dictionary)]
        document = apply(document, [drop(text, *span, RULE) for span in found])
    if has_spelt(document.text):
        document = document.sub(_SPELT, "", RULE)
    if _is_continued(text):
        document = document.sub(_CONTINUED, "", RULE)
    if _is_ended(text):
        document = document.sub(_ENDED, "", RULE)
    if _is_edited(text):
        document = document.sub(_EDITED, "", RULE)
    if "://" in text and _IN_CHAPTER.search(document.text) is not None:
        document = document.sub(_CHAPTER, "", RULE)
    return document


def _cues(text: str, marks: list[tuple[int, int]], notices: Notices) -> Iterator[re.Match[str]]:
    """Yield the words near ``marks``, addresses and kinds of sites, that are a notice together."""
    done = 0
    for start, end in marks:
        low = max(done, text.rfind("\n", max(0, start - REACH), start) + 1, start - REACH)
        feed = text.find("\n", end, end + REACH)
        done = feed if feed >= 0 else min(len(text), end + REACH)
        yield from notices.cues.finditer(text, low, done)


def _addresses(text: str) -> Iterator[re.Match[str]]:
    """Yield the addresses of ``text``, gone through in lines that have what all of them have."""
    lines: set[tuple[int, int]] = set()
    for sign, pattern in _ADDRESS:
        match = pattern.search(text) if sign in text else None
        while match is not None:
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.start())
            end = len(text) if end < 0 else end
            lines.add((start, end))
            match = pattern.search(text, end)
    for start, end in sorted(lines):
        yield from _DOMAIN.finditer(text, start, end)


def _unit(text: str, start: int, end: int, notices: Notices) -> Unit | None:
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
    opened = start if text[start] in _OPENERS else _opened(text, low, start)
    if opened >= 0:
        kind = _CLOSERS[_OPENERS.index(text[opened])]
        closed = min(
            (at for mark in _TWINS.get(kind, kind) if (at := text.find(mark, end, high)) >= 0),
            default=-1,
        )
        if closed >= 0 and "\n" not in text[end:closed]:
            return Unit(
                opened,
                closed + 1,
                _is_sure(text[opened:closed], scope, notices)
                or (scope == "place" and _SIGNED.fullmatch(text, opened + 1, closed) is not None),
                cues,
            )
    first = max(text.rfind(mark, low, start) for mark in _CLAUSE_END) + 1
    while text[first] in _QUOTES_AFTER:  # of what was said before
        first += 1
    after = _AFTER.match(text, end, high)
    last = after.end() if after else end
    if (first == 0 and low > 0) or last >= end + REACH:
        return None
    last = _addressed(text, end, last, notices)
    return Unit(first, last, _is_sure(text[first:last], scope, notices), cues)


def _addressed(text: str, start: int, end: int, notices: Notices) -> int:
    """Return where a clause that names an address ends: a story may go on behind the address.

    For that a space must come, and nothing that notices say.
    """
    address = _DOMAIN.search(text, start, end)
    story = _STORY.match(text, address.end(), end) if address is not None else None
    if story is None:
        return end
    rest = text[story.end() : end]
    said = notices.cues.search(rest) or notices.phrases.search(rest)
    return end if said else story.end()


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
    first = text.rfind("\n", max(0, start - _LONGEST_LINE), start) + 1
    last = text.find("\n", end, end + _LONGEST_LINE)
    last = len(text) if last < 0 else last
    if last - first > _LONGEST_LINE or (first == 0 and last == len(text)):
        return None
    if text[end : end + 1] in _SUBJECT or not _LINE.match(text, first, last):
        return None
    return Unit(first, last, sure=True)


def _titles(text: str, start: int, end: int) -> Unit | None:
    """Return the line that a phrase over titles of books begins: 书迷正在阅读：甲？乙！丙."""
    feed = text.rfind("\n", max(0, start - _LONGEST_LINE), start)
    if text[feed + 1 : start].strip() or (feed < 0 and start >= _LONGEST_LINE):
        return None
    last = text.find("\n", end)
    last = last if last >= 0 else len(text)
    return Unit(feed + 1, last, sure=True, cues=frozenset((_LIST,)))


def _is_sure(unit: str, scope: str, notices: Notices) -> bool:
    if scope in ("domain", "site"):
        return _DOMAIN.search(unit) is not None or (
            scope == "domain" and notices.kinds.search(unit) is not None
        )
    if scope == "whole":
        return not _POSTSCRIPT.sub("", notices.without(unit)).strip(_AROUND)
    return scope in ("always", "titles")


def _spans(text: str, units: list[Unit | None], notices: Notices) -> list[tuple[int, int]]:
    """Merge units that touch, and keep the groups that have a sure one, or cues that tell one."""
    groups: list[Unit] = []
    for unit in sorted((unit for unit in units if unit is not None), key=_start):
        if groups and unit.start <= groups[-1].end:
            last = groups.pop()
            unit = Unit(
                last.start, max(last.end, unit.end), last.sure or unit.sure, last.cues | unit.cues
            )
        groups.append(unit)
    head, tail = len(text) - len(text.lstrip()), len(text.rstrip())
    found = [
        group
        for group in groups
        if group.sure
        or (
            _tells(text[group.start : group.end], group.cues, notices)
            and (head < group.start or group.end < tail)  # it is not all of the text
        )
    ]
    if not found:
        return []
    from cleaner.filters.repair.mentioned import is_mentioned

    return [
        (start, end)
        for start, end, _, cues in found
        if _LIST in cues
        or _DOMAIN.search(text, start, end) is not None
        or not is_mentioned(text, start, end, notices)
    ]


def _widened(
    text: str, spans: list[tuple[int, int]], folders: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Yield ``spans``, but whole lines where what would be left of them is notice as well."""
    if not spans:
        return
    from cleaner.filters.repair.notice import vocabulary

    done = last = 0
    notice = False
    for start, end in spans:
        if end > last or "\n" in text[start:end]:  # not in the line of the one before
            first = text.rfind("\n", 0, start) + 1
            last = text.find("\n", end - 1)
            last = len(text) if last < 0 else last
            notice = (
                (first < start or end < last)
                and _SPEECH.search(text, first, start) is None
                and vocabulary(folders).is_notice(text[first:last])
            )
        if notice:
            start, end = first, last
        if start >= done:
            done = end
            yield start, end


def _tells(group: str, cues: frozenset[str], notices: Notices) -> bool:
    """Tell whether what a group of clauses has of a notice is enough together."""
    if any(map(cues.issuperset, (_INVITED, _PROMISED, _SOUGHT))):
        return True
    if "plea" in cues and _count(cues, "plea", notices) >= PLEAS:
        return True
    if "beside" in cues and _count(cues, "beside", notices) >= PLEAS and _DOMAIN.search(group):
        return True  # www.example.com最新章節無彈窗
    # 在某某中文网上阅读这部小说的读者 is news, 请到某某中文网阅读 is a notice.
    named = "place" in cues and not cues.isdisjoint(_ASKING)
    return any(map(cues.issuperset, _TOGETHER)) and (named or _DOMAIN.search(group) is not None)


def _count(cues: frozenset[str], scope: str, notices: Notices) -> int:
    return sum(notices.scopes.get(cue) == scope for cue in cues)


def _start(unit: Unit) -> tuple[int, int]:
    return unit.start, unit.end
