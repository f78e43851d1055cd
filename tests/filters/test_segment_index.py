"""The index: that it is what the script makes, and has all that jieba has."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from cleaner.filters.segment import index, reference
from cleaner.filters.segment.compile_index import compiled, header
from cleaner.filters.segment.index import FILE, HEAD
from cleaner.filters.segment.lexicon import Lexicon


def test_the_index_is_what_the_script_makes() -> None:
    with open(FILE, "rb") as file:
        shipped = file.read()
    assert len(shipped) < 4 << 20
    if shipped[:HEAD] != header():
        pytest.skip("another version of jieba than the index was made from")
    assert compiled() == shipped


def test_the_licence_of_jieba_is_in_the_head() -> None:
    with open(FILE, "rb") as file:
        head = file.read(HEAD).decode()
    assert "Copyright (c) 2013 Sun Junyi" in head
    assert "Permission is hereby granted, free of charge" in head


def test_words_and_frequencies_are_those_of_the_dictionary() -> None:
    known = {word: count for word, count in reference.tokenizer().FREQ.items() if count}
    del known["γ射线"]  # never comes out of jieba either
    found: dict[str, int] = {}
    for char in {word[0] for word in known}:
        if count := int(index.single(char)[0]):
            found[char] = count
    for first, second in {word[:2] for word in known if len(word) > 1}:
        for rest, digits, _ in index.group(first, second):
            found[first + second + rest] = int(digits)
    assert found == known
    assert reference.tokenizer().total == index.TOTAL


def test_pairs_in_words_may_join_and_most_others_may_not() -> None:
    words = [word for word, count in reference.tokenizer().FREQ.items() if count and len(word) > 1]
    pairs = {pair for word in words if "γ" not in word for pair in pairwise(word)}
    assert all(index.may_join(*pair) for pair in pairs)
    random = Random(1)
    characters = "".join(words)
    others = [(random.choice(characters), random.choice(characters)) for _ in range(2000)]
    others = [pair for pair in others if pair not in pairs]
    assert sum(index.may_join(*pair) for pair in others) < 0.16 * len(others)
    assert index.may_join("\ud800", "\U0010ffff") in (True, False)  # any characters will do


def test_tags() -> None:
    assert index.tag(index.single("我")[1]) == "r"
    letters = {rest: letter for rest, _, letter in index.group("北", "京")}
    assert index.tag(letters[""]) == "ns"


@pytest.mark.parametrize("char", ["é", "\n", "\uffff", "9", "鿖", "\ud800", "𠀀"])
def test_no_words(char: str) -> None:
    assert index.single(char) == ("0", "")
    assert index.group(char, "京") == index.group("北", char) == []


def test_membership() -> None:
    lexicon = Lexicon([("北京", 0), ("甲乙丙", 5), ("丁", 7)])
    assert "清华大学" in lexicon and "我" in lexicon and "甲乙丙" in lexicon and "丁" in lexicon
    assert not [word for word in ("北京", "丁丙", "京北京", "清华大") if word in lexicon]
    assert lexicon.frequencies["清华大学"] == 922
    counts = [lexicon.frequencies[word] for word in ("北京", "甲乙丙", "乙", "京北京")]
    assert counts == [0, 5, 953, 0]


def test_ascii_words_of_the_dictionary_have_a_sign() -> None:
    # What the engine of rjieba relies on when it puts ASCII characters together.
    words = [word for word, count in reference.tokenizer().FREQ.items() if count and len(word) > 1]
    assert not [word for word in words if word.isascii() and word.isalnum()]
