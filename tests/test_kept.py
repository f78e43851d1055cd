"""What is kept is worked out once, by the functions that do without functools."""

from __future__ import annotations

import subprocess
import sys

from cleaner.kept import cache, cached_property, lru_cache


def test_answers_are_kept_and_can_be_forgotten() -> None:
    asked: list[int] = []

    @lru_cache(maxsize=2)
    def half(number: int) -> float:
        """Divide."""
        asked.append(number)
        return number / 2

    assert [half(4), half(4), half(6), half(8), half(4)] == [2.0, 2.0, 3.0, 4.0, 2.0]
    assert asked == [4, 6, 8, 4]
    half.cache_clear()
    assert half(4) == 2.0
    assert asked[4:] == [4]
    assert (half.__name__, half.__doc__) == ("half", "Divide.")
    assert half.__wrapped__(2) == 1.0


def test_all_answers_are_kept() -> None:
    @cache
    def listed(number: int) -> list[int]:
        return [number]

    assert all(listed(number) is listed(number) for number in range(1000))
    assert tuple(listed.cache_info())[3] == 1000


def test_a_property_is_worked_out_once() -> None:
    class Page:
        @cached_property
        def words(self) -> list[str]:
            """Words."""
            return []

    page = Page()
    assert page.words is page.words
    assert page.words is not Page().words
    assert Page.words.__doc__ == "Words."


def test_conversion_needs_neither_functools_nor_collections() -> None:
    """They take 2.4 ms of the 10 that its start takes."""
    program = """
import sys
known = set(sys.modules)
from cleaner import Cleaner
assert Cleaner(only=("convert",)).clean("這位著名作家。") == "这位著名作家。"
needless = {"functools", "collections", "collections.abc", "importlib", "re", "typing", "enum"}
assert not needless & (set(sys.modules) - known), needless & (set(sys.modules) - known)
"""
    subprocess.run([sys.executable, "-c", program], check=True)
