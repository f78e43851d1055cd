"""Search Chinese pages with SQLite's full text index, and see the hits in the original.

    python examples/fts5.py 圖書館 pages/*.txt

SQLite's FTS5 takes a run of Chinese characters for one long word, so it finds nothing inside a
sentence; its trigram tokenizer finds no word of two characters, which most Chinese words are.
Cleaned pages have spaces between words, and then it works, ranking included. Pages and queries go
through the same pipeline: a Traditional query finds Simplified pages and the other way round,
whatever the encoding of the files. Excerpts are of the page as it was, by the alignment.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from cleaner import Cleaner
from cleaner.search import excerpt, terms, tokens


def index(paths: Iterable[Path]) -> sqlite3.Connection:
    """Return a database in memory with the pages ``paths``.

    ``pages`` is the index: the words of a page, and the words inside its long words. ``originals``
    has what excerpts are made of: the page as it was, and where each word stands in it.
    """
    database = sqlite3.connect(":memory:")
    database.executescript(
        "CREATE VIRTUAL TABLE pages USING fts5(words, parts);"
        "CREATE TABLE originals (id INTEGER PRIMARY KEY, name TEXT, source TEXT, places TEXT);"
    )
    cleaner = Cleaner()
    for number, path in enumerate(paths, 1):
        result = cleaner.process(path.read_bytes())
        found = list(terms(result))
        words = " ".join(term.text for term in found if term.whole)
        parts = " ".join(term.text for term in found if not term.whole)
        places = json.dumps([[term.text, term.start, term.end] for term in found])
        database.execute("INSERT INTO pages(rowid, words, parts) VALUES (?, ?, ?)",
                         (number, words, parts))  # fmt: skip
        database.execute("INSERT INTO originals VALUES (?, ?, ?, ?)",
                         (number, path.name, result.source, places))  # fmt: skip
    return database


def expression(query: str) -> str:
    """Return the FTS5 expression for a user's query: every part of it, each as a phrase."""
    phrases = (" ".join(tokens(part)) for part in query.split())
    return " ".join('"' + phrase.replace('"', '""') + '"' for phrase in phrases if phrase)


def search(database: sqlite3.Connection, query: str) -> Iterator[tuple[str, str]]:
    """Yield name and an excerpt of the pages that match ``query``, the best first."""
    matching = expression(query)
    if not matching:
        return
    wanted = set(tokens(query))
    for name, source, places in database.execute(
        "SELECT name, source, places FROM pages JOIN originals ON originals.id = pages.rowid"
        " WHERE pages MATCH ? ORDER BY rank",
        (matching,),
    ):
        hits = [(start, end) for word, start, end in json.loads(places) if word in wanted]
        yield name, excerpt(source, hits)


def main() -> None:
    """Index the files named on the command line and write what matches the query to stdout."""
    if len(sys.argv) < 3:
        sys.exit("usage: fts5.py QUERY FILE...")
    try:
        database = index(Path(name) for name in sys.argv[2:])
    except OSError as error:
        sys.exit(f"fts5.py: {error}")
    try:
        for name, found in search(database, sys.argv[1]):
            line = name + "\t" + " ".join(found.split()) + "\n"
            sys.stdout.buffer.write(line.encode("utf-8"))
    finally:
        database.close()


if __name__ == "__main__":
    main()
