"""Options of where the output goes and in which form."""

from __future__ import annotations

from typing import Any

import click

from cleaner.alignment import UNITS
from cleaner.options import option, section
from cleaner.run import FORMATS, Form

writing = section(
    "Output",
    option("-o", "--output", metavar="FILE", help="Write to FILE, which appears when complete."),
    option("--format", type=click.Choice(FORMATS), help="Form of the output (text)."),
    option("--words", is_flag=True, help="With jsonl: the words, as a list."),
    option(
        "--offsets",
        type=click.Choice(UNITS),
        help="With jsonl: where each word stands, in the output and in the original.",
    ),
    option("--counts", is_flag=True, help="With jsonl: number of edits by rule."),
)

telling = section(
    "Account",
    option("--detect", is_flag=True, help="Say what each input is, and clean nothing."),
    option("-q", "--quiet", is_flag=True, help="No warnings."),
    option("-v", "--verbose", is_flag=True, help="Say what was found and done, on stderr."),
)


def form(values: dict[str, Any], *, segmented: bool) -> Form:
    """Return the form of the output that ``values`` ask for.

    Raises click.UsageError for options that do not go together.
    """
    made = Form(
        values.pop("format") or FORMATS[0],
        words=values.pop("words"),
        offsets=values.pop("offsets"),
        counts=values.pop("counts"),
    )
    if made.name != "jsonl":
        for name in ("words", "offsets", "counts"):
            if getattr(made, name):
                raise click.UsageError(f"--{name} goes with --format jsonl")
    if not segmented:
        for name in ("words", "offsets"):
            if getattr(made, name):
                raise click.UsageError(f"--{name} does not go with --no-segment")
    return made
