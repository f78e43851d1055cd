"""Change the filters in one place at a time, and see whether the tests of the filter notice.

    python -m tests.mutation --count 300 --seed 1
    python -m tests.mutation --filter convert --count 40

A mutant is a copy of the package with one comparison, operator, number, condition or jump changed.
It is killed when one of the tests of its filter (``tests/filters/test_FILTER*.py``, the golden
pages) fails or takes too long. The sample is drawn evenly from all places of all filters; what is
printed of a survivor is the line before and after. Exits 1 below the score that is asked for.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.mutation.places import Place, places

ROOT = Path(__file__).parent.parent.parent
FILTERS = ROOT / "cleaner" / "filters"
#: Seconds after which a mutant is taken to run for ever.
PATIENCE = 240
#: Made when the package is built: their tests build them again, which takes a minute.
_BUILDING = ("compile.py", "compile_costs.py", "compile_index.py", "compile_model.py", "sources.py")


def tests_of(path: Path, root: Path) -> list[str]:
    """Return the tests that a mutant of the module at ``path`` has to pass.

    Those named after the module come first, then those of its filter, quickest first.
    """
    name = path.relative_to(FILTERS).parts[0].removesuffix(".py")
    own = sorted(
        root.glob(f"tests/filters/test_{name}*.py"),
        key=lambda test: (path.stem not in test.stem.split("_", 2), test.stat().st_size),
    )
    return [*map(str, own), str(root / "tests" / "golden")]


def survives(place: Place, root: Path) -> bool:
    """Whether the tests pass on the copy of the tree in ``root`` with one place changed."""
    path = root / place.path.relative_to(ROOT)
    before = path.read_text(encoding="utf-8")
    path.write_text(place.changed(before), encoding="utf-8")
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
    try:
        done = subprocess.run(
            [*command, *tests_of(place.path, root)],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
            capture_output=True,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return False
    finally:
        path.write_text(before, encoding="utf-8")
    return done.returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=300, help="mutants to make")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--filter", action="append", help="name; all when left out")
    parser.add_argument("--least", type=float, default=0.85, help="score that is asked for")
    options = parser.parse_args()
    found: list[Place] = []
    for path in sorted(FILTERS.rglob("*.py")):
        name = path.relative_to(FILTERS).parts[0].removesuffix(".py")
        if path.name not in _BUILDING and (not options.filter or name in options.filter):
            found += places(path)
    sample = random.Random(options.seed).sample(found, min(options.count, len(found)))
    killed = 0
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        for part in ("cleaner", "dictionaries", "tests", "examples"):
            shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        for part in ("pyproject.toml", "README.md"):
            shutil.copy(ROOT / part, root)
        for number, place in enumerate(sample, 1):
            alive = survives(place, root)
            killed += not alive
            if alive:
                print(f"{place.path.relative_to(ROOT)}:{place.line} {place.what}")
                print(f"    {place.source()}")
            if number % 10 == 0 or number == len(sample):
                print(f"{killed} of {number} killed ({killed / number:.1%})", flush=True)
    print(f"{len(found)} places in all")
    return 0 if killed >= options.least * len(sample) else 1


if __name__ == "__main__":
    raise SystemExit(main())
