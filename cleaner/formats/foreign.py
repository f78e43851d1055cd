"""Files that hold no text as they are, known by their first bytes: said, instead of cleaned.

Any bytes can be read as text in some encoding, and a picture or a compressed page so read is pages
of rubbish that look like the output of a run in which all went well.
"""

from __future__ import annotations

from cleaner.errors import InputError
from cleaner.formats.compressed import COMPRESSED, HEAD, compression
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cleaner.settings import Settings

# What a file is, and what reads it: a batch, or other programs.
_ARCHIVE, _OTHER = True, False
_MAGIC = (
    (b"PK\x03\x04", "a zip archive", _ARCHIVE),
    (b"PAR1", "a Parquet file", _ARCHIVE),
    (b"WARC/1.", "a web archive", _ARCHIVE),
    (b"%PDF-", "a PDF file", _OTHER),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file", _OTHER),
    (b"\xff\xd8\xff", "a JPEG picture", _OTHER),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _OTHER),
    (b"GIF87a", "a GIF picture", _OTHER),
    (b"GIF89a", "a GIF picture", _OTHER),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _OTHER),
    (b"Rar!\x1a\x07", "a RAR archive", _OTHER),
    (b"SQLite format 3\0", "an SQLite database", _OTHER),
    (b"\x7fELF", "a program", _OTHER),
)
FIRST = frozenset(magic[0] for magic in (*[magic for magic, _, _ in _MAGIC], *COMPRESSED))
"""The first bytes of all of these."""
_JSON = lazy(rb'\s*(?:\[\s*)?\{\s*"[^"\n]*"\s*:')
_PACKED = {"gz": "gzip", "bz2": "bzip2", "xz": "xz", "zst": "zstd"}


def foreign(head: bytes) -> tuple[str, bool] | None:
    """Return what a file is that begins with ``head``, and whether a batch reads it.

    None for what may be text.
    """
    if not head or head[0] not in FIRST:
        return None
    found = next(((what, read) for magic, what, read in _MAGIC if head.startswith(magic)), None)
    if found is not None:
        return found
    packing = compression(head)
    # A text may begin with BZh: the next byte is a digit, then comes the magic of a block.
    if packing is None or (packing == "bz2" and head[4:10] != b"1AY&SY"):
        return None
    return f"{_PACKED[packing]}-compressed", True


def office(head: bytes) -> str | None:
    """Return what a zip archive is that begins with ``head`` and is one file to its user."""
    if b"[Content_Types].xml" in head[:4096]:
        return "a Word, Excel or PowerPoint file"
    if head[30:].startswith(b"mimetypeapplication/vnd.oasis."):
        return "an OpenDocument file"
    return None


def is_epub(head: bytes) -> bool:
    """Whether a zip archive that begins with ``head`` is a book, whose text is in its chapters."""
    return head[30:].startswith(b"mimetypeapplication/epub")


def advice(data: bytes, name: str = "") -> str | None:
    """Return what to say of text with many documents in it that is read as one.

    A table is known by its name alone: its content says nothing that prose could not say.
    """
    if name.lower().endswith((".csv", ".tsv")):
        return "a table? With -o DIR/ each row is a document"
    head = data[:HEAD]
    if not _JSON.match(head):
        return None
    from cleaner.formats.jsonl import looks_like

    if looks_like(head):
        return "JSON Lines? With -o DIR/ each line is a document"
    return "JSON? It was read as text; objects a line each (jq -c '.[]') are read with -o DIR/"


def refuse(data: bytes) -> None:
    """Raise InputError for an input that begins with ``data`` and is no text."""
    found = foreign(data)
    if found is None:
        return
    what, read = found
    own = office(data)
    if own is not None:
        what, read = own, False
    hint = "-o DIR/ reads what is in it" if read else "--input text reads it all the same"
    raise InputError(f"{what}, not text ({hint})")


def is_json(data: bytes) -> bool:
    """Whether a file that begins with ``data`` is JSON that is no text: an object, or many."""
    if not _JSON.match(data):
        return False
    import json

    text = data.decode("utf-8", "replace").strip().removeprefix("[").lstrip()
    try:
        _, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    return text[end:].lstrip()[:1] in ("", ",", "]", "{")


def check(data: bytes, name: str, settings: Settings) -> str | None:
    """Return what to say of an input that begins with ``data`` and is to be one document.

    Raises InputError for what is no text.
    """
    refuse(data)
    from cleaner.pipeline import select

    # Without chrome nothing is lost by taking many documents for one.
    if settings.keep_chrome or all(stage.name != "chrome" for stage in select(settings)):
        return None
    return advice(data, name)
