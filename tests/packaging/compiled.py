"""The compiled wheel: what mypyc makes of the modules that pyproject.toml lists for it.

``python -m tests.packaging.compiled`` builds the wheel as a user would, lays its extension modules
into a copy of the checkout and runs there the tests of what they do (six minutes of CPU time). The
suite itself has mypyc translate the modules, which takes ten seconds and no C compiler.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

#: Enables the build hook of that name.
SWITCH = "HATCH_BUILD_HOOK_ENABLE_MYPYC"
# Those that hold for the pipeline whatever it is made of; tests of single modules replace parts of
# them, which compiled modules do not notice.
TESTS = ("tests/golden", "tests/properties", "tests/quality", "tests/test_core.py", "tests/batch")


def hook() -> dict[str, Any]:
    """Return the configuration of the build hook."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: dict[str, Any] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
    return found


def modules() -> list[str]:
    """Return the files that are compiled, relative to the checkout."""
    asked = hook()
    files = {
        path.relative_to(ROOT).as_posix()
        for pattern in asked["include"]
        for path in ROOT.glob(pattern)
        if path.name not in asked["exclude"]
    }
    return sorted(files)


def build(folder: Path) -> Path:
    """Build the compiled wheel in ``folder`` and return it; raises CalledProcessError."""
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", folder, ROOT],
        check=True,
        env={**os.environ, SWITCH: "1"},
        stdout=subprocess.DEVNULL,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel


def main() -> int:
    """Build, and run the tests on what was built; return the exit code of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = build(folder / "dist")
        copy = folder / "checkout"
        for part in ("cleaner", "dictionaries", "tests", "examples"):
            shutil.copytree(ROOT / part, copy / part)
        for part in ("pyproject.toml", "README.md"):
            shutil.copy(ROOT / part, copy / part)
        with zipfile.ZipFile(wheel) as archive:
            compiled = [member for member in archive.namelist() if member.endswith((".so", ".pyd"))]
            archive.extractall(copy, compiled)
        print(f"{wheel.name}: {len(compiled)} compiled modules")
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-q", *(sys.argv[1:] or TESTS)], cwd=copy, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
