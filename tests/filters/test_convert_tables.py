"""The dictionaries of conversion: every row is well-formed, right in itself, and needed."""

from __future__ import annotations

import copy
import marshal
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cleaner.dictionaries import lines, read, root
from cleaner.filters.convert import compile as compiling
from cleaner.filters.convert.company import Companies
from cleaner.filters.convert.compile import compile_tables, compile_words
from cleaner.filters.convert.context import resolve
from cleaner.filters.convert.convert import OTHER, simplify
from cleaner.filters.convert.gather import CHUNK, Gather
from cleaner.filters.convert.patterns import SCOPES, compile_rules
from cleaner.filters.convert.sources import base_characters, base_phrases
from cleaner.filters.convert.tables import FOLDER, load
from cleaner.vectors import LARGE

if TYPE_CHECKING:
    from cleaner.filters.convert.company import Rules

FILES = {
    "ambiguous.tsv": 4,
    "characters.tsv": 3,
    "contexts.tsv": 4,
    "markers.tsv": 2,
    "phrases.tsv": 3,
}
# Not in GB 2312 and not an output of TSCharacters, yet standard: parts of characters that radicals
# stand for, and characters of names and of chemistry.
STANDARD = set("乚彑旡爫罒耂覀祐𫫇𬬻")


def rows(name: str) -> list[tuple[str, ...]]:
    return list(read(root() / "conversion" / name, FILES[name]))


@cache
def words() -> dict[str, str]:
    tables = load()
    return compiling.phrases(tables.defaults, tables.gather)


@cache
def rules_by_scope() -> dict[str, dict[str, Rules]]:
    return compile_rules(rows("contexts.tsv"))


def simplified(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return character in STANDARD or character in set(base_characters().values())
    return True


def decide(text: str, phrases: dict[str, str] | None = None) -> str:
    tables = load()
    if phrases is not None:
        tables = copy.copy(tables)
        near = {word: form for word, form in phrases.items() if not set(word).isdisjoint(text)}
        known = compiling.companies(tables.defaults, near, rules_by_scope())
        tables.companies = Companies({c: marshal.dumps(data) for c, data in known.items()})  # type: ignore[arg-type]
    return resolve("", text, tables, "none", (1, 0))


@pytest.mark.parametrize("name", FILES)
def test_header_order_and_keys(name: str) -> None:
    path = root() / "conversion" / name
    head = path.read_text(encoding="utf-8").splitlines()[:3]
    assert [line.partition(":")[0] for line in head] == ["# format", "# source", "# licence"]
    keys = [row[0] for row in rows(name)]
    assert keys == sorted(set(keys))
    assert all(line == line.strip("\r\n ") for _, line in lines(path))


def test_characters_are_simplified_and_needed() -> None:
    base, defaults = base_characters(), load().defaults
    for character, form, _ in rows("characters.tsv"):
        assert len(character) == len(form) == 1
        assert simplified(form) or form == character or form in defaults, (character, form)
        assert base.get(character) != form, character
        assert form != character or character in base, character


def test_no_output_is_itself_converted() -> None:
    gather = load().gather
    characters = "".join(map(chr, range(sys.maxunicode + 1)))
    pairs = zip(characters, gather(characters), strict=True)
    outputs = "".join({form for character, form in pairs if form != character})
    assert len(outputs) > 2000
    assert gather(outputs) == outputs


def test_ambiguous_characters() -> None:
    for character, form, use, _ in rows("ambiguous.tsv"):
        assert len(character) == len(form) == 1
        assert use in ("shared", "old")
        assert simplified(form) or form == character
        # What only Traditional text has must not stay.
        assert use == "shared" or form != character


def test_phrases_keep_length_and_are_simplified() -> None:
    tables = load()
    shared = {row[0] for row in rows("ambiguous.tsv") if row[2] == "shared"}
    for phrase, result, _ in rows("phrases.tsv"):
        assert len(phrase) == len(result), phrase
        assert tables.gather(phrase) == phrase, f"{phrase}: write it in simplified characters"
        assert not tables.defaults.keys().isdisjoint(phrase), phrase
        for character in result:
            assert simplified(character) or character in shared, (phrase, character)


def test_no_phrase_is_redundant() -> None:
    tables = load()
    base = {tables.gather(phrase): r for phrase, r in base_phrases(tables.defaults)}
    for phrase, result, note in rows("phrases.tsv"):
        if note.startswith("holds"):
            continue  # wins against a word that begins inside it
        others = {key: value for key, value in words().items() if key != phrase}
        if phrase in base:
            others[phrase] = base[phrase]
        assert decide(phrase, others) != result, phrase


def test_phrases_do_what_they_say() -> None:
    for phrase, result, _ in rows("phrases.tsv"):
        assert decide(phrase) == result


def test_contexts() -> None:
    shared = {row[0] for row in rows("ambiguous.tsv") if row[2] == "shared"}
    tables = load()
    for pattern, result, scope, _ in rows("contexts.tsv"):
        assert scope in SCOPES
        target = pattern[pattern.index("<") + 1 : pattern.index(">")]
        assert target[0] in tables.defaults
        assert len(target) == len(result)
        assert all(simplified(character) or character in shared for character in result)
        assert tables.gather(pattern) == pattern, pattern


def test_nothing_that_only_traditional_text_has_is_left() -> None:
    tables = load()
    old = {row[0] for row in rows("ambiguous.tsv") if row[2] == "old"}
    results = [*words().values(), *tables.defaults.values()]
    results += [row[1] for row in rows("contexts.tsv")]
    for result in results:
        assert old.isdisjoint(result), result


def test_markers() -> None:
    kinds = {kind for _, kind in rows("markers.tsv")}
    assert kinds == {"taiwan", "hongkong", "opencc", "mainland"}


def test_the_sets_that_tell_the_kinds_apart() -> None:
    tables = load()
    old, new = tables.traditional.characters, tables.simplified.characters
    assert {*"國們這電"} <= old
    assert {*"国们这电"} <= new
    assert old.isdisjoint(new)
    assert old.isdisjoint("后里面干著乾藉覆徵於么坏")
    assert new.isdisjoint("后里面干着台户温幺够猫")
    assert tables.traditional.found_in("山國")
    assert tables.traditional.found_in("山" * 2000 + "國")
    assert not tables.traditional.found_in("山" * 2000)


CHARACTERS = "國龓\U00020000\U00020001", "国\U0002a000丽\U00020002"
SOURCE = "國龓\U00020000\U00020001\U0001f600a\ud800\0"
RESULT = "国\U0002a000丽\U00020002\U0001f600a\ud800\0"


@pytest.mark.parametrize("times", [1, 100, CHUNK])
def test_gather_maps_within_the_bmp_and_beyond(times: int) -> None:
    gather = Gather(*CHARACTERS)
    assert gather(SOURCE * times) == RESULT * times
    unchanged = "".join(map(chr, range(0x10000))).replace("國", "").replace("龓", "")
    assert gather(unchanged) == unchanged


def test_gather_joins_chunks() -> None:
    tables = load()
    assert tables.gather("國" * (CHUNK + 5)) == "国" * (CHUNK + 5)


def test_few_characters_become_what_mapping_each_makes_of_them() -> None:
    """Of all that the gather maps, but what is asked for as the other kind, none is left out."""
    tables = load()
    single = "".join(filter(tables.traditional.found_in, map(chr, range(0x10000))))
    assert len(single) > 4000
    assert tables.traditional.sub(tables.gather.form, single) == tables.gather(single)
    rest = "".join(map(chr, range(0x2E80, 0x30000))).translate(dict.fromkeys(map(ord, single)))
    changed = {char for char, form in zip(rest, tables.gather(rest), strict=True) if char != form}
    assert all(OTHER.search(char) for char in changed)


def test_simplified_text_with_a_few_traditional_characters_is_not_mapped_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "这里说的是简体中文网页里偶尔出现的繁体字，" * 40 + "國圖館。\n"
    expected = simplify(text, load()).text
    assert expected.endswith("国图馆。\n")

    def whole(self: Gather, text: str) -> str:
        raise AssertionError

    monkeypatch.setattr(Gather, "__call__", whole)
    assert simplify(text, load()).text == expected
    with pytest.raises(AssertionError):
        simplify(text + "\U0002f804", load())


@pytest.mark.parametrize(
    "text", ["國a\0", "國\ud800", "\ud800\udc00國", "龓國", "\U00020000國", "\uffff國"]
)
def test_numpy_changes_nothing_but_the_speed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    numpy = pytest.importorskip("numpy")
    long = text * LARGE
    monkeypatch.delitem(sys.modules, "numpy", raising=False)
    plain = Gather(*CHARACTERS)(long)
    monkeypatch.setitem(sys.modules, "numpy", numpy)
    assert Gather(*CHARACTERS)(long) == plain


def test_compiled_tables_are_those_of_the_dictionaries() -> None:
    """When this fails: python -m cleaner.filters.convert.compile."""
    raw = compile_tables()
    for name, content in (("tables.bin", raw), ("words.bin", compile_words(raw))):
        compiled = marshal.loads((Path(FOLDER) / name).read_bytes())  # noqa: S302
        assert unpacked(compiled) == unpacked(content), name


def unpacked(content: dict[Any, Any]) -> dict[Any, Any]:
    """Return the tables with what they hold packed: the same values may be other bytes."""
    packed = content.get("companies", {})
    return content | {"companies": {c: marshal.loads(data) for c, data in packed.items()}}  # noqa: S302
