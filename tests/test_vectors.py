"""Arrays of numpy: used where it is imported, imported where it pays, and never needed."""

from __future__ import annotations

import os
import sys
from types import ModuleType

import pytest

from cleaner.vectors import _MANY, LARGE, bits, codes, expect


@pytest.mark.parametrize("given", [None, "4"])
def test_a_long_run_imports_numpy_where_it_can(
    monkeypatch: pytest.MonkeyPatch, given: str | None
) -> None:
    threads = "OPENBLAS_NUM_THREADS"
    monkeypatch.delenv(threads, raising=False)
    if given is not None:
        monkeypatch.setenv(threads, given)
    monkeypatch.delitem(sys.modules, "numpy", raising=False)
    asked: list[str | None] = []

    class Finder:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "numpy":
                asked.append(os.environ.get(threads))
                raise OSError("broken")

    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    expect(_MANY - 1)
    assert not asked
    expect(_MANY)
    assert asked == ["1"]
    assert os.environ.get(threads) == given
    monkeypatch.setitem(sys.modules, "numpy", ModuleType("numpy"))
    expect(_MANY)
    assert len(asked) == 1


def test_a_long_text_of_the_bmp_is_an_array(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    text = "國\ud800\udc00\0" * LARGE
    assert codes(text).tolist() == [*map(ord, text)]
    assert codes(text[: LARGE - 1]) is None
    assert codes(text + "\U00020000") is None
    monkeypatch.setitem(sys.modules, "numpy", ModuleType("numpy"))
    assert codes(text) is None


def test_a_table_has_a_bit_for_each_class() -> None:
    pytest.importorskip("numpy")
    table = bits(["甲乙", "乙\U00020000", "\uffff"])
    assert [int(table[ord(char)]) for char in "甲乙丙\uffff"] == [1, 3, 0, 4]
    assert int(table.sum()) == 8
