"""Ask the laws of many pages made up, count the examples, and show each failure at its smallest.

    python -m tests.properties --seconds 480 --seed 1
    python -m tests.properties --pages 250000 --laws steady,recorded

An example is one law, asked of one page under one set of options. Exits 1 when a law is broken.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from functools import partial

from tests.properties.laws import CHOICES, LAWS, broken
from tests.properties.making import made, shrink


def _is_broken(law: str, number: int, text: str) -> bool:
    return broken(law, number, text) is not None


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=60, help="stop after this time")
    parser.add_argument("--pages", type=int, default=10**9, help="or after this many pages")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--laws", default=",".join(LAWS), help="which, with commas between")
    options = parser.parse_args()
    laws = options.laws.split(",")
    examples: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    end = time.monotonic() + options.seconds
    for page, text in enumerate(made(options.seed)):
        if page >= options.pages or time.monotonic() > end:
            break
        number = page % len(CHOICES)
        for law in laws:
            examples[law] += 1
            if broken(law, number, text) is None:
                continue
            failures[law] += 1
            small = shrink(text, partial(_is_broken, law, number))
            sys.stdout.write(f"{law} {CHOICES[number]} {small!r}\n  {broken(law, number, small)}\n")
            sys.stdout.flush()
    counts = ", ".join(f"{law} {examples[law]:,} ({failures[law]} broken)" for law in laws)
    sys.stdout.write(f"seed {options.seed}: {sum(examples.values()):,} examples: {counts}\n")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
