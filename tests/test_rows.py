"""Rows of Unicode: every character is reported by its row, or lies in one that is not reported."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleaner.rows import BEYOND, ORDINARY, rows_in, rows_of

ANY = st.text(st.characters(exclude_categories=[]))


@given(ANY)
def test_rows_are_those_of_the_characters(text: str) -> None:
    found = rows_in(text)
    for character in text:
        code = ord(character)
        if code < 0x10000:
            assert (code >> 8 in found) != (code >> 8 in ORDINARY)
        else:
            assert not found.isdisjoint(BEYOND)
    known = {ord(character) >> 8 for character in text}
    assert all(row in known or row in BEYOND for row in found)


@given(ANY, st.tuples(st.integers(0, 0x10FFFF), st.integers(0, 0x10FFFF)).map(sorted))
def test_a_text_without_the_rows_of_a_range_has_no_character_of_it(
    text: str, bounds: list[int]
) -> None:
    first, last = bounds
    if any(first <= ord(character) <= last for character in text):
        assert not (rows_in(text) | ORDINARY).isdisjoint(rows_of((first, last)))
    assert rows_of((0x2E80, 0x2FD5)) == {0x2E, 0x2F}
