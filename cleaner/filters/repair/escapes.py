r"""Escapes of programs left in text: ``\u4e2d\u570b``, ``第一行\n第二行``, ``%E4%B8%AD``.

The same signs are honest in code, regular expressions, paths and addresses, and in texts about
them. So runs are decoded only when Chinese comes out, line ends only between Chinese characters,
and nothing where the line speaks of escapes.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.scripts import HAN, HAN_CHARACTER, SAYS, is_common, is_quoted, line_at
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
# Single ones, another in the line: 价格\u003a100\u5143.
_SINGLE = lazy(r"\\u(?=[0-9A-Fa-f]{4}[^\\\n]{0,40}\\u[0-9A-Fa-f]{4})[^\n]*")
_BEFORE_HAN = lazy(rf"{_UNICODE_ONE}[{HAN}]")
_EACH = lazy(_UNICODE_ONE)
_CODE = lazy(r"u\{?([0-9A-Fa-f]{4,6})\}?")
_BYTES = lazy(r"\\x[0-9A-Fa-f]{2}(?:\\x[0-9A-Fa-f]{2}){2,}")
_PERCENT = lazy(
    r"%(?:(?<![A-Za-z0-9_/=?&.%+-].)|(?<=[\u3400-\u9fff][?=].))[0-9A-Fa-f]{2}"
    r"(?:%[0-9A-Fa-f]{2}){2,}(?:[+0-9A-Za-z._-]{1,20}(?:%[0-9A-Fa-f]{2}){3,})*(?![A-Za-z0-9_/=&])"
)
_PERCENT_RUN = lazy("(?:%[0-9A-Fa-f]{2})+")
_ADDRESS = lazy(r"(?:://|www\.)[^\s，。；、]*\Z")
# Without the marks that have a half-width twin: these may come in either width.
_CHINESE = f"[{HAN}\u3001\u3002\u3008-\u3011“”‘’…—]"
_MARK = "[,.!?;:，．！？；：()（）]"
_SPACES = "[ \u00a0\u3000]"
# Characters that are common ones by chance less than once in a thousand times.
_GBK_SURE = 3
# As the function escape of browsers writes them; no address has these.
_PERCENT_UNICODE = lazy("%u[0-9A-Fa-f]{4}(?:%u[0-9A-Fa-f]{4})+")
# UTF-8 of Chinese as Git and C write it; marks of ASCII as JavaScript does.
_OCTAL = lazy(r"\\3[4-5][0-7](?:\\[2-3][0-7]{2}){2,}")
_SIGN = lazy(rf"\\x(?:2[0-9A-Fa-f]|3[A-Fa-f])(?:(?={_CHINESE})|(?<={_CHINESE}\\x..))")
# Of an entity, in what a script writes.
_AMPERSAND = lazy(r"\\x26(?=(?:nbsp|lt|gt|amp|quot|#[0-9]{2,6});)")
# Quoted-printable, with its soft line ends.
_PRINTABLE = lazy(r"=E(?<![\w=&?/]..)[0-9A-F](?:(?:=\n)?=[0-9A-F]{2}){2,}")
_LINE_END = lazy(
    rf"\\(?:(?:(?<={_CHINESE}.)|(?<={_CHINESE}{_SPACES}.))\\?[rnt](?:\\{{1,2}}[rnt]){{0,7}}"
    rf"(?=[ \t\u00a0]*(?:{_CHINESE}|[0-9\u3000\r\x0b\x0c\x85\u2028\u2029]|\.?$))"
    rf"|(?:(?<={_MARK}.)|(?<={_MARK}{_SPACES}.))\\?[rnt](?:\\{{1,2}}[rnt]){{0,7}}"
    rf"(?=[ \u00a0\u3000]*(?:{_CHINESE}|[0-9]{{1,2}}[.、．])))",
    MULTILINE,
)
# Between the numbers of a table, where others were escaped.
_CELL = lazy(r"\\(?<=[0-9%].)t(?=[0-9])")
# At the head of lines, where others had such ends: \t第一段\n\t第二段.
_INDENT = lazy(
    rf"^\\(?:(?<=[。！？；”」]\n.)|(?<!\n.))[rnt](?:\\[rnt]){{0,7}}(?={_CHINESE})", MULTILINE
)
_SLASH = lazy(r"\\(?:(?<=https:.)|(?<=http:.))/\\/[^\s\"'\u3000-\u9fff]*")
# A row before Chinese, from its first on, or the first of a row behind Chinese.
_JSON_SLASH = lazy(rf"\\/(?:(?<!\\/\\/)(?:\\/)*+(?=[{HAN}])|(?<=[{HAN}]\\/))")
_QUOTE = lazy(
    "|".join(
        rf"\\{quote}(?=[^{quote}\\\n]{{0,200}}\\{quote})[^{quote}\\\n]*[{HAN}][^{quote}\\\n]*\\{quote}"
        for quote in "\"'"
    )
)
# Single escapes of spaces between Chinese characters; zero-width ones vanish in the next round.
# Of marks, after one.
_SPACE = lazy(
    rf"\\(?:(?<={_CHINESE}.)|(?<={_MARK}.))u(?:(?:3000|00a0|00A0|200b|200B|feff|FEFF)(?={_CHINESE})"
    r"|300[1289abAB]|201[cdCD]|(?:ff|FF)(?:0[189cC]|1[abfABF]|[eE]5)|00[aA]5)"
)
_ABOUT = lazy(
    any_of(
        (
            "轉義", "转义", "跳脫", "換行", "换行", "換列", "换列", "回車", "回车", "制表",
            "字符", "字元", "編碼", "编码", "碼位", "码位", "碼點", "码点",
            "正則", "正则", "反斜", "表示", "匹配", "unicode",
            "Unicode", "UTF-8", "escape", "Escape", "print", "regex", "URL",
        )
    )
    + r"|r(?<!\w.)e\.|:(?<=[A-Za-z].)\\"
)  # fmt: skip
# Words that something must follow, or names of what is one: 用\\n分隔, 命令\\t, 控制序列 \\n.
_TAKE_OBJECT = tuple("用以把将將按为為成即令列于於")
# A name of a thing does not speak of it yet: 转义\\u4e2d\\u6587.
_SAYS = lazy(SAYS + "|匹配|print|regex|r(?<!\\w.)e\\.|\\\\[rnt]")
_VALUE = lazy(r"[A-Za-z_]\"\s?:\s?\"\Z")
# What an escape stands for, quoted beside it: \\u4f60\\u597d就是“你好”.
_QUOTES = ("“”", "「」", "『』", "‘’", '""', "''", "``", "《》")
_QUOTED = frozenset("\"'`“”‘’「」『』[](（）)-")


def has_sign(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether there is what escapes begin with."""
    text = document.text
    return "\\" in text or "%" in text or ("=" in text and "=E" in text)


def escapes(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Decode escapes that stand for Chinese text."""
    text = document.text
    if "\\" in text:
        document = document.sub(_UNICODE, _unicode, RULE)
        if document.text.count("\\u") and document.text != text:
            document = document.sub(_EACH, _decoded, RULE)
        elif document.text.count("\\u") > 1:
            document = document.sub(_SINGLE, _single, RULE)
        document = document.sub(_SPACE, _decoded, RULE)
        document = document.sub(_BYTES, _bytes, RULE)
        document = document.sub(_OCTAL, _octal, RULE)
        if document.text.count("\\x") > 1:
            document = document.sub(_SIGN, _sign, RULE)
        if "\\x26" in document.text:
            document = document.sub(_AMPERSAND, _sign, RULE)
        ended = document.sub(_LINE_END, _line_end, RULE)
        if ended is not document and ":\\" not in ended.text:
            ended = ended.sub(_CELL, "\t", RULE)
        if ended is not document or document.text.startswith("\\") or "\n\\" in document.text:
            document = ended.sub(_INDENT, _indent, RULE)
        document = document.sub(_SLASH, lambda match: match.group().replace("\\/", "/"), RULE)
        if document.text.count("\\/") > 1:
            document = document.sub(_JSON_SLASH, _slashes, RULE)
        document = document.sub(_QUOTE, _quote, RULE)
    if "=" in document.text and "=E" in document.text:
        document = document.sub(_PRINTABLE, _bytes, RULE)
    if "%" in document.text:
        document = document.sub(_PERCENT, _percent, RULE)
        if "%u" in document.text:
            document = document.sub(_PERCENT_UNICODE, _unicode, RULE)
    return document


def _unicode(match: re.Match[str]) -> str:
    r"""Decode a run of \uXXXX that stands for something Chinese or an emoji."""
    whole = match.group()
    if len(_CODE.findall(whole)) == 1:
        return whole
    decoded = _decoded(match)
    if _is_given(match, decoded):
        return whole
    return decoded if _EAST.search(decoded) or not decoded.strip() else whole


def _single(match: re.Match[str]) -> str:
    """Decode all escapes of the rest of a line, when most of them stand for something Chinese."""
    whole = match.group()
    found = list(_EACH.finditer(whole))
    decoded = [_decoded(escape) for escape in found]
    chinese = sum(
        1 for character in decoded if _EAST.search(character) or "\u2010" <= character <= "\u2027"
    )
    beside = bool(HAN_CHARACTER.search(_before(match)) or _BEFORE_HAN.search(whole))
    if not beside:  # nothing but a word or number among them: \\u7b2c1\\u7ae0
        beside = chinese == len(found) and _EACH.sub("", whole).strip().isalnum()
    if chinese * 2 < len(found) or not beside or _is_spoken_of(match):
        return whole
    if any(_is_given(match, _decoded(run)) for run in _UNICODE.finditer(whole)):
        return whole
    return _EACH.sub(_decoded, whole)


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 1) : match.start()]


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


# What stands before the digits of a byte.
_SIGNS = str.maketrans({"\\": "", "x": "", "%": "", "=": "", "\n": "", "+": "20"})


def _bytes(match: re.Match[str]) -> str:
    whole = match.group()
    encoded = bytes.fromhex(whole.translate(_SIGNS))
    try:
        decoded = encoded.decode("utf-8")
    except UnicodeDecodeError:
        try:
            decoded = encoded.decode("gb2312")
        except UnicodeDecodeError:
            return whole
        if len(decoded) < _GBK_SURE or not all(map(is_common, decoded)):
            return whole
    if not HAN_CHARACTER.search(decoded) or _is_shown(match) or _is_given(match, decoded):
        return whole
    return decoded


def _percent(match: re.Match[str]) -> str:
    address = _ADDRESS.search(match.string, max(0, match.start() - 200), match.start())
    if address or _is_shown(match):
        return match.group()
    decoded = _PERCENT_RUN.sub(_bytes, match.group().replace("+", " "))
    return match.group() if _is_given(match, decoded) else decoded


def _octal(match: re.Match[str]) -> str:
    whole = match.group()
    try:
        decoded = bytes(int(code, 8) for code in whole.split("\\")[1:]).decode("utf-8")
    except UnicodeDecodeError:
        return whole
    return whole if _is_shown(match) or not HAN_CHARACTER.search(decoded) else decoded


def _sign(match: re.Match[str]) -> str:
    return match.group() if _is_spoken_of(match) else chr(int(match.group()[2:], 16))


def _line_end(match: re.Match[str]) -> str:
    text, start = match.string, match.start()
    if _is_shown(match) or text.endswith(_TAKE_OBJECT, 0, start - (text[start - 1] == " ")):
        return match.group()
    kinds = match.group().replace("\\", "")
    if "n" in kinds or "r" in kinds:
        return "\n" * min(2, max(kinds.count("n"), kinds.count("r")))
    return "\t"


def _slashes(match: re.Match[str]) -> str:
    return match.group() if _is_spoken_of(match) else match.group().replace("\\", "")


def _indent(match: re.Match[str]) -> str:
    return match.group() if _is_shown(match) else ""


def _quote(match: re.Match[str]) -> str:
    return match.group() if _is_spoken_of(match) else match.group().replace("\\", "")


def _is_shown(match: re.Match[str]) -> bool:
    r"""Tell whether the text shows the escape itself: in quotes or brackets, or by its words.

    A value of JSON (``"title":"\\u65b0\\u95fb"``) is shown to no one.
    """
    start, end = match.span()
    quoted = is_quoted(match.string, start, end, _QUOTED)
    if quoted and _VALUE.search(match.string, max(0, start - 4), start) is not None:
        return False
    return quoted or (_is_spoken_of(match) and _SAYS.search(_line(match)) is not None)


def _is_given(match: re.Match[str], decoded: str) -> bool:
    """Tell whether the line of an escape says in quotes what it stands for."""
    line = _line(match)
    return decoded in line and any(f"{pair[0]}{decoded}{pair[1]}" in line for pair in _QUOTES)


def _is_spoken_of(match: re.Match[str]) -> bool:
    return _ABOUT.search(_line(match)) is not None


def _line(match: re.Match[str]) -> str:
    return line_at(match.string, match.start(), 120)
