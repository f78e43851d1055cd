"""The command: options to settings, settings to a run over the inputs. Nothing else.

Exit statuses: 0 done, 1 some input failed, 2 wrong usage, 74 the output could not be written,
130 and 143 ended by Ctrl-C and SIGTERM.
"""

from __future__ import annotations

import os
from typing import Any

import click

from cleaner._version import __version__
from cleaner.errors import CleanerError, SettingsError
from cleaner.run import FORMATS, Request, execute, say
from cleaner.settings import ENGINES, ERRORS, QUOTES, SEGMENTERS, VARIANTS, Settings

_EPILOG = """\b
Examples:
  clean < page.txt > words.txt              one page, words separated by spaces
  clean --no-segment page.txt               prose as it is
  clean -o out.txt --keep-metadata *.txt    several pages, date and source lines kept
  clean --only convert < book.txt           Traditional to Simplified, nothing else
  tail -f access.log | clean --lines        each line as it comes
"""


class _Size(click.ParamType[int]):
    """A number of bytes, with K, M or G (powers of 1024) after it if wished."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value).strip().upper().removesuffix("B")
        factor = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}.get(text[-1:], 1)
        try:
            return int(text[:-1] if factor > 1 else text) * factor
        except ValueError:
            self.fail(f"{value!r} is not a size such as 500K or 64M", param, ctx)


class _Filters(click.ParamType[tuple[str, ...]]):
    """Names of filters, separated by commas."""

    name = "filter,..."

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        return tuple(name.strip() for name in str(value).split(",") if name.strip())


def _list_filters(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from cleaner.pipeline import FILTERS

        for filter_ in FILTERS:
            always = " (always runs)" if filter_.always else ""
            click.echo(f"{filter_.name:<10} {filter_.summary}{always}")
        context.exit()


@click.command(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, which appears when complete.")
@click.option("--segment/--no-segment", default=None, help="Separate words (default), or not.")
@click.option("--delimiter", metavar="TEXT", help="What stands between words (default: a space).")
@click.option("--lines", is_flag=True, default=None, help="Each line is a document of its own.")
@click.option("--only", type=_Filters(), multiple=True, help="Run these filters alone.")
@click.option("--skip", type=_Filters(), multiple=True, help="Leave these filters out.")
@click.option("--keep-chrome", is_flag=True, default=None, help="Drop no lines.")
@click.option(
    "--keep-metadata", is_flag=True, default=None, help="Keep date, source and author lines."
)
@click.option("--from-encoding", metavar="NAME", help="Encoding of the input (default: detect).")
@click.option("--mojibake", is_flag=True, default=None, help="Undo misread text (鍥藉), slowly.")
@click.option("--variant", type=click.Choice(VARIANTS), help="Kind of Traditional (default: auto).")
@click.option(
    "--errors", type=click.Choice(ERRORS), help="What to do with undecodable bytes (replace)."
)
@click.option("--quotes", type=click.Choice(QUOTES), help="Leave 「」, or make them “” (keep).")
@click.option(
    "--dictionary", metavar="DIR", multiple=True, help="Lay DIR over the shipped dictionaries."
)
@click.option("--converter", type=click.Choice(ENGINES), help="Engine of convert (tables).")
@click.option("--segmenter", type=click.Choice(SEGMENTERS), help="Engine of segment (rjieba).")
@click.option(
    "--max-document", type=_Size(), help="Cut inputs above this size at blank lines (64M)."
)
@click.option(
    "--config",
    metavar="FILE",
    help="Read settings from FILE (default: zhclean.toml or pyproject.toml hereabouts).",
)
@click.option("--isolated", is_flag=True, help="Read no settings file.")
@click.option("--detect", is_flag=True, help="Say what each input is, and clean nothing.")
@click.option("--format", type=click.Choice(FORMATS), help="Of --detect (text).")
@click.option("-q", "--quiet", is_flag=True, help="No warnings.")
@click.option("-v", "--verbose", is_flag=True, help="Say what was found and done, on stderr.")
@click.option(
    "--list-filters",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list_filters,
    help="List the filters in order and exit.",
)
@click.version_option(__version__, "--version", prog_name="zhclean", message="%(prog)s %(version)s")
def command(
    files: tuple[str, ...],
    output: str | None,
    config: str | None,
    isolated: bool,
    quiet: bool,
    verbose: bool,
    detect: bool,
    format: str | None,  # noqa: A002
    **options: Any,
) -> Request:
    """Write clean Simplified Chinese out of scraped Chinese pages.

    Reads FILEs (standard input when there is none, or for -), each a document in any encoding,
    and writes UTF-8 to standard output: repaired, converted to Simplified, without page chrome,
    words separated by spaces.
    """
    for name in ("only", "skip"):
        options[name] = tuple(item for group in options[name] for item in group) or None
    options["dictionary"] = options["dictionary"] or None
    if config is not None:
        base = Settings.read(config)
    elif isolated:
        base = Settings()
    else:
        base = Settings.discover(os.getcwd())
    given = {name: value for name, value in options.items() if value is not None}
    from cleaner.pipeline import select

    try:
        settings = Settings.make(base, **given)
        select(settings)
    except SettingsError as error:
        name, colon, rest = str(error).partition(":")
        raise SettingsError(f"--{name.replace('_', '-')}{colon}{rest}") from None
    if format is not None and not detect:
        raise click.UsageError("--format goes with --detect")
    return Request(files or ("-",), output, settings, verbose - quiet, detect, format or FORMATS[0])


def run(arguments: list[str], program: str) -> int:
    """Carry out the command line ``arguments`` and return the exit status."""
    try:
        request = command.main(arguments, prog_name=program, standalone_mode=False)
    except click.ClickException as error:
        say(program, error.format_message())
        return 2
    except CleanerError as error:
        say(program, str(error))
        return error.exit_status
    if not isinstance(request, Request):  # --help, --version and the like have done it all
        return int(request or 0)
    return execute(request, program)
