"""Measure what hostile input costs: CPU time of each filter, and of all, as the input grows.

    python -m tests.hostile                     the whole and every filter, 64 KB to 1 MB
    python -m tests.hostile --filter whole --largest 16 --all
    python -m tests.hostile --filter repair --shape glosses

For each shape and filter: the exponent of the growth (1.0 is linear; the slope of a line fitted to
the logarithms of sizes and times), and time per character at the largest size against the median
of all shapes. Times are CPU time, the median of rounds that go through all sizes up to 1 MB; larger
ones are run once, where noise is small. Each run is in a process of its own that has seen nothing
of the text: what is remembered of lines holds all of a small one but not of a large one, so that
runs in one process seem to grow faster than the length. Exits 1 when an exponent is above the bound
or a shape above the multiple.
"""

from __future__ import annotations

import argparse
import math
import os
import statistics
import time
from collections.abc import Callable, Sequence

from cleaner import Cleaner
from cleaner.document import Document
from cleaner.pipeline import FILTERS
from cleaner.settings import Settings
from tests.hostile import beside
from tests.hostile.shapes import SHAPES
from tests.hostile.varied import Shape

#: What is aimed at; README says what is reached.
EXPONENT, MULTIPLE = 1.10, 5.0
KB = 1024
# Below this many seconds at the largest size, an exponent says more of the clock than of the code.
_GRAIN = 0.02
_ROUNDS = 3
# So much is cut with the standard library before the faster engine is imported.
_WARM = 256 * KB

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


def seconds(run: Target, data: str | bytes) -> float:
    """Return the CPU time of a run, in a fork of this process."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            begin = time.process_time()
            run(data)
            os.write(writer, repr(time.process_time() - begin).encode())
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    with open(reader, "rb") as answer:
        spent = answer.read()
    os.waitpid(child, 0)
    if not spent:
        raise RuntimeError("a run has failed")
    return float(spent)


def times(run: Target, make: Shape, sizes: Sequence[int], limit: float) -> list[float]:
    """Return the CPU time for each size, up to the one that the next would take ``limit`` after."""
    small = [size for size in sizes if size <= 1024 * KB]
    rounds = [[seconds(run, make(size)) for size in small] for _ in range(_ROUNDS)]
    found = [statistics.median(column) for column in zip(*rounds, strict=True)]
    for size in sizes[len(small) :]:
        if found[-1] * 4 > limit:
            break
        found.append(seconds(run, make(size)))
    return found


def exponent(sizes: Sequence[int], found: Sequence[float]) -> float | None:
    """Return the slope of log time over log size; None when all of it is too short to tell."""
    if found[-1] < _GRAIN:
        return None
    fitted = statistics.linear_regression(
        [math.log(size) for size in sizes], [math.log(max(spent, 1e-5)) for spent in found]
    )
    return fitted.slope


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    names = ["whole", "whole without segmentation", *(stage.name for stage in FILTERS)]
    parser.add_argument("--filter", action="append", choices=names, help="all when left out")
    parser.add_argument("--shape", action="append", help="part of a name; all when left out")
    parser.add_argument(
        "--product", action="store_true", help="each sign beside characters, in pairs, nested"
    )
    parser.add_argument("--largest", type=int, default=1, help="megabytes: 1, 4, 16 or 64")
    parser.add_argument("--limit", type=float, default=60, help="seconds that one run may take")
    parser.add_argument("--all", action="store_true", help="print all shapes, not the worst")
    options = parser.parse_args()
    sizes = [64 * KB]
    while sizes[-1] < options.largest * 1024 * KB:
        sizes.append(sizes[-1] * 4)
    chosen = options.filter or names
    wanted = options.shape or [""]
    every = beside.product_of_all() if options.product else SHAPES
    shapes = {name: make for name, make in every.items() if any(part in name for part in wanted)}
    failures = 0
    for name in chosen:
        failures += _measure(name, shapes, sizes, options.limit, every=options.all)
    return 1 if failures else 0


def _measure(
    name: str, shapes: dict[str, Shape], sizes: list[int], limit: float, *, every: bool
) -> int:
    """Print a line for each shape that stands out and one for the filter; return the failures."""
    run = target(name)
    run("我们看着他。" * (_WARM // 18))
    for make in shapes.values():
        run(make(2 * KB))  # tables and patterns are made when first used
    rows: list[tuple[float, float | None, float, str]] = []
    for shape, make in shapes.items():
        found = times(run, make, sizes, limit)
        done = sizes[: len(found)]
        characters = len(make(done[-1]))
        rows.append((found[-1] / characters * 1e6, exponent(done, found), found[-1], shape))
        if every:
            _show(rows[-1], found)
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
    for row in sorted(bad, key=lambda row: -(row[1] or 0)):
        _show(row, [row[2]], f" ({row[0] / median:.1f} × median)")
    return len(bad)


def _show(
    row: tuple[float, float | None, float, str], found: Sequence[float], more: str = ""
) -> None:
    each, slope, _, shape = row
    shown = " -  " if slope is None else f"{slope:.2f}"
    spent = ", ".join(f"{time:.3f}" for time in found)
    print(f"  {shape}: exponent {shown}, {each:.3f} µs a character{more}, {spent} s", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
