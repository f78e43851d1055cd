"""Rows that the tests of accounts and of rows share, with what holds of all rows."""

from __future__ import annotations

from cleaner import Result
from cleaner.report.account import prose, told
from cleaner.report.rows import Row, tokens
from tests.conftest import ROOT

GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.txt"))


def rows_of(result: Result) -> list[Row]:
    """The rows of a document, once it is made sure that they are the original and the output."""
    assert result.source is not None
    ledger, text = prose(result)
    changes = ledger.changes(result.source)
    found = list(tokens(result.source, changes))
    assert "".join(token.before for token in found) == result.source
    assert "".join(token.after for token in found) == text
    made = told(result.source, ledger)
    # Nothing is lost or told twice; only line ends have moved between rows.
    assert "".join(row.before for row in made).replace("\n", "") == result.source.replace("\n", "")
    assert "".join(row.after for row in made).replace("\n", "") == text.replace("\n", "")
    assert [row.line for row in made] == sorted(row.line for row in made)
    for row in made:
        for token in row.tokens:
            assert result.source.startswith(token.before, token.start)
    return made
