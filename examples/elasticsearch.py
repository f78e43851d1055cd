"""Search Chinese pages with Elasticsearch or OpenSearch, without a Chinese analyser.

    python examples/elasticsearch.py mapping |
        curl -T - -H 'Content-Type: application/json' $ES/pages
    clean --format es-bulk --index pages pages/*.txt |
        curl --data-binary @- -H 'Content-Type: application/x-ndjson' $ES/_bulk
    python examples/elasticsearch.py query 圖書館 |
        curl -d @- -H 'Content-Type: application/json' $ES/pages/_search

The words are made by cleaning, on both sides, so the index only has to split at white space.
Filters that convert characters inside the engine move its offsets, and highlights with them; here
the offsets of each word in the original come with the page, counted as Java counts (UTF-16).
"""

from __future__ import annotations

import json
import sys
from typing import Any

from cleaner.search import tokens

_WORDS = {"type": "text", "analyzer": "words", "term_vector": "with_positions"}
_STORED = {"type": "integer", "index": False, "doc_values": False}


def mapping() -> dict[str, Any]:
    """Return the body that makes the index."""
    words = {"type": "custom", "tokenizer": "whitespace", "filter": ["lowercase"]}
    return {
        "settings": {"analysis": {"analyzer": {"words": words}}},
        "mappings": {
            "properties": {
                "text": _WORDS,
                "parts": {"type": "text", "analyzer": "words", "norms": False},
                "original": {"type": "text", "index": False},
                "starts": _STORED,
                "ends": _STORED,
                "title": {"type": "text", "index": False},
                "published": {"type": "date", "ignore_malformed": True},
                "variant": {"type": "keyword"},
                "file": {"type": "keyword"},
            }
        },
    }


def query(text: str) -> dict[str, Any]:
    """Return the body that finds the pages for a user's query, each part of it a phrase."""
    clauses: list[dict[str, Any]] = []
    for part in text.split():
        words = tokens(part)
        if not words:
            continue
        phrase = {"match_phrase": {"text": " ".join(words)}}
        inside = {"match": {"parts": {"query": " ".join(words), "operator": "and", "boost": 0.3}}}
        clauses.append({"bool": {"should": [phrase, inside], "minimum_should_match": 1}})
    return {"query": {"bool": {"must": clauses}} if clauses else {"match_none": {}}}


def main() -> None:
    """Write the body of a request to stdout."""
    if len(sys.argv) == 2 and sys.argv[1] == "mapping":
        body = mapping()
    elif len(sys.argv) > 2 and sys.argv[1] == "query":
        body = query(" ".join(sys.argv[2:]))
    else:
        sys.exit("usage: elasticsearch.py mapping | elasticsearch.py query TEXT")
    sys.stdout.buffer.write(json.dumps(body, ensure_ascii=False).encode("utf-8") + b"\n")


if __name__ == "__main__":
    main()
