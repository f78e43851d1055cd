"""Rows of original and cleaned text in step."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from cleaner import Cleaner
from tests.conftest import ROOT
from tests.properties.strategies import pages
from tests.report.made import GOLDEN, rows_of


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_kept_rows_are_the_lines_of_the_output(path: object) -> None:
    result = Cleaner(segment=False).process(path.read_bytes())  # type: ignore[attr-defined]
    made = rows_of(result)
    lines = [row.after for row in made if not row.dropped]
    assert lines == result.text.removesuffix("\n").split("\n")
    numbers = [row.there for row in made if not row.dropped]
    assert numbers == list(range(1, len(lines) + 1))
    source = result.source.split("\n") if result.source else []
    for row in made:
        assert row.before.split("\n")[0] in source[row.line - 1]


@given(text=pages())
@settings(max_examples=300)
def test_any_page_is_told_whole(text: str) -> None:
    rows_of(Cleaner().process(text))


HTML = sorted((ROOT / "tests" / "golden" / "html").glob("*.html"))


@pytest.mark.parametrize("path", HTML, ids=lambda path: path.name)
def test_rows_of_html_are_the_lines_of_the_output(path: object) -> None:
    result = Cleaner(segment=False).process(path.read_bytes())  # type: ignore[attr-defined]
    lines = [row.after for row in rows_of(result) if not row.dropped]
    if not lines[-1]:  # the end of the page is a row of its own
        lines.pop()
    assert lines == result.text.removesuffix("\n").split("\n")


def test_joined_lines_are_one_row() -> None:
    text = "\n".join(
        ["這是一段很長很長的文字，它在网页上每行都在同一个地方断开，所以读起来"] * 2 + ["完。"]
    )
    result = Cleaner(segment=False, only=("convert",)).process(text)
    assert [row.there for row in rows_of(result)] == [1, 2, 3]
