"""The kind of Traditional, from counts."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.convert import convert
from cleaner.settings import Settings


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我們看著這裡的風景,為了啟程。", "taiwan"),
        ("我哋望着裏面,説咗嘅嘢。", "hongkong"),
        ("爲了衆人,他望着裏面的羣山。", "opencc"),
        ("國傢的方麵,大傢迴答瞭。", "mainland"),
        ("我们看着这里的风景。", "simplified"),
        ("電車", "taiwan"),
        ("山水", "none"),
        ("電車へ行きます", "none"),
    ],
)
def test_kinds(text: str, name: str) -> None:
    variant = convert(Document(text=text), Settings()).variant
    assert variant is not None
    assert variant.name == name


def test_evidence_is_counted() -> None:
    variant = convert(Document(text="國傢的方麵,这里"), Settings()).variant
    assert variant is not None
    assert variant.evidence["old"] == 3
    assert variant.evidence["new"] == 1
    assert variant.evidence["mainland"] == 8
