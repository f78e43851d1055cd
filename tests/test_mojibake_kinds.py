"""Signs that are found without putting a text into bytes are those that its bytes have."""

from __future__ import annotations

import random
import re

import pytest

from cleaner.mojibake import dropped, kinds, pairs
from cleaner.mojibake.pairs import has_big5, has_gbk, has_gbk_in, has_utf8, in_pairs, may_tell

BMP = [chr(code) for code in range(0x80, 0x10000) if not 0xD800 <= code < 0xE000]
# Characters that come together in text that was misread, and in honest text.
MISREAD = "鍥藉鏄涓浗鐨勪竴涓湪浜嗘槸盲潞潞猫驴聶氓戮陇拢瓣竚砰抖獽猭琌い瓣チ"
HONEST = "体机与种万网价气极据圣确的一是在不了有和人这中大为上个国我以要他 ，。a1\n—…○■国"


def encoded(char: str, codec: str) -> bytes:
    return char.encode(codec, "ignore")


def texts(seed: int, count: int) -> list[str]:
    """Return texts of which each has characters of a kind or two near each other."""
    chosen = random.Random(seed)
    rare = [
        char for char in BMP if encoded(char, "cp950")[:1] in b"".join(map(chr_, range(0xC9, 0xFA)))
    ]
    telling = re.findall(kinds.telling().pattern.partition("(?:")[0], "".join(BMP))
    pools = [rare, telling, list(MISREAD), list(HONEST), list(HONEST), BMP]
    return [
        "".join(
            "".join(chosen.choices(chosen.choice(pools), k=chosen.randint(1, 9)))
            for _ in range(chosen.randint(1, 9))
        ).replace("?", "")
        for _ in range(count)
    ]


def chr_(byte: int) -> bytes:
    return bytes([byte])


@pytest.mark.parametrize("seed", range(4))
def test_what_is_found_without_bytes_is_what_they_have(seed: int) -> None:
    for text in texts(seed, 400):
        _, gbk, cp950 = in_pairs(text, "")
        assert has_gbk_in(text) == has_gbk(cp950), text
        if has_utf8(gbk, "gbk", lost=False) or has_big5(gbk, "gbk"):
            assert may_tell(text), text


def test_misread_text_of_each_kind_is_found() -> None:
    honest = "国家图书馆昨天开放了新的阅览室，读者很多。"
    assert may_tell(honest.encode().decode("gbk", "ignore"))
    assert may_tell("國家圖書館昨天開放".encode("big5").decode("gbk", "ignore"))
    assert has_gbk_in(honest.encode("gbk").decode("cp950", "ignore"))
    assert not may_tell(honest)
    assert not has_gbk_in(honest)


def test_a_neighbour_may_be_far_away() -> None:
    misread = "国家图书馆".encode("gbk").decode("cp950", "ignore")
    for gap in ("", "这" * 100, "a" * 1000):
        text = f"的{gap}{misread}{gap}的"
        assert has_gbk_in(text) == has_gbk(in_pairs(text, "")[2])


def test_what_takes_long_to_see_is_looked_at_in_bytes() -> None:
    assert may_tell("鍥" + "a" * 20)


def test_characters_of_two_bytes() -> None:
    for codec, leads, trails in (("gbk", range(0xAA, 0xC7), range(0x40, 0x7F)),):
        found = {
            char
            for char in BMP
            if len(pair := encoded(char, codec)) == 2 and pair[0] in leads and pair[1] in trails
        }
        assert set(kinds.characters(codec, leads, trails)) == found


def test_classes_are_those_of_the_tables() -> None:
    both = pairs._BIG5_LEADS, pairs._BIG5_TRAILS
    for char in BMP:
        pair = encoded(char, "gbk")
        big5 = len(pair) == 2 and both[0][pair[0]] & both[1][pair[1]]
        utf8 = len(pair) == 2 and list(pair.translate(pairs._UTF8_BYTES)) == [1, 2]
        if big5 or utf8 or char in dropped.TRADITIONAL:
            assert kinds.telling().search(char), char
        two = encoded(char, "cp950")
        rare = len(two) == 2 and two[0] in kinds.RARE_HALF
        assert (kinds.rare_ones().search(char * 2) is not None) == rare, char
        assert (kinds.rare_ones().search(f"体{char}的的的的体") is None) == (
            bool(two) and not rare
        ), char
