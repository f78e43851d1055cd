"""Whole pages misread in ways that scrapers do, and undone: how many lines come out right.

``python -m tests.quality.misread FILE...`` misreads Chinese text of your own, each file a page, as
programs do that meet a page in GBK or Big5 and expect something else.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable
from pathlib import Path

from cleaner.mojibake.undo import undo_mojibake

#: Characters of a page, so that a book does not outweigh the others.
PAGE = 6000


def _windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in bad), error.end


def half_width(text: str) -> str:
    """Return ``text`` with letters and marks of ASCII instead of full-width ones."""
    return text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})


codecs.register_error("misread.windows", _windows)

#: What a page was written in, and how a program read it.
KINDS: dict[str, tuple[str, Callable[[bytes], str]]] = {
    "GBK read as UTF-8, Windows-1252 for the rest": (
        "gbk",
        lambda data: data.decode("utf-8", "misread.windows"),
    ),
    "Big5 read as UTF-8, Windows-1252 for the rest": (
        "cp950",
        lambda data: data.decode("utf-8", "misread.windows"),
    ),
    "GBK read as Latin-1": ("gbk", lambda data: data.decode("latin-1")),
    "GBK read as Russian (Windows-1251)": (
        "gbk",
        lambda data: "".join(bytes([b]).decode("cp1251", "ignore") or chr(b) for b in data),
    ),
    "UTF-8 read as Mac Roman": ("utf-8", lambda data: data.decode("mac-roman")),
    "GBK read as GB 2312, U+FFFD for the rest": (
        "gbk",
        lambda data: data.decode("gb2312", "replace"),
    ),
    "UTF-8 read as GBK, the rest dropped": ("utf-8", lambda data: data.decode("gbk", "ignore")),
    "UTF-8 read as GBK, half-width since": (
        "utf-8",
        lambda data: half_width(data.decode("gb18030", "replace")),
    ),
    "Big5-HKSCS read as Big5, the rest dropped": (
        "big5hkscs",
        lambda data: data.decode("big5", "ignore"),
    ),
}


def right(page: str, kind: str) -> tuple[int, int, int]:
    """Return of the lines of ``page`` that ``kind`` damages how many are undone, and how many are.

    The last number is that of lines which it does not damage and undoing changes.
    """
    encoding, read = KINDS[kind]
    lines = [line.encode(encoding, "ignore").decode(encoding) for line in page[:PAGE].split("\n")]
    damaged = [read(line.encode(encoding)) for line in lines]
    undone = undo_mojibake("\n".join(damaged))[0].split("\n")
    found = list(zip(lines, damaged, undone, strict=True))
    return (
        sum(line == result for line, bad, result in found if line != bad),
        sum(line != bad for line, bad, _ in found),
        sum(line != result for line, bad, result in found if line == bad),
    )


def main(names: list[str]) -> None:
    """Print a line for each kind."""
    pages = [Path(name).read_text(encoding="utf-8") for name in names]
    for kind in KINDS:
        counts = [right(page, kind) for page in pages]
        done, damaged, harmed = map(sum, zip(*counts, strict=True))
        share = 100 * done / damaged if damaged else 100.0
        print(f"{share:5.1f} % of {damaged:6d} lines  {harmed} harmed  {kind}")


if __name__ == "__main__":
    main(sys.argv[1:])
