"""Changes of several layers as one list."""

from __future__ import annotations

from array import array

from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.ledger import Change, Edit, Insertion, Ledger, Spans, Substitution, apply


@st.composite
def chains(draw: st.DrawFn) -> tuple[str, Ledger, str]:
    """A text, a ledger of up to four layers over it, and what they make of it."""
    source = text = draw(st.text("abcd", max_size=12))
    ledger = Ledger()
    for number in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(["spans", "substitution", "insertion"]))
        if kind == "substitution":
            after = draw(st.text("abWXYZ", min_size=len(text), max_size=len(text)))
            ledger, text = ledger.add(Substitution(text, after, f"r{number}")), after
            continue
        if kind == "insertion":
            offsets = sorted(draw(st.sets(st.integers(0, len(text)))))
            layer = Insertion(array("Q", offsets), " ", f"r{number}")
            ledger, text = ledger.add(layer), apply(text, layer.edits())
            continue
        bounds = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
        edits: list[Edit] = []
        for start, end in zip(bounds[::2], bounds[1::2], strict=False):
            if edits and (start, end) == (edits[-1].start, edits[-1].end):
                continue
            after = draw(st.text("xyz", max_size=3))
            edits.append(Edit(start, end, after, f"r{number}", text[start:end]))
        ledger, text = ledger.add(Spans(tuple(edits))), apply(text, edits)
    return source, ledger, text


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
