"""Folders, archives and tables in; a mirror or shards, a manifest and a summary out."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import sqlite3
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cleaner import clean
from cleaner.batch.exclude import Seen, Signatures
from tests.batch.kill import tree

parquet = pytest.importorskip("pyarrow.parquet")
pyarrow = pytest.importorskip("pyarrow")

TEXT = "第{}篇：國家知識產權局公佈了試點城市名單，黃石榜上有名。"
OPTIONS = ["--isolated", "--no-segment", "-q"]


def cleaned(number: int) -> str:
    return clean(TEXT.format(number), segment=False)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a document in each form."""
    folder = tmp_path_factory.mktemp("corpus")
    text = [TEXT.format(number) for number in range(20)]
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "0.txt").write_text(text[0], "utf-8")
    (folder / "deep" / "1.txt").write_bytes(text[1].encode("big5"))
    (folder / "deep" / "er" / "2.txt").write_bytes(text[2].encode("gb18030"))
    (folder / ".hidden").write_text(text[3])
    (folder / "3.txt.gz").write_bytes(gzip.compress(text[3].encode()))
    (folder / "4.txt.bz2").write_bytes(bz2.compress(text[4].encode()))
    (folder / "5.anything").write_bytes(lzma.compress(text[5].encode()))
    rows = "".join(f'{{"n": 1.50, "text": "{line}", "id": "x"}}\n' for line in text[6:8])
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("6.txt", text[6])
        archive.writestr("../up.txt", text[7])
        archive.writestr("rows.jsonl", rows)
    with tarfile.open(folder / "b.tar.gz", "w:gz") as tar:
        member = tarfile.TarInfo("in/8.txt")
        member.size = len(text[8].encode())
        tar.addfile(member, io.BytesIO(text[8].encode()))
    (folder / "c.jsonl").write_text(rows + '{"broken\n{"other": 1}\n', "utf-8")
    (folder / "d.csv").write_text(f'id,text\n1,"{text[9]}"\n2\n', "utf-8")
    (folder / "e.html").write_text(f"<html><body><p>{text[10]}</p></body></html>", "utf-8")
    parquet.write_table(
        pyarrow.table({"text": text[11:13], "score": [0.5, 1.5]}), folder / "f.parquet"
    )
    return folder


def run(*arguments: str | Path, status: int = 0, stdin: bytes = b"") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "cleaner", *OPTIONS, *map(str, arguments)],
        capture_output=True,
        input=stdin,
        check=False,
        timeout=120,
    )
    assert done.returncode == status, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    return done.stderr.decode()


def manifest(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (output / "manifest.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def mirror(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("out") / "mirror"
    run("-o", f"{output}/", "-r", "-j", "1", corpus, status=1)
    return output


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("0.txt", 0),
        ("deep/1.txt", 1),
        ("deep/er/2.txt", 2),
        ("3.txt", 3),
        ("4.txt", 4),
        ("5.anything", 5),
        ("a.zip/6.txt", 6),
        ("a.zip/up.txt", 7),
        ("b.tar/in/8.txt", 8),
        ("e.html.txt", 10),
    ],
)
def test_pages_of_all_kinds(mirror: Path, name: str, number: int) -> None:
    assert (mirror / name).read_text("utf-8") == cleaned(number) + "\n"


def test_rows_keep_their_other_fields(mirror: Path) -> None:
    expected = "".join(f'{{"n": 1.50, "text": "{cleaned(n)}", "id": "x"}}\n' for n in (6, 7))
    assert (mirror / "c.jsonl").read_text("utf-8") == expected
    assert (mirror / "a.zip" / "rows.jsonl").read_text("utf-8") == expected
    assert (mirror / "d.csv").read_text("utf-8") == f"id,text\n1,{cleaned(9)}\n"
    table = parquet.read_table(mirror / "f.parquet").to_pydict()
    assert table == {"text": [cleaned(11), cleaned(12)], "score": [0.5, 1.5]}


def test_nothing_else_is_written(mirror: Path) -> None:
    assert len(tree(mirror)) == 10 + 4 + 2


def test_the_manifest_has_every_document(mirror: Path) -> None:
    entries = manifest(mirror)
    failed = {entry["input"]: entry["reason"] for entry in entries if entry["status"] == "failed"}
    assert set(failed) == {"c.jsonl#3", "c.jsonl#4", "d.csv#2"}
    assert "--text-field" in failed["c.jsonl#4"]
    page = next(entry for entry in entries if entry["input"] == "deep/1.txt")
    assert (page["encoding"], page["status"], page["output"]) == ("big5", "ok", "deep/1.txt")
    summary = json.loads((mirror / "summary.json").read_text())
    assert summary["documents"] == {"failed": 3, "ok": len(entries) - 3}


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_shards(corpus: Path, tmp_path: Path, form: str) -> None:
    run("-o", f"{tmp_path}/", "-r", "-j", "1", "--format", form, "--counts", corpus, status=1)
    if form == "jsonl":
        lines = (tmp_path / "part-00000.jsonl").read_text().splitlines()
        rows = [json.loads(line) for line in lines]
    else:
        rows = parquet.read_table(tmp_path / "part-00000.parquet").to_pylist()
    assert len(rows) == 17
    assert {row["text"] for row in rows} == {cleaned(number) for number in range(13)}
    row = next(row for row in rows if row["file"] == "c.jsonl")
    fields = row if form == "jsonl" else json.loads(row["fields"])
    assert (fields["n"], fields["id"]) == (1.5, "x")
    assert any("convert" in rule for rule in manifest(tmp_path)[0]["counts"])


def test_any_number_of_jobs_gives_the_same_bytes(
    mirror: Path, corpus: Path, tmp_path: Path
) -> None:
    run("-o", f"{tmp_path}/", "-r", "-j", "3", corpus, status=1)
    assert tree(tmp_path) == tree(mirror)


def test_names_from_standard_input(corpus: Path, tmp_path: Path) -> None:
    names = f"{corpus}/0.txt\0{corpus}/3.txt.gz\0".encode()
    run("-o", f"{tmp_path}/", "--files-from", "-", stdin=names)
    assert {entry["input"] for entry in manifest(tmp_path)} == {"0.txt", "3.txt"}


def test_folders_inside_folders_only_if_asked(corpus: Path, tmp_path: Path) -> None:
    said = run("-o", f"{tmp_path}/", "-j", "1", corpus, status=1)
    assert "deep: a folder, left out (-r reads it)" in said
    assert not (tmp_path / "deep").exists()


def test_exclusions_and_quarantine(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, text in {
        "1.txt": TEXT.format(1) * 3,
        "2-again.txt": TEXT.format(1) * 3,
        "3-short.txt": "太短",
        "4-english.txt": "The quick brown fox jumps over the lazy dog. " * 9,
        "5-japanese.txt": "これは日本語の文章です。中国語ではありません。" * 9,
    }.items():
        (pages / name).write_text(text, "utf-8")
    options = ["--dedup", "exact", "--min-length", "9", "--min-han", "0.3", "--language", "zh"]
    aside = tmp_path / "aside"
    run("-o", f"{tmp_path}/out/", "--quarantine", aside, *options, "-j", "1", pages)
    reasons = {entry["input"]: entry.get("reason") for entry in manifest(tmp_path / "out")}
    assert reasons == {
        "1.txt": None,
        "2-again.txt": "dedup-exact",
        "3-short.txt": "min-length",
        "4-english.txt": "min-han",
        "5-japanese.txt": "language",
    }
    assert sorted(path.name for path in aside.iterdir()) == sorted(reasons)[1:]
    assert (aside / "3-short.txt").read_text() == "太短"
    assert not (tmp_path / "out" / "3-short.txt").exists()
    summary = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert summary["reasons"]["dedup-exact"] == 1


def test_what_is_no_text_fails_and_is_set_aside(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    picture = b"\xff\xd8\xff\xe0" + bytes(range(256))
    (pages / "1.jpg").write_bytes(picture)
    (pages / "2.json").write_text('[\n {"text": "茶"}\n]\n', "utf-8")
    (pages / "3.csv").write_text("a,b\n1,2\n", "utf-8")
    aside = tmp_path / "aside"
    said = run("-o", f"{tmp_path}/out/", "--quarantine", aside, "-j", "1", pages, status=1)
    assert "1.jpg: a JPEG picture, not text" in said
    assert "no column 'text' (--text-field); there are a, b" in said
    assert (aside / "1.jpg").read_bytes() == picture
    assert "2.json: JSON, not text (jq -c makes lines of it" in said
    assert sorted(path.name for path in aside.iterdir()) == ["1.jpg", "2.json"]
    run("-o", f"{tmp_path}/asked/", "--input", "text", "-j", "1", pages)
    assert (tmp_path / "asked" / "1.jpg").exists()


def test_of_many_failures_some_are_said(tmp_path: Path) -> None:
    rows = "".join(f'{{"field{number}": "x"}}\n' for number in range(300))
    (tmp_path / "a.jsonl").write_text(rows, "utf-8")
    said = run("-o", f"{tmp_path}/out/", "-j", "1", tmp_path / "a.jsonl", status=1)
    assert said.count("no text in the field") == 100
    assert "more than 100 failures: see the manifest for the others" in said
    assert said.count("\n") < 110


def test_rows_that_fail_alike_do_not_hide_other_failures(tmp_path: Path) -> None:
    for name in "ac":
        (tmp_path / f"{name}.jsonl").write_text('{"body": "x"}\n' * 300, "utf-8")
    (tmp_path / "b.bin").write_bytes(bytes(range(32)) * 9)
    said = run("-o", f"{tmp_path}/out/", "-j", "1", tmp_path, status=1).splitlines()
    why = "no text in the field 'text' (--text-field); there are body"
    assert said == [
        *[f"clean: a.jsonl#{row}: {why}" for row in (1, 2, 3)],
        "clean: a.jsonl: more rows for the same reason: see the manifest",
        "clean: b.bin: binary data, not text (--input text reads it all the same)",
        *[f"clean: c.jsonl#{row}: {why}" for row in (1, 2, 3)],
        "clean: c.jsonl: more rows for the same reason: see the manifest",
    ]
    assert len(manifest(tmp_path / "out")) == 601


def test_utf_16_without_a_mark_is_no_binary_data(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Readme\n第一行，我们看着他。\n".encode("utf-16-le"))
    run("-o", f"{tmp_path}/out/", "-j", "1", tmp_path / "a.txt")
    assert "第一行" in (tmp_path / "out" / "a.txt").read_text("utf-8")


def test_names_that_utf_8_does_not_have_in_parquet(tmp_path: Path) -> None:
    page = os.fsencode(tmp_path) + b"/a\xff.txt"
    try:
        with open(page, "wb") as file:
            file.write(TEXT.format(0).encode())
    except OSError:
        pytest.skip("the file system has no such names")
    (tmp_path / "b.jsonl").write_text('{"id": "\\ud800", "text": "x"}\n')
    names = ("--format", "parquet", "--id-field", "id")
    run("-o", f"{tmp_path}/out/", "-j", "1", *names, os.fsdecode(page), tmp_path / "b.jsonl")
    rows = parquet.read_table(tmp_path / "out" / "part-00000.parquet").to_pylist()
    assert [(row["file"], row["row"]) for row in rows] == [
        ("a\ufffd.txt", None),
        ("b.jsonl", "\ufffd"),
    ]


def test_near_duplicates(tmp_path: Path) -> None:
    pytest.importorskip("datasketch")
    signatures = Signatures("near")
    seen = Seen(str(tmp_path / "seen"), "near", 0)
    page = "".join(TEXT.format(number * 7919) for number in range(40))
    other = "".join(
        f"今年{number}月的天氣比去年好，農民種的稻子收成{number}成。" for number in range(60)
    )

    def again(text: str) -> bool:
        key = signatures.of(text)
        assert key is not None
        return seen.again(key, 0)

    assert not again(page)
    assert again(page.replace("黃石", "武漢", 2))
    assert not again(other)
    seen.commit()
    seen.close()
    assert sqlite3.connect(tmp_path / "seen").execute("SELECT count(*) FROM document").fetchone()[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-j", "2", "x"], "--jobs goes with -o DIR/"),
        (["--format", "parquet", "x"], "--format parquet goes with -o DIR/"),
        (["--input", "csv", "x"], "--input csv goes with -o DIR/"),
        (["-o", "out", "-r", "x"], "-o DIR/, not -o out (the slash makes it a folder)"),
        (["-o", "out/", "--format", "jsonl", "--shard-size", "0", "x"], "at least 1 byte, not 0"),
        (["-o", "out/", "--detect", "x"], "--detect does not go with -o DIR"),
        (["-o", "out/", "--report", "r.html", "x"], "--report does not go with -o DIR"),
        (["-o", "out/", "--replay", "p", "x"], "--replay does not go with -o DIR"),
        (["-o", "out/", "--learn-chrome", "x"], "--learn-chrome does not go with -o DIR"),
        (["-o", "out/", "--index", "i", "x"], "--index does not go with -o DIR"),
        (["-o", "out/"], "-o DIR needs names"),
        (["-o", "out/", "--shard-size", "1M", "x"], "--shard-size goes with"),
    ],
)
def test_options_that_do_not_fit(arguments: list[str], said: str) -> None:
    assert said in run(*arguments, status=2)


def test_missing_inputs_are_reported_and_the_rest_goes_on(corpus: Path, tmp_path: Path) -> None:
    said = run("-o", f"{tmp_path}/", "-j", "1", tmp_path / "none", corpus / "0.txt", status=1)
    assert "none: No such file" in said
    assert (tmp_path / "0.txt").exists()


def test_a_link_to_nowhere_is_reported(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("gone.txt", "deep/gone.txt"):
        (tmp_path / "in" / name).symlink_to("/nonexistent/page.txt")
    said = run("-o", f"{tmp_path}/out/", "-j", "1", "-r", tmp_path / "in", status=1)
    assert said.count("gone.txt: No such file") == 2


def test_no_output_replaces_another(tmp_path: Path) -> None:
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.txt").write_text(TEXT.format(0))
    (place / "a.txt.gz").write_bytes(gzip.compress(TEXT.format(1).encode()))
    (place / "a.txt.xz").write_bytes(lzma.compress(TEXT.format(2).encode()))
    (place / "b.html").write_text(f"<html><body><p>{TEXT.format(3)}</p></body></html>")
    (place / "b.html.txt").write_text(TEXT.format(4))
    with zipfile.ZipFile(place / "c.zip", "w") as archive:
        archive.writestr("d.txt", TEXT.format(5))
        archive.writestr("d.txt.gz", gzip.compress(TEXT.format(6).encode()))
    with (
        tarfile.open(place / "e.tar", "w") as tar,
        tarfile.open(place / "e.tar.gz", "w:gz") as zipped,
    ):
        for number, target in ((7, tar), (8, zipped)):
            data = TEXT.format(number).encode()
            member = tarfile.TarInfo("f.txt")
            member.size = len(data)
            target.addfile(member, io.BytesIO(data))
    (place / "manifest.jsonl").write_text(json.dumps({"text": TEXT.format(9)}) + "\n")
    run("-o", f"{tmp_path}/out/", "-j", "1", "-r", place)
    outputs = [entry["output"] for entry in manifest(tmp_path / "out")]
    assert len(outputs) == len(set(outputs)) == 10
    texts = [(tmp_path / "out" / name).read_text() for name in outputs]
    assert all(any(cleaned(number) in text for text in texts) for number in range(10))


def test_warnings_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.format(0).encode() + b"\xff\xfe\n")
    options = [option for option in OPTIONS if option != "-q"]
    command = [sys.executable, "-m", "cleaner", *options, "-o", f"{tmp_path}/out/", "-j", "1"]
    done = subprocess.run(
        [*command, str(tmp_path / "a.txt")], check=True, capture_output=True, text=True
    )
    assert "warnings for 1 of them: see the manifest" in done.stderr


def test_two_inputs_of_one_name(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_text("别的")
    said = run("-o", f"{tmp_path}/out/", tmp_path / "0.txt", corpus / "0.txt", status=2)
    assert "would both become 0.txt" in said


def test_remote_paths(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "0.txt").write_text(TEXT.format(0))
    run("-o", f"{tmp_path}/out/", "-j", "1", f"local://{tmp_path}/in")
    assert (tmp_path / "out" / "0.txt").read_text() == cleaned(0) + "\n"


def test_a_pipe_as_input(tmp_path: Path) -> None:
    pipe = tmp_path / "rows"
    os.mkfifo(pipe)
    row = json.dumps({"text": TEXT.format(1)}, ensure_ascii=False) + "\n"
    writer = subprocess.Popen(["sh", "-c", 'printf %s "$1" > "$2"', "sh", row * 3, str(pipe)])
    run("-o", f"{tmp_path}/out/", "-j", "1", "--format", "jsonl", pipe)
    writer.wait()
    assert len((tmp_path / "out" / "part-00000.jsonl").read_text().splitlines()) == 3
