"""Tables and rows in another encoding than UTF-8, as Excel and Python on Windows write them."""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO, cast

from cleaner.formats.compressed import bitwise, peek

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


def in_utf8(stream: BinaryIO) -> BinaryIO:
    """Return ``stream`` as it is when it is UTF-8, else what it is in UTF-8."""
    head, stream = peek(stream)
    codec = encoding(head)
    return stream if codec == "utf-8-sig" else cast(BinaryIO, _InUtf8(stream, codec))


class _InUtf8:
    """A stream of text in an encoding, read as one of UTF-8."""

    def __init__(self, stream: BinaryIO, codec: str) -> None:
        self._read = bitwise(stream)
        self._decoder = codecs.getincrementaldecoder(codec)("surrogateescape")
        self._held = b""

    def read1(self, size: int) -> bytes:
        while not self._held:  # a byte alone may be half a character
            data = self._read(size)
            text = self._decoder.decode(data, final=not data)
            self._held = text.encode("utf-8", "surrogateescape")
            if not data:
                break
        data, self._held = self._held[:size], self._held[size:]
        return data


def _reads_as(head: bytes, codec: str) -> bool:
    """Whether ``head`` is in an encoding, but for a character that is cut off at its end."""
    try:
        codecs.getincrementaldecoder(codec)().decode(head)
    except (UnicodeDecodeError, LookupError):
        return False
    return True
