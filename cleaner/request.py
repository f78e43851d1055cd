"""What the command line asks for, and reading the simplest ones.

``clean < in.txt > out.txt`` is what the command is for, with a switch or two at most, and that
needs no parser: importing click costs nearly three times what starting Python does.
"""

from __future__ import annotations

import os

from cleaner.errors import SettingsError
from cleaner.frozen import Frozen
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any


FORMATS = ("text", "jsonl", "tsv", "es-bulk", "parquet")
INDEX = "pages"


class Form(Frozen):
    """The form of the output: its name, and which fields of a record are wanted besides."""

    name: str = FORMATS[0]
    words: bool = False
    offsets: str | None = None
    counts: bool = False
    index: str = INDEX

    @property
    def recording(self) -> bool:
        """Whether the form needs what only an account of the changes has."""
        return bool(self.extras) or self.name == "es-bulk"

    @property
    def extras(self) -> tuple[str, ...]:
        """The names of the fields that are wanted besides."""
        return tuple(name for name in ("words", "offsets", "counts") if getattr(self, name))


class Wanted(Frozen):
    """Which accounts of the run are wanted.

    ``explain``: on standard error, as ``text`` or ``json``. ``rejects``, ``plan`` and ``report``:
    names of files to write. ``diff`` and ``check`` take the place of the output; ``replay`` names
    a file of plans that are carried out instead of cleaning.
    """

    explain: str | None = None
    rejects: str | None = None
    plan: str | None = None
    report: str | None = None
    diff: bool = False
    check: bool = False
    replay: str | None = None

    @property
    def sinks(self) -> bool:
        """Whether there are places to write to besides the output."""
        return any((self.explain, self.rejects, self.plan, self.report))

    @property
    def recording(self) -> bool:
        """Whether edits have to be recorded for them."""
        return self.sinks or self.diff


class Request(Frozen):
    """What the command line asks for."""

    files: tuple[str, ...]
    output: str | None
    settings: Settings
    verbosity: int
    detect: bool = False
    form: Form = Form()
    wanted: Wanted = Wanted()
    learn: bool = False


# Options that set a field and take no value, and those whose value is a list of names.
_SWITCHES: dict[str, tuple[str, bool]] = {
    "--segment": ("segment", True),
    "--no-segment": ("segment", False),
    "--keep-whole": ("keep_whole", True),
    "--drop-punctuation": ("drop_punctuation", True),
    "--pos": ("pos", True),
    "--lines": ("lines", True),
    "--keep-chrome": ("keep_chrome", True),
    "--keep-metadata": ("keep_metadata", True),
    "--mojibake": ("mojibake", True),
    "--no-mojibake": ("mojibake", False),
}
_LISTS = {"--only": "only", "--skip": "skip"}
_VERBOSITY = {"-q": -1, "--quiet": -1, "-v": 1, "--verbose": 1}


def simple(arguments: Sequence[str]) -> Request | None:
    """Return what a command line of names of files and these options asks for.

    None when there is anything else in it: then it takes the parser, which says the same of these.
    Raises SettingsError for settings that make no sense.
    """
    files: list[str] = []
    changes: dict[str, Any] = {}
    verbosity: set[int] = set()
    rest = iter(arguments)
    for argument in rest:
        option, equals, value = argument.partition("=")
        if not argument.startswith("-") or argument == "-":
            files.append(argument)
        elif argument in _SWITCHES:
            field, switch = _SWITCHES[argument]
            changes[field] = switch
        elif argument in _VERBOSITY:
            verbosity.add(_VERBOSITY[argument])
        elif option in _LISTS:
            value = value if equals else next(rest, "")
            names = tuple(name.strip() for name in value.split(",") if name.strip())
            if not names or value.startswith("-"):
                return None
            changes[_LISTS[option]] = changes.get(_LISTS[option], ()) + names
        else:
            return None
    base = Settings.discover(os.getcwd())
    settings = changed(base, changes) if changes else base
    return Request(tuple(files) or ("-",), None, settings, sum(verbosity))


def changed(base: Settings, changes: Mapping[str, Any]) -> Settings:
    """Return ``base`` with what options of the names of fields ask for.

    Raises SettingsError, naming the option, for what makes no sense.
    """
    from cleaner.pipeline import select

    try:
        made = Settings.make(base, **changes)
        select(made)
    except SettingsError as error:
        name, colon, rest = str(error).partition(":")
        raise SettingsError(f"--{name.replace('_', '-')}{colon}{rest}") from None
    return made
