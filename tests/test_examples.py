"""The recipes of examples/ run and do what they say."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
GOLDEN = Path(__file__).resolve().parent / "golden"
NAMES = ("cn_news.txt", "hk_news.txt", "table.txt", "tw_news.txt")


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, str(EXAMPLES / script), *arguments],
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name in NAMES:
        shutil.copy(GOLDEN / name, folder / name)
    return folder


def test_corpus_writes_a_record_a_page(folder: Path) -> None:
    done = run("corpus.py", str(folder))
    assert (done.returncode, done.stderr) == (0, b"")
    records = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert [record["id"] for record in records] == list(NAMES)
    found = {record["id"]: record for record in records}
    assert "甘蔗图书馆" in found["tw_news.txt"]["text"]
    assert "gb" in found["cn_news.txt"]["encoding"].lower()
    assert found["tw_news.txt"]["metadata"]["title"] == "老糖厂变身图书馆，假日涌入上千人潮"


def test_corpus_writes_nothing_for_an_empty_folder(tmp_path: Path) -> None:
    assert run("corpus.py", str(tmp_path)).stdout == b""


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("圖書館", {"tw_news.txt"}),
        ("图书馆", {"tw_news.txt"}),
        ("分館", {"table.txt"}),
        ("白鷺", {"hk_news.txt"}),
        ("图书馆 糖厂", {"tw_news.txt"}),
        ("火山", set()),
        ('"', set()),
    ],
)
def test_search_finds_pages_of_either_script(folder: Path, query: str, names: set[str]) -> None:
    done = run("fts5.py", query, *(str(folder / name) for name in NAMES))
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode("utf-8").splitlines()
    assert {line.split("\t")[0] for line in lines} == names
    assert all("[" in line and "]" in line for line in lines)


@pytest.mark.parametrize("script", ["corpus.py", "fts5.py"])
def test_usage_is_one_line(script: str) -> None:
    done = run(script)
    assert done.returncode == 1
    assert done.stderr.startswith(b"usage: ")
    assert done.stderr.count(b"\n") == 1


def test_what_is_not_there_is_said_in_a_line(tmp_path: Path) -> None:
    for script, arguments in (("corpus.py", ["nowhere"]), ("fts5.py", ["茶", "nowhere"])):
        done = run(script, *arguments)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.count(b"\n") == 1
