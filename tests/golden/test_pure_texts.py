"""Texts of 253 kinds that have no chrome: not a letter of them may go.

Poems, classical prose, novels, dialogues, letters, notices, laws, contracts, exams, lists,
timetables, tables, code, scripts and songs, in Simplified and Traditional characters; some speak of
logging in, sharing, downloading and home pages. First figures: 208 of 210, 43 of 43.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import cleaner
from cleaner.document import Document
from cleaner.filters.chrome import chrome
from cleaner.pipeline import run, select
from cleaner.settings import Settings

TEXTS = {
    name: text
    for name, _, text in (
        part.partition("\n")
        for part in (Path(__file__).parent / "pure" / "texts.txt")
        .read_text("utf-8")
        .split("\n== ")[1:]
    )
}
SETTINGS = Settings()
BEFORE = select(Settings(segment=False, skip=("chrome",)))[1:-1]
CLEAN = cleaner.Cleaner(segment=False)


def test_there_are_enough() -> None:
    assert len(TEXTS) >= 200
    assert all(text.strip().count("\n") >= 1 for text in TEXTS.values())


@pytest.mark.parametrize("name", TEXTS)
def test_chrome_changes_nothing(name: str) -> None:
    document = run(Document(text=TEXTS[name]), BEFORE, SETTINGS)
    after = chrome(document, SETTINGS)
    assert after.text == document.text
    assert not after.warnings


def test_no_line_is_lost_on_the_whole_way() -> None:
    for text in TEXTS.values():
        assert CLEAN.clean(text).count("\n") == text.strip().count("\n")


def test_two_texts_together_are_a_text() -> None:
    names = list(TEXTS)
    for first, second in zip(names, names[7:], strict=False):
        document = run(Document(text=TEXTS[first] + TEXTS[second]), BEFORE, SETTINGS)
        assert chrome(document, SETTINGS).text == document.text, (first, second)
