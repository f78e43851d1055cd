"""Full-width letters and digits to ASCII, with the signs that belong to them.

Letters and digits always; a sign only inside a number or a Latin word (１９：３０, ａ＠ｂ．ｃｏｍ),
since between Han characters full-width is the right width. ＜ ＞ ＆ ＼ are never touched where they
could turn text into markup, entities or escapes.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise.guards import line_trigger, rewrite
from cleaner.patterns import lazy
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
_THOUSANDS = lazy("(?<![0-9０-９，])[０-９]{1,3}(?:，[０-９]{3})++(?![0-9０-９，])")
_LABELS = frozenset("ABCDEFGH")
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
    label = line[at - 1 : at] in _LABELS and not line[at - 2 : at - 1].isalnum()
    return match.group() if label and line[at] == "．" else _ascii(match)


def _ascii(match: re.Match[str]) -> str:
    return match.group().translate(_TO_ASCII)
