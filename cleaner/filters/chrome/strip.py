"""The filter: judge the lines, decide, take out what goes, note what the page says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, count
from operator import add

from cleaner.document import Document
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.glued import headings
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.lines import Judge, Line
from cleaner.filters.chrome.metadata import extract
from cleaner.filters.chrome.pages import several
from cleaner.frozen import replace
from cleaner.ledger import Edit
from cleaner.settings import Settings

# Of Han and Latin letters together, this share is Han: on the page of a Chinese site 0.5 and more,
# in a program or an English text with some Chinese words below 0.1.
HAN = 0.2
_SEVERAL = "several pages in one input? The text of one was kept: give each page as a file"
# The rule of blank lines that go because lines between them went.
BLANK = "blank"
_HAN = bytes(range(0xE4, 0xEA))
_LATIN = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def chrome(document: Document, settings: Settings) -> Document:
    """Drop the lines of a page that are neither title nor body, each by rule ``chrome.<reason>``.

    Takes text without markup, best repaired and in Simplified characters. Text without chrome is
    not changed at all. A page that seems to be nothing but chrome is kept, with a warning. With
    ``settings.keep_metadata`` the date, source and author lines of the article stay. Metadata
    that is already known is not replaced. A line by itself has no page around it and stays, and so
    does text that is not Chinese.

    Raises DictionaryError for a user's dictionary that does not fit.
    """
    text = document.text
    if "\n" not in text.removesuffix("\n") or not _chinese(text):
        return document
    whole = document
    document = headings(document)
    text = document.text
    raw = text.removesuffix("\n").split("\n")
    judge = _judge(settings.dictionary)
    lines = judge.lines(raw)
    decision = decide(lines, metadata=settings.keep_metadata, site=document.hypertext)
    if decision.warning:
        return whole.warn("chrome: " + decision.warning)
    if any(decision.reasons):
        if several(lines, decision.reasons):
            document = document.warn(f"chrome: {_SEVERAL}")
        rules, rest = _rules(lines, decision.reasons)
        # Each line before another is followed by a newline.
        places = list(map(add, accumulate(map(len, raw), initial=0), count()))
        if not text.endswith("\n"):
            # At the end of such a text, lines go with the newline before them.
            places[rest:] = [place - 1 for place in places[rest:]]
        edits = _each(rules, places) if document.recording else _runs(rules, places)
        document = document.apply(edits)
    if any(decision.reasons) or decision.title is not None:
        found = extract(raw, lines, decision.reasons, decision.title, judge.cues)
        document = replace(document, metadata={**found, **document.metadata})
    return document


def _chinese(text: str) -> bool:
    """Whether enough of the letters are Han: the cues are Chinese, and so is what they judge.

    Counted in UTF-8, where bytes E4 to E9 begin the characters from U+4000 to U+9FFF only: four
    times as fast as with expressions.
    """
    data = text.encode("utf-8", "surrogatepass")
    han = len(data) - len(data.translate(None, _HAN))
    if han > HAN * (len(data) - 2 * han):
        return True  # were all else Latin; each of those characters has three bytes
    latin = len(data) - len(data.translate(None, _LATIN))
    return han > 0 and han >= HAN * (han + latin)


@lru_cache(maxsize=8)
def _judge(folders: tuple[str, ...]) -> Judge:
    """Return what judges lines with the cues of users' ``folders`` over the shipped ones."""
    return Judge(load(folders))


def _rules(lines: Sequence[Line], reasons: Sequence[str]) -> tuple[list[str], int]:
    """Return the rule by which each line goes, "" if it stays, and where nothing stays any more.

    Of the blank lines between two lines that stay one is left, none at the start or the end.
    """
    rules = list(reasons)
    blank = True
    last = -1
    for index, line in enumerate(lines):
        if reasons[index]:
            continue
        if line.text:
            blank = False
            last = index
        elif blank:
            rules[index] = BLANK
        else:
            blank = True
    rules[last + 1 :] = [rule or BLANK for rule in rules[last + 1 :]]
    return rules, last + 1


def _each(rules: Sequence[str], places: Sequence[int]) -> Iterator[Edit]:
    """Yield an edit for each line that goes; ``places`` are where lines begin, and the end."""
    for index, rule in enumerate(rules):
        if rule:
            yield Edit(places[index], places[index + 1], "", "chrome." + rule)


def _runs(rules: Sequence[str], places: Sequence[int]) -> Iterator[Edit]:
    """Yield an edit for each run of lines that go, for when nobody asks for their rules."""
    start = 0
    for index in (*(index for index, rule in enumerate(rules) if not rule), len(rules)):
        if start < index:
            yield Edit(places[start], places[index], "", "chrome")
        start = index + 1
