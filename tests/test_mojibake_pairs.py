"""Text in pairs of bytes: the same with numpy as with the codecs."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.mojibake.pairs import in_pairs
from cleaner.strange import strange
from cleaner.vectors import LARGE


def both_ways(text: str) -> tuple[tuple[str, bytes, bytes], tuple[str, bytes, bytes]]:
    numpy = pytest.importorskip("numpy")
    unusual = strange(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "numpy", numpy)
        fast = in_pairs(text, unusual)
        patch.delitem(sys.modules, "numpy")
        return fast, in_pairs(text, unusual)


@given(st.text(st.sampled_from("國国?\ufffda，€ěあ가\ue000\uf8ff\U00020000\ud800"), max_size=9))
def test_numpy_finds_the_same_pairs(text: str) -> None:
    fast, plain = both_ways(text * LARGE)
    assert fast == plain


def test_every_character_is_the_same_pair() -> None:
    plane = "".join(map(chr, [*range(0xE000), *range(0xF000, 0x10000)]))
    fast, plain = both_ways(plane)
    assert fast == plain
    assert fast[0] == "gbk"
    assert len(fast[1]) > 40_000


def test_ascii_is_left_out_and_lost_bytes_keep_the_step() -> None:
    assert in_pairs("a國?\ufffd", "\ufffd") == ("gbk", b"\x87\xf8????", b"\xb0\xea????")
