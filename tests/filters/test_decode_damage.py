"""Damaged text: re-pairing, cut ends, lines of several encodings."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document, Encoding, Region
from cleaner.filters.decode import decode
from cleaner.filters.decode.decoders import Reader, utf8_lines
from cleaner.filters.decode.mixed import Lines
from cleaner.filters.decode.pairing import begins_inside, pair
from cleaner.settings import Settings
from tests.filters.decode_texts import JAPANESE, SIMPLIFIED, TRADITIONAL

PAIRED = [
    pytest.param("gb18030", SIMPLIFIED, id="gb18030-simplified"),
    pytest.param("gb18030", TRADITIONAL, id="gb18030-traditional"),
    pytest.param("big5", TRADITIONAL, id="big5"),
]
JIS = pytest.param("cp932", JAPANESE * 2, id="cp932")
UTF8 = pytest.param("utf-8", SIMPLIFIED, id="utf-8")


def decoded(data: bytes) -> tuple[str, Encoding]:
    document = decode(Document(data=data), Settings())
    assert document.encoding is not None
    return document.text, document.encoding


@pytest.mark.parametrize(("codec", "text"), [*PAIRED, JIS])
def test_a_lost_byte_costs_its_character_and_no_more(codec: str, text: str) -> None:
    data = text.encode(codec)
    for position in range(0, len(data) - 1, 7):
        if data[position] >= 0x80 and data[position + 1] >= 0x80:
            found, _ = decoded(data[:position] + data[position + 1 :])
            # What stands before and after the place is whole but for three characters.
            whole = len(data[:position].decode(codec, "ignore"))
            assert found[: max(0, whole - 2)] == text[: max(0, whole - 2)]
            assert found.endswith(text[whole + 4 :])


@pytest.mark.parametrize(("codec", "text"), PAIRED)
def test_one_byte_too_many(codec: str, text: str) -> None:
    line = text.split("\n")[0]
    data = line.encode(codec)
    found, faults = pair(data[:20] + b"\xff" + data[20:], codec, "\ufffd")
    assert found == line[:10] + "\ufffd" + line[10:]
    assert [(fault.offset, fault.data) for fault in faults] == [(20, b"\xff")]


def test_four_bytes_stay_together() -> None:
    line = "姓𠮷的人家"
    data = line.encode("gb18030")
    assert pair(data + b"\xff", "gb18030", "?")[0] == line + "?"


@pytest.mark.parametrize(("codec", "text"), PAIRED)
def test_many_damaged_bytes(codec: str, text: str) -> None:
    chance = random.Random(3)
    data = bytearray((text * 10).encode(codec))
    for position in range(len(data)):
        if chance.random() < 0.01:
            data[position] = chance.randrange(256)
    found, encoding = decoded(bytes(data))
    assert encoding.codec == codec
    pairs = [a + b for a, b in pairwise(text)]
    assert sum(min(10, found.count(pair)) for pair in set(pairs)) > 0.9 * 10 * len(set(pairs))


@pytest.mark.parametrize(("codec", "text"), [*PAIRED, UTF8])
def test_cut_at_the_end(codec: str, text: str) -> None:
    text = text.rstrip("\n")
    data = text.encode(codec)
    whole = len(data) - len("。".encode(codec))
    found, encoding = decoded(data[: whole + 1])
    assert found == text[:-1] + "\ufffd"
    assert (encoding.codec, encoding.first_bad) == (codec, whole)


@pytest.mark.parametrize(("codec", "text"), [*PAIRED, UTF8])
def test_cut_at_the_beginning(codec: str, text: str) -> None:
    found, encoding = decoded(text.encode(codec)[1:])
    # The second byte of a character of Big5 may be a letter.
    assert found.endswith(text[1:])
    assert len(found) <= len(text) + 1
    assert encoding.codec == codec


@pytest.mark.parametrize(("codec", "text"), PAIRED)
def test_whole_text_does_not_begin_inside(codec: str, text: str) -> None:
    for start in range(len(text) - 1):
        assert not begins_inside(text[start:].encode(codec), codec)


def test_a_rule_across_the_page_does_not_begin_inside() -> None:
    assert not begins_inside(("─" * 24 + "┘").encode("gb18030"), "gb18030")
    assert not begins_inside(("▲" * 24).encode("big5"), "big5")


@pytest.mark.parametrize(("codec", "text"), PAIRED)
def test_lines_of_two_encodings(codec: str, text: str) -> None:
    lines = text.replace("，", "，\n").splitlines(keepends=True)
    for offset in (0, 1):
        data = b"".join(
            line.encode("utf-8" if number % 2 == offset else codec)
            for number, line in enumerate(lines)
        )
        found, encoding = decoded(data)
        assert found == "".join(lines)
        assert encoding.bad_bytes == 0
        assert {region.name for region in encoding.regions} <= {"utf-8", codec}
        assert encoding.regions


def test_three_encodings_in_one_file() -> None:
    data = SIMPLIFIED.encode() + TRADITIONAL.encode("big5") + SIMPLIFIED.encode("gb18030")
    found, encoding = decoded(data)
    assert found == SIMPLIFIED + TRADITIONAL + SIMPLIFIED
    assert encoding.name == "utf-8"
    start = len(SIMPLIFIED.encode())
    end = start + len(TRADITIONAL.encode("big5"))
    assert encoding.regions == (
        Region(start, end - 1, "big5"),
        Region(end, len(data) - 1, "gb18030"),
    )


def test_one_line_of_gbk_in_much_utf8() -> None:
    data = SIMPLIFIED.encode() * 800 + "一行国标编码的文字混在里面。\n".encode("gb18030")
    found, encoding = decoded(data)
    assert found.endswith("\n一行国标编码的文字混在里面。\n")
    assert (encoding.name, len(encoding.regions)) == ("utf-8", 1)


def test_a_line_of_utf8_in_much_gbk() -> None:
    line = "这一行是后来用另一个程序写进去的。\n"
    data = SIMPLIFIED.encode("gb18030") * 800 + line.encode() + SIMPLIFIED.encode("gb18030")
    assert len(data) > 1 << 17
    assert decoded(data)[0] == SIMPLIFIED * 800 + line + SIMPLIFIED


def test_part_of_a_large_file_in_another_encoding() -> None:
    data = SIMPLIFIED.encode("gb18030") * 800 + TRADITIONAL.encode("big5") * 60
    assert decoded(data)[0] == SIMPLIFIED * 800 + TRADITIONAL * 60


def test_damaged_utf8_is_not_two_encodings() -> None:
    lines = SIMPLIFIED.encode().split(b"\n")
    data = b"\n".join(line[:30] + b"\xff" + line[30:] if line else line for line in lines)
    found, encoding = decoded(data)
    assert found.replace("\ufffd", "") == SIMPLIFIED
    assert (encoding.name, encoding.bad_bytes, encoding.regions) == ("utf-8", 2, ())


@given(st.binary(max_size=120), st.sampled_from(["gb18030", "big5", "euc-tw", "cp932", "cp949"]))
def test_pairing_accounts_for_every_byte(data: bytes, codec: str) -> None:
    text, faults = pair(data, codec, "")
    marked, _ = pair(data, codec, "\ufffd")
    assert len(marked) == len(text) + len(faults)
    assert [fault.offset for fault in faults] == sorted({fault.offset for fault in faults})
    for fault in faults:
        assert data[fault.offset : fault.offset + len(fault.data)] == fault.data


@given(
    st.lists(st.sampled_from(["山", "abc", "", "的人们", "他们在图书馆里看书", "é"]), max_size=8)
)
def test_regions_are_where_they_say(words: list[str]) -> None:
    data = b"\n".join(word.encode("gbk" if len(word) % 2 else "utf-8") for word in words)
    text, _, regions = Lines("gb18030", Reader(), 5).read(data, closely=True)
    assert text.count("\n") == data.count(b"\n")
    for region in regions:
        assert data[region.start - 5 : region.end - 5].decode(region.name, "replace") in text


def test_lines_are_put_together_in_order() -> None:
    lines = [f"第{number}行，他们在图书馆里看书。" for number in range(2500)]
    data = "\n".join(lines).encode("gbk") + b"\n"
    text, main, regions = Lines("gb18030", Reader()).read(data, closely=False)
    assert (text, main, regions) == ("\n".join(lines) + "\n", "gb18030", ())


def test_lines_together_are_read_as_one_by_one() -> None:
    pick = random.Random(11)
    lines = SIMPLIFIED.split("\n")[:-1]
    found = []
    for _ in range(3000):
        line, codec = pick.choice(lines)[: pick.randrange(2, 40)], "gb18030"
        if pick.random() < 0.02:
            line, codec = pick.choice(
                ((TRADITIONAL[: pick.randrange(8, 30)], "big5"), (line, "utf-8"))
            )
        found.append(line.replace("\n", "").encode(codec, "ignore"))
    data = b"\n".join(found)
    one = Lines("gb18030", Reader()).read(data, closely=False)
    assert Lines("gb18030", Reader()).read(data, closely=False, together=True) == one
    assert {region.name for region in one[2]} == {"big5", "utf-8"}
    begins = [0, *(place + 1 for place, byte in enumerate(data) if byte == 10)]
    valid = [start for start, line in zip(begins, found, strict=True) if _is_utf8(line)]
    assert list(utf8_lines(data)) == valid and valid


def _is_utf8(line: bytes) -> bool:
    return not line.isascii() and line.decode("utf-8", "replace").encode() == line
