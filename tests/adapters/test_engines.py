"""The same documents through every engine, on the real engine: the same bytes as without one."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.adapters.engines import ENGINES
from tests.conftest import ROOT

DOCUMENTS = 1000
NEEDS = {
    "datatrove": ("datatrove", "orjson"),
    "datatrove-ray": ("datatrove", "orjson", "ray"),
    "ray": ("ray", "pyarrow", "pandas"),
    "spark": ("pyspark", "pyarrow"),
    "datasets": ("datasets",),
}
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_DISABLE_IMPORT_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
    "PYTHONPATH": str(ROOT),
}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return documents of several kinds, each told from all others by a number."""
    golden = sorted((ROOT / "tests" / "golden").glob("*.txt"))
    texts = [path.read_bytes().decode("utf-8", "replace")[:400] for path in golden]
    path = tmp_path_factory.mktemp("engines") / "in.jsonl"
    rows = [
        {"id": str(number), "text": f"第{number}篇\n\n{texts[number % len(texts)]}"}
        for number in range(DOCUMENTS)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def run(engine: str, source: Path, *flag: Path) -> bytes:
    target = source.with_name(f"{engine}{len(flag)}.jsonl")
    command = [sys.executable, "-m", "tests.adapters.engines", engine, source, target, *flag]
    done = subprocess.run(
        list(map(str, command)),
        env={**os.environ, **OFFLINE},
        cwd=source.parent,
        capture_output=True,
        check=False,
        timeout=400,
    )
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    return target.read_bytes()


@pytest.fixture(scope="module")
def expected(source: Path) -> bytes:
    return run("direct", source)


def need(engine: str) -> None:
    """Skip the test when the engine is not installed."""
    for name in NEEDS[engine]:
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed: pip install -e '.[engines]'")
    if engine == "spark" and shutil.which("java") is None:
        pytest.skip("Spark needs a Java runtime")


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "direct"])
def test_every_engine_gives_the_same_bytes(engine: str, source: Path, expected: bytes) -> None:
    need(engine)
    assert run(engine, source) == expected


@pytest.mark.parametrize("engine", ["ray", "spark"])
def test_a_killed_worker_loses_and_doubles_nothing(
    engine: str, source: Path, expected: bytes, tmp_path: Path
) -> None:
    need(engine)
    flag = tmp_path / "killed"
    assert run(engine, source, flag) == expected
    assert flag.exists()
