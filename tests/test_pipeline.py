"""The pipeline: order, choice of filters, what each needs."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from cleaner.errors import SettingsError
from cleaner.pipeline import FILTERS, check, select
from cleaner.settings import Settings


def names(**settings: Any) -> list[str]:
    return [stage.name for stage in select(Settings.make(**settings))]


def test_order() -> None:
    assert names() == [
        "decode", "markup", "repair", "convert", "normalise", "chrome", "segment", "encode",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "chosen"),
    [
        ({"only": "convert"}, ["decode", "convert", "encode"]),
        ({"only": ("segment", "convert")}, ["decode", "convert", "segment", "encode"]),
        ({"only": ("segment", "convert"), "skip": "convert"}, ["decode", "segment", "encode"]),
        ({"skip": ("repair", "chrome", "markup", "normalise"), "segment": False},
         ["decode", "convert", "encode"]),
        ({"keep_chrome": True, "skip": ("markup", "repair", "normalise")},
         ["decode", "convert", "segment", "encode"]),
    ],
)  # fmt: skip
def test_choice(settings: dict[str, Any], chosen: list[str]) -> None:
    assert names(**settings) == chosen


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"only": ("convrt",)}, r"only: no filter is called 'convrt' \(did you mean 'convert'"),
        ({"only": ("xyz",)}, r"only: no filter is called 'xyz' \(known: decode, markup"),
        ({"skip": ("decode",)}, "skip: decode always runs"),
    ],
)
def test_names_that_no_filter_has(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        names(**settings)


def test_a_filter_without_its_input_is_an_error() -> None:
    with pytest.raises(SettingsError, match="segment needs text, which no filter before it gives"):
        check(tuple(stage for stage in FILTERS if stage.name == "segment"))


def test_every_filter_says_what_it_does() -> None:
    assert all(stage.summary and stage.requires and stage.assigns for stage in FILTERS)


def test_a_skipped_stage_is_not_imported_and_import_does_no_work() -> None:
    code = (
        "import sys, cleaner; before = set(sys.modules)\n"
        "assert not any(m.startswith(('cleaner.', 'click', 'chardet')) and m != 'cleaner._version'"
        " for m in before), before\n"
        "cleaner.clean('測試', only='convert')\n"
        "loaded = set(sys.modules)\n"
        "for name in ('rjieba', 'jieba', 'pypinyin', 'opencc', 'cleaner.filters.chrome'):\n"
        "    assert name not in loaded, name\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
