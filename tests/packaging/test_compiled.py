"""mypyc takes the modules that pyproject.toml lists; the whole is a command, see compiled.py."""

from __future__ import annotations

import ast
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.packaging.compiled import hook, modules

if TYPE_CHECKING:
    from pathlib import Path


def test_every_pattern_names_a_module() -> None:
    listed = hook()
    assert [pattern for pattern in listed["include"] if not [*ROOT.glob(pattern)]] == []
    names = {path.name for pattern in listed["include"] for path in ROOT.glob(pattern)}
    assert [name for name in listed["exclude"] if name not in names] == []


@pytest.mark.parametrize("name", modules())
def test_none_has_what_is_better_left_as_it_is(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            assert not bases & {"NamedTuple", "Frozen"}, node.name
        if isinstance(node, ast.FunctionDef):
            inner = [part.name for part in ast.walk(node) if isinstance(part, ast.FunctionDef)]
            assert inner == [node.name]
            decorators = {part.id for part in node.decorator_list if isinstance(part, ast.Name)}
            assert "cached_property" not in decorators, node.name  # nothing would be kept


def test_mypyc_translates_them(tmp_path: Path) -> None:
    asked = hook()
    code = (
        "import sys\n"
        "from mypyc.build import mypycify\n"
        f"mypycify(sys.argv[1:], target_dir={str(tmp_path)!r}, **{asked['options']!r})"
    )
    done = subprocess.run(
        [
            *(sys.executable, "-c", code, "--config-file=", f"--cache-dir={tmp_path}"),
            *(*asked["mypy-args"], *modules()),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    # What would be read as far as needed is made whole: for each row of a table all of the rows.
    assert "generator comprehension as list" not in done.stdout + done.stderr
    made = [path.read_text("utf-8") for path in tmp_path.glob("__native_*.c")]
    assert len(made) > len(modules())
    # Lines of pages are made by thousands, and none holds another: see `mypyc_attr`.
    assert any("chrome___lines___Line_dealloc(" in code for code in made)
    assert not any("chrome___lines___Line_traverse(" in code for code in made)
