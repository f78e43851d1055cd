"""What a careful user tries: inputs that are no files, rows without text, two runs at once."""

from __future__ import annotations

import contextlib
import fcntl
import gzip
import importlib
import io
import json
import os
import tarfile
from pathlib import Path
from typing import Any

import pytest

from cleaner.batch import plan
from cleaner.batch.job import Job
from cleaner.batch.units import Part, Unit
from cleaner.batch.work import Worker
from cleaner.formats.known import FORMATS
from cleaner.formats.pages import Pages
from cleaner.settings import Settings
from tests.batch.test_batch import manifest, run

parquet = pytest.importorskip("pyarrow.parquet")
pyarrow = pytest.importorskip("pyarrow")

TEXT = "國家知識產權局公佈了試點城市名單，黃石榜上有名。"


@pytest.mark.parametrize("shape", ["text", "jsonl"])
def test_an_input_is_not_written_over(tmp_path: Path, shape: str) -> None:
    page = tmp_path / "a.txt"
    page.write_text(TEXT)
    form = ["--format", shape]
    assert "the same folder" in run("-o", f"{tmp_path}/", *form, tmp_path, status=2)
    link = tmp_path / "link"
    link.symlink_to(tmp_path)
    assert "the same folder" in run("-o", link, *form, tmp_path, status=2)
    assert "over itself" in run("-o", f"{tmp_path}/", page, status=2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "link"]
    assert page.read_text() == TEXT


def test_a_folder_may_have_its_output_inside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_text(f"<html><body><p>{TEXT}</p></body></html>")
    for _ in range(2):
        run("-o", f"{tmp_path}/out/", "--force", "-r", tmp_path)
    assert len(manifest(tmp_path / "out")) == 2
    run("-o", f"{tmp_path}/", tmp_path / "b.html")  # which becomes b.html.txt


def test_what_is_left_out_of_a_folder_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT)
    (folder / "deep" / "b.txt").write_text(TEXT)
    (folder / "loop\n").symlink_to(folder)
    os.mkfifo(folder / "fifo")
    said = run("-o", f"{tmp_path}/1/", folder)
    assert f"{folder}/deep: a folder, left out (-r reads it)" in said
    assert f"{folder}/fifo: no file, left out" in said
    said = run("-o", f"{tmp_path}/2/", "-r", folder)
    assert f"{folder}/loop\\x0a: a link to a folder, left out" in said
    assert f"{folder}/fifo: no file, left out" in said
    assert len(manifest(tmp_path / "2")) == 2


def test_a_folder_that_cannot_be_read_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    (folder / "no").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT)
    scandir = os.scandir

    def refuse(path: str) -> Any:  # for whom tests run as root
        if os.fspath(path).endswith("no"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    made = plan.make(Job((str(folder),), str(tmp_path / "out"), Settings(), recursive=True))
    assert [source.name for source in made.sources] == ["a.txt"]
    assert made.missing == [(str(folder / "no"), "Permission denied")]


def test_two_runs_into_one_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    output = tmp_path / "out"
    output.mkdir()
    held = os.open(output, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    for more in ([], ["--force"], ["--resume"]):
        said = run("-o", output, *more, tmp_path / "a.txt", status=2)
        assert said == f"clean: {output}: another run is writing here\n"
    os.close(held)
    run("-o", output, tmp_path / "a.txt")


def test_rows_without_text_stay_and_are_counted(tmp_path: Path) -> None:
    rows = f'{{"n": 1, "text": "{TEXT}"}}\n{{"n": 2.0, "text": null}}\n'
    (tmp_path / "a.jsonl").write_text(rows)
    table = pyarrow.table({"text": [TEXT, None], "n": [1, 2]})
    parquet.write_table(table, tmp_path / "b.parquet")
    inputs = [tmp_path / "a.jsonl", tmp_path / "b.parquet"]
    output = tmp_path / "out"
    run("-o", f"{output}/mirror/", *inputs)
    assert (output / "mirror" / "a.jsonl").read_text().splitlines()[1] == '{"n": 2.0, "text": null}'
    assert parquet.read_table(output / "mirror" / "b.parquet").to_pydict()["text"][1] is None
    summary = json.loads((output / "mirror" / "summary.json").read_text())
    assert summary["documents"] == {"ok": 4}
    assert summary["sums"]["documents_without_text"] == 2
    run("-o", f"{output}/shards/", "--format", "jsonl", *inputs)
    shard = (output / "shards" / "part-00000.jsonl").read_text().splitlines()
    assert [json.loads(line)["text"] is None for line in shard] == [False, True] * 2
    run("-o", f"{output}/tables/", "--format", "parquet", *inputs)
    texts = parquet.read_table(output / "tables" / "part-00000.parquet").to_pydict()["text"]
    assert [text is None for text in texts] == [False, True] * 2
    run("-o", f"{output}/long/", "--min-length", "5", *inputs)
    assert [entry["status"] for entry in manifest(output / "long")] == ["ok", "rejected"] * 2


def test_what_cannot_be_put_together_ends_no_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(Pages):
        def mirror(self, *_: object) -> bytes:
            raise NotImplementedError("no such kernel")

    monkeypatch.setitem(FORMATS, "text", Broken())
    worker = Worker(Job((), str(tmp_path), Settings()))
    part = Part("a.txt", "text", 0, TEXT.encode(), True, True)
    [done] = worker.do(Unit(0, (part,), 0)).parts
    assert [outcome.status for outcome in done.outcomes] == ["failed"]
    assert (done.begins, done.ends, done.before) == (True, True, b"")
    assert "no such kernel" in str(done.outcomes[0].reason)


def test_what_stands_behind_a_compressed_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()) + b"behind")
    said = run("-o", f"{tmp_path}/out/", tmp_path / "a.txt.gz", status=1)
    assert said == "clean: a.txt.gz: gzip: damaged, or something else behind it\n"


@pytest.mark.parametrize(("kind", "suffix"), [("gzip", "gz"), ("bz2", "bz2"), ("lzma", "xz")])
@pytest.mark.parametrize("codec", ["utf-8", "gbk"])
def test_all_rows_before_the_end_of_a_file_that_is_cut_off(
    tmp_path: Path, kind: str, suffix: str, codec: str
) -> None:
    packing = importlib.import_module(kind)
    rows = [f'{{"text": "第{n}行，看着他。", "n": "{n**150}"}}\n' for n in range(4000)]
    data = packing.compress("".join(rows).encode(codec))
    name = f"rows.jsonl.{suffix}"
    (tmp_path / name).write_bytes(data[: len(data) * 3 // 4])
    there = b""
    with packing.open(tmp_path / name) as opened, contextlib.suppress(EOFError):
        while part := opened.read1(64):
            there += part
    whole = there.count(b"\n")
    assert whole > 1500
    said = run("-o", f"{tmp_path}/out/", "--only", "encode", "-j", "1", tmp_path / name, status=1)
    assert f"{name}: cut off: the compressed file has no end; only the first {whole:,} " in said
    assert (tmp_path / "out" / "rows.jsonl").read_text("utf-8").count("\n") == whole


def test_all_rows_before_the_end_of_an_archive_that_is_cut_off(tmp_path: Path) -> None:
    rows = "".join(f'{{"text": "第{number}行。"}}\n' for number in range(30000)).encode()
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w") as archive:
        member = tarfile.TarInfo("in/rows.jsonl")
        member.size = len(rows)
        archive.addfile(member, io.BytesIO(rows))
    (tmp_path / "a.tar").write_bytes(whole.getvalue()[: 512 + len(rows) // 2])
    said = run(
        "-o", f"{tmp_path}/out/", "--only", "encode", "-j", "1", tmp_path / "a.tar", status=1
    )
    assert "a.tar: cut off in the middle of a member; only the first 1" in said
    assert "rows of a.tar/in/rows.jsonl could be read" in said
