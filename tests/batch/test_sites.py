"""Furniture of sites, learnt by a batch before it cleans."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from cleaner import Cleaner, Settings
from cleaner.batch.job import Job
from cleaner.batch.run import run
from cleaner.batch.sites import Page, Sites, file_of, site_of
from cleaner.batch.units import Part
from cleaner.errors import OutputError, SettingsError
from cleaner.filters.chrome.furniture import Mark
from cleaner.formats.rows import Row
from cleaner.frozen import replace
from tests.batch import kill
from tests.filters.test_chrome_furniture import CLOSING, PAGES, QUOTED

FURNITURE = "往下拉还有好故事"
SETTINGS = Settings(segment=False)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a folder with a site, a site of other pages, and a table of both by URL."""
    folder = tmp_path / "corpus"
    (folder / "qingya").mkdir(parents=True)
    (folder / "other").mkdir()
    rows = []
    for number, page in enumerate(PAGES):
        (folder / "qingya" / f"{number}.txt").write_text(page, "utf-8")
        other = page.replace("青崖", "白川").replace(FURNITURE, f"下面第{number}张图拍得最好")
        (folder / "other" / f"{number}.txt").write_text(other, "utf-8")
        rows.append(json.dumps({"url": f"https://www.qingya.cn/{number}", "text": page}))
        rows.append(json.dumps({"url": f"http://baichuan.cn:80/{number}", "text": other}))
    (folder / "pages.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    return folder


def job(corpus: Path, **more: Any) -> Job:
    values: dict[str, Any] = {"recursive": True, "site_chrome": True, "verbosity": -1, **more}
    return Job((str(corpus),), str(corpus.parent / "out"), SETTINGS, **values)


def outputs(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in kill.tree(folder).items() if ".zhclean" not in name}


def test_furniture_goes_and_what_many_pages_quote_stays(corpus: Path) -> None:
    assert run(job(corpus), print) == 0
    out = corpus.parent / "out"
    for number in range(len(PAGES)):
        text = (out / "qingya" / f"{number}.txt").read_text("utf-8")
        assert FURNITURE not in text
        assert QUOTED in text
        assert CLOSING in text
        assert f"下面第{number}张图拍得最好" in (out / "other" / f"{number}.txt").read_text("utf-8")
    assert {path.name for path in (out / "site-chrome").iterdir()} == {
        "qingya.chrome",
        "other.chrome",
        "qingya.cn.chrome",
        "baichuan.cn.chrome",
    }
    texts = [json.loads(line)["text"] for line in (out / "pages.jsonl").read_text().splitlines()]
    assert [FURNITURE in text for text in texts] == [False] * len(texts)


def test_a_page_alone_with_what_was_learnt_is_the_same(corpus: Path) -> None:
    assert run(job(corpus), print) == 0
    out = corpus.parent / "out"
    alone = Cleaner(SETTINGS, dictionary=str(out / "site-chrome" / "qingya.chrome"))
    page = (corpus / "qingya" / "3.txt").read_bytes()
    assert alone.clean(page) + "\n" == (out / "qingya" / "3.txt").read_text("utf-8")


def test_two_workers_write_the_same(corpus: Path) -> None:
    assert run(job(corpus), print) == 0
    one = outputs(corpus.parent / "out")
    assert run(job(corpus, jobs=2, force=True), print) == 0
    assert outputs(corpus.parent / "out") == one


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")
@pytest.mark.parametrize("at", [6, 14, 22, 40])
def test_killed_while_it_learns_or_cleans(
    corpus: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cleaner.batch.units.BLOCK", 2000)
    monkeypatch.setattr("cleaner.formats.rows.lines_of.__defaults__", (2000,))
    assert run(job(corpus), print) == 0
    whole = outputs(corpus.parent / "out")
    task = job(corpus, force=True)
    assert kill.killed(task, at, corpus.parent / "log") == 137
    again = job(corpus, resume=True)
    assert kill.killed(again, None, corpus.parent / "log") == 0
    assert outputs(corpus.parent / "out") == whole


def test_documents_that_fail_are_no_end(corpus: Path) -> None:
    (corpus / "qingya" / "bad.txt").write_bytes(b"\xff\xff" + PAGES[0].encode())
    (corpus / os.fsdecode(b"\xff")).mkdir()
    (corpus / os.fsdecode(b"\xff") / "0.txt").write_text(PAGES[0], "utf-8")
    strict = Job(**{**job(corpus).__getstate__(), "settings": replace(SETTINGS, errors="strict")})
    said: list[str] = []
    assert run(strict, said.append) == 1
    assert [line.partition(":")[0] for line in said if "bad" in line] == ["qingya/bad.txt"]
    assert FURNITURE not in (corpus.parent / "out" / "qingya" / "1.txt").read_text("utf-8")


def test_a_full_disk_while_it_learns(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Sites, "add", full)
    with pytest.raises(OutputError, match="disk is full"):
        run(job(corpus), print)
    monkeypatch.undo()
    assert run(job(corpus, resume=True), print) == 0


def test_an_input_that_can_be_read_once_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    task = Job((str(tmp_path / "pipe"),), str(tmp_path / "out"), SETTINGS, site_chrome=True)
    with pytest.raises(SettingsError, match="reads inputs twice"):
        run(task, print)


@pytest.mark.parametrize(
    ("source", "form", "fields", "site"),
    [
        ("a/b/c.txt", "text", {}, "a/b"),
        ("c.txt", "text", {}, ""),
        ("a.zip/c.txt", "text", {}, "a.zip"),
        ("rows.jsonl", "jsonl", {"url": "https://www.Example.com:8080/x"}, "example.com"),
        ("rows.jsonl", "jsonl", {"url": "http://[broken/"}, "rows.jsonl"),
        ("rows.jsonl", "jsonl", {"url": None}, "rows.jsonl"),
        ("a\udcff/c.txt", "text", {}, "a\ufffd\ufffd\ufffd"),
        ("rows.jsonl", "jsonl", {"url": "http://\ud83d/"}, "\ufffd\ufffd\ufffd"),
        ("crawl.warc.gz", "warc", {"url": "http://例子.中国/a"}, "例子.中国"),
    ],
)
def test_the_site_of_a_document(source: str, form: str, fields: dict[str, Any], site: str) -> None:
    part = Part(source, form, 0, b"", True, True)
    assert site_of(part, Row("1", fields=fields)) == site


def test_each_site_has_a_file_of_its_own() -> None:
    names = ["", "top", "a/b", "a%2Fb", ".", "..", ".hidden", "例子.中国", "a" * 300]
    files = [file_of(name) for name in names]
    assert len(set(files)) == len(names)
    assert files[0] == "top.chrome"
    assert all("/" not in name and name[0] != "." and len(name.encode()) < 256 for name in files)


def test_rare_lines_are_forgotten_before_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cleaner.batch.sites._MOST", 1 << 17)
    sites = Sites(str(tmp_path / "sites.sqlite"))
    for unit in range(60):
        mark = Mark(False, False, False, "navigation")
        marks = {f"第{unit}页第{line}行": mark for line in range(60)}
        marks["山城早报"] = mark
        sites.add([Page("a", marks)], unit + 1)
    assert sites._size() <= 1 << 17
    assert sites.units == 60
    assert sites.write(tmp_path / "learnt") == 1
    assert "山城早报" in (tmp_path / "learnt" / "a.chrome").read_text("utf-8")
    sites.close()
