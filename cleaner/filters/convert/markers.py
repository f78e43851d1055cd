"""Forms that tell the kinds of Traditional apart, and how often a text has them."""

from __future__ import annotations

from cleaner.patterns import escape, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

KINDS = ("taiwan", "hongkong", "opencc", "mainland")


class Markers:
    """Counts ``markers``, characters or words, given with the kind of Traditional they tell of."""

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
