"""Mutants: each place changed gives a program that is another one."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.conftest import ROOT
from tests.mutation.places import places

PROGRAM = """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    X = 1
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
    assert all(place.line > 4 for place in found)
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
