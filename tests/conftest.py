"""What several test modules share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent

# The suite takes the same examples each time, so that a run that fails says something about the
# change at hand; with ZHCLEAN_EXAMPLES set the examples are new ones.
settings.register_profile(
    "suite",
    deadline=None,
    derandomize="ZHCLEAN_EXAMPLES" not in os.environ,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("suite")


@pytest.hookimpl(tryfirst=True)
def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Let a test module that cannot be imported fail.

    ``--doctest-ignore-import-errors`` is for the adapters to engines that are not installed; the
    modules of tests it would leave out without a word.
    """
    name = report.nodeid.rpartition("/")[2]
    if report.skipped and name.startswith("test_") and "unable to import" in str(report.longrepr):
        report.outcome = "failed"


Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(params=["", "1"], ids=["buffered", "unbuffered"])
def unbuffered(request: pytest.FixtureRequest) -> str:
    """PYTHONUNBUFFERED, unset and set: short writes differ between the two."""
    value: str = request.param
    return value


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in an empty folder and return what it did."""

    def run(
        *arguments: str | Path,
        input: bytes = b"",  # noqa: A002
        env: Mapping[str, str] | None = None,
        **options: object,
    ) -> subprocess.CompletedProcess[bytes]:
        done: subprocess.CompletedProcess[bytes] = subprocess.run(
            [sys.executable, "-m", "cleaner", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, **(env or {})},
            capture_output="stdout" not in options,
            timeout=120,
            check=False,
            **({} if "stdin" in options else {"input": input}),
            **options,  # type: ignore[call-overload]
        )
        return done

    return run
