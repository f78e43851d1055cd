"""Search Chinese pages with tantivy, and see the hits in the original.

    pip install tantivy
    python examples/tantivy_search.py 圖書館 pages/*.txt

Words are separated by spaces after cleaning, so the tokenizer that splits at white space serves;
the words inside long words are in a field of their own, which counts for less.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tantivy

from cleaner import Cleaner
from cleaner.search import excerpt, terms, tokens


def index(paths: Iterable[Path]) -> Any:
    """Return an index in memory of the pages ``paths``."""
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("words", tokenizer_name="whitespace")
    schema.add_text_field("parts", tokenizer_name="whitespace")
    for name in ("name", "source", "places"):
        schema.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    made = tantivy.Index(schema.build())
    writer = made.writer(15_000_000)
    cleaner = Cleaner()
    for path in paths:
        result = cleaner.process(path.read_bytes())
        found = list(terms(result))
        page = {
            "name": path.name,
            "source": result.source or "",
            "places": json.dumps([[term.text, term.start, term.end] for term in found]),
            "words": " ".join(term.text for term in found if term.whole),
            "parts": " ".join(term.text for term in found if not term.whole),
        }
        writer.add_document(tantivy.Document(**page))
    writer.commit()
    writer.wait_merging_threads()
    made.reload()
    return made


def search(made: Any, query: str, limit: int = 10) -> Iterator[tuple[str, str]]:
    """Yield name and an excerpt of the pages that have all words of ``query``, the best first."""
    wanted = tokens(query)
    if not wanted:
        return
    schema = made.schema
    clauses = []
    for word in wanted:
        whole = tantivy.Query.term_query(schema, "words", word)
        part = tantivy.Query.boost_query(tantivy.Query.term_query(schema, "parts", word), 0.3)
        either = [(tantivy.Occur.Should, whole), (tantivy.Occur.Should, part)]
        clauses.append((tantivy.Occur.Must, tantivy.Query.boolean_query(either)))
    searcher = made.searcher()
    for _, address in searcher.search(tantivy.Query.boolean_query(clauses), limit).hits:
        page = searcher.doc(address)
        places = json.loads(page["places"][0])
        hits = [(start, end) for word, start, end in places if word in wanted]
        yield page["name"][0], excerpt(page["source"][0], hits)


def main() -> None:
    """Index the files named on the command line and write what matches the query to stdout."""
    if len(sys.argv) < 3:
        sys.exit("usage: tantivy_search.py QUERY FILE...")
    try:
        made = index(Path(name) for name in sys.argv[2:])
    except OSError as error:
        sys.exit(f"tantivy_search.py: {error}")
    for name, found in search(made, sys.argv[1]):
        line = name + "\t" + " ".join(found.split()) + "\n"
        sys.stdout.buffer.write(line.encode("utf-8"))


if __name__ == "__main__":
    main()
