"""A gloss: where its bracket ends, and what stands beside it."""

from __future__ import annotations

import pytest

from cleaner.filters.repair import gloss


def hits(text: str) -> list[gloss.Hit]:
    return [*gloss.hits(text)]


@pytest.mark.parametrize(
    ("text", "inside", "running"),
    [
        ("的電(diàn)話", True, True),
        ("3電(diàn)話", True, True),
        ("農(nóng)電(diàn)話", True, True),
        ("的電(diàn) 話", True, True),
        ("電(diàn)話", False, False),
        (" 電(diàn)話", False, False),
        ("、電(diàn)話", False, True),
        ("的電(diàn)、", False, True),
        ("、電(diàn)、", False, False),
    ],
)
def test_where_a_gloss_stands(text: str, inside: bool, running: bool) -> None:
    hit = hits(text)[-1]
    assert (hit.inside, hit.running) == (inside, running)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("電(diàn)話", [(1, 7)]),
        ("電 (diàn)話", [(1, 8)]),
        ("電(diàn)(diàn)話", [(1, 13)]),  # written twice
        ("電(diàn)(huà)話", [(1, 7)]),
        ("電(huà)話", []),
        ("a(diàn)話", []),
        ("(diàn)話", []),
    ],
)
def test_the_span_of_a_gloss(text: str, spans: list[tuple[int, int]]) -> None:
    assert [(hit.start, hit.end) for hit in hits(text)] == spans
