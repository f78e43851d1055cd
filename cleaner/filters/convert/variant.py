"""Which kind of Chinese a document is written in, from counts of what tells the kinds apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cleaner.document import Variant
from cleaner.filters.convert.tables import Tables

# Characters are counted in the first part of a document: enough to tell, and bounded in cost.
_SAMPLE = 1 << 13
# So many searches for one character cost as much as looking at every character.
_FEW = 64


class Evidence(NamedTuple):
    """How many characters are Traditional only, and how many Simplified only.

    Zero means that there are none; other numbers are counts in the sample, but at least one.
    """

    old: int
    new: int


def weigh(text: str, characters: set[str], tables: Tables) -> Evidence:
    """Return the evidence of ``text``, whose different characters are ``characters``."""
    old = not characters.isdisjoint(tables.traditional)
    new = not characters.isdisjoint(tables.simplified)
    if not (old and new):
        return Evidence(old, new)
    sample = text[:_SAMPLE]
    return Evidence(
        _count(sample, characters & tables.traditional) or 1,
        _count(sample, characters & tables.simplified) or 1,
    )


def _count(sample: str, characters: set[str]) -> int:
    """Return how many of the characters of ``sample`` are among ``characters``."""
    if len(characters) < _FEW:
        return sum(map(sample.count, characters))
    return sum(map(characters.__contains__, sample))


def identify(
    text: str, characters: set[str], evidence: Evidence, markers: Mapping[str, frozenset[str]]
) -> Variant:
    """Return the kind of Chinese of ``text`` (foreign lines masked) and the counts behind it.

    ``characters`` are the different characters of ``text``. The kind is ``none`` where no character
    tells anything, ``simplified`` where Simplified characters prevail, and among the kinds of
    Traditional the one with most ``markers``; ``taiwan`` where none has any.

    >>> text = "國傢的方麵"
    >>> identify(text, set(text), Evidence(3, 0), {"mainland": frozenset({"國傢", "方麵"})}).name
    'mainland'
    """
    counts = evidence._asdict()
    if evidence.old <= evidence.new:
        return Variant("simplified" if evidence.new else "none", counts)
    sample = text[:_SAMPLE]
    found = {
        # Only markers made of characters that are there: the check costs less than the count.
        kind: sum(
            sample.count(marker)
            for marker in markers.get(kind, ())
            if marker[0] in characters and characters.issuperset(marker)
        )
        for kind in ("taiwan", "hongkong", "opencc", "mainland")
    }
    # Of the two standards that write 裏 and 着 the forms of OpenCC's own are found in no other.
    if found["opencc"]:
        found["opencc"] += found["hongkong"]
    # A wrong word is worth more than a regional form: those pages have the forms as well.
    found["mainland"] *= 4
    return Variant(max(found, key=lambda kind: found[kind]), counts | found)
