"""What ``--detect`` finds out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.report.detection import describe
from cleaner.settings import Settings
from tests.filters.decode_texts import (
    JAPANESE,
    KOREAN,
    RUSSIAN,
    SIMPLIFIED,
    TRADITIONAL,
    WESTERN,
)


@pytest.mark.parametrize(
    ("text", "codec", "language", "variant"),
    [
        (SIMPLIFIED, "gb18030", "zh", "simplified"),
        (TRADITIONAL, "big5", "zh", "taiwan"),
        (JAPANESE, "cp932", "ja", None),
        (KOREAN, "cp949", "ko", "none"),
        (WESTERN, "cp1252", "other", "none"),
        (RUSSIAN, "koi8-r", "other", "none"),
        ("", "ascii", "none", "none"),
    ],
)
def test_language_and_kind(text: str, codec: str, language: str, variant: str | None) -> None:
    found = describe(text.encode(codec), Settings())
    assert found.language == language
    assert variant in (None, found.variant.name)


def test_damage() -> None:
    data = (SIMPLIFIED + "锟斤拷\ufffd\0").encode() + b"\xff"
    found = describe(data, Settings())
    assert found.damage == {"U+FFFD in the text": 1, "NUL": 1, "锟斤拷": 1}
    assert "undecodable: 1 (first at byte " in found.line("page.txt")


def test_text_after_much_markup_and_misread_lines() -> None:
    misread = "图书馆周末也开门。".encode("gbk").decode("latin-1")
    page = "<div class='x'>menu</div>\n" * 4000 + SIMPLIFIED + "\n" + misread
    found = describe(page.encode(), Settings())
    assert found.language == "zh"
    assert found.damage == {"misread text": 1}


def test_line() -> None:
    data = SIMPLIFIED.encode() + TRADITIONAL.encode("big5") + SIMPLIFIED.encode()
    assert describe(data, Settings()).line("page.txt").startswith("page.txt: utf-8, confidence ")
    assert " in big5" in describe(data, Settings()).line("page.txt")


def test_json() -> None:
    record = json.loads(describe(SIMPLIFIED.encode("gbk"), Settings()).as_json("page.txt"))
    assert record["file"] == "page.txt"
    assert (record["encoding"], record["codec"]) == ("gb18030", "gb18030")
    assert (record["language"], record["variant"]) == ("zh", "simplified")
    assert (record["bad_bytes"], record["first_bad"], record["regions"]) == (0, None, [])


@given(st.binary(max_size=80))
def test_any_bytes(data: bytes) -> None:
    found = describe(data, Settings())
    assert "\n" not in found.line("x")
    json.loads(found.as_json("x"))
