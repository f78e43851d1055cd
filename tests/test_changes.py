"""Changes of several layers as one list."""

from __future__ import annotations

from hypothesis import given, settings

from cleaner.ledger import Change, Edit, Ledger, Spans, Substitution
from tests.ledgers import chains


@given(chains())
@settings(max_examples=3000)
def test_flat_changes_rebuild_both_texts(chain: tuple[str, Ledger, str]) -> None:
    source, ledger, output = chain
    built: list[str] = []
    kept_and_before: list[str] = []
    done = 0
    for change in ledger.changes(source):
        assert done <= change.start <= change.end
        assert source[change.start : change.end] == change.before != change.after
        assert change.rules
        built += source[done : change.start], change.after
        kept_and_before += source[done : change.start], change.before
        done = change.end
    assert "".join([*built, source[done:]]) == output
    assert "".join([*kept_and_before, source[done:]]) == source


def test_changes_that_touch_stay_apart_and_overlaps_merge() -> None:
    ledger = (
        Ledger()
        .add(Spans((Edit(0, 1, "", "a.drop", "x"), Edit(2, 3, "BB", "a.grow", "b"))))
        .add(Spans((Edit(0, 0, "_", "b.put"), Edit(1, 2, "C", "b.change", "B"))))
    )
    assert ledger.changes("xab") == (
        Change(0, 1, "x", "", ("a.drop",)),
        Change(1, 1, "", "_", ("b.put",)),
        Change(2, 3, "b", "CB", ("a.grow", "b.change")),
    )


def test_what_is_undone_later_is_no_change() -> None:
    ledger = Ledger().add(Substitution("ab", "aB", "up")).add(Substitution("aB", "ab", "down"))
    assert ledger.changes("ab") == ()
    assert ledger.counts() == {"up": 1, "down": 1}


def test_substitution_joins_neighbouring_characters() -> None:
    layer = Substitution("abcde", "aXXdY", "r")
    assert list(layer.edits()) == [Edit(1, 3, "XX", "r", "bc"), Edit(4, 5, "Y", "r", "e")]
