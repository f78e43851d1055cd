"""Text that was read in the wrong encoding: 鍥藉 for 国家, ÏÂÔØ for 下载."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.frozen import replace
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings
from cleaner.strange import strange

RULE = "repair.mojibake"

# Letters with accents, Greek, Cyrillic, Hangul, private use and all beyond the BMP; kana, Zhuyin.
_UNCOMMON = lazy("[\xc0-\u0fff\u3040-\u313f\ua000-\uefff\U00010000-\U0010ffff]")

# Of so many characters a few that went or are written otherwise now were much of what told.
_SHORT = 256

_GLOSSED = lazy(
    "[㐀-鿿][(（?][a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}[)）]",
)


# Raised figures and fractions alone: in GBK ¹²³ would be 共鲁, ¼½¾ 冀 and more.
_FIGURES = lazy("[ ¹²³]+|[ ¼½¾]+")


def has_sign(document: Document, settings: Settings) -> bool:
    """Whether there are signs of misreading."""
    if not settings.mojibake or document.unsearched or document.text.isascii():
        return False
    from cleaner.mojibake.signs import signs

    return bool(document.once(signs, document.once(strange)))


def by_line(text: str) -> bool:
    """Whether it hangs on single lines of ``text`` alone what is done about them.

    Not in a document about mojibake, which may be none any more when a line has gone.
    """
    from cleaner.mojibake.signs import is_about

    return not is_about(text)


def mojibake(document: Document, settings: Settings) -> Document:
    """Undo the misreadings that are decisively likelier undone; an edit a span.

    A page without signs of them pays for the search alone, 1 to 1.5 ms per 100 KB.
    """
    if not has_sign(document, settings):
        return document
    from cleaner.mojibake.undo import undo_mojibake

    document = replace(document, suspect=True)
    _, plan = undo_mojibake(document.text, _is_ours)
    for spans in plan.rounds:
        text = document.text
        document = document.apply(
            [Edit(span.start, span.end, span.undo(text), RULE) for span in spans]
        )
    if plan.filled:
        document = document.warn(f"{plan.filled} lost bytes of misread text were filled in")
    if plan.unsearched:
        document = replace(document, unsearched=True).warn(
            f"{plan.unsearched} lines that may be misread were left: looking further takes too long"
        )
    return document


def _is_ours(line: str) -> bool:
    """Whether ``line`` looks misread by what has its own repair, words set apart, or figures alone.

    Glosses are letters with accents among Chinese, and what they put out of step only
    :mod:`.desync` knows; segmentation sets spaces between words.
    """
    if _GLOSSED.search(line.replace(" ", "")) or _FIGURES.fullmatch(line):
        return True
    if " " not in line:
        return False
    from cleaner.filters.segment.segmented import is_segmented

    return is_segmented(line)


def suspicious(document: Document) -> bool:
    """Whether the text has signs of misreading, looked for where they are likely.

    That is where there were signs before, or where there are letters that most of it is made of: a
    tenth of the pages has them, and only these pay for the search.
    """
    odd = document.once(strange)
    if document.unsearched:
        return False
    if not document.suspect and len(document.text) > _SHORT and _UNCOMMON.search(odd) is None:
        return False
    from cleaner.mojibake.signs import signs

    return bool(document.once(signs, odd))
