"""Settings: names, types, files and their errors."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from cleaner.cli import command
from cleaner.errors import SettingsError
from cleaner.settings import Settings


def test_fields_bear_the_names_of_options() -> None:
    """What is done to a document is a setting; all else is how the command is run."""
    options = {
        parameter.name
        for parameter in command.params
        if getattr(parameter, "heading", "") in ("Cleaning", "Words", "Input")
    }
    assert set(Settings.__annotations__) == options - {"config", "isolated"}


def test_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(SettingsError, match=r"'keepchrome' \(did you mean 'keep_chrome'\?\)"):
        Settings.make(keepchrome=True)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"segment": "yes"}, "segment: expected bool, not 'yes'"),
        ({"delimiter": 3}, "delimiter: expected str, not 3"),
        ({"variant": "klingon"}, "variant: 'klingon' is not one of auto, "),
        ({"errors": "panic"}, "errors: 'panic' is not one of replace, ignore, strict"),
        ({"from_encoding": "klingon"}, "from_encoding: no text encoding is called 'klingon'"),
        ({"from_encoding": "base64"}, "from_encoding: no text encoding is called 'base64'"),
        ({"skip": 7}, "skip: expected a list of names, not 7"),
        ({"max_document": 10}, "max_document: at least 1024 bytes, not 10"),
        ({"max_document": True}, "max_document: expected int, not True"),
    ],
)
def test_values_that_do_not_fit(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        Settings.make(**changes)


def test_one_name_will_do_for_a_list() -> None:
    assert Settings.make(only="convert") == Settings(only=("convert",))


def test_settings_pickle_and_compare() -> None:
    settings = Settings.make(segment=False, only=("convert", "segment"), from_encoding="big5")
    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301
    assert hash(settings) == hash(pickle.loads(pickle.dumps(settings)))  # noqa: S301


def test_reads_zhclean_toml(tmp_path: Path) -> None:
    path = tmp_path / "zhclean.toml"
    path.write_text('keep-metadata = true\nskip = ["segment"]\ndictionary = "mine"\n', "utf-8")
    assert Settings.read(path) == Settings(
        keep_metadata=True, skip=("segment",), dictionary=(str(tmp_path / "mine"),)
    )


def test_reads_pyproject(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.zhclean]\nsegment = false\n", "utf-8")
    assert Settings.read(path) == Settings(segment=False)


@pytest.mark.parametrize(
    "text",
    [
        "[ tool . zhclean ]\nlines = true",
        '[tool."zhclean"]\nlines = true',
        "tool.zhclean.lines = true",
        "tool . zhclean = {lines = true}",
        "tool = { zhclean = { lines = true } }",
        "[tool]\nzhclean.lines = true",
        "['tool'] # ours\nzhclean = { 'lines' = true }",
    ],
)
def test_every_way_to_write_the_table_is_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    assert Settings.discover(tmp_path).lines


def test_a_project_that_only_names_us_is_not_parsed(tmp_path: Path) -> None:
    text = "[project]\nname = 'x'\ndependencies = ['zhclean']\n[tool.ruff]\n[not TOML"
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    assert Settings.discover(tmp_path) == Settings.discover(tmp_path.parent)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sgment = false", "no setting is called 'sgment' .did you mean 'segment'"),
        ("segment = 1", "segment: expected bool, not 1"),
        ("segment = ", "not TOML"),
    ],
)
def test_faults_of_a_file_name_it(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "zhclean.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=message) as caught:
        Settings.read(path)
    assert str(path) in str(caught.value)


def test_missing_file_and_missing_table(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="No such file"):
        Settings.read(tmp_path / "none.toml")
    (tmp_path / "pyproject.toml").write_text("[project]\n", "utf-8")
    with pytest.raises(SettingsError, match=r"no \[tool.zhclean\] table"):
        Settings.read(tmp_path / "pyproject.toml")


def test_discovers_the_nearest_project(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "zhclean.toml").write_text("segment = false", "utf-8")
    assert Settings.discover(inner) == Settings(segment=False)
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    assert Settings.discover(inner) == Settings(segment=False)
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.zhclean]\nlines = true\n", "utf-8")
    assert Settings.discover(inner) == Settings(lines=True)


@pytest.mark.parametrize(
    "line",
    [
        "dictionary = [1]",
        "words = [[]]",
        'words = ["a\\u0000b"]',
        "stop_words = 3",
        'stop_words = "\\u0000"',
        "dictionary = 3",
        "conversion = [1]",
        'conversion = ["裡面"]',
        'conversion = [["a", "b", "c"]]',
        "conversion = {a = 1}",
        "max_document = true",
        "only = 3",
    ],
)
def test_values_of_other_types_are_refused_in_one_line(line: str, tmp_path: Path) -> None:
    path = tmp_path / "zhclean.toml"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        Settings.read(path)
    assert str(caught.value).startswith(f"{path}: {line.split(' ')[0]}: ")
    assert "\n" not in str(caught.value)
