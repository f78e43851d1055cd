"""HTML entities left in text: ``&nbsp;``, ``&#20013;``, ``&amp;amp;quot;``.

Only what can be nothing else is decoded: names with their semicolon from HTML 4 (those of HTML 5
are words of programs: ``&num;``, ``&it;``), a few without, and numbers. Ampersands of URLs,
companies and programs stay, and so does an entity that the text talks about.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.scripts import SAYS, is_quoted, line_at
from cleaner.patterns import any_of, lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

RULE = "repair.entity"

_ENTITY = lazy(
    r"&(?:amp;){0,8}(?:"
    r"#(?P<decimal>[0-9]{2,7})(?:;|；)?"
    r"|#[xX](?P<hex>[0-9A-Fa-f]{2,6})(?:;|；|(?![0-9A-Za-z]))"
    r"|(?P<name>[A-Za-z][A-Za-z0-9]{1,7})(?:;|；)"
    r"|(?P<open>(?<!nbsp&)(?:nbsp&)*+nbsp|quot|ldquo|rdquo|lsquo|rsquo|emsp|ensp|hellip|mdash|middot|lt|gt|amp)"
    r"(?![A-Za-z0-9=;_&])"
    r")"
)
# Names that are also variables: a C program takes the address of them.
_VARIABLES = frozenset(
    {
        "and", "cap", "cup", "empty", "exist", "image", "int", "isin", "lang", "not", "or", "part",
        "pi", "prime", "prod", "prop", "rang", "real", "sub", "sum", "sup", "top",
    }
)  # fmt: skip
_QUOTES = frozenset("\"'`“”‘’「」『』《》")
_URL = lazy(r"(?:https?:/|www\.|[?？][\w-]+=)[^\s\u2010-\u9fff\uff00-\uffef]*$")
# A line that says one of these, and says something of it, is about entities.
_ABOUT = lazy(
    any_of(
        (
            "實體", "实体", "轉義", "转义", "跳脫", "字元參照", "字符引用", "字符编码", "標籤",
            "标签", "原始碼", "源代码", "源码", "entity", "Entity", "entities", "Entities", "html",
            "HTML", "写成", "寫成",
        )
    )
)  # fmt: skip
_SAYS = lazy(SAYS)
# What is written, and what that stands for.
_WRITTEN = lazy(r"(?:[用写寫加]|[输輸插打][入出])\s?\Z")
# A tag that is spoken of, and what is named with it: 很多<br>和&quot;.
_NAMED_WITH = lazy(r"<[a-z/][^<>\n]{0,20}>\s?(?:[、和与與及或]|以及)\s?\Z")
_STANDS_FOR = lazy(r"\s?(?:表示|代表|就是|[来來会會]|可以?(?:[显顯]|在|[输輸打写寫]))")
# What sort of character it is.
_IS_SIGN = lazy(
    r"\s?(?:就?是|即|[为為]|表示|代表)[^，。；\n]{0,12}"
    r"(?:空格|[符引括][号號]|[大小等][于於][号號]|[字尖]符|字元|[商版][标標权權])"
    r"|(?:&[#\w]{2,8};){0,8}\s?(?:在[^，。\n]{1,8})?[会會]?(?:[显顯]示|解析|解[码碼]|渲染)[为為成出]"
)
_MARKUP = lazy(r"<[A-Za-z/!?]")
# What lost its ampersand to a filter: beside Chinese, or at the head of a line.
_BESIDE = r"(?:(?<=[^\x00-\x7f])|(?<![^\n]))"
_BARE = lazy(rf"{_BESIDE}(?:nbsp;)+")
_BARE_QUOTE = lazy(rf"{_BESIDE}[lr][ds]quo;|[lr][ds]quo;(?=[\u3000-\u9fff])")

# Marks of Chinese that did, in mirrors of blogs: 数组#xff0c;链表#xff1b;.
_BARE_MARK = lazy(
    r"(?<=[^\x00-\x7f])#x(?:ff0[0-9a-f]|ff1[abf]|300[0-9a-f]|301[01]|201[0-9a-d]|2026);"
)


def entities(document: Document, settings: Settings) -> Document:
    """Decode entities; markup that comes to light goes the way of other markup."""
    text = document.text
    decoded = document.sub(_ENTITY, _decode, RULE) if "&" in text else document
    if "nbsp;" in decoded.text:
        decoded = decoded.sub(_BARE, _space, RULE)
    if "quo;" in decoded.text:
        decoded = decoded.sub(_BARE_QUOTE, _whole, RULE)
    if "#x" in decoded.text:
        decoded = decoded.sub(_BARE_MARK, _whole, RULE)
    if decoded.text != text and _MARKUP.search(decoded.text) and _runs("markup", settings):
        from cleaner.filters.markup import markup

        return markup(decoded, settings)
    return decoded


def _runs(name: str, settings: Settings) -> bool:
    return name not in settings.skip and (not settings.only or name in settings.only)


def _decode(match: re.Match[str]) -> str:
    import html
    from html.entities import name2codepoint

    whole = match.group()
    text = match.string
    start, end = match.span()
    name = match.group("name") or match.group("open")
    if name is not None and "&" in name:  # a run of &nbsp without semicolons
        return (
            "\u00a0" * (name.count("&") + 1)
            if not _URL.search(text, max(0, start - 200), start)
            else whole
        )
    if name is not None:
        known = name if name in name2codepoint or name == "apos" else name.lower()
        if known not in name2codepoint and known != "apos":
            return whole
        if known in _VARIABLES and _in_code(text, start):
            return whole
        after = html.unescape(f"&{known};")
    elif match.group("decimal"):
        after = html.unescape(f"&#{match.group('decimal')};")
    else:
        after = html.unescape(f"&#x{match.group('hex')};")
    url = _URL.search(text, max(0, start - 200), start)
    if url and after != "&":
        return whole
    if _is_subject(text, start, end):
        return whole
    return after


def _space(match: re.Match[str]) -> str:
    whole = match.group()
    return whole if _is_subject(match.string, *match.span()) else "\u00a0" * whole.count(";")


def _whole(match: re.Match[str]) -> str:
    """Return what an entity that lost its ampersand stands for."""
    import html

    whole = match.group()
    return whole if _is_subject(match.string, *match.span()) else html.unescape(f"&{whole}")


def _is_subject(text: str, start: int, end: int) -> bool:
    """Tell whether the text shows the entity itself: quoted, or in a line about entities."""
    if is_quoted(text, start, end, _QUOTES):
        return True
    if _NAMED_WITH.search(text, max(0, start - 26), start):
        return True
    if _IS_SIGN.match(text, end):
        return True
    if _STANDS_FOR.match(text, end) and _WRITTEN.search(text, max(0, start - 4), start):
        return True
    line = line_at(text, start)
    return _ABOUT.search(line) is not None and _SAYS.search(line) is not None


def _in_code(text: str, start: int) -> bool:
    """Tell whether an operator, an opening bracket or a word of code stands before."""
    before = text[max(0, start - 2) : start]
    last = before.rstrip(" ")[-1:]
    if last in {"=", "(", ",", "&", "|", "!", "*"}:
        return True
    return before.endswith(" ") and last.isascii() and last.isalpha()
