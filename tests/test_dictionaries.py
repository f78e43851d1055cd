"""Dictionaries: reading, layering, faults; and that the shipped ones keep the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import dictionaries
from cleaner.errors import DictionaryError

SHIPPED = sorted(path for path in dictionaries.root().rglob("*") if path.is_file())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
class TestShipped:
    def test_header(self, path: Path) -> None:
        header = [line for line in path.read_text("utf-8").split("\n") if line.startswith("#")]
        for field in ("# format:", "# source:", "# licence:"):
            assert any(line.startswith(field) for line in header), f"{path.name} lacks {field}"

    def test_sorted_unique_and_even(self, path: Path) -> None:
        rows = [line.split("\t") for _, line in dictionaries.lines(path)]
        keys = [row[0] for row in rows]
        assert keys == sorted(set(keys))
        assert len({len(row) for row in rows}) <= 1

    def test_plain_text(self, path: Path) -> None:
        text = path.read_bytes().decode("utf-8")
        assert text.endswith("\n")
        assert "\r" not in text
        assert not any(line != line.rstrip(" ") for line in text.split("\n"))
        assert "gpl" not in text.lower()


def test_there_are_dictionaries() -> None:
    assert {path.parent.name for path in SHIPPED} >= {"chrome", "conversion", "repair"}


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root of dictionaries of our own, and a user's folder beside it."""
    monkeypatch.setattr(dictionaries, "_root", lambda: str(tmp_path / "root"))
    dictionaries.rows.cache_clear()
    for name in ("root", "user"):
        (tmp_path / name / "x").mkdir(parents=True)
    (tmp_path / "root" / "x" / "d.tsv").write_text("# h\na\t1\n\nb\t2\n", "utf-8")
    return tmp_path


def test_rows(shelf: Path) -> None:
    assert dictionaries.rows("x/d.tsv", 2) == (("a", "1"), ("b", "2"))


def test_a_users_rows_count(shelf: Path) -> None:
    user = shelf / "user"
    (user / "x" / "d.tsv").write_bytes("\ufeff# mine\r\nb\t3\r\nc\t4\r\n".encode())
    merged = dictionaries.rows("x/d.tsv", 2, (str(user),))
    assert merged == (("a", "1"), ("b", "3"), ("c", "4"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a\t1\nb\n", r"d.tsv:2: expected 2 cells"),
        (b"a\t1\n\tx\n", r"d.tsv:2: expected 2 cells"),
        (b"# h\n\xff\xfe\t1\n", r"d.tsv:2: not UTF-8"),
    ],
)
def test_faults_name_file_and_line(shelf: Path, data: bytes, message: str) -> None:
    (shelf / "user" / "x" / "d.tsv").write_bytes(data)
    with pytest.raises(DictionaryError, match=message):
        dictionaries.rows("x/d.tsv", 2, (str(shelf / "user"),))


def test_a_fault_of_a_row_names_the_last_file_that_has_it(shelf: Path) -> None:
    path = shelf / "user" / "x" / "d.tsv"
    path.write_text("# mine\nb\t9\n", "utf-8")
    folders = (str(shelf / "user"),)
    assert str(dictionaries.wrong("x/d.tsv", "b", "no", folders)) == f"{path}:2: no"
    shipped = str(dictionaries.wrong("x/d.tsv", "a", "no", folders))
    assert shipped.endswith("x/d.tsv:2: no")
    assert str(dictionaries.wrong("x/d.tsv", "z", "no", folders)) == "x/d.tsv: no"


def test_folders_are_checked(shelf: Path) -> None:
    dictionaries.check_folders([str(shelf / "user")])
    with pytest.raises(DictionaryError, match="no such folder"):
        dictionaries.check_folders([str(shelf / "none")])
    (shelf / "user" / "x" / "typo.tsv").write_text("a\t1\n", "utf-8")
    with pytest.raises(
        DictionaryError, match=r"no dictionary is called x/typo.tsv; known: x/d.tsv"
    ):
        dictionaries.check_folders([str(shelf / "user")])
