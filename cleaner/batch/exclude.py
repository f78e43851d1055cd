"""Documents to leave out: too short, too little Chinese, another language, there before.

The first three look at one document, in the worker. What was there before is known only to the one
process that sees all documents in order; workers give it a key of each text, and it looks that up
in a table on the disk, so that memory stays bounded whatever the number of documents.
"""

from __future__ import annotations

import hashlib
import sqlite3
from typing import Any

from cleaner.batch.job import Exclusions
from cleaner.core import Result
from cleaner.errors import EngineError
from cleaner.patterns import lazy

#: Length of a shingle in characters, as CCNet-like pipelines for Chinese take it: 2 to 3 words.
SHINGLE = 5
# 14 bands of 8 values, as FineWeb has it: pairs of similarity 0.75 are found with 77 %, of 0.85
# with 99 %; the signature then has the last word.
BANDS, DEPTH = 14, 8
SIMILAR = 0.8

_NO_WORD = lazy(r"[\W_]+")


def reason(result: Result, exclusions: Exclusions) -> str | None:
    """Return why a document is to be left out as it is in itself, None to keep it."""
    if not (exclusions.min_length or exclusions.min_han or exclusions.language):
        return None
    from cleaner.report.detection import language_of, scripts_of

    text = "".join(result.text.split())
    if len(text) < exclusions.min_length:
        return "min-length"
    counts = scripts_of(text)
    if exclusions.min_han and counts.get("han", 0) < exclusions.min_han * len(text):
        return "min-han"
    if exclusions.language and language_of(counts) != exclusions.language:
        return "language"
    return None


class Signatures:
    """Makes the key by which a text is known again: a digest, or a MinHash signature."""

    def __init__(self, kind: str | None) -> None:
        self._kind = kind
        self._near: Any = None
        if kind == "near":
            try:
                from datasketch import MinHash
            except ImportError:
                raise EngineError(
                    "--dedup near needs a package: pip install 'zhclean[dedup]'"
                ) from None
            self._near = MinHash

    def of(self, text: str) -> bytes | None:
        """Return the key of ``text``: spaces and punctuation do not count."""
        if self._kind is None:
            return None
        bare = _NO_WORD.sub("", text)
        if self._near is None:
            return hashlib.blake2b(bare.encode("utf-8"), digest_size=16).digest()
        pieces = {bare[at : at + SHINGLE] for at in range(max(len(bare) - SHINGLE, 0) + 1)}
        sketch = self._near(num_perm=BANDS * DEPTH, seed=1)
        sketch.update_batch([piece.encode("utf-8") for piece in sorted(pieces)])
        signature: bytes = sketch.hashvalues.astype("<u4").tobytes()
        return signature


class Seen:
    """The keys of all documents so far, in an SQLite file.

    Each key bears the number of its unit, so that those of units that were not written to the end
    can be forgotten when a run goes on.
    """

    def __init__(self, path: str, kind: str, units_done: int) -> None:
        self._kind = kind
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-32000;"
            "CREATE TABLE IF NOT EXISTS key (band INT, hash BLOB, unit INT, document INT);"
            "CREATE INDEX IF NOT EXISTS place ON key (band, hash);"
            "CREATE TABLE IF NOT EXISTS document"
            " (id INTEGER PRIMARY KEY, unit INT, signature BLOB);"
        )
        for table in ("key", "document"):
            self._base.execute(f"DELETE FROM {table} WHERE unit >= ?", (units_done,))  # noqa: S608
        self._base.execute("BEGIN")

    def again(self, key: bytes, unit: int) -> bool:
        """Whether a document with this key, or one like it, was there before; note it if not."""
        bands = [(0, key)]
        if self._kind == "near":
            size = DEPTH * 4
            bands = [(band, key[band * size : (band + 1) * size]) for band in range(BANDS)]
        for band in bands:
            found = self._base.execute(
                "SELECT signature FROM key JOIN document ON document = id"
                " WHERE band = ? AND hash = ? LIMIT 20",
                band,
            )
            if any(_alike(key, other) for (other,) in found):
                return True
        cursor = self._base.execute(
            "INSERT INTO document (unit, signature) VALUES (?, ?)", (unit, key)
        )
        number = cursor.lastrowid
        self._base.executemany(
            "INSERT INTO key VALUES (?, ?, ?, ?)",
            [(band, value, unit, number) for band, value in bands],
        )
        return False

    def commit(self) -> None:
        """Keep what was noted even if the process is killed."""
        self._base.execute("COMMIT")
        self._base.execute("BEGIN")

    def close(self) -> None:
        """Close the file."""
        self._base.close()


def _alike(one: bytes, other: bytes) -> bool:
    if one == other:
        return True
    if len(one) != BANDS * DEPTH * 4:
        return False
    mine, theirs = memoryview(one).cast("I"), memoryview(other).cast("I")
    same = sum(a == b for a, b in zip(mine, theirs, strict=True))
    return same >= SIMILAR * BANDS * DEPTH
