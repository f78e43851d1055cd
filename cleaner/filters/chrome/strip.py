"""The filter: judge the lines, decide, take out what goes, note what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cleaner.document import Document
from cleaner.filters.chrome.cues import load
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.lines import Line, judge
from cleaner.filters.chrome.metadata import extract
from cleaner.ledger import Edit
from cleaner.settings import Settings

# Of Han and Latin letters together, this share is Han: on the page of a Chinese site 0.5 and more,
# in a program or an English text with some Chinese words below 0.1.
HAN = 0.2
# The rule of blank lines that go because lines between them went.
BLANK = "blank"
_HAN = re.compile("[\u3400-\u9fff]+")
_LATIN = re.compile("[A-Za-z]+")


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
    raw = text.removesuffix("\n").split("\n")
    if len(raw) == 1 or not _chinese(text):
        return document
    cues = load(settings.dictionary)
    lines = [judge(line, cues) for line in raw]
    decision = decide(lines, metadata=settings.keep_metadata)
    if decision.warning:
        return document.warn("chrome: " + decision.warning)
    if any(decision.reasons):
        document = document.apply(_edits(raw, lines, decision.reasons, text.endswith("\n")))
    if any(decision.reasons) or decision.title is not None:
        found = extract(raw, lines, decision.reasons, decision.title, cues)
        document = replace(document, metadata={**found, **document.metadata})
    return document


def _chinese(text: str) -> bool:
    """Whether enough of the letters are Han: the cues are Chinese, and so is what they judge."""
    han = len(text) - len(_HAN.sub("", text))
    return han > 0 and han >= HAN * (han + len(text) - len(_LATIN.sub("", text)))


def _edits(
    raw: Sequence[str], lines: Sequence[Line], reasons: Sequence[str], newline: bool
) -> Iterator[Edit]:
    """Yield the edits that take out the lines with a reason, and blank lines that are too many.

    Of the blank lines between two lines that stay one is left, none at the start or the end.
    """
    rules = list(reasons)
    blank = True
    last = -1
    for index, reason in enumerate(reasons):
        if lines[index].text and not reason:
            blank = False
            last = index
        elif not lines[index].text and blank:
            rules[index] = BLANK
        elif not lines[index].text:
            blank = True
    offset = 0
    for index, (line, rule) in enumerate(zip(raw, rules, strict=True)):
        stop = offset + len(line) + 1
        if rule or index > last:
            # At the end of a text without a final newline, lines go with the newline before them.
            shift = index > last and not newline
            yield Edit(offset - shift, stop - shift, "", "chrome." + (rule or BLANK))
        offset = stop
