"""Cutting streams into documents and lines."""

from __future__ import annotations

import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.filters.decode.lines import LineDecoder
from cleaner.formats.reading import LONGEST_LINE, _character_end, documents, ends_blank, lines
from cleaner.settings import Settings


class Dribble(io.RawIOBase):
    """A stream that gives a few bytes at a time, as a pipe may."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data = io.BytesIO(data)
        self._size = size

    def read(self, size: int = -1) -> bytes:
        return self._data.read(self._size if size < 0 else min(size, self._size))


@given(st.text("ab中\n", max_size=300), st.integers(8, 64), st.integers(1, 7))
def test_pieces_join_to_the_stream(text: str, bound: int, size: int) -> None:
    data = text.encode()
    pieces = list(documents(Dribble(data, size), bound))  # type: ignore[arg-type]
    assert b"".join(piece for piece in pieces if isinstance(piece, bytes)) == data
    assert all(len(piece) <= bound for piece in pieces)


@given(st.text("ab中\n", max_size=300), st.integers(8, 64))
def test_wide_pieces_join_to_the_stream(text: str, bound: int) -> None:
    data = text.encode("utf-16")
    pieces = list(documents(io.BytesIO(data), bound))
    assert "".join(p if isinstance(p, str) else p.decode("utf-16") for p in pieces) == text


def test_cut_at_blank_lines_first() -> None:
    data = b"one\ntwo\n\nthree\nfour\n"
    assert list(documents(io.BytesIO(data), 16)) == [b"one\ntwo\n\n", b"three\nfour\n"]
    assert list(documents(io.BytesIO(b"one\ntwo three"), 10)) == [b"one\n", b"two three"]


def test_one_long_line_is_cut_between_characters() -> None:
    pieces = list(documents(io.BytesIO("中文,中文,中文,".encode() * 9), 50))
    for piece in pieces:
        assert isinstance(piece, bytes)
        piece.decode("utf-8")


@pytest.mark.parametrize(
    ("piece", "blank"),
    [(b"a\n\n", True), (b"a\r\n\r\n", True), (b"a\n", False), ("a\n\n", True), ("", False)],
)
def test_ends_blank(piece: bytes | str, blank: bool) -> None:
    assert ends_blank(piece) is blank


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16", "utf-16-be", "utf-32"])
def test_lines(codec: str) -> None:
    text = "第一行\n\nthird\n最後一行"
    asked = codec if codec == "utf-16-be" else None
    found = list(lines(io.BytesIO(text.encode(codec)), LineDecoder(Settings()), asked))
    assert found == text.split("\n")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_wide_lines_without_a_mark(codec: str) -> None:
    text = "小鎮的市集天還沒亮就開始了\nsecond line\n孩子們跟在大人後面"
    stream = Dribble(text.encode(codec), 31)
    found = list(lines(stream, LineDecoder(Settings()), None))  # type: ignore[arg-type]
    assert found == text.split("\n")


@given(st.text("ab中文\n", max_size=60), st.integers(1, 7))
def test_lines_in_dribbles(text: str, size: int) -> None:
    stream = Dribble(text.encode(), size)
    found = list(lines(stream, LineDecoder(Settings()), None))  # type: ignore[arg-type]
    assert found == text.removesuffix("\n").split("\n") if text else not found


def test_unclear_lines_of_a_quiet_pipe_come_after_a_while() -> None:
    reader, writer = os.pipe()
    with open(reader, "rb") as stream:
        found = lines(stream, LineDecoder(Settings()), None)
        os.write(writer, b"plain\n" + "很\n".encode("gb18030"))
        assert next(found) == "plain"
        assert next(found) == "很"  # nothing more was written
        os.close(writer)
        assert list(found) == []


def test_a_line_without_end_comes_in_pieces() -> None:
    data = b"x" * (2 * LONGEST_LINE + 5)
    found = list(lines(io.BytesIO(data), LineDecoder(Settings()), None))
    assert [len(line) for line in found] == [LONGEST_LINE, LONGEST_LINE, 5]


@pytest.mark.parametrize("shift", range(3))
def test_no_character_falls_in_two(shift: int) -> None:
    """Neither in a line that is cut, nor in a document that is, nor where there is no ASCII."""
    text = "a" * shift + "長" * (LONGEST_LINE // 2)
    stream = io.BufferedReader(io.BytesIO(text.encode()))
    decoder = LineDecoder(Settings())
    assert "".join(lines(stream, decoder, None)) == text
    assert decoder.bad_bytes == 0
    pieces = list(documents(io.BytesIO(text.encode()), 1024))
    assert len(pieces) > 10
    assert "".join(str(piece, "utf-8") for piece in pieces if isinstance(piece, bytes)) == text
    gbk = ("長," * 400).encode("gbk")
    assert all(bytes(piece).endswith(b",") for piece in documents(io.BytesIO(gbk), 500 + shift))  # type: ignore[arg-type]


def test_a_cut_in_what_is_no_text_falls_behind_a_byte_that_ends_a_character() -> None:
    assert _character_end(b"\xb0\xa1" * 20 + b" " + b"\xb0\xa1\xb0") == 41
    assert _character_end(b"\xb0\xa1" * 4000) == 8000  # none within reach
