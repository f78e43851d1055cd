"""The kind of Traditional, from counts."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.convert import convert
from cleaner.filters.convert.tables import load
from cleaner.filters.convert.variant import Markers, identify, weigh
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


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("國國這", 3, 0),
        ("这个国", 0, 3),
        ("山水", 0, 0),
        ("國國這个", 3, 1),
        ("國" * 5 + "山" * 8186 + "国国国", 5, 1),  # one at least where there is any
        ("国" * 5 + "山" * 8187 + "國國", 1, 5),
        ("国" * 5 + "山" * 8186 + "國國", 1, 5),
        ("国" * 5 + "山" * 8185 + "國國國", 2, 5),
    ],
)
def test_evidence_of_a_sample(text: str, old: int, new: int) -> None:
    assert [min(count, 9) for count in weigh(text, load())] == (
        [old, new] if old and new else [int(bool(old)), int(bool(new))]
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("裏裏台台台", "taiwan"),
        ("爲裏裏台台", "opencc"),  # what Hong Kong writes speaks for OpenCC too
        ("裏裏裏台台", "hongkong"),
        ("台台台傢", "mainland"),  # a wrong word counts four times
        ("台台台台傢", "taiwan"),
        ("山" * 8192 + "裏裏裏", "taiwan"),
    ],
)
def test_the_kind_with_most_signs(text: str, name: str) -> None:
    markers = Markers({"裏": "hongkong", "爲": "opencc", "傢": "mainland", "台": "taiwan"})
    assert identify(text, (2, 1), markers).name == name
    assert identify(text, (1, 1), markers).name == "simplified"
    assert identify(text, (0, 0), markers).name == "none"
