"""Make ``index.bin``, jieba's dictionary and hidden Markov model in a form that needs no loading.

    python -m cleaner.filters.segment.compile_index

The file is kept in the repository: jieba comes as an sdist, which a build in isolation cannot count
on, and cutting a page then needs neither jieba nor rjieba. A test makes it anew and compares. What
is in the file is told in :mod:`cleaner.filters.segment.index`.
"""

from __future__ import annotations

import importlib.util
import re
import struct
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from runpy import run_path

from cleaner.filters.segment.index import (
    BITS,
    EMISSIONS,
    FILE,
    HEAD,
    MAGIC,
    NEVER,
    SLOTS,
    TAGS,
    pair,
    slot,
)

_LICENCE = """
Words, frequencies, tags and probabilities are those of jieba, under this licence:

The MIT License (MIT)

Copyright (c) 2013 Sun Junyi

Permission is hereby granted, free of charge, to any person obtaining a copy of
this software and associated documentation files (the "Software"), to deal in
the Software without restriction, including without limitation the rights to
use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of
the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS
FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER
IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""
_WORD = re.compile("[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")


def main() -> None:
    """Write the index beside this module."""
    Path(FILE).write_bytes(compiled())


def header() -> bytes:
    """Return the head, which names the version of jieba that the rest is made from."""
    text = MAGIC + f"jieba {version('jieba')}\n{_LICENCE}".encode()
    return text.ljust(HEAD, b"\n")


def compiled() -> bytes:
    """Return the bytes of the index."""
    spec = importlib.util.find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("No module named 'jieba'", name="jieba")
    folder = Path(spec.origin).parent
    numbers, emissions = _emissions(run_path(str(folder / "finalseg" / "prob_emit.py"))["P"])
    start = EMISSIONS + len(emissions)
    offsets = []
    pages = []
    entries = _entries((folder / "dict.txt").read_text("utf-8"))
    for page in _pages(entries):
        offsets.append(start)
        pages.append(page)
        start += len(page)
    table = struct.pack(f"<{SLOTS + 1}I", *offsets, start)
    return b"".join([header(), table, numbers, _pairs(entries), emissions, *pages])


def _entries(dictionary: str) -> dict[str, str]:
    """Return what the index says of each word: its frequency and the letter of its tag."""
    entries: dict[str, str] = {}
    for row in dictionary.splitlines():
        word, count, tag = row.split(" ")
        if _WORD.fullmatch(word):
            entries[word] = f"{count}{chr(65 + TAGS.index(tag))}"
    return entries


def _pairs(words: Iterable[str]) -> bytes:
    """Return the bits of all pairs of neighbours in ``words``."""
    bits = bytearray(BITS // 8)
    for word in words:
        for first, second in pairwise(word):
            bit = pair(first, second)
            bits[bit >> 3] |= 1 << (bit & 7)
    return bytes(bits)


def _pages(entries: Mapping[str, str]) -> list[bytes]:
    """Return the page of each slot."""
    alone = [""] * SLOTS
    lines: list[dict[str, list[str]]] = [defaultdict(list) for _ in range(SLOTS)]
    for word, entry in sorted(entries.items()):
        if len(word) == 1:
            alone[slot(word)] = entry
        else:
            lines[slot(word[0])][word[1]].append(word[2:] + entry)
    return [
        "\n".join([first, *(char + "".join(rest) for char, rest in page.items())]).encode()
        if first or page
        else b""
        for first, page in zip(alone, lines, strict=True)
    ]


def _emissions(table: dict[str, dict[str, float]]) -> tuple[bytes, bytes]:
    """Return the number of the row of each slot, and the rows; row 0 is that of unknown ones."""
    numbers = [0] * SLOTS
    rows: list[tuple[float, ...]] = [(NEVER,) * 4]
    for char in sorted(set().union(*table.values())):
        if slot(char) >= 128:
            numbers[slot(char)] = len(rows)
            rows.append(tuple(table[state].get(char, NEVER) for state in "BMES"))
    return (
        struct.pack(f"<{SLOTS}H", *numbers),
        b"".join(struct.pack("<4d", *row) for row in rows),
    )


if __name__ == "__main__":
    main()
