"""A fault of our own: one document fails in one line, the others are cleaned."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from cleaner.core import Cleaner
from tests.faults.forked import run, warm

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
GOOD, BAD = "這是一個句子。\n".encode(), b"bad\n"


@pytest.fixture(autouse=True)
def _pages(tmp_path: Path) -> None:
    warm(GOOD)
    (tmp_path / "1").write_bytes(GOOD)
    (tmp_path / "2").write_bytes(BAD)
    (tmp_path / "3").write_bytes(GOOD)


def _broken(error: BaseException) -> None:
    """Let cleaning raise ``error`` on the bad page."""
    together = Cleaner.together

    def cleaned(self: Cleaner, group: Any, **options: Any) -> Any:
        if BAD in group or BAD.decode() in group:
            raise error
        return together(self, group, **options)

    Cleaner.together = cleaned  # type: ignore[method-assign]


@pytest.mark.parametrize("form", [[], ["--format", "jsonl"]])
def test_one_of_three(form: list[str], tmp_path: Path) -> None:
    done = run([*form, "1", "2", "3"], tmp_path, before=lambda: _broken(ZeroDivisionError("x")))
    assert done.status == 1
    assert done.complaint == "clean: 2: internal error, please report: ZeroDivisionError('x')\n"
    assert done.output == run([*form, "1", "3"], tmp_path).output


def test_one_of_a_batch(tmp_path: Path) -> None:
    arguments = ["-o", "out/", "-j", "1", "1", "2", "3"]
    done = run(arguments, tmp_path, before=lambda: _broken(KeyError("x")))
    assert done.status == 1
    assert b"clean: 2: internal error, please report: KeyError('x')\n" in done.error
    assert b"Traceback" not in done.error
    entries = [
        json.loads(line) for line in (tmp_path / "out" / "manifest.jsonl").read_bytes().splitlines()
    ]
    assert [entry["status"] for entry in entries] == ["ok", "failed", "ok"]
    assert sorted(os.listdir(tmp_path / "out")) == ["1", "3", "manifest.jsonl", "summary.json"]


def test_no_memory(tmp_path: Path) -> None:
    def arrange() -> None:
        def refuse(*_: object) -> int:
            raise MemoryError

        import cleaner.__main__

        cleaner.__main__._run = refuse  # type: ignore[assignment]

    done = run(["1"], tmp_path, before=arrange)
    assert (done.status, done.complaint) == (71, "clean: out of memory\n")
