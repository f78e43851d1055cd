"""The phrases of notices as the dictionaries have them, and names of sites set apart by signs."""

from __future__ import annotations

from operator import add

from cleaner.dictionaries import rows
from cleaner.filters.repair.evidence import APART, NOTICES, by_characters, places, sites
from cleaner.kept import lru_cache
from cleaner.named import NamedTuple
from cleaner.patterns import any_of, lazy
from cleaner.prepared import prepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

# Characters with a sign between any two.
_APART = lazy(f"[^\\s{APART}](?:[{APART}][^\\s{APART}])+")


class Notices(NamedTuple):
    """The phrases of notices, ordinary words that tell one near an address, and what they say.

    ``kinds``: those of the phrases that are the kind of a site. ``sites``: names that may be set
    apart, by their first two characters.
    """

    phrases: re.Pattern[str]
    cues: re.Pattern[str]
    kinds: re.Pattern[str]
    scopes: dict[str, str]
    sites: dict[str, list[str]]

    def apart(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of names of sites with a sign between any two characters.

        筆~趣~閣: nobody but who wants to get past filters writes a name like that. An expression
        of all of them has a class of signs hundreds of times, 300 KB to be read at each start.
        """
        for match in _APART.finditer(text):
            name, start = match.group()[::2], match.start()
            pairs = self.sites.keys() & map(add, name, name[1:])
            known = [site for pair in pairs for site in self.sites[pair]]
            for at, end in places(name, known):
                yield start + 2 * at, start + 2 * end - 1

    def without(self, text: str) -> str:
        """Return ``text`` without phrases of notices and names set apart."""
        parts, done = [], 0
        for start, end in self.apart(text):
            parts.append(text[done:start])
            done = end
        parts.append(text[done:])
        return self.phrases.sub("", "".join(parts))


@lru_cache(maxsize=8)
def read_notices(folders: tuple[str, ...]) -> Notices:
    """Return the notices of the dictionaries with ``folders`` laid over them."""
    made = _read(folders) if folders else prepared("phrases of notices", _read, _SOURCES)
    phrases, cues, kinds, scopes, names = made
    return Notices(lazy(phrases), lazy(cues), lazy(kinds), scopes, names)


_WORDS = "repair/notice_words.tsv"
_SOURCES = (
    NOTICES,
    _WORDS,
    "filters/repair/phrases.py",
    "filters/repair/evidence.py",
    "patterns.py",
)


def _read(
    folders: tuple[str, ...] = (),
) -> tuple[str, str, str, dict[str, str], dict[str, list[str]]]:
    """Return what :class:`Notices` has, with the sources of expressions."""
    written = {row[0]: row[1] for row in rows(NOTICES, 2, folders)}
    scopes = {by_characters(phrase): scope for phrase, scope in written.items()} | written
    cues = {row[0]: row[1] for row in rows(_WORDS, 2, folders)}
    kinds = [phrase for phrase, scope in scopes.items() if scope == "place"]
    names: dict[str, list[str]] = {}
    for name in sites(folders):
        names.setdefault(name[:2], []).append(name)
    return any_of(scopes), any_of(cues), any_of(kinds), cues | scopes, names
