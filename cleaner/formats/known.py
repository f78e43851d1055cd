"""Which format a file has: found from its first bytes, or asked for by name."""

from __future__ import annotations

from cleaner.formats.jsonl import Jsonl, looks_like
from cleaner.formats.pages import Pages
from cleaner.formats.parquet import Parquet
from cleaner.formats.rows import Format
from cleaner.formats.table import Table
from cleaner.formats.tsv import Tsv
from cleaner.formats.warc import Warc

_ALL: tuple[Format, ...] = (Pages(), Jsonl(), Table(), Tsv(), Parquet(), Warc())
FORMATS: dict[str, Format] = {format_.name: format_ for format_ in _ALL}
#: Containers of files.
ARCHIVES = ("zip", "tar")


def kind(head: bytes, name: str) -> str:
    """Return the key of FORMATS or ARCHIVES for a file that begins with ``head``.

    Only CSV and TSV need the name: their content says nothing that prose could not say.
    """
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.startswith(b"WARC/"):
        return "warc"
    if head[257:262] == b"ustar":
        return "tar"
    suffix = name.lower().rpartition(".")[2]
    if suffix in ("csv", "tsv"):
        return suffix
    return "jsonl" if looks_like(head) else "text"
