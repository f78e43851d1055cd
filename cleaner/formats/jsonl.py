"""JSON Lines: an object a line, of which one field is the text.

The line is not built anew: the value of the text is cut out and the cleaned one put in its place,
so that all other fields stay byte for byte what they were, numbers and order and spaces included.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, BinaryIO

from cleaner.formats.encoded import encoding, in_utf8, is_utf16
from cleaner.formats.paths import names, reach
from cleaner.formats.rows import (
    LONGEST_ROW,
    TOO_LONG,
    Fields,
    Row,
    as_json_bytes,
    lines_of,
    named,
    there_are,
)
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

_SPACE = lazy(r"[ \t\r\n]*")
_OBJECT = lazy(rb'\s*\{\s*"[^"\n]*"\s*:')
_decode = json.JSONDecoder().raw_decode


class Line(NamedTuple):
    """A line and where in it the value of the text and the closing brace stand."""

    text: str
    start: int
    end: int
    close: int


class Jsonl:
    """JSON Lines; see the module."""

    name = "jsonl"

    def blocks(self, stream: BinaryIO, fields: Fields) -> Iterator[tuple[bytes, int]]:
        """Cut at line ends; lines in another encoding come in UTF-8."""
        for block in lines_of(in_utf8(stream)):
            # Lines of a page or so are found in a tenth of the time that counting their ends takes.
            yield block, len(BytesIO(block).readlines())

    def rows(self, block: bytes, first: int, fields: Fields) -> Iterator[Row]:
        """Take the text of each line; a line that cannot be read is a row with a fault."""
        for number, ended in enumerate(BytesIO(block), first):
            raw = ended.removesuffix(b"\n")
            if not raw.strip():
                continue
            if raw == TOO_LONG[:-1]:
                yield Row(str(number), fault=f"a line of more than {LONGEST_ROW >> 20} MiB")
                continue
            try:
                line, values = scan(_text(raw), fields.text)
            except (ValueError, RecursionError) as error:
                yield Row(str(number), raw=raw, fault=f"not a row of JSON: {error}")
                continue
            name = named(values, fields, number)
            fault = f"no text in the field {fields.text!r} (--text-field)"
            try:
                data = reach(values, fields.text)
            except KeyError:
                yield Row(name, raw=raw, fault=fault + there_are(names(values)))
                continue
            if data is None:
                yield Row(name, "", line, values, null=True)
            elif isinstance(data, str):
                yield Row(name, data, line, values)
            else:
                inside = there_are(names({fields.text: data})) if isinstance(data, dict) else ""
                yield Row(name, raw=raw, fault=fault + inside)

    def mirror(self, block: Any, kept: Sequence[tuple[Row, str]], first: bool) -> bytes:
        """Put the cleaned text back into each line."""
        return b"".join([put(row.raw, None if row.null else text) + b"\n" for row, text in kept])


def looks_like(head: bytes) -> bool:
    """Whether a file that begins with ``head`` has an object on its first line."""
    if is_utf16(head):
        head = head[: len(head) & ~1].decode("utf-16", "replace").encode("utf-8", "replace")
    line, end, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not _OBJECT.match(line):
        return False
    if not end:
        return True
    try:
        text = line.decode("utf-8" if head.isascii() else encoding(head))
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def scan(text: str, field: str) -> tuple[Line, dict[str, Any]]:
    """Find the value of ``field``, which may be a path, in an object.

    Return where it stands, and all values. Raises ValueError for what is not one object of JSON.
    Where a name occurs twice the last counts, as everywhere.
    """
    text = text.removeprefix("\ufeff")
    start, end, at, values = _find(text, _skip(text, 0), field)
    if _skip(text, at + 1) != len(text):
        raise ValueError(f"no end of the object at character {at}")
    return Line(text.rstrip("\r\n"), start, end, at), values


def _find(text: str, at: int, field: str) -> tuple[int, int, int, dict[str, Any]]:
    """Return begin and end of the value of ``field`` in an object, its closing brace, its values.

    Begin and end are 0 where there is none.
    """
    values: dict[str, Any] = {}
    start = end = inner = 0
    outer, dot, rest = field.partition(".")
    if text[at : at + 1] != "{":
        raise ValueError("no object")
    at = _skip(text, at + 1)
    while text[at : at + 1] == '"':
        name, at = scanstring(text, at + 1)
        at = _skip(text, at)
        if text[at : at + 1] != ":":
            raise ValueError(f"no colon after {name!r}")
        begin = _skip(text, at + 1)
        try:
            values[name], at = _decode(text, begin)
        except StopIteration:  # of the scanner beneath, at the end of the text
            raise ValueError(f"no value after {name!r}") from None
        if name == field:
            start, end = begin, at
        elif dot and name == outer:
            inner = begin
        at = _skip(text, at)
        if text[at : at + 1] != ",":
            break
        at = _skip(text, at + 1)
    if text[at : at + 1] != "}":
        raise ValueError(f"no end of the object at character {at}")
    if inner and not end and isinstance(values[outer], dict):
        start, end, _, _ = _find(text, inner, rest)
    return start, end, at, values


def _text(raw: bytes) -> str:
    """Return the text of a line, which may be in another encoding than the lines around it."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode(encoding(raw))


def put(line: Line, text: str | None, more: Mapping[str, Any] | None = None) -> bytes:
    """Return ``line`` with ``text`` in the place of its text, and ``more`` fields at its end."""
    extra = b", " + as_json_bytes(dict(more))[1:-1] if more else b""
    before, between, after = (
        line.text[: line.start],
        line.text[line.end : line.close],
        line.text[line.close :],
    )
    return b"".join([before.encode(), as_json_bytes(text), between.encode(), extra, after.encode()])


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
