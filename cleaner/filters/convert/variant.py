"""Which kind of Chinese a document is written in, from counts of what tells the kinds apart."""

from __future__ import annotations

from cleaner.document import Variant
from cleaner.filters.convert.markers import Markers
from cleaner.filters.convert.tables import Tables

# Characters are counted in the first part of a document: enough to tell, and bounded in cost.
_SAMPLE = 1 << 13

Evidence = tuple[int, int]
"""How many characters are Traditional only, and how many Simplified only.

Zero means that there are none; other numbers are counts in the sample, but at least one.
"""


def weigh(text: str, tables: Tables) -> Evidence:
    """Return the evidence of ``text``."""
    old, new = tables.traditional.found_in(text), tables.simplified.found_in(text)
    if not (old and new):
        return int(old), int(new)
    sample = text[:_SAMPLE]
    return (
        sum(map(tables.traditional.characters.__contains__, sample)) or 1,
        sum(map(tables.simplified.characters.__contains__, sample)) or 1,
    )


def identify(text: str, evidence: Evidence, markers: Markers) -> Variant:
    """Return the kind of Chinese of ``text`` (foreign lines masked) and the counts behind it.

    The kind is ``none`` where no character tells anything, ``simplified`` where Simplified
    characters prevail, and among the kinds of Traditional the one with most ``markers``; ``taiwan``
    where none has any.

    >>> identify("國傢的方麵", (3, 0), Markers({"國傢": "mainland", "方麵": "mainland"})).name
    'mainland'
    """
    old, new = evidence
    if old <= new:
        return Variant("simplified" if new else "none", {"old": old, "new": new})
    found = markers.count(text[:_SAMPLE])
    # Of the two standards that write 裏 and 着 the forms of OpenCC's own are found in no other.
    if found["opencc"]:
        found["opencc"] += found["hongkong"]
    # A wrong word is worth more than a regional form: those pages have the forms as well.
    found["mainland"] *= 4
    return Variant(max(found, key=found.__getitem__), {"old": old, "new": new, **found})
