"""Files cleaned together ahead of their turn: what comes out is what comes out one by one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from cleaner import Cleaner
from cleaner.ahead import FIRST, LARGE, MOST, ROOM, Ahead
from cleaner.core import Result
from tests.conftest import Run

PAGES = sorted((Path(__file__).parent / "golden").rglob("*.txt"))[:24]


class Counting:
    """Stands for what cleans a group; knows the groups it was given."""

    def __init__(self, error: Exception | None = None) -> None:
        self.groups: list[list[bytes]] = []
        self.error = error

    def __call__(self, group: Sequence[bytes]) -> list[Result]:
        self.groups.append([*group])
        if self.error is not None:
            raise self.error
        return [Result(text=data.decode().upper()) for data in group]


def files(folder: Path, *contents: bytes) -> list[str]:
    paths = [folder / f"{number:03}.txt" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return [*map(str, paths)]


@pytest.mark.parametrize("record", [False, True])
def test_documents_together_are_those_one_by_one(record: bool) -> None:
    cleaner = Cleaner()
    texts: list[str | bytes] = [
        "她說：\u200b「好」,走吧。",
        "",
        *(page.read_bytes() for page in PAGES),
    ]
    together = cleaner.together(texts, record=record)
    for text, result in zip(texts, together, strict=True):
        alone = cleaner.process(text, record=record)
        assert (result.text, result.words, result.metadata) == (
            alone.text,
            alone.words,
            alone.metadata,
        )
        assert (result.source, result.data, result.edits) == (
            alone.source,
            alone.data,
            alone.edits,
        )


def test_groups_grow(tmp_path: Path) -> None:
    clean = Counting()
    names = files(tmp_path, *(b"page %d" % number for number in range(2 * MOST + 70)))
    ahead = Ahead(names, clean)
    for number, name in enumerate(names):
        ahead.reach(number)
        result = ahead.result(Path(name).read_bytes())
        assert result is not None
        assert result.text == f"PAGE {number}"
    sizes = [*map(len, clean.groups)]
    assert sizes[:4] == [FIRST, 2 * FIRST, 4 * FIRST, MOST]
    assert max(sizes) == MOST
    assert sum(sizes) == len(names)


def test_a_group_takes_so_much_memory(tmp_path: Path) -> None:
    clean = Counting()
    names = files(tmp_path, *([b"x" * LARGE] * 20))
    Ahead(names, clean).reach(0)
    Ahead(names[:1], clean).reach(0)  # alone: in its turn
    assert [*map(len, clean.groups)] == [FIRST]
    ahead = Ahead(names, clean)
    ahead.reach(0)
    ahead.reach(FIRST)
    assert len(clean.groups[-1]) == ROOM // LARGE


def test_what_cannot_be_cleaned_ahead_comes_in_its_turn(tmp_path: Path) -> None:
    good, large, other = files(tmp_path, b"good", b"x" * (LARGE + 1), b"other")
    os.mkfifo(tmp_path / "pipe")
    names = [good, large, str(tmp_path / "none"), str(tmp_path), str(tmp_path / "pipe"), "-", "\0"]
    clean = Counting()
    ahead = Ahead([*names, other], clean)
    ahead.reach(0)
    assert clean.groups == [[b"good", b"other"]]
    assert ahead.result(b"good") is not None
    assert ahead.result(b"x" * (LARGE + 1)) is None
    assert ahead.result("good") is None  # a piece of UTF-16
    assert ahead.result(b"good, but changed since") is None


def test_an_error_is_one_of_its_file(tmp_path: Path) -> None:
    ahead = Ahead(files(tmp_path, b"one", b"two"), Counting(MemoryError()))
    ahead.reach(0)
    assert ahead.result(b"one") is None


def test_the_command_says_and_writes_the_same_in_groups(run: Run, tmp_path: Path) -> None:
    pages = [page.read_bytes() for page in PAGES[: 2 * FIRST]]
    pages[3] = b"\xff\xfe\xfd\x80" * 9
    names = files(tmp_path, *pages)
    names.insert(5, "none.txt")
    names.insert(9, names[0])
    options = ("--errors", "strict", "--from-encoding", "utf-8")
    together = run(*options, *names)
    alone = [run(*options, name) for name in names]
    assert together.stdout == b"".join(done.stdout for done in alone)
    assert together.stderr == b"".join(done.stderr for done in alone)
    assert together.returncode == 1
    assert together.stderr.count(b"\n") > 1
