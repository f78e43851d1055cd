"""Whole pages against golds that were written by hand. README.md says what they are."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import cleaner
from cleaner.dictionaries import lines

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Page:
    """One row of ``pages.tsv``."""

    name: str
    page: str
    gold: str
    encoding: str
    settings: tuple[str, ...]
    known_failure: str | None = field(compare=False)

    def data(self) -> bytes:
        return (FOLDER / self.page).read_bytes()

    def wanted(self) -> str:
        return (FOLDER / self.gold).read_bytes().decode("utf-8")

    def cleaner(self, *, segment: bool) -> cleaner.Cleaner:
        changes: dict[str, Any] = dict.fromkeys(self.settings, True)
        return cleaner.Cleaner(segment=segment, **changes)


def pages() -> list[Page]:
    found = []
    for _, line in lines(FOLDER / "pages.tsv"):
        name, page, gold, encoding, settings, failure = line.split("\t")
        chosen = () if settings == "-" else tuple(settings.split(","))
        found.append(Page(name, page, gold, encoding, chosen, None if failure == "-" else failure))
    return found


PAGES = pages()
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@cache
def recorded(page: Page, *, segment: bool) -> cleaner.Result:
    return page.cleaner(segment=segment).process(page.data())


def difference(gold: str, text: str) -> str:
    """Return a unified diff, or "" when the two are equal."""
    return "\n".join(
        difflib.unified_diff(gold.split("\n"), text.split("\n"), "gold", "cleaned", lineterm="")
    )


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            page,
            id=page.name,
            marks=[pytest.mark.xfail(reason=page.known_failure)] if page.known_failure else [],
        )
        for page in PAGES
    ],
)
def test_page_becomes_its_gold(page: Page) -> None:
    diff = difference(page.wanted(), recorded(page, segment=False).text + "\n")
    if diff:
        pytest.fail(diff, pytrace=False)


def _bare(line: str) -> str:
    return line.replace(" ", "").replace("\u3000", "")


@every_page
def test_gold_is_clean_already(page: Page) -> None:
    gold = page.wanted()
    diff = difference(gold, page.cleaner(segment=False).clean(gold.encode("utf-8")) + "\n")
    if diff:
        pytest.fail(diff, pytrace=False)


@every_page
def test_segmented_text_is_clean_already(page: Page) -> None:
    text = recorded(page, segment=True).text
    diff = difference(text, page.cleaner(segment=True).clean(text))
    if diff:
        pytest.fail(diff, pytrace=False)


@every_page
def test_segmentation_only_changes_spaces(page: Page) -> None:
    # Spaces of the page may become ideographic ones, which tell them from those between words.
    plain, segmented = (recorded(page, segment=segment).text for segment in (False, True))
    assert [_bare(line) for line in segmented.split("\n")] == [
        _bare(line) for line in plain.split("\n")
    ]


@every_page
@pytest.mark.parametrize("segment", [False, True])
def test_recording_changes_nothing_and_accounts_for_all(page: Page, segment: bool) -> None:
    result = recorded(page, segment=segment)
    assert page.cleaner(segment=segment).clean(page.data()) == result.text
    assert result.source is not None
    assert result.ledger is not None
    assert result.ledger.replay(result.source) == result.text
    assert result.ledger.revert(result.text) == result.source


@every_page
def test_encoding_is_found(page: Page) -> None:
    # What matters is the text; GBK, GB2312 and GB18030 are the same bytes for most pages.
    assert recorded(page, segment=False).source == page.data().decode(page.encoding)


def test_every_page_of_the_folder_is_listed() -> None:
    listed = {path for page in PAGES for path in (page.page, page.gold)}
    assert {path.name for path in FOLDER.glob("*.txt")} == {
        path for path in listed if "/" not in path
    }


def test_pages_come_in_four_encodings_at_least() -> None:
    assert len({page.encoding for page in PAGES}) >= 4
