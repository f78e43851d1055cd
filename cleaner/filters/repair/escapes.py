r"""Escapes of programs left in text: ``\u4e2d\u570b``, ``第一行\n第二行``, ``%E4%B8%AD``.

The same signs are honest in code, regular expressions, paths and addresses, and in texts about
them. So runs are decoded only when Chinese comes out, line ends only between Chinese characters,
and nothing where the line speaks of escapes.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.scripts import HAN, HAN_CHARACTER, is_quoted, line_at
from cleaner.patterns import MULTILINE, any_of, lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

RULE = "repair.escape"

# All patterns begin with the sign itself and look back past it, which lets the search skip.
_UNICODE_ONE = r"\\\\?u(?:[0-9A-Fa-f]{4}|\{[0-9A-Fa-f]{1,6}\})"
_UNICODE = lazy(rf"{_UNICODE_ONE}(?:{_UNICODE_ONE})*")
# Chinese or an emoji: what such escapes are written for.
_EAST = lazy("[\u2e80-\ud7ff\uf900-\ufaff\U00010000-\U0010ffff]")
_CODE = lazy(r"u\{?([0-9A-Fa-f]{4,6})\}?")
_BYTES = lazy(r"\\x[0-9A-Fa-f]{2}(?:\\x[0-9A-Fa-f]{2}){2,}")
_PERCENT = lazy(
    r"%(?:(?<![\w/=?&.%+-].)|(?<=[\u3400-\u9fff]\?.))[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2}){2,}(?![\w/=&])"
)
# Without the marks that have a half-width twin: these may come in either width.
_CHINESE = f"[{HAN}\u3001\u3002\u3008-\u3011“”‘’…—]"
_MARK = "[,.!?;:，．！？；：()（）]"
_SPACES = "[ \u00a0\u3000]"
# As the function escape of browsers writes them; no address has these.
_PERCENT_UNICODE = lazy("%u[0-9A-Fa-f]{4}(?:%u[0-9A-Fa-f]{4})+")
_LINE_END = lazy(
    rf"\\(?:(?:(?<={_CHINESE}.)|(?<={_CHINESE}{_SPACES}.))\\?[rnt](?:\\{{1,2}}[rnt]){{0,3}}"
    rf"(?=[ \t\u00a0]*(?:{_CHINESE}|[0-9\u3000\r\x0b\x0c\x85\u2028\u2029]|\.?$))"
    rf"|(?:(?<={_MARK}.)|(?<={_MARK}{_SPACES}.))\\?[rnt](?:\\{{1,2}}[rnt]){{0,3}}"
    rf"(?=[ \u00a0\u3000]*(?:{_CHINESE}|[0-9]{{1,2}}[.、．])))",
    MULTILINE,
)
_SLASH = lazy(r"\\(?:(?<=https:.)|(?<=http:.))/\\/[^\s\"'\u3000-\u9fff]*")
_QUOTE = lazy(rf'\\"(?=[^"\\\n]{{0,200}}\\")([^"\\\n]*[{HAN}][^"\\\n]*)\\"')
# Single escapes of spaces between Chinese characters; zero-width ones vanish in the next round.
# Of marks, after one.
_SPACE = lazy(
    rf"\\(?<={_CHINESE}.)u(?:(?:3000|00a0|00A0|200b|200B|feff|FEFF)(?={_CHINESE})"
    r"|300[1289abAB]|201[cdCD]|(?:ff|FF)(?:0[189cC]|1[abfABF]))"
)
_ABOUT = lazy(
    any_of(
        (
            "轉義", "转义", "跳脫", "換行", "换行", "回車", "回车", "制表", "字符", "字元", "編碼",
            "编码", "碼位", "码位", "碼點", "码点", "正則", "正则", "反斜", "表示", "匹配",
            "unicode", "Unicode", "UTF-8", "escape", "Escape", "print", "regex", "URL",
        )
    )
    + r"|r(?<!\w.)e\.|:(?<=[A-Za-z].)\\"
)  # fmt: skip
_QUOTED = frozenset("\"'`“”‘’「」『』[](（）)-")


def escapes(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Decode escapes that stand for Chinese text."""
    if "\\" in document.text:
        document = document.sub(_UNICODE, _unicode, RULE)
        document = document.sub(_SPACE, _decoded, RULE)
        document = document.sub(_BYTES, _bytes, RULE)
        document = document.sub(_LINE_END, _line_end, RULE)
        document = document.sub(_SLASH, lambda match: match.group().replace("\\/", "/"), RULE)
        document = document.sub(_QUOTE, _quote, RULE)
    if "%" in document.text:
        document = document.sub(_PERCENT, _bytes, RULE)
        if "%u" in document.text:
            document = document.sub(_PERCENT_UNICODE, _unicode, RULE)
    return document


def _unicode(match: re.Match[str]) -> str:
    r"""Decode a run of \uXXXX that stands for something Chinese or an emoji."""
    whole = match.group()
    if len(_CODE.findall(whole)) == 1:
        return whole
    decoded = _decoded(match)
    return decoded if _EAST.search(decoded) else whole


def _decoded(match: re.Match[str]) -> str:
    whole = match.group()
    codes = [int(code, 16) for code in _CODE.findall(whole)]
    if any(code > 0x10FFFF for code in codes) or _is_shown(match):
        return whole
    units = "".join(map(chr, codes))
    # Surrogate pairs, as JSON writes emoji, become the character; half a pair is left alone.
    try:
        return units.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return whole


def _bytes(match: re.Match[str]) -> str:
    whole = match.group()
    try:
        decoded = bytes.fromhex(whole.replace("\\x", "").replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return whole
    if not HAN_CHARACTER.search(decoded) or _is_shown(match):
        return whole
    return decoded


def _line_end(match: re.Match[str]) -> str:
    if _is_shown(match):
        return match.group()
    kinds = match.group().replace("\\", "")
    return "\n" if "n" in kinds or "r" in kinds else "\t"


def _quote(match: re.Match[str]) -> str:
    return match.group() if _is_spoken_of(match) else f'"{match.group(1)}"'


def _is_shown(match: re.Match[str]) -> bool:
    """Tell whether the text shows the escape itself: in quotes or brackets, or by its words."""
    return is_quoted(match.string, *match.span(), _QUOTED) or _is_spoken_of(match)


def _is_spoken_of(match: re.Match[str]) -> bool:
    return _ABOUT.search(line_at(match.string, match.start(), 120)) is not None
