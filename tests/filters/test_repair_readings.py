"""Readings of characters, in pinyin and zhuyin, as people write them."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from cleaner.filters.repair.readings import (
    Syllable,
    characters,
    is_first_reading,
    is_reading,
    pinyin,
    raw,
    readings,
    zhuyin,
)


@pytest.mark.parametrize(
    ("text", "syllable"),
    [
        ("fā", ("fa", 1)),
        ("fá", ("fa", 2)),
        ("fǎ", ("fa", 3)),
        ("fà", ("fa", 4)),
        ("fa1", ("fa", 1)),
        ("fa5", ("fa", 5)),
        ("fa", ("fa", 0)),
        ("Fā", ("fa", 1)),
        ("lǜ", ("lü", 4)),
        ("lv4", ("lü", 4)),
        ("lu:4", ("lü", 4)),
        ("lü", ("lü", 0)),
        ("fă", ("fa", 3)),  # a breve for the caron
        ("ɡɑ", ("ga", 0)),
    ],
)
def test_pinyin(text: str, syllable: tuple[str, int]) -> None:
    assert pinyin(text) == Syllable(*syllable)


def test_letters_with_marks_are_read_as_those_with_the_marks_apart() -> None:
    """The former are known beforehand, unless a mark is none of a tone."""
    for letter in "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü":
        assert pinyin(f"n{letter}") == pinyin(normalize("NFD", f"n{letter}"))
    assert pinyin("ｆāï") == Syllable("faï", 1)


@pytest.mark.parametrize(
    ("text", "syllable"),
    [
        ("ㄒㄧㄠˇ", ("xiao", 3)),
        ("ㄇㄚ", ("ma", 1)),
        ("ㄇㄚˉ", ("ma", 1)),
        ("ㄇㄚˊ", ("ma", 2)),
        ("ㄇㄚˋ", ("ma", 4)),
        ("˙ㄇㄚ", ("ma", 5)),
        ("ㄕˋ", ("shi", 4)),
        ("ㄙ", ("si", 1)),
        ("ㄧㄥ", ("ying", 1)),
        ("ㄩ", ("yu", 1)),
        ("ㄋㄩˇ", ("nü", 3)),
        ("ㄐㄩ", ("ju", 1)),
        ("ㄑㄩㄢˊ", ("quan", 2)),
        ("ㄒㄩㄝ", ("xue", 1)),
        ("ㄅ", None),
        ("ㄇㄇ", None),
        ("", None),
        ("字", None),
    ],
)
def test_zhuyin(text: str, syllable: tuple[str, int] | None) -> None:
    assert zhuyin(text) == (syllable and Syllable(*syllable))


def test_readings_of_a_character() -> None:
    assert raw("中").startswith("zhōng,")
    assert readings("中")[:2] == (Syllable("zhong", 1), Syllable("zhong", 4))
    for nothing in ("", "中国", "a", "\U0003ffff", "\0", "\U0010ffff"):
        assert readings(nothing) == ()
    # The file is searched from its first line to its last.
    assert [raw(character).split(",")[0] for character in "〇一龥"] == ["líng", "yī", "yù"]


@pytest.mark.parametrize(
    ("character", "gloss", "fits", "first"),
    [
        ("中", "zhōng", True, True),
        ("中", "zhòng", True, False),
        ("中", "zhong", True, True),
        ("中", "zhǒng", False, False),
        ("中", "zong", False, False),
        ("的", "de", True, True),
        ("的", "de5", True, True),
        ("的", "de4", False, False),
        ("女", "nu", True, True),
        ("女", "nu3", False, False),
        ("路", "lü", False, False),
        ("a", "a", False, False),
    ],
)
def test_a_gloss_is_a_reading(character: str, gloss: str, fits: bool, first: bool) -> None:
    assert is_reading(character, pinyin(gloss)) is fits
    assert is_first_reading(character, pinyin(gloss)) is first


def test_characters_of_a_reading() -> None:
    found = characters("zhōng")
    assert {*"中终忠钟"} <= {*found}
    assert "重" not in found
    assert "行" in characters("háng")
    assert all("zhōng" in raw(character).split(",") for character in found)
    assert max(found) < "\U00010000"


def test_characters_of_a_reading_are_those_that_have_it_whole() -> None:
    assert "安" in characters("ān")
    assert "班" not in characters("ān")  # bān
    assert "長" in characters("zhǎng")  # its second reading
    assert characters("ang1") == ""
