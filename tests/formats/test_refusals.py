"""What a reader says of files that are damaged, too deep, or need a package that is not there."""

from __future__ import annotations

import gzip
import io
import sys
import tarfile
import zipfile
from collections.abc import Callable
from typing import BinaryIO

import pytest

from cleaner.batch import plan
from cleaner.batch.job import Job
from cleaner.errors import EngineError, SettingsError
from cleaner.formats.entries import DEEPEST, entries
from cleaner.formats.known import FORMATS
from cleaner.formats.parquet import pyarrow
from cleaner.formats.rows import Fields
from cleaner.settings import Settings


def zipped(members: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def read(data: bytes, name: str = "a.zip") -> list[tuple[str, bytes]]:
    return [(entry.name, entry.stream.read()) for entry in entries(io.BytesIO(data), name)]


def test_archives_inside_archives_have_an_end() -> None:
    data = "書".encode()
    for _ in range(DEEPEST):
        data = zipped([("x", data)])
    assert [text for _, text in read(data)] == ["書".encode()]
    with pytest.raises(ValueError, match="nested more than"):
        read(zipped([("x", data)]))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_come_back_and_names_that_lead_away() -> None:
    found = read(zipped([("a/", b""), ("a/b", b"1"), ("a/b", b"2"), ("../../etc/c", b"3")]))
    names = [name for name, _ in found]
    assert names[:2] == ["a.zip/a/b", "a.zip/a/b~2"]
    assert names[2].startswith("a.zip/") and ".." not in names[2].split("/")
    assert [data for _, data in found] == [b"1", b"2", b"3"]


def test_damaged_archives() -> None:
    whole = zipped([("x", b"0" * 1000)])
    with pytest.raises(ValueError, match=r"^zip: damaged or cut off"):
        read(whole[:-10])
    with pytest.raises((EOFError, OSError)):
        read(gzip.compress(b"0" * 5000)[:-9], "a.gz")


def tarred(names: list[str], size: int) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = size
            archive.addfile(member, io.BytesIO(b"1" * size))
    return out.getvalue()


@pytest.mark.parametrize("size", [0, 1, 511, 512, 2000, 9728, 30_000])
def test_whole_tar_archives(size: int) -> None:
    names = [f"a.tar/{number}" for number in range(25)]
    data = tarred([name.removeprefix("a.tar/") for name in names], size)
    assert read(data, "a.tar") == [(name, b"1" * size) for name in names]


@pytest.mark.parametrize("size", [0, 2000, 30_000])
def test_tar_archives_that_are_cut_off_or_damaged(size: int) -> None:
    """Wherever it happens: the library itself is silent about what is no header after the first."""
    member = 512 + -(-size // 512) * 512
    data = tarred(["one", "two", "three"], size)
    for cut in {member - 1, member, member + 100, 2 * member, 2 * member + 511, 3 * member}:
        with pytest.raises((ValueError, EOFError), match=r"tar: |end"):
            read(data[:cut], "a.tar")
    damaged = bytearray(data)
    damaged[2 * member + 150] ^= 0xFF  # in the sum of a header
    with pytest.raises(ValueError, match=f"tar: damaged or cut off at byte {2 * member}"):
        read(bytes(damaged), "a.tar")


def test_a_member_under_a_password() -> None:
    data = bytearray(zipped([("x", b"12345")]))
    data[6] |= 1  # of the member
    data[data.index(b"PK\1\2") + 8] |= 1  # and of the directory
    with pytest.raises(ValueError, match=r"^zip: .*encrypted"):
        read(bytes(data))


def _fsspec() -> object:
    return plan._fsspec()


def _warc() -> object:
    return next(iter(FORMATS["warc"].blocks(io.BytesIO(b"WARC/1.0"), Fields("text", None))))


@pytest.mark.parametrize(
    ("package", "use"),
    [("pyarrow.parquet", pyarrow), ("fastwarc.warc", _warc), ("fsspec", _fsspec)],
)
def test_packages_that_are_not_there(
    package: str, use: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(EngineError, match="pip install 'zhclean"):
        use()


def test_remote_paths() -> None:
    memory = pytest.importorskip("fsspec").filesystem("memory")
    memory.pipe("/zhclean/a/1.txt", b"1")
    memory.pipe("/zhclean/a/2.txt", b"2")

    def found(path: str) -> list[str]:
        made = plan.make(Job((path,), "out", Settings()))
        assert not made.missing
        return [source.name for source in made.sources]

    assert found("memory://zhclean/a") == ["1.txt", "2.txt"]
    assert found("memory://zhclean/a/*.txt") == ["1.txt", "2.txt"]
    assert found("memory://zhclean/a/2.txt") == ["2.txt"]
    missing = plan.make(Job(("memory://zhclean/b",), "out", Settings())).missing
    assert missing == [("memory://zhclean/b", "nothing there")]
    with pytest.raises(SettingsError, match="nosuch"):
        plan.make(Job(("nosuch://x",), "out", Settings()))


def parquet(**columns: list[object]) -> BinaryIO:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet

    out = io.BytesIO()
    pyarrow.parquet.write_table(pa.table(columns), out)
    out.seek(0)
    return out


def test_tables_without_text() -> None:
    fields = Fields("text", None)
    form = FORMATS["parquet"]
    with pytest.raises(ValueError, match="no column 'text'"):
        list(form.blocks(parquet(body=["x"]), fields))


def test_rows_that_are_no_rows() -> None:
    form = FORMATS["csv"]
    fields = Fields("text", None)
    with pytest.raises(ValueError, match="no column 'text'"):
        list(form.blocks(io.BytesIO(b"a,b\n1,2\n"), fields))
    ((block, _),) = form.blocks(io.BytesIO(b"a,text\n1\n2,\xe6\x9b\xb8\n3,\xff\n"), fields)
    rows = list(form.rows(block, 0, fields))
    assert rows[0].fault == "1 cells of 2"
    assert rows[1].data == "書"
    assert rows[2].data == b"\xff"
    large = b'text\n"' + b"0" * (17 << 20) + b'"\n'
    with pytest.raises(ValueError, match=r"^csv: "):
        list(form.blocks(io.BytesIO(large), fields))


def test_a_blank_line_is_no_row() -> None:
    form = FORMATS["csv"]
    [(block, count)] = form.blocks(
        io.BytesIO("\nn,text\r\n1,書\r\n\r\n2,畫\r\n".encode()), Fields()
    )
    assert count == 2
    assert [row.data for row in form.rows(block, 1, Fields())] == ["書", "畫"]


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_quotation_mark_that_is_not_closed_swallows_no_rows_unsaid(end: str) -> None:
    data = f'n,text\n1,"書"\n2,"畫\n3,琴\n4,棋{end}'.encode()
    blocks = FORMATS["csv"].blocks(io.BytesIO(data), Fields())
    assert next(blocks)[1] == 1
    with pytest.raises(ValueError, match=r"^csv: a quotation mark in row 2 is not closed"):
        next(blocks)


def test_zstd_that_is_cut_off_anywhere() -> None:
    zstandard = pytest.importorskip("zstandard")
    from cleaner.batch.plan import reading_errors

    text = "".join(f"第{number}行。" for number in range(300)).encode()
    data = zstandard.compress(text)
    assert read(data + data, "a.zst") == [("a", text + text)]
    for cut in range(4, len(data)):
        with pytest.raises(reading_errors()):
            read(data + data[:cut], "a.zst")


@pytest.mark.parametrize("cut", [1, 5, 20, 40, 56, 60, 65, 70, 90, 138])
def test_a_web_archive_that_is_cut_off_says_so(cut: int) -> None:
    pytest.importorskip("fastwarc")
    body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>書</p>".encode()
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
    record = head + b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
    data = record + b"\r\n\r\n" + record
    whole = FORMATS["warc"].blocks(io.BytesIO(data), Fields())
    assert [count for _, count in whole] == [2]
    damaged = FORMATS["warc"].blocks(io.BytesIO(data[:-cut]), Fields())
    assert next(damaged)[1] == 1  # what came before is there
    with pytest.raises((EOFError, OSError)):
        next(damaged)
