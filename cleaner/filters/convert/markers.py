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
        self._keys: dict[str, list[tuple[str, int, str]]] = {}
        for marker, kind in markers.items():
            key = max(marker, key=lambda c: (shared[c], c in traditional))
            self._keys.setdefault(key, []).append((marker, marker.index(key), kind))
        self._pattern = lazy(f"[{escape(''.join(self._keys))}]" if markers else "(?!)")

    def count(self, text: str) -> dict[str, int]:
        """Return how many markers of each kind ``text`` has."""
        found: dict[str, int] = dict.fromkeys(KINDS, 0)
        for match in self._pattern.finditer(text):
            offset = match.start()
            for marker, before, kind in self._keys[text[offset]]:
                if before <= offset and text.startswith(marker, offset - before):
                    found[kind] += 1
        return found
