"""Time a corpus side by side: python -m tests.benchmarks.batch --table TABLE.jsonl

``clean -o`` with one process and with two, the bare library in one process, the four packages with
a pool (``--python`` has them), datatrove and data-juicer (``--datatrove``, ``--data-juicer``), all
as whole process trees, in turn, medians. Besides wall time and the CPU time of the tree there is
what the rest of the machine took meanwhile: on a busy machine the wall time says nothing, CPU time
still does. ``peak`` is the largest process of the tree.

Without ``--table`` the table is the golden pages over and over, ``--size`` MB of them.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.__main__ import CLEAN, HERE, corpus

_BARE = """
import json, sys
from cleaner import Cleaner
cleaner = Cleaner(segment="--no-segment" not in sys.argv)
with open(sys.argv[1], encoding="utf-8") as rows, open(sys.argv[2], "w", encoding="utf-8") as out:
    for row in rows:
        fields = json.loads(row)
        fields["text"] = cleaner.clean(fields["text"])
        out.write(json.dumps(fields, ensure_ascii=False) + "\\n")
"""


class Cost(NamedTuple):
    """Seconds of wall time, of CPU of the tree, of CPU of all others; MB of the largest process."""

    wall: float
    cpu: float
    others: float
    peak: float


def measure(command: list[str]) -> Cost:
    """Run ``command`` and all that it starts. Raises CalledProcessError when it fails.

    perf, where it is installed, counts processes too that nobody waited for, as some tools have.
    """
    perf = shutil.which("perf")
    with tempfile.NamedTemporaryFile("r") as counted:
        if perf is not None:
            command = [perf, "stat", "-x,", "-e", "task-clock", "-o", counted.name, "--", *command]
        start, busy = time.perf_counter(), _busy()
        done = subprocess.run(
            [sys.executable, "-c", _MEASURED, *command],
            check=True,
            stdout=subprocess.PIPE,
            env=_environment(),
        )
        wall, busy = time.perf_counter() - start, _busy() - busy
        cpu, peak = map(float, done.stdout.split()[-2:])
        if perf is not None:
            (line,) = (line for line in counted.read().splitlines() if ",task-clock," in line)
            cpu = float(line.split(",")[0]) / 1000
    return Cost(wall, cpu, max(busy - cpu, 0.0), peak / 1024)


# In a process of its own, so that its children are those of the command.
_MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
if code.returncode:
    sys.exit(code.stderr.decode()[-2000:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def _busy() -> float:
    """Return the seconds of CPU that all processes of the machine have taken."""
    with open("/proc/stat") as file:
        fields = file.readline().split()
    return sum(map(int, fields[1:4])) / os.sysconf("SC_CLK_TCK")


def _environment() -> dict[str, str]:
    hidden = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
    return {key: value for key, value in os.environ.items() if key not in hidden}


def compare(commands: Mapping[str, list[str]], repeats: int, size: float, documents: int) -> None:
    """Print a row of medians for each command; OUT in one is a folder that is not there yet."""
    costs: dict[str, list[Cost]] = {label: [] for label in commands}
    for _ in range(repeats):
        for label, command in commands.items():
            with tempfile.TemporaryDirectory() as folder:
                out = os.path.join(folder, "out")
                costs[label].append(measure([part.replace("OUT", out) for part in command]))
    print(f"{documents} documents, {size:.1f} MB; medians of {repeats}")
    first = statistics.median(cost.cpu for cost in next(iter(costs.values())))
    for label, found in costs.items():
        wall, cpu, others, peak = (statistics.median(column) for column in zip(*found, strict=True))
        print(
            f"  {label:28} wall {wall:7.1f} s  CPU {cpu:7.1f} s {cpu / first:6.2f} x  "
            f"{documents / cpu:6.0f} documents a core-second  others {others:6.1f} s  "
            f"peak {peak:5.0f} MB"
        )


def table(folder: Path, size: int) -> Path:
    """Write golden pages over and over, ``size`` bytes of them, as a table."""
    path = folder / "pages.jsonl"
    pages = [Path(name).read_bytes() for name in corpus(folder, None, "", 0)]
    texts = [page.decode("utf-8", "replace") for page in pages]
    with path.open("w", encoding="utf-8") as rows:
        number = 0
        while rows.tell() < size:
            text = f"第{number}页\n" + texts[number % len(texts)]
            rows.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
            number += 1
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--table", type=Path, help="JSONL file with the field text")
    parser.add_argument("--size", type=int, default=4, help="MB of pages without --table")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--no-segment", action="store_true")
    parser.add_argument("--python", default=sys.executable, help="interpreter of the yardstick")
    parser.add_argument("--datatrove", help="interpreter that has it")
    parser.add_argument("--data-juicer", help="interpreter that has it")
    options = parser.parse_args()
    more = ["--no-segment"] if options.no_segment else []
    with tempfile.TemporaryDirectory() as name:
        rows = options.table or table(Path(name), options.size << 20)
        with rows.open("rb") as lines:
            documents = sum(1 for _ in lines)
        batch = [*CLEAN, "-q", "--isolated", *more, "-o", "OUT/", str(rows)]
        pool = [options.python, str(HERE / "four_packages_pool.py"), str(rows), "OUT"]
        commands = {
            "clean -j 1": [*batch, "-j", "1"],
            "clean -j 2": [*batch, "-j", "2"],
            "the library alone": [sys.executable, "-c", _BARE, str(rows), "OUT", *more],
            "four packages, pool of 1": [*pool, "1", *more],
            "four packages, pool of 2": [*pool, "2", *more],
        }
        for tool, python in (
            ("datatrove", options.datatrove),
            ("data-juicer", options.data_juicer),
        ):
            if python:
                script = str(HERE / "corpus_tools.py")
                commands[f"{tool}, 2"] = [python, script, tool, str(rows.resolve()), "OUT", "2"]
        compare(commands, options.repeats, rows.stat().st_size / 1e6, documents)


if __name__ == "__main__":
    main()
