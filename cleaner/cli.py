"""The command: options to a request, which is then carried out. Nothing else.

The options themselves are in :mod:`cleaner.options`.

Exit statuses: 0 done, 1 some input failed, 2 wrong usage, 74 the output could not be written,
130 and 143 ended by Ctrl-C and SIGTERM.
"""

from __future__ import annotations

from typing import Any

import click

from cleaner._version import __version__
from cleaner.batch.job import Job
from cleaner.errors import CleanerError
from cleaner.messages import say
from cleaner.options import Command, Decorator, option, section
from cleaner.options.account import BARE, telling, wanted
from cleaner.options.batch import job, many
from cleaner.options.cleaning import cleaning, reading, settings
from cleaner.options.output import form, writing
from cleaner.options.segmenting import segmenting
from cleaner.request import Request
from cleaner.run import execute

_EPILOG = """\b
Examples:
  clean < page.txt > words.txt              one page, words separated by spaces
  clean --no-segment page.txt               prose as it is
  clean -o out.txt --keep-metadata *.txt    several pages, date and source lines kept
  clean --only convert < book.txt           Traditional to Simplified, nothing else
  tail -f access.log | clean --lines        each line as it comes
  clean --format jsonl *.txt                an object a page: text, metadata, encoding
  clean -o out/ -r corpus/                  a folder of pages, archives, tables; all cores
"""


def _list_filters(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from cleaner.pipeline import FILTERS

        for filter_ in FILTERS:
            always = " (always runs)" if filter_.always else ""
            click.echo(f"{filter_.name:<10} {filter_.summary}{always}")
        context.exit()


helping: Decorator[Any] = section(
    "Help",
    option(
        "--list-filters",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_list_filters,
        help="List the filters in order and exit.",
    ),
)


@click.command(
    cls=Command, bare=BARE, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(readable=False))
@cleaning
@segmenting
@reading
@writing
@telling
@many
@helping
@click.version_option(__version__, "--version", prog_name="zhclean", message="%(prog)s %(version)s")
def command(files: tuple[str, ...], **values: Any) -> Request | Job:
    """Write clean Simplified Chinese out of scraped Chinese pages.

    Reads FILEs (standard input when there is none, or for -), each a document in any encoding,
    and writes UTF-8 to standard output: repaired, converted to Simplified, without page chrome,
    words separated by spaces. With -o DIR/, FILEs may be folders, archives and tables too.
    """
    made = settings(values)
    asked = job(files, values, made)
    if asked is not None:
        return asked
    shape = form(values, made)
    loud = values["verbose"] - values["quiet"]
    return Request(
        files or ("-",),
        values["output"],
        made,
        loud,
        values["detect"],
        shape,
        wanted(values, made, shape),
        values["learn_chrome"],
    )


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
    if isinstance(request, Job):
        return batch(request, program)
    if not isinstance(request, Request):  # --help, --version and the like have done it all
        return int(request or 0)
    return execute(request, program)


def batch(request: Job, program: str) -> int:
    """Carry out a batch and return the exit status."""
    from cleaner.batch.run import run as run_batch

    try:
        return run_batch(request, lambda line: say(program, line))
    except CleanerError as error:
        say(program, str(error))
        return error.exit_status
