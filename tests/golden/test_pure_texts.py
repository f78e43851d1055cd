"""Texts of 517 kinds that have no chrome: not a letter of them may go.

Poems, classical prose, novels, dialogues, letters, notices, laws, contracts, exams, lists,
timetables, tables, code, scripts and songs, in Simplified and Traditional characters; some speak of
logging in, sharing, downloading and home pages. First figures: 208 of 210, 43 of 43.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import cleaner
from cleaner.document import Document
from cleaner.filters.chrome import certain, chrome, doubt
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


ABOVE = ["首页", "新闻中心", "您现在的位置：首页 > 文化 > 正文"]
BELOW = ["分享到：", "新浪微博", "相关阅读", "老桥的故事", "版权所有 云州在线 未经许可不得转载"]


@pytest.mark.parametrize("name", TEXTS)
def test_no_line_of_a_text_on_a_page_is_weighed_away(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the rules keep of the text on a page stays: signatures, last verses, lists."""
    text = run(Document(text=TEXTS[name]), BEFORE, SETTINGS).text.strip()
    page = Document(text="\n".join([*ABOVE, text, *BELOW]))
    weighed = chrome(page.record(), SETTINGS)
    monkeypatch.setattr(doubt, "learnt", lambda *_, **__: [])
    monkeypatch.setattr(certain, "certain", lambda *_, **__: [])
    kept = chrome(page, SETTINGS).text.split("\n")
    assert [line for line in kept if line not in BELOW and line not in ABOVE] == [
        line for line in weighed.text.split("\n") if line not in BELOW and line not in ABOVE
    ]
