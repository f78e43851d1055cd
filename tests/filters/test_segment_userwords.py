"""Words of a user's own: files, frequencies, engines, isolation."""

from __future__ import annotations

import random
import re
import threading
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from cleaner import Cleaner
from cleaner.errors import DictionaryError
from cleaner.filters.segment import reference, userwords
from cleaner.filters.segment.engine import engine
from cleaner.filters.segment.held import among
from cleaner.filters.segment.lexicon import Lexicon
from tests.fuzz.segment_identity import generated

TEXT = "他来到网易杭研大厦，乔治·奥威尔用iPhone 15 Pro写C++20"


@pytest.fixture
def clean(tmp_path: Path) -> Any:
    def clean(words: str, text: str = TEXT, **changes: Any) -> str:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.txt"
        path.write_text(words, "utf-8")
        changes = {"only": "segment", "delimiter": "|", **changes}
        return Cleaner(words=str(path), **changes).clean(text)

    return clean


@pytest.mark.parametrize("segmenter", ["auto", "standard", "rjieba", "jieba"])
def test_words_come_out(clean: Any, segmenter: str) -> None:
    words = "杭研大厦\n乔治·奥威尔 nr\niPhone 15 Pro\nC++20 5\n"
    result = "他|来到|网易|杭研大厦|，|乔治·奥威尔|用|iPhone 15 Pro|写|C++20"
    assert clean(words, segmenter=segmenter) == result
    assert clean("", segmenter=segmenter).startswith("他|来到|了|网易"[:5])


@pytest.mark.parametrize("segmenter", ["standard", "jieba"])
def test_words_are_removed(clean: Any, segmenter: str) -> None:
    assert clean("", "清华大学生物") == "清华大学|生物"
    assert clean("清华大学 0\n", "清华大学生物", segmenter=segmenter) == "清华|大学|生物"
    # The hidden Markov model makes 杭研, until it is told not to.
    assert clean("", "网易杭研大厦", segmenter=segmenter) == "网易|杭研|大厦"
    assert clean("杭研 0", "网易杭研大厦", segmenter=segmenter) == "网易|杭|研|大厦"
    assert clean("", "网易杭研大厦", segmenter="jieba") == "网易|杭研|大厦"


def test_a_frequency_that_is_too_low_is_raised(clean: Any) -> None:
    tokenizer, _ = reference._changed(reference.tokenizer(), [])
    tokenizer.add_word("我们的", 3)
    assert list(tokenizer.cut("我们的")) == ["我们", "的"]
    for segmenter in ("standard", "jieba"):
        assert clean("台中 3", "「台中」正确应该", segmenter=segmenter) == "「|台中|」|正确|应该"
        assert clean("我们的 3", "我们的", segmenter=segmenter) == "我们的"


def test_parts_of_words_are_not_held(clean: Any) -> None:
    assert clean("a b\t\n", "xa b a bc a b") == "xa|b|a|bc|a b"
    assert clean("a·b\na·b·c\n", "a·b·c·a·b") == "a·b·c|·|a·b"
    assert clean("a·b\n", "a·b\ufffca·b\t\ufffc") == "a·b|\ufffc|a·b\t\ufffc"


@pytest.mark.parametrize("segmenter", ["standard", "jieba"])
def test_words_are_isolated(tmp_path: Path, segmenter: str) -> None:
    path = tmp_path / "words.txt"
    path.write_text("大厦 0\n杭研大\n", "utf-8")
    options = {"only": "segment", "delimiter": "|", "segmenter": segmenter}
    plain = Cleaner(**options)
    before = plain.clean(TEXT)
    results: list[str] = []

    def work() -> None:
        results.append(Cleaner(words=str(path), **options).clean(TEXT))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(results) != {before} and len(set(results)) == 1
    assert plain.clean(TEXT) == before


def test_they_are_those_of_jieba() -> None:
    """Frequencies, their sum and the words of lines, with words made out of the lines."""
    pick = random.Random(5)
    lines = list(islice(generated(8), 600))
    blocks = [block for line in lines for block in re.findall(r"[\u4e00-\u9fd5a-z0-9+]{3,}", line)]
    changes: list[tuple[str, int | None]] = []
    for _ in range(300):
        block = pick.choice(blocks)
        start = pick.randrange(len(block) - 1)
        changes.append((block[start : start + pick.randint(2, 4)], pick.choice([None, None, 900])))
    changes += [("乔治·奥威尔", None), ("a b", None)]
    theirs, _ = reference._changed(reference.tokenizer(), [])
    for word, count in changes:
        theirs.add_word(word, count)
    ours = Lexicon(changes).frequencies
    assert {word: theirs.FREQ[word] for word, _ in changes} == ours.counts
    assert theirs.total == ours.total
    low = [word for word in ours.counts if ours.effective(word) != ours.counts[word]]
    for word in low:
        theirs.FREQ[word] = ours.effective(word)
    for mode, options in (("accurate", {}), ("nohmm", {"HMM": False}), ("full", {"cut_all": True})):
        cut = engine("standard", mode, tuple(changes)).cut
        again = engine("jieba", mode, tuple(changes)).cut
        for line in lines:
            expected = list(theirs.cut(line, **options))
            assert cut(line) == expected
            assert again(line) == expected


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("云计算 5 n", ("云计算", "5", "n")),
        ("云计算 5", ("云计算", "5", "")),
        ("凯特琳 nz", ("凯特琳", "", "nz")),
        ("台中", ("台中", "", "")),
        ("iPhone 15 Pro", ("iPhone 15 Pro", "", "")),
        ("Windows 11", ("Windows", "11", "")),
        ("mac os", ("mac", "", "os")),
        ("mac os\t", ("mac os", "", "")),
        ("Windows 11\t", ("Windows 11", "", "")),
        ("Windows 11\t3\tn", ("Windows 11", "3", "n")),
        ("Windows 11\t\tn", ("Windows 11", "", "n")),
        ("#话题#", ("#话题#", "", "")),
        (" 台中 \r", ("台中", "", "")),
    ],
)
def test_lines(tmp_path: Path, line: str, entry: tuple[str, str, str]) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(f"\ufeff# a comment\n\n{line}\n".encode())
    assert userwords.load((str(path),)) == (entry,)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a\t1\tn\tx", r"words.txt:1: expected a word, a frequency and a tag"),
        (b"ok\n\nb\tmany", r"words.txt:3: expected"),
        (b"ok\n\t5", r"words.txt:2: expected"),
        (b"ok\n\xff\xfe", r"words.txt:2: not UTF-8"),
        (b"ok " + b"9" * 5000, r"words.txt:1: expected"),
    ],
)
def test_faults_name_file_and_line(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(data)
    with pytest.raises(DictionaryError, match=message):
        userwords.load((str(path),))


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match=r"none.txt: No such file"):
        Cleaner(words=str(tmp_path / "none.txt"))
    with pytest.raises(DictionaryError, match=r"^云计算平台: .* read from a file"):
        Cleaner(words=["云计算平台"])


def test_a_folder_of_dictionaries(tmp_path: Path) -> None:
    (tmp_path / "segmentation").mkdir()
    (tmp_path / "segmentation" / "words.txt").write_text("杭研大厦\n", "utf-8")
    more = tmp_path.with_name("more.txt")
    more.write_text("杭研大厦 0\n", "utf-8")
    options = {"only": "segment", "dictionary": str(tmp_path)}
    assert Cleaner(**options).clean("网易杭研大厦") == "网易 杭研大厦"
    options["words"] = str(more)
    assert Cleaner(**options).clean("网易杭研大厦") == "网易 杭研 大厦"


@pytest.mark.parametrize(
    ("word", "answer"),
    [("a b", True), ("乔·治", True), ("㐀人", True), ("北京", False), ("C++", False), ("·", False)],
)
def test_what_is_held(word: str, answer: bool) -> None:
    assert among(dict.fromkeys(["北京", word])) == [word] * answer
