"""Rows of original and cleaned text in step."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from cleaner import Cleaner, Result
from cleaner.report.account import Row, line_starts, place, prose, rows, tallies, tokens
from tests.conftest import ROOT
from tests.properties.strategies import pages

GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.txt"))
PAGE = (ROOT / "examples" / "huangshi.txt").read_bytes()


def rows_of(result: Result) -> list[Row]:
    assert result.source is not None
    ledger, text = prose(result)
    changes = ledger.changes(result.source)
    found = list(tokens(result.source, changes))
    assert "".join(token.before for token in found) == result.source
    assert "".join(token.after for token in found) == text
    made = list(rows(result.source, changes))
    # Nothing is lost or told twice; only line ends have moved between rows.
    assert "".join(row.before for row in made).replace("\n", "") == result.source.replace("\n", "")
    assert "".join(row.after for row in made).replace("\n", "") == text.replace("\n", "")
    assert [row.line for row in made] == sorted(row.line for row in made)
    for row in made:
        for token in row.tokens:
            assert result.source.startswith(token.before, token.start)
    return made


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


def test_dropped_lines_bear_their_reasons() -> None:
    found = {row.line: row for row in rows_of(Cleaner().process(PAGE)) if row.dropped}
    reasons = {line: row.dropped for line, row in found.items() if row.before.strip()}
    assert reasons[2] == "chrome.byline"
    assert {reasons[line] for line in (25, 27, 28, 29, 30)} == {"chrome.credits"}
    assert found[37].before == "  • 進社區(qū)"
    assert reasons[39] == "chrome.hot"


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_windows_line_ends_change_no_reason(path: object) -> None:
    page = Cleaner().process(path.read_bytes()).source  # type: ignore[attr-defined]
    assert page is not None
    told = []
    for text in (page, page.replace("\r\n", "\n").replace("\n", "\r\n")):
        made = rows_of(Cleaner(segment=False).process(text))
        told.append([(row.line, row.dropped) for row in made if row.dropped and row.before.strip()])
    assert told[0] == told[1]


def test_segmentation_is_left_out() -> None:
    result = Cleaner().process("我們看書。")
    ledger, text = prose(result)
    assert text == "我们看书。"
    assert list(tallies(ledger)) == ["convert.character"]
    with pytest.raises(ValueError, match="recorded"):
        prose(Cleaner().process("我", record=False))


def test_joined_lines_are_one_row() -> None:
    text = "\n".join(
        ["這是一段很長很長的文字，它在网页上每行都在同一个地方断开，所以读起来"] * 2 + ["完。"]
    )
    result = Cleaner(segment=False, only=("convert",)).process(text)
    assert [row.there for row in rows_of(result)] == [1, 2, 3]


def test_places() -> None:
    starts = line_starts("ab\n\nc")
    assert starts == [0, 3, 4]
    assert [place(starts, offset) for offset in (0, 2, 3, 4)] == [(1, 1), (1, 3), (2, 1), (3, 1)]
