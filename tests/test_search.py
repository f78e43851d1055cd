"""The query side and the index side are treated alike."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from cleaner import Cleaner, Settings
from cleaner.search import excerpt, parts, terms, tokens
from tests.properties.strategies import pages


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("圖書館", ["图书馆"]),
        ("图书馆", ["图书馆"]),
        ("分享", ["分享"]),
        ("上一頁", ["上", "一页"]),
        ("ＡＢＣ iPhone", ["ABC", "iPhone"]),
        ("，。!", []),
        ("", []),
    ],
)
def test_a_query_is_words(query: str, words: list[str]) -> None:
    assert tokens(query) == words


def test_a_query_follows_the_settings() -> None:
    assert tokens("圖書館", Settings(skip=("convert",), segment=False)) != ["图书馆"]


def test_words_inside_words() -> None:
    assert parts("图书馆") == ["图书", "书馆"]
    assert parts("图书") == []
    assert parts("international") == []


def test_terms_have_their_place_in_the_original() -> None:
    source = "老糖廠(chǎng)變身圖書館，假日湧入上千人潮。"
    result = Cleaner().process(source)
    found = list(terms(result))
    assert "，" not in {term.text for term in found}
    library = next(term for term in found if term.text == "图书馆")
    books = next(term for term in found if term.text == "图书")
    assert source[library.start : library.end] == "圖書館"
    assert source[books.start : books.end] == "圖書"
    assert (library.whole, books.whole) == (True, False)
    assert books.position == library.position


@given(text=pages())
@settings(max_examples=100)
def test_places_never_go_backwards(text: str) -> None:
    result = Cleaner().process(text)
    for unit in ("codepoints", "utf16", "bytes"):
        found = list(terms(result, unit))
        assert [term.start for term in found] == sorted(term.start for term in found)
        ends = [term.end for term in found if term.whole]
        assert ends == sorted(ends)
        assert [term.position for term in found] == sorted(term.position for term in found)


def test_excerpts() -> None:
    source = "一二三四五六七八九十"
    assert excerpt(source, [(4, 5), (2, 3)], 2) == "一二[三]四[五]…"
    assert excerpt(source, [], 3) == "一二三…"
    assert excerpt(source, [(8, 10)], 1, ("<b>", "</b>")) == "…八<b>九十</b>"
    assert excerpt("", []) == ""
