"""Full-width letters and digits to ASCII, with the signs that belong to them.

Letters and digits always; a sign only inside a number or a Latin word (１９：３０, ａ＠ｂ．ｃｏｍ),
since between Han characters full-width is the right width. ＜ ＞ ＆ ＼ are never touched where they
could turn text into markup, entities or escapes.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise.guards import line_trigger, rewrite
from cleaner.patterns import ASCII, lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_WIDE_ALNUM = "０-９Ａ-Ｚａ-ｚ"
_ALNUM = f"0-9A-Za-z{_WIDE_ALNUM}"

_TRIGGER = line_trigger(
    f"[{_WIDE_ALNUM}．＠－／＿](?:(?<=[{_WIDE_ALNUM}])|(?<=[0-9A-Za-z].)(?=[0-9A-Za-z])|(?=[㎡㎥]))"
)

_TO_ASCII = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_LETTERS = {code: plain for code, plain in _TO_ASCII.items() if plain.isalnum()}

# Everything here is decided on the text before its letters change, so that one pass is enough.
_SIGN = lazy(
    f"(?<=[{_ALNUM}])[．＠－／＿](?=[{_ALNUM}])"
    f"|(?<=[{_ALNUM}])[＋＝](?=[{_WIDE_ALNUM}])|(?<=[{_WIDE_ALNUM}])[＋＝](?=[{_ALNUM}])"
    "|／(?=[㎡㎥])"
    f"|(?<=[²³])[－＋＝](?=[{_WIDE_ALNUM}])"
    f"|(?<=[Ａ-Ｚａ-ｚ])(?:＋＋|＃(?![{_ALNUM}]))|(?<=＋＋)／(?=[{_WIDE_ALNUM}])"
    "|(?<=[０-９])[：](?=[0-9０-９])|(?<=[0-9])：(?=[０-９])"
    "|(?<=[０-９])[％．]|[＄＃](?=[０-９])"
    f"|(?<=[Ａ-Ｚ])＆(?=[Ａ-Ｚ](?![{_ALNUM}；]))"
    "|(?<=[ａ-ｚ])＇(?=[ａ-ｚ])"
)
# The number of a question at the head of a line, before one that is counted: 2．0.5和0.50, 3．5名.
_NUMBERED = lazy(
    r"\s*+(?:[（(]\s*+[）)])?\d{1,2}．"
    r"(?=\d+\.\d|(?:19|20)\d\d年|\d+(?:[件名位人只支道本张輛辆颗枚根]|个(?![小月百])))",
    ASCII,
)
_THOUSANDS = lazy("(?<![0-9０-９，])[０-９]{1,3}(?:，[０-９]{3})++(?![0-9０-９，])")
_LABELS = frozenset("ABCDEFGH")
_LABEL_WIDTH = 12  # characters that a number of two digits has before it, brackets to fill in too
_URL = lazy(
    f"[Ｈｈ][Ｔｔ][Ｔｔ][Ｐｐ][Ｓｓ]?：／／[{_WIDE_ALNUM}．／：？＝％＿－～＃]*[{_WIDE_ALNUM}／]"
)


def ascii_width(document: Document, settings: Settings) -> Document:
    """Make letters, digits and the signs within numbers and Latin words half-width."""
    return rewrite(document, settings, _TRIGGER, _narrow, "normalise.width")


def _narrow(line: str) -> str:
    if "：／／" in line:
        line = _URL.sub(_ascii, line)
    if "，" in line:
        line = _THOUSANDS.sub(_ascii, line)
    return _SIGN.sub(_sign, line).translate(_LETTERS)


def _sign(match: re.Match[str]) -> str:
    """Return a sign as wide as it should be: behind the label of a choice (A．1) it stays."""
    line, at = match.string, match.start()
    if line[at] == "．":
        if line[at - 1] in _LABELS and not line[at - 2 : at - 1].isalnum():
            return match.group()
        numbered = _NUMBERED.match(line) if at < _LABEL_WIDTH else None
        if numbered is not None and numbered.end() == at + 1:
            return match.group()
    return _ascii(match)


def _ascii(match: re.Match[str]) -> str:
    return match.group().translate(_TO_ASCII)
