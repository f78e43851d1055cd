"""Search Chinese pages with SQLite's full text index.

    python examples/fts5.py 圖書館 pages/*.txt

SQLite's FTS5 takes a run of Chinese characters for one long word, so it finds nothing inside a
sentence. Cleaned pages have spaces between words, and then it works, ranking included. Pages and
queries go through the same pipeline: a Traditional query finds Simplified pages and the other way
round, whatever the encoding of the files.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from cleaner import Cleaner


def index(paths: Iterable[Path]) -> sqlite3.Connection:
    """Return a database in memory with a table ``pages`` of the cleaned ``paths``."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE pages USING fts5(name UNINDEXED, words)")
    cleaner = Cleaner()
    database.executemany(
        "INSERT INTO pages VALUES (?, ?)",
        ((path.name, cleaner.clean(path.read_bytes())) for path in paths),
    )
    return database


def expression(query: str) -> str:
    """Return the FTS5 expression for a user's query: every part of it, each as a phrase.

    A query is a few words and no page, so nothing of it may be taken for page chrome.
    """
    cleaner = Cleaner(keep_chrome=True)
    parts = (cleaner.clean(part).strip() for part in query.split())
    return " ".join('"' + part.replace('"', '""') + '"' for part in parts if part)


def search(database: sqlite3.Connection, query: str) -> Iterator[tuple[str, str]]:
    """Yield name and an excerpt of the pages that match ``query``, the best first."""
    matching = expression(query)
    if matching:
        yield from database.execute(
            "SELECT name, snippet(pages, 1, '[', ']', '…', 12)"
            " FROM pages WHERE pages MATCH ? ORDER BY rank",
            (matching,),
        )


def main() -> None:
    """Index the files named on the command line and write what matches the query to stdout."""
    if len(sys.argv) < 3:
        sys.exit("usage: fts5.py QUERY FILE...")
    database = index(Path(name) for name in sys.argv[2:])
    try:
        for name, excerpt in search(database, sys.argv[1]):
            line = name + "\t" + " ".join(excerpt.split()) + "\n"
            sys.stdout.buffer.write(line.encode("utf-8"))
    finally:
        database.close()


if __name__ == "__main__":
    main()
