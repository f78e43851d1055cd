from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleaner.filters.chrome.runs import best_run as best


@given(st.lists(st.integers(-50, 50), max_size=25))
def test_best_is_the_greatest_sum(scores: list[int]) -> None:
    start, end, total = best(scores)
    sums = [sum(scores[i:j]) for i in range(len(scores) + 1) for j in range(i, len(scores) + 1)]
    assert total == max(sums, default=0) if max(sums, default=0) > 0 else total == 0
    assert sum(scores[start:end]) == total


def test_empty_and_negative() -> None:
    assert best([]) == (0, 0, 0)
    assert best([-3, -1]) == (0, 0, 0)


def test_first_of_equals() -> None:
    assert best([4, -9, 4]) == (0, 1, 4)
    assert best([0, 5, 0]) == (1, 2, 5)  # and of those the shortest
