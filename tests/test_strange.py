"""The characters that no ordinary page has: each once, or, of thousands, all of them somehow."""

from __future__ import annotations

from cleaner.strange import strange

ODD = [chr(code) for code in range(0x1100, 0x1200)]


def test_each_is_there_once() -> None:
    assert sorted(strange("我é们é\u200b，é\u200b。")) == ["é", "\u200b"]
    repeated = "".join(f"{a}{b}" for a in ODD[:100] for b in ODD[:100])
    assert sorted(strange(repeated)) == ODD[:100]


def test_of_many_none_is_missing() -> None:
    text = "".join(f"我{char}" for char in map(chr, range(0x20000, 0x23000)))
    found = strange(text)
    assert {*found} == {*text} - {"我"}
