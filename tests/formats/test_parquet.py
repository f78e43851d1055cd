"""Parquet: columns of all kinds, rows without text, row groups."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from cleaner.formats import parquet
from cleaner.formats.known import FORMATS
from cleaner.formats.rows import Fields, Row

pyarrow = pytest.importorskip("pyarrow")
pytest.importorskip("pyarrow.parquet")

FORM = FORMATS["parquet"]
STRINGS = [
    pyarrow.string(),
    pyarrow.large_string(),
    pyarrow.string_view(),
    pyarrow.dictionary(pyarrow.int32(), pyarrow.string()),
]
BYTES = [
    pyarrow.binary(),
    pyarrow.large_binary(),
    pyarrow.dictionary(pyarrow.int32(), pyarrow.binary()),
]


def written(**columns: Any) -> io.BytesIO:
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), out)
    out.seek(0)
    return out


def blocks(stream: io.BytesIO) -> list[tuple[bytes, list[Row]]]:
    found = FORM.blocks(stream, Fields())
    return [(block, list(FORM.rows(block, 1, Fields()))) for block, _ in found]


@pytest.mark.parametrize("kind", [*STRINGS, *BYTES], ids=str)
@pytest.mark.parametrize("left_out", [False, True])
def test_a_row_without_text_stays_as_it_is_in_columns_of_all_kinds(
    kind: Any, left_out: bool
) -> None:
    text = ["一", None, "二"]
    values: list[Any] = [one and one.encode() for one in text] if kind in BYTES else text
    stream = written(n=[1, 2, 3], text=pyarrow.array(values, kind))
    [(block, rows)] = blocks(stream)
    assert [row.null for row in rows] == [False, True, False]
    assert all(row.fault is None for row in rows)
    kept = [(row, "" if row.null else "三") for row in rows[left_out:]]
    table = parquet.unpacked(FORM.mirror(block, kept, True))
    new: Any = b"\xe4\xb8\x89" if kind in BYTES else "三"
    assert table.to_pydict() == {"n": [1, 2, 3][left_out:], "text": [new, None, new][left_out:]}
    assert table.schema.field("text").type == kind


def test_a_column_of_nulls_stays() -> None:
    [(block, rows)] = blocks(written(text=pyarrow.nulls(2)))
    table = parquet.unpacked(FORM.mirror(block, [(row, "") for row in rows], True))
    assert table.to_pydict() == {"text": [None, None]}


@pytest.mark.parametrize(
    ("values", "kind"), [([1, 2], "int64"), ([["一"]], "list<element: string>")]
)
def test_a_column_of_something_else_is_refused_at_once(values: list[Any], kind: str) -> None:
    with pytest.raises(ValueError, match=f"the column 'text' has no text but {kind}"):
        blocks(written(text=values))


def test_a_table_without_rows() -> None:
    [(block, rows)] = blocks(written(text=pyarrow.array([], pyarrow.string())))
    assert rows == []
    assert parquet.unpacked(FORM.mirror(block, [], True)).num_rows == 0


@pytest.mark.parametrize("kind", STRINGS, ids=str)
def test_blocks_of_a_table_make_one_file(tmp_path: Path, kind: Any) -> None:
    texts = [f"第{number}行" for number in range(200)]
    parts, target = tmp_path / "parts", tmp_path / "a.parquet"
    made = []
    for block, rows in blocks(written(text=pyarrow.array(texts, kind))):
        kept = [(row, str(row.data)) for row in rows if not row.name.endswith("7")]
        made.append(FORM.mirror(block, kept, True))
    assert len(made) > 1
    parts.write_bytes(b"".join(made))
    parquet.write(str(parts), str(target))
    table = pyarrow.parquet.read_table(target)
    assert table.num_rows > 150
    assert set(table.column("text").to_pylist()) <= set(texts)


@pytest.mark.parametrize(("size", "groups"), [(0, 1), (10, 1), (3 << 20, 2)])
def test_row_groups(tmp_path: Path, size: int, groups: int) -> None:
    parts, target = tmp_path / "parts", tmp_path / "a.parquet"
    made = [parquet.packed(pyarrow.record_batch({"text": ["a" * size]})) for _ in range(3)]
    parts.write_bytes(b"".join(made) if size else b"")
    parquet.write(str(parts), str(target))
    file = pyarrow.parquet.ParquetFile(target)
    assert file.metadata.num_rows == (3 if size else 0)
    assert file.metadata.num_row_groups == (groups if size else file.metadata.num_row_groups)


def test_a_table_of_which_nothing_is_kept_has_no_rows() -> None:
    block = parquet.packed(pyarrow.record_batch({"text": ["一"], "n": [1]}))
    left = parquet.unpacked(FORM.mirror(block, [], True))
    assert (left.num_rows, left.column_names) == (0, ["text", "n"])
