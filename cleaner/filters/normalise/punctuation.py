"""Half-width punctuation beside Han to full-width, after GB/T 15834.

A mark is decided by its neighbours, not by itself: ``,`` between 了 and 花 is a Chinese comma, in
8,999 it is not. Brackets are decided as pairs, so that both ends have one width. Every change
keeps the length of the text.
"""

from __future__ import annotations

from itertools import islice

from cleaner.document import Document
from cleaner.filters.normalise.blocks import inside
from cleaner.filters.normalise.guards import HAN, IS_WIDE, WIDE, line_trigger, rewrite
from cleaner.filters.normalise.latin import (
    LATIN_SENTENCE,
    LONGEST_SENTENCE,
    LONGEST_STATEMENT,
    ends_latin,
    is_enclosed_latin,
    is_marked_name,
    is_quoted_latin,
)
from cleaner.filters.normalise.literals import literals, quoted_marks
from cleaner.filters.normalise.pairs import pair_quotes, widen_brackets
from cleaner.patterns import ASCII, lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final

_FULL: Final = str.maketrans(",!?:;", "，！？：；")

_IS_HAN: Final = lazy(f"[{HAN}]")
_LATIN_WORD: Final = lazy(r"[A-Za-z][A-Za-z][!-~]*")
_LATIN_START = lazy(r"[A-Za-z](?:[A-Za-z]|[^\x00-\xff])")
_NAME_IN_LATIN = lazy(r"[A-Za-z][0-9.-]+\Z")
_LONGEST_NAME = 12

# Lines made only of Han, full-width marks, spaces and the five marks that depend on nothing else:
# the common case, decided by one search.
_NOT_SIMPLE: Final = lazy(f"[^{WIDE} ,!?:;]")
# In nine lines of ten, and found four times as fast.
_LATIN_SIGN: Final = lazy("[^ ,!?:;\x7f-\U0010ffff]")

_MARK: Final = lazy(r"[,!?:;.]")
# What one mark at least of a line that changes has on one side. The rest are times and decimals. A
# dot has the end of the line behind it, or a space or closing mark.
_TRIGGER = line_trigger(
    r"""[,!?:;.()"](?:(?<=[()"])|(?<=\.)(?=[\n"'”’」』）)】》 ]|\Z)"""
    r"""|(?<!\.)(?:(?<=[ \t"'*_~`].)|(?<=[^\x00-\xff].)"""
    r"""|(?=(?: ++|[\t"'*_~`!?]){0,4}(?:[^\x00-\xff]|\n|\Z))"""
    r"""|(?<=[0-9%][,;])(?=[A-Za-z](?:[A-Za-z]|[^\x00-\xff]))|(?<=QQ:)(?=[0-9])))"""
)

# A mark made full-width is a new neighbour to a half-width one beside it, or to a quotation mark;
# only then is a second look at the line needed, and a third for three in a row.
_NEIGHBOURS = lazy(
    r"""[，。！？：；（）“”,!?:;().](?:(?<=[，。！？：；（）“”])(?: ++|[\t"'*_~`]){0,4}[,!?:;().]"""
    r"""|(?<=[,!?:;().])(?: ++|[\t"'*_~`]){0,4}[，。！？：；（）“”])"""
)
_SWEEPS = 4

_NUMBERS = frozenset("0123456789%")

# Quotes and emphasis are looked through when the neighbour of a mark is sought.
_TRANSPARENT = frozenset(" \t\"'*_~`")
# How far: `**"` and a space or two. A run of spaces counts as one, which segmentation makes of it.
_REACH: Final = 4

_ASCII_BEFORE = lazy(r"[0-9A-Za-z)\]%}\"'*+°′″_]|[^\x00-\x7f]")
# What a statement of a program has before the semicolon that ends it.
_STATEMENT = lazy(
    r"=|<<|>>|\w\([^()]*\)|\]|\w::\w|[a-z]: [!-~]"
    r"|[a-z-]{3,20}:(?: ?(?:-?[\d.]+(?:px|r?em|pt|vh|vw|%)|0|auto|none|block|flex|hidden|center"
    r"|bold|absolute|relative|fixed|left|right|#[0-9a-fA-F]{3,6})(?![\w.-])){1,4}\Z"
)
_WEIGHED = lazy(r"[A-Za-z-]{1,20}[;=]")
# The head of a loop or a function of Python: for i in range(10):后面要缩进.
_LOOP = lazy(r"\b(?:for [\w, ]{1,20} in|while|if|elif|def|class|with) ?[!-~][ -~]{0,60}\)\Z", ASCII)
_LOOP_REACH = 90
_SYMBOLS = lazy(
    r"""["*@#$%^&][@#$%^&*"<>|\\/](?<!"")"""
)  # with which a mark is one of several: !@#$%
_PAUSES = frozenset("，、；")
_PREFIXES = frozenset("$#%^&*")
_STOPS = frozenset("，、；。")
_LATIN_END = lazy("[A-Za-z0-9_]")
_TURNED = {"?": "¿", "!": "¡"}  # with what Spanish sentences begin
_ASSIGNED = lazy(r'[!-~]\s?=\s?@?"[^"\n]{0,60}"\Z')
_FACE = lazy(r"[:;]-?[DPp](?![0-9A-Za-z])|:/|[:;]-[()|\\]")
_KEY = lazy(r"(?:[-*+] )?[a-z_][\w.-]{1,40}+(?:\([\w./,* -]{1,40}\))?!?\Z", ASCII)
_MAIL = lazy(r"[\w.]@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}\Z", ASCII)
_ASKED = lazy("[？！。?][QA]\\Z|\\A[QA]\\Z")
_FIGURE = lazy(r"\s*(?:图|圖|表|附件|附图|附圖|附表) ?[0-9]{1,2}(?:[-.][0-9]{1,2})?\Z")
_COUNT = lazy(f"[0-9.]{{1,6}}[{HAN}]")
_REPLY = lazy(r"\b(?:Re|RE|Fwd?|FWD?)\Z", ASCII)
_URL: Final = lazy(r"[a-zA-Z]{2,10}://[!-~]++")
_QUERY = lazy(r"[^\s=?，。]{1,40}=[^\s，。]")  # of an address with a path in Chinese
_ENTITY = lazy(r"&(?:amp;){0,3}#?\w{1,10}\Z", ASCII)
_ABBREVIATION = lazy(
    r"(?:\b(?:Inc|Ltd|Co|Corp|etc|al|Mr|Mrs|Ms|Dr|Jr|Sr|St|No|vs|Vol|pp|Fig|ed|eds)"
    r"|\.[A-Za-z]|(?<!°)\b[A-Z]|\bpp?\. ?\d{1,4}(?:[-–]\d{1,4})?)\Z"
)
# A bracket with Chinese that is all of the rest of a line.
_ENDED = lazy(rf"[(（][{HAN}][^()（）]{{0,40}}[)）]\s*\Z")
# A dot after one of these ends no sentence: another mark does, or nothing.
_NOT_BEFORE_STOP = frozenset(("", *" .,;:，、；：。"))
_CLOSING_QUOTES = frozenset('"”’」』')
_TAIL = frozenset("\"'”’」』）)】》 ")


def punctuation_width(
    document: Document, settings: Settings, lines: Iterable[tuple[int, int]] | None = None
) -> Document:
    """Make punctuation that belongs to Chinese text full-width.

    ``lines`` are the spans of the lines that have changed since the last call, None for all.
    """
    return rewrite(document, settings, _TRIGGER, _widen, "normalise.punctuation", lines)


def _widen(line: str) -> str:
    for _ in range(_SWEEPS):
        swept = _sweep(line)
        if swept == line:
            break
        line = swept
        if _NEIGHBOURS.search(line) is None and '"' not in line:
            break
    return line


def _sweep(line: str) -> str:
    if _LATIN_SIGN.search(line) is None and _NOT_SIMPLE.search(line) is None:
        # Only a line without any Chinese character can stay as it is.
        stays = "::" in line or _quotes(line) or not IS_WIDE.search(line)
        if stays or not quoted_marks(line):
            return line if stays else line.translate(_FULL)
    latin = len(_LATIN_WORD.findall(line))
    if sum(1 for _ in islice(_IS_HAN.finditer(line), latin or 1)) < (latin or 1):
        return line
    out = list(line)
    closed = literals(line)
    urls = {match.end() for match in _URL.finditer(line)} if "://" in line else set()
    loose: frozenset[int] = frozenset()
    if "(" in line or ")" in line:
        loose = widen_brackets(line, out, closed)
    for match in _MARK.finditer(line):
        at = match.start()
        if not inside(closed, at) and _is_chinese(line, out, at, loose, urls):
            out[at] = "。" if line[at] == "." else line[at].translate(_FULL)
    if '"' in line:
        pair_quotes(line, out, closed)
    return "".join(out)


def _quotes(line: str) -> bool:
    """Return whether a line begins as what was said before does on boards: ``: 我觉得可以``."""
    return ": " in line and line.lstrip().startswith(": ")


def _is_chinese(line: str, out: list[str], at: int, loose: frozenset[int], urls: set[int]) -> bool:
    """Return whether the mark at ``at`` belongs to Chinese text.

    ``loose`` has the offsets of half-width brackets without a partner (``:)`` is a face), ``urls``
    the ends of addresses.
    """
    mark = line[at]
    following = line[at + 1 : at + 2]
    if mark == ".":
        return _is_full_stop(line, out, at)
    if mark in ":?!" and following == " " and at < LONGEST_SENTENCE and not line[:at].strip():
        return False  # see _quotes; the sign of a list: ? 匹配0次或1次
    if mark in "!?" and (
        _SYMBOLS.match(line, at + 1) or (following in _PREFIXES and line[at - 1 : at] in _STOPS)
    ):
        return False
    before, after = _before(out, at), _after(out, at, mark)
    if mark == ";" and _ends_statement(line, at):
        return False
    if mark == "?" and urls and _QUERY.match(line, at + 1):
        return False
    if IS_WIDE.match(before):
        if mark in ":;":
            return (
                at + 1 not in loose
                and _FACE.match(line, at) is None
                and not (mark == ":" in (following, line[at - 1]))  # a type of Haskell
                and following != "="
            )
        return not (mark == "!" and following in ("[", "="))
    if not after:  # the end of a line that has more Han than Latin words
        if mark not in ",;!?" or _is_entity(line, at) or ends_latin(line, at):
            return False
        return bool(_ASCII_BEFORE.match(before))
    if mark in ",;" and line[at - 1 : at] in _NUMBERS and _LATIN_START.match(line, at + 1):
        if _WEIGHED.match(line, at + 1):
            return False  # zh;q=0.9,en;q=0.8
        # 8:30,CCTV: neither a number nor a list of Latin words, as CO2,NaCl is.
        return _NAME_IN_LATIN.search(line[max(0, at - _LONGEST_NAME) : at]) is None
    if mark == ":" and following.isdigit() and _ASKED.search(line[max(0, at - 2) : at]):
        return bool(_COUNT.match(line, at + 1))  # ？A：9月1日
    if mark == ":" and following.isdigit() and _is_label(line, at):
        return True
    if (
        mark == ";"
        and _LATIN_START.match(line, at + 1)
        and _MAIL.search(line[max(0, at - 30) : at])
    ):
        return True  # a@b.com;QQ群
    ends_url = at + 1 in urls
    if not IS_WIDE.match(after) or not (not before or ends_url or _ASCII_BEFORE.match(before)):
        return False
    if ends_url and mark in ":?" and following != " ":
        return False
    if mark == ":" and (
        (line[at - 1] == ")" and _LOOP.search(line[max(0, at - _LOOP_REACH) : at]))
        or (at <= 41 and _KEY.match(line[:at]))
        or _REPLY.search(line[max(0, at - 4) : at])
    ):
        return False
    if (
        mark in "?!"
        and _TURNED[mark] in line
        and line.rfind(_TURNED[mark], 0, at) > line.rfind(mark, 0, at)
    ):
        return False
    if mark in "!?" and following in _PAUSES and _LATIN_END.match(line, at - 1):
        return False  # no sentence ends before a pause: 密码是Abc@123!，记住
    if mark == "!" and line.endswith("Yahoo", 0, at):
        return False
    if mark in "!?" and is_marked_name(line, at):
        return False
    if (
        mark in "!?"
        and following in (" ", "（")
        and LATIN_SENTENCE.search(line[max(0, at - 80) : at])
    ):
        return False  # Is it true? 真的吗？
    if mark in "!?" and following in _CLOSING_QUOTES and is_quoted_latin(line, at):
        return False
    if mark in "!?" and is_enclosed_latin(line, at):
        return False
    return not (mark == ";" and _is_entity(line, at))


def _is_label(line: str, at: int) -> bool:
    """Return whether a number stands behind its label: QQ:123456, 图3:2019年."""
    return line.endswith("QQ", 0, at) or (
        at < _LONGEST_NAME and _FIGURE.match(line[:at]) is not None
    )


def _ends_statement(line: str, at: int) -> bool:
    """Return whether what stands before the semicolon at ``at`` is ASCII and code: int a = 1;."""
    start = at
    while start > max(0, at - LONGEST_STATEMENT) and line[start - 1].isascii():
        start -= 1
    if line[at - 1] == '"' and _ASSIGNED.search(line[max(0, at - LONGEST_STATEMENT) : at]):
        return True
    return start < at and line[at - 1] != " " and _STATEMENT.search(line, start, at) is not None


def _is_entity(line: str, at: int) -> bool:
    return line[at] == ";" and _ENTITY.search(line[max(0, at - 24) : at]) is not None


def _is_full_stop(line: str, out: list[str], at: int) -> bool:
    """Return whether the dot at ``at`` ends a Chinese sentence.

    At the end of the line, before a space and Han, or before a closing quotation mark. A dot
    between two Han may separate the parts of a name, and dots in a row are an ellipsis or the
    leaders of a table of contents.
    """
    last, following = line[at - 1 : at], line[at + 1 : at + 2]
    if last in _NOT_BEFORE_STOP or following == ".":
        return False
    # 他说"明天见."然后走了: a name in parts is not cut by a quotation mark.
    if following in _CLOSING_QUOTES and _IS_HAN.match(last) and line[at + 2 : at + 3].strip():
        return True
    if following in "(（" and _IS_HAN.match(last) and _ENDED.match(line, at + 1):
        return True  # 掌聲不斷.(記者 李明)
    end = at + 1
    while end < len(line) and line[end] in _TAIL and end <= at + _REACH:
        end += 1
    if end < len(line):
        return following == " " and bool(_IS_HAN.match(last) and _IS_HAN.match(line[end]))
    before = _before(out, at)
    if IS_WIDE.match(before):
        return True
    head = line[max(0, at - 12) : at]
    if _ASCII_BEFORE.match(before) is None or _ABBREVIATION.search(head) is not None:
        return False
    return not (ends_latin(line, at) or (following and is_quoted_latin(line, at)))


def _before(out: list[str], at: int) -> str:
    """Return the nearest character before ``at`` that is not a quote or a space, or ''."""
    reach = _REACH
    index = at - 1
    while index >= 0 and reach:
        character = out[index]
        if character not in _TRANSPARENT:
            return character
        index -= 1
        if character != " " or index < 0 or out[index] != " ":
            reach -= 1
    return "_" if index >= 0 and out[at - 1] == "_" else ""  # a line to write on


def _after(out: list[str], at: int, mark: str) -> str:
    skipped = "!?" if mark in "!?" else ""
    reach = _REACH
    index = at + 1
    while index < len(out) and reach:
        character = out[index]
        if character not in _TRANSPARENT and character not in skipped:
            return character
        index += 1
        if character != " " or index == len(out) or out[index] != " ":
            reach -= 1
    return "" if index >= len(out) else " "
