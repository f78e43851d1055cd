"""The recipes for search engines and crawlers find, highlight and clean with the real thing."""

from __future__ import annotations

import importlib.util
import json
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"
NAMES = ("cn_news", "hk_news", "table", "tw_news")
PAGES = [ROOT / "tests" / "golden" / f"{name}.txt" for name in NAMES]
# Query, pages that have it, and the original text that an excerpt marks.
FOUND = [
    ("圖書館", {"tw_news.txt"}, "[圖書館]"),
    ("图书馆", {"tw_news.txt"}, "[圖書館]"),
    ("分館", {"table.txt"}, "[分馆]"),
    ("圖書", {"table.txt", "tw_news.txt"}, "["),
    ("白鷺", {"hk_news.txt"}, "[白鷺]"),
    ("图书馆 糖厂", {"tw_news.txt"}, "[糖廠]"),
    ("白鷺 海濱", {"hk_news.txt"}, "["),
    ("火山", set(), ""),
    ("'\"\\", set(), ""),
]


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tantivy() -> tuple[ModuleType, Any]:
    pytest.importorskip("tantivy")
    recipe = load("tantivy_search")
    return recipe, recipe.index(PAGES)


class TestTantivy:
    @pytest.mark.parametrize(("query", "names", "marked"), FOUND)
    def test_finds(
        self, tantivy: tuple[ModuleType, Any], query: str, names: set[str], marked: str
    ) -> None:
        recipe, index = tantivy
        found = dict(recipe.search(index, query))
        assert set(found) == names
        assert all(marked in excerpt for excerpt in found.values())


class TestFts5:
    @pytest.mark.parametrize(("query", "names", "marked"), FOUND)
    def test_finds(self, query: str, names: set[str], marked: str) -> None:
        recipe = load("fts5")
        database = recipe.index(PAGES)
        found = dict(recipe.search(database, query))
        database.close()
        assert set(found) == names
        assert all(marked in excerpt for excerpt in found.values())


@dataclass
class Server:
    """A PostgreSQL server of our own, in a folder of its own, reached by a socket there."""

    folder: str

    def psql(self, statements: str) -> str:
        done = subprocess.run(
            ["psql", "-h", self.folder, "-U", "postgres", "-d", "postgres", "-qAt",
             "-v", "ON_ERROR_STOP=1"],
            input=statements.encode(), capture_output=True, check=True,
        )  # fmt: skip
        return done.stdout.decode()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = str(found[-1]) if found else shutil.which("initdb")
    if initdb is None or shutil.which("psql") is None:
        pytest.skip("no PostgreSQL is installed")
    folder = tempfile.mkdtemp(prefix="pg")
    prefix: list[str] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        try:
            owner = pwd.getpwnam("postgres")
        except KeyError:
            pytest.skip("no user for PostgreSQL")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        os.chmod(folder, 0o711)  # noqa: S103 - others reach the socket
        prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    data = f"{folder}/data"
    control = [*prefix, str(Path(initdb).with_name("pg_ctl")), "-D", data, "-w", "-s"]
    run = {"cwd": folder, "check": True, "stdout": subprocess.DEVNULL}
    try:
        subprocess.run(
            [*prefix, initdb, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
             "--locale=C", "--no-sync"],
            **run,  # type: ignore[call-overload]
        )  # fmt: skip
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        subprocess.run(
            [*control, "-l", f"{folder}/log", "-o", options, "start"],
            **run,  # type: ignore[call-overload]
        )
        try:
            server = Server(folder)
            server.psql("".join(load("postgresql").index(PAGES)))
            yield server
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **run)  # type: ignore[call-overload]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class TestPostgresql:
    @pytest.mark.parametrize(("query", "names", "marked"), FOUND)
    def test_finds(self, server: Server, query: str, names: set[str], marked: str) -> None:
        lines = server.psql(load("postgresql").query(query)).splitlines()
        found = [line.split("|")[0] for line in lines if line.split("|")[0].endswith(".txt")]
        assert set(found) == names
        # Of several words the excerpt shows the first.
        assert all("[" in line for line in lines if line.startswith(tuple(found or "?")))
        if " " not in query and marked:
            assert marked in "\n".join(lines)


class TestElasticsearch:
    """The wire format, as the documentation of the bulk interface has it; no server is run."""

    def test_bulk_lines(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "cleaner", "--format", "es-bulk", "--index", "news",
             *map(str, PAGES)],
            capture_output=True, check=True,
        )  # fmt: skip
        assert done.stdout.endswith(b"\n")
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        assert len(lines) == 2 * len(PAGES)
        for path, action, page in zip(PAGES, lines[::2], lines[1::2], strict=True):
            assert action == {"index": {"_index": "news", "_id": str(path)}}
            words = page["text"].split(" ")
            assert len(words) == len(page["starts"]) == len(page["ends"])
            assert page["starts"] == sorted(page["starts"])
            assert page["ends"] == sorted(page["ends"])
            units = page["original"].encode("utf-16-le")
            number = words.index("，")
            start, end = page["starts"][number], page["ends"][number]
            assert units[2 * start : 2 * end].decode("utf-16-le") in "，,"

    def test_requests(self) -> None:
        recipe = load("elasticsearch")
        properties = recipe.mapping()["mappings"]["properties"]
        assert {"text", "parts", "original", "starts", "ends"} <= set(properties)
        body = json.dumps(recipe.query("圖書館 糖廠"), ensure_ascii=False)
        assert "图书馆" in body
        assert "糖厂" in body
        assert recipe.query("，") == {"query": {"match_none": {}}}


class TestScrapy:
    def test_an_item_is_cleaned(self) -> None:
        pytest.importorskip("itemadapter")
        pipeline = load("scrapy_pipeline").CleanPipeline(settings={"segment": False})
        item = {"url": "x", "title": "", "body": PAGES[3].read_bytes()}
        made = pipeline.process_item(item)
        assert made["body"].startswith("老糖厂变身图书馆")
        assert made["title"] == "老糖厂变身图书馆，假日涌入上千人潮"
        assert made["url"] == "x"
        assert pipeline.process_item({"url": "y"}) == {"url": "y"}

    def test_an_item_keeps_to_its_fields(self) -> None:
        pytest.importorskip("itemadapter")

        @dataclass
        class Item:
            body: str
            title: str = ""

        item = Item(PAGES[3].read_text("utf-8"))
        assert load("scrapy_pipeline").CleanPipeline().process_item(item) is item
        assert item.title
        assert vars(item).keys() == {"body", "title"}

    def test_the_settings_of_a_crawler(self) -> None:
        pytest.importorskip("itemadapter")

        class Settings(dict[str, Any]):
            def getdict(self, name: str) -> Any:
                return self.get(name, {})

        class Crawler:
            settings = Settings(CLEAN_FIELD="html", CLEAN_SETTINGS={"segment": False})

        pipeline = load("scrapy_pipeline").CleanPipeline.from_crawler(Crawler())
        assert pipeline.process_item({"html": "我們"}) == {"html": "我们"}
