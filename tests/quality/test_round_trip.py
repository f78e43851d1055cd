"""Simplified text made Traditional by five converters, and brought back.

Unlimited test data, and the kinds of Traditional that scraped pages have: OpenCC's standard, that
of Taiwan and of Hong Kong (by OpenCC's own configurations), MediaWiki's tables (zhconv) and one
character at a time (hanziconv). The texts are our golden pages and the accepted results of our
sentences. Errors are counted in a million characters; quotation marks, which zhconv changes and we
never do, are left out.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from cleaner.dictionaries import read
from cleaner.document import Document
from cleaner.filters.convert import opencc, simplify
from cleaner.filters.convert.tables import load

FOLDER = Path(__file__).parent
GOLDEN = FOLDER.parent / "golden"
MILLION = 1_000_000
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
    old = load().traditional.characters
    return [
        "\n".join([line for line in page.split("\n") if old.isdisjoint(line)]) for page in pages
    ]


def by_opencc(name: str) -> Callable[[str], str]:
    return lambda text: opencc.convert(Document(text=text), name).text


def zhconv() -> Callable[[str], str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own, about pkg_resources
        module = pytest.importorskip("zhconv")
        module.convert("", "zh-hant")
    return lambda text: str(module.convert(text, "zh-hant"))


def hanziconv() -> Callable[[str], str]:
    pytest.importorskip("hanziconv")
    converter = importlib.import_module("hanziconv").HanziConv
    return lambda text: str(converter.toTraditional(text))


TRADITIONALISERS: dict[str, Callable[[], Callable[[str], str]]] = {
    "s2t": lambda: by_opencc("s2t"),
    "s2tw": lambda: by_opencc("s2tw"),
    "s2hk": lambda: by_opencc("s2hk"),
    "zhconv": zhconv,
    "hanziconv": hanziconv,
}


def errors(source: str, back: str) -> int:
    marks = str.maketrans("「」『』", "“”‘’")
    assert len(source) == len(back)
    return sum(
        one != other
        for one, other in zip(source.translate(marks), back.translate(marks), strict=True)
    )


@pytest.mark.parametrize("name", TRADITIONALISERS)
def test_there_and_back(name: str) -> None:
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
