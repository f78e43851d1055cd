"""A batch that was interrupted goes on and ends as one that was not."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner import Settings
from cleaner.batch.job import Job
from cleaner.batch.run import run
from cleaner.errors import CleanerError, SettingsError
from cleaner.frozen import replace
from tests.batch import kill

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")


@pytest.fixture(autouse=True)
def _units(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.batch.units.BLOCK", 3000)
    monkeypatch.setattr("cleaner.formats.rows.lines_of.__defaults__", (3000,))
    monkeypatch.setenv("PYTHONWARNINGS", "ignore")


@pytest.mark.parametrize("shape", ["mirror", "jsonl", "parquet"])
def test_killed_anywhere(shape: str) -> None:
    assert kill.check(shape, jobs=1, points=8, documents=120) >= 8


def test_killed_anywhere_with_two_workers() -> None:
    assert kill.check("mirror", jobs=2, points=5, documents=80) >= 5


def test_killed_anywhere_with_the_memory_of_duplicates() -> None:
    assert kill.check("jsonl", jobs=1, points=6, documents=120, dedup="exact") >= 6


def half_done(place: Path, settings: Settings | None = None) -> Job:
    """Return the job of a run that was killed in the middle."""
    kill.write_corpus(place / "corpus", 100)
    job = kill.job(place / "corpus", place / "out", "mirror", 1)
    if settings is not None:
        job = replace(job, settings=settings)
    assert kill.killed(job, 60, place / "log") == 137
    return job


def test_changed_settings_are_refused(tmp_path: Path) -> None:
    job = half_done(tmp_path)
    changed = Job(**{**job.__getstate__(), "settings": Settings(only=("repair",))})
    with pytest.raises(SettingsError, match="settings changed"):
        run(changed, print)
    assert run(Job(**{**changed.__getstate__(), "force": True}), print) == 0


def test_changed_inputs_are_refused(tmp_path: Path) -> None:
    job = half_done(tmp_path)
    (tmp_path / "corpus" / "new.txt").write_text("新")
    with pytest.raises(SettingsError, match="inputs changed"):
        run(job, print)


@pytest.mark.parametrize("name", ["words", "stop_words", "dictionary"])
def test_changed_files_of_the_settings_are_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / "site.chrome"
    file.write_text("")
    job = half_done(tmp_path, Settings.make(only=("convert",), **{name: str(file)}))
    file.write_text("首页\tline\tnavigation\tstrong\n")
    with pytest.raises(SettingsError, match="dictionaries changed"):
        run(job, print)


def test_a_run_is_not_begun_over_another(tmp_path: Path) -> None:
    job = half_done(tmp_path)
    anew = Job(**{**job.__getstate__(), "resume": False})
    with pytest.raises(SettingsError, match="unfinished run"):
        run(anew, print)
    assert run(job, print) == 0
    with pytest.raises(SettingsError, match="finished run"):
        run(anew, print)
    said: list[str] = []
    assert run(job, said.append) == 0
    assert "nothing left" in said[0]
    assert run(Job(**{**anew.__getstate__(), "force": True}), print) == 0


def test_a_finished_run_with_other_settings_is_no_reason_to_do_nothing(tmp_path: Path) -> None:
    job = half_done(tmp_path)
    assert run(job, print) == 0
    changed = Job(**{**job.__getstate__(), "settings": Settings(only=("repair",))})
    with pytest.raises(SettingsError, match=r"finished run.*settings changed"):
        run(changed, print)
    said: list[str] = []
    assert run(Job(**{**changed.__getstate__(), "force": True}), said.append) == 0
    (tmp_path / "out" / "summary.json").write_text("{}")
    assert run(job, said.append) == 0
    assert all("nothing left" in line for line in said)
    assert len(said) == 2


def test_a_finished_run_in_which_documents_failed_has_failed_still(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "好"}\n{"no": 1}\n')
    job = Job((str(tmp_path / "rows.jsonl"),), str(tmp_path / "out"), Settings(), jobs=1)
    assert run(job, print) == 1
    again = Job(**{**job.__getstate__(), "resume": True})
    said: list[str] = []
    assert run(again, said.append) == 1
    assert said == [
        f"{tmp_path}/out: nothing left to do; 1 failed, see the manifest (--force tries anew)"
    ]
    (tmp_path / "out" / "summary.json").write_text("[]")
    assert run(again, said.append) == 0


def test_a_journal_that_others_can_write_is_not_trusted(tmp_path: Path) -> None:
    job = half_done(tmp_path)
    (tmp_path / "out" / ".zhclean").chmod(0o777)
    with pytest.raises(CleanerError, match="trusted"):
        run(job, print)


def test_a_checkpoint_without_its_files_is_not_believed(tmp_path: Path) -> None:
    job = half_done(tmp_path)
    (tmp_path / "out" / ".zhclean" / "manifest.part").write_bytes(b"")
    with pytest.raises(CleanerError, match="damaged"):
        run(job, print)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_after_the_unit_in_hand(tmp_path: Path, number: int) -> None:
    kill.write_corpus(tmp_path / "corpus", 400)
    names = ["-o", str(tmp_path / "out") + "/", "-j", "2", "-r", "--only", "convert"]
    command = [sys.executable, "-c", _SLOW, *names, str(tmp_path / "corpus")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    checkpoint = tmp_path / "out" / ".zhclean" / "checkpoint.json"
    while not checkpoint.exists() or json.loads(checkpoint.read_text())["unit"] < 2:
        assert process.poll() is None, process.communicate()
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 128 + number, said
    assert b"--resume goes on" in said
    assert b"Traceback" not in said
    assert subprocess.run([*command, "--resume"], check=False, timeout=60).returncode == 0
    entries = (tmp_path / "out" / "manifest.jsonl").read_text().splitlines()
    names = [json.loads(entry)["input"] for entry in entries]
    assert len(names) == len(set(names)) == 400


# Units of few documents, and not all at once, so that there is time for a signal.
_SLOW = """
import signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # shells have background jobs ignore it
import cleaner.batch.run, cleaner.batch.units, cleaner.formats.rows
cleaner.batch.units.BLOCK = 1500
cleaner.formats.rows.lines_of.__defaults__ = (1500,)
units = cleaner.batch.run.units
cleaner.batch.run.units = lambda *asked: (time.sleep(0.03) or unit for unit in units(*asked))
from cleaner.__main__ import main
main()
"""
