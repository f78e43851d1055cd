"""Encodings that Python has no codec for, or not all of: EUC-TW, ISO-2022-CN, HZ, Big5; names."""

from __future__ import annotations

import codecs
import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import BadBytes, Document
from cleaner.filters.decode import big5, cns11643, decode, euctw
from cleaner.filters.decode.candidates import read_roughly
from cleaner.filters.decode.decoders import LINED, PAIRED, Reader, read_strictly
from cleaner.filters.decode.iso2022 import Iso2022Cn, read_hz, read_iso2022cn
from cleaner.filters.decode.names import codec_of, name_of, near
from cleaner.filters.decode.wide import find_wide
from cleaner.settings import Settings
from tests.filters.decode_texts import JAPANESE, RUSSIAN, SIMPLIFIED, TRADITIONAL


def text_of(data: bytes) -> str:
    return decode(Document(data=data), Settings()).text


def test_gbk_is_read_by_its_own_codec_as_by_that_of_gb18030() -> None:
    pairs = (bytes((lead, trail)) for lead in range(0x80, 0x100) for trail in range(0x100))
    read = {pair: pair.decode("gbk", "replace") for pair in pairs}
    whole = {pair: text for pair, text in read.items() if "\ufffd" not in text}
    assert len(whole) > 20_000
    assert all(pair.decode("gb18030") == text for pair, text in whole.items())
    for text in (SIMPLIFIED, "𠮷野家㐂\ue5e5", "€·—"):
        assert read_strictly(text.encode("gb18030"), "gb18030") == text
    assert read_strictly("山脚".encode("gb18030")[:-1], "gb18030") is None


class TestEucTw:
    def test_planes(self) -> None:
        assert cns11643.character(1, 0x44, 0x21) == "一"
        assert cns11643.character(1, 0xC4, 0xA1) == "一"
        assert cns11643.character(2, 0x21, 0x21) == "乂"
        assert cns11643.character(3, 0x44, 0x4E) == "裏"
        assert cns11643.character(15, 0x2E, 0x5C) == "埗"
        assert cns11643.character(8, 0x21, 0x21) == cns11643.MISSING
        assert cns11643.character(1, 0x20, 0x7F) == cns11643.MISSING
        for number in cns11643.PLANES:
            assert len(cns11643.plane(number)) == 94 * 94

    def test_planes_one_and_two_have_all_of_big5(self) -> None:
        # Two characters that Big5 has twice, and a form of 彞 that CNS has in plane 3.
        known = {*cns11643.plane(1), *cns11643.plane(2), "\ufa0c", "\ufa0d", "彝"}
        for lead in (*range(0xA4, 0xC6), *range(0xC9, 0xF9)):
            for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
                assert bytes((lead, trail)).decode("cp950") in known

    def test_reading(self) -> None:
        assert euctw.read_roughly(b"a\x8e\xa3\xc4\xceb\xc4\xa1") == "a裏b一"
        assert euctw.read_roughly(b"\xff\xc4") == "\ufffd\ufffd"
        with pytest.raises(UnicodeDecodeError):
            euctw.read_strictly(b"\xc4")

    def test_found(self) -> None:
        data = _euc_tw(TRADITIONAL)
        document = decode(Document(data=data), Settings())
        assert (document.text, str(document.encoding)) == (TRADITIONAL, "euc-tw")

    def test_a_plane_without_table_is_one_fault(self) -> None:
        line = _euc_tw("我們看書")
        reader = Reader()
        text = reader.read(line + b"\x8e\xa9\xa1\xa1" + line, "euc-tw")
        assert text == "我們看書\ufffd我們看書"
        assert (reader.bad_bytes, reader.replaced) == (4, 1)


def _euc_tw(text: str) -> bytes:
    """Encode ``text``, all of whose characters are in planes 1 and 2."""
    parts = []
    for char in text:
        if char < "\x80":
            parts.append(char.encode())
            continue
        number = 1 if char in cns11643.plane(1) else 2
        row, column = divmod(cns11643.plane(number).index(char), 94)
        code = bytes((row + 0xA1, column + 0xA1))
        parts.append(code if number == 1 else b"\x8e\xa2" + code)
    return b"".join(parts)


class TestIso2022Cn:
    DATA = b"a\x1b$)A\x0eVPND\x0fb\x1b$)G\x0eD!\x0f\x1b$*H\x1bN!!c\n"

    def test_reading(self) -> None:
        assert read_iso2022cn(self.DATA) == ("a中文b一乂c\n", [])
        assert text_of(self.DATA) == "a中文b一乂c\n"

    @given(st.integers(0, 29))
    def test_in_pieces(self, cut: int) -> None:
        decoder = Iso2022Cn()
        text = decoder.decode(self.DATA[:cut]) + decoder.decode(self.DATA[cut:], final=True)
        assert (text, decoder.faults) == ("a中文b一乂c\n", [])

    def test_a_line_end_resets(self) -> None:
        assert read_iso2022cn(b"\x1b$)A\x0eVP\nND")[0] == "中\nND"

    def test_the_first_row_and_what_is_no_letter(self) -> None:
        for character in "　、啊":
            pair = bytes(byte & 0x7F for byte in character.encode("gb2312"))
            assert read_iso2022cn(b"\x1b$)A\x0e" + pair) == (character, [])
        assert read_iso2022cn(b"\x1b$)A\x0e \x7f") == (" \x7f", [])

    def test_faults(self) -> None:
        text, faults = read_iso2022cn(b"\x1b$)A\x0eVP\x0f\xffa\x1bz\x1b$)A\x0eV")
        assert text == "中\ufffda\ufffdz\ufffd"
        assert faults == [BadBytes(8, b"\xff"), BadBytes(10, b"\x1b"), BadBytes(17, b"V")]


class TestHz:
    @pytest.mark.parametrize(
        ("data", "text"),
        [
            (b"~{VPND~} ~~ a~", "中文 ~ a~"),
            (b"a~\nb", "ab"),
            (b"~{VPND", "中文"),
            (b"~{VPND\nabc", "中文\nabc"),
            (SIMPLIFIED.encode("hz"), SIMPLIFIED),
        ],
    )
    def test_reading(self, data: bytes, text: str) -> None:
        assert read_hz(data) == (text, [])

    def test_faults(self) -> None:
        assert read_hz(b"a\xff~{VP\x01\x01") == (
            "a\ufffd中\ufffd",
            [BadBytes(1, b"\xff"), BadBytes(6, b"\x01\x01")],
        )


class TestBig5:
    def test_three_tables_in_one_text(self) -> None:
        data = "中，".encode("big5") + "碁€".encode("cp950") + "嘅㗎".encode("big5hkscs")
        assert big5.read_strictly(data) == "中，碁€嘅㗎"

    @pytest.mark.parametrize("codec", ["big5hkscs", "cp950"])
    @pytest.mark.parametrize(
        "text",
        [
            "台灣の味道，現在正夯。",
            "步驟：①先洗手，②再切菜，③下鍋。",
            "這部アニメ的片頭曲很好聽",
            "ありがとうございます，謝謝。",
            "カメラ專賣店",
        ],
    )
    def test_kana_and_circled_numbers_in_either_order(self, text: str, codec: str) -> None:
        assert big5.read_strictly(text.encode(codec)) == text

    def test_cyrillic_beside_kana_of_hongkong(self) -> None:
        text = "の Москва КЛМ"
        assert big5.read_strictly(text.encode("big5hkscs")) == text

    def test_faults(self) -> None:
        assert big5.read_roughly("中".encode("big5") + b"\xff\xa4") == "中\ufffd\ufffd"
        with pytest.raises(UnicodeDecodeError):
            big5.read_strictly(b"\xa4\xff")

    @given(st.binary(max_size=40))
    def test_any_bytes(self, data: bytes) -> None:
        big5.read_roughly(data)


class TestWide:
    @pytest.mark.parametrize(
        "text", [SIMPLIFIED, TRADITIONAL, JAPANESE, RUSSIAN, "中文 and ASCII 1"]
    )
    @pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
    def test_found(self, text: str, codec: str) -> None:
        found = find_wide(text.encode(codec))
        assert found is not None
        assert found[0] == codec

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"a",
            b"plain text of several words",
            bytes(100),
            b"\xff" * 100,
            SIMPLIFIED.encode("gb18030"),
            TRADITIONAL.encode("big5"),
            SIMPLIFIED.encode(),
            b"nul\0ended\0names\0",
        ],
    )
    def test_not_found(self, data: bytes) -> None:
        assert find_wide(data) is None


class TestNames:
    @pytest.mark.parametrize(
        ("label", "codec"),
        [
            ("GB2312", "gb18030"),
            ("gb_2312-80", "gb18030"),
            ("cp936", "gb18030"),
            ("Big5-HKSCS", "big5"),
            ("x-euc-tw", "euc-tw"),
            ("ISO-2022-CN-EXT", "iso-2022-cn"),
            ("hz-gb-2312", "hz"),
            (" utf8 ", "utf-8"),
            ("utf-8-sig", "utf-8"),
            ("UTF-16LE", "utf-16-le"),
            ("shift_jis", "cp932"),
            ("ISO-8859-1", "cp1252"),
            ("latin_1", "cp1252"),
            ("koi8_r", "koi8-r"),
            ("klingon", None),
            ("base64", None),
            ("", None),
            ("a\0b", None),
        ],
    )
    def test_labels(self, label: str, codec: str | None) -> None:
        assert codec_of(label) == codec

    def test_every_codec_is_its_own_label(self) -> None:
        for codec in {*LINED, *PAIRED, "hz", "iso-2022-cn", "utf-16-be", "utf-32-le"}:
            assert codec_of(codec) == codec
            assert codec_of(name_of(codec)) == codec
            assert read_strictly(b"", codec) == ""

    @pytest.mark.parametrize(
        ("codec", "name"),
        [("cp1251", "windows-1251"), ("iso8859-7", "iso-8859-7"), ("cp949", "euc-kr")],
    )
    def test_names(self, codec: str, name: str) -> None:
        assert name_of(codec) == name
        assert codecs.lookup(name)

    def test_near_matches(self) -> None:
        assert near("gb-2321")[0].startswith("gb")
        assert "big5" in near("big6")
        assert near("????") == []


@pytest.mark.parametrize(
    "data", ["密码错误\x80".encode("gb18030"), b"\x81\xff" * 3, b"\xed\xa0\xbd"]
)
@pytest.mark.parametrize("codec", ["utf-8", "big5"])
def test_bytes_that_are_not_allowed_leave_no_garbage(codec: str, data: bytes) -> None:
    """A stream of lines in another encoding would hold 40 MB of it until it is collected."""
    gc.collect()
    gc.disable()
    try:
        for _ in range(50):
            read_strictly(data, codec)
            read_roughly(data, codec)
        assert gc.collect() < 50
    finally:
        gc.enable()
