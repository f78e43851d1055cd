"""The wheel, installed as a user installs it: elsewhere, read-only, without a home folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = "我們看著他走進圖書館,他說:這本書很好!\n".encode()
CLEAN = "我们看着他走进图书馆，他说：这本书很好！\n".encode()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the wheel, built from the sdist as an index would have it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh virtual environment with the wheel in it, made read-only; its bin folder.

    The dependencies come from the environment of the tests through a path file, so that nothing
    is fetched.
    """
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    (wheel,) = built.glob("*.whl")
    site = next(folder.glob("lib/python*/site-packages"))
    subprocess.run(
        [folder / "bin" / "python", "-m", "pip", "install", "--no-deps", "--no-index", wheel],
        check=True,
        capture_output=True,
    )
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    (site / "dependencies.pth").write_text(packages + "\n", "utf-8")
    for path in [*folder.rglob("*"), folder]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)
    return folder / "bin"


def run(script: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C"}
    return subprocess.run(
        [script, *arguments],
        input=PAGE,
        capture_output=True,
        cwd=folder,
        env=environment,
        check=False,
    )


@pytest.mark.parametrize("name", ["clean", "zhclean"])
def test_runs_from_another_folder(installed: Path, tmp_path: Path, name: str) -> None:
    done = run(installed / name, "--no-segment", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN, b"")
    assert run(installed / name, folder=tmp_path).stdout.startswith("我们 看着 他".encode())


def test_finds_its_own_dictionaries(installed: Path, tmp_path: Path) -> None:
    code = "from cleaner.dictionaries import root; print(root())"
    done = subprocess.run(
        [installed / "python", "-c", code], capture_output=True, cwd=tmp_path, check=True, text=True
    )
    assert Path(done.stdout.strip()) == next(
        installed.parent.glob("lib/*/site-packages/cleaner/dictionaries")
    )


def test_wheel_holds_the_dictionaries_and_nothing_beside_the_package(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"cleaner", "zhclean"}
    shipped = {
        f"cleaner/dictionaries/{path.relative_to(ROOT / 'dictionaries')}"
        for path in (ROOT / "dictionaries").rglob("*")
        if path.is_file()
    }
    assert shipped <= set(names)
    assert "cleaner/py.typed" in names


def test_top_level_of_the_repository() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    top = {name.split("/")[0] for name in listed if name and not name.startswith(".")}
    assert top <= {
        "pyproject.toml", "README.md", "cleaner", "dictionaries", "tests", "examples", "LICENSE",
        "CHANGELOG.md",
    }  # fmt: skip
