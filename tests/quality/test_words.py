"""Words of Traditional text are found better than without conversion."""

from __future__ import annotations

from cleaner.filters.segment import reference
from tests.quality.words import pipeline, score, sentences


def test_conversion_first_finds_more_words() -> None:
    assert len(sentences()) == 60
    as_it_is, converted = score(reference.cut)[2], score(pipeline)[2]
    assert as_it_is < 78 < 82 < converted
