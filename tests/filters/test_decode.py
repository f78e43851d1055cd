"""Decoding: encodings, damage, error policies, lines."""

from __future__ import annotations

import codecs
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.errors import DecodingError
from cleaner.filters.decode import decode
from cleaner.filters.decode.detect import detect
from cleaner.filters.decode.likelihood import COMMON, score
from cleaner.filters.decode.lines import LineDecoder
from cleaner.settings import Settings

SIMPLIFIED = (
    "山脚下的小镇每逢初一和十五都有集市，天还没亮，卖豆腐的、打铁的、修鞋的就已经摆好了摊子。\n"
    "孩子们跟在大人后面，手里攥着几枚硬币，盘算着是买糖葫芦还是买一本旧连环画。\n"
)
TRADITIONAL = (
    "山腳下的小鎮每逢初一和十五都有市集，天還沒亮，賣豆腐的、打鐵的、修鞋的就已經擺好了攤子。\n"
    "孩子們跟在大人後面，手裡握著幾枚硬幣，盤算著要買糖葫蘆還是買一本舊連環畫。\n"
)
CANTONESE = "佢哋喺茶樓食點心，嗰啲蝦餃好好味，我哋聽日再嚟過啦。\n"
JAPANESE = "駅前の喫茶店で本を読みながら、友だちが来るのを待っていました。\n"
KOREAN = "비가 오는 날에는 따뜻한 국수 한 그릇이 생각난다고 할머니가 말씀하셨다.\n"


def text_of(data: bytes, **settings: Any) -> str:
    return decode(Document(data=data), Settings.make(**settings)).text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "gb2312"),
        (SIMPLIFIED, "gbk"),
        (TRADITIONAL, "gb18030"),
        (SIMPLIFIED + "𠮷㐀䶵\n", "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "cp950"),
        (CANTONESE, "big5hkscs"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (TRADITIONAL, "utf-16-be"),
        (SIMPLIFIED, "utf-32-le"),
        (SIMPLIFIED, "hz"),
        (JAPANESE, "cp932"),
        (KOREAN, "cp949"),
    ],
)
def test_whole_text(text: str, codec: str) -> None:
    assert text_of(text.encode(codec)) == text


@pytest.mark.parametrize("codec", ["gb18030", "big5", "utf-8"])
@pytest.mark.parametrize("size", [1 << 11, 1 << 16])
def test_markup_before_the_text_hides_nothing(codec: str, size: int) -> None:
    text = TRADITIONAL if codec == "big5" else SIMPLIFIED
    padding = ("<div class='x'>\n" * size)[:size]
    assert text_of((padding + text).encode(codec)) == padding + text


@pytest.mark.parametrize("label", ["big5", "iso-8859-1", "utf-8", "shift_jis"])
def test_a_wrong_label_is_not_believed(label: str) -> None:
    page = f'<meta charset="{label}">\n{SIMPLIFIED}'
    assert text_of(page.encode("gb18030")) == page


@pytest.mark.parametrize("codec", ["gb18030", "big5", "utf-8"])
def test_one_bad_byte_never_changes_the_encoding(codec: str) -> None:
    text = (TRADITIONAL if codec == "big5" else SIMPLIFIED) * 8
    data = text.encode(codec)
    for position in range(0, len(data), 41):
        found = detect(data[:position] + b"\xff" + data[position:])
        assert found.name == ("cp950" if codec == "big5" else codec)


def test_text_cut_at_its_end() -> None:
    assert text_of(SIMPLIFIED.encode()[:-3]) == SIMPLIFIED[:-2] + "\ufffd"
    assert text_of("中文字".encode()[:-1]) == "中文\ufffd"


def test_nul_padding() -> None:
    assert text_of(SIMPLIFIED.encode("gb18030") + bytes(512)).rstrip("\0") == SIMPLIFIED


@pytest.mark.parametrize("name", ["gb2312", "gbk", "big5", "utf-16-le"])
def test_asked_for(name: str) -> None:
    text = TRADITIONAL if name in ("big5", "gbk", "utf-16-le") else SIMPLIFIED
    assert text_of(text.encode(name), from_encoding=name) == text


def test_a_label_means_its_superset() -> None:
    assert text_of("朱镕基𠮷".encode("gb18030"), from_encoding="gb2312") == "朱镕基𠮷"


def test_error_policies() -> None:
    data = "好的".encode() * 5 + b"\xff\xfe" + "好".encode()
    replaced = decode(Document(data=data), Settings())
    assert replaced.text == "好的" * 5 + "\ufffd\ufffd好"
    assert replaced.encoding is not None
    assert (replaced.encoding.bad_bytes, replaced.encoding.first_bad) == (2, 30)
    assert "the first at byte 30" in replaced.warnings[0]
    assert text_of(data, errors="ignore") == "好的" * 5 + "好"
    with pytest.raises(DecodingError, match=r"byte 30 \(0xff, line 1\) is not utf-8"):
        text_of(data, errors="strict")


def test_replacement_characters_of_the_input_are_no_fault() -> None:
    document = decode(Document(data="一\ufffd二".encode() * 3 + b"\xff"), Settings())
    assert document.encoding is not None
    assert document.encoding.bad_bytes == 1


def test_binary_warns() -> None:
    data = random.Random(7).randbytes(4000)
    document = decode(Document(data=data), Settings())
    assert any("binary" in warning for warning in document.warnings)


def test_text_passes_through() -> None:
    document = Document("\ufeff已經是文字")
    assert decode(document, Settings()) is document


@given(st.binary(max_size=200))
def test_any_bytes_decode(data: bytes) -> None:
    text = text_of(data)
    assert isinstance(text, str)
    assert text.encode("utf-8", "surrogatepass").decode("utf-8") == text


@given(st.binary(max_size=40), st.sampled_from(["gb18030", "big5", "utf-16-le", "utf-8", "cp932"]))
def test_any_bytes_decode_as_asked(data: bytes, name: str) -> None:
    text_of(data, from_encoding=name)
    text_of(data, from_encoding=name, errors="ignore")


def test_score_tells_reading_from_misreading() -> None:
    assert score(SIMPLIFIED) > 0.8 * COMMON
    assert score(SIMPLIFIED.encode("gb18030").decode("big5", "replace")) < 0.5
    assert score(TRADITIONAL.encode("big5").decode("gb18030", "replace")) < 0.5
    assert score("") == score("plain ascii") == 0.0


class TestLines:
    def test_short_lines_are_judged_together(self) -> None:
        decoder = LineDecoder(Settings())
        lines = TRADITIONAL.replace("，", "\n").splitlines()
        assert [decoder.decode(line.encode("big5")) for line in lines] == lines

    def test_a_utf8_line_among_others(self) -> None:
        decoder = LineDecoder(Settings())
        lines = [SIMPLIFIED.splitlines()[0], SIMPLIFIED.splitlines()[1]]
        assert decoder.decode(lines[0].encode("gb18030")) == lines[0]
        decoder = LineDecoder(Settings())
        assert decoder.decode(lines[0].encode()) == lines[0]
        assert decoder.decode(lines[1].encode("gb18030")) == lines[1]

    def test_ascii_passes_and_mark_goes(self) -> None:
        decoder = LineDecoder(Settings())
        assert decoder.decode(codecs.BOM_UTF8 + b"plain") == "plain"
        assert decoder.encoding is None

    def test_faults_are_located_in_the_stream(self) -> None:
        decoder = LineDecoder(Settings())
        decoder.decode(b"0123456789")
        decoder.decode("好的好的".encode() + b"\xff")
        assert (decoder.bad_bytes, decoder.first_bad) == (1, 22)
