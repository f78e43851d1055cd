"""Characters that stand for others only in shape: radicals, compatibility and small forms.

⼾ ⻓ 不 for 户 长 不 and ﹐︰｡ for ，：。 are pairs of a dictionary, one character for one. What a
compatibility form *adds* to its plain one (㎡ ² ① ½ ℃) has no row there and stays.
"""

from __future__ import annotations

from functools import lru_cache

from cleaner.dictionaries import rows
from cleaner.document import Document
from cleaner.filters.normalise.guards import line_trigger, rewrite
from cleaner.patterns import lazy
from cleaner.settings import Settings

_CHARACTERS = "\u2e80-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d"
_MARKS = "\ufe10-\ufe19\ufe30-\ufe6b\uff61-\uff65"
_EITHER = lazy(f"[{_CHARACTERS}{_MARKS}]")
_CHARACTER = line_trigger(f"[{_CHARACTERS}]")
_MARK = line_trigger(f"[{_MARKS}]")


def ordinary_forms(document: Document, settings: Settings) -> Document:
    """Replace compatibility characters and marks by the ordinary ones."""
    if _EITHER.search(document.text) is None:
        return document
    characters = _table("normalise/characters.tsv", settings.dictionary)
    document = rewrite(
        document, _CHARACTER, lambda line: line.translate(characters), "normalise.character"
    )
    marks = _table("normalise/forms.tsv", settings.dictionary)
    return rewrite(document, _MARK, lambda line: line.translate(marks), "normalise.form")


@lru_cache(maxsize=8)
def _table(name: str, folders: tuple[str, ...]) -> dict[int, str]:
    return {ord(form): plain for form, plain in rows(name, 2, folders)}
