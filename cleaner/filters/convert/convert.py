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

from cleaner.document import Document, Variant
from cleaner.filters.convert.context import resolve
from cleaner.filters.convert.gather import SHORT
from cleaner.filters.convert.passages import IS_FOREIGN, Span, mask, unmask
from cleaner.filters.convert.quoted import contrasted
from cleaner.filters.convert.tables import Tables, load
from cleaner.filters.convert.variant import Evidence, identify, weigh
from cleaner.frozen import replace
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

#: What the gather changes besides characters that are Traditional only: radicals, compatibility
#: ideographs, and what lies beyond the BMP, where the evidence does not look.
OTHER = lazy("[\u2e80-\u2fdf\uf900-\ufaff\U00010000-\U0010ffff]")
# One Traditional character among so many Simplified ones (all characters are twice as many): those
# that there are, found by a search, take a fifth of the time of mapping every character.
_FEW = 32
# A bound for dictionaries of users that turn characters in a circle.
_ROUNDS = 16


class Conversion:
    """What became of a text: after the gather, in the end, and the kind of Chinese it was."""

    __slots__ = ("gathered", "text", "variant")

    def __init__(self, gathered: str, text: str, variant: Variant) -> None:
        self.gathered: str = gathered
        self.text: str = text
        self.variant: Variant = variant


def convert(document: Document, settings: Settings) -> Document:
    """Return ``document`` in mainland Simplified characters, with its ``variant`` found out.

    So is the metadata that the head of an HTML document told, as the kind of Chinese that it is in.
    Every change of characters keeps the length of the text; the words of users and those of
    ``settings.vocabulary`` may not. Text that is Simplified already, Japanese, Korean
    and quotation marks stay as they are. Raises EngineError when the reference engine is asked for
    and is not there, DictionaryError for a dictionary of the user with a bad line.
    """
    known = document.metadata
    document = _convert(document, settings)
    variant = document.variant
    if not known or variant is None or variant.name in ("none", "simplified"):
        return document
    told = Settings.make(settings, variant=variant.name)
    return replace(
        document,
        metadata={
            field: value if field == "published" else _convert(Document(text=value), told).text
            for field, value in known.items()
        },
    )


def _convert(document: Document, settings: Settings) -> Document:
    if settings.converter != "tables":
        return _by_reference(document, settings)
    before, source = document, document.text
    tables = load(settings.dictionary)
    found = simplify(source, tables, settings.variant, document.once(strange))
    document = replace(document, variant=found.variant)
    found.text = contrasted(source, found.text)
    if document.recording:  # else one substitution will do
        document = document.substitute(found.gathered, "convert.character")
    # None of the forms is looked for later on.
    document = document.substitute(found.text, "convert.phrase").keep(strange, before)
    if settings.vocabulary != "none" or settings.conversion or settings.dictionary:
        return document.apply(_words(source, found, settings))
    return document


def again(document: Document, settings: Settings) -> bool:
    """Whether what is left of a converted text looks otherwise than the whole did.

    It does when no Simplified character is left (於 alone is Traditional then), and it may when
    lines that seemed to be in another language are parts of others now. What users put in place of
    their words is the last word, be it Traditional.
    """
    if settings.converter != "tables" or settings.conversion or settings.dictionary:
        return False
    if IS_FOREIGN.search(document.once(strange)) is not None:
        return True
    text, tables = document.text, load(settings.dictionary)
    return tables.traditional.found_in(text) or not tables.simplified.found_in(text)


def _words(source: str, found: Conversion, settings: Settings) -> list[Edit]:
    """Return what users and the chosen vocabulary replace in the converted text."""
    from cleaner.filters.convert import vocabulary

    own = vocabulary.own(settings.conversion, settings.dictionary)
    first = own.edits(source, "convert.override") if own is not None else ()
    second: Iterable[Edit] = ()
    if settings.vocabulary != "none" and found.variant.name != "simplified":
        words = vocabulary.regional(settings.vocabulary, settings.dictionary)
        second = words.edits(found.text, "convert.vocabulary")
        # A text that shows nothing (硬碟容量不足) is what the user says it is.
        if found.variant.name != "none" or mask(source)[1]:
            second = vocabulary.traditional(second, source, found.text)
    return vocabulary.merged(first, second)


def _by_reference(document: Document, settings: Settings) -> Document:
    """Return ``document`` as another engine converts it, with its ``variant`` found by ours."""
    document = replace(document, variant=_variant(document.text, settings))
    engine, _, config = settings.converter.partition(":")
    if engine == "opencc":
        from cleaner.filters.convert import opencc

        return opencc.convert(document, config)
    from cleaner.filters.convert.reference import convert_text

    return document.substitute(convert_text(document.text), "convert.reference")


def simplify(
    source: str, tables: Tables, chosen: str = "auto", unusual: str | None = None
) -> Conversion:
    """Return what becomes of the text ``source``; ``chosen`` is the kind of Chinese, if known.

    ``unusual`` has what :func:`cleaner.strange.strange` says of it, if that is known.
    """
    text, foreign, evidence = _look(source, tables)
    variant = identify(text, evidence, tables.markers)
    if chosen != "auto":
        variant = replace(variant, name=chosen)
    if not text or chosen == "simplified":
        return Conversion(source, source, variant)
    other = OTHER.search(strange(source) if unusual is None else unusual) is not None
    gathered = _gathered(text, tables, evidence, other=other)
    result = resolve(text, gathered, tables, variant.name, evidence)
    if result != text:  # else a second run would do the same
        # What a second run would know: no character that is Traditional only is left.
        settled = "simplified" if chosen == "auto" else variant.name
        then = (0, int(evidence[1] or tables.simplified.found_in(result)))
        left = (tables.hits_anywhere if then[1] else tables.hits).search(result)
        for _ in range(_ROUNDS if left is not None else 0):
            again = resolve(result, result, tables, settled, then)
            if again == result:
                break
            result = again
        if not evidence[0]:  # as in all that was converted before
            from cleaner.filters.convert.spaced import unsplit

            result = unsplit(
                gathered, result, lambda bare: resolve(bare, bare, tables, settled, then)
            )
    return Conversion(unmask(gathered, source, foreign), unmask(result, source, foreign), variant)


def _gathered(text: str, tables: Tables, evidence: Evidence, *, other: bool) -> str:
    """Return ``text`` after the gather; ``other``: there may be more for it than is Traditional."""
    old, new = evidence
    if not (old or other):
        return text
    if old * _FEW < new and not other:
        return tables.traditional.sub(tables.gather.form, text)
    return tables.gather(text)


def _variant(source: str, settings: Settings) -> Variant:
    tables = load(settings.dictionary)
    text, _, evidence = _look(source, tables)
    variant = identify(text, evidence, tables.markers)
    return variant if settings.variant == "auto" else replace(variant, name=settings.variant)


def _look(source: str, tables: Tables) -> tuple[str, list[Span], Evidence]:
    """Return ``source`` with foreign lines masked, these lines, and the evidence of the rest."""
    if source.isascii():
        return "", [], (0, 0)
    # Most Traditional texts have nothing else: one search tells.
    if len(source) >= SHORT and not tables.unlike.found_in(source):
        return source, [], (int(tables.traditional.found_in(source)), 0)
    text, foreign = mask(source)
    return text, foreign, weigh(text, tables)
