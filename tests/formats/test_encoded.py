"""Rows of JSON that are not in UTF-8."""

from __future__ import annotations

import io

import pytest

from cleaner.formats.jsonl import looks_like
from cleaner.formats.known import FORMATS, kind
from cleaner.formats.rows import Fields, Row

LINES = (
    '{"題": "茶", "text": "茶葉要在清明以前採。", "n": 1.50}\n'
    '{"text": "水溫不能太高,否則會苦。", "n": 2}\n'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "big5", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_json_lines_are_read_in_their_encoding(encoding: str, end: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    data = (mark + LINES.replace("\n", end)).encode(encoding)
    assert looks_like(data)
    assert kind(data, "a.txt") == "jsonl"
    form = FORMATS["jsonl"]
    stream = io.BytesIO(data)
    [(block, count)] = form.blocks(stream, Fields())
    rows = list(form.rows(block, 1, Fields()))
    assert (count, [row.fault for row in rows]) == (2, [None, None])
    assert rows[0].data == "茶葉要在清明以前採。"
    made = form.mirror(block, [(row, str(row.data)) for row in rows], True)
    assert made.decode() == LINES
    assert not stream.closed


def test_bytes_of_no_encoding_are_a_fault_of_their_row() -> None:
    whole = LINES.encode("gbk")
    data = whole + whole[:40] + b"\xff" + whole[40:] + LINES.encode("utf-8")
    form = FORMATS["jsonl"]
    rows: list[Row] = []
    for block, _ in form.blocks(io.BytesIO(data), Fields()):
        rows += form.rows(block, 1, Fields())
    assert [row.fault is None for row in rows] == [True, True, False, True, True, True]


def test_a_row_whose_text_is_null_stays_byte_for_byte() -> None:
    line = b'{"n": 1.50, "text" : null}\n'
    form = FORMATS["jsonl"]
    [(block, _)] = form.blocks(io.BytesIO(line), Fields())
    [row] = form.rows(block, 1, Fields())
    assert (row.null, row.data, row.fault) == (True, "", None)
    assert form.mirror(block, [(row, "")], True) == line
