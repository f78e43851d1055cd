"""Time a Cleaner on short texts, one call each: python -m tests.benchmarks.lines [FILE]...

Microseconds of CPU time for a call with a line of FILEs (default: the golden pages, cleaned), in
steady state, and how much of it each filter takes. People clean tables and chats this way.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from cleaner import Cleaner
from cleaner.document import Document
from cleaner.frozen import replace
from cleaner.pipeline import Filter
from tests.benchmarks.__main__ import ROOT

LONGEST = 50
MODES: tuple[dict[str, Any], ...] = (
    *({}, {"segment": False}, {"only": ("convert",)}, {"only": ("decode",)}),
)


def lines(paths: Iterable[Path]) -> list[str]:
    """Return the first characters of the longer lines of files."""
    texts = [path.read_bytes().decode("utf-8", "replace") for path in paths]
    found = [line.strip()[:LONGEST] for text in texts for line in text.split("\n")]
    return [line for line in found if len(line) > 20]


def microseconds(call: Callable[[str], object], texts: list[str]) -> float:
    """Return what a call takes, the best of five rounds."""
    rounds = []
    for _ in range(5):
        start = time.process_time()
        for text in texts:
            call(text)
        rounds.append(time.process_time() - start)
    return min(rounds) / len(texts) * 1e6


def main() -> None:
    """Print a row for each mode, then one for each filter on what came before it."""
    golden = sorted((ROOT / "tests" / "golden").glob("*.clean.txt"))
    texts = lines([Path(name) for name in sys.argv[1:]] or golden)
    print(f"{len(texts)} texts of {sum(map(len, texts)) / len(texts):.0f} characters")
    for mode in MODES:
        print(f"  {mode!s:26} {microseconds(Cleaner(**mode).clean, texts):7.1f} us a call")
    cleaner = Cleaner()
    documents = [Document(text=text) for text in texts]
    for stage in cleaner.filters:
        given = dict(zip(texts, documents, strict=True))

        def run(text: str, stage: Filter = stage, given: dict[str, Document] = given) -> Document:
            return stage(replace(given[text]), cleaner.settings)  # a new one remembers nothing

        took = microseconds(run, texts)
        print(f"  {stage.name:26} {took:7.1f}")
        documents = [stage(document, cleaner.settings) for document in documents]


if __name__ == "__main__":
    main()
