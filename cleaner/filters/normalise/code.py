"""What is code or data: lines of programs, fenced blocks, rows of separated values.

A line tells by itself, or with the lines around it: ``; 下面不要改`` between settings is a comment,
``编号,姓名`` above rows of as many values is their head.
"""

from __future__ import annotations

import sys
from bisect import bisect_right

from cleaner.kept import lru_cache
from cleaner.patterns import ASCII, MULTILINE, VERBOSE, lazy

_FENCE = lazy(r"^ {0,3}(?:```|~~~)", MULTILINE)

# The head of a block of Python; what is indented below it is code, in whatever language it speaks.
_HEADER = lazy(
    r"^([ \t]*+)(?:(?:async )?def|class|if|elif|else|for|while|try|except|finally|with)\b"
    r"[^\n，。；]*:[ \t]*\n(?=\1[ \t])",
    MULTILINE,
)

_HUNK = lazy(r"^@@ -\d[\d,]* \+\d[\d,]* @@[^\n]*+(?:\n[-+ ][^\n]*+)*+", MULTILINE)
_COMMENT = lazy(r"^[ \t]*+/\*[^\n。]*+(?:\n[ \t]*+\*(?!/)[^\n]*+)++\n[ \t]*+\*/", MULTILINE)

# Lines of code: how a line begins, or signs that prose does not have. Names are bounded so that
# no run of letters is read more than 40 times.
_CODE = lazy(
    r"""
    \A\s*+(?:
        \#include\b | import\s+[A-Za-z_{*"'] | from\s+[\w.]{1,80}\s+import\b | @\s?\w+\s*(?:\(|$)
      | (?:def|class|struct|func|fn|function)\s+
        (?:[^\s(){}:<，。：；！？（]|[ ](?<=[^\x00-\xff][ ])){1,60}+\s*+[:({<]
      | (?:interface|enum|namespace)\s+[^\s{，。]{1,40}\s*\{
      | (?:puts|echo|print|msg(?:id|str))\s+["'] | @echo\b | `[^`\n]{1,40}`\s+[a-z]
      | (?:var|let|const)\s+[^\s=,，。]{1,40}\s*=
      | (?:public|private|protected|static|final|int|float|double|char|void|bool)
        \s+[\w*<>]+\s*[\w=(;]
      | (?:return|break|continue|pass)\b | (?:if|for|while|switch|elif|catch)\s*\(
      | (?:if|for|while|elif|else|try|except|with)\b[ -~]*:\s*$
      | \} | // | /\* | <\?(?:php|xml) | \$\s\w | >>>\s
      | (?:print|printf|println|console\.\w+)!?\s*\(
      | (?:SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|CREATE\s+TABLE)\s
      | \((?:define|let|lambda|defn?|defun|setq)\b
      | [^\s=,:，。：；！？"'(]{1,20}\s?=\s?["'\[{]
      | \d{1,5}\s(?:PRINT|INPUT|LET|IF|FOR|NEXT|GOTO|GOSUB|DATA|REM|DIM|END)\b
      | (?:[a-z]\w{0,40}\.){0,8}[A-Z]\w{0,60}(?:Error|Exception|Warning)\s?:\s
      | (?:sudo|pip3?|npm|git|apt-get|docker|curl|wget|cd|echo)\s+[-\w."'/]
      | [{\[]?\s*(?:"[^"\n]{1,60}"|'[^'\n]{1,60}')\s*: | [.\#]?[a-z][\w-]{0,40}\s*\{[^{}]*\}\s*$
    )
  | [\w)\]"']\s?(?:==|!=|:=|\+=|-=|&&|<=|>=)\s?[\w("'\[-]
  | \b[A-Za-z_][\w.]{0,40}\((?:["']|\)\s*[;{.]|[\w\s.,]{0,80}\)\s*[;{])
  | \b[A-Za-z_]\w{0,40}["']?\s?=\s?["'\[{(]
  | [;{})]\s*(?:%|\#|//|--)\s  # a comment behind
  | \s--+>\s?[\w|]  # a graph
  | \s\?\s[\w"']{1,30}\s:\s[\w"']  # a choice
  | (?<!\w)(["'])[\w.-]{1,40}\1\s?:\s?["'\d\[{tfn]
  | [{,]\s?["'][^"'\s，。]{1,20}["']\s?:\s?["'\d\[{tfn]
  | "(?:GET|POST|HEAD|PUT|DELETE)\s/  # a request
  | \A(?:\[\s?)?\d{4}\s?-\s?\d\d\s?-\s?\d\d[ T]\d\d\s?:\s?\d\d\s?:\s?\d\d[^\s\]]{0,12}\s?\]?
    \s+(?:\[\s?[^\[\]\n]{1,60}\]\s+)?(?:\[\s?)?[A-Z]{4,8}\b  # logs
  | \A[A-Z][a-z]{2}\s{1,2}\d{1,2}\s\d\d:\d\d:\d\d\s[^\s:]{1,60}\s[^\s:]{1,60}:  # those of a system
  | \A[^\s:]{1,80}\.\w{1,4}:\d{1,6}:(?:\d{1,6}:)?\s  # errors of a compiler
  | \A[\w.-]{1,40}@[^\s:]{1,40}:[^\s$\#]{0,60}[$\#]\s  # a prompt
  | \A[a-z\d][\w.:-]{1,40}>\s\S
  | \A\s*+\{\s?[\w$-]{1,40}\s?:\s?["'\d\[{tfn]
  | \\[a-zA-Z]{2,20}\{
  | \A[A-Z][\w-]{1,20}[ ]?:[ ][^\n<>]{1,60}<[^\s<>@]{1,60}@[^\s<>]{1,60}>\Z  # its address
  | \A(?:Dialogue|Comment|Style)[ ]?:[ ]?\d  # subtitles
  | \A\s*+(?:End\s(?:Sub|If|Function|With|Select)|Dim\s\w+\sAs)\b
  | \A(?:From|To|Cc|Bcc|Subject|Date|Sent|Sender|Reply-To|Return-Path|Message-ID|In-Reply-To
    |References|MIME-Version|User-Agent|(?:Content|X)-[A-Za-z-]{1,40})[ ]?:[ ]  # heads of messages
  | \A\[[ ]?(?:ti|ar|al|au|by|re|ve|offset|length)[ ]?:  # heads of lyrics
  | \[(?:[JMDCNRSPGZA]|EB|DB)(?:/[A-Z]{2})?\]  # a reference: GB/T 7714 has half-width marks
    """,
    VERBOSE | ASCII,
)
# One of these is in everything that the pattern above matches: nine lines in ten need no more.
_CODE_CHARACTER = lazy("""[A-Za-z}/<$>"'=&]""")

# A line with one of these is prose, whatever stands around it.
_PROSE = lazy("[，。；！？]")
_NO_NAME = lazy("[^\\w()%./-]")
# Lines around a line that are looked at, on each side: a block of code or a table is judged as one,
# and still in linear time. Fewer than two are no block.
_AROUND = 8
_FEW = 2
_REMARK = lazy(r"\s*+(?:[#;%]|//|--|/?\*)")
_LONGEST_NAME = 8  # characters of a value in words; clauses have more, verses at least four
_QUOTED_CELL = lazy(r'(?:(?<=,)|(?<=, )|\A)"[^"\n]*+"(?=\s?(?:,|\Z))')
# What a line may begin with that only its neighbours show to be code: a name, a comment, a quote.
_BEGINS = lazy(r"""\s*+(?:[A-Za-z_$@<"'{\[}`]|[;#%]\s?|- ["'A-Za-z]|\([a-z])""")
_VALUE = lazy(r"""\s*+(?:[A-Za-z_][\w.]{0,40}\(|\([a-z]|["']).*[)"';]\s*\Z""", ASCII)
_SETTING = lazy(
    r"""\s*+(?:- )?[\w.-]{1,40}+ ?(?:=|:\s?["'\[{]|:$|(?<=[a-z]): +[!-~])"""
    r"|\s*+(?:End|Loop|Next|Else|Do|fi|done)\b"
)

_CODE_SIGN = lazy(r"[(){}\[\];=<>\"'#]|\w:\s*$")
_CODE_WORD = lazy(r"(?:return|break|continue|pass|else|begin|end|fi|done|try)\b")
_COMMAND_SIGN = lazy(r" --?\w|\w/\w|\w:\d|[*|\\$&]")


def is_code(line: str) -> bool:
    """Return whether a line looks like a line of a program, a command or a data file.

    >>> is_code('print("你好, 世界")'), is_code("他说(没错):好, 就这么办")
    (True, False)
    """
    return _CODE_CHARACTER.search(line) is not None and _CODE.search(line) is not None


def is_among_code(text: str, start: int, end: int) -> bool:
    """Return whether the line ``text[start:end]`` is a row of data, or stands among code."""
    line = text[start:end]
    separator = "," if "," in line else ";"
    values = separator in line
    begins = _BEGINS.match(line) is not None
    if not (values or begins) or _PROSE.search(line) is not None:
        return False
    above, below = _lines_above(text, start), _lines_below(text, end)
    if not above and not below:
        return False
    if above and above[0].endswith("\\"):  # a command goes on
        return True
    if values and _is_row(above, line, below, separator):
        return True
    if not begins:
        return False
    near = above + below
    if len(near) < _FEW:  # a paragraph of two lines
        return _VALUE.match(line) is not None and is_code(near[0])
    near = [other for other in near if _REMARK.match(other) is None]
    like = sum(map(_is_like_code, near))
    return like >= _FEW and like * 3 >= len(near) * 2


def _lines_above(text: str, start: int) -> list[str]:
    """Return the lines above ``start``, the nearest first, up to a blank one or one of prose."""
    found: list[str] = []
    while start > 0 and len(found) < _AROUND:
        begin = text.rfind("\n", 0, start - 1) + 1
        line = text[begin : start - 1]
        if _ends_block(line):
            break
        found.append(line)
        start = begin
    return found


def _lines_below(text: str, end: int) -> list[str]:
    found: list[str] = []
    while end < len(text) and len(found) < _AROUND:
        stop = text.find("\n", end + 1)
        stop = len(text) if stop < 0 else stop
        line = text[end + 1 : stop]
        if _ends_block(line):
            break
        found.append(line)
        end = stop
    return found


def _ends_block(line: str) -> bool:
    return not line.strip() or (_PROSE.search(line) is not None and _REMARK.match(line) is None)


def _is_row(above: list[str], line: str, below: list[str], separator: str) -> bool:
    """Return whether ``line`` is one of rows with as many values, and its neighbours are others.

    A column has never Chinese in it, but for the head, or all of three rows are short names.
    """
    cells = _cells(line, separator)
    size = len(cells)
    table = [cells]
    for lines in (above, below):
        for other in lines:
            cells = _cells(other, separator)
            if len(cells) != size:
                break
            table.insert(0, cells) if lines is above else table.append(cells)
    if len(table) < _FEW:
        return False
    if len(table) > _FEW and size > _FEW and all(map(_are_names, table)):
        return True
    body = table[1:] if len(table) > _FEW or size > _FEW else table
    return any(all(cell.isascii() and cell for cell in column) for column in zip(*body, strict=True))


def _are_names(cells: list[str]) -> bool:
    return all(0 < len(cell) <= _LONGEST_NAME and not _NO_NAME.search(cell) for cell in cells)


def _cells(line: str, separator: str) -> list[str]:
    if '"' in line:
        line = _QUOTED_CELL.sub("x", line)
    return [cell.strip(" ") for cell in line.split(separator)]


def _is_like_code(line: str) -> bool:
    return (
        is_code(line)
        or _SETTING.match(line) is not None
        or has_code_sign(line)
        or (line.isascii() and _COMMAND_SIGN.search(line) is not None)
    )


def has_code_sign(line: str) -> bool:
    """Return whether a line in ASCII has a sign that lines of code have."""
    return line.isascii() and (
        _CODE_SIGN.search(line) is not None or _CODE_WORD.match(line) is not None
    )


@lru_cache(maxsize=4)  # each step of normalising asks about the same text
def fences(text: str) -> list[tuple[int, int]]:
    """Return the spans of code: fenced blocks of Markdown, blocks of Python, block comments."""
    spans = []
    # One character is found ten times as fast as several.
    if ("`" in text and "```" in text) or ("~" in text and "~~~" in text):
        marks = [match.start() for match in _FENCE.finditer(text)]
        for start, last in zip(marks[::2], marks[1::2], strict=False):
            end = text.find("\n", last)
            spans.append((start, len(text) if end < 0 else end))
    if "/*" in text:
        found = [match.span() for match in _COMMENT.finditer(text)]
        spans = sorted(spans + [span for span in found if not inside(spans, span[0])])
    if "@@ -" in text:
        found = [match.span() for match in _HUNK.finditer(text)]
        spans = sorted(spans + [span for span in found if not inside(spans, span[0])])
    if ":\n" in text and (":\n " in text or ":\n\t" in text):
        done = 0
        blocks = []
        for match in _HEADER.finditer(text):
            if match.start() >= done and not inside(spans, match.start()):
                done = _end_of_block(text, match.end(), match[1])
                blocks.append((match.start(), done))
        spans = sorted(spans + blocks)
    return spans


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
    index = bisect_right(spans, (at, sys.maxsize)) - 1
    return index >= 0 and at < spans[index][1]
