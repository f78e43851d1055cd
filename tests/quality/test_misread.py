"""Pages of the tests, misread as programs do, come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.misread import KINDS, right

PAGES = sorted((Path(__file__).parents[1] / "golden").glob("*.txt"))[::4]

# Percent of lines, of pages with many short ones. Of the other kinds too few have what is lost.
LEAST = dict(zip(KINDS, (92, 88, 98, 70, 96), strict=False))


@pytest.mark.parametrize("kind", LEAST)
def test_most_lines_come_back(kind: str) -> None:
    counts = [right(page.read_text(encoding="utf-8", errors="ignore"), kind) for page in PAGES]
    done, damaged, harmed = map(sum, zip(*counts, strict=True))
    assert harmed == 0
    assert done >= LEAST[kind] / 100 * damaged
