"""Korean syllables that stand for Chinese characters (늀是 for 就是), as novel sites write them.

The table has the pairs that are sure; users add what their sites show. It is used only where
Korean syllables stand alone among Chinese characters; real Korean comes in words.
"""

from __future__ import annotations

from functools import lru_cache

from cleaner.dictionaries import rows
from cleaner.document import Document
from cleaner.filters.repair.scripts import HAN
from cleaner.patterns import lazy
from cleaner.settings import Settings
from cleaner.strange import strange

RULE = "repair.homoglyph"

ENOUGH = 2  # syllables of the table in a document
SHARE = 0.6  # of all Korean syllables of the document that must be in the table

#: Korean syllables, as the inside of a character class.
HANGUL = "\uac00-\ud7a3"
_HANGUL = lazy(f"[{HANGUL}]")


def homoglyphs(document: Document, settings: Settings) -> Document:
    """Put the Chinese characters back when nearly all Korean of the document is of that kind."""
    if not _HANGUL.search(document.once(strange)):
        return document
    table = _table(settings.dictionary)
    found = _HANGUL.findall(document.text)
    known = [syllable for syllable in found if syllable in table]
    if len(known) < ENOUGH or len(known) < SHARE * len(found):
        return document
    among = lazy(
        f"(?<=[{HAN}])[{''.join(table)}](?![{HANGUL}])|(?<![{HANGUL}])[{''.join(table)}](?=[{HAN}])"
    )
    return document.sub(among, lambda match: table[match.group()], RULE)


@lru_cache(maxsize=8)
def _table(folders: tuple[str, ...]) -> dict[str, str]:
    return {row[0]: row[1] for row in rows("repair/homoglyphs.tsv", 2, folders)}
