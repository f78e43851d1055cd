"""Counts are those of collections.Counter."""

from __future__ import annotations

from collections import Counter

from cleaner.tally import Tally


def test_counts() -> None:
    found = Tally("甲乙甲丙甲")
    assert found == dict(Counter("甲乙甲丙甲"))
    assert found["丁"] == 0
    assert "丁" not in found
    found["丁"] += 1
    assert found["丁"] == 1
