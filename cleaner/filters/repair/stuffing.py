"""Keywords that a mirror stuffs into an article: 其次要看风<网站建设>量大小.

The same phrase of advertising comes again and again, at beginnings of clauses and within words. Its
kernel is in ``dictionaries/repair/stuffing.txt``, or it begins a clause and cuts several words; how
far the phrase reaches is what its places in the page have in common. It is stuffing when it cuts a
word in two: no writer does that.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.evidence import STUFFING, places, present
from cleaner.filters.repair.scripts import apply
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings
from cleaner.tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

RULE = "repair.stuffing"

ENOUGH = 3  # times that the phrase comes
LONGEST = 12  # characters of a phrase
GAIN = 4.0  # nats by which the words across the phrase are likelier than their halves, together
# ... or by this, of a long phrase that a text has little beside: 其次要看风<贵阳网站建设>量大小.
LITTLE_GAIN = 1.0
LONG, OFTEN, DENSE = 6, 4, 0.25  # characters, times, share of the text
CUT = 3.0  # nats of one word that is cut; of phrases that are on no list ...
CUTS = 2  # ... two words are asked, and a fourth of the places ...
FEW = 6  # places at most, of which ...
SPLIT = 9.0  # ... or one that is split beyond doubt: 少吃辛电动叉车辣食物
HEAD = 4  # characters that such a phrase has at least ...
CLAUSES = 16  # ... and it begins one of the first clauses
AROUND = 4  # characters on each side that the word may have

_CLAUSE = lazy(r",(?=[^\W\d_])")


def has_sign(document: Document, settings: Settings) -> bool:
    """Whether there is the kernel of a phrase, or a clause that may begin with one."""
    return bool(present(document, settings, STUFFING)) or _CLAUSE.search(document.text) is not None


def stuffing(document: Document, settings: Settings) -> Document:
    """Drop every occurrence of phrases that are stuffed into words."""
    kernels = present(document, settings, STUFFING)
    if kernels:
        text = document.text
        for kernel, count in Tally([text[slice(*span)] for span in places(text, kernels)]).items():
            if count >= ENOUGH:
                document = _drop(document, kernel)
    for head in {*_heads(document.text)}:
        document = _drop(document, head, CUTS)
    return document


def _heads(text: str) -> Iterator[str]:
    """Yield what the first clauses begin with, when it comes often enough in the text.

    Clauses after a half-width comma: mirrors that stuff have folded them, and other pages pay
    nothing.
    """
    at = -1
    for _ in range(CLAUSES):
        at = text.find(",", at + 1)
        if at < 0:
            return
        head = text[at + 1 : at + 1 + HEAD]
        if head.isalpha() and text.count(head) >= ENOUGH:
            yield head


def _drop(document: Document, kernel: str, cuts: int = 1) -> Document:
    """Drop a phrase that cuts so many words, and a fourth of its places."""
    text = document.text
    starts = [start for start, _ in places(text, [kernel])]
    if not starts:  # all went with another phrase
        return document
    before, after = _reach(text, starts, kernel)
    phrase = text[starts[0] - before : starts[0] + len(kernel) + after]
    spans = list(places(text, [phrase]))
    gains = [_gain(text, *span) for span in spans]
    if len(spans) < ENOUGH:
        return document
    if cuts == 1:
        often = len(phrase) >= LONG and len(spans) >= OFTEN
        dense = often and len(phrase) * len(spans) >= DENSE * len(text)
        if sum(gains) < (LITTLE_GAIN if dense else GAIN):
            return document
    elif not _are_cut(gains, cuts):
        return document
    return apply(document, [Edit(start, end, "", RULE) for start, end in spans])


def _are_cut(gains: list[float], cuts: int) -> bool:
    """Tell whether a phrase that is on no list, with the gains at its places, cuts words."""
    cut = sum(gain >= CUT for gain in gains)
    enough = sum(gains) >= GAIN + (cuts - 1) * CUT and cut >= max(cuts, len(gains) / 4)
    return enough or (len(gains) <= FEW and max(gains) >= SPLIT)


def _reach(text: str, starts: list[int], kernel: str) -> tuple[int, int]:
    """Return how many characters all places have in common before and after the kernel."""
    before = after = 0
    end = len(kernel)
    while before + end + after < LONGEST:
        at = {text[start - before - 1 : start - before] for start in starts}
        if len(at) != 1 or not next(iter(at)).isalnum():
            break
        before += 1
    while before + end + after < LONGEST:
        at = {text[start + end + after : start + end + after + 1] for start in starts}
        if len(at) != 1 or not next(iter(at)).isalnum():
            break
        after += 1
    return before, after


def _gain(text: str, start: int, end: int) -> float:
    """Return what it gains to read what stands around ``text[start:end]`` without it.

    Less what it costs, where a word lies across an end of the phrase: 使软件开发者能 has 使者, and
    开发者.
    """
    from cleaner.filters.repair.words import joining_gain

    left, right = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if not (left and right and left[-1].isalpha() and right[0].isalpha()):
        return 0.0
    if not left[-1] > "\u3400" < right[0]:
        return 0.0
    across = joining_gain(left, right)
    if across <= 0:
        return across
    begin, last = text[start : start + AROUND], text[max(start, end - AROUND) : end]
    return across - max(0.0, joining_gain(left, begin), joining_gain(last, right))
