"""Characters one for one, wherever they stand: the part of conversion that is 99 % of the text."""

from __future__ import annotations

import sys

from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any

# Page faults make one translate call over ten megabytes half as fast as pieces of this size.
CHUNK = 1 << 16
# A text as short as this is looked at character by character.
SHORT = 1 << 9
# The characters of a process that are mapped before a list of all characters would be ready.
_FEW = 1 << 13
_BEYOND = lazy("[\U00010000-\U0010ffff]+")


class _Seen(dict[int, int]):
    """What becomes of code points, looked up when they are first met."""

    def __init__(self, characters: str, forms: str) -> None:
        self._characters = characters
        self._forms = forms

    def __missing__(self, code: int) -> int:
        place = self._characters.find(chr(code))
        form = self[code] = code if place < 0 else ord(self._forms[place])
        return form


class Gather:
    """Maps ``characters`` to ``forms``, one for one; leaves others as they are."""

    def __init__(self, characters: str, forms: str) -> None:
        self._characters = characters
        self._forms = forms
        #: The form of each character by code point, with those that were asked for.
        self.seen: dict[int, int] = _Seen(characters, forms)
        # str.translate takes 26 ns a character with a list of integers, which hold their own
        # objects; 36 with a string, which makes one each time; 45 with a dictionary. A list takes
        # 2 ms to make, a dictionary of all characters half of one.
        self._plane: list[int] = []
        self._beyond: frozenset[str] = frozenset()
        self._mapped = 0  # characters so far
        self._table: Any = None

    def __call__(self, text: str) -> str:
        """Return ``text`` with the characters mapped."""
        if not self._plane:
            self._mapped += len(text)
            if self._mapped < _FEW:
                return text.translate(self.seen)
            plane = list(range(0x10000))
            for character, form in zip(self._characters, self._forms, strict=True):
                if character < "\U00010000":
                    plane[ord(character)] = ord(form)
            self._plane = plane  # not before it is whole: other threads see it
        if "numpy" in sys.modules and (found := self._by_numpy(text)) is not None:
            return found
        if len(text) > CHUNK:
            return "".join(
                [self._map(text[start : start + CHUNK]) for start in range(0, len(text), CHUNK)]
            )
        return self._map(text)

    def form(self, match: re.Match[str]) -> str:
        """Return what becomes of the character that was found."""
        return chr(self.seen[ord(match.group())])

    def _map(self, text: str) -> str:
        # A unit of 16 bits for each character means that there are none beyond the BMP.
        if len(text.encode("utf-16", "surrogatepass")) == 2 + 2 * len(text):  # with its mark
            return text.translate(self._plane)
        return _BEYOND.sub(self._map_beyond, text).translate(self._plane)

    def _map_beyond(self, match: re.Match[str]) -> str:
        """Return characters beyond the BMP mapped; a text may have thousands that stay."""
        found = match.group()
        if not self._beyond:
            self._beyond = frozenset(filter(_BEYOND.match, self._characters))
        return found if self._beyond.isdisjoint(found) else found.translate(self.seen)

    def _by_numpy(self, text: str) -> str | None:
        """Return what calling returns, or None where numpy is not at hand or not able to."""
        from cleaner import vectors

        codes = vectors.codes(text)
        if codes is None:
            return None
        if self._table is None:
            # Characters that become one beyond the BMP have no room in 16 bits.
            plane = [code if code < 0x10000 else 0 for code in self._plane]
            self._table = sys.modules["numpy"].array(plane, dtype="<u2")
        found = self._table.take(codes).tobytes().decode("utf-16-le", "surrogatepass")
        # Lone surrogates side by side would have become one character.
        if len(found) != len(text) or ("\0" in found and found.count("\0") != text.count("\0")):
            return None
        return str(found)
