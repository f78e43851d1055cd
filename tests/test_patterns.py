"""Patterns compiled by the detour match as those that Python compiles."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleaner
from cleaner import patterns

ROOT = Path(__file__).parent


def lazies() -> list[tuple[str, str, int]]:
    """Return the lazy patterns of all modules: where they stand, source and flags."""
    found = []
    for info in pkgutil.walk_packages(cleaner.__path__, "cleaner."):
        if info.name.endswith("__main__"):
            continue
        try:
            module = importlib.import_module(info.name)
        except ImportError:  # an adapter to what is not installed
            continue
        for name, value in vars(module).items():
            if isinstance(value, patterns._Lazy):
                found.append((f"{info.name}.{name}", value.pattern, value._flags))
    return found


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="the detour is not taken")
def test_the_detour_is_taken() -> None:
    assert patterns._quick() is not None
    assert patterns.compile("[一-鿿]").pattern is None


def test_a_lazy_pattern_knows_its_source() -> None:
    assert patterns.lazy("[一-鿿]").pattern == "[一-鿿]"


def test_other_pythons_compile_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    assert patterns.compile("[一-鿿]").pattern == "[一-鿿]"


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
    found = lazies()
    assert len(found) > 100
    for name, source, flags in found:
        quick, plain = patterns.compile(source, flags), re.compile(source, flags)
        spans = [[match.span() for match in pattern.finditer(text)] for pattern in (quick, plain)]
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
