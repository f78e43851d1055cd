"""Marks that come in pairs: half-width brackets and straight quotation marks, decided together.

So both ends of a pair have one width.
"""

from __future__ import annotations

from cleaner.filters.normalise.blocks import inside
from cleaner.filters.normalise.guards import HAN, IS_WIDE
from cleaner.patterns import ASCII, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_IS_HAN: Final = lazy(f"[{HAN}]")
_BRACKET = lazy("[()（）]")
_CHOICE: Final = lazy(" ?[A-Z] ?")
_PAUSES: Final = frozenset(',;:!?"')
_HOLDS: Final = frozenset("]=_")
# The code of an area or a country, before the rest of a number: (010)8888-6666.
_AREA: Final = lazy("0[0-9]{2,3}|[+]?[0-9]{2,3}")
_NUMBER: Final = lazy("[0-9]| [0-9]{4}")
# What goes on behind a bracket within the name of a file: 报告(终稿).docx, 新建文件夹(2)\\a.
_SUFFIX: Final = lazy(r"\.[a-z][a-z0-9]{1,4}(?![\w.])|\\[^\s\\]", ASCII)
# The content of brackets set apart that is a list of numbers or variables: 元组 (1, 2, 3).
_TUPLE: Final = lazy(
    r" ?(?:[+-]?(?:[0-9.]++|[a-z][0-9]?|∞) ?, ?)++[+-]?(?:[0-9.]++|[a-z][0-9]?|∞) ?(?=\))"
)
# What a name in Latin letters has behind it: Isaac Newton (1643—1727).
_LIFE: Final = lazy(r"[A-Za-z] \([0-9]{3,4}[—–-]{1,2}[0-9]{0,4}\)")
# A raised or lowered figure, which a sum or a group has behind it: (－3)², (NH₄)₂SO₄.
_RAISED: Final = frozenset("²³⁴⁵⁶ⁿ⁻₂₃₄₅₆ₙₓ")
_FORMULA: Final = lazy(
    r"[\w.]{1,12}\s?(?:[+*=^<>]|->)\s?[\w.]|[^\\()\n]{0,40}\\[a-zA-Z]|\[[^\[\]\n]{1,20}\][{*+?]",
    ASCII,
)
# A difference in brackets that is multiplied or divided: (n-2)×180°, (x-1)(x+2), and a command of
# a shell in two pairs: ((i++)).
_FACTOR: Final = lazy(
    r"[\w.²³]{1,12}\s?[-−–]\s?[\w.²³]{1,12}\)(?:\s?[×÷]|/[(\w]|\([\w.²³]{1,12}\s?[-−–+])", ASCII
)
# What statistics say of a result, and is no factor of a number before it: 有效率为85.0%(P<0.05).
_STATISTIC: Final = lazy(
    r"(?:[PpNnrtF]|χ2|χ²) ?[<>=≤≥＜＞] ?[0-9.]+(?:[,，;；] ?[Pp] ?[<>=≤≥＜＞] ?[0-9.]+)?", ASCII
)
_NUMBERS: Final = frozenset("0123456789%")
_PREFIX: Final = lazy("[0-9]?[RSEZDLrsαβ±+-](?:,[0-9]?[RSEZ])*")  # (R)-乳酸
_MIRROR = str.maketrans(")）", "(（")
_STRAIGHT = lazy('"')
# The other kind around Chinese, in a line that has curled the double ones.
_SINGLE = lazy("'(?<![^\"“\u2e80-\uffef].)[\u3400-\u9fff][^\"'\n]{0,80}'(?![\x00-!#-~])")
_CODE_BEFORE = frozenset("=([{<\\/@")
_DIGITS = tuple("0123456789")


def widen_brackets(line: str, out: list[str], closed: list[tuple[int, int]]) -> frozenset[int]:
    """Widen brackets in ``out``, pair by pair; return the offsets of half-width ones left alone."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    single: list[int] = []
    for match in _BRACKET.finditer(line):
        at = match.start()
        if inside(closed, at):
            continue
        if match.group() in "(（":
            opened.append(at)
        elif opened:
            pairs.append((opened.pop(), at))
        else:
            single.append(at)
    single += opened
    wide = -1  # offset of a wide character, found without reading nested brackets twice
    for start, end in sorted(pairs):  # the outer pair is a neighbour to the inner one
        if line[start] == "（" and line[end] == "）":
            continue
        if wide <= start:
            following = IS_WIDE.search(line, start + 1)
            wide = following.start() if following else len(line)
        mixed = line[start] != line[end].translate(_MIRROR)
        if mixed or _is_chinese_pair(line, out, start, end, wide < end):
            out[start], out[end] = "（", "）"
    for at in single:
        if at and _IS_HAN.match(line, at - 1) and _IS_HAN.match(line, at + 1):
            out[at] = "（" if line[at] in "(（" else "）"
    return frozenset(at for at in single if out[at] in "()")


def _is_chinese_pair(line: str, out: list[str], start: int, end: int, wide: bool) -> bool:
    """Return whether a pair of brackets is Chinese. ``wide``: its contents have a character so."""
    if _SUFFIX.match(line, end + 1):
        return False
    after = line[end + 1 : end + 2]
    if after in _RAISED and _IS_HAN.search(line, start, end) is None:
        return False
    if wide and _LIFE.match(line, max(0, start - 2)) is None:
        # The target of a Markdown link stays, a condition: =(点燃)=, and the title of a wiki.
        return line[start - 1 : start] not in _HOLDS
    last = start - 1
    while last >= 0 and out[last] == " ":  # segmentation makes one space of a run
        last -= 1
    before = out[last] if last >= 0 else ""
    if after == line[start - 1 : start] == " " and _CHOICE.fullmatch(line, start + 1, end):
        return False  # (A) 苹果 (B) 香蕉
    statistic = _STATISTIC.fullmatch(line, start + 1, end) is not None
    if (
        before
        and before not in _PAUSES
        and (before.isascii() or before in "×÷·" or "∀" <= before <= "⋿")
        and not (before in _NUMBERS and statistic)
    ):
        return False
    if before.isalpha() and not IS_WIDE.match(before):
        return False  # Θ(n)
    if (
        _FACTOR.match(line, start + 1)
        or line[start + 1] == "("  # ((a+b)/2, c)
        or line[end - 1] == ","  # a tuple of one: (1,)
    ):
        return False
    if _NUMBER.match(line, end + 1) and _AREA.fullmatch(line, start + 1, end):
        return False
    if after == "-" and _PREFIX.fullmatch(line, start + 1, end):
        return False
    if (_FORMULA.match(line, start + 1, end) and not statistic) or (
        line[start - 1 : start] == " " and _TUPLE.match(line, start + 1, end + 1)
    ):
        return False
    return bool(IS_WIDE.match(before) or IS_WIDE.match(after))


def pair_quotes(line: str, out: list[str], closed: list[tuple[int, int]]) -> None:
    """Turn straight double quotes of ``line`` into “” in ``out`` when they pair without a doubt.

    Quotes alternate between opening and closing. One that opens before a space or closes after
    one, an attribute (``="``), an inch or an odd one out leave the whole line as it is.
    """
    marks = [match.start() for match in _STRAIGHT.finditer(line)]
    if len(marks) % 2:
        return
    for start, end in zip(marks[::2], marks[1::2], strict=True):
        if start + 1 == end or line[start + 1] == " " or line[end - 1] == " ":
            return
        before, after = line[start - 1 : start], line[end + 1 : end + 2]
        if (before.isascii() and (before.isalnum() or before in _CODE_BEFORE)) or after in _DIGITS:
            return
        if inside(closed, start) or inside(closed, end):
            return
    for start, end in zip(marks[::2], marks[1::2], strict=True):
        chinese = IS_WIDE.search("".join(out[start:end])) is not None
        before, after = out[start - 1] if start else "", out[end + 1] if end + 1 < len(out) else ""
        if chinese or (IS_WIDE.match(before) and IS_WIDE.match(after)):
            out[start], out[end] = "“", "”"
    if "'" in line and "“" in out:
        for match in _SINGLE.finditer(line):
            if not inside(closed, match.start()):
                out[match.start()], out[match.end() - 1] = "‘", "’"
