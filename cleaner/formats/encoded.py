"""Tables and rows in another encoding than UTF-8, as Excel and Python on Windows write them."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from cleaner.formats.compressed import peek

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def encoding(head: bytes) -> str:
    """Return the encoding of a table or of rows that begin with ``head``.

    UTF-8, with or without its mark, is ``utf-8-sig``, and so is what is in no encoding throughout.
    """
    if _reads_as(head, "utf-8"):
        return "utf-8-sig"
    from cleaner.filters.decode.detect import detect

    guess = detect(head)
    codec = "utf-16" if guess.mark and guess.codec.startswith("utf-16") else guess.codec
    return codec if not guess.binary and _reads_as(head, codec) else "utf-8-sig"


def is_utf16(head: bytes) -> bool:
    """Whether what begins with ``head`` has the mark of UTF-16."""
    return head.startswith(_UTF_16)


def as_text(stream: BinaryIO) -> io.TextIOWrapper:
    """Return ``stream`` as text in its encoding, line ends as they are.

    Bytes that its encoding does not have come as halves of surrogate pairs.
    """
    head, stream = peek(stream)
    return io.TextIOWrapper(stream, encoding(head), errors="surrogateescape", newline="")


@contextmanager
def in_utf8(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give ``stream`` as it is when it is UTF-8, else what it is in UTF-8."""
    head, stream = peek(stream)
    if encoding(head) == "utf-8-sig":
        yield stream
        return
    text = as_text(stream)
    try:
        yield cast(BinaryIO, _InUtf8(text))
    finally:
        text.detach()  # the stream belongs to the caller


class _InUtf8:
    """Text, read as a stream of UTF-8."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text

    def read(self, size: int) -> bytes:
        return self._text.read(size).encode("utf-8", "surrogateescape")


def _reads_as(head: bytes, codec: str) -> bool:
    """Whether ``head`` is in an encoding, but for a character that is cut off at its end."""
    try:
        codecs.getincrementaldecoder(codec)().decode(head)
    except (UnicodeDecodeError, LookupError):
        return False
    return True
