"""Characters that stand for others only in shape: radicals, compatibility and small forms.

⼾ ⻓ 不 for 户 长 不 and ﹐︰｡ for ，：。 are pairs of a dictionary, one character for one. What a
compatibility form *adds* to its plain one (㎡ ² ① ½ ℃) has no row there and stays. Ligatures of
Latin letters (ﬁ) become the letters.
"""

from __future__ import annotations

from cleaner.dictionaries import rows
from cleaner.document import Document
from cleaner.filters.normalise.guards import line_trigger, rewrite
from cleaner.filters.normalise.literals import has_face
from cleaner.kept import lru_cache
from cleaner.patterns import lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_CHARACTERS = "\u2e80-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d"
_MARKS = "\ufe10-\ufe19\ufe30-\ufe6b\uff61-\uff65"
_LIGATURE = lazy("[\ufb00-\ufb06]")
_CHARACTER = line_trigger(f"[{_CHARACTERS}]")
_MARK = line_trigger(f"[{_MARKS}]")
_ANY_CHARACTER = lazy(f"[{_CHARACTERS}]")
_ANY_MARK = lazy(f"[{_MARKS}]")


def ordinary_forms(document: Document, settings: Settings, odd: str) -> Document:
    """Replace compatibility characters and marks by the ordinary ones.

    ``odd`` has the characters of the text that :func:`~cleaner.strange.strange` finds, or more.
    """
    if _ANY_CHARACTER.search(odd) is not None:
        characters = _table("normalise/characters.tsv", settings.dictionary)
        document = rewrite(
            document,
            settings,
            _CHARACTER,
            lambda line: line.translate(characters),
            "normalise.character",
        )
    if _LIGATURE.search(odd) is not None:
        document = document.sub(_LIGATURE, _letters, "normalise.ligature")
    if _ANY_MARK.search(odd) is not None:
        marks = _table("normalise/forms.tsv", settings.dictionary)
        document = rewrite(
            document,
            settings,
            _MARK,
            lambda line: line if has_face(line) else line.translate(marks),
            "normalise.form",
        )
    return document


def _letters(match: re.Match[str]) -> str:
    import unicodedata

    return unicodedata.normalize("NFKC", match.group())


@lru_cache(maxsize=8)
def _table(name: str, folders: tuple[str, ...]) -> dict[int, str]:
    return {ord(form): plain for form, plain in rows(name, 2, folders)}
