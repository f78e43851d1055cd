"""From the bytes of one document to its text, with an account of what could not be decoded."""

from __future__ import annotations

from dataclasses import replace

from cleaner.document import Document, Encoding, Region
from cleaner.errors import DecodingError
from cleaner.filters.decode.detect import BOMS, Guess, detect
from cleaner.filters.decode.faults import Fault
from cleaner.filters.decode.names import codec_of, name_of
from cleaner.settings import Settings

REPLACEMENT = "\ufffd"
# Documents up to this size are looked at line by line for lines of another encoding.
LINE_BY_LINE = 1 << 16


def decode(document: Document, settings: Settings) -> Document:
    """Turn ``document.data`` into text; a document that is text already passes through.

    ``settings.from_encoding`` is believed when given. Bytes that the encoding does not allow are
    replaced by U+FFFD, or dropped (``errors="ignore"``), counted, and warned about.

    Raises DecodingError under ``errors="strict"``, with the offset of the first bad byte.
    """
    data = document.data
    if data is None:
        return document
    asked = settings.from_encoding
    guess = _asked(data, asked) if asked is not None else detect(data)
    text, encoding = read(data, guess, settings.errors)
    document = replace(document, text=text, data=None, encoding=encoding)
    if encoding.bad_bytes:
        document = document.warn(complaint(encoding, settings.errors))
    if guess.evidence == "binary":
        document = document.warn("the input looks like binary data, not text")
    return document


def _asked(data: bytes, asked: str) -> Guess:
    codec = codec_of(asked) or asked
    mark = next((mark for mark, name in BOMS if name == codec and data.startswith(mark)), b"")
    return Guess(codec, 1.0, "asked for", mark)


def read(data: bytes, guess: Guess, errors: str) -> tuple[str, Encoding]:
    """Return the text of ``data`` as ``guess`` says, and the encoding with its faults counted."""
    encoding = Encoding(name_of(guess.codec), guess.confidence, guess.evidence, codec=guess.codec)
    if guess.text is not None:
        return guess.text, encoding
    from cleaner.filters.decode.decoders import Reader

    reader = Reader()
    text, regions = _read(data[len(guess.mark) :], guess, reader, len(guess.mark))
    return text, replace(encoding, regions=regions)


def _read(
    data: bytes, guess: Guess, reader, base: int
):
    from cleaner.filters.decode.decoders import LINED
    from cleaner.filters.decode.mixed import read_lines

    if guess.evidence == "asked for" or guess.codec not in LINED or guess.evidence == "binary":
        return reader.read(data, guess.codec, base), ()
    if guess.lines or len(data) <= LINE_BY_LINE:
        out = list(read_lines(data, guess.codec, reader))
        return "\n".join(t for t, _ in out), ()
    return reader.read(data, guess.codec, base), ()


def complaint(encoding: Encoding, errors: str) -> str:
    done = "dropped" if errors == "ignore" else "replaced by U+FFFD"
    return f"{encoding.bad_bytes} undecodable sequences as {encoding} {done}, the first at byte {encoding.first_bad}"
