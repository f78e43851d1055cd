"""Options of what is told about a run, beside the output or in its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from cleaner.options import Decorator, option, section
from cleaner.request import Form, Wanted
from cleaner.settings import Settings

telling: Decorator[Any] = section(
    "Account",
    option(
        "--detect",
        is_flag=True,
        help="Say encoding, kind of Chinese and damage of each input; clean nothing.",
    ),
    option(
        "--learn-chrome",
        is_flag=True,
        help="Write the lines that the pages of one site share, for --dictionary; clean nothing.",
    ),
    option("--diff", is_flag=True, help="Write what would change, as a unified diff."),
    option("--check", is_flag=True, help="Write nothing; exit 1 if anything would change."),
    option(
        "--explain",
        type=click.Choice(("text", "json")),
        metavar="[=json]",
        help="Say what was done, by filter and line by line, on stderr.",
    ),
    option(
        "--report",
        metavar="FILE.html",
        help="Write original and result side by side, each change with its rule, to FILE.html.",
    ),
    option("--rejects", metavar="FILE", help="Write what is taken out to FILE, as JSON lines."),
    option("--plan", metavar="FILE", help="Write all edits to FILE, as JSON lines."),
    option("--replay", metavar="FILE", help="Carry out the edits of a --plan; clean nothing."),
    option("-q", "--quiet", is_flag=True, help="No warnings."),
    option("-v", "--verbose", is_flag=True, help="Say what was found and done, in a line."),
)

#: Options that may stand without a value, and the one they have then.
BARE = {"--explain": "text"}
_NAMES = ("diff", "check", "explain", "report", "rejects", "plan", "replay")


def wanted(values: Mapping[str, Any], settings: Settings, form: Form) -> Wanted:
    """Return the accounts that ``values`` ask for.

    Raises click.UsageError for options that do not go together.
    """
    made = Wanted(**{name: values[name] for name in _NAMES})
    asked = [f"--{name}" for name in _NAMES if getattr(made, name)]
    if asked and settings.lines:
        raise click.UsageError(f"{asked[0]} does not go with --lines")
    if (made.diff or made.check) and form.name != "text":
        raise click.UsageError(f"{asked[0]} does not go with --format {form.name}")
    if made.replay is not None:
        others = [name for name in asked if name not in ("--replay", "--check")]
        others += ["--verbose"] * values["verbose"] + [f"--{name}" for name in form.extras]
        if others:
            raise click.UsageError(f"--replay does not go with {others[0]}")
    return made
