"""Parquet: one column is the text, the others stay as they are; row groups come as a stream."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from cleaner.errors import EngineError
from cleaner.formats.paths import names, reach
from cleaner.formats.rows import Fields, Row, named, there_are

_TEXT = ("string", "large_string", "string_view")
_BYTES = ("binary", "large_binary", "binary_view")
# Rows of a block. A page of a crawl has 2 to 5 KB, so this is what BLOCK is in bytes.
_ROWS = 64


def pyarrow() -> Any:
    """Return the module. Raises EngineError with what to install when it is not there."""
    try:
        import pyarrow.parquet
    except ImportError:
        raise EngineError("Parquet needs a package: pip install 'zhclean[parquet]'") from None
    return pyarrow


class Parquet:
    """Parquet files; blocks are record batches in the format of Arrow's streams."""

    name = "parquet"

    def blocks(self, stream: BinaryIO, fields: Fields) -> Iterator[tuple[bytes, int]]:
        """Yield batches of rows. Raises ValueError when there is no column of text."""
        pa = pyarrow()
        file = pa.parquet.ParquetFile(stream)
        schema = file.schema_arrow
        columns = _columns(schema)
        try:
            kind = reach(columns, fields.text)
        except KeyError:
            known = there_are(names(columns))
            raise ValueError(f"no column {fields.text!r} (--text-field){known}") from None
        if isinstance(kind, dict):
            known = there_are(names({fields.text: kind}))
            raise ValueError(f"the column {fields.text!r} is no text (--text-field){known}")
        if _kind(kind) not in (*_TEXT, *_BYTES, "null"):
            raise ValueError(f"the column {fields.text!r} has no text but {kind} (--text-field)")
        empty = True
        for batch in file.iter_batches(batch_size=_ROWS):
            empty = False
            yield packed(batch), batch.num_rows
        if empty:
            nothing = schema.empty_table().combine_chunks().to_batches()
            yield packed(*nothing, schema=schema), 0

    def rows(self, block: bytes, first: int, fields: Fields) -> Iterator[Row]:
        """Take the text column of each row."""
        for at, values in enumerate(unpacked(block).to_pylist()):
            try:
                text = reach(values, fields.text)
            except KeyError:  # of a structure that is null
                text = None
            name = named(values, fields, first + at)
            yield Row(name, text or "", (at, fields.text), values, null=text is None)

    def mirror(self, block: bytes, kept: Sequence[tuple[Row, str]], first: bool) -> bytes:
        """Return the batch with the column of text replaced, as an Arrow stream."""
        pa = pyarrow()
        table = unpacked(block)
        if kept:
            if len(kept) < table.num_rows:
                # Not every kind of column has ``take``.
                table = pa.concat_tables([table.slice(row.raw[0], 1) for row, _ in kept])
            texts = [None if row.null else text for row, text in kept]
            path = kept[0][0].raw[1]
            name = path if path in table.column_names else path.partition(".")[0]
            own = table.schema.field(name)
            cells = _replaced(table.column(name), path.removeprefix(name)[1:], texts)
            table = table.set_column(table.column_names.index(name), own, cells)
        else:
            table = table.slice(0, 0)
        return packed(*table.to_batches(), schema=table.schema)


def _columns(fields: Iterable[Any]) -> dict[str, Any]:
    """Return the types of columns by their names, those of structures as such records too."""
    return {
        field.name: _columns(field.type) if pyarrow().types.is_struct(field.type) else field.type
        for field in fields
    }


def _replaced(column: Any, path: str, texts: Sequence[str | None]) -> Any:
    """Return ``column`` with ``texts`` in it, or in what is at ``path`` inside it."""
    pa = pyarrow()
    if path:
        column = pa.concat_arrays(column.chunks) if isinstance(column, pa.ChunkedArray) else column
        own = list(column.type)
        inside = [field.name for field in own]
        name = path if path in inside else path.partition(".")[0]
        parts = column.flatten()
        at = inside.index(name)
        parts[at] = _replaced(parts[at], path.removeprefix(name)[1:], texts)
        return pa.StructArray.from_arrays(parts, fields=own, mask=column.is_null())
    kind = _kind(column.type)
    if kind == "null":
        return pa.nulls(len(texts))
    if kind in _BYTES:
        return pa.array([text and text.encode() for text in texts], column.type)
    return pa.array(texts, column.type)


def _kind(column: Any) -> str:
    """Return the name of the type of a column, or of what its dictionary holds."""
    return str(column.value_type if pyarrow().types.is_dictionary(column) else column)


def packed(*batches: Any, schema: Any = None) -> bytes:
    """Return batches as bytes, their length before them, so that they can follow each other."""
    pa = pyarrow()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema if schema is not None else batches[0].schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
    data: bytes = sink.getvalue().to_pybytes()
    return len(data).to_bytes(8, "little") + data


def unpacked(block: bytes) -> Any:
    """Return the table that :func:`packed` made into bytes."""
    return pyarrow().ipc.open_stream(block[8:]).read_all()


def write(parts: str, target: str) -> None:
    """Write the packed tables that file ``parts`` has as the Parquet file ``target`` (zstd).

    Row groups hold at least 4 MB of Arrow memory, so that a reader is not lost in small ones.
    """
    pa = pyarrow()
    writer = None
    held: list[Any] = []
    with open(parts, "rb") as stream:
        while size := stream.read(8):
            held.append(pa.ipc.open_stream(stream.read(int.from_bytes(size, "little"))).read_all())
            if writer is None:
                writer = pa.parquet.ParquetWriter(target, held[0].schema, compression="zstd")
            if sum(table.nbytes for table in held) >= 4 << 20:
                writer.write_table(pa.concat_tables(held))
                held = []
    if writer is None:
        writer = pa.parquet.ParquetWriter(target, pa.schema([("text", pa.string())]))
    if held:
        writer.write_table(pa.concat_tables(held))
    writer.close()
    with open(target, "rb") as file:
        os.fsync(file.fileno())
