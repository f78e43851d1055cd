"""The characters that no ordinary page has: each once, or, of thousands, all of them somehow."""

from __future__ import annotations

import pytest

import cleaner.strange
from cleaner import clean
from cleaner.strange import strange

ODD = [chr(code) for code in range(0x1100, 0x1200)]


def test_each_is_there_once() -> None:
    assert sorted(strange("我é们é\u200b，é\u200b。")) == ["é", "\u200b"]
    repeated = "".join(f"{a}{b}" for a in ODD[:100] for b in ODD[:100])
    assert sorted(strange(repeated)) == ODD[:100]


def test_of_many_none_is_missing() -> None:
    text = "".join(f"我{char}" for char in map(chr, range(0x20000, 0x23000)))
    found = strange(text)
    assert {*found} == {*text} - {"我"}


def test_a_page_is_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """But for what repairs put in; conversion, widths and lines that go bring none that matters."""
    searched = []

    class Search:
        def findall(self, text: str) -> list[str]:
            searched.append(text)
            return found.findall(text)

    found = cleaner.strange._STRANGE
    monkeypatch.setattr(cleaner.strange, "_STRANGE", Search())
    page = (
        "首頁 > 新聞 > 正文\n圖書館三月開館...\n2021-03-01 來源：某某網\n"
        "  圖書館說,新館三月一日開館，有三萬冊書。讀者可以借十本。\n责任编辑：王某\n相关阅读\n"
    )
    assert "图书馆说，新馆" in clean(page, segment=False)
    assert searched == [page]
