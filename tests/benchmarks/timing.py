"""What benchmarks of one stage share: texts to run on, and works timed in turn."""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

ROOT = Path(__file__).parent.parent.parent
TURNS = 7


def pages(description: str) -> list[str]:
    """Return the pages that the command line names, the clean golden ones if it names none."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--pages", help="JSON lines; without, the golden pages of the tests")
    parser.add_argument("--field", default="text")
    options = parser.parse_args()
    if options.pages:
        with open(options.pages, encoding="utf-8") as lines:
            return [json.loads(line)[options.field] for line in lines]
    files = sorted((ROOT / "tests/golden").rglob("*.clean.txt"))
    return [file.read_text(encoding="utf-8") for file in files]


def in_turn(works: Sequence[Callable[[T], object]], inputs: Sequence[T]) -> list[float]:
    """Return the median CPU seconds that each of ``works`` takes for all ``inputs``."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(TURNS):
        for work, times in zip(works, taken, strict=True):
            begin = time.process_time()
            for one in inputs:
                work(one)
            times.append(time.process_time() - begin)
    return [statistics.median(times) for times in taken]
