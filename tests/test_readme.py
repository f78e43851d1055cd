"""What README says is so: its commands, its options, its example, its files."""

from __future__ import annotations

import ast
import asyncio
import contextlib
import inspect
import io
import re
from pathlib import Path

import pytest

from cleaner import Cleaner
from cleaner.cli import command
from cleaner.pipeline import FILTERS
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_ci_runs_the_test_command() -> None:
    (commands,) = re.findall(r"To run the tests:\n\n```sh\n(.+?)\n```", README)
    install, tests = commands.rsplit(" && ", 1)
    script = (ROOT / ".ci" / "run").read_text("utf-8").replace(" --quiet", "").replace(" -q", "")
    assert install in script
    assert tests in script


def test_every_option_is_described() -> None:
    table = README.split("| option | meaning |")[1].split("\n\n")[0]
    described = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", table))
    options = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
    assert described - {"-f"} <= options  # tail -f
    unmentioned = {
        option.name
        for option in command.params
        if not described.intersection([*option.opts, *option.secondary_opts])
    }
    assert unmentioned <= {"files", "version", "list_filters", "help"}


def test_every_filter_is_described() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", README.split("| filter |")[1], re.MULTILINE)
    assert rows[: len(FILTERS)] == [stage.name for stage in FILTERS]


def test_the_example_is_real() -> None:
    page = (ROOT / "examples" / "huangshi.txt").read_text("utf-8")
    blocks = re.findall(r"\n\n((?:    .*\n|\n)+)", README.split("## What it does")[1])
    before, prose, words = (
        [line[4:] for line in block.split("\n") if line.strip() and "…" not in line]
        for block in blocks[:3]
    )
    assert all(line in page for line in before)
    assert all(line in Cleaner(segment=False).clean(page).split("\n") for line in prose)
    assert all(line in Cleaner().clean(page).split("\n") for line in words)


def test_files_named_exist() -> None:
    layout = README.split("## How the code is laid out")[1].split("```")[1]
    for name in re.findall(r"cleaner/[\w/.]+|examples/\w+\.\w+", README + layout):
        if name != "cleaner/dictionaries":
            assert (ROOT / name).exists(), name


def test_the_python_in_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine.txt").write_text("云计算平台\n", "utf-8")
    (tmp_path / "zhclean.toml").write_text("segment = false\n", "utf-8")
    data = (ROOT / "examples" / "huangshi.txt").read_bytes()
    known = {"data": data, "pages": [data], "frame": {"html": [data]}, "asyncio": asyncio}
    blocks = re.findall(r"\n```python\n(.*?)\n```", README, re.DOTALL)
    assert len(blocks) == 3
    with contextlib.redirect_stdout(io.StringIO()):
        for block in blocks:
            code = compile(block, "README.md", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
            ran = eval(code, known)  # noqa: S307 - what README says
            if inspect.iscoroutine(ran):
                asyncio.run(ran)
    assert known["html"].startswith("<!DOCTYPE html>")  # type: ignore[attr-defined]
