"""Change the filters in one place at a time, and see whether the tests of the filter notice.

    python -m tests.mutation --count 300 --seed 1
    python -m tests.mutation --filter convert --count 40

A mutant is the package with one comparison, operator, number, condition or jump changed. It is
killed when one of the tests of its filter (``tests/filters/test_FILTER*.py``, then golden pages)
fails or takes too long. The sample is drawn evenly from all places of all filters; printed of a
survivor are the line and what takes its place. Exits 1 below the score that is asked for.
"""

from __future__ import annotations

import argparse
import random

import pytest

from tests.mutation.forked import Asking
from tests.mutation.places import FILTERS, ROOT, Place, places

#: Made when the package is built: their tests build them again, which takes a minute.
_BUILDING = ("compile.py", "compile_costs.py", "compile_index.py", "compile_model.py", "sources.py")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=300, help="mutants to make")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--filter", action="append", help="name; all when left out")
    parser.add_argument("--least", type=float, default=0.85, help="score that is asked for")
    options = parser.parse_args()
    found: list[Place] = []
    for path in sorted(FILTERS.rglob("*.py")):
        if path.name not in _BUILDING:
            found += places(path)
    if options.filter:
        found = [place for place in found if place.filter in options.filter]
    sample = random.Random(options.seed).sample(found, min(options.count, len(found)))
    asked: list[bool] = []

    def told(place: Place, survives: bool) -> None:
        asked.append(survives)
        if survives:
            print(f"\n{place.path.relative_to(ROOT)}:{place.line} {place.what}")
            print(f"    {place.source()}\n    {place.after}")
        if len(asked) % 10 == 0 or len(asked) == len(sample):
            killed = asked.count(False)
            print(f"\n{killed} of {len(asked)} killed ({killed / len(asked):.1%})", flush=True)

    command = ["-q", "-p", "no:cacheprovider", "-s", "tests/filters", "tests/golden"]
    pytest.main(["--rootdir", str(ROOT), *command], plugins=[Asking(sample, told)])
    print(f"{len(found)} places in all")
    return 0 if asked.count(False) >= options.least * len(sample) else 1


if __name__ == "__main__":
    raise SystemExit(main())
