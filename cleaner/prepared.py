"""What is made of the shipped dictionaries, made beforehand where making it takes long.

An index of four thousand phrases takes 8 ms of CPU time to make, nearly what it takes to start
Python, and 1 ms to read. So `prepared.bin` has such tables; :mod:`cleaner.beforehand` writes it.
Each bears a hash of the files that it was made of, dictionaries and modules. Where one of them
was edited since, the table is made when it is needed, with the same result.
"""

from __future__ import annotations

import marshal
import os
from _imp import source_hash  # see :mod:`.patterns`

from cleaner.dictionaries import shipped
from cleaner.kept import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeVar

    T = TypeVar("T")

_PACKAGE = os.path.dirname(__file__)
# With references: names are in several places, and reading each once takes a third less time.
MARSHAL = 4
FILE = os.path.join(_PACKAGE, "prepared.bin")

#: Tables that are made while this is no None, by name, with their hashes; see ``beforehand``.
making: dict[str, tuple[bytes, bytes]] | None = None


def prepared(name: str, make: Callable[[], T], files: Sequence[str]) -> T:
    """Return what ``make()`` does: plain values of the kinds that ``marshal`` can write.

    ``files`` are those that decide what it is: modules and tables of this package
    (``filters/x/y.py``), and dictionaries (``chrome/cues.tsv``). When they are what they were, it
    is read and not made.
    """
    content = _hash(files)
    known, data = _read() if making is None else ({}, _NOTHING)
    found = known.get(name)
    if found is not None and found[0] == content:
        start, end = found[1:]
        made: T = marshal.loads(data[start:end])  # noqa: S302 - our own file, beside this one
        return made
    made = make()
    if making is not None:
        making[name] = content, marshal.dumps(made, MARSHAL)  # type: ignore[arg-type]
    return made


def _hash(files: Sequence[str]) -> bytes:
    """Return a few bytes that tell contents of files apart."""
    return source_hash(0, b"".join([_content(name) for name in files]))


@cache  # modules that several tables are made with
def _content(name: str) -> bytes:
    """Return a few bytes that tell contents of a file apart."""
    ours = name.endswith((".py", ".bin"))
    path = os.path.join(_PACKAGE, name) if ours else shipped(name)
    try:
        with open(path, "rb", buffering=0) as file:
            return source_hash(0, file.read())
    except OSError:  # a module without its source
        return b"none"


def write(tables: Mapping[str, tuple[bytes, bytes]]) -> bytes:
    """Return the content of the file for ``tables``, each with its hash.

    The length of what follows in four bytes (little-endian), by name hash, start and end of
    each table in what comes last: the tables.
    """
    places: dict[str, tuple[bytes, int, int]] = {}
    end = 0
    for name, (content, table) in sorted(tables.items()):
        start, end = end, end + len(table)
        places[name] = content, start, end
    head = marshal.dumps(places, MARSHAL)
    parts = [table for _, (_, table) in sorted(tables.items())]
    return b"".join([len(head).to_bytes(4, "little"), head, *parts])


@cache
def _read() -> tuple[dict[str, tuple[bytes, int, int]], memoryview]:
    """Return where each table is, and all of them, of which a page needs no more than half."""
    import mmap

    try:
        with open(FILE, "rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except OSError:
        return {}, _NOTHING
    start = 4 + int.from_bytes(data[:4], "little")
    return marshal.loads(data[4:start]), data[start:]  # noqa: S302


_NOTHING = memoryview(b"")
