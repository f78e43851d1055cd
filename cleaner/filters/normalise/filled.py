"""Lines that fill a width: each is as long as it can be without the next word.

So a program breaks prose, and neither a poet nor the maker of a list. It shows even where no break
cuts a word, and where Latin words leave the ends ragged.
"""

from __future__ import annotations

from cleaner.filters.normalise.guards import is_open
from cleaner.filters.repair.words import simplified_gain
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Final

_MARK = lazy("[，。；、,;]")
_NUMBER = "[一二三四五六七八九十百]"
ITEM: Final = lazy(rf"\s*(?:{_NUMBER}{{1,3}}[、.．]|第(?:{_NUMBER}|\d)|[(（\d•·●■-])")
"""How an item of a list begins, which no line before it goes on to."""

# The same where a number alone may as well go on a sentence.
_NUMBERED: Final = lazy(
    rf"\s*(?:{_NUMBER}{{1,3}}[、.．]|第(?:{_NUMBER}|\d)|[(（](?:{_NUMBER}|\d{{1,2}}[)）])"
    r"|\d{1,3}[、.．)）](?!\d)|[•·●■-])"
)
_SENTENCE_ENDS: Final = frozenset("。！？!?；;：:…”」』）)")
_ENDS = _SENTENCE_ENDS | frozenset("，,.")

# The word that did not fit: one character or a Latin word, with marks that may not end a line
# before it and those that may not begin one behind it.
_CLOSING: Final = "，。、；：！？）》」』”’】…"
_WORD: Final = lazy(f"[（《「『“‘【]*(?:[!-~]++|.)[{_CLOSING}]*")
_LONGEST_WORD: Final = 20  # columns; what is longer, an address, would let any line be full

# Columns of the shortest lines: 12 characters, since 7 + 5 of a verse with its comma are a line.
NARROWEST: Final = 24
_FEW: Final = 2  # full lines: one may be long by chance
# Nats that a word across a break must gain, and the characters on each side that it is looked for
# in; characters after which something must come, and those that begin no clause. Of 52,198 breaks
# at any place of prose one in two has one of the three, of 12,984 between clauses one in 250.
_WANTING = frozenset("不也只被将都各但最再没这还并其或和与")
_SUFFIXES = frozenset("的了们个者")
_GAIN = 0.5
_AROUND = 6
_INDENT: Final = 4  # columns by which the first line of a paragraph was indented

_SPACED: Final = lazy(r"[\u3400-\u9fff] [A-Za-z0-9]|[A-Za-z0-9] [\u3400-\u9fff]")
_TOUCHING: Final = lazy(r"[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u3400-\u9fff]")
_WORDS: Final = lazy("[!-~] +[!-~]")


def columns(text: str) -> int:
    """Return how wide ``text`` is where a Chinese character takes two columns.

    >>> columns("用 Python 写")
    12
    """
    return len(_encoded(text))


def _encoded(text: str) -> bytes:
    """Return ``text`` with a byte for each column; line feeds are no part of other characters."""
    return text.encode("gbk", "replace")


def filled(lines: Sequence[str], known: set[tuple[bool, int]]) -> list[tuple[int, str]]:
    """Return which of ``lines`` go on in the next, by their indices, and what comes between.

    That is a space between two Latin words, and between a Latin word and Chinese where the lines
    have such spaces. ``known`` are widths to which other lines of the text were filled, in columns
    or not; one that lines are found to fill is added. Without such a one a break must cut a word,
    since lines of a list may have one width by chance.
    """
    if len(lines) <= _FEW:
        return []
    block = "\n".join(lines)
    wide, in_columns = _paragraphs(lines, [*map(len, _encoded(block).split(b"\n"))], columns)
    long, in_characters = _paragraphs(lines, [*map(len, lines)], len)
    found, width = in_columns, (True, wide)
    if _joined(in_characters) > _joined(in_columns):
        found, width = in_characters, (False, long)
    if not found:
        return []
    if width not in known:
        ends = [index for start, end, _ in found for index in range(start, end)]
        if not any(_goes_on(lines[index], lines[index + 1]) for index in ends):
            return []
        known.add(width)
    # Where Latin words have spaces between them, one line may end and the next begin with words.
    worded = _WORDS.search(block) is not None
    spaced = len(_SPACED.findall(block)) > len(_TOUCHING.findall(block))
    return [
        (index, _between(lines[index], lines[index + 1], spaced, hard and not worded))
        for start, end, hard in found
        for index in range(start, end)
    ]


def _joined(found: Sequence[tuple[int, int, bool]]) -> int:
    return sum(end - start for start, end, _ in found)


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a break cuts a word, or stands where no clause begins or ends."""
    return (
        line[-1:] in _WANTING
        or line[-1:] == "、"
        or following[:1] in _SUFFIXES
        or simplified_gain(line[-_AROUND:], following[:_AROUND]) > _GAIN
    )


def _paragraphs(
    lines: Sequence[str], widths: Sequence[int], measure: Callable[[str], int]
) -> tuple[int, list[tuple[int, int, bool]]]:
    """Return the width of ``lines`` and what fills it; ``widths`` are their own by ``measure``.

    That is the first and last line of each paragraph, and whether all its full lines have one
    width, so that Latin words may have been cut as well.
    """
    found: list[tuple[int, int, bool]] = []
    longest = max(widths)
    near = [index for index, size in enumerate(widths) if size + _LONGEST_WORD > longest]
    if len(near) < _FEW:  # so in most blocks
        return longest, found
    unit = 2 if measure is columns else 1
    width = 0
    for index in near:
        if widths[index] > width:  # marks, as wide as Chinese, may hang over the edge
            line = lines[index]
            over = len(line) - len(line.rstrip(_CLOSING))
            width = max(width, widths[index] - over * unit)
    if width * 2 < NARROWEST * unit:
        return width, found
    indent = _INDENT // 2 * unit
    least = width - _LONGEST_WORD - indent
    # Few blocks have a line that is as long and one behind it that ends a paragraph.
    likely = [index for index, size in enumerate(widths[:-1]) if size > least]
    behind = [index for index in likely if lines[index + 1][-1:] in _SENTENCE_ENDS]
    if not any(_is_full(widths[at] + indent, lines[at + 1], width, measure) for at in behind):
        return width, found
    last = len(lines) - 1
    done = 0
    for start in likely:
        if start < done:
            continue
        index, room = start, widths[start] + indent
        while index < last and _is_full(room, lines[index + 1], width, measure):
            index += 1
            room = widths[index]
        ends = index > start and lines[index][-1:] in _SENTENCE_ENDS
        if ends and _is_paragraph(lines[start : index + 1]):
            full = widths[start + (index - start > _FEW) : index]  # the first was indented
            found.append((start, index, len({*full}) == 1))
        done = index + 1
    return width, found if _joined(found) >= _FEW else []


def _is_full(room: int, following: str, width: int, measure: Callable[[str], int]) -> bool:
    if room + _LONGEST_WORD <= width or _NUMBERED.match(following):
        return False
    word = _WORD.match(following)
    if word is None or room >= width:  # no word is so short
        return word is not None
    return room + min(_LONGEST_WORD, measure(word.group())) > width


def _is_paragraph(lines: Sequence[str]) -> bool:
    """Tell whether full lines have pauses within, but hardly any at an end; the last is short."""
    full = lines[:-1]
    within = sum(_MARK.search(line, 0, len(line) - 1) is not None for line in full)
    listed = sum(line[-1:] == "、" for line in full)  # of all lines: what stands in a list
    return (
        listed * 2 <= len(full)
        and sum(line[-1:] not in _ENDS for line in full) * 2 > len(full)
        and within * 2 >= len(full)
        and not _are_parallel(lines)
        and not any("\t" in line for line in lines)
        and all(map(is_open, lines))
    )


def _are_parallel(lines: Sequence[str]) -> bool:
    """Tell whether all lines have the same marks, two or more: 张三，男，汉族."""
    marks = {"".join(_MARK.findall(line[:-1])) for line in lines}
    return len(marks) == 1 and len(marks.pop()) >= _FEW


def _between(line: str, following: str, spaced: bool, hard: bool) -> str:
    """Return what stood where a line was broken between ``line`` and ``following``."""
    before, after = line[-1], following[0]
    if before.isascii() and after.isascii():
        return "" if hard or (before.isdecimal() and after.isdecimal()) else " "
    if not (before.isascii() or after.isascii()):
        return ""
    latin = before if before.isascii() else after
    other = after if before.isascii() else before
    return " " if spaced and latin.isalnum() and other.isalpha() else ""
