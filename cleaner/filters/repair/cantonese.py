"""Readings in Jyutping after the characters of running text: 我(ngo5)哋(dei6)去(heoi3)飲(jam2)茶.

There is no table of them, so the form alone is looked at: a syllable with the number of its tone.
One tells the reader how to say a word, and a list of words has spaces or marks between them.
"""

from __future__ import annotations

from cleaner.filters.repair.scripts import count_han, is_han
from cleaner.ledger import Edit
from cleaner.patterns import lazy

RULE = "repair.gloss"

ENOUGH = 4  # readings of a text ...
DENSE = 0.4  # ... for so many of its characters ...
RUNNING = 0.6  # ... and with the next character right behind them

_SYLLABLE = (
    "(?:b|p|m|f|d|t|ng?|l|gw?|kw?|h|w|z|c|s|j)?"
    "(?:aa(?:[iumnptk]|ng)?|a(?:[iumnptk]|ng)|e(?:[iumnptk]|ng)?|i(?:[umnptk]|ng)?"
    "|o(?:[iunptk]|ng|e(?:ng|[kt])?)?|u(?:[inptk]|ng)?|eo[int]|yu[nt]?|ng|m)"
)
_READING = lazy(rf"[(（]({_SYLLABLE}[1-6])[)）]")
_SIGN = lazy("[aeioumngptk][36][)）](?=[\u3400-\u9fff])")
# What pinyin has no syllable like, and its tones no number of.
_ONLY = lazy("6|oe|eo|aa|jy|[ptkm][1-6]")
_ABOUT = lazy("[粤粵][拼语語]|[广廣][东東州][话話]|白[话話]|[读讀发發][音作]|声调|聲調")


def jyutping(text: str) -> list[Edit]:
    """Return the edits that drop the readings of a text that is full of them."""
    if _SIGN.search(text) is None:
        return []
    found = [
        match
        for match in _READING.finditer(text)
        if is_han(text[match.start() - 1 : match.start()])
    ]
    if len(found) < ENOUGH or len(found) < DENSE * count_han(text):
        return []
    if sum(_ONLY.search(match[1]) is not None for match in found) * 2 < ENOUGH:
        return []
    running = sum(is_han(text[match.end() : match.end() + 1]) for match in found)
    if running < RUNNING * len(found) or _ABOUT.search(text):
        return []
    return [Edit(*match.span(), "", RULE) for match in found]
