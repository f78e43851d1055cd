"""Words that hold a character in context, met by chance across the border of two other words.

At every place where an entry of the tables can be cut, common words of jieba's dictionary that end
and begin like its parts are set side by side: 位於 and 潛水 hold 於潛, which is a place. There the
character must take the form of these words.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from cleaner.filters.convert import simplify
from cleaner.filters.convert.compile import phrases
from cleaner.filters.convert.sources import frequencies, pairs
from cleaner.filters.convert.tables import load

# Words at least as common, and so many of each kind at a place.
COMMON = 300
MOST = 5
# The rest are names (陈丕显/着急) and strings that a reader stumbles at too (著名/着急).
RIGHT = 0.95


@pytest.fixture(scope="module")
def words() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return common words, the commonest first, by their ends and by their beginnings."""
    ends: dict[str, list[str]] = defaultdict(list)
    beginnings: dict[str, list[str]] = defaultdict(list)
    for word, count, _ in sorted(frequencies(), key=lambda row: -row[1]):
        if count < COMMON:
            break
        for cut in range(1, len(word)) if len(word) <= 4 else ():
            ends[word[cut:]].append(word)
            beginnings[word[:cut]].append(word)
    return ends, beginnings


@pytest.mark.parametrize("character", "乾徵沈著")
def test_across_borders(
    character: str, words: tuple[dict[str, list[str]], dict[str, list[str]]]
) -> None:
    tables = load()
    traditional = dict(pairs("STCharacters.txt"))
    ends, beginnings = words
    found, wrong = 0, []
    for phrase, form in phrases(tables.defaults, tables.gather).items():
        place = phrase.find(character)
        if place < 0 or form[place] == tables.defaults[character]:
            continue
        usual = "".join([tables.defaults.get(c, c) for c in phrase])
        for cut in range(1, len(phrase)):
            for left in ends.get(usual[:cut], ())[:MOST]:
                for right in beginnings.get(usual[cut:], ())[:MOST]:
                    middle = len(left) - cut
                    text = left[:middle] + phrase + right[len(phrase) - cut :]
                    made = "".join(
                        [c if c in tables.defaults else traditional.get(c, c) for c in text]
                    )
                    found += 1
                    result = simplify(f"這樣{made}。", tables).text
                    if result != f"这样{left}{right}。":
                        wrong.append((phrase, f"{left}/{right}", result))
    print(character, found, len(wrong), wrong[:20])
    assert found >= 5
    assert len(wrong) <= (1 - RIGHT) * found
