"""The reference engine behind its contract, with stand-ins for the package it comes from."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.errors import EngineError
from cleaner.filters.convert import convert, reference
from cleaner.settings import Settings

SETTINGS = Settings(converter="opencc-python")


class FakeConverter:
    seen: list[int]

    def __init__(self, config: str) -> None:
        assert config == "t2s"
        self.seen = []

    def convert(self, text: str) -> str:
        self.seen.append(len(text))
        assert len(text) <= reference.PIECE
        return text.replace("電", "电")


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    reference._engine.cache_clear()
    yield
    reference._engine.cache_clear()


def install(monkeypatch: pytest.MonkeyPatch, origin: str | None) -> None:
    module = ModuleType("opencc")
    if origin is not None:
        engine = type("OpenCC", (FakeConverter,), {"__module__": origin})
        module.OpenCC = engine  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "opencc", module)


def test_the_reimplementation_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, "opencc.opencc")
    text = "電" * (reference.PIECE * 2) + "\n電"
    document = convert(Document(text=text).record(), SETTINGS)
    assert document.text == text.replace("電", "电")
    assert document.ledger is not None
    assert set(document.ledger.counts()) == {"convert.reference"}


def test_a_long_text_is_cut_where_lines_end() -> None:
    line = "電" * (reference.PIECE // 2) + "\n"
    assert reference.pieces(line * 3) == [line, line, line]
    assert reference.pieces(line + "電") == [line + "電"]
    assert [*map(len, reference.pieces("電" * (reference.PIECE + 1)))] == [reference.PIECE, 1]


@pytest.mark.parametrize("origin", ["opencc", None])
def test_another_package_under_the_name(
    monkeypatch: pytest.MonkeyPatch, origin: str | None
) -> None:
    install(monkeypatch, origin)
    with pytest.raises(EngineError, match="belongs to another package") as caught:
        convert(Document(text="電"), SETTINGS)
    assert "\n" not in str(caught.value)


def test_the_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    with pytest.raises(EngineError, match="not installed"):
        convert(Document(text="電"), SETTINGS)


def test_output_of_another_length_is_not_used() -> None:
    class Longer:
        def convert(self, text: str) -> str:
            return text + "!"

    assert reference._convert(Longer(), "電") == "電"


def test_each_thread_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, "opencc.opencc")
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(reference._engine(threading.get_ident())))
        for _ in range(1)
    ]
    found.append(reference._engine(threading.get_ident()))
    for thread in threads:
        thread.start()
        thread.join()
    assert found[0] is not found[1]


@given(st.text(st.sampled_from("電\n a"), max_size=80), st.integers(1, 20))
def test_pieces(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reference, "PIECE", size)
        found = reference.pieces(text)
    assert "".join(found) == text
    assert all(0 < len(piece) <= size for piece in found)
