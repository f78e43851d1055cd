"""Lines that were broken at a fixed width, as PDF and OCR text has them.

Such a break cuts words (安全要, 求), which no poem, list or table does. A cut word is proof for its
own break, and for the other breaks of the block that stand at the full width.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.filters.normalise.guards import fences, inside, is_open
from cleaner.ledger import Edit
from cleaner.patterns import lazy

RULE = "normalise.line-wrap"

_HAN = "[^\\W\\x00-\\u2e7f\\u3040-\\u33ff]"  # letters from U+3400 on: Chinese or Korean
# A line of text, long enough, up to a break between two characters. A block without a comma or
# full stop is no prose.
_CANDIDATE = lazy(rf"(?<={_HAN})\n(?={_HAN})")
_MARK = lazy("[，。；、,;]")
_NUMBER = "[一二三四五六七八九十百]"
_ITEM = lazy(rf"\s*(?:{_NUMBER}{{1,3}}[、.．]|第(?:{_NUMBER}|\d)|[(（\d•·●■-])")
_SENTENCE_ENDS = frozenset("。！？!?；;：:…”」』）)")

SHORTEST = 8  # characters of a broken line; verses have five or seven, most menus four
SLACK = 2  # characters that a line may fall short of the longest: a mark or word was kept whole
GAIN = 3.0  # nats that a word across the break must gain where lines are of one width ...
SURE = 5.0  # ... and where they are not
SHARE = 0.15  # of the breaks between two characters in a block; a third cut words in prose
AROUND = 6  # characters on each side that words are looked for in
_PASSES = 4


def unwrap(document: Document) -> Document:
    """Join lines of prose that were broken in mid-sentence."""
    for _ in range(_PASSES):
        if _CANDIDATE.search(document.text) is None:
            break
        edits = list(_breaks(document.text))
        if not edits:
            break
        document = document.apply(edits)
    return document


def _breaks(text: str) -> Iterator[Edit]:
    """Yield edits that take line breaks out, block by block."""
    fenced = fences(text)
    done = 0
    for match in _CANDIDATE.finditer(text):
        at = match.start()
        if at < done:
            continue
        start = text.rfind("\n\n", 0, at)
        start = 0 if start < 0 else start + 2
        end = text.find("\n\n", at)
        end = done = len(text) if end < 0 else end
        if not inside(fenced, at) and _MARK.search(text, start, end) is not None:
            yield from _block(text, start, end)


def _block(text: str, start: int, end: int) -> Iterator[Edit]:
    lines = text[start:end].split("\n")
    plain = [line.replace(" ", "") for line in lines]
    widest = max(map(len, plain))
    if widest < SHORTEST:
        return
    full = [len(line) >= max(SHORTEST, widest - SLACK) for line in plain[:-1]]
    cut = [
        len(plain[index]) >= SHORTEST
        and _is_cut(plain[index], plain[index + 1], GAIN if full[index] else SURE)
        and is_open(lines[index])
        for index in range(len(full))
    ]
    breaks = sum(map(_may_be_broken, plain, plain[1:]))
    if not any(cut) or sum(cut) < SHARE * breaks:
        return
    at = start - 1
    for index, line in enumerate(lines[:-1]):
        at += len(line) + 1
        if cut[index] or (full[index] and _goes_on(plain[index], plain[index + 1])):
            yield Edit(at, at + 1, "", RULE)


def _is_cut(line: str, following: str, gain: float) -> bool:
    """Tell whether a word lies across the break between two lines."""
    from cleaner.filters.repair.words import joining_gain

    if not _may_be_broken(line, following) or "\t" in line or _ITEM.match(following):
        return False
    if _MARK.search(line) is None and _MARK.search(following) is None:
        return False  # two headlines
    return joining_gain(line[-AROUND:], following[:AROUND]) >= gain


def _may_be_broken(line: str, following: str) -> bool:
    return _is_letter(line[-1:]) and _is_letter(following[:1])


def _is_letter(character: str) -> bool:
    return character > "\u3400" and character.isalpha()


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a line of the full width ends within a sentence."""
    if not following or _ITEM.match(following) or "\t" in line:
        return False
    return line[-1] not in _SENTENCE_ENDS and line[-1] > "\u2e80" and following[0] > "\u2e80"
