"""Time `clean` side by side with the four-package pipeline: python -m tests.benchmarks.

Both run as whole processes, in turn (A B A B ...), so that a drift of the machine's speed falls on
both; what counts are the ratios of the medians. Two jobs: one small page, where start-up decides,
and a corpus of pages in one process, where throughput does. The corpus is the pages under
tests/golden and examples over and over, or with --pages FILE.jsonl the field --field of each line.
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
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "examples" / "huangshi.txt"
YARDSTICK = Path(__file__).with_name("four_packages.py")


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
        process = subprocess.Popen(command, stdout=nothing)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command[:4])
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def compare(name: str, files: list[Path], repeats: int, python: str) -> None:
    """Print a line of figures for each of the two, and their ratio."""
    size = sum(path.stat().st_size for path in files) / 1e6
    commands = {
        "clean": [sys.executable, "-m", "cleaner", "-q", *map(str, files)],
        "four packages": [python, str(YARDSTICK), *map(str, files)],
    }
    costs: dict[str, list[Cost]] = {label: [] for label in commands}
    for turn in range(repeats + 1):
        for label, command in commands.items():
            cost = measure(command)
            if turn:  # the first warms the disk and jieba's cache
                costs[label].append(cost)
    print(f"{name}: {len(files)} page(s), {size:.3f} MB, median of {repeats}")
    middle = {
        label: [
            statistics.median(getattr(cost, key) for cost in found)
            for key in ("cpu", "wall", "peak")
        ]
        for label, found in costs.items()
    }
    for label, (cpu, wall, peak) in middle.items():
        print(
            f"  {label:14} CPU {cpu:7.3f} s  wall {wall:7.3f} s  "
            f"{size / cpu:7.3f} MB/s  peak {peak:6.1f} MB"
        )
    ratios = [ours / theirs for ours, theirs in zip(*middle.values(), strict=True)]
    print(
        f"  {'ratio':14} CPU {ratios[0]:7.3f}    wall {ratios[1]:7.3f}    "
        f"{1 / ratios[0]:7.2f} x     peak {ratios[2]:6.2f}"
    )


def _medians(costs: list[Cost]) -> list[float]:
    return [
        statistics.median(getattr(cost, key) for cost in costs) for key in ("cpu", "wall", "peak")
    ]


def corpus(folder: Path, pages: Path | None, field: str, size: int) -> list[Path]:
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
        files.append(folder / f"{number:05}.txt")
        files[-1].write_bytes(data)
    return files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=Path, help="JSONL file of pages")
    parser.add_argument("--field", default="text", help="its field with the text")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--python", default=sys.executable, help="interpreter of the yardstick")
    options = parser.parse_args()
    compare("small page", [SEED], options.repeats, options.python)
    with tempfile.TemporaryDirectory() as folder:
        files = corpus(Path(folder), options.pages, options.field, 1_700_000)
        compare("corpus", files, options.repeats, options.python)


if __name__ == "__main__":
    main()
