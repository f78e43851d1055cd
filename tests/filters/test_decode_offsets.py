"""Bytes and characters: each character of the text knows the bytes it was read from."""

from __future__ import annotations

import codecs
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Cleaner
from cleaner.alignment import Scale
from cleaner.document import Document, Encoding
from cleaner.filters.decode.decode import decode
from cleaner.filters.decode.offsets import _euctw, _incremental, byte_scale
from cleaner.settings import Settings
from tests.conftest import ROOT
from tests.properties.strategies import pages

NEWS = (ROOT / "tests" / "golden" / "tw_news.txt").read_text("utf-8")
MAINLAND = (ROOT / "tests" / "golden" / "qa.txt").read_text("utf-8")


def read(data: bytes, **options: str) -> tuple[str, Scale, Encoding]:
    document = decode(Document(data=data).record(), Settings(**options))  # type: ignore[arg-type]
    assert document.encoding is not None
    return document.text, byte_scale(data, document.text, document.encoding), document.encoding


def spans(data: bytes, **options: str) -> list[tuple[str, bytes]]:
    """Return each character with its bytes, having looked whether they tile the input."""
    text, made, _ = read(data, **options)
    assert len(made.starts) == len(text) + 1
    assert all(one <= other for one, other in pairwise(made.starts))
    assert made.starts[-1] == len(data)
    found = [made.span(place, place + 1) for place in range(len(text))]
    return [(char, data[start:end]) for char, (start, end) in zip(text, found, strict=True)]


@pytest.mark.parametrize(
    ("codec", "text", "mark"),
    [
        ("utf-8", NEWS, b""),
        ("utf-8", NEWS, codecs.BOM_UTF8),
        ("utf-16-le", NEWS, codecs.BOM_UTF16_LE),
        ("utf-16-be", NEWS + "𠮷", codecs.BOM_UTF16_BE),
        ("utf-32-le", NEWS, codecs.BOM_UTF32_LE),
        ("gb18030", MAINLAND + "𠮷㐀", b""),
        ("cp950", NEWS, b""),
        ("big5hkscs", "台灣の味道，①先洗手，再切菜。\nМосква很冷。\n" * 3, b""),
        ("cp950", NEWS + "台灣の味道，①先洗手。\n", b""),
        ("shift_jis", "東京都の図書館で本を読みます。\nコーヒーも飲みます。\n" * 3, b""),
        ("euc_kr", "도서관에서 책을 읽습니다.\n커피도 마십니다.\n" * 3, b""),
        ("cp1252", "Le café est très fréquenté à midi.\n" * 3, b""),
    ],
)
def test_every_character_has_its_own_bytes(codec: str, text: str, mark: bytes) -> None:
    data = mark + text.encode(codec, "ignore")
    for char, own in spans(data):
        assert own.decode(codec) == char


@pytest.mark.parametrize("codec", ["hz", "iso2022_jp", "iso2022_kr"])
def test_escapes_belong_to_the_character_after_them(codec: str) -> None:
    text = {"iso2022_jp": "図書館 abc 本\n", "iso2022_kr": "도서관 abc 책\n"}.get(
        codec, "图书馆 abc 书\n~"
    )
    found = spans(text.encode(codec), from_encoding=codec)
    assert "".join(char for char, _ in found) == text
    assert all(1 <= len(own) <= 8 for _, own in found)
    assert [own for char, own in found if char in "abc"][1:] == [b"b", b"c"]


def test_letters_with_a_combining_mark_share_their_bytes() -> None:
    found = spans("我哋喺圖書館睇書，好開心呀！".encode("big5hkscs") + b"\x88\x62")
    assert found[-2:] == [("Ê", b"\x88\x62"), ("\u0304", b"\x88\x62")]


@pytest.mark.parametrize("codec", ["gb18030", "big5", "utf-8"])
@pytest.mark.parametrize("errors", ["replace", "ignore"])
def test_damage_moves_nothing_else(codec: str, errors: str) -> None:
    data = bytearray(("今天天氣很好，我們去圖書館看書。\n" * 8).encode(codec))
    del data[40]
    data[150] = 0xFF
    found = spans(bytes(data), errors=errors)
    exact = sum(own.decode(codec, "replace") == char for char, own in found)
    assert exact == len(found)
    assert all(len(own) <= 4 for _, own in found)


def test_lines_in_other_encodings() -> None:
    lines = ["今天天氣很好，我們一起去圖書館看書。", "今天天气很好，我们一起去图书馆看书。"]
    parts = [(lines[0], "utf-8"), (lines[1], "gb18030"), (lines[0], "big5"), ("abc", "ascii")]
    data = b"\n".join(text.encode(codec) for text, codec in parts * 3)
    text, made, encoding = read(data)
    assert encoding.regions
    assert text == "\n".join(text for text, _ in parts * 3)
    here = place = 0
    for line, codec in parts * 3:
        for char in line:
            own = made.span(place, place + 1)
            assert own == (here, here + len(char.encode(codec)))
            here, place = own.end, place + 1
        here, place = here + 1, place + 1


@given(data=st.binary(max_size=120), errors=st.sampled_from(["replace", "ignore"]))
@settings(max_examples=300)
def test_any_bytes_are_tiled(data: bytes, errors: str) -> None:
    text, made, _ = read(data, errors=errors)
    assert len(made.starts) == len(text) + 1
    assert all(one <= other for one, other in pairwise(made.starts))
    assert made.starts[-1] == len(data)


@given(text=pages(), codec=st.sampled_from(["utf-8", "gb18030", "utf-16-le", "hz"]))
@settings(max_examples=100)
def test_words_are_found_in_the_bytes(text: str, codec: str) -> None:
    text = text.encode(codec, "ignore").decode(codec)
    data = text.encode(codec)
    result = Cleaner(from_encoding=codec).process(data)
    _, there = result.alignment.offsets("bytes")
    _, characters = result.alignment.offsets()
    assert result.source is not None
    for (low, high), (start, end) in zip(there, characters, strict=True):
        if codec != "hz":
            assert data[low:high] == result.source[start:end].encode(codec)


def test_bytes_of_the_output_and_of_the_input() -> None:
    data = "我們看書".encode("big5")
    alignment = Cleaner(from_encoding="big5").process(data).alignment
    assert alignment.output == "我们 看书"
    assert alignment.to_source(7, 13, "bytes") == (4, 8)
    assert alignment.to_output(4, 6, "bytes") == (7, 10)


def test_hz_that_goes_on_in_the_next_line() -> None:
    found = spans(b"ab~{VPND~}~\ncd", from_encoding="hz")
    assert [char for char, _ in found] == list("ab中文cd")
    assert found[4] == ("c", b"~}~\nc")


def test_iso2022cn_a_byte_at_a_time() -> None:
    data = b"abc \x1b$)A\x0eVPND\x0f x"
    found = spans(data, from_encoding="iso-2022-cn")
    assert "".join(char for char, _ in found) == "abc 中文 x"
    assert dict(found)["文"] == b"ND"


def test_a_character_ends_where_it_comes_out() -> None:
    data = "中a文".encode("gb18030") + b"\x81"
    assert list(_incremental(data, "gb18030")) == [(2, "中"), (3, "a"), (5, "文"), (6, "\ufffd")]


def test_characters_of_euctw_have_one_two_or_four_bytes() -> None:
    steps = list(_euctw(b"a\xc4\xe3\x8e\xa2\xa1\xa1b", "euc-tw"))
    assert [end for end, _ in steps] == [1, 3, 7, 8]
    assert (steps[0][1], steps[1][1], steps[3][1]) == ("a", "中", "b")
    assert [end for end, _ in _euctw(b"\x8e\xa2", "euc-tw")] == [2]
