"""Files inside files: what a compressed file or an archive holds, one entry after the other."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from cleaner.formats.compressed import decompressed, peek, unpacked_name
from cleaner.formats.foreign import is_epub, office
from cleaner.formats.known import ARCHIVES, kind
from cleaner.named import NamedTuple

if TYPE_CHECKING:
    import zipfile

#: Archives inside archives inside archives: deeper than this is an attack.
DEEPEST = 3
# What of a book is text; the rest is its styles, its pictures and its list of contents.
_CHAPTERS = (".xhtml", ".html", ".htm")
# The flag of a member of a zip archive whose name is in UTF-8.
_UTF8 = 0x800


class Entry(NamedTuple):
    """Something to read documents from: its name, the key of its format, its bytes."""

    name: str
    format: str
    stream: BinaryIO


def entries(
    stream: BinaryIO,
    name: str,
    asked: str | None = None,
    *,
    whole_name: bool = False,
    depth: int = 0,
) -> Iterator[Entry]:
    """Yield what is in ``stream``, in order: itself, or the members of the archive that it is.

    The name loses the suffix of compression, unless ``whole_name``. The names of members begin with
    that of the archive; a name that occurs again gets a number.
    ``asked`` is the format of all of them, found from the content where it is None. Read each entry
    before the next is asked for. Raises OSError, EOFError, ValueError or the errors of the
    decompressors for a damaged file, EngineError for a format whose package is absent.
    """
    start = stream.tell() if stream.seekable() else None
    packing, plain = decompressed(stream)
    if packing is not None and not whole_name:
        name = unpacked_name(name)
    head, plain = peek(plain)
    found = kind(head, name)
    if found not in ARCHIVES:
        format_ = asked or found
        if format_ == "warc" and packing == "gz" and start is not None:
            stream.seek(start)
            plain = stream  # fastwarc unpacks gzip itself, several times as fast
        yield Entry(name, format_, _seekable(plain) if format_ == "parquet" else plain)
        return
    if depth == DEEPEST:
        raise ValueError(f"archives nested more than {DEEPEST} deep")
    what = office(head) if found == "zip" else None
    if what is not None:
        raise ValueError(f"{what}, not text")
    book = found == "zip" and is_epub(head)
    seen: dict[str, int] = {}
    for member, body in _zip(_seekable(plain)) if found == "zip" else _tar(plain):
        if book and not member.lower().endswith(_CHAPTERS):
            continue
        clean = _safe(member)
        plain_name = unpacked_name(clean)
        seen[plain_name] = seen.get(plain_name, 0) + 1
        if seen[plain_name] > 1:
            clean += f"~{seen[plain_name]}"
        yield from entries(body, f"{name}/{clean}", asked, depth=depth + 1)


def _zip(stream: BinaryIO) -> Iterator[tuple[str, BinaryIO]]:
    import zipfile

    try:
        with zipfile.ZipFile(stream) as archive:
            for member in archive.infolist():
                if not member.is_dir():
                    with archive.open(member) as body:
                        yield _named(member), cast(BinaryIO, body)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        # It begins as one, so that what the library takes for none is one without its end.
        none = str(error) == "File is not a zip file"
        raise ValueError(f"zip: {'damaged or cut off' if none else error}") from None


def _named(member: zipfile.ZipInfo) -> str:
    """Return the name of a member, which Windows writes in the encoding of the country.

    The library takes a name without the flag of UTF-8 for one of an American PC.
    """
    name = member.filename
    if member.flag_bits & _UTF8 or name.isascii():
        return name
    from cleaner.filters.decode.detect import detect

    data = name.encode("cp437")
    codec = detect(data).codec
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return name


def _tar(stream: BinaryIO) -> Iterator[tuple[str, BinaryIO]]:
    import tarfile

    watched = _Watched(stream)
    try:
        with tarfile.open(fileobj=cast(BinaryIO, watched), mode="r|") as archive:
            for member in archive:
                body = archive.extractfile(member) if member.isfile() else None
                if body is not None:
                    # A member of a tar that is read in one go cannot be sought in.
                    yield member.name, cast(BinaryIO, _Forward(cast(BinaryIO, body)))
            end = archive.offset
    except tarfile.TarError as error:
        raise ValueError(f"tar: {error}") from None
    # The library takes a header that is cut off or damaged for the end, unless it is the first.
    if watched.block(end) != bytes(tarfile.BLOCKSIZE):
        raise ValueError(f"tar: damaged or cut off at byte {end}")


class _Watched:
    """A stream that remembers what was read of it last."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._read = 0
        self._tail = b""

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._read += len(data)
        # A header may lie across two of the records that the library reads.
        self._tail = self._tail[-size:] + data
        return data

    def block(self, offset: int) -> bytes:
        """Return the block at an offset of the stream, as far as it was read."""
        start = offset - (self._read - len(self._tail))
        return self._tail[start : start + 512] if start >= 0 else b""


class _Forward:
    """A stream of a member, which says that it cannot go back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        import tarfile

        try:
            return self._stream.read(size)
        except tarfile.ReadError:
            raise EOFError("cut off in the middle of a member") from None

    def read1(self, size: int) -> bytes:
        # Where the archive is cut off, no more than this is lost with the error.
        return self.read(min(size, 1 << 14))

    def seekable(self) -> bool:
        return False


def _seekable(stream: BinaryIO) -> BinaryIO:
    """Return ``stream``, or a temporary copy on the disk where it cannot be sought in."""
    import gzip
    from bz2 import BZ2File
    from lzma import LZMAFile

    slow = (gzip.GzipFile, BZ2File, LZMAFile)  # going back means unpacking again
    if not isinstance(stream, slow) and stream.seekable():
        return stream
    copy = tempfile.TemporaryFile()  # noqa: SIM115 - closed when nobody holds it
    shutil.copyfileobj(stream, copy, 1 << 20)
    copy.seek(0)
    return cast(BinaryIO, copy)


def _safe(name: str) -> str:
    """Return the name of a member as one below a folder, wherever it wanted to be."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts).replace("\0", "").replace(os.sep, "/") or "unnamed"
