"""Entries of a dictionary, of which the longest at a place of a text is wanted."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar

    T = TypeVar("T")


class Longest(dict[str, "T"]):
    """Entries by their words, none of them empty. ``starts`` has the characters they begin with."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        super().__init__(entries)
        lengths: dict[str, set[int]] = {}
        for word in entries:
            lengths.setdefault(word[0], set()).add(len(word))
        self.starts: dict[str, tuple[int, ...]] = {
            start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()
        }

    def match(self, text: str, start: int, end: int) -> tuple[int, T] | None:
        """Return length and entry of the longest word at ``start`` that ends by ``end``.

        >>> Longest({"軟": "软", "軟體": "软件"}).match("軟體", 0, 2)
        (2, '软件')
        """
        for length in self.starts.get(text[start], ()):
            if start + length <= end:
                found = self.get(text[start : start + length])
                if found is not None:
                    return length, found
        return None
