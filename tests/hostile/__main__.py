"""Measure what hostile input costs: CPU time of each filter, and of all, as the input grows.

    python -m tests.hostile                     the whole and every filter, 64 KB to 1 MB
    python -m tests.hostile --large             the whole up to 16 MB
    python -m tests.hostile --filter repair --shape glosses

For each shape and filter: the exponent of the growth (1.0 is linear; the slope between the smallest
and the largest size, of what exceeds the clock's grain), and time per character against the median
of all shapes. Exits 1 when an exponent is above the bound or a shape above the multiple.
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from cleaner import Cleaner
from cleaner.document import Document
from cleaner.pipeline import FILTERS
from cleaner.settings import Settings
from tests.hostile.shapes import SHAPES

#: What is aimed at; README says what is reached.
EXPONENT, MULTIPLE = 1.10, 5.0
KB = 1024
# Below this many seconds at the largest size, an exponent says more of the clock than of the code.
_GRAIN = 0.02

Target = Callable[[str | bytes], object]


def target(name: str) -> Target:
    """Return what is measured: ``whole``, ``whole without segmentation``, or one filter alone."""
    if name.startswith("whole"):
        cleaner = Cleaner(segment=name == "whole")
        return cleaner.clean
    settings = Settings()
    stage = next(stage for stage in FILTERS if stage.name == name)
    if name == "decode":
        return lambda data: stage(Document(data=_as_bytes(data)), settings)
    return lambda data: stage(Document(text=_as_text(data)), settings)


def _as_bytes(data: str | bytes) -> bytes:
    return data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")


def _as_text(data: str | bytes) -> str:
    return data if isinstance(data, str) else data.decode("latin-1")


def seconds(run: Target, data: str | bytes, times: int) -> float:
    """Return the least CPU time of ``times`` runs."""
    best = math.inf
    for _ in range(times):
        begin = time.process_time()
        run(data)
        best = min(best, time.process_time() - begin)
    return best


def exponent(sizes: Sequence[int], found: Sequence[float]) -> float | None:
    """Return the slope of log time over log size; None when all of it is too short to tell."""
    if found[-1] < _GRAIN:
        return None
    pairs = [
        (math.log(size), math.log(max(spent, 1e-5)))
        for size, spent in zip(sizes, found, strict=True)
    ]
    return (pairs[-1][1] - pairs[0][1]) / (pairs[-1][0] - pairs[0][0])


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    names = ["whole", "whole without segmentation", *(stage.name for stage in FILTERS)]
    parser.add_argument("--filter", action="append", choices=names, help="all when left out")
    parser.add_argument("--shape", action="append", help="part of a name; all when left out")
    parser.add_argument("--large", action="store_true", help="up to 16 MB; the whole only")
    parser.add_argument("--limit", type=float, default=20, help="seconds after which a shape stops")
    options = parser.parse_args()
    sizes = [64 * KB, 256 * KB, 1024 * KB] + ([4096 * KB, 16384 * KB] if options.large else [])
    chosen = options.filter or (["whole"] if options.large else names)
    wanted = options.shape or [""]
    shapes = {name: make for name, make in SHAPES.items() if any(part in name for part in wanted)}
    failures = 0
    for name in chosen:
        failures += _measure(name, shapes, sizes, options.limit)
    return 1 if failures else 0


def _measure(
    name: str, shapes: dict[str, Callable[[int], str | bytes]], sizes: list[int], limit: float
) -> int:
    """Print a line for each shape that stands out and one for the filter; return the failures."""
    run = target(name)
    for make in shapes.values():
        run(make(2 * KB))  # tables and patterns are made when first used
    rows: list[tuple[float, float | None, float, str]] = []
    for shape, make in shapes.items():
        found: list[float] = []
        done: list[int] = []
        characters = 1
        for size in sizes:
            data = make(size)
            characters = len(data)
            found.append(seconds(run, data, 3 if size <= 64 * KB else 1))
            done.append(size)
            if found[-1] * 8 > limit:
                break
        rows.append((found[-1] / characters * 1e6, exponent(done, found), found[-1], shape))
    median = statistics.median(row[0] for row in rows)
    rows.sort(reverse=True)
    bad = [
        row
        for row in rows
        if (row[1] is not None and row[1] > EXPONENT)
        or (row[0] > MULTIPLE * median and row[2] >= _GRAIN)
    ]
    slopes = [row[1] for row in rows if row[1] is not None]
    print(
        f"{name}: {len(rows)} shapes, median {median:.3f} µs a character, worst "
        f"{rows[0][0] / median:.1f} times that, largest exponent "
        f"{max(slopes, default=0):.2f}, {len(bad)} outside the bounds"
    )
    for each, slope, spent, shape in sorted(bad, key=lambda row: -(row[1] or 0)):
        shown = "  - " if slope is None else f"{slope:.2f}"
        print(
            f"  {shape}: exponent {shown}, {each:.3f} µs a character "
            f"({each / median:.1f} × median), {spent:.2f} s at the largest size"
        )
    sys.stdout.flush()
    return len(bad)


if __name__ == "__main__":
    raise SystemExit(main())
