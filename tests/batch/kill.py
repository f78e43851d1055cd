"""A batch that is killed at any point and goes on ends as one that was never interrupted.

    python -m tests.batch.kill --points 200 --documents 1000 [--jobs 2]

Each point is a run in a process of its own, which kills itself (SIGKILL) at a random one of the
file operations that it makes (opening, renaming, removing, and the writes of files between them),
and is resumed, killed again and resumed, until it is done. Then the files must be byte for byte
those of an uninterrupted run, and each kill may have cost each worker one unit at most.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

import cleaner.batch.pool
import cleaner.batch.units
import cleaner.formats.rows
from cleaner import Settings
from cleaner.batch import run as running
from cleaner.batch.files import Files
from cleaner.batch.job import Exclusions, Job
from cleaner.batch.units import Unit
from cleaner.batch.work import Done, Worker

_EVENTS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree")
_KILLED = 137


def write_corpus(folder: Path, documents: int) -> None:
    """Write half of the documents as files in folders, the other half as rows of a table."""
    text = "第{}篇：國家知識產權局公佈了試點城市名單，黃石榜上有名。\n" * 3
    for number in range(documents // 2):
        path = folder / f"{number % 7}" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(number, number, number), "utf-8")
    rows = [
        json.dumps({"id": number, "text": text.format(number, number, number % 50)})
        for number in range(documents - documents // 2)
    ]
    (folder / "rows.jsonl").write_text("\n".join(rows) + "\n", "utf-8")


def job(corpus: Path, output: Path, shape: str, jobs: int, *, dedup: str | None = None) -> Job:
    """Return the batch that is killed."""
    return Job(
        (str(corpus),),
        str(output),
        Settings(only=("convert",)),
        shape=shape,
        jobs=jobs,
        recursive=True,
        shard_size=9000,
        exclusions=Exclusions(dedup=dedup),
        resume=True,
        verbosity=-1,
    )


def small_units() -> None:
    """Make units so small that there are many."""
    os.environ["PYTHONWARNINGS"] = "ignore"  # semaphores of a process that was killed
    cleaner.batch.units.BLOCK = 3000  # type: ignore[attr-defined]
    cleaner.formats.rows.lines_of.__defaults__ = (3000,)


class Noted(Worker):
    """A worker that notes the number of each unit it has done."""

    def do(self, unit: Unit) -> Done:
        done = super().do(unit)
        with open(os.environ["KILL_LOG"], "a") as file:
            file.write(f"{unit.number}\n")
        return done


def say(line: str) -> None:
    """Write a line to standard error."""
    os.write(2, f"{line}\n".encode())


def killed(task: Job, at: int | None, log: Path) -> int:
    """Run ``task`` in a child that kills itself at operation ``at``; return its exit status."""
    child = os.fork()
    if child == 0:
        left = at

        def step() -> None:
            nonlocal left
            if left is not None:
                left -= 1
                if left <= 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            if event in _EVENTS and task.output in str(arguments[0]):
                step()

        write = Files.write

        def halfway(self: Files, target: str, data: bytes, *, begins: bool) -> None:
            """Write half, stop at that point if it is the one, write the rest."""
            write(self, target, data[: len(data) // 2], begins=begins)
            if self._part is not None:
                self._part.flush()
            step()
            write(self, target, data[len(data) // 2 :], begins=False)

        Files.write = halfway  # type: ignore[method-assign]
        sys.addaudithook(hook)
        try:
            os.environ["KILL_LOG"] = str(log)
            from tests.batch import kill  # this file under the name by which workers know it

            vars(running)["Worker"] = kill.Noted
            status = running.run(task, say)
        except BaseException as error:
            say(repr(error))
            status = 99
        os._exit(status)
    _, result = os.waitpid(child, 0)
    return _KILLED if os.WIFSIGNALED(result) else os.WEXITSTATUS(result)


def tree(output: Path) -> dict[str, bytes]:
    """Return all files; the manifest without the time that each document took."""
    files = {}
    for path in sorted(output.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if path.name == "manifest.jsonl":
                entries = [json.loads(line) for line in data.splitlines()]
                data = "\n".join(
                    json.dumps({key: entry[key] for key in entry if key != "seconds"})
                    for entry in entries
                ).encode()
            files[str(path.relative_to(output))] = data
    return files


def final_names_hold_whole_files(output: Path, expected: dict[str, bytes]) -> bool:
    """Whether every file outside the journal is, after a kill, what it is in the end."""
    return all(
        expected.get(name) == data for name, data in tree(output).items() if ".zhclean" not in name
    )


def check(
    shape: str, jobs: int, points: int, documents: int, seed: int = 1, dedup: str | None = None
) -> int:
    """Kill at ``points`` places in all; return how often that happened. Raises AssertionError."""
    small_units()
    chance = random.Random(seed)
    kills = 0
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        corpus, log = place / "corpus", place / "log"
        write_corpus(corpus, documents)
        assert killed(job(corpus, place / "whole", shape, jobs, dedup=dedup), None, log) == 0
        expected = tree(place / "whole")
        units = len(log.read_text().split())
        operations = 12 * max(units, documents // 30)
        while kills < points:
            output = place / "out"
            log.unlink(missing_ok=True)
            before = kills
            while True:
                task = job(corpus, output, shape, jobs, dedup=dedup)
                status = killed(task, chance.randrange(1, operations), log)
                if status != _KILLED:
                    break
                kills += 1
                assert final_names_hold_whole_files(output, expected), kills
            assert status == 0, status
            assert tree(output) == expected
            again = len(log.read_text().split()) - units
            bound = jobs * (kills - before)
            assert again <= bound, f"{again} units again after {kills - before} kills"
            shutil.rmtree(output)
    return kills


def main() -> None:
    """Run all forms of output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=200)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for shape in ("mirror", "jsonl", "parquet"):
        kills = check(shape, options.jobs, options.points, options.documents, options.seed)
        print(f"{shape}: killed {kills} times, resumed, byte-identical")  # noqa: T201


if __name__ == "__main__":
    main()
