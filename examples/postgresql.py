"""Search Chinese pages with PostgreSQL's full text search, and see the hits in the original.

    python examples/postgresql.py index pages/*.txt | psql DATABASE
    python examples/postgresql.py query 圖書館 | psql -At DATABASE

PostgreSQL needs no extension for it: pages come as ``tsvector`` with the positions of their words,
and queries use the configuration ``simple``, which changes nothing but capital letters. The words
inside long words stand at the same positions with weight D, so that whole words rank first. A
position is also the index of the arrays that say where the word stands in the page as it was.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from cleaner import Cleaner
from cleaner.search import Term, terms, tokens

# What a tsvector holds at most: positions, and positions of one word.
_LAST, _MOST = 16_383, 256

TABLE = """\
CREATE TABLE IF NOT EXISTS pages
  (name text PRIMARY KEY, source text, words tsvector, starts int[], ends int[]);
CREATE INDEX IF NOT EXISTS pages_words ON pages USING gin (words);
COPY pages FROM stdin;
"""

QUERY = """\
SELECT name, regexp_replace(
         substr(source, greatest(1, low - 19), least(low, 20)) || '[' ||
         substr(source, low + 1, high - low) || ']' || substr(source, high + 1, 20),
         '[[:space:]]+', ' ', 'g')
FROM (SELECT name, source, starts[first] AS low, ends[first] AS high, rank
      FROM pages, to_tsquery('simple', {query}) AS query,
           LATERAL (SELECT min(place) AS first FROM unnest(words) AS word,
                           unnest(word.positions) AS place
                    WHERE word.lexeme = ANY ({lexemes})) AS found,
           ts_rank(words, query) AS rank
      WHERE words @@ query) AS hits
ORDER BY rank DESC, name;
"""


def index(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the statements that make the table and fill it with the pages ``paths``."""
    yield TABLE
    cleaner = Cleaner()
    for path in paths:
        result = cleaner.process(path.read_bytes())
        found = list(terms(result))
        _, places = result.alignment.offsets()
        cells = [
            path.name,
            (result.source or "").replace("\0", ""),
            _vector(found),
            "{" + ",".join(str(place.start) for place in places) + "}",
            "{" + ",".join(str(place.end) for place in places) + "}",
        ]
        yield "\t".join(map(_cell, cells)) + "\n"
    yield "\\.\n"


def query(text: str) -> str:
    """Return the statement that finds the pages for a user's query, each part of it a phrase."""
    parts = [[word.lower() for word in tokens(part)] for part in text.split()]
    phrases = [" <-> ".join(map(_quoted, words)) for words in parts if words]
    lexemes = ", ".join(_quoted(word) for words in parts for word in words)
    return QUERY.format(
        query=_quoted(" & ".join(f"({phrase})" for phrase in phrases)),
        lexemes=f"ARRAY[{lexemes}]::text[]",
    )


def _vector(found: Iterable[Term]) -> str:
    places: dict[str, list[str]] = {}
    for term in found:
        listed = places.setdefault(term.text.lower(), [])
        if term.position < _LAST and len(listed) < _MOST:
            listed.append(f"{term.position + 1}{'A' if term.whole else ''}")
    return " ".join(
        f"{_lexeme(word)}:{','.join(listed)}" for word, listed in places.items() if listed
    )


def _lexeme(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"


def _quoted(text: str) -> str:
    """Return a string constant; backslashes mean themselves (standard_conforming_strings)."""
    return "'" + text.replace("'", "''") + "'"


def _cell(text: str) -> str:
    text = text.replace("\\", "\\\\").replace("\t", "\\t")
    return text.replace("\n", "\\n").replace("\r", "\\r")


def main() -> None:
    """Write statements for psql to stdout."""
    if len(sys.argv) < 3 or sys.argv[1] not in ("index", "query"):
        sys.exit("usage: postgresql.py index FILE... | postgresql.py query TEXT")
    if sys.argv[1] == "index":
        for part in index(Path(name) for name in sys.argv[2:]):
            sys.stdout.buffer.write(part.encode("utf-8"))
    else:
        sys.stdout.buffer.write(query(" ".join(sys.argv[2:])).encode("utf-8"))


if __name__ == "__main__":
    main()
