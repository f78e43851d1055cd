"""Cutting a byte stream into documents.

A stream is one document, unless it is above the bound on the size of a document: then it comes in
pieces cut at blank lines, so that memory stays bounded whatever the input.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from typing import BinaryIO

from cleaner.filters.decode.detect import BOMS

_WIDE = ("utf-16", "utf-32")


def documents(stream: BinaryIO, bound: int) -> Iterator[bytes | str]:
    """Yield the documents of ``stream``: all of it, or pieces of at most ``bound`` bytes.

    Pieces are cut after the last blank line that fits, else after the last line, else anywhere.
    A stream in UTF-16 or UTF-32 (by its mark) that needs cutting comes as ``str``.
    """
    held = _read(stream, bound)
    if len(held) < bound:
        yield held
        return
    wide = _wide_mark(held)
    if wide:
        yield from _wide_documents(held, stream, wide, bound)
        return
    while held:
        cut = _cut(held) if len(held) >= bound else len(held)
        yield held[:cut]
        held = held[cut:]
        held += _read(stream, bound - len(held))


def ends_blank(piece: bytes | str) -> bool:
    """Whether a piece was cut after a blank line, which belongs between it and the next."""
    if isinstance(piece, str):
        return piece.endswith("\n\n")
    return piece.endswith((b"\n\n", b"\n\r\n"))


def lines(stream: BinaryIO, decode: Callable[[bytes], str], encoding: str | None) -> Iterator[str]:
    """Yield the text of each line of ``stream``, without its end, as soon as it is there.

    ``decode`` turns the bytes of a line into text; ``encoding`` is the encoding asked for, which
    matters here only when its line ends are wider than a byte.
    """
    first = stream.readline()
    wide = _wide_mark(first) or (encoding if encoding and encoding.startswith(_WIDE) else None)
    if wide:
        text = (first + stream.read()).decode(wide, "replace")
        yield from text.removeprefix("\ufeff").splitlines()
        return
    data = first
    while data:
        yield decode(data.rstrip(b"\r\n"))
        data = stream.readline()


def _read(stream: BinaryIO, size: int) -> bytes:
    """Read ``size`` bytes, fewer only at the end of the stream."""
    parts = []
    while size > 0:
        part = stream.read(min(size, 1 << 20))
        if not part:
            break
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _cut(held: bytes) -> int:
    for end in (b"\n\n", b"\n\r\n", b"\n"):
        at = held.rfind(end)
        if at >= 0:
            return at + len(end)
    # No line end at all: cut after a byte that ends a character in every multibyte encoding.
    for at in range(len(held), max(len(held) - 64, 0), -1):
        if held[at - 1] < 0x30:
            return at
    return len(held)


def _wide_mark(held: bytes) -> str | None:
    return next(
        (name for mark, name in BOMS if name.startswith(_WIDE) and held.startswith(mark)), None
    )


def _wide_documents(held: bytes, stream: BinaryIO, name: str, bound: int) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(name)("replace")
    text = decoder.decode(held).removeprefix("\ufeff")
    while True:
        more = _read(stream, bound)
        if not more:
            break
        cut = max(text.rfind("\n\n") + 2, 0) if "\n\n" in text else text.rfind("\n") + 1
        cut = cut or len(text)
        yield text[:cut]
        text = text[cut:] + decoder.decode(more)
    yield text + decoder.decode(b"", final=True)
