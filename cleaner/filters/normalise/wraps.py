"""Lines that were broken at a fixed width, as PDF and OCR text has them.

Such a break cuts words (安全要, 求), which no poem, list or table does. A cut word is proof for its
own break, and for the other breaks of the block that stand at the full width; so is a word that
binds (收入和, 支出) at the end of a long line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Document
from cleaner.filters.normalise.guards import fences, inside, is_open
from cleaner.ledger import Edit
from cleaner.patterns import lazy

RULE = "normalise.line-wrap"

_MARK = lazy("[，。；、,;]")
_NUMBER = "[一二三四五六七八九十百]"
_ITEM = lazy(rf"\s*(?:{_NUMBER}{{1,3}}[、.．]|第(?:{_NUMBER}|\d)|[(（\d•·●■-])")
# Conjunctions and prepositions, after which no line of text ends, but verses of modern poems may.
_BINDING = frozenset("和与與及或把被将將且")
_LONG_LINE = 16
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
        edits = list(_breaks(document.text))
        if not edits:
            break
        document = document.apply(edits)
    return document


def _breaks(text: str) -> Iterator[Edit]:
    """Yield edits that take line breaks out, block by block."""
    if "，" not in text and "。" not in text:
        return
    fenced = fences(text)
    done = at = 0
    before = ""
    for line in text.split("\n"):
        # A comma or full stop in one of two lines, and two characters on both sides of the break.
        if (
            len(before) >= SHORTEST
            and line
            and at > done
            and before[-1] > "\u3400" < line[0]
            and _may_be_broken(before, line)
            and (_MARK.search(before) is not None or _MARK.search(line) is not None)
        ):
            start = text.rfind("\n\n", done, at)
            start = done if start < 0 else start + 2
            end = text.find("\n\n", at)
            end = done = len(text) if end < 0 else end
            if not inside(fenced, at):
                yield from _block(text, start, end)
        at += len(line) + 1
        before = line


def _block(text: str, start: int, end: int) -> Iterator[Edit]:
    lines = text[start:end].split("\n")
    plain = [line.replace(" ", "") for line in lines] if " " in text[start:end] else lines
    least = max(map(len, plain)) - SLACK
    broken = [index for index, pair in enumerate(pairwise(plain)) if _may_be_broken(*pair)]
    cut = {index for index in broken if _is_cut(plain[index], plain[index + 1], least)}
    if not cut or len(cut) < SHARE * len(broken):
        return
    at = start - 1
    for index, line in enumerate(lines[:-1]):
        at += len(line) + 1
        full = len(plain[index]) >= max(SHORTEST, least)
        if index in cut or (full and _goes_on(plain[index], plain[index + 1])):
            yield Edit(at, at + 1, "", RULE)


def _is_cut(line: str, following: str, least: int) -> bool:
    """Tell whether a word lies across the break between two lines."""
    if len(line) < SHORTEST or "\t" in line:
        return False
    if _MARK.search(line) is None and _MARK.search(following) is None:
        return False  # two headlines
    if line[-1] in _BINDING and len(line) >= max(_LONG_LINE, least):
        return not _ITEM.match(following) and is_open(line)
    from cleaner.filters.repair.words import simplified_gain

    gain = simplified_gain(line[-AROUND:], following[:AROUND])
    return (
        gain >= (GAIN if len(line) >= least else SURE)
        and not _ITEM.match(following)
        and is_open(line)
    )


def _may_be_broken(line: str, following: str) -> bool:
    """Tell whether Chinese characters stand on both sides of the break between two lines."""
    return line[-1:] > "\u3400" < following[:1] and line[-1].isalpha() and following[0].isalpha()


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a line of the full width ends within a sentence."""
    if not following or _ITEM.match(following) or "\t" in line:
        return False
    return line[-1] not in _SENTENCE_ENDS and line[-1] > "\u2e80" and following[0] > "\u2e80"
