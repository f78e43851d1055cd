"""The forms of the output: what a cleaned document looks like in the stream that is written.

A writer is given documents one after another and returns the text to write for each. It holds what
depends on the document before (the blank line between two pieces), nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from cleaner.core import Result
    from cleaner.run import Form


class Origin(NamedTuple):
    """Where a document comes from: name of the input, number of the piece of it (from 0).

    ``blank``: the input has a blank line after it. ``line``: it was one line of the input.
    """

    name: str
    piece: int = 0
    blank: bool = False
    line: bool = False


class Writer(Protocol):
    """Makes the text to write out of one document after another."""

    def document(self, origin: Origin, result: Result) -> str:
        """Return what to write for ``result``."""
        ...


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


def writer(form: Form) -> Writer:
    """Return the writer of ``form``."""
    return JsonWriter(form) if form.name == "jsonl" else TextWriter()
