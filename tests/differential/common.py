"""What the three comparisons share."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

GOLDEN = Path(__file__).parent.parent / "golden"


class MissingError(Exception):
    """The tool to compare with is not installed."""


class Difference(NamedTuple):
    """What was looked at, what we made of it and what they did, and the reason for that."""

    source: str
    ours: str
    theirs: str
    kind: str
