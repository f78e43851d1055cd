"""The filter: judge the lines, decide, take out what goes, note what the page says of itself."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.chrome.decide import ROUNDS, decide
from cleaner.filters.chrome.glued import headings, sections
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import Judge
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.notices import notices
from cleaner.filters.chrome.pages import several
from cleaner.filters.repair.scripts import high_bytes
from cleaner.frozen import replace
from cleaner.kept import lru_cache
from cleaner.ledger import Edit
from cleaner.settings import Settings
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Final

# Of Han and Latin letters together, this share is Han: on the page of a Chinese site 0.5 and more,
# in a program or an English text with some Chinese words below 0.1.
HAN = 0.2
_SEVERAL: Final = "several pages in one input? The text of one was kept: give each page as a file"
# The rule of blank lines that go because lines between them went.
BLANK = "blank"
_HAN = bytes(range(0x40, 0xA0))
_LATIN = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def chrome(document: Document, settings: Settings) -> Document:
    """Drop the lines of a page that are neither title nor body, each by rule ``chrome.<reason>``.

    Takes text without markup, best repaired and in Simplified characters. Text without chrome is
    not changed at all. A page that seems to be nothing but chrome is kept, with a warning. With
    ``settings.keep_metadata`` the date, source and author lines of the article stay. Metadata
    that is already known is not replaced, and none is looked for in a terse document. A line by
    itself has no page around it and stays, and so does text that is not Chinese.

    Raises DictionaryError for a user's dictionary that does not fit.
    """
    if not _chinese(document.text):
        return document
    given = document
    document = sections(document)
    for turn in range(ROUNDS):
        if "\n" in document.text.removesuffix("\n"):
            document = _page(document, settings, site=document.hypertext and turn == 0)
        left = notices(document, settings)
        if left is document:
            break
        # The page is another without them: cues stood apart, and are many now for its lines.
        document = left
    return document.keep(strange, given)


def _page(document: Document, settings: Settings, *, site: bool) -> Document:
    """Drop what lines show of a page together; note what it says of itself."""
    whole = document
    document = headings(document)
    text = document.text
    raw = text.removesuffix("\n").split("\n")
    judge = _judge(settings.dictionary)
    lines = judge.lines(raw)
    headline = document.metadata.get("title", "") if site else ""
    decision = decide(
        lines,
        metadata=settings.keep_metadata,
        site=site,
        headline=headline,
        folders=settings.dictionary,
    )
    if decision.warning:
        return whole.warn("chrome: " + decision.warning)
    if any(decision.reasons):
        if several(lines, decision.reasons):
            document = document.warn(f"chrome: {_SEVERAL}")
        kept = _kept(lines, decision.reasons)
        if document.recording:
            document = document.apply(_each(text, raw, kept, decision.reasons))
        else:
            document = document.apply((_at_once(text, raw, kept),))
    if not document.terse and (any(decision.reasons) or decision.title is not None):
        from cleaner.filters.chrome.metadata import extract

        found = extract(raw, lines, decision.reasons, decision.title, judge.cues)
        declared = dict(document.metadata)
        day = declared.get("published", "")
        if day and found.get("published", "").startswith(f"{day}T"):
            del declared["published"]  # a day alone, and the page has the time of it
        sites = {both.get(field, "") for both in (found, declared) for field in ("source", "site")}
        if "author" in found and declared.get("author", "-") in sites:
            del declared["author"]  # the site, where the byline names who wrote it
        document = replace(document, metadata={**found, **declared})
    return document


def _chinese(text: str) -> bool:
    """Whether enough of the letters are Han: the cues are Chinese, and so is what they judge.

    Counted in the upper bytes of UTF-16, of which 40 to 9F are those of U+4000 to U+9FFF only: five
    times as fast as with expressions.
    """
    for part in (text[: len(text) // 2], text):  # nearly every page has enough in half of it
        upper = high_bytes(part)
        han = len(upper) - len(upper.translate(None, _HAN))
        if han > HAN * len(text):
            return True  # even if all else were Latin
    data = text.encode("ascii", "ignore")
    latin = len(data) - len(data.translate(None, _LATIN))
    return han > 0 and han >= HAN * (han + latin)


@lru_cache(maxsize=8)
def _judge(folders: tuple[str, ...]) -> Judge:
    """Return what judges lines with the cues of users' ``folders`` over the shipped ones."""
    return Judge(load(folders))


def _kept(lines: Sequence[Line], reasons: Sequence[str]) -> list[int]:
    """Return which lines stay, some without a reason do not.

    Of the blank lines between two lines that stay one is left, none at the start or the end.
    """
    kept: list[int] = []
    blank = -1
    for index, reason in enumerate(reasons):
        if reason:
            continue
        if not lines[index].text:
            blank = index if blank < 0 else blank
            continue
        if kept and blank >= 0:
            kept.append(blank)
        kept.append(index)
        blank = -1
    return kept


def _each(
    text: str, raw: Sequence[str], kept: Sequence[int], reasons: Sequence[str]
) -> Iterator[Edit]:
    """Yield an edit for each line that goes.

    Each line before another is followed by a newline; at the end of a text without a final one,
    lines go with the newline before them.
    """
    place = first = 0
    for index in (*kept, len(raw)):
        back = index == len(raw) and not text.endswith("\n")
        for gone in range(first, index):
            end = place + len(raw[gone]) + 1
            yield Edit(place - back, end - back, "", f"chrome.{reasons[gone] or BLANK}")
            place = end
        if index < len(raw):
            place += len(raw[index]) + 1
        first = index + 1


def _at_once(text: str, raw: Sequence[str], kept: Sequence[int]) -> Edit:
    """Return the edit that leaves the lines that stay, for when nobody asks for those that go."""
    left = "\n".join([raw[index] for index in kept])
    return Edit(0, len(text), left + "\n" if text.endswith("\n") else left, "chrome")
