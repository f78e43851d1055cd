"""Mutants: each place changed gives a program that is another one."""

from __future__ import annotations

import ast
from functools import lru_cache
from pathlib import Path

from tests.conftest import ROOT
from tests.mutation.forked import _put
from tests.mutation.places import places

PROGRAM = """
TYPE_CHECKING = False
if TYPE_CHECKING:
    X = 1
REMEMBERED = 1 << 14
kept = lru_cache(maxsize=8)(f); pairs = zip(kept, kept, strict=True)
def f(甲: int = 3) -> bool:
    while 甲 < 5 and not g(甲):
        甲 += 1 if "一" in 甲 else 2
        if 甲 - 1:
            break
    return True
"""


def test_places(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(PROGRAM, encoding="utf-8")
    found = places(path)
    whats = [place.what for place in found]
    assert {"comparison → <=", "→ or", "not dropped", "→ False", "break → continue"} <= set(whats)
    assert "operator → +" in whats
    assert all(place.line > 6 for place in found)
    changed = [place.changed(PROGRAM) for place in found]
    assert len(set(changed)) == len(changed)
    assert all(ast.dump(ast.parse(text)) != ast.dump(ast.parse(PROGRAM)) for text in changed)


def test_all_mutants_of_a_module_parse() -> None:
    path = ROOT / "cleaner" / "filters" / "convert" / "convert.py"
    text = path.read_text(encoding="utf-8")
    found = places(path)
    assert len(found) > 20
    for place in found:
        ast.parse(place.changed(text))


def test_code_is_put_in_place_of_the_old() -> None:
    class Before:
        bound = 1

        def one(self, step: int = 1) -> int:
            return step

        @property
        def two(self) -> int:
            return self.bound

        @staticmethod
        @lru_cache
        def three() -> int:
            return 1

    class After:
        bound = 5

        def one(self, step: int = 2) -> int:
            return step + 10

        @property
        def two(self) -> int:
            return self.bound + 10

        @staticmethod
        @lru_cache
        def three() -> int:
            return 30

    made = Before()
    assert (made.one(), made.two, made.three()) == (1, 1, 1)
    assert _put(Before, After, __name__)
    assert (made.one(), made.two, made.three()) == (12, 15, 30)
    assert not _put(1, 2, __name__)
