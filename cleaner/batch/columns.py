"""The columns of Parquet shards: one schema whatever the inputs, so that shards fit each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cleaner.formats.parquet import packed, pyarrow
from cleaner.formats.paths import without
from cleaner.formats.rows import Row, as_json


def schema() -> Any:
    """Return the schema: what was not text in the input, and the metadata, are JSON."""
    pa = pyarrow()
    text = pa.string()
    return pa.schema(
        [
            ("file", text),
            ("row", text),
            ("text", text),
            ("encoding", text),
            ("variant", text),
            ("bad_bytes", pa.int64()),
            ("metadata", text),
            ("warnings", pa.list_(text)),
            ("fields", text),
        ]
    )


def packed_row(source: str, row: Row, fields: Mapping[str, Any], text: str) -> bytes:
    """Return a document as a packed record batch of one row; ``text`` was the field of its text."""
    others = without(row.fields, text)
    values = {
        **{key: fields[key] for key in ("text", "encoding", "variant", "bad_bytes", "warnings")},
        "file": _valid(source),
        "row": _valid(row.name) or None,
        "metadata": as_json(fields["metadata"]),
        "fields": as_json({key: _plain(value) for key, value in others.items()}),
    }
    return packed(pyarrow().RecordBatch.from_pylist([values], schema=schema()))


def _valid(name: str) -> str:
    """Return a name that UTF-8 has: those of files may hold any bytes."""
    return name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _plain(value: Any) -> Any:
    """Return a value as JSON can have it: dates, decimals and bytes as text."""
    if value is None or isinstance(value, (str, int, float, bool, list, dict)):
        return value
    return str(value)
