"""Marks that a slip or a program doubled: 。。 ，， 、、 「「」」 and dots for an ellipsis."""

from __future__ import annotations

from cleaner.document import ByLines, Document
from cleaner.filters.normalise.blocks import fences, inside, is_among_code
from cleaner.filters.normalise.code import is_code
from cleaner.filters.normalise.guards import IS_WIDE
from cleaner.filters.repair.scripts import HAN, rewrite
from cleaner.kept import lru_cache
from cleaner.patterns import lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection

RULE = "repair.punctuation"
_REACH = 400  # characters on each side of a mark that tell a line of code
_FEW = 16  # doubled marks that are looked for one by one; of more, all lines are gone through
_LONGEST_LINE = 200  # characters of a line that only its neighbours show to be code
_LONGEST_ROW = 4000  # characters on each side of an empty value in a row of data

# Brackets that have a half-width twin are left out: what is done must not hang on their width.
_TEXT = f"{HAN}“”‘’「」『』《》【】"

# Each pattern begins with the mark itself and looks back past it, which lets the search skip.
# Dots typed for an ellipsis, which has six dots: two of …. Half-width ones only after Chinese, and
# not where a path or a number goes on.
_DOTS = lazy(
    f"([。….·・．])(?=\\1\\1)(?:(?<=[。…])|(?<=[{_TEXT}].)|(?<=[{HAN}][)）].)"
    f"|(?<![^\\n].)(?=[.。]{{2,6}}[{HAN}]))\\1{{2,}}"
    "(?:(?<=[。…])|(?![A-Za-z0-9/\\\\.-]))"
)
# An ellipsis as systems in Taiwan and Hong Kong type it: the dots of the mathematical sign stand in
# the middle of the line, as those of … do in their fonts.
_MIDLINE = lazy("⋯+")
# Of a text whose quotation marks were made those of Taiwan: don』t.
_APOSTROPHE = lazy(r"』(?<=[A-Za-z]』)(?=(?:[tsdmTSDM]|re|ve|ll)(?![A-Za-z]))")
# Two dots typed for six, within a sentence.
_TWO_DOTS = lazy(f"\\.(?<=[{HAN}].)\\.(?=[{HAN}])")
_LEADER = lazy(r"([….·])\1{3,} ?(?:\d{1,4}|[ivxIVX]{1,6})(?=\n|\Z)")
_ROW = 6  # dots that lead; an ellipsis has no spaces around it
_GAP = "[ \u00a0\u3000]*"
_COMMAS = lazy(
    f"[，、；：,](?:(?<=[{_TEXT}0-9A-Za-z].)|(?<=[{HAN}][)）].))(?:(?<=[,，])(?:{_GAP}[,，])+"
    f"|(?<=、)(?:{_GAP}、)+|(?<=；)(?:{_GAP}；)+|(?<=：)(?:{_GAP}：)+)(?=[{_TEXT}0-9]|\\s|\\Z|https?:/|www\\.)"
)
# At the head of a line, which has no other: a row of data has.
_LEADING = lazy(f"[,，、](?<![^\\n].)[,，、]{{2,}}+(?=[{_TEXT}][^,\\n]*+(?:\\n|\\Z))")
_ENDING = lazy(f"{_GAP}\\Z")
_STOPS = lazy(
    f"。(?<=[{_TEXT}].)(?:[。.]|{_GAP}[，,、；;](?![，,、；;：！？]))(?![.。])"
    f"|[，,、；;](?<=[{_TEXT}].){_GAP}。(?![.。，、；：！？])"
)
# A pause before a mark that ends a sentence, or two kinds of pause; not in a list of marks. A colon
# stays before any: `用户名：，密码：` has lost what it was to show.
_MIXED = lazy(
    f"[，、；：。](?<=[{_TEXT}].)"
    "(?:(?<=。)(?=[！？](?![，、；：。！？…等或和与都]))|(?<=[，、；])(?=[！？](?:[”」』）]|\n|\\Z))"
    "|(?<=、)(?=，(?![，、；：。！？]))|(?<=，)、(?![，、；：。！？])"
    f")|。(?<=[{_TEXT}][！？].)(?![，、；：。！？…])"
)
# cp [选项]... 来源... 目录: what may come more than once.
_USAGE = lazy(r"[\]>]\.{3}(?: |\Z)|\.{3} ?\]|\A\s*[a-z][\w.+-]* (?:选项|參數|参数|文件|目录)\.{3}")
_AFTER_DOTS = lazy("[.．](?<=….)[.．]*")
_IN_TURN = lazy("(？！|！？|\\?!|!\\?)\\1{2,}[？！?!]?")
_LOUD = lazy("([！？!?])(?:(?<=[！？])|(?<=[\u3400-\u9fff].))\\1{3,}")
_BARS = lazy(f"([|｜丨])(?<=[{_TEXT}].)\\1+(?=[{_TEXT}])")
_DASHES = lazy("—(?<=[^—\\s].)—{2,}(?=[^—\\s])")
# Typed for a dash, where no option of a command and no range of numbers is.
_HYPHENS = lazy(f"-(?<=[{_TEXT}。！？].)-{{1,5}}(?=[{_TEXT}])(?!分[隔割]|[开開][头頭]|[结結]尾)")
# Typed for the marks of a title.
_TITLE = lazy(f"<<([{HAN}][{HAN}0-9A-Za-z·：:—《》]{{0,30}})>>")
_TILDES = lazy(f"([~～])(?<=[{_TEXT}].)\\1{{3,}}")
# Straight quotation marks that were escaped for a table, around what is said; two in a row also are
# a value that is empty (a="" b=""), three a text of Python.
_QUOTES = lazy(f'""(?<![=(,"]"")(?=[{_TEXT}])([^"\n]{{1,80}}[{_TEXT}，。！？,.!?])""(?!")')
# Only at the head of a run, and without going back in it: linear on any number of brackets.
_NESTED = lazy(
    "[「『《【（“](?:"
    + "|".join(
        f"(?<={opening})(?<!{opening}{opening})"
        f"({opening}++)([^{opening}{closing}\\n]*+)({closing}{{2,}}+)"
        for opening, closing in ("「」", "『』", "《》", "【】", "（）", "“”")
    )
    + ")"
)
# Finds something wherever one of these patterns does, and three pages of four have nothing of the
# kind. To look for each of the 26 doubled signs by itself costs five times as much.
# One mark in ten has another after it, which is seen before the choice is tried.
_ANY = "，、；：,。;.·・．…—！？!?|｜丨~～「『《【（“"
_DOUBLED = lazy(
    f"[{_ANY}](?=[{_ANY} \u00a0\u3000])(?:(?<=[，、；：,。;]){_GAP}[，、；：,。;.]"
    "|(?<=[，、；：。])[！？，、；：]|(?<=[！？])。|(?<=…)[.．]|(?<=[！？!?])[！？!?]{4}"
    "|(?<=[.·・．…—！？!?])(?<=(.))\\1\\1|(?<=[|｜丨~～「『《【（“])(?<=(.))\\2)"
)


class _Doubled(ByLines):
    """Finds the marks that are doubled, with what stands between two: ``，，``, ``。 ，``."""

    def present(self, text: str) -> frozenset[str]:
        return frozenset([match.group() for match in _DOUBLED.finditer(text)])


_doubled = _Doubled()


def has_sign(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether a mark is doubled, or typed with two others."""
    text = document.text
    return (
        bool(document.once(_doubled))
        or ".." in text
        or "⋯" in text
        or "--" in text
        or ("』" in text and _APOSTROPHE.search(text) is not None)
        or ("<" in text and "<<" in text)
        or '""' in text
    )


def punctuation(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Reduce doubled marks to the mark that was meant; up to three ！, ？ or ~ are honest."""
    if "⋯" in document.text:
        document = rewrite(document, _MIDLINE, _in_prose(_midline), RULE)
    found = document.once(_doubled)
    doubled = {*"".join(found)}
    lines = _lines(document.text, found)
    for signs, pattern, replacement in _RULES:
        if not doubled.isdisjoint(signs):
            reduced = rewrite(document, pattern, _in_prose(replacement), RULE, lines)
            if reduced is not document:
                document = reduced
                found = document.once(_doubled)
                doubled = {*"".join(found)}
                lines = _lines(document.text, found)
    if ".." in document.text:
        document = rewrite(document, _TWO_DOTS, _in_prose("……"), RULE)
    if "<" in document.text and "<<" in document.text:
        document = rewrite(document, _TITLE, _in_prose(_title), RULE)
    if "』" in document.text:
        document = document.sub(_APOSTROPHE, "’", RULE)
    if "--" in document.text:
        document = rewrite(document, _HYPHENS, _in_prose("——"), RULE)
    if '""' in document.text:
        document = rewrite(document, _QUOTES, _in_prose(_quoted), RULE)
    return document


def _lines(text: str, doubled: Collection[str]) -> list[tuple[int, int]]:
    """Return the spans of the lines of ``text`` with one of the ``doubled`` marks, in order.

    Of most pages that have any these are two or three, which are found at once.
    """
    spans: set[tuple[int, int]] = set()
    for marks in doubled if len(doubled) <= _FEW else ("",):
        at = text.find(marks)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            spans.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(marks, end + 1)
    return sorted(spans)


def _in_prose(
    replacement: str | Callable[[re.Match[str]], str | None],
) -> Callable[[re.Match[str]], str | None]:
    """Return ``replacement`` as a function that leaves what stands in code: print("加载中...")."""

    def replaced(match: re.Match[str]) -> str | None:
        after = replacement if isinstance(replacement, str) else replacement(match)
        if after is None or inside(fences(match.string), match.start()):
            return None
        return None if _is_code(_line(match)) or _is_among_code(match) else after

    return replaced


_is_code = lru_cache(maxsize=4)(is_code)


def _is_among_code(match: re.Match[str]) -> bool:
    text = match.string
    low, high = max(0, match.start() - _LONGEST_LINE), match.end() + _LONGEST_LINE
    start, end = text.rfind("\n", low, match.start()) + 1, text.find("\n", match.end(), high)
    if (low and not start) or (end < 0 and high < len(text)):
        return False  # too long
    return _is_row(text, start, len(text) if end < 0 else end)


def _line(match: re.Match[str]) -> str:
    """Return the line of a match, spaces and all, as far as it must be read to be code.

    Of a long line the same stretch for marks near to each other, which is then read once.
    """
    text, at = match.string, match.start()
    low = max(0, at - at % _REACH - _REACH)
    high = low + 3 * _REACH
    start = text.rfind("\n", low, at) + 1 or low
    end = text.find("\n", at, high)
    return text[start : end if end >= 0 else high]


def _midline(match: re.Match[str]) -> str | None:
    """Return … for ⋯ beside Chinese; in a formula (1 + 2 + ⋯ + n) it stays."""
    text, start, end = match.string, match.start(), match.end()
    beside = text[start - 1 : start] + text[end : end + 1]
    return "…" * (end - start) if IS_WIDE.search(beside) else None


def _dots(match: re.Match[str]) -> str | None:
    """Return an ellipsis; dots that lead to the number of a page stay, and those of a usage."""
    if _LEADER.match(match.string, match.start()) or _leads(match):
        return None
    return None if match.group() == "..." and _is_usage(_line(match)) else "……"


def _leads(match: re.Match[str]) -> bool:
    """Return whether a long row of dots stands between spaces: it leads to a word in a key."""
    text, start, end = match.string, match.start(), match.end()
    return end - start >= _ROW and text[start - 1 : start] == " " == text[end : end + 1]


@lru_cache(maxsize=4)
def _is_usage(line: str) -> bool:
    return _USAGE.search(line) is not None


def _single(match: re.Match[str]) -> str | None:
    if match.group().isascii() and _is_empty_value(match):
        return None
    return "，" if "，" in match.group() else match.group()[0]


def _is_empty_value(match: re.Match[str]) -> bool:
    """Return whether nothing stands between commas because a row of data has no value there."""
    text, start, end = match.string, match.start(), match.end()
    ending = _ENDING.match(text, end)  # spaces at the end will go
    behind = "" if ending else text[end : end + 1]
    if text[start - 1 : start].isascii() and behind.isascii() and behind:
        return True
    low, high = max(0, start - _LONGEST_ROW), min(len(text), end + _LONGEST_ROW)
    first, last = text.rfind("\n", low, start) + 1, text.find("\n", end, high)
    if (low and not first) or (last < 0 and high < len(text)):
        return False
    return _is_row(text, first, len(text) if last < 0 else last)


@lru_cache(maxsize=2)  # asked about each empty value of a line
def _is_row(text: str, start: int, end: int) -> bool:
    return is_among_code(text, start, end)


def _title(match: re.Match[str]) -> str:
    return f"《{match[1]}》"


def _first(match: re.Match[str]) -> str:
    return match.group()[0]


def _kept_mark(match: re.Match[str]) -> str:
    mark = match.group()
    return mark[0] if len(mark) > 1 and mark[0] == "，" else ""


def _pair(match: re.Match[str]) -> str:
    return match.group()[:2]


def _tilde(match: re.Match[str]) -> str | None:
    """Return one tilde; None at the end of a line that begins with as many: ~~~~分割线~~~~."""
    text, run, (start, end) = match.string, match.group(), match.span()
    head = text.rfind("\n", max(0, start - _LONGEST_LINE), start) + 1
    return None if text[end : end + 1] in "\n" and text.startswith(run, head) else run[0]


def _three(match: re.Match[str]) -> str:
    return match.group()[:3]


def _quoted(match: re.Match[str]) -> str | None:
    """Return what is said between one quotation mark each; None in a line with single ones."""
    return f'"{match[1]}"' if '"' not in _line(match).replace('""', "") else None


def _inner(match: re.Match[str]) -> str:
    further, inner, closing = (group for group in match.groups() if group is not None)
    more = min(len(further), len(closing) - 1)
    return match.group()[more : 1 + len(further)] + inner + closing[more:]


# The signs one of which must be doubled for a pattern to have a chance, in the order of work.
_RULES: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str | None]], ...] = (
    ("。….·・．", _DOTS, _dots),
    ("，、,", _LEADING, ""),
    ("，、；：,。;", _COMMAS, _single),
    ("，、；：,。;", _STOPS, "。"),
    ("，、；：,。;", _MIXED, _kept_mark),
    (".．", _AFTER_DOTS, ""),
    ("！？!?", _LOUD, _three),
    ("！？!?", _IN_TURN, _pair),
    ("|｜丨", _BARS, _first),
    ("—", _DASHES, "——"),
    ("~～", _TILDES, _tilde),
    ("「『《【（“", _NESTED, _inner),
)
