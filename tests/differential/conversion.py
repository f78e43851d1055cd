"""Conversion against ICU, whose transliteration Hant-Hans comes from Unicode's CLDR.

It maps characters one by one and a few words, so two thirds of the differences are characters that
it does not know, and most of the others characters whose form depends on the words around them.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache

from cleaner.dictionaries import read, root
from cleaner.filters.convert import simplify
from cleaner.filters.convert.compile import phrases
from cleaner.filters.convert.passages import mask
from cleaner.filters.convert.sources import base_characters, compatibility, pairs
from cleaner.filters.convert.tables import load
from tests.differential.common import Difference, MissingError

#: Han of the BMP and of the first plane beyond it, compatibility ideographs, radicals.
BLOCKS = (
    (0x2E80, 0x2FD6),
    (0x3400, 0x4DC0),
    (0x4E00, 0xA000),
    (0xF900, 0xFADA),
    (0x20000, 0x2A6E0),
)
# Evidence that the line is Traditional; both tools make 国 of it.
_BEFORE = "國"


def by_icu(text: str) -> str:
    """Return ``text`` as ICU transliterates it. Raises MissingError where there is no ICU."""
    try:
        import icu
    except ImportError:
        command = shutil.which("uconv")
        if command is None:
            raise MissingError("neither PyICU nor uconv (ICU's tools) is installed") from None
        done = subprocess.run(
            [command, "-f", "utf-8", "-t", "utf-8", "-x", "Hant-Hans"],
            input=text.encode("utf-8"),
            capture_output=True,
            check=True,
        )
        return done.stdout.decode("utf-8")
    transliterated: str = icu.Transliterator.createInstance("Hant-Hans").transliterate(text)
    return transliterated


def sources() -> Iterator[str]:
    """Yield lines to compare: every character by itself, and every phrase of OpenCC's."""
    for low, high in BLOCKS:
        yield from (_BEFORE + chr(code) for code in range(low, high))
    for name in ("TSPhrases.txt", "TWVariantsRevPhrases.txt"):
        yield from (_BEFORE + phrase for phrase, _ in pairs(name))


@cache
def _own() -> dict[str, str]:
    """Return the characters that we map and OpenCC does not: reviewed, each with a source."""
    rows = read(root() / "conversion" / "characters.tsv", 3)
    return {**dict(compatibility()), **{row[0]: row[1] for row in rows}}


def kind(line: str, char: str, ours: str, theirs: str) -> str:
    """Return why ``char`` of ``line`` became ``ours`` and not ``theirs``."""
    opencc, own, tables = _opencc(), _own(), load()
    if char in "「」『』":
        return "quotation marks stay, unless others are asked for"
    if mask(line)[1]:
        return "lines in Japanese and Korean stay"
    if char in tables.defaults:
        return "its form depends on the words around it"
    if opencc.get(char, char) == ours:
        if ours == char:
            return "outside of what the standard simplifies: OpenCC keeps it too"
        return "as OpenCC has it" + ("" if theirs != char else ", ICU does not know it")
    if own.get(char) == ours:
        return "a variant form or radical: dictionaries/conversion/characters.tsv"
    if own.get(char, char) != char:
        return "a radical or compatibility form of a character that changes"
    if opencc.get(theirs) == ours:
        return "what ICU makes of it is Traditional itself"
    if any(char in phrase and phrase in line for phrase in _phrases()):
        return "a word of OpenCC's or of dictionaries/conversion/phrases.tsv"
    return "unknown"


@cache
def _phrases() -> frozenset[str]:
    tables = load()
    known = phrases(tables.defaults, tables.gather)
    return frozenset(known).union(phrase for phrase, _ in pairs("TSPhrases.txt"))


@cache
def _opencc() -> dict[str, str]:
    return base_characters()


def differences(texts: Sequence[str], *, own: bool) -> tuple[int, Iterator[Difference]]:
    """Return how many lines are compared, and each character that differs.

    With ``own`` every character and phrase, besides ``texts``.
    """
    lines = list(dict.fromkeys(line for text in texts for line in text.split("\n")))
    if own:
        lines += sources()
    return len(lines), _differences(lines)


def _differences(lines: list[str]) -> Iterator[Difference]:
    theirs = by_icu("\n".join(lines)).split("\n")
    for line, other in zip(lines, theirs, strict=True):
        ours = simplify(line, load()).text
        if ours == other:
            continue
        if not len(line) == len(ours) == len(other):
            yield Difference(line, ours, other, "unknown")
            continue
        for char, mine, yours in zip(line, ours, other, strict=True):
            if mine != yours:
                yield Difference(
                    f"{char} in {line[:20]}", mine, yours, kind(line, char, mine, yours)
                )
