"""Compressed input, known by its first bytes: gzip, bzip2, xz and zstd, read as a stream.

Names lie (a ``.gz`` that a browser has unpacked already, a ``.txt`` that is none), first bytes do
not. What comes out is never held whole, so that memory stays bounded whatever the ratio.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO, cast

from cleaner.errors import EngineError

SUFFIXES = (".gz", ".bz2", ".xz", ".zst")
#: What compressed streams begin with, and how they are.
COMPRESSED = {b"\x1f\x8b\x08": "gz", b"BZh": "bz2", b"\xfd7zXZ\0": "xz", b"\x28\xb5\x2f\xfd": "zst"}
#: How many bytes at the start of a stream the formats are known by.
HEAD = 1 << 14
# The reader of zstd takes a stream that is cut off for one that ends. So a frame of these bytes is
# put behind it: what was cut off swallows the frame, and the bytes do not come out at the end.
_END = b"\0end of zstd\n"


def compression(head: bytes) -> str | None:
    """Return ``gz``, ``bz2``, ``xz`` or ``zst`` for a stream that begins with ``head``."""
    return next((name for magic, name in COMPRESSED.items() if head.startswith(magic)), None)


def unpacked_name(name: str) -> str:
    """Return the name of what a compressed file called ``name`` holds: without ``.gz`` and such."""
    end = next((end for end in SUFFIXES if name.lower().endswith(end)), "")
    return name[: len(name) - len(end)]


def peek(stream: BinaryIO, size: int = HEAD) -> tuple[bytes, BinaryIO]:
    """Return the first ``size`` bytes, and a stream that has them still."""
    if stream.seekable():
        start = stream.tell()
        head = stream.read(size)
        stream.seek(start)
        return head, stream
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    head = b"".join(parts)
    return head, cast(BinaryIO, io.BufferedReader(_Chain(io.BytesIO(head), stream)))


def bitwise(stream: BinaryIO) -> Callable[[int], bytes]:
    """Return what reads a part of what is asked for, so that an error takes no more with it."""
    read: Callable[[int], bytes] = getattr(stream, "read1", None) or stream.read
    return read


def decompressed(stream: BinaryIO) -> tuple[str | None, BinaryIO]:
    """Return the kind of compression, if any, and the bytes of ``stream`` without it.

    Raises EngineError when zstd is met and neither Python nor a package has it.
    """
    head, stream = peek(stream, 8)
    kind = compression(head)
    if kind == "gz":
        import gzip

        return kind, cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    if kind == "bz2":
        import bz2

        return kind, cast(BinaryIO, bz2.BZ2File(stream))
    if kind == "xz":
        import lzma

        return kind, cast(BinaryIO, lzma.LZMAFile(stream))
    if kind == "zst":
        return kind, _zstd(stream)
    return None, stream


def _zstd(stream: BinaryIO) -> BinaryIO:
    try:
        import zstandard
    except ImportError:
        raise EngineError("zstd input needs a package: pip install 'zhclean[zstd]'") from None
    marked = io.BufferedReader(_Chain(stream, io.BytesIO(zstandard.compress(_END))))
    reader = zstandard.ZstdDecompressor().stream_reader(marked, read_across_frames=True)
    return cast(BinaryIO, io.BufferedReader(_Unmarked(cast(BinaryIO, reader)), 1 << 17))


class _Chain(io.RawIOBase):
    """A stream, and after it another."""

    def __init__(self, first: BinaryIO, second: BinaryIO) -> None:
        self._first = first
        self._second = second

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._first.read(len(buffer)) or bitwise(self._second)(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Unmarked(io.RawIOBase):
    """What stands before :data:`_END` in a stream that must end with it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while len(self._held) <= len(_END):
            data = bitwise(self._stream)(len(buffer))
            if not data:
                if self._held != _END:
                    raise EOFError("Compressed file ended before the end-of-stream marker")
                return 0
            self._held += data
        data = self._held[: min(len(buffer), len(self._held) - len(_END))]
        self._held = self._held[len(data) :]
        buffer[: len(data)] = data
        return len(data)
