"""The short run of the comparisons: no difference of which it is not known why it is there."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.differential import conversion, detection, segmentation
from tests.differential.common import GOLDEN, Difference, MissingError

TEXTS = [path.read_text("utf-8") for path in sorted(GOLDEN.glob("*_news.clean.txt"))]


def check(differences: list[Difference]) -> Counter[str]:
    assert [each for each in differences if each.kind == "unknown"] == []
    return Counter(each.kind for each in differences)


def test_conversion_and_icu() -> None:
    try:
        conversion.by_icu("國")
    except MissingError as error:
        pytest.skip(str(error))
    count, found = conversion.differences(TEXTS, own=True)
    kinds = check(list(found))
    assert count > 70_000
    assert 1000 < sum(kinds.values()) < 5000


def test_detection_and_chardet(monkeypatch: pytest.MonkeyPatch) -> None:
    """uchardet is asked by the command alone."""
    monkeypatch.setattr(detection, "by_uchardet", detection.by_chardet)
    count, found = detection.differences(TEXTS, own=False)
    assert count > 40
    check(list(found))


def test_segmentation_and_rjieba(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rjieba")
    monkeypatch.setattr(segmentation, "LINES", 500)
    count, found = segmentation.differences(TEXTS, own=True)
    kinds = check(list(found))
    assert count > 500
    assert len(kinds) >= 3


def test_what_is_not_explained_is_unknown() -> None:
    assert conversion.kind("中文", "中", "甲", "中") == "unknown"
    assert detection.kind("中文", "gb18030", "x", "中文") == "unknown"
    assert segmentation.kind("中文字", 0, ["中", "文字"], ["中文", "字"]) == "unknown"
    assert list(segmentation.regions(["a", "bc", "d"], ["a", "b", "cd"])) == [
        (1, ["bc", "d"], ["b", "cd"])
    ]
