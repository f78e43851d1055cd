"""Characters whose Simplified form depends on their company: 著 乾 於 藉 覆 徵 瞭 沈 鍊 帳 ...

At each of them, in this order: the rules with borders and classes (``conversion/contexts.tsv``),
the longest word that holds it (``conversion/phrases.tsv`` over OpenCC's phrases) unless it is there
across the border of two others (:mod:`.words`), an author line, the form it takes by default. Words
are looked up in text that the gather has already simplified, which makes one entry serve every kind
of Traditional.

Characters that Simplified text has too are looked at where the text is Traditional only, but for
the few rules that hold anywhere.
"""

from __future__ import annotations

from cleaner.filters.convert.company import match
from cleaner.filters.convert.tables import Tables
from cleaner.filters.convert.variant import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

# Where the particle is written 着 every 著 is the word that keeps it.
_TWO_FORMS: Final = ("hongkong", "opencc")
# Most particles have a Chinese character behind them, authors' names only one of these, with which
# begins what they have written.
_WORKS = frozenset("有长中短小诗散的")
# Where the other reading is a word by itself, a particle, a preposition, a surname or a verb,
# chance makes words across borders. The words with 瞭 覆 鍊 畫 帳 are what they seem to be: counts
# of single characters (了 above all) would only mislead.
TORN: Final = frozenset("著於徵乾沈祇")
# So much text beside such a word is looked at to tell whether it is one.
REACH = 4
# The longest words have twelve characters.
_BEFORE = 12 + REACH


def resolve(original: str, text: str, tables: Tables, variant: str, evidence: Evidence) -> str:
    """Return ``text`` with its characters in context decided.

    ``text`` is ``original`` after the gather, of the same length; the original tells which parts
    are Traditional, ``evidence`` what the whole document is. ``variant`` is the kind of
    Traditional.
    """
    old, new = evidence
    simplified = bool(new and not old)
    parts_of = None
    if old and new:  # the parts of the text have to be looked at
        from cleaner.filters.convert.parts import Parts

        parts_of = Parts(original, tables, evidence)
    two_forms = variant in _TWO_FORMS and original.count("着") > original.count("著")
    companies, shared, defaults = tables.companies, tables.shared, tables.defaults
    parts: list[str] = []
    copied = 0  # text up to here is in parts
    decided = 0  # characters up to here are decided
    for hit in (tables.hits_anywhere if simplified else tables.hits).finditer(text):
        offset = hit.start()
        if offset < decided:
            continue
        character = text[offset]
        start, result = offset, None
        company = companies[character]
        rules = company.rules
        close = (
            text[offset + 1 : offset + 2] in company.after
            or (offset and text[offset - 1] in company.before)
            or company.always
        )
        if close and "any" in rules:
            result = match(rules["any"], text, offset)
        if result is None and (
            character not in shared
            or (parts_of.traditional(offset) if parts_of is not None else not new)
        ):
            if close:
                for scope in (variant, "traditional"):
                    if result is None and scope in rules:
                        result = match(rules[scope], text, offset)
                if result is None:
                    start, result = company.word(text, offset, decided)
                    if (
                        result is not None
                        and len(result) > 1
                        and character in TORN
                        and result[offset - start] != defaults[character]
                        and text[start : start + len(result)] not in tables.firm
                        and not _is_word(
                            text,
                            offset,
                            start,
                            result,
                            _decided(parts, text, copied, offset),
                            defaults,
                        )
                    ):
                        start, result = offset, defaults[character]
            if result is None:
                keep = character == "著" and (two_forms or _is_written(text, offset))
                result = character if keep else defaults[character]
        if result is None:
            continue
        decided = start + len(result)
        if not text.startswith(result, start):
            parts += (text[copied:start], result)
            copied = decided
    if not parts:
        return text
    parts.append(text[copied:])
    return "".join(parts)


def _is_word(
    text: str, offset: int, start: int, word: str, left: str, defaults: Mapping[str, str]
) -> bool:
    """Tell whether a ``word`` that begins at ``start`` is one, and not across a border of others.

    It holds the character at ``offset``; ``left`` is what becomes of the text before that.
    """
    from cleaner.filters.convert.words import words  # few pages come so far

    # What follows is not decided yet: 傢 hides the writers in 刊登著作傢協會.
    right = "".join([defaults.get(c, c) for c in text[offset : start + len(word) + REACH]])
    at = len(left)
    return words().stands(left + right, at - (offset - start), word, at, defaults[text[offset]])


def _is_written(text: str, offset: int) -> bool:
    """Tell whether the 著 at ``offset`` says who wrote something."""
    following = text[offset + 1 : offset + 2]
    if "\u3400" <= following <= "\u9fff" and following not in _WORKS:
        return False
    from cleaner.filters.convert.authors import is_author_line  # few pages come so far

    return is_author_line(text, offset)


def _decided(parts: list[str], text: str, copied: int, offset: int) -> str:
    """Return what becomes of the text before ``offset``, as much of it as words look at.

    In 看著名著 the first 著 is decided, so that 著名 is no word there any more.
    """
    if offset - _BEFORE >= copied:
        return text[offset - _BEFORE : offset]
    return "".join([part[-_BEFORE:] for part in parts[-_BEFORE:]]) + text[copied:offset]
