"""Fields inside fields, in JSON Lines and in Parquet."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from cleaner.formats.jsonl import Jsonl, put, scan
from cleaner.formats.known import FORMATS
from cleaner.formats.paths import names, reach, without
from cleaner.formats.rows import Fields, Row

ROW: dict[str, Any] = {"id": 7, "data": {"text": "一", "more": {"text": "二"}}, "a.b": "三"}


@pytest.mark.parametrize(
    ("path", "value"), [("id", 7), ("data.text", "一"), ("data.more.text", "二"), ("a.b", "三")]
)
def test_a_path_leads_to_a_value(path: str, value: object) -> None:
    assert reach(ROW, path) == value
    assert path in list(names(ROW))
    left = list(names(without(ROW, path)))
    assert [name for name in left if name != "data.more"] == [
        name for name in names(ROW) if name != path
    ]


@pytest.mark.parametrize("path", ["text", "data.no", "id.text", "data.", ".", "a", "data.text.x"])
def test_a_path_leads_nowhere(path: str) -> None:
    with pytest.raises(KeyError):
        reach(ROW, path)
    assert without(ROW, path) == ROW


@pytest.mark.parametrize("path", ["data.text", "data.more.text", "a.b"])
def test_the_text_inside_a_line_changes_and_nothing_else(path: str) -> None:
    raw = json.dumps({"data": {"text": "before"}, **ROW}, ensure_ascii=False)
    line, values = scan(raw, path)
    changed = put(line, "X", {"more": 1}).decode()
    assert changed.replace(', "more": 1}', "}") == raw.replace(f'"{reach(values, path)}"', '"X"')


def test_what_occurs_twice_counts_as_it_stands_last() -> None:
    line, _ = scan('{"a": {"b": "1", "b": "2"}, "a": {"b": "3", "b": "4"}}', "a.b")
    assert put(line, "X") == b'{"a": {"b": "1", "b": "2"}, "a": {"b": "3", "b": "X"}}'


def rows(text: str, path: str, name: str | None = None) -> list[Row]:
    return list(Jsonl().rows(text.encode(), 1, Fields(path, name)))


def test_rows_inside_of_which_there_is_no_text() -> None:
    lines = '{"m": {"t": "一", "n": 5}}\n{"m": {"u": 1}}\n{"m": 3}\n{"m": {"t": null}}\n{}\n'
    found = rows(lines, "m.t", "m.n")
    assert [(row.name, row.data, row.null) for row in found if row.fault is None] == [
        ("5", "一", False),
        ("4", "", True),
    ]
    assert [row.fault for row in found if row.fault] == [
        "no text in the field 'm.t' (--text-field); there are m.u",
        "no text in the field 'm.t' (--text-field); there are m",
        "no text in the field 'm.t' (--text-field)",
    ]
    (row,) = rows('{"m": {"t": "一"}}', "m")
    assert row.fault == "no text in the field 'm' (--text-field); there are m.t"


def test_deep_objects_are_named_as_far_as_people_read() -> None:
    deep: dict[str, Any] = {}
    for _ in range(400):
        deep = {"a": deep}
    assert list(names({"x": deep})) == ["x.a.a"]


def table(columns: dict[str, Any]) -> io.BytesIO:
    parquet = pytest.importorskip("pyarrow.parquet")
    import pyarrow as pa

    sink = io.BytesIO()
    parquet.write_table(pa.table(columns), sink)
    sink.seek(0)
    return sink


def test_a_structure_in_parquet() -> None:
    pa = pytest.importorskip("pyarrow")
    from cleaner.formats.parquet import unpacked

    own = [{"zh": "一", "en": "one"}, None, {"zh": None, "en": "two"}, {"zh": "四", "en": None}]
    source = table({"pair": pa.array(own), "id": [1, 2, 3, 4]})
    form = FORMATS["parquet"]
    ((block, _),) = form.blocks(source, Fields("pair.zh", "pair.en"))
    found = list(form.rows(block, 1, Fields("pair.zh", "pair.en")))
    assert [(row.name, row.data, row.null) for row in found] == [
        ("one", "一", False),
        ("2", "", True),
        ("two", "", True),
        ("None", "四", False),
    ]
    kept = [(row, str(row.data) + "!") for row in found]
    new = unpacked(form.mirror(block, kept, True)).to_pylist()
    expected = [{"zh": "一!", "en": "one"}, None, own[2], {"zh": "四!", "en": None}]
    assert [row["pair"] for row in new] == expected
    fewer = unpacked(form.mirror(block, [kept[0], kept[3]], True)).to_pylist()
    assert [row["pair"] for row in fewer] == [expected[0], expected[3]]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("pair", "the column 'pair' is no text (--text-field); there are pair.zh, pair.en"),
        ("pair.no", "no column 'pair.no' (--text-field); there are pair.zh, pair.en"),
        ("pair.en", "the column 'pair.en' has no text but int64 (--text-field)"),
    ],
)
def test_a_structure_without_the_text_is_refused(path: str, why: str) -> None:
    source = table({"pair": [{"zh": "一", "en": 1}]})
    with pytest.raises(ValueError, match=r"^the column|^no column") as caught:
        list(FORMATS["parquet"].blocks(source, Fields(path)))
    assert str(caught.value) == why
