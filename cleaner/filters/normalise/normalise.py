"""The steps of normalising, in order.

Lines come first, since everything else looks at one line at a time; then single characters, since
punctuation is decided by its neighbours; then punctuation, since spaces beside full-width marks
are noise and beside half-width ones are not. Compatibility is never folded as a whole: NFKC would
turn ㎡ ² ① ½ ℃ into something else.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise.guards import (
    has_kana,
    is_japanese_document,
    is_split_text,
    line_trigger,
    lines_with,
)
from cleaner.filters.normalise.lines import line_ends, tidy_lines, unindent
from cleaner.filters.normalise.punctuation import punctuation_width
from cleaner.filters.normalise.spaces import han_spaces, space_kinds
from cleaner.filters.normalise.wraps import unwrap, whole_numbers
from cleaner.patterns import lazy
from cleaner.settings import Settings
from cleaner.strange import strange

# A space that goes brings two marks together, which can decide a third one. On 532 real pages
# punctuation then found nothing, and it is quick about it.
_PASSES = 4

# Characters that stand for others in shape only, ligatures, and letters, digits and signs of full
# width: most texts have none of the former, half of them none of the latter.
_FORMS = lazy(
    "[\u2e80-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe6b\uff61-\uff65]"
)
_FULL_WIDTH = lazy("[０-９Ａ-Ｚａ-ｚ．＠－／＿]")
_DOUBLED = line_trigger(
    "[，。、；：！？（「『《【“｜][，。、；：！？（,.;「『《【“｜]"
    "(?:(?<=[，。、；：！？｜][，。、；：！？,.;｜])|(?<=（（)|(?<=「「)|(?<=『『)|(?<=《《)|(?<=【【)|(?<=““))"
)


def normalise(document: Document, settings: Settings) -> Document:
    """Return ``document`` with the widths, spaces and lines of mainland text.

    Japanese keeps its characters and spaces, and so do lines that hold code or that segmentation
    has already split into words; only ends of lines and blank lines are tidied there.
    """
    given, source = document, document.text
    document = line_ends(document)
    if is_split_text(document.text, settings):
        return tidy_lines(document, indented=True)
    document = tidy_lines(document).keep(strange, given)
    if not document.text or is_japanese_document(document):
        return document
    document = whole_numbers(document)
    for _ in range(_PASSES):
        document, odd = _characters(document.keep(strange, given), settings)
        document = _marks_and_spaces(document, settings, source, odd)
        settled = unindent(unwrap(document))
        if settled is document:
            break
        # The other bracket of a pair may have been on the next line, a line in Japanese be one in
        # Chinese now, and what seemed to be code have marks that no code has.
        document = settled
    return document.keep(strange, given)


def _characters(document: Document, settings: Settings) -> tuple[Document, str]:
    """Return the document in ordinary characters, and what it has of those that are not."""
    odd = document.once(strange)  # no other comes with plain spaces, but with ordinary forms
    document = space_kinds(document, settings, odd)
    if _FORMS.search(odd) is not None:
        from cleaner.filters.normalise.forms import ordinary_forms

        document = ordinary_forms(document, settings, odd)
        odd = document.once(strange)
    if _FULL_WIDTH.search(odd) is not None:
        from cleaner.filters.normalise.width import ascii_width

        document = ascii_width(document, settings)
    if "。" not in document.text:
        from cleaner.filters.normalise.stops import full_stops

        document = full_stops(document)
    if settings.quotes == "mainland":
        from cleaner.filters.normalise.quotes import mainland_quotes

        document = mainland_quotes(document, settings)
    return document, odd


def again(document: Document, settings: Settings) -> bool:
    """Whether a mark has the wrong width, a line ends with half of a word, or one is indented.

    It was not so when it was looked at: what stood beside it has gone as chrome, or lines that made
    the text a table, or a block of code. Of a text with kana, as few pages are, what made it one in
    Japanese may have gone, and all of it is to be looked at.
    """
    return has_kana(document) or any(
        step is not document
        for step in (unindent(document), punctuation_width(document, settings), unwrap(document))
    )


def _marks_and_spaces(document: Document, settings: Settings, source: str, odd: str) -> Document:
    widened = punctuation_width(document, settings)
    for _ in range(_PASSES):
        spaced, changed = han_spaces(widened, settings, odd)
        document = _single_marks(spaced, settings, source)
        if document is widened:
            break
        lines = changed if document is spaced else None
        widened = punctuation_width(document, settings, lines)
        if widened is document:
            break
    return widened


def _single_marks(document: Document, settings: Settings, source: str) -> Document:
    """Let the repair of doubled marks look again, if it is asked for: ``, ,`` is ``，，`` now.

    What was so in a line of ``source``, the text before normalising, it has seen and left.
    """
    text = document.text
    if text == source or not _repairs(settings):
        return document
    doubled = [text[start:end] for start, end in lines_with(_DOUBLED, text)]
    if not doubled or {*source.split("\n")}.issuperset(doubled):
        return document
    from cleaner.filters.repair.punctuation import punctuation
    from cleaner.filters.repair.stages import ROUNDS

    for _ in range(ROUNDS):  # 、。、 takes two: one pair of marks becomes half of the next
        single = punctuation(document, settings)
        if single is document:
            break
        document = single
    return document


def _repairs(settings: Settings) -> bool:
    return "repair" not in settings.skip and (not settings.only or "repair" in settings.only)
