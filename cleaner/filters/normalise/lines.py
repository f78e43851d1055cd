"""Ends of lines, indentation and blank lines."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise.blocks import fences, inside, is_among_code
from cleaner.filters.normalise.code import has_code_sign, is_code
from cleaner.ledger import Edit
from cleaner.patterns import ASCII, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

UNICODE_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that are neither the ASCII space nor a tab, for use inside a character class."""

_SPACE = f" \t{UNICODE_SPACE}"

# \r\r\n is a line end that went through a text-mode write twice.
_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_LINE_END = lazy("\r{1,2}\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

# The look-behind lets a run of spaces be tried at its first character only: linear time. Patterns
# that begin with what is sought, and look back past it, skip all else four times as fast.
_TRAILING = lazy(f"[{_SPACE}](?<![{_SPACE}].)[{_SPACE}]*+(?=\n|\\Z)")
_INDENT = lazy(f"\n[{_SPACE}]++(?!\n|\\Z)")
_FIRST_INDENT = lazy(f"\\A[{_SPACE}]++(?!\n|\\Z)")
_BLANK = lazy("\n{3,}")
# Something of all that, in a text between two line feeds.
_UNTIDY = lazy(f"\n(?:[{_SPACE}]|\n\n|(?<=[{_SPACE}]\n))")

_ITEM = r"[ \t]*(?:[-*+]|\d{1,3} ?[.)])[ \t](?![ -/:-@\[-`{-~]*(?:\n|\Z))"
_LIST_ITEM = lazy(_ITEM)
_ABOVE_ITEM = lazy(rf"{_ITEM}|[ \t]*[\w.-]{{1,40}} ?:\Z", ASCII)  # YAML has a key above
_PAIR = lazy(r"[ \t]*(?:- )?[a-z_][\w.-]{0,40}:(?: |\Z)", ASCII)  # of YAML, with its value
_TARGET = lazy(r"[a-z.][\w./-]{0,40} ?:(?: [^\n]*)?\Z", ASCII)  # of a Makefile
_COMMENTS = frozenset("#;%")
_TREE = frozenset("│├└┌─")  # lines of a tree or a frame
_DRAWN = lazy(r"[ !-/:-@\[-`{-~]+\Z")  # a picture of marks, where others stand above
_ELEMENT = lazy(r"< ?(?:/ ?)?[A-Za-z][^\n]*>\Z")  # markup that stayed is the subject


def line_ends(document: Document, rule: str = "normalise.line-end") -> Document:
    r"""Make every line end ``\n``: CR LF, CR, NEL, LS, PS, vertical tab, form feed and kin."""
    text = document.text
    if not any(character in text for character in _LINE_ENDS):
        return document
    return document.sub(_LINE_END, "\n", rule)


def tidy_lines(document: Document, *, indented: bool = False) -> Document:
    """Remove trailing spaces, the indentation of prose, and blank lines but one in a row.

    No blank line stays at the start or the end, and no final newline. The indentation of code,
    of Markdown lists and of table rows stays; all of it if ``indented``.
    """
    text = document.text
    if _UNTIDY.search(f"\n{text}\n") is not None:
        document = document.sub(_TRAILING, "", "normalise.trailing-space")
        if not indented:
            document = unindent(document)
        document = document.sub(_BLANK, "\n\n", "normalise.blank-line")
        text = document.text
    edits = []
    first = len(text) - len(text.lstrip("\n"))
    if first:
        edits.append(Edit(0, first, "", "normalise.blank-line"))
    last = len(text.rstrip("\n"))
    if first <= last < len(text):
        edits.append(Edit(last, len(text), "", "normalise.blank-line"))
    return document.apply(edits) if edits else document


def unindent(document: Document) -> Document:
    """Remove the indentation of lines that are neither code nor items within others."""
    text = document.text
    found = [match.span() for match in _INDENT.finditer(text)]
    first = _FIRST_INDENT.match(text)
    if first is not None:
        found.insert(0, first.span())
    if not found:
        return document
    gone = sorted(_dropped(text, found))
    edits = [
        Edit(start, end, "\n" if text[start] == "\n" else "", "normalise.indent")
        for start, end in gone
    ]
    return document.apply(edits) if edits else document


def _dropped(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of indentation (each with the newline before it) that go.

    Prose and items of lists lose theirs line by line, all other lines by blocks: runs of indented
    lines of which half look like code keep it. A line that goes parts two blocks, as it will when
    the text is read again.
    """
    fenced = fences(text)
    nested: dict[str, bool] = {}
    block: list[tuple[int, int]] = []
    code = 0
    last = -1
    for span in found:
        start, end = span
        begin = start + (text[start] == "\n")
        stop = text.find("\n", end)
        stop = stop if stop >= 0 else len(text)
        kept = inside(fenced, begin) or _keeps_indent(text, begin, end, stop, nested)
        sure = kept is None and _is_code_here(text, begin, end, stop, among=bool(block))
        if kept is None and not sure:
            line = text[end:stop]
            kept = None if line.isascii() or line[0] in _COMMENTS else False
        if start != last or kept is False:
            yield from block if 2 * code < len(block) else ()
            block, code = [], 0
        if kept is None:
            block.append(span)
            code += sure
        elif not kept:
            yield span
        last = stop
    yield from block if 2 * code < len(block) else ()


def _keeps_indent(
    text: str, start: int, end: int, stop: int, nested: dict[str, bool]
) -> bool | None:
    """Return whether a line keeps its indentation ``text[start:end]``, None where blocks decide.

    The line ends at ``stop``. ``nested`` tells of the list at hand which indentations are of items
    within others.
    """
    indent = text[start:end]
    if indent.strip(" \t"):
        return False
    above = _line_before(text, start)
    if not indent.strip("\t") and "\t" in above.strip() + text[end:stop]:
        return True  # a table row whose first cell is empty
    if indent[0] == "\t" and _TARGET.match(above):
        return True
    if _LIST_ITEM.match(text, end):
        if _PAIR.match(text, end) and _PAIR.match(above):
            return True
        if above[:1] not in (" ", "\t") or not _LIST_ITEM.match(above):
            nested.clear()
        return nested.setdefault(indent, _ABOVE_ITEM.match(above) is not None)
    return None


def _is_code_here(text: str, start: int, end: int, stop: int, *, among: bool) -> bool:
    """Return whether the line ``text[start:stop]`` is code; ``end`` is where its indentation does.

    ``among``: lines above it belong to its block. The answer is the same when words are set apart.
    """
    line = text[end:stop]
    if has_code_sign(line) or line[0] in _TREE or _ELEMENT.match(line) or is_code(line):
        return True
    if among and _DRAWN.match(line):
        return True
    if _PAIR.match(line) and (among or _PAIR.match(_line_before(text, start))):
        return True
    if is_among_code(text, start, stop):
        return True
    if " " not in line:
        return False
    from cleaner.filters.segment.segmented import unspaced

    bare = unspaced(line)  # segmentation parts the signs of code
    return is_code(bare) or has_code_sign(bare)


def _line_before(text: str, start: int) -> str:
    """Return the nearest line above ``start`` that is not blank."""
    end = start - 1
    while end > 0:
        begin = text.rfind("\n", 0, end) + 1
        if begin < end:
            return text[begin:end]
        end = begin - 1
    return ""
