"""Decoding streams line by line."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import DecodingError
from cleaner.filters.decode.lines import HELD, LineDecoder
from cleaner.settings import Settings
from tests.filters.decode_texts import KOREAN, SIMPLIFIED, TRADITIONAL


def decoder(**settings: str) -> LineDecoder:
    return LineDecoder(Settings.make(**settings))


def all_of(lines: LineDecoder, data: bytes) -> list[str]:
    found = []
    for line in data.splitlines(keepends=True):
        found += lines.feed(line)
    return found + lines.flush()


def test_ascii_passes_at_once() -> None:
    lines = decoder()
    assert lines.feed(b"plain\n") == ["plain"]
    assert not lines.holding
    assert lines.encoding is None


def test_clear_lines_pass_at_once() -> None:
    for data, name in ((SIMPLIFIED.encode(), "utf-8"), (SIMPLIFIED.encode("gbk"), "gb18030")):
        lines = decoder()
        first, second = data.splitlines(keepends=True)
        assert lines.feed(first) == [SIMPLIFIED.splitlines()[0]]
        assert lines.feed(second) == [SIMPLIFIED.splitlines()[1]]
        assert str(lines.encoding) == name


def test_unclear_lines_wait_for_more() -> None:
    lines = decoder()
    unclear = "很\n".encode("gb18030")
    assert lines.feed(unclear) == []
    assert lines.holding
    text = SIMPLIFIED.replace("，", "\n")
    assert all_of(lines, text.encode("gb18030")) == ["很", *text.splitlines()]
    assert not lines.holding


def test_no_more_than_16_kilobytes_wait() -> None:
    lines = decoder()
    unclear = b"\xa1\xa1 \n"  # a wide space in GBK, Big5's wide space is A140
    sent = 0
    while not lines.feed(unclear):
        sent += len(unclear)
        assert sent <= HELD
    assert not lines.holding


def test_flush_decides() -> None:
    lines = decoder()
    assert lines.feed("很\n".encode("gb18030")) == []
    assert lines.flush() == ["很"]
    assert lines.flush() == []


@pytest.mark.parametrize("codec", ["gb18030", "big5", "utf-8", "euc-tw"])
def test_short_lines_are_judged_together(codec: str) -> None:
    text = TRADITIONAL.replace("，", "\n")
    if codec == "euc-tw":
        from tests.filters.test_decode_codecs import _euc_tw

        data = _euc_tw(text)
    else:
        data = text.encode(codec)
    assert all_of(decoder(), data) == text.splitlines()


def test_a_line_in_another_encoding() -> None:
    data = SIMPLIFIED.encode("gb18030") + SIMPLIFIED.encode() + TRADITIONAL.encode("big5")
    text = SIMPLIFIED * 2 + TRADITIONAL
    assert all_of(decoder(), data) == text.splitlines()


def test_the_stream_turns() -> None:
    lines = decoder()
    texts = all_of(lines, SIMPLIFIED.encode("gb18030") + (TRADITIONAL * 3).encode("big5"))
    assert texts == (SIMPLIFIED + TRADITIONAL * 3).splitlines()
    assert str(lines.encoding) == "big5"
    assert lines.decode("山下".encode("big5")) == "山下"


def test_escapes() -> None:
    assert all_of(decoder(), b"a\n~{VPND~}\n\x1b$)A\x0eVPND\n~b\n") == ["a", "中文", "中文", "~b"]


def test_mark_and_line_ends_go() -> None:
    lines = decoder()
    assert lines.feed(codecs.BOM_UTF8 + b"plain\r\n") == ["plain"]
    assert lines.feed(codecs.BOM_UTF8 + b"\n") == ["\ufeff"]


def test_asked_for() -> None:
    lines = decoder(from_encoding="euc-kr")
    assert all_of(lines, KOREAN.encode("cp949")) == KOREAN.splitlines()


def test_faults_are_located_in_the_stream() -> None:
    lines = decoder(errors="report")
    all_of(lines, b"0123456789\n" + "好的好的".encode() + b"\xff\n" + "很好的\n".encode())
    assert (lines.bad_bytes, lines.replaced, lines.first_bad) == (1, 1, 23)
    assert [(fault.offset, fault.data) for fault in lines.faults] == [(23, b"\xff")]
    assert lines.complaint() == (
        "1 undecodable byte as utf-8 replaced by U+FFFD, the first at byte 23"
    )


def test_strict() -> None:
    lines = decoder(errors="strict")
    first = SIMPLIFIED.encode("gbk").splitlines(keepends=True)[0]
    lines.feed(first)
    place = rf"^byte {len(first)} \(0xff, line 2\) is not gb18030$"
    with pytest.raises(DecodingError, match=place):
        lines.feed(b"\xff\n")


def test_ignore() -> None:
    lines = decoder(errors="ignore")
    assert all_of(lines, "很好\n很".encode() + b"\xff\n") == ["很好", "很"]
    assert (lines.bad_bytes, lines.replaced) == (1, 0)


@given(st.lists(st.binary(max_size=12).map(lambda data: data.replace(b"\n", b"")), max_size=8))
def test_a_line_in_is_a_line_out(lines: list[bytes]) -> None:
    stream = decoder()
    found = []
    for line in lines:
        found += stream.feed(line + b"\n")
    found += stream.flush()
    assert len(found) == len(lines)


@pytest.mark.parametrize(
    ("found", "main"),
    [
        (["gb18030"] * 2, "utf-8"),
        (["gb18030"] * 3, "gb18030"),
        (["gb18030", "gb18030", "big5hkscs", "gb18030"], "utf-8"),
        (["gb18030", "gb18030", "utf-8", "gb18030"], "utf-8"),
        (["gb18030", "", "gb18030", "gb18030"], "gb18030"),
        (["gb18030", "big5hkscs", "big5hkscs"], "utf-8"),
    ],
)
def test_three_lines_in_a_row_turn_the_stream(found: list[str], main: str) -> None:
    lines = decoder()
    lines._main = "utf-8"
    for codec in found:
        lines._follow(codec)
    assert lines._main == main
