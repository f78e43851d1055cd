"""What holds for hostile input of small size: no exception, one pass is enough, it all adds up.

Growth of time is measured by ``python -m tests.hostile``, not here: a suite has no quiet machine.
"""

from __future__ import annotations

from functools import cache

import pytest

from cleaner import Cleaner
from tests.hostile import beside
from tests.hostile.shapes import SHAPES

SIZE = 1200
SIGNS = beside.in_turn()


@cache
def cleaner(segment: bool) -> Cleaner:
    return Cleaner(segment=segment)


@pytest.mark.parametrize("segment", [True, False], ids=["segmented", "prose"])
@pytest.mark.parametrize("name", SHAPES)
def test_hostile_text(name: str, segment: bool) -> None:
    data = SHAPES[name](SIZE)
    result = cleaner(segment).process(data)
    once = cleaner(segment).clean(data)
    once.encode("utf-8")
    assert result.text == once
    assert result.ledger is not None
    assert result.source is not None
    assert result.ledger.replay(result.source) == once
    assert result.ledger.revert(once) == result.source
    assert cleaner(segment).clean(once) == once


@pytest.mark.parametrize("name", SIGNS)
def test_each_sign_beside_a_character(name: str) -> None:
    data = SIGNS[name](SIZE // 2)
    once = cleaner(segment=False).clean(data)
    assert cleaner(segment=False).process(data).text == once
    assert cleaner(segment=False).clean(once) == once


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_has_the_size_asked_for(name: str) -> None:
    for size in (100, 5000):
        data = SHAPES[name](size)
        length = len(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
        assert size * 0.45 <= length <= size * 1.4 + 200
