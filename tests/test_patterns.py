"""Patterns compiled by the detour match as those that Python compiles."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import patterns
from cleaner.beforehand import lazies

ROOT = Path(__file__).parent


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="the detour is not taken")
def test_the_detour_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    ordinary = patterns.encode

    def encode(source: str | bytes, flags: int) -> patterns.Code:
        asked.append(source)
        return ordinary(source, flags)

    monkeypatch.setattr(patterns, "encode", encode)
    assert patterns.compile("[一-鿿]{77}").pattern == "[一-鿿]{77}"
    assert asked == ["[一-鿿]{77}"]


def test_a_lazy_pattern_knows_its_source() -> None:
    assert patterns.lazy("[一-鿿]").pattern == "[一-鿿]"


@pytest.mark.parametrize("version", [(3, 99), (3, 10)])
def test_other_pythons_compile_as_ever(
    version: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setattr(patterns, "_table", None)
    monkeypatch.setattr(patterns, "encode", None)
    assert patterns.compile("[一-鿿]").fullmatch("中")
    assert not patterns._known()


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="nothing is compiled beforehand")
def test_what_is_compiled_beforehand_is_what_the_compiler_makes() -> None:
    known = patterns.Table(Path(patterns.TABLE).read_bytes())
    assert patterns.stamp() in known.stamps
    assert len(list(known)) > 200
    for source, flags in known:
        assert known.get((source, flags)) == patterns.encode(source, flags, quickly=False), source


def test_codes_of_another_engine_are_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "table.bin"
    other.write_bytes(patterns.write([(1, 2, "middle")], {("a", 0): (0, 0, {}, b"")}))
    monkeypatch.setattr(patterns, "TABLE", str(other))
    monkeypatch.setattr(patterns, "_table", None)
    assert patterns.compile("a").fullmatch("a")
    assert not patterns._known()


def test_an_expression_with_the_hash_of_another_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Expressions of users may have any."""
    monkeypatch.setattr(patterns, "source_hash", lambda key, name: b"alike")
    code: patterns.Code = (0, 0, {}, b"code")
    table = patterns.Table(patterns.write([patterns.stamp()], {("甲", 0): code}))
    assert list(table) == [("甲", 0)]
    assert table.get(("甲", 0)) == code
    for other in (("乙", 0), ("甲", 2), ("甲".encode(), 0)):
        assert table.get(other) is None
    with pytest.raises(ValueError, match="hash of '乙'"):
        patterns.write([], {("甲", 0): code, ("乙", 0): code})


def test_groups_have_their_names() -> None:
    match = patterns.compile(rb"(a)(?P<x>b)(?P<y>c)?").search(b"zab")
    assert match is not None
    assert (match.groupdict(), match.lastgroup) == ({"x": b"b", "y": None}, "x")


def test_blocks_without_case() -> None:
    """No character outside a block has its upper or lower case inside."""
    for point in range(sys.maxunicode + 1):
        char = chr(point)
        for other in {char.upper(), char.lower(), char.casefold()} - {char}:
            for first, last in patterns.CASELESS:
                assert not (len(other) == 1 and first <= ord(other) <= last), hex(point)


def test_every_pattern_matches_as_python_has_it() -> None:
    pages = sorted((ROOT / "golden").glob("*.txt"))
    text = "\n".join(page.read_bytes().decode("utf-8", "replace")[:300] for page in pages)
    text += " ".join(map(chr, (*range(0x250), *range(0x2E70, 0x3200), 0xAC00, 0xF900, 0x20000)))
    found = list(lazies())
    assert len(found) > 100
    for name, source, flags in found:
        code = patterns.encode(source, flags)
        quick, plain = patterns.build(source, code), re.compile(source, flags)
        given = text if isinstance(source, str) else text.encode("gb18030")
        spans = [[match.span() for match in pattern.finditer(given)] for pattern in (quick, plain)]
        assert spans[0] == spans[1], name


@given(
    members=st.lists(
        st.sampled_from(
            [
                "一-鿿",
                "㐀-䶿",
                "가-힣",
                "豈-﫿",
                "𠀀-𿿿",
                "a-z",
                "々",
                r"\w",
                r"\s",
                "À-ž",
                "\ue000-\uf8ff",
            ]
        ),
        min_size=1,
        unique=True,
    ),
    negated=st.booleans(),
    shape=st.sampled_from(
        ["{}", "{}+", "(?<={})x?", "(?i:{}+b)|{}", "(?:a{}|b)*", "(?!{}).", "({})+"]
    ),
    text=st.text(st.sampled_from("中㐁가豈𠀋aBzéŽ々 x\ue001\n") | st.characters(), max_size=40),
)
def test_classes(members: list[str], negated: bool, shape: str, text: str) -> None:
    source = shape.replace("{}", f"[{'^' if negated else ''}{''.join(members)}]")
    quick, plain = patterns.compile(source), re.compile(source)
    found = [[match.span() for match in pattern.finditer(text)] for pattern in (quick, plain)]
    assert found[0] == found[1]


def test_any_of_prefers_the_longest() -> None:
    pattern = re.compile(patterns.any_of(["本站", "本站首发", "a.b", "a"]))
    assert pattern.findall("本站首发,本站,a.b,axb") == ["本站首发", "本站", "a.b", "a"]
    assert re.search(patterns.any_of([]), "本站") is None
