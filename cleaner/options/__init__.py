"""The options of the command, a module for each heading of ``--help``.

A module here has a decorator that adds its options, made with :func:`section`, and where they do
not simply bear the names of settings, a function that takes their values out of the dictionary of
all values. To add an option, add a line to the module it belongs to; to add a heading, add a module
and name its decorator in :mod:`cleaner.cli`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

Target = TypeVar("Target", bound=Callable[..., Any])
Decorator = Callable[[Target], Target]


class Option(click.Option):
    """An option that stands under a heading of ``--help``."""

    heading = ""


class Command(click.Command):
    """A command whose ``--help`` has a list of options for each heading.

    ``bare`` are options that may stand without a value, and the value they have then. Click takes
    the next argument for it, be it the name of a file; here a value needs ``=``.
    """

    def __init__(self, *values: Any, bare: Mapping[str, str], **named: Any) -> None:
        super().__init__(*values, **named)
        self._bare = bare

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give the bare options their values, and parse."""
        end = args.index("--") if "--" in args else len(args)
        args = [
            f"{argument}={self._bare[argument]}"
            if argument in self._bare and at < end
            else argument
            for at, argument in enumerate(args)
        ]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under their headings, in the order of the command line of the code."""
        headings: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            row = parameter.get_help_record(ctx)
            if row is not None and isinstance(parameter, click.Option):
                headings.setdefault(getattr(parameter, "heading", "Help"), []).append(row)
        for heading, rows in headings.items():
            with formatter.section(heading):
                formatter.write_dl(rows)


def section(heading: str, *options: Decorator[Any]) -> Decorator[Any]:
    """Return a decorator that adds ``options``, in this order, under ``heading``."""

    def decorate(function: Target) -> Target:
        for option in reversed(options):
            option(function)
            function.__click_params__[-1].heading = heading  # type: ignore[attr-defined]
        return function

    return decorate


def option(*names: str, **attributes: Any) -> Decorator[Any]:
    """Like :func:`click.option`; for use in :func:`section`."""
    decorator: Decorator[Any] = click.option(*names, cls=Option, **attributes)
    return decorator
