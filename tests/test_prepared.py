"""Tables made beforehand are those that would be made, or are made anew."""

from __future__ import annotations

import marshal
from pathlib import Path
from typing import Any

import pytest

from cleaner import prepared
from cleaner.filters.chrome import index
from cleaner.filters.decode import suspects
from cleaner.filters.repair import evidence

SOURCES = ("chrome/cues.tsv", "prepared.py")


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "prepared.bin"
    monkeypatch.setattr(prepared, "FILE", str(path))
    prepared._read.cache_clear()
    return path


def write(path: Path, content: bytes, value: Any) -> None:
    tables = {"before": (b"", b"no table"), "name": (content, marshal.dumps(value))}
    path.write_bytes(prepared.write(tables))
    prepared._read.cache_clear()


def test_a_table_is_read_when_its_sources_are_what_they_were(table: Path) -> None:
    write(table, prepared._hash(SOURCES), "read")
    assert prepared.prepared("name", lambda: "made", SOURCES) == "read"
    assert prepared.prepared("other", lambda: "made", SOURCES) == "made"


def test_a_table_is_made_when_they_are_not_or_there_is_none(table: Path) -> None:
    assert prepared.prepared("name", lambda: "made", SOURCES) == "made"
    write(table, prepared._hash(SOURCES)[1:], "read")
    assert prepared.prepared("name", lambda: "made", SOURCES) == "made"


def test_every_source_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.py").write_text("1")
    monkeypatch.setattr(prepared, "_PACKAGE", str(tmp_path))
    prepared._content.cache_clear()
    before = prepared._hash(("a.py", "b.py"))
    (tmp_path / "a.py").write_text("2")
    prepared._content.cache_clear()
    assert prepared._hash(("a.py", "b.py")) != before


def test_making_writes_it_down(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[str, tuple[bytes, bytes]] = {}
    monkeypatch.setattr(prepared, "making", made)
    assert prepared.prepared("name", lambda: (1, "2"), SOURCES) == (1, "2")
    assert made == {"name": (prepared._hash(SOURCES), marshal.dumps((1, "2"), prepared.MARSHAL))}


@pytest.mark.parametrize(
    ("name", "make", "sources"),
    [
        ("chrome", index._raw, index._SOURCES),
        ("repair", evidence._all, evidence._SOURCES),
        ("decode", suspects._code, suspects._SOURCES),
    ],
)
def test_the_shipped_tables(name: str, make: Any, sources: tuple[str, ...]) -> None:
    """When this fails: python -m cleaner.beforehand tests/golden/*.txt."""
    assert prepared.prepared(name, dict, sources) == make()
