"""What is made beforehand is made by one command, out of the package and of pages."""

from __future__ import annotations

import marshal
import subprocess
import sys
from pathlib import Path
from typing import Any

from cleaner import beforehand, patterns, prepared
from tests.conftest import ROOT

# In a process of its own: tables and expressions are made once in each.
PROGRAM = """
import sys
from cleaner import beforehand, patterns, prepared
prepared.FILE, patterns.TABLE = sys.argv[1:3]
beforehand.main(sys.argv[3:])
"""


def values(path: Path) -> dict[str, Any]:
    """Return the tables of a file; their bytes depend on what else a process holds."""
    data = path.read_bytes()
    first = 4 + int.from_bytes(data[:4], "little")
    places = marshal.loads(data[4:first])  # noqa: S302 - our own
    return {
        name: (checksum, marshal.loads(data[first + start : first + end]))  # noqa: S302
        for name, (checksum, start, end) in places.items()
    }


def test_the_files_are_made_anew(tmp_path: Path) -> None:
    tables, expressions = tmp_path / "prepared.bin", tmp_path / "patterns.bin"
    page = ROOT / "tests" / "golden" / "qa.txt"
    command = [sys.executable, "-c", PROGRAM, str(tables), str(expressions), str(page)]
    subprocess.run(command, check=True, cwd=ROOT)
    assert values(tables) == values(Path(prepared.FILE))
    made, shipped = (
        patterns.Table(path.read_bytes()) for path in (expressions, Path(patterns.TABLE))
    )
    assert made.stamps == shipped.stamps
    lazies = {(source, flags) for _, source, flags in beforehand.lazies()}
    assert lazies <= set(made) <= set(shipped)
    assert len(set(made)) > len(lazies)  # those that are made of dictionaries too
    assert all(made.get(key) is not None for key in lazies)
