"""Escapes that stand for Chinese text, and those that a text shows."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.repair.escapes import escapes
from cleaner.settings import Settings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\u4e2d\u6587", "中文"),
        (r"\u{4e2d}\u{6587}", "中文"),
        (r"\ud83d\ude00\ud83d\ude01", "😀😁"),
        (r"\xe4\xb8\xad\xe6\x96\x87", "中文"),
        ("%E4%B8%AD%E6%96%87", "中文"),
        ("%u4e2d%u6587", "中文"),
        ("中\\u3000文", "中\u3000文"),
        (r"甲\n乙", "甲\n乙"),
        (r"甲\r\n乙", "甲\n乙"),
        (r"http:\/\/a.cn\/b", "http://a.cn/b"),
        (r"他说\"好\"。", '他说"好"。'),
        (r"他说\"要'好'\"。", """他说"要'好'"。"""),
    ],
)
def test_escapes_are_read(text: str, expected: str) -> None:
    assert escapes(Document(text=text), Settings()).text == expected


@pytest.mark.parametrize(
    "text",
    [
        r"\u4e2d",  # one alone may be meant
        r"\u0041\u0042",  # nothing Chinese
        r"\xe4\xb8\x41",
        "%41%42%43",
        "%u0041%u0042",
        "%E4%B8",  # half a character
        r"\xe4\xb8\xad\xe6",
        r"\u4e2d\ud83d\u6587",
        r"\u{110000}\u4e2d",
        r'"\u4e2d\u6587"',  # shown
        r"转义写作 \u4e2d\u6587",
        r"甲\/乙",
        r"C:\new\table",
        r"正则 \d+\n 的",
    ],
)
def test_what_is_shown_or_broken_stays(text: str) -> None:
    assert escapes(Document(text=text), Settings()).text == text
