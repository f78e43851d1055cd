"""Blocks of code and data: fenced ones, those between braces, rows of values, settings.

A line that tells nothing by itself is told by the lines around it: ``; 下面不要改`` between
settings is a comment, ``编号,姓名`` above rows of as many values is their head.
"""

from __future__ import annotations

import sys

from cleaner.filters.normalise.code import has_code_sign, is_code
from cleaner.kept import lru_cache
from cleaner.patterns import ASCII, MULTILINE, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Final

_FENCE: Final = lazy(r"^ {0,3}(?:```|~~~)", MULTILINE)

# The head of a block of Python; what is indented below it is code, in whatever language it speaks.
_HEADER = lazy(
    r"^([ \t]*+)(?:(?:async )?def|class|if|elif|else|for|while|try|except|finally|with)\b"
    r"[^\n，。；]*:[ \t]*\n(?=\1[ \t])",
    MULTILINE,
)
_ABOVE_BLOCK = lazy(":(?=\n[ \t])")

# What stands between brackets that are the last and the first sign of their lines.
_BRACES = lazy(
    r"^([ \t]*+)[^\n，。；]*[{(\[]\n(?:(?:\1[ \t][^\n]*+)?\n){1,400}?\1[})\]][^\n，。；]*$",
    MULTILINE,
)

# Any of these: one search for the line feed takes a third of looking for each of the four signs.
_OPENS: Final = lazy("\n(?<=[{(\\[:]\n)")

_HUNK: Final = lazy(r"^@@ -\d[\d,]* \+\d[\d,]* @@[^\n]*+(?:\n[-+ ][^\n]*+)*+", MULTILINE)
# Cards and calendars, whose colons and semicolons part names and values.
_CARD: Final = lazy(r"^BEGIN:(V[A-Z]{3,9})\n(?:[^\n]*+\n){1,400}?END:\1$", MULTILINE)
_COMMENT: Final = lazy(r"^[ \t]*+/\*[^\n。]*+(?:\n[ \t]*+\*(?!/)[^\n]*+)++\n[ \t]*+\*/", MULTILINE)

# A line with one of these is prose, whatever stands around it.
_PROSE: Final = lazy("[，。；！？]")
_NO_NAME = lazy("[^\\w()%./-]")
# Lines around a line that are looked at, on each side: a block of code or a table is judged as one,
# and still in linear time. Fewer than two are no block.
_AROUND = 8
_FEW: Final = 2
_REMARK: Final = lazy(r"\s*+(?:#(?!!)|[;%]|//|--|/?\*)")
_LONGEST_NAME = 8  # characters of a value in words; clauses have more, verses at least four


def _values(mark: str) -> str:
    """Return the source of a row by itself, its values parted by ``mark``.

    Four or more short ones, each of Chinese or of none, one a number: `2024,加油` begins a cry.
    """
    value = r"(?:[A-Za-z0-9./:_-]{0,20}+|[\u3400-\u9fff]{1,8}+)"
    return (
        rf"(?!(?:19|20)\d\d{mark})(?=(?:[^\n{mark}]*+{mark}){{3}})"
        rf"(?=(?:[^\n{mark}]*+{mark})*?\d[\d./:-]*+(?:{mark}|\Z))(?:{value}(?:{mark}|\Z))++(?<!{mark})\Z"
    )


# Or a name and two numbers, or three values in quotation marks.
_LONE_ROW = lazy(
    rf"{_values(',')}|{_values(';')}|[\u3400-\u9fff]{{1,8}}(?:,-?\d+\.\d+){{2,}}\Z"
    r"|\"[^\"\n]*+\"(?:,\"[^\"\n]*+\"){2,}\Z"
)
_QUOTED_CELL = lazy(r'(?:(?<=,)|(?<=, )|\A)"[^"\n]*+"(?=\s?(?:,|\Z))')
# What a line may begin with that only its neighbours show to be code: a name, a comment, a quote.
_BEGINS: Final = lazy(r"""\s*+(?:[A-Za-z_$@<"'{\[}`]|[;#%]\s?|- ["'A-Za-z]|\([a-z])""")
_VALUE: Final = lazy(r"""\s*+(?:[A-Za-z_][\w.]{0,40}\(|\([a-z]|["']).*[)"';]\s*\Z""", ASCII)
_SETTING = lazy(
    r"""\s*+(?:- )?[\w.-]{1,40}+ ?(?:=|:\s?["'\[{]|:$|(?<=[a-z]): +[!-~])"""
    r"|\s*+(?:select|from|where|and|(?:left |right |inner )?join|group by|order by|set|values) +"
    r"[A-Za-z*(`'\"]"
    r"|\s*+(?:End|Loop|Next|Else|Do|fi|done)\b"
)

_COMMAND_SIGN = lazy(r" --?\w|\w/\w|\w:\d|[*|\\$&]")


def is_among_code(text: str, start: int, end: int) -> bool:
    """Return whether the line ``text[start:end]`` is a row of data, or stands among code."""
    line = text[start:end]
    separator = "," if "," in line else ";"
    values = separator in line
    begins = _BEGINS.match(line) is not None
    if not (values or begins) or _PROSE.search(line) is not None:
        return False
    if text.endswith("\\", 0, max(0, start - 1)) and any(_lines_above(text, start)):
        return True  # a command goes on
    if values and (
        _is_lone_row(line, separator)
        or _is_row(_lines_above(text, start), line, _lines_below(text, end), separator)
    ):
        return True
    if not begins:
        return False
    near = [*_lines_above(text, start), *_lines_below(text, end)]
    if len(near) < _FEW:  # a paragraph of two lines
        return _VALUE.match(line) is not None and any(map(is_code, near))
    near = [other for other in near if _REMARK.match(other) is None]
    like = sum(map(_is_like_code, near))
    return like >= _FEW and like * 3 >= len(near) * 2


def _lines_above(text: str, start: int) -> Iterator[str]:
    """Yield the lines above ``start``, the nearest first, up to a blank one or one of prose."""
    for _ in range(_AROUND):
        if start <= 0:
            break
        begin = text.rfind("\n", 0, start - 1) + 1
        line = text[begin : start - 1]
        if _ends_block(line):
            break
        yield line
        start = begin


def _lines_below(text: str, end: int) -> Iterator[str]:
    for _ in range(_AROUND):
        if end >= len(text):
            break
        stop = text.find("\n", end + 1)
        stop = len(text) if stop < 0 else stop
        line = text[end + 1 : stop]
        if _ends_block(line):
            break
        yield line
        end = stop


@lru_cache(maxsize=64)
def _ends_block(line: str) -> bool:
    return not line.strip() or (_PROSE.search(line) is not None and _REMARK.match(line) is None)


def _is_lone_row(line: str, separator: str) -> bool:
    if f" {separator} " in line:  # segmentation parts values and marks
        from cleaner.filters.segment.segmented import unspaced

        line = unspaced(line)
    return _LONE_ROW.match(line) is not None


def _alike(lines: Iterable[str], size: int, separator: str) -> list[tuple[str, ...]]:
    """Return the cells of the first of some lines, as long as they are ``size`` of them."""
    rows: list[tuple[str, ...]] = []
    for line in lines:
        row = _cells(line, separator)
        if len(row) != size:
            break
        rows.append(row)
    return rows


def _is_row(above: Iterable[str], line: str, below: Iterable[str], separator: str) -> bool:
    """Return whether ``line`` is one of rows with as many values, and its neighbours are others.

    A column has never Chinese in it, but for the head, or all of three rows are short names.
    """
    cells = _cells(line, separator)
    size = len(cells)
    before, after = _alike(above, size, separator), _alike(below, size, separator)
    table = [*reversed(before), cells, *after]
    if len(table) < _FEW:
        return False
    if len(table) > _FEW and size > _FEW and all(map(_are_names, table)):
        return True
    body = table[1:] if len(table) > _FEW or size > _FEW else table
    return any(
        all(cell.isascii() and cell for cell in column) for column in zip(*body, strict=True)
    )


@lru_cache(maxsize=64)
def _are_names(cells: tuple[str, ...]) -> bool:
    if any(" " in cell for cell in cells):  # put in by segmentation
        from cleaner.filters.segment.segmented import unspaced

        cells = tuple(unspaced(cell) for cell in cells)
    return all(0 < len(cell) <= _LONGEST_NAME and not _NO_NAME.search(cell) for cell in cells)


@lru_cache(maxsize=64)
def _cells(line: str, separator: str) -> tuple[str, ...]:
    if '"' in line:
        line = _QUOTED_CELL.sub("x", line)
    return tuple([cell.strip(" ") for cell in line.split(separator)])


def _is_like_code(line: str) -> bool:
    return (
        is_code(line)
        or _SETTING.match(line) is not None
        or has_code_sign(line)
        or (line.isascii() and _COMMAND_SIGN.search(line) is not None)
    )


@lru_cache(maxsize=4)  # each step of normalising asks about the same text
def fences(text: str) -> list[tuple[int, int]]:
    """Return the spans of code: fenced blocks of Markdown, blocks of Python, block comments."""
    spans: list[tuple[int, int]] = []
    # One character is found ten times as fast as several.
    if ("`" in text and "```" in text) or ("~" in text and "~~~" in text):
        marks = [match.start() for match in _FENCE.finditer(text)]
        for start, last in zip(marks[::2], marks[1::2], strict=False):
            end = text.find("\n", last)
            spans.append((start, len(text) if end < 0 else end))
    rare_blocks = (("*", "/*", _COMMENT), ("@", "@@ -", _HUNK), ("V", "BEGIN:V", _CARD))
    for rare, sign, pattern in rare_blocks:
        if rare in text and sign in text:
            spans += [match.span() for match in pattern.finditer(text)]
    if _OPENS.search(text) is not None:
        spans += _opened(text)
    return _apart(spans) if len(spans) > 1 else spans


def _opened(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of blocks that the last sign of a line opens."""
    if any(f"{bracket}\n" in text for bracket in "{(["):
        for match in _BRACES.finditer(text):
            yield match.span()
    if ":\n" in text and _ABOVE_BLOCK.search(text) is not None:
        done = 0
        for match in _HEADER.finditer(text):
            if match.start() >= done:
                done = _end_of_block(text, match.end(), match[1])
                yield match.start(), done


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ``spans`` in order, those that overlap as one."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _end_of_block(text: str, start: int, indent: str) -> int:
    """Return where the lines end that are indented deeper than ``indent``, from ``start`` on."""
    last = start
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip():
            if not line.startswith((f"{indent} ", f"{indent}\t")):
                break
            last = end
        start = end + 1
    return last


def inside(spans: list[tuple[int, int]], at: int) -> bool:
    """Return whether ``at`` lies in one of ``spans``, which ascend and do not overlap."""
    if not spans:  # so on nearly all pages, which ask about each mark
        return False
    from bisect import bisect_right  # a library, which takes half a millisecond to load

    index = bisect_right(spans, (at, sys.maxsize)) - 1
    return index >= 0 and at < spans[index][1]
