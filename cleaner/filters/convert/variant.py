"""Which kind of Chinese a document is written in, from counts of what tells the kinds apart."""

from __future__ import annotations

from cleaner.document import Variant
from cleaner.patterns import escape, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Final

    from cleaner.filters.convert.tables import Tables

KINDS: Final = ("taiwan", "hongkong", "opencc", "mainland")
"""The kinds of Traditional."""

# Characters are counted in the first part of a document: enough to tell, and bounded in cost.
_SAMPLE = 1 << 13

Evidence = tuple[int, int]
"""How many characters are Traditional only, and how many Simplified only.

Zero means that there are none; other numbers are counts in the sample, but at least one.
"""


class Markers:
    """Counts the forms that tell the kinds of Traditional apart.

    ``markers`` are characters or words, given with the kind that they tell of.
    """

    def __init__(self, markers: Mapping[str, str], traditional: Collection[str] = ()) -> None:
        # Each is looked for by that of its characters which most markers have, among equals one
        # that is ``traditional`` only: 瞭 麵 后 于 tell something themselves, and are rare on pages
        # of the other kinds.
        shared: dict[str, int] = {}
        for marker in markers:
            for character in set(marker):
                shared[character] = shared.get(character, 0) + 1
        # Most of what is found are markers of one character: those need no second look.
        self._alone: dict[str, str] = {}
        self._words: dict[str, list[tuple[str, int, str]]] = {}
        for marker, kind in markers.items():
            key = max(marker, key=lambda c: (shared[c], c in traditional))
            if marker == key and shared[key] == 1:
                self._alone[key] = kind
            else:
                self._words.setdefault(key, []).append((marker, marker.index(key), kind))
        keys = "".join([*self._alone, *self._words])
        self._pattern = lazy(f"[{escape(keys)}]" if markers else "(?!)")

    def count(self, text: str) -> dict[str, int]:
        """Return how many markers of each kind ``text`` has."""
        found: dict[str, int] = dict.fromkeys(KINDS, 0)
        offset = -1
        for key in self._pattern.findall(text):
            kind = self._alone.get(key)
            if kind is not None:
                found[kind] += 1
                continue
            offset = text.index(key, offset + 1)
            for marker, before, kind in self._words[key]:
                if before <= offset and text.startswith(marker, offset - before):
                    found[kind] += 1
        return found


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
