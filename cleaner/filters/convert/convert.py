"""The convert filter: which characters change, in which order, and what is left alone.

1. Lines in Japanese or Korean are masked (:mod:`.passages`), and so neither count nor change.
2. Characters that have one Simplified form wherever they stand are mapped in one gather
   (:mod:`.tables`). That they occur at all is the evidence that the text is Traditional.
3. The few characters whose form depends on the words around them, or that Simplified text uses
   too (著 乾 於 藉 ...), are looked at one by one (:mod:`.context`).

The third step is repeated until nothing changes. A repetition sees what a second run of the filter
would see, so running the filter on its own output changes nothing. With our dictionaries the first
repetition finds nothing left to do.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.convert.context import resolve
from cleaner.filters.convert.passages import mask, unmask
from cleaner.filters.convert.tables import load
from cleaner.filters.convert.variant import identify, weigh
from cleaner.frozen import replace
from cleaner.patterns import lazy
from cleaner.settings import Settings

# What the gather changes besides characters that are Traditional only: radicals, compatibility
# ideographs, and what lies beyond the BMP, where the evidence does not look.
_OTHER = lazy("[\u2e80-\u2fdf\uf900-\ufaff\U00010000-\U0010ffff]")
# A bound for dictionaries of users that turn characters in a circle.
_ROUNDS = 16


def convert(document: Document, settings: Settings) -> Document:
    """Return ``document`` in mainland Simplified characters, with its ``variant`` found out.

    Every change keeps the length of the text. Text that is Simplified already, Japanese, Korean
    and quotation marks stay as they are. Raises EngineError when the reference engine is asked for
    and is not there, DictionaryError for a dictionary of the user with a bad line.
    """
    source = document.text
    tables = load(settings.dictionary)
    text, foreign = ("", []) if source.isascii() else mask(source)
    evidence = weigh(text, tables)
    variant = identify(text, evidence, tables.markers)
    if settings.variant != "auto":
        variant = replace(variant, name=settings.variant)
    document = replace(document, variant=variant)
    if settings.converter != "tables":
        from cleaner.filters.convert.reference import convert_text

        return document.substitute(convert_text(source), "convert.reference")
    if not text or settings.variant == "simplified":
        return document
    gathered = tables.gather(text) if evidence[0] or _OTHER.search(text) else text
    if document.recording:  # else one substitution will do
        document = document.substitute(unmask(gathered, source, foreign), "convert.character")
    result = resolve(text, gathered, tables, variant.name, evidence)
    if result == text:  # nothing changed, so a second run would do the same
        return document
    # What a second run would know: no character that is Traditional only is left.
    settled = "simplified" if settings.variant == "auto" else variant.name
    then = (0, int(evidence[1] or tables.simplified.found_in(result)))
    for _ in range(_ROUNDS):
        again = resolve(result, result, tables, settled, then)
        if again == result:
            break
        result = again
    return document.substitute(unmask(result, source, foreign), "convert.phrase")
