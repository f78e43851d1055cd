"""What holds no text is said instead of cleaned; what holds many documents is said too."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Mapping

import pytest

from cleaner.errors import InputError
from cleaner.formats.entries import entries
from cleaner.formats.foreign import FIRST, check, foreign, is_json
from cleaner.run import _ODD
from cleaner.settings import Settings

TEXT = "茶葉要在清明以前採。\n".encode("big5")


def archive(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, data in members.items():
            made.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "what", "read"),
    [
        (gzip.compress(TEXT, mtime=0), "gzip-compressed", True),
        (bz2.compress(TEXT), "bzip2-compressed", True),
        (lzma.compress(TEXT), "xz-compressed", True),
        (archive({"茶.txt": TEXT}), "a zip archive", True),
        (b"WARC/1.0\r\n", "a web archive", True),
        (b"%PDF-1.7\n", "a PDF file", False),
        (b"\xff\xd8\xff\xe0", "a JPEG picture", False),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "an old Office file", False),
    ],
)
def test_files_without_text(data: bytes, what: str, read: bool) -> None:
    assert foreign(data) == (what, read)
    with pytest.raises(InputError, match=what):
        check(data, "x", Settings())


@pytest.mark.parametrize(
    "data", [b"", TEXT, b"BZhou", b"PK", b"GIF", "Привет".encode("koi8-r"), b"%PD", b"\xff\xfe1\0"]
)
def test_text_that_begins_like_them(data: bytes) -> None:
    assert foreign(data) is None
    assert check(data, "x", Settings()) is None


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b'{"text": "a"}\n{"text": "b"}\n', "x", "JSON Lines"),
        (b'[\n {"text": "a"},\n {"text": "b"}]\n', "x", "JSON?"),
        (b'{\n  "text": "a"\n}\n', "x", "JSON?"),
        (TEXT, "x.CSV", "a table"),
    ],
)
def test_many_documents_in_one(data: bytes, name: str, said: str) -> None:
    found = check(data, name, Settings())
    assert found is not None
    assert found.startswith(said)
    # Where no lines are dropped it does no harm.
    assert check(data, name, Settings(only=("convert",))) is None
    assert check(data, name, Settings(keep_chrome=True)) is None


def test_office_files_are_no_archives_of_pages() -> None:
    data = archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:t/>"})
    with pytest.raises(ValueError, match="Word"):
        list(entries(io.BytesIO(data), "x.docx"))
    with pytest.raises(InputError, match=r"Word.*--input text"):
        check(data, "x.docx", Settings())
    data = archive({"mimetype": b"application/vnd.oasis.opendocument.text"})
    with pytest.raises(ValueError, match="OpenDocument"):
        list(entries(io.BytesIO(data), "x.odt"))


def test_the_text_of_a_book_is_in_its_chapters() -> None:
    members = {
        "mimetype": b"application/epub+zip",
        "OEBPS/content.opf": b"<package/>",
        "OEBPS/1.xhtml": b"<html/>",
        "OEBPS/style.css": b"p{}",
    }
    found = [entry.name for entry in entries(io.BytesIO(archive(members)), "x.epub")]
    assert found == ["x.epub/OEBPS/1.xhtml"]


@pytest.mark.parametrize("encoding", ["gbk", "big5", "utf-8"])
def test_names_of_members_in_the_encoding_of_the_country(encoding: str) -> None:
    name = "養殖/説明書.txt" if encoding == "utf-8" else "說明/茶葉與水.txt"
    raw = name.encode(encoding)
    data = archive({"x" * len(raw): TEXT}).replace(b"x" * len(raw), raw)
    found = [entry.name for entry in entries(io.BytesIO(data), "a.zip")]
    assert found == [f"a.zip/{name}"]


def test_names_that_are_in_no_encoding_stay() -> None:
    data = archive({"xx.txt": TEXT}).replace(b"xx.txt", b"\x81\xff.txt")
    assert len(list(entries(io.BytesIO(data), "a.zip"))) == 1


def test_the_command_asks_about_each_of_them() -> None:
    assert set(_ODD) == FIRST | {*b"[{"}


@pytest.mark.parametrize(
    ("data", "is_so"),
    [
        ('{"text": "茶"}', True),
        ('{\n "text": "茶",\n "n": [1, 2]\n}\n', True),
        ('[{"text": "茶"}, {"text": "水"}]', True),
        (' [\n{"text": "茶"},\n{"te', True),  # cut where a piece ends
        ('{"text": "茶"}\n{"text": "水"}', True),
        ('{"text": "茶"', False),
        ('{"text": "茶"} 是一行數據。', False),
        ('{"text": 茶}', False),
        ('[茶] {"text": "茶"}', False),
    ],
)
def test_what_is_json_and_no_page(data: str, is_so: bool) -> None:
    assert is_json(data.encode()) is is_so
