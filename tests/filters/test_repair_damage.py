"""Short damaged texts, and honest ones that look like them, through the whole pipeline.

``damage.jsonl`` has a text, its kind and the results that are right, ``honest.jsonl`` the same for
all kinds of texts that must stay; most were written before the rules were tried on them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner import Cleaner, Settings

CASES = [
    json.loads(line)
    for name in ("damage.jsonl", "honest.jsonl")
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").split("\n")
    if line
]
CLEANER = Cleaner(Settings(segment=False))


def _lines(text: str) -> str:
    return "\n".join(line.rstrip(" \t") for line in text.strip().split("\n"))


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=f"{case['kind']}-{number}",
            marks=[pytest.mark.xfail(strict=True)] if case.get("known_failure") else [],
        )
        for number, case in enumerate(CASES, 1)
    ],
)
def test_case(case: dict[str, object]) -> None:
    accepted = case["accepted"]
    assert isinstance(accepted, list)
    once = CLEANER.clean(str(case["input"]))
    assert _lines(once) in map(_lines, accepted)
    assert CLEANER.clean(once) == once
