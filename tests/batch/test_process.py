"""Workers: they answer, they end with who started them, and their death is told."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cleaner import Settings
from cleaner.batch.job import Job
from cleaner.batch.journal import Journal
from cleaner.batch.pool import Pool
from cleaner.batch.process import Process, Task
from cleaner.batch.units import Part, Unit
from cleaner.batch.work import Worker
from cleaner.errors import CleanerError, DictionaryError, OutputError


def unit(text: str = "國家") -> bytes:
    return pickle.dumps(Unit(7, (Part("a.txt", "text", 0, text.encode(), True, True),), 6))


def task(output: Path, **settings: Any) -> Task:
    (output / ".zhclean").mkdir(parents=True, exist_ok=True)
    made = Settings(segment=False, **settings)
    return Task(Worker, Job(("a.txt",), str(output), made, jobs=2), 6)


class Collecting(Worker):
    """Tells how often the collector runs."""

    def do(self, unit: Unit) -> Any:
        return gc.get_threshold()[0]


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Process]:
    process = Process(task(tmp_path / "out"))
    yield process
    process.end()


def test_a_worker_puts_what_it_made_into_the_journal(process: Process, tmp_path: Path) -> None:
    process.send(unit())
    process.wait()
    done = Journal(str(tmp_path / "out")).kept(7)
    assert done.number == 7
    assert done.parts[0].before.decode() == "国家\n"


def test_a_worker_hardly_looks_for_cycles(tmp_path: Path) -> None:
    process = Process(task(tmp_path)._replace(work=Collecting))
    process.send(unit())
    process.wait()
    assert Journal(str(tmp_path), Collecting.name).kept(7) > 100_000
    process.end()


def test_an_error_of_the_work_is_raised_here(tmp_path: Path) -> None:
    (tmp_path / "chrome").mkdir()
    (tmp_path / "chrome" / "cues.tsv").write_text("one cell\n")
    process = Process(task(tmp_path / "out", dictionary=(str(tmp_path),)))
    process.send(unit("國家公佈了名單。\n首頁\n"))
    with pytest.raises(DictionaryError, match=r"cues\.tsv:1"):
        process.wait()
    process.end()


def test_what_cannot_be_written_is_told(process: Process, tmp_path: Path) -> None:
    (tmp_path / "out" / ".zhclean").rmdir()
    process.send(unit())
    with pytest.raises(OutputError, match="No such file"):
        process.wait()


def test_what_a_thread_of_the_pool_meets_is_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nonsense(*_: object) -> None:
        raise ValueError("nonsense")

    monkeypatch.setattr(Process, "wait", nonsense)
    with closing(Pool(task(tmp_path))) as pool:
        pool.submit(pickle.loads(unit()))  # noqa: S301
        with pytest.raises(CleanerError, match="please report: ValueError"):
            while True:
                pool.take()


def test_a_worker_that_dies_is_told(process: Process) -> None:
    os.kill(process._process.pid, signal.SIGKILL)
    with pytest.raises(CleanerError, match=r"a worker died \(SIGKILL; out of memory\?\): --resume"):
        process.send(unit())
        process.wait()


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
        return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def test_a_worker_ends_with_who_started_it(tmp_path: Path) -> None:
    code = (
        "import os, signal; from tests.batch.test_process import *;"
        f"process = Process(task(Path({str(tmp_path)!r})));"
        " process.send(unit()); process.wait();"
        "print(process._process.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    parent = subprocess.run([sys.executable, "-c", code], check=False, stdout=subprocess.PIPE)
    worker = int(parent.stdout)
    for _ in range(200):
        if not alive(worker):
            break
        time.sleep(0.05)
    else:
        os.kill(worker, signal.SIGKILL)
        pytest.fail("it lives on")


def test_modules_in_the_current_folder_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    process = Process(task(tmp_path))
    process.send(unit())
    process.wait()
    process.end()
