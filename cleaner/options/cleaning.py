"""Options that bear the names of settings: what to do with a document."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import click

from cleaner.options import Decorator, option, section
from cleaner.options.types import Filters, Pair, Size
from cleaner.request import changed
from cleaner.settings import ENGINES, ERRORS, QUOTES, VARIANTS, VOCABULARIES, Settings

# A document by itself, or a form that holds many (with -o DIR).
DOCUMENTS = ("html", "text")
FORMS = (*DOCUMENTS, "jsonl", "csv", "tsv", "parquet", "warc")

cleaning: Decorator[Any] = section(
    "Cleaning",
    option(
        "--only", type=Filters(), multiple=True, help="Run these filters alone, see --list-filters."
    ),
    option("--skip", type=Filters(), multiple=True, help="Leave these filters out."),
    option(
        "--keep-chrome",
        is_flag=True,
        default=None,
        help="Keep menus, share bars and other page chrome.",
    ),
    option(
        "--keep-metadata", is_flag=True, default=None, help="Keep date, source and author lines."
    ),
    option(
        "--mojibake/--no-mojibake",
        default=None,
        help="Undo text read in the wrong encoding: 鍥藉 for 国家 (default), or leave it.",
    ),
    option(
        "--variant",
        type=click.Choice(VARIANTS),
        help="Kind of Chinese in the input (default: auto, detect).",
    ),
    option("--quotes", type=click.Choice(QUOTES), help="Keep 「」 (default), or make them “”."),
    option(
        "--dictionary",
        metavar="DIR",
        multiple=True,
        help="Add dictionaries in DIR, or a FILE.chrome of --learn-chrome, to the shipped ones.",
    ),
    option(
        "--conversion",
        type=Pair(),
        metavar="TEXT=RESULT",
        multiple=True,
        help="Convert TEXT to RESULT always: 裡面=里面.",
    ),
    option(
        "--vocabulary",
        type=click.Choice(VOCABULARIES),
        help="Replace words of that region by those of the mainland: 軟體 by 软件 (default: none).",
    ),
    option(
        "--converter",
        type=click.Choice(ENGINES),
        help="What converts: our tables (default), or an OpenCC for comparison.",
    ),
    option(
        "--config",
        metavar="FILE",
        help="Read settings from FILE (default: zhclean.toml, pyproject.toml, here or above).",
    ),
    option("--isolated", is_flag=True, help="Read no settings file."),
)

reading: Decorator[Any] = section(
    "Input",
    option(
        "--input",
        type=click.Choice(FORMS),
        help="Form of the input (default: detect); all but html and text with -o DIR/.",
    ),
    option("--from-encoding", metavar="NAME", help="Encoding of the input (default: detect)."),
    option(
        "--errors",
        type=click.Choice(ERRORS),
        help="Undecodable bytes: U+FFFD for each (default), drop, fail, list on stderr.",
    ),
    option("--lines", is_flag=True, default=None, help="Each line is a document of its own."),
    option("--max-document", type=Size(), help="Cut inputs above this size at blank lines (64M)."),
)


def settings(values: Mapping[str, Any]) -> Settings:
    """Return the settings that ``values``, by the names of fields, lay over those of a file.

    Raises SettingsError, naming the option, for what makes no sense.
    """
    given = {name: values[name] for name in Settings.__annotations__}
    for name in ("only", "skip"):
        given[name] = tuple(item for group in given[name] for item in group) or None
    if given["input"] not in DOCUMENTS:
        given["input"] = None
    for name in ("dictionary", "words", "conversion"):
        given[name] = given[name] or None
    if values["config"] is not None:
        base = Settings.read(values["config"])
    elif values["isolated"]:
        base = Settings()
    else:
        base = Settings.discover(os.getcwd())
    return changed(base, {name: value for name, value in given.items() if value is not None})
