"""Chains of edits that the tests of ledgers and of changes share."""

from __future__ import annotations

from array import array

from hypothesis import strategies as st

from cleaner.ledger import Edit, Insertion, Ledger, Spans, Substitution, apply


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
