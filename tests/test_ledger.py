"""The ledger: replay, revert and flat changes agree for any chain of edits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from cleaner.ledger import Edit, Ledger, Substitution, apply, unapply
from tests.ledgers import chains


@given(chains())
@settings(max_examples=3000)
def test_chain_replays_and_reverts(chain: tuple[str, Ledger, str]) -> None:
    source, ledger, output = chain
    assert ledger.replay(source) == output
    assert ledger.revert(output) == source


def test_substitution_keeps_the_length() -> None:
    with pytest.raises(ValueError, match="length"):
        Substitution("a", "ab", "r")


def test_apply_and_unapply() -> None:
    edits = [Edit(1, 2, "XYZ", "r", "b"), Edit(3, 3, "-", "r"), Edit(4, 6, "", "r", "ef")]
    assert apply("abcdefg", edits) == "aXYZc-dg"
    assert unapply("aXYZc-dg", edits) == "abcdefg"
