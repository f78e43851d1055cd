"""Decoding whole documents: encodings, context, error policies."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import BadBytes, Document, Encoding
from cleaner.errors import DecodingError
from cleaner.filters.decode import decode
from cleaner.filters.decode.detect import detect
from cleaner.settings import Settings
from tests.filters.decode_texts import (
    CANTONESE,
    ETEN,
    JAPANESE,
    KOREAN,
    RARE,
    RUSSIAN,
    SIMPLIFIED,
    TRADITIONAL,
    WESTERN,
)


def decoded(data: bytes, **settings: Any) -> tuple[str, Encoding]:
    document = decode(Document(data=data), Settings.make(**settings))
    assert document.encoding is not None
    return document.text, document.encoding


def text_of(data: bytes, **settings: Any) -> str:
    return decoded(data, **settings)[0]


WHOLE = [
    (SIMPLIFIED, "utf-8", "utf-8"),
    (SIMPLIFIED, "utf-8-sig", "utf-8"),
    (SIMPLIFIED, "gb2312", "gb18030"),
    (SIMPLIFIED, "gbk", "gb18030"),
    (TRADITIONAL, "gb18030", "gb18030"),
    (SIMPLIFIED + RARE, "gb18030", "gb18030"),
    (TRADITIONAL, "big5", "big5"),
    (ETEN, "cp950", "big5"),
    (CANTONESE, "big5hkscs", "big5"),
    (SIMPLIFIED, "utf-16-le", "utf-16le"),
    (TRADITIONAL, "utf-16-be", "utf-16be"),
    (SIMPLIFIED, "utf-32-le", "utf-32le"),
    (TRADITIONAL, "utf-32-be", "utf-32be"),
    (SIMPLIFIED, "hz", "hz-gb-2312"),
    (JAPANESE, "cp932", "shift_jis"),
    (JAPANESE, "euc_jp", "euc-jp"),
    (JAPANESE, "iso2022_jp", "iso-2022-jp"),
    (KOREAN, "cp949", "euc-kr"),
    (WESTERN, "cp1252", "windows-1252"),
    (RUSSIAN, "cp1251", "windows-1251"),
    (RUSSIAN, "koi8-r", "koi8-r"),
]


@pytest.mark.parametrize(("text", "codec", "name"), WHOLE)
def test_whole_text(text: str, codec: str, name: str) -> None:
    found, encoding = decoded(text.encode(codec))
    assert (found, encoding.name) == (text, name)
    assert (encoding.bad_bytes, encoding.first_bad, encoding.regions) == (0, None, ())
    assert 0.5 <= encoding.confidence <= 1.0


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_marks(codec: str) -> None:
    mark = b"" if codec in ("utf-16", "utf-32") else "\ufeff".encode(codec)
    assert text_of(mark + SIMPLIFIED.encode(codec)) == SIMPLIFIED


@pytest.mark.parametrize(
    ("word", "codec"),
    [
        ("今天天气", "gb18030"),
        ("豆腐很好", "gb18030"),
        ("聯絡我們", "gb18030"),
        ("今天天氣", "big5"),
        ("佢哋喺度", "big5hkscs"),
        ("我们来看", "utf-16-le"),
        ("我們來看", "utf-16-be"),
        ("联通", "gb18030"),  # C1AA CDA8, valid UTF-8 by accident
        ("中", "utf-8"),
        ("中", "gb18030"),
        ("é", "utf-8"),
        ("über", "utf-8"),
    ],
)
def test_a_word_alone(word: str, codec: str) -> None:
    assert text_of(word.encode(codec)) == word


@pytest.mark.parametrize(
    "text",
    ["Bush hid the facts", "this app can break", "abcdefgh", "plain\ttext\r\n", "~{home~} ~{path"],
)
def test_ascii_is_ascii(text: str) -> None:
    assert decoded(text.encode()) == (text, Encoding("utf-8", 1.0, "ASCII", codec="utf-8"))


@pytest.mark.parametrize("codec", ["gb18030", "big5", "utf-8"])
@pytest.mark.parametrize("size", [1 << 11, 1 << 16])
def test_markup_before_the_text_hides_nothing(codec: str, size: int) -> None:
    text = TRADITIONAL if codec == "big5" else SIMPLIFIED
    padding = ("<div class='x'>\n" * size)[:size]
    assert text_of((padding + text).encode(codec)) == padding + text


@pytest.mark.parametrize("label", ["big5", "iso-8859-1", "utf-8", "shift_jis", "no-such"])
def test_a_wrong_label_is_not_believed(label: str) -> None:
    page = f'<meta charset="{label}">\n{SIMPLIFIED}'
    assert text_of(page.encode("gb18030")) == page


def test_a_label_decides_what_nothing_else_does() -> None:
    # Both readings are characters of no sense: 卅 in GBK, ￥ in Big5.
    page = '<?xml version="1.0" encoding="%s"?>\n\xd8\xa6'
    for label, codec in (("gb2312", "gb18030"), ("big5", "big5")):
        data = (page % label).encode("latin-1")
        assert decoded(data)[1].codec == codec


@pytest.mark.parametrize("codec", ["gb18030", "big5", "utf-8"])
def test_one_bad_byte_never_changes_the_encoding(codec: str) -> None:
    text = (TRADITIONAL if codec == "big5" else SIMPLIFIED) * 8
    data = text.encode(codec)
    for position in range(0, len(data), 41):
        assert detect(data[:position] + b"\xff" + data[position:]).codec == codec


def test_nul_padding() -> None:
    assert text_of(SIMPLIFIED.encode("gb18030") + bytes(512)) == SIMPLIFIED + "\0" * 512
    assert text_of(bytes(64)) == "\0" * 64


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("x-x-big5", "big5"),
        ("utf-16le", "utf-16-le"),
        ("koi8-r", "koi8-r"),
        ("latin-1", "cp1252"),
    ],
)
def test_asked_for(name: str, codec: str) -> None:
    text = {"koi8-r": RUSSIAN, "cp1252": WESTERN}.get(codec, TRADITIONAL)
    encoding = decoded(text.encode(codec), from_encoding=name)[1]
    assert (encoding.codec, encoding.evidence) == (codec, "asked for")
    assert text_of(text.encode(codec), from_encoding=name) == text


def test_what_is_asked_for_is_believed() -> None:
    assert text_of("中文".encode("gb18030"), from_encoding="latin-1") == "ÖÐÎÄ"
    assert text_of("朱镕基𠮷".encode("gb18030"), from_encoding="gb2312") == "朱镕基𠮷"


def test_error_policies() -> None:
    data = "好的".encode() * 5 + b"\xff\xfe" + "好".encode()
    document = decode(Document(data=data), Settings())
    assert document.text == "好的" * 5 + "\ufffd\ufffd好"
    assert document.warnings == (
        "2 undecodable bytes as utf-8 replaced by U+FFFD, the first at byte 30",
    )
    _, encoding = decoded(data)
    assert (encoding.bad_bytes, encoding.first_bad, encoding.replaced) == (2, 30, 2)
    assert encoding.faults == ()
    text, encoding = decoded(data, errors="ignore")
    assert text == "好的" * 5 + "好"
    assert (encoding.bad_bytes, encoding.replaced) == (2, 0)
    text, encoding = decoded(data, errors="report")
    assert encoding.faults == (BadBytes(30, b"\xff"), BadBytes(31, b"\xfe"))
    with pytest.raises(DecodingError, match=r"^byte 30 \(0xff, line 1\) is not utf-8$"):
        text_of(data, errors="strict")


@pytest.mark.parametrize("codec", ["gb18030", "big5", "iso-2022-cn", "hz", "euc-tw", "utf-16-le"])
@pytest.mark.parametrize("errors", ["replace", "ignore", "report"])
def test_faults_are_counted_in_every_codec(codec: str, errors: str) -> None:
    wide = codec == "utf-16-le"
    ends = "utf-16-le" if wide else "ascii"
    data = "ab".encode(ends) + (b"\x00\xd8" if wide else b"\xff") + "cd".encode(ends)
    text, encoding = decoded(data, from_encoding=codec, errors=errors)
    assert text == ("abcd" if errors == "ignore" else "ab\ufffdcd")
    assert encoding.first_bad == (4 if wide else 2)
    assert encoding.replaced == (0 if errors == "ignore" else 1)
    assert len(encoding.faults) == (1 if errors == "report" else 0)


def test_replacement_characters_of_the_input_are_no_fault() -> None:
    data = "一\ufffd二".encode() * 3
    assert decoded(data)[1].bad_bytes == 0
    text, encoding = decoded(data + b"\xff", errors="ignore")
    assert (text, encoding.bad_bytes) == ("一\ufffd二" * 3, 1)


def test_binary_warns() -> None:
    data = random.Random(7).randbytes(4000)
    document = decode(Document(data=data), Settings())
    assert "the input looks like binary data, not text" in document.warnings
    assert document.encoding is not None
    assert document.encoding.bad_bytes > 100


@pytest.mark.parametrize("codec", ["gbk", "big5", "utf-8"])
def test_fields_filled_up_with_nul_are_no_binary(codec: str) -> None:
    names = ["王建國", "林秀英", "陳志明"]
    data = b"".join(name.encode(codec).ljust(16, b"\0") for name in names)
    document = decode(Document(data=data), Settings())
    assert [name for name in document.text.split("\0") if name] == names
    assert document.warnings == ()


def test_surrogates_in_utf8() -> None:
    pair = "😀".encode("utf-16-be", "surrogatepass")
    cesu = b"".join(
        pair[at : at + 2].decode("utf-16-be", "surrogatepass").encode("utf-8", "surrogatepass")
        for at in (0, 2)
    )
    data = "好".encode() + cesu + SIMPLIFIED.encode()
    text, encoding = decoded(data)
    assert (text, encoding.name, encoding.bad_bytes) == ("好😀" + SIMPLIFIED, "utf-8", 0)
    text, encoding = decoded(data + "好的".encode() + b"\xff" + cesu)
    assert (text, encoding.bad_bytes) == (f"好😀{SIMPLIFIED}好的\ufffd😀", 1)
    half = "好".encode() + cesu[:3] + "吗".encode() * 3
    assert decoded(half)[1].bad_bytes == 3


def test_a_title_of_rare_characters_is_not_cut() -> None:
    assert decoded("螞蟻搬家".encode("big5"))[0] == "螞蟻搬家"


@pytest.mark.parametrize("text", ["Århus Kommune", "São Paulo", "Zürich", "déjà vu", "Müller & Co"])
def test_western_names(text: str) -> None:
    assert decoded(text.encode("cp1252"))[0] == text


def test_western_words_do_not_turn_a_chinese_page() -> None:
    page = "雪铁龙的车型\n" + "Citroën, Müller, São, Zürich, Noël\n" * 2
    text, encoding = decoded(page.encode("cp1252", "ignore") + SIMPLIFIED.encode("gbk"))
    assert encoding.name == "gb18030"
    assert text.endswith(SIMPLIFIED)


def test_text_passes_through() -> None:
    document = Document("\ufeff已經是文字")
    assert decode(document, Settings()) is document


@given(st.binary(max_size=200))
def test_any_bytes_decode(data: bytes) -> None:
    text, encoding = decoded(data)
    assert text.encode("utf-8", "surrogatepass").decode("utf-8") == text
    assert (encoding.bad_bytes > 0) is (encoding.first_bad is not None)
    assert encoding.replaced <= encoding.bad_bytes
    without, _ = decoded(data, errors="ignore")
    assert len(text) - len(without) == encoding.replaced


@given(
    st.binary(max_size=40),
    st.sampled_from(["gb18030", "big5", "utf-16-le", "utf-8", "cp932", "euc-tw", "hz", "utf-7"]),
)
def test_any_bytes_decode_as_asked(data: bytes, name: str) -> None:
    text_of(data, from_encoding=name)
    text_of(data, from_encoding=name, errors="ignore")


@given(st.text("山水大小的人们了，。abc \n", min_size=1, max_size=80))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert text_of(text.encode()) == text
