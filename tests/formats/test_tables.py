"""Rows of tables and records of archives: what is not text stays as it is."""

from __future__ import annotations

import csv
import gzip
import io
import json
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import EngineError
from cleaner.formats.compressed import compression, decompressed
from cleaner.formats.entries import entries
from cleaner.formats.jsonl import Jsonl, looks_like, put, scan
from cleaner.formats.known import FORMATS, kind
from cleaner.formats.rows import (
    LONGEST_ROW,
    Fields,
    Row,
    as_json,
    as_json_bytes,
    lines_of,
    there_are,
)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.text(), VALUES, max_size=4), st.text(), st.text(), st.booleans())
def test_only_the_text_changes(
    fields: dict[str, Any], before: str, after: str, ascii_only: bool
) -> None:
    row = {**fields, "text": before, "z": 1}
    raw = json.dumps(row, ensure_ascii=ascii_only)
    line, values = scan(raw, "text")
    assert values == row
    changed = put(line, after).decode()
    assert json.loads(changed) == {**row, "text": after}
    assert changed.startswith(raw[: line.start])
    assert changed.endswith(raw[line.end :])
    assert json.loads(put(line, after, {"more": 1})) == {**row, "text": after, "more": 1}


def test_numbers_and_spaces_stay_byte_for_byte() -> None:
    line, _ = scan('{ "n" : 1.10e400 ,"text":"一" , "n": 1 }', "text")
    assert put(line, "二") == '{ "n" : 1.10e400 ,"text":"二" , "n": 1 }'.encode()


@pytest.mark.parametrize(
    "bad", ["", "[1]", "{", '{"a"}', '{"a": }', '{"a": 1', '{"a": 1} x', '{"a": 1,}x', "{'a': 1}"]
)
def test_what_is_no_object(bad: str) -> None:
    with pytest.raises(ValueError, match=r"no |expecting|Expecting|delimiter|property"):
        scan(bad, "text")


@given(st.binary(max_size=60), st.integers(1, 9))
def test_lines_are_cut_nowhere_else(data: bytes, size: int) -> None:
    blocks = list(lines_of(io.BytesIO(data), size))
    assert b"".join(blocks) == data
    assert all(block.endswith(b"\n") for block in blocks[:-1])


def test_a_line_without_end_is_a_fault_and_the_next_goes_on() -> None:
    long = b'{"text": "' + b"x" * (LONGEST_ROW + 10) + b'"}\n'
    data = b'{"text": "a"}\n' + long + b'{"text": "b"}\n'
    rows = [
        row
        for block, _ in Jsonl().blocks(io.BytesIO(data), Fields())
        for row in Jsonl().rows(block, 1, Fields())
    ]
    assert [row.data for row in rows if row.fault is None] == ["a", "b"]
    assert [row.fault for row in rows if row.fault] == ["a line of more than 16 MiB"]


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b'{"text": "x"}\n', "a", "jsonl"),
        (b'\n {"text": "x", "long', "a", "jsonl"),
        (b"{\n", "a.json", "text"),
        (b"{x: 1}\n", "a", "text"),
        (b"", "a", "text"),
        (b"a,b\n", "a.csv", "csv"),
        (b"a,b\n", "a.txt", "text"),
        (b"PAR1", "a.txt", "parquet"),
        (b"PK\x03\x04", "a", "zip"),
        (b"WARC/1.0\r\n", "a", "warc"),
    ],
)
def test_formats_are_known_by_content(head: bytes, name: str, expected: str) -> None:
    assert kind(head, name) == expected
    assert looks_like(head) == (expected == "jsonl")


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_cells_stay(name: str) -> None:
    form = FORMATS[name]
    delimiter = {"csv": ",", "tsv": "\t"}[name]
    source = 'a,text,b\n"x,""\ny",一,z\n'.replace(",", delimiter).encode()
    stream = io.BytesIO(source)
    ((block, count),) = form.blocks(stream, Fields())
    (row,) = form.rows(block, 1, Fields(id="a"))
    assert (count, row.name, row.data) == (1, f'x{delimiter}"\ny', "一")
    assert form.mirror(block, [(row, "一")], True) == source
    assert not stream.closed


def read_some(source: str) -> list[str | None]:
    """Return the texts of a table, None for a row without; rows with one come back as they were."""
    form, fields = FORMATS["tsv"], Fields()
    ((block, _),) = form.blocks(io.BytesIO(source.encode()), fields)
    rows = list(form.rows(block, 1, fields))
    kept = [(row, str(row.data)) for row in rows if row.fault is None]
    lost = [bytes(row.raw) for row in rows if row.fault is not None]
    mirror = form.mirror(block, kept, True)
    assert sorted((mirror + b"".join(lost)).split(b"\n")) == sorted(source.encode().split(b"\n"))
    return [None if row.fault else str(row.data) for row in rows]


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        # Marks of the text, in a table that knows no quotation.
        (['1\t"好"，他說。', '2\t"走"或"不走"'], ['"好"，他說。', '"走"或"不走"']),
        (['1\t"好，他說。', "2\t再見"], ['"好，他說。', "再見"]),
        (['1\t"好，他說。', '2\t"再見"', '3\t"走'], ['"好，他說。', "再見", '"走']),
        (['"1\t好', '2"\t走'], ["好", "走"]),
        (['1\t"'], ['"']),
        (['1\t"好""', '2\t""'], ['"好""', ""]),
        (['1\t他說"好"'], ['他說"好"']),
        # Cells that are quoted: with tabs, marks and lines inside.
        (['1\t"好\t他說"'], ["好\t他說"]),
        (['"1"\t"說""好"""', '2\t"x"'], ['說"好"', "x"]),
        (['1\t"一\n二\n\n三"', '2\t"四\n五"'], ["一\n二\n\n三", "四\n五"]),
        (['"a\nb"\t"一\n二"', "2\t三"], ["一\n二", "三"]),
        (['"a\n""b\nc"\t一'], ["一"]),
        # What would close it closes nothing.
        (['1"\t"一', "2", '3\t"二"三'], ['"一', '"二"三']),
    ],
)
def test_quotation_marks_in_tab_separated_cells(rows: list[str], texts: list[str]) -> None:
    source = "\n".join(["id\ttext", *rows]) + "\n"
    assert [text for text in read_some(source) if text is not None] == texts


@pytest.mark.parametrize(
    ("cell", "text", "written"),
    [
        ("一", "二", "二"),
        ('"一"', "二", '"二"'),
        ("一", "二\n三", '"二\n三"'),
        ("一", '"二"', '"""二"""'),
        ('"一', '"二', '"二'),
    ],
)
def test_a_text_is_quoted_if_it_was_or_has_to_be(cell: str, text: str, written: str) -> None:
    form = FORMATS["tsv"]
    ((block, _),) = form.blocks(io.BytesIO(f"id\ttext\n1\t{cell}\n".encode()), Fields())
    (row,) = form.rows(block, 1, Fields())
    out = form.mirror(block, [(row, text)], True)
    assert out.decode() == f"id\ttext\n1\t{written}\n"
    ((block, _),) = form.blocks(io.BytesIO(out), Fields())
    assert [row.data for row in form.rows(block, 1, Fields())] == [text]


@given(st.lists(st.tuples(st.text('ab"\t'), st.text('一"\n')), max_size=5), st.booleans())
def test_what_pythons_csv_quotes_is_read_as_it_was(rows: list[tuple[str, str]], all_: bool) -> None:
    out = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if all_ else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=quoting)
    writer.writerow(["id", "text"])
    writer.writerows((f"{a}#", f"{b}。") for a, b in rows)
    ((block, _),) = FORMATS["tsv"].blocks(io.BytesIO(out.getvalue().encode()), Fields())
    read = [(row.fields["id"], row.data) for row in FORMATS["tsv"].rows(block, 1, Fields())]
    assert read == [(f"{a}#", f"{b}。") for a, b in rows]


@given(st.text('a"\t\n\r'), st.integers(1, 3))
def test_any_tab_separated_table(body: str, width: int) -> None:
    source = "\t".join(["text", "b", "c"][:width]) + "\n" + body
    try:
        blocks = list(FORMATS["tsv"].blocks(io.BytesIO(source.encode()), Fields()))
    except ValueError as error:
        assert "not closed" in str(error)
        return
    form = FORMATS["tsv"]
    rows = [(row, str(row.data)) for block, _ in blocks for row in form.rows(block, 1, Fields())]
    out = form.mirror(blocks[0][0], rows, True)
    again = list(form.blocks(io.BytesIO(out), Fields()))
    assert form.mirror(again[0][0], rows, True) == out


def test_a_table_without_the_column_is_refused() -> None:
    with pytest.raises(ValueError, match="--text-field"):
        list(FORMATS["csv"].blocks(io.BytesIO(b"a,b\n1,2\n"), Fields()))


def warc(*bodies: tuple[str, str, bytes]) -> bytes:
    records = []
    for number, (type_, content, body) in enumerate(bodies):
        if type_ == "response":
            body = b"HTTP/1.1 200 OK\r\nContent-Type: " + content.encode() + b"\r\n\r\n" + body
            content = "application/http; msgtype=response"
        head = (
            f"WARC/1.0\r\nWARC-Type: {type_}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Date: 2024-05-01T00:00:00Z\r\nWARC-Target-URI: http://example/{number}\r\n"
            f"Content-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + body + b"\r\n\r\n"))
    return b"".join(records)


def test_pages_of_a_web_archive() -> None:
    pytest.importorskip("fastwarc")
    data = warc(
        ("response", "text/html; charset=gbk", "<p>一</p>".encode("gbk")),
        ("response", "image/png", b"\x89PNG"),
        ("request", "application/http", b"GET /"),
        ("conversion", "text/plain", "二".encode()),
    )
    (entry,) = entries(io.BytesIO(data), "x.warc.gz")
    assert (entry.name, entry.format) == ("x.warc", "warc")
    form = FORMATS["warc"]
    rows: list[Row] = []
    for block, _ in form.blocks(entry.stream, Fields()):
        rows += form.rows(block, 1, Fields())
        first = json.loads(form.mirror(block, [(rows[0], "一")], True))
    assert [row.data for row in rows] == ["<p>一</p>".encode("gbk"), "二".encode()]
    assert rows[1].fields["url"] == "http://example/3"
    assert first == {
        "url": "http://example/0",
        "date": "2024-05-01T00:00:00Z",
        "record": "urn:uuid:0",
        "text": "一",
    }


def test_absent_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
    with pytest.raises(EngineError, match=r"zhclean\[zstd\]"):
        decompressed(io.BytesIO(b"\x28\xb5\x2f\xfd...."))


@pytest.mark.parametrize("name", ["gz", "bz2", "xz", "zst"])
def test_compression_is_known_by_content(name: str) -> None:
    module = {"gz": "gzip", "bz2": "bz2", "xz": "lzma", "zst": "zstandard"}[name]
    data = pytest.importorskip(module).compress(b"text" * 50000)
    assert compression(data) == name
    found, stream = decompressed(io.BytesIO(data))
    assert (found, stream.read()) == (name, b"text" * 50000)


def test_nested_too_deep() -> None:
    import zipfile

    data = b"x"
    for _ in range(5):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("a.zip", data)
        data = out.getvalue()
    with pytest.raises(ValueError, match="nested"):
        list(entries(io.BytesIO(data), "x.zip"))


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_large_tables_come_in_blocks(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.formats.rows.BLOCK", 12)
    form = FORMATS[name]
    source = "text\n" + "".join(f"第{row}行\n" for row in range(5))
    blocks = list(form.blocks(io.BytesIO(source.encode()), Fields()))
    assert [count for _, count in blocks] == [2, 2, 1]
    made = b""
    for block, _ in blocks:
        rows = list(form.rows(block, 1, Fields()))
        made += form.mirror(block, [(row, str(row.data)) for row in rows], True)
    assert made.decode() == source


def test_a_web_archive_comes_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fastwarc")
    monkeypatch.setattr("cleaner.formats.rows.BLOCK", 6)
    data = warc(*[("conversion", "text/plain", "一".encode())] * 4)
    (entry,) = entries(io.BytesIO(data), "x.warc.gz")
    assert [count for _, count in FORMATS["warc"].blocks(entry.stream, Fields())] == [2, 2]


def test_a_plain_file_is_one_block() -> None:
    form = FORMATS["text"]
    ((block, count),) = form.blocks(io.BytesIO("一\n\n二\n".encode()), Fields())
    (row,) = form.rows(block, 1, Fields())
    assert (count, form.mirror(block, [(row, "一\n\n二")], True)) == (1, "一\n\n二\n".encode())


@pytest.mark.parametrize("head", [b'{"a": \n', b'{"a": 1, "b"\n', b'{"a": 1} 2\n'])
def test_what_begins_as_an_object_and_is_none(head: bytes) -> None:
    assert not looks_like(head)


def test_json_in_bytes_is_json_and_what_utf_8_lacks_is_escaped() -> None:
    for value in ('一\n"二"\\\t\x01\u2028', {"甲": ["乙", 1, None]}):
        assert as_json_bytes(value) == json.dumps(value, ensure_ascii=False).encode()
        assert as_json(value).encode() == as_json_bytes(value)
    assert as_json_bytes("一\ud800") == b'"\\u4e00\\ud800"'


@pytest.mark.parametrize("encoding", ["gbk", "big5", "utf-16", "utf-8-sig"])
def test_a_table_in_another_encoding_is_read_in_it(encoding: str) -> None:
    data = "編號\t正文\n一\t茶葉要在清明以前採。\n二\t水溫不能太高。\n".encode(encoding)
    form, fields = FORMATS["tsv"], Fields(text="正文", id="編號")
    [(block, count)] = form.blocks(io.BytesIO(data), fields)
    rows = list(form.rows(block, 1, fields))
    assert count == 2
    assert [(row.name, row.data) for row in rows] == [
        ("一", "茶葉要在清明以前採。"),
        ("二", "水溫不能太高。"),
    ]
    written = form.mirror(block, [(row, "茶") for row in rows], True)
    assert written.decode() == "編號\t正文\n一\t茶\n二\t茶\n"


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_the_fields_that_are_there_are_named(name: str) -> None:
    form, fields = FORMATS[name], Fields()
    data = b"id,body\n1,x\n" if name == "csv" else b'{"id": 1, "body": "x"}\n'
    try:
        said = next(
            row.fault
            for block, _ in form.blocks(io.BytesIO(data), fields)
            for row in form.rows(block, 1, fields)
        )
    except ValueError as error:
        said = str(error)
    assert said is not None
    assert said.endswith("; there are id, body")


def test_of_many_fields_some_are_named() -> None:
    names = [*map(str, range(20)), "a\nb"]
    assert there_are(names).endswith(", 10, 11 and 9 more")
    assert there_are(names[-1:]) == "; there are 'a\\nb'"
    assert there_are([]) == ""
