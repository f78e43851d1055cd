"""Fuzz the targets with atheris, guided by the branches of ``cleaner`` that an input reaches.

    pip install -e '.[fuzz]'
    python -m tests.fuzz whole --runs 1000000
    python -m tests.fuzz repair --seconds 600 --corpus FOLDER
    python -m tests.fuzz repair --seconds 600 --corpus FOLDER --blind

Begins with the corpus of ``tests/fuzz/corpus`` and of FOLDER, where inputs that reach new branches
are kept; finds are written to the current folder as ``crash-*``. ``--blind`` counts no branches and
runs several times as many inputs in the same time. Inputs are small (``--length``): what needs a
long one is the subject of tests/hostile.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
from pathlib import Path

from tests.fuzz import blind
from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--runs", type=int, default=-1, help="executions; -1: until --seconds")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--length", type=int, default=96, help="longest input in bytes")
    parser.add_argument("--seed", type=int, default=0, help="0: a new one each time")
    parser.add_argument("--corpus", type=Path, help="folder of inputs to keep")
    parser.add_argument("--blind", action="store_true", help="change inputs at random only")
    options = parser.parse_args()
    if options.blind:
        return _blind(options)
    try:
        import atheris
    except ImportError:
        sys.stderr.write("atheris is missing: pip install -e '.[fuzz]'\n")
        return 2
    target = TARGETS[options.target]
    target("我們看著他。<p>".encode())  # what is imported late is instrumented before it runs
    for name, module in list(sys.modules.items()):
        if name.startswith("cleaner.") and "compile" not in name:
            _instrument(atheris, module)
    found = options.corpus or tempfile.mkdtemp(prefix=f"zhclean-{options.target}-")
    atheris.Setup(
        [
            sys.argv[0],
            str(found),
            str(CORPUS),
            f"-max_len={options.length}",
            f"-runs={options.runs}",
            f"-max_total_time={options.seconds}",
            f"-seed={options.seed}",
            "-print_final_stats=1",
            "-timeout=20",
        ],
        target,
    )
    atheris.Fuzz()
    return 0


def _blind(options: argparse.Namespace) -> int:
    folders = [CORPUS, *([options.corpus] if options.corpus else [])]
    corpus = [path.read_bytes() for folder in folders for path in sorted(folder.iterdir())]
    seed = options.seed or random.SystemRandom().randrange(1 << 32)
    done, crash = blind.run(
        TARGETS[options.target],
        corpus,
        runs=options.runs,
        seconds=options.seconds,
        length=options.length,
        seed=seed,
    )
    print(f"{options.target}: {done:,} executions, seed {seed}")
    if crash is None:
        return 0
    name = f"crash-{options.target}-{hashlib.sha1(crash, usedforsecurity=False).hexdigest()}"
    Path(name).write_bytes(crash)
    print(f"broken by {crash!r}, written to {name}")
    return 1


def _instrument(atheris: object, module: object) -> None:
    """Count the branches of the functions of a module and of its classes."""
    instrument = atheris.instrument_func  # type: ignore[attr-defined]
    name = module.__name__  # type: ignore[attr-defined]
    for value in list(vars(module).values()):
        if getattr(value, "__module__", None) != name:
            continue
        functions = vars(value).values() if isinstance(value, type) else [value]
        for function in functions:
            code = getattr(function, "__code__", None)
            if code is not None:
                instrument(function)


if __name__ == "__main__":
    raise SystemExit(main())
