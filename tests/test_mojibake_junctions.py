"""The table of how words go together: what it says, and that it is what the script makes."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from cleaner.mojibake.compile_junctions import compiled, header
from cleaner.mojibake.junctions import FILE, HEADER, UNSEEN, gain, kind_of


def test_the_table_is_what_the_script_makes() -> None:
    with open(FILE, "rb") as file:
        shipped = file.read()
    if not find_spec("snownlp"):
        pytest.skip("snownlp is not installed")
    if shipped[:HEADER] != header():
        pytest.skip("other versions of jieba or snownlp than the table was made from")
    assert compiled() == shipped


@pytest.mark.parametrize(
    ("likelier", "other"), [("了，", "的，"), ("他说", "说他"), ("，但", "，们")]
)
def test_what_goes_together_is_likelier(likelier: str, other: str) -> None:
    assert gain(*likelier) > gain(*other) + 0.5


@pytest.mark.parametrize("pair", ["囍龘", "的龘", "𠀀的", "的𠀀"])
def test_what_was_not_seen(pair: str) -> None:
    assert gain(*pair) == UNSEEN


def test_kinds_of_characters() -> None:
    assert [kind_of(char) for char in "7７x「?中"] == ["0", "0", "a", "“", "？", "中"]
