"""Words of Traditional text: the pipeline beside segmenting the text as it is.

    python -m tests.quality.words

Prints precision, recall and F1 of words (both borders right) against ``words.txt``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

from cleaner import Cleaner
from cleaner.filters.segment import reference

Cut = Callable[[str], Sequence[str]]


def sentences() -> list[list[str]]:
    """Return the sentences as lists of their words."""
    path = Path(__file__).with_name("words.txt")
    return [
        line.split(" ") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")
    ]


def spans(words: Sequence[str]) -> set[tuple[int, int]]:
    """Return start and end of each word."""
    ends = list(accumulate(map(len, words)))
    return set(zip([0, *ends], ends, strict=False))


def score(cut: Cut) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the words that ``cut`` finds, in per cent."""
    right = found = gold = 0
    for words in sentences():
        ours, theirs = spans(cut("".join(words))), spans(words)
        right += len(ours & theirs)
        found += len(ours)
        gold += len(theirs)
    precision, recall = 100 * right / found, 100 * right / gold
    return precision, recall, 2 * precision * recall / (precision + recall)


def pipeline(text: str) -> Sequence[str]:
    """Return the words that the pipeline finds in Traditional text."""
    words = Cleaner(only=("convert", "segment")).process(text).words
    assert words is not None
    return words


def main() -> None:
    """Print the table."""
    for name, cut in (("jieba, text as it is", reference.cut), ("zhclean", pipeline)):
        print(f"{name:22} P {score(cut)[0]:.1f}  R {score(cut)[1]:.1f}  F1 {score(cut)[2]:.1f}")


if __name__ == "__main__":
    main()
