"""Parquet: one column is the text, the others stay as they are; row groups come as a stream."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from cleaner.errors import EngineError
from cleaner.formats.rows import Fields, Row, there_are

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
        if fields.text not in schema.names:
            known = there_are(schema.names)
            raise ValueError(f"no column {fields.text!r} (--text-field){known}")
        kind = schema.field(fields.text).type
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
        table = unpacked(block)
        names = table.column(fields.id).to_pylist() if fields.id in table.column_names else []
        others = table.drop_columns([fields.text]).to_pylist()
        for at, text in enumerate(table.column(fields.text).to_pylist()):
            name = str(names[at]) if names else str(first + at)
            values = {fields.text: text, **others[at]}
            yield Row(name, text or "", at, values, null=text is None)

    def mirror(self, block: bytes, kept: Sequence[tuple[Row, str]], first: bool) -> bytes:
        """Return the batch with the column of text replaced, as an Arrow stream."""
        pa = pyarrow()
        table = unpacked(block)
        if kept:
            field = next(iter(kept[0][0].fields))
            place = table.column_names.index(field)
            if len(kept) < table.num_rows:
                # Not every kind of column has ``take``.
                table = pa.concat_tables([table.slice(row.raw, 1) for row, _ in kept])
            own = table.schema.field(place)
            texts = [None if row.null else text for row, text in kept]
            if _kind(own.type) == "null":
                cells = pa.nulls(len(texts))
            elif _kind(own.type) in _BYTES:
                cells = pa.array([text and text.encode() for text in texts], own.type)
            else:
                cells = pa.array(texts, own.type)
            table = table.set_column(place, own, cells)
        else:
            table = table.slice(0, 0)
        return packed(*table.to_batches(), schema=table.schema)


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
