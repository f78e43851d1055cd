"""Faults of a batch: what is under a final name is whole, and --resume makes the rest of it.

Kills at any point are the subject of ``tests/batch/test_resume.py``; here the disk is full, refuses
to keep or to name what was written, or nobody reads what is said.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.batch import kill
from tests.conftest import ROOT
from tests.faults.forked import Done, run, warm

SHAPES = [
    "mirror",
    "jsonl",
    pytest.param(
        "parquet",
        marks=pytest.mark.skipif(find_spec("pyarrow") is None, reason="needs pyarrow"),
    ),
]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    warm("這是一個句子。".encode())
    folder = tmp_path_factory.mktemp("batch") / "corpus"
    kill.write_corpus(folder, 60)
    return folder


def arguments(shape: str, corpus: Path, *more: str) -> list[str]:
    form = [] if shape == "mirror" else ["--format", shape, "--shard-size", "9000"]
    return ["-o", "out/", "-j", "1", "-r", "--only", "convert", *form, *more, str(corpus)]


def whole(shape: str, corpus: Path, folder: Path) -> dict[str, bytes]:
    """Return the files of a run that nothing goes wrong in."""
    folder.mkdir()
    done = run(arguments(shape, corpus, "-q"), folder, before=kill.small_units)
    assert done.status == 0, done.error
    return kill.tree(folder / "out")


def check(done: Done, shape: str, corpus: Path, folder: Path, expected: dict[str, bytes]) -> None:
    """Assert what holds after a failure, and that the run goes on to the same end."""
    assert done.status == 74, done
    assert done.complaint.startswith("clean: ")
    assert kill.final_names_hold_whole_files(folder / "out", expected)
    again = "--resume" if (folder / "out" / ".zhclean").exists() else "--force"
    done = run(arguments(shape, corpus, "-q", again), folder, before=kill.small_units)
    assert (done.status, done.error) == (0, b"")
    assert kill.tree(folder / "out") == expected


@pytest.mark.parametrize("shape", SHAPES)
def test_full_disk(shape: str, corpus: Path, tmp_path: Path) -> None:
    """No file can grow beyond so many bytes: output, manifest and journal in turn."""
    expected = whole(shape, corpus, tmp_path / "whole")
    sizes = sorted(map(len, expected.values()))
    for number, largest in enumerate((0, 1, sizes[0] // 2, sizes[-1] // 3, sizes[-1] - 1)):
        folder = tmp_path / str(number)
        folder.mkdir()
        done = run(arguments(shape, corpus, "-q"), folder, largest=largest, before=kill.small_units)
        assert os.strerror(errno.EFBIG) in done.complaint
        check(done, shape, corpus, folder, expected)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("step", ["replace", "makedirs", "fsync"])
def test_a_step_that_fails(shape: str, step: str, corpus: Path, tmp_path: Path) -> None:
    expected = whole(shape, corpus, tmp_path / "whole")
    for left in (0, 3):
        folder = tmp_path / str(left)
        folder.mkdir()

        def arrange(left: int = left) -> None:
            kill.small_units()
            plain = getattr(os, step)

            def refuse(*given: object, **options: object) -> object:
                nonlocal left
                left -= 1
                if left < 0:
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
                return plain(*given, **options)

            setattr(os, step, refuse)

        done = run(arguments(shape, corpus, "-q"), folder, before=arrange)
        if done.status == 0:  # so often it is not done
            assert kill.tree(folder / "out") == expected
        else:
            assert os.strerror(errno.EIO) in done.complaint
            check(done, shape, corpus, folder, expected)


def test_killed_anywhere_with_two_workers() -> None:
    """In a process of its own: a fork of one that has threads would wait for them for ever."""
    code = (
        "from tests.batch import kill\n"
        "if __name__ == '__main__': assert kill.check('jsonl', 2, points=3, documents=60) >= 3"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
