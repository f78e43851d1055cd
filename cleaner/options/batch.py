"""Options for many documents: folders, tables and archives in, a folder out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import click

from cleaner.batch.job import DEDUPS, SHARD_SIZE, Exclusions, Job
from cleaner.errors import SettingsError
from cleaner.formats.rows import Fields
from cleaner.options import Decorator, option, section
from cleaner.options.cleaning import DOCUMENTS
from cleaner.options.types import Size
from cleaner.settings import Settings

many: Decorator[Any] = section(
    "Many documents (with -o DIR/)",
    option("-j", "--jobs", type=click.IntRange(min=1), help="Processes (default: all cores)."),
    option("-r", "--recursive", is_flag=True, help="Read the folders inside folders too."),
    option("--files-from", metavar="FILE", help="Read names of inputs from FILE (- for stdin)."),
    option(
        "--text-field",
        metavar="NAME",
        help="Field or column that has the text (text), also inside others: data.text.",
    ),
    option(
        "--id-field", metavar="NAME", help="Field that names a document (default: its row number)."
    ),
    option(
        "--shard-size",
        type=Size(),
        help="With --format jsonl, parquet: size of an output file (256M).",
    ),
    option("--resume", is_flag=True, help="Go on with a run that was interrupted."),
    option(
        "--force",
        is_flag=True,
        help="Begin anew over an earlier run; with --resume: go on in spite of changes.",
    ),
    option("--quarantine", metavar="DIR", help="Copy what fails or is left out to DIR."),
    option(
        "--dedup",
        type=click.Choice(DEDUPS),
        help="Leave out texts equal to, or much like, an earlier one.",
    ),
    option("--min-length", type=click.IntRange(min=1), help="Leave out texts of fewer characters."),
    option(
        "--min-han",
        type=click.FloatRange(0, 1),
        help="Leave out texts with a smaller share of Han (0.5: half).",
    ),
    option("--language", type=click.Choice(("zh",)), help="Leave out texts in other languages."),
    option(
        "--site-chrome",
        is_flag=True,
        help="Read everything twice: drop also the lines that the pages of a site share.",
    ),
)
_NAMES = (
    *("jobs", "recursive", "files_from", "input", "text_field", "id_field", "shard_size", "resume"),
    *("force", "quarantine", "dedup", "min_length", "min_han", "language", "site_chrome"),
)
# What concerns one stream of text.
_SINGLE = (
    "lines",
    "list_words",
    "offsets",
    "detect",
    "diff",
    "check",
    "explain",
    "report",
    "rejects",
    "plan",
    "replay",
    "learn_chrome",
    "index",
)


def job(files: tuple[str, ...], values: Mapping[str, Any], settings: Settings) -> Job | None:
    """Return the batch that is asked for, None when it is none.

    It is one when the output is a folder: it is there, or its name ends with a slash. Raises
    click.UsageError for options that do not go together.
    """
    output: str | None = values["output"]
    given = [name for name in _NAMES if values[name] and values[name] not in DOCUMENTS]
    if output is None or not (os.path.isdir(output) or output.endswith(("/", os.sep))):
        given += ["format"] * (values["format"] == "parquet")
        if given:
            named = {"format": " parquet", "input": f" {values['input']}"}
            what = _option(given[0]) + named.get(given[0], "")
            place = f", not -o {output} (the slash makes it a folder)" if output else ""
            raise click.UsageError(f"{what} goes with -o DIR/{place}")
        return None
    if values["format"] in ("tsv", "es-bulk"):
        raise click.UsageError(f"--format {values['format']} does not go with -o DIR")
    for name in _SINGLE:
        if values[name]:
            raise click.UsageError(f"{_option(name)} does not go with -o DIR")
    if values["files_from"] is not None:
        files = (*files, *_listed(values["files_from"]))
    if not files or "-" in files:
        raise click.UsageError("-o DIR needs names of files or folders (or --files-from -)")
    shape = {"jsonl": "jsonl", "parquet": "parquet"}.get(values["format"], "mirror")
    if values["shard_size"] is not None and shape == "mirror":
        raise click.UsageError("--shard-size goes with --format jsonl or parquet")
    if values["shard_size"] is not None and values["shard_size"] < 1:
        raise click.UsageError(f"--shard-size: at least 1 byte, not {values['shard_size']}")
    return Job(
        files,
        output,
        settings,
        shape,
        "text" if values["input"] in DOCUMENTS else values["input"],
        Fields(values["text_field"] or "text", values["id_field"]),
        values["jobs"] or _cores(),
        values["recursive"],
        values["shard_size"] or SHARD_SIZE,
        values["counts"],
        Exclusions(
            values["min_length"] or 0,
            values["min_han"] or 0.0,
            values["language"],
            values["dedup"],
        ),
        values["quarantine"],
        values["resume"],
        values["force"],
        values["verbose"] - values["quiet"],
        values["site_chrome"],
    )


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _listed(name: str) -> Iterator[str]:
    """Yield the names of inputs that a file lists, a line each (or NUL-separated)."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(name, "rb") as file:
                data = file.read()
    except OSError as error:
        raise SettingsError(f"--files-from: {name}: {error.strerror}") from None
    for line in data.split(b"\0" if b"\0" in data else b"\n"):
        path = line.rstrip(b"\r")
        if path:
            yield os.fsdecode(path)
