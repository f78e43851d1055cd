"""The forms of the output: what a cleaned document looks like in the stream that is written.

A writer is given documents one after another and returns the text to write for each. It holds what
depends on the document before (the blank line between two pieces), nothing else.
"""

from __future__ import annotations

from cleaner.named import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from cleaner.core import Result
    from cleaner.request import Form

    class Writer(Protocol):
        """Makes the text to write out of one document after another."""

        def document(self, origin: Origin, result: Result) -> str:
            """Return what to write for ``result``."""
            ...


class Origin(NamedTuple):
    """Where a document comes from: name of the input, number of the piece of it (from 0).

    ``blank``: the input has a blank line after it. ``line``: it was one line of the input.
    """

    name: str
    piece: int = 0
    blank: bool = False
    line: bool = False


class TextWriter:
    """Text as it is; what was a blank line between two pieces of an input is one again."""

    def __init__(self) -> None:
        self._separator = ""

    def document(self, origin: Origin, result: Result) -> str:
        """Return the text with its last line ended; a line in is a line out."""
        if origin.line:
            return result.text.replace("\n", " ") + "\n"
        if origin.piece == 0:
            self._separator = ""
        if not result.text:
            return ""
        text = result.text if result.text.endswith("\n") else result.text + "\n"
        before = self._separator
        self._separator = "\n" if origin.blank and not text.endswith("\n\n") else ""
        return before + text


class JsonWriter:
    """A line of JSON a document: the name of its file, the number of the piece, its record."""

    def __init__(self, form: Form) -> None:
        self._form = form

    def document(self, origin: Origin, result: Result) -> str:
        """Return the line."""
        from cleaner.formats.records import line, record  # which import json

        number = {"piece": origin.piece} if origin.piece else {}
        fields = record(result, words=self._form.words, offsets=self._form.offsets)
        return line({"file": origin.name, **number, **fields})


class TableWriter:
    """A line of cells between tabs a document, after a line with their names.

    The form is that of PostgreSQL's COPY in text format with a header: a backslash stands before
    ``t``, ``n``, ``r`` and another backslash, for a tab, a line feed, a carriage return and itself.
    """

    COLUMNS = ("file", "title", "published", "source", "author", "encoding", "variant", "text")

    def __init__(self) -> None:
        self._begun = False

    def document(self, origin: Origin, result: Result) -> str:
        """Return the line, after the names of the columns if it is the first."""
        known = {
            # A name need not be UTF-8: what is none stands as in JSON, \udcff for the byte ff.
            "file": identity(origin).encode("utf-8", "backslashreplace").decode("utf-8"),
            "encoding": "" if result.encoding is None else result.encoding.name,
            "variant": "" if result.variant is None else result.variant.name,
            "text": result.text.removesuffix("\n"),
        }
        cells = [known.get(name, result.metadata.get(name, "")) for name in self.COLUMNS]
        line = "\t".join(cell.translate(_CELL) for cell in cells) + "\n"
        head = "" if self._begun else "\t".join(self.COLUMNS) + "\n"
        self._begun = True
        return head + line


_CELL = {ord("\\"): "\\\\", ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r"}


# Bytes that Elasticsearch allows an identifier.
_LONGEST_ID = 512


class BulkWriter:
    """Two lines of JSON a document, for the bulk interface of Elasticsearch and OpenSearch.

    The first names index and document (by a digest, where its name is longer than an identifier may
    be), the second has ``text``, words with spaces between them, for an analyser that splits at
    white space (``parts`` has the words inside long words), and ``original`` with ``starts`` and
    ``ends``: where each word of ``text`` stands in it, in UTF-16 as Java counts, never going
    backwards. A hit on word number *i* is highlighted there.
    """

    def __init__(self, form: Form) -> None:
        self._form = form

    def document(self, origin: Origin, result: Result) -> str:
        """Return the two lines."""
        from hashlib import sha256

        from cleaner.formats.records import line
        from cleaner.search import parts

        words = result.words or ()
        _, places = result.alignment.offsets("utf16")
        fields = {
            "file": origin.name,
            **result.metadata,
            "variant": None if result.variant is None else result.variant.name,
            "text": " ".join(words),
            "parts": " ".join(part for word in words for part in parts(word)),
            "original": result.source,
            "starts": [place.start for place in places],
            "ends": [place.end for place in places],
        }
        name = identity(origin)
        if len(name.encode("utf-8", "surrogateescape")) > _LONGEST_ID:
            name = sha256(name.encode("utf-8", "surrogateescape")).hexdigest()
        action = {"index": {"_index": self._form.index, "_id": name}}
        return line(action) + line(fields)


def identity(origin: Origin) -> str:
    """Return a name for a document: that of its input, with the number of the piece or line."""
    return f"{origin.name}#{origin.piece}" if origin.piece or origin.line else origin.name


def writer(form: Form) -> Writer:
    """Return the writer of ``form``."""
    if form.name == "jsonl":
        return JsonWriter(form)
    if form.name == "es-bulk":
        return BulkWriter(form)
    return TableWriter() if form.name == "tsv" else TextWriter()
