"""Quality gates: no score on a development set may fall below its baseline.

The sets are other people's pages and hand-made lines that do not ship with the project. The
environment variable ZHCLEAN_EVAL names the folder that holds them and their scorers; without it
these tests are left out, and the golden pages alone watch over quality.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cleaner import Cleaner

EVAL = Path(os.environ.get("ZHCLEAN_EVAL", "nowhere"))
BASELINE: dict[str, float] = json.loads(
    Path(__file__).with_name("baseline.json").read_text("utf-8")
)

pytestmark = pytest.mark.skipif(not EVAL.is_dir(), reason="ZHCLEAN_EVAL names no folder")


def scorer(name: str) -> Any:
    """Load a scorer by its path."""
    path = EVAL / name / "score.py"
    spec = importlib.util.spec_from_file_location(f"score_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> list[Any]:
    """Read JSON Lines; texts in them may hold other line separators than the line feed."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def check(name: str, figure: float) -> None:
    print(f"{name}: {figure:.4f} (baseline {BASELINE[name]:.4f})")
    assert figure >= BASELINE[name]


def test_conversion() -> None:
    score = scorer("conversion")
    rows = score.load(EVAL / "conversion" / "dev_t2s.tsv")
    cleaner = Cleaner(only=("convert",))
    figures, _ = score.score(rows, [cleaner.clean(row[0]) for row in rows])
    check("conversion", figures["core_pct"] / 100)


@pytest.fixture(scope="module")
def artefacts() -> list[tuple[bool, bool]]:
    """For each case: whether it must be kept as it is, and whether it came out right."""
    score = scorer("artefacts")
    cleaner = Cleaner(segment=False)
    found = []
    for case in read(EVAL / "artefacts" / "dev_cases.jsonl"):
        expected = case["expected"] if isinstance(case["expected"], list) else [case["expected"]]
        accepted = {score.norm(text, False) for text in expected}
        right = score.norm(cleaner.clean(case["input"]), False) in accepted
        found.append((score.norm(case["input"], False) in accepted, right))
    return found


@pytest.mark.parametrize("kind", ["repair", "keep"])
def test_artefacts(artefacts: list[tuple[bool, bool]], kind: str) -> None:
    rights = [right for keep, right in artefacts if keep == (kind == "keep")]
    check(f"artefacts {kind}", sum(rights) / len(rights))


def test_chrome(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scorer brings both sides to Simplified by OpenCC; our own conversion serves as well."""
    converter = ModuleType("opencc")
    cleaner = Cleaner(only=("convert",), variant="opencc")
    converter.OpenCC = lambda name: type("", (), {"convert": staticmethod(cleaner.clean)})  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "opencc", converter)
    score = scorer("chrome")
    pages = read(EVAL / "chrome" / "dev.jsonl")
    strip = Cleaner(segment=False)
    outs = [strip.clean(page["text_t"]) for page in pages]
    rows = score.score(pages, outs, worst=0, lcs=False, quiet=True)
    check("chrome F1", sum(row[3] for row in rows) / len(rows))
    check("chrome not gutted", sum(row[2] >= 0.5 for row in rows) / len(rows))
