"""Simplified text made Traditional by six converters, and brought back (:mod:`.round_trip`).

The texts are our golden pages and the accepted results of our sentences. Errors are counted in a
million characters; quotation marks, which zhconv changes and we never do, are left out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.dictionaries import read
from cleaner.filters.convert import simplify
from cleaner.filters.convert.tables import load
from tests.quality.round_trip import MILLION, TRADITIONALISERS, errors, without_traditional

FOLDER = Path(__file__).parent
GOLDEN = FOLDER.parent / "golden"
# Sentences that are about characters of both kinds, or about surnames and words that no converter
# could tell once they have been made Traditional (于小姐, 幺).
OTHER = {"compat", "hk", "japanese", "keep_simplified", "me", "mixed", "name", "nonbmp", "variant"}
OTHER |= {"yu_at"}
WORST = 200
CHANGED = 30


def documents() -> list[str]:
    """Return Simplified texts that have no Traditional character of their own."""
    pages = [
        path.read_text("utf-8").replace(" ", "")
        for path in sorted(GOLDEN.glob("*.clean.txt"))
        if path.name.partition(".")[0] not in ("english", "japanese")
    ]
    rows = [row for row in read(FOLDER / "conversion.tsv", 4) if row[2] not in OTHER]
    sentences = [row[1] for row in rows if row[3] != "known" and "||" not in row[1]]
    # Twenty sentences are as long as a page, so that its kind can be told.
    pages += ["\n".join(sentences[place : place + 20]) for place in range(0, len(sentences), 20)]
    return list(map(without_traditional, pages))


@pytest.mark.parametrize("name", TRADITIONALISERS)
def test_there_and_back(name: str) -> None:
    if name in ("zhconv", "hanziconv"):
        pytest.importorskip(name)
    traditionalise, tables = TRADITIONALISERS[name](), load()
    wrong = total = 0
    for page in documents():
        made = traditionalise(page)
        back = simplify(made, tables).text
        total += len(page)
        found = errors(page, back)
        wrong += found
        if found:
            print([line for line in page.split("\n") if line not in back])
    assert total > 15_000
    print(f"{name}: {wrong} of {total}, {wrong * MILLION / total:.0f} per million")
    assert wrong * MILLION / total <= WORST


def test_simplified_text_stays() -> None:
    tables = load()
    pages = documents()
    changed = sum(errors(page, simplify(page, tables).text) for page in pages)
    assert changed * MILLION / sum(map(len, pages)) <= CHANGED
