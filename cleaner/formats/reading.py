"""Cutting a byte stream into documents, and into lines as they come.

A stream is one document, unless it is above the bound on the size of a document: then it comes in
pieces cut at blank lines, so that memory stays bounded whatever the input.
"""

from __future__ import annotations

import codecs

from cleaner.filters.decode.detect import BOMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from cleaner.filters.decode.lines import LineDecoder

_WIDE = ("utf-16", "utf-32")

# Bytes asked for at a time: Python makes room for all of them, and more takes it longer to make
# than to read a page.
_CHUNK = 1 << 16
# A longer line comes in pieces of this size, each a line: a stream without line ends is no reason
# to fill the memory.
LONGEST_LINE = 1 << 20
# The bytes of UTF-8 that begin no character.
_TRAILING = bytes(range(0x80, 0xC0))
# Seconds that lines of an unclear encoding wait for more when a live pipe has gone quiet. Loading
# the filters takes 0.15 for the first, which is to be seen within 0.3.
PATIENCE = 0.1


def documents(stream: BinaryIO, bound: int) -> Iterator[bytes | str]:
    """Yield the documents of ``stream``: all of it, or pieces of at most ``bound`` bytes.

    Pieces are cut after the last blank line that fits, else after the last line, else anywhere.
    A stream in UTF-16 or UTF-32 (by its mark) that needs cutting comes as ``str``.
    """
    held = read(stream, bound)
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
        held += read(stream, bound - len(held))


def ends_blank(piece: bytes | str) -> bool:
    """Whether a piece was cut after a blank line, which belongs between it and the next."""
    if isinstance(piece, str):
        return piece.endswith("\n\n")
    return piece.endswith((b"\n\n", b"\n\r\n"))


def lines(
    stream: BinaryIO,
    decoder: LineDecoder,
    encoding: str | None,
    check: Callable[[bytes], None] | None = None,
) -> Iterator[str]:
    """Yield the text of each line of ``stream``, without its end, as soon as it is there.

    ``check`` is given what comes first, to refuse what is no text. What ``decoder`` holds back
    because its encoding is unclear comes after :data:`PATIENCE` at the latest, if the stream can be
    waited for. ``encoding`` is the codec asked for, which matters here only when its line ends are
    wider than a byte.
    """
    chunk = _available(stream)
    if check is not None:
        check(chunk)
    wide = _wide_mark(chunk) or (encoding if encoding and encoding.startswith(_WIDE) else None)
    if wide is None and encoding is None and b"\0" in chunk:
        wide = _wide_without_mark(chunk)
    if wide:
        yield from _wide_lines(chunk, stream, wide)
        return
    held = b""
    while chunk:
        *whole, held = (held + chunk).split(b"\n")
        for line in whole:
            yield from decoder.feed(line + b"\n")
        while len(held) > LONGEST_LINE:
            cut = _character_end(held[:LONGEST_LINE])
            yield from decoder.feed(held[:cut])
            held = held[cut:]
        if decoder.holding and _is_quiet(stream):
            yield from decoder.flush()
        chunk = _available(stream)
    if held:
        yield from decoder.feed(held)
    yield from decoder.flush()


def _available(stream: BinaryIO) -> bytes:
    """Read what is there, waiting only when nothing is; empty at the end of the stream."""
    read = getattr(stream, "read1", stream.read)
    data: bytes = read(_CHUNK)
    return data


def _is_quiet(stream: BinaryIO) -> bool:
    """Whether nothing comes for a while; False for what cannot be waited for, such as a file."""
    import select

    try:
        ready, _, _ = select.select([stream.fileno()], [], [], PATIENCE)
    except (OSError, ValueError, AttributeError):
        return False
    return not ready


def read(stream: BinaryIO, size: int) -> bytes:
    """Read ``size`` bytes, fewer only at the end of the stream."""
    parts = []
    while size > 0:
        part = stream.read(min(size, _CHUNK))
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
    return _character_end(held)


def _character_end(held: bytes) -> int:
    """Return where to cut ``held`` so that no character falls in two, if that can be told."""
    for at in range(len(held), max(len(held) - 4, 0), -1):
        end = held[max(at - 64, 0) : at].lstrip(_TRAILING)
        try:
            if end and end.decode("utf-8"):
                return at
        except UnicodeDecodeError:
            continue
    # Not UTF-8. A byte that ends a character in every multibyte encoding:
    for at in range(len(held), max(len(held) - 4096, 0), -1):
        if held[at - 1] < 0x30:
            return at
    return len(held)


def _wide_mark(held: bytes) -> str | None:
    return next(
        (name for mark, name in BOMS if name.startswith(_WIDE) and held.startswith(mark)), None
    )


def _wide_without_mark(chunk: bytes) -> str | None:
    from cleaner.filters.decode.wide import find_wide

    found = find_wide(chunk)
    return found[0] if found else None


def _wide_lines(chunk: bytes, stream: BinaryIO, name: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(name)("replace")
    held = ""
    first = True
    while chunk:
        text = decoder.decode(chunk)
        if first and text:
            text = text.removeprefix("\ufeff")
            first = False
        *whole, held = (held + text).split("\n")
        for line in whole:
            yield line.rstrip("\r")
        while len(held) > LONGEST_LINE:
            yield held[:LONGEST_LINE]
            held = held[LONGEST_LINE:]
        chunk = _available(stream)
    held += decoder.decode(b"", final=True)
    if held:
        yield held.rstrip("\r")


def _wide_documents(held: bytes, stream: BinaryIO, name: str, bound: int) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(name)("replace")
    text = decoder.decode(held).removeprefix("\ufeff")
    while True:
        more = read(stream, bound)
        if not more:
            break
        cut = max(text.rfind("\n\n") + 2, 0) if "\n\n" in text else text.rfind("\n") + 1
        cut = cut or len(text)
        yield text[:cut]
        text = text[cut:] + decoder.decode(more)
    yield text + decoder.decode(b"", final=True)
