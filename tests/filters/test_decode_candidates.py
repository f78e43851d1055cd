"""What a reading of bytes costs."""

from __future__ import annotations

import pytest

from cleaner.filters.decode.candidates import _cost, sample_of
from cleaner.filters.decode.model import load

TEXT = "我們今天去圖書館看書，你也一起來嗎？"


@pytest.mark.parametrize("codec", ["gb18030", "big5"])
def test_a_sample_may_begin_within_a_character(codec: str) -> None:
    whole = TEXT.encode(codec)
    assert _cost(whole, codec, load(), True)[1] == TEXT
    assert _cost(whole[1:], codec, load(), True)[1] == TEXT[1:]
    assert _cost(whole[1:], codec, load(), False)[1] != TEXT[1:]
    assert _cost(b"a" + whole, codec, load(), True)[1] == "a" + TEXT


def test_a_character_cut_off_at_the_end_costs_little() -> None:
    whole = TEXT.encode("gb18030")
    inside = whole[:11] + whole[12:]
    model = load()
    assert _cost(whole[:-1], "gb18030", model, False)[0] < _cost(inside, "gb18030", model, False)[0]


@pytest.mark.parametrize("codec", ["gb18030", "big5"])
@pytest.mark.parametrize("sign", "※◆＝")
def test_a_rule_across_the_page_weighs_as_much_as_two_of_its_signs(codec: str, sign: str) -> None:
    encoding = "big5hkscs" if codec == "big5" else codec
    rule, two = (("文" + sign * count).encode(encoding) for count in (200, 2))
    assert sample_of(rule) == sample_of(two)
