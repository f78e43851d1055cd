"""Time `clean` side by side with other pipelines: python -m tests.benchmarks.

All run as whole processes, in turn (A B C A B C ...), so that a drift of the machine's speed falls
on each; what counts are the ratios of the medians. Two jobs: one small page in a fresh process,
where the yardstick is Python itself (``--start``: this alone); a corpus of pages in one process,
where throughput decides. The corpus is the pages under tests/golden and examples over and over, or
with --pages FILE.jsonl the field --field of each line.

The yardstick of the last two is the pipeline that one would write with chardet,
opencc-python-reimplemented, a filter of lines and jieba (four_packages.py; --python names an
interpreter that has them, and the last release of setuptools with pkg_resources for jieba's sake).
With --peers PYTHON, an interpreter that has them, extractors and repair tools are timed too.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.peers import PEERS

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SEED = ROOT / "examples" / "huangshi.txt"
CLEAN = [sys.executable, "-m", "cleaner"]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: seconds of CPU and of wall clock, MB of peak memory."""

    cpu: float
    wall: float
    peak: float


def measure(command: list[str]) -> Cost:
    """Run ``command`` with its output thrown away. Raises CalledProcessError when it fails."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(command, stdout=nothing, env=_environment())
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command[:4])
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def _environment() -> dict[str, str]:
    """Return ours, with compiled modules kept, as they are wherever a package is installed."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def compare(name: str, commands: Mapping[str, list[str]], repeats: int, size: float = 0.0) -> None:
    """Print a row of medians for each command, and its CPU time as a multiple of the first's.

    ``size`` is what each of them reads, in MB. The first round of all is not counted: it warms the
    disk, the compiled modules and jieba's cache.
    """
    costs: dict[str, list[Cost]] = {label: [] for label in commands}
    for turn in range(repeats + 1):
        for label, command in commands.items():
            cost = measure(command)
            if turn:
                costs[label].append(cost)
    print(f"{name}, median of {repeats}")
    first = next(iter(costs.values()))
    for label, found in costs.items():
        cpu, wall, peak = (
            statistics.median(getattr(cost, key) for cost in found)
            for key in ("cpu", "wall", "peak")
        )
        ratio = cpu / statistics.median(cost.cpu for cost in first)
        speed = f"{size / cpu:8.3f} MB/s" if size else ""
        print(
            f"  {label:28} CPU {cpu * 1000:7.0f} ms {ratio:7.2f} x  wall {wall * 1000:7.0f} ms  "
            f"peak {peak:6.1f} MB  {speed}"
        )


def _script() -> list[str]:
    """Return the command as it is installed, which starts quicker than ``python -m``."""
    script = Path(sys.executable).with_name("clean")
    return [str(script)] if script.exists() else CLEAN


def corpus(folder: Path, pages: Path | None, field: str, size: int) -> list[str]:
    """Write the pages of the corpus into ``folder``, at least ``size`` bytes of them."""
    if pages is not None:
        with pages.open(encoding="utf-8") as lines:
            texts = [json.loads(line)[field].encode("utf-8") for line in lines]
    else:
        golden = sorted((ROOT / "tests" / "golden").glob("*.txt"))
        found = [path for path in golden if not path.stem.endswith((".clean", "_metadata"))]
        texts = [path.read_bytes() for path in [*found, SEED]]
        while sum(map(len, texts)) < size:
            texts += texts
    files = []
    for number, data in enumerate(texts):
        path = folder / f"{number:05}.txt"
        path.write_bytes(data)
        files.append(str(path))
    return files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=Path, help="JSONL file of pages")
    parser.add_argument("--field", default="text", help="its field with the text")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--python", default=sys.executable, help="interpreter of the yardstick")
    parser.add_argument("--peers", help="interpreter that has the peers")
    parser.add_argument("--start", action="store_true", help="time start-up alone")
    options = parser.parse_args()
    four = [options.python, str(HERE / "four_packages.py")]
    with tempfile.TemporaryDirectory() as folder:
        gbk = Path(folder) / "gbk.txt"
        gbk.write_bytes(SEED.read_bytes().decode().encode("gbk", "replace"))
        page = [*_script(), str(SEED)]
        starts = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "python -c 'import re'": [sys.executable, "-c", "import re"],
            "clean --version": [*_script(), "--version"],
            "clean, the page of the seed": page,
            "the same, --no-segment": [*page, "--no-segment"],
            "the same, --only decode": [*page, "--only", "decode"],
            "the same in GBK, --only decode": [*_script(), "--only", "decode", str(gbk)],
            "the same, --only convert": [*page, "--only", "convert"],
            "four packages": [*four, str(SEED)],
        }
        compare("start-up", starts, 2 * options.repeats)
    if options.start:
        return
    with tempfile.TemporaryDirectory() as folder:
        files = corpus(Path(folder), options.pages, options.field, 1_700_000)
        size = sum(os.path.getsize(path) for path in files) / 1e6
        name = f"{len(files)} pages, {size:.2f} MB"
        jobs = {"clean": [*CLEAN, "-q", *files], "four packages": [*four, *files]}
        if options.peers:
            peers = [options.peers, str(HERE / "peers.py")]
            jobs |= {peer: [*peers, peer, *files] for peer in PEERS}
        compare(f"{name}, with segmentation", jobs, options.repeats, size)
        jobs = {
            "clean --no-segment": [*CLEAN, "-q", "--no-segment", *files],
            "four packages, no jieba": [*four, "--no-segment", *files],
        }
        compare(f"{name}, without", jobs, options.repeats, size)


if __name__ == "__main__":
    main()
