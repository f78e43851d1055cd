"""Options of where the output goes and in which form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from cleaner.alignment import UNITS
from cleaner.options import Decorator, option, section
from cleaner.request import FORMATS, INDEX, Form
from cleaner.settings import Settings

writing: Decorator[Any] = section(
    "Output",
    option(
        "-o",
        "--output",
        metavar="FILE|DIR/",
        help="Write to FILE, which appears when complete, or many files into DIR.",
    ),
    option(
        "--format",
        type=click.Choice(FORMATS),
        help="Form of the output (text); parquet with -o DIR/.",
    ),
    option("--list-words", is_flag=True, help="With jsonl: the words, as a list."),
    option(
        "--offsets",
        type=click.Choice(UNITS),
        help="With jsonl: where each word stands, in the output and in the original.",
    ),
    option("--counts", is_flag=True, help="With jsonl: number of edits by rule."),
    option("--index", metavar="NAME", help="With es-bulk: name of the index (pages)."),
)


def form(values: Mapping[str, Any], settings: Settings) -> Form:
    """Return the form of the output that ``values`` ask for.

    Raises click.UsageError for options that do not go together.
    """
    made = Form(
        values["format"] or FORMATS[0],
        words=values["list_words"],
        offsets=values["offsets"],
        counts=values["counts"],
        index=values["index"] or INDEX,
    )
    segmented = settings.segment and "segment" not in settings.skip
    if values["index"] and made.name != "es-bulk":
        raise click.UsageError("--index goes with --format es-bulk")
    if made.name == "es-bulk" and not segmented:
        raise click.UsageError("--format es-bulk does not go with --no-segment")
    if values["detect"] and made.name not in ("text", "jsonl"):
        raise click.UsageError(f"--detect does not go with --format {made.name}")
    for extra in made.extras:
        name = "list-words" if extra == "words" else extra
        if made.name != "jsonl":
            raise click.UsageError(f"--{name} goes with --format jsonl")
        if name != "counts" and not segmented:
            raise click.UsageError(f"--{name} does not go with --no-segment")
    return made
