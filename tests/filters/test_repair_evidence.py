"""What the repairs look for is found, whatever stands around it."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.filters.repair import evidence, homoglyphs, lost_bytes, rare
from cleaner.filters.repair.evidence import Words, words
from cleaner.strange import strange
from cleaner.vectors import LARGE

APART = {f"{name[0]}{sign}{name[1]}" for name in evidence.sites(()) for sign in evidence.APART}
FEW = ["網站", "站長", "網站長", "長", "a-b"]
LISTED = sorted({word for name in evidence._COLUMNS for word in evidence.listed(name, ())} | APART)


@pytest.mark.parametrize(
    "listed", [["網站", "站長", "網站長", "長"], ["a-b", "]^", "\\d"], ["中"], ["網站"], []]
)
@given(st.data())
def test_words_are_found(listed: list[str], data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("網站長中a-b]^\\d"), max_size=12))
    assert Words(listed).present(text) == {word for word in listed if word in text}


@given(st.lists(st.sampled_from([*FEW, "，"]), max_size=6))
def test_numpy_finds_the_same_words(chosen: list[str]) -> None:
    numpy = pytest.importorskip("numpy")
    known = Words(FEW)
    text = "".join(chosen).center(LARGE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "numpy", numpy)
        found = known.present(text)
        patch.delitem(sys.modules, "numpy")
        assert known.present(text) == found == {word for word in FEW if word in text}


@given(st.lists(st.sampled_from(LISTED), max_size=4), st.data())
def test_words_of_the_lists_are_found(chosen: list[str], data: st.DataObject) -> None:
    text = "".join(
        word[: data.draw(st.integers(1, len(word)))] + data.draw(st.sampled_from(["", "，", word]))
        for word in chosen
    )
    assert words(()).present(text) == {word for word in LISTED if word in text}


def test_every_word_of_the_lists_is_found() -> None:
    assert words(()).present("\n".join(LISTED)) == set(LISTED)
    assert not words(()).present("\n".join(" ".join(word) for word in LISTED if len(word) > 3))


@pytest.mark.parametrize(
    "pattern",
    [
        homoglyphs._HANGUL,
        rare.ANY_CONTROL,
        rare.ANY_UNSEEN,
        lost_bytes._REPLACEMENT,
        rare.ANY_PRIVATE,
        rare.ANY_ZHUYIN,
    ],
)
def test_what_repairs_of_characters_need_is_strange(pattern: object) -> None:
    every = "".join(map(chr, range(0x110000)))
    found = set(pattern.findall(every))  # type: ignore[attr-defined]
    assert set("".join(found)) <= set(strange(every))


def test_an_ordinary_page_has_nothing_strange() -> None:
    assert not strange("《龍年》：她說，「好！」……（一）ABC 12:30\t\u3000→ ■\r\n")
    assert sorted(strange("é ㄅ é の１")) == ["é", "の", "ㄅ", "１"]
