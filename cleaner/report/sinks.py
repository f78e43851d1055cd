"""Where the accounts of documents go: to standard error, to files, or in place of the output.

Each sink is given the documents as they are cleaned, recorded, and does one thing with them. The
run of the command holds them all in :class:`Sinks`; they are imported only when asked for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Protocol, Self

from cleaner.errors import OutputError, SettingsError
from cleaner.formats.records import line
from cleaner.formats.writing import open_output
from cleaner.report.terminal import Painter, colours

if TYPE_CHECKING:
    from types import TracebackType

    from cleaner.core import Result
    from cleaner.formats.writers import Origin
    from cleaner.formats.writing import Output
    from cleaner.request import Request, Wanted


def check_apart(request: Request) -> None:
    """Raise SettingsError for an account that would be written over an input or another output."""
    taken = {os.path.realpath(name) for name in (*request.files, request.output or "-")}
    for option in ("rejects", "plan", "report"):
        path: str | None = getattr(request.wanted, option)
        # What is there and no file, such as /dev/stderr, can be written twice.
        if path is None or path == "-" or (os.path.exists(path) and not os.path.isfile(path)):
            continue
        place = os.path.realpath(path)
        if place in taken:
            raise SettingsError(f"--{option}: {path} is an input or an output already")
        taken.add(place)


class Sink(Protocol):
    """Takes documents one after another; ``finish`` comes after the last if all went well."""

    def add(self, origin: Origin, result: Result) -> None: ...
    def finish(self) -> None: ...


class Explanations:
    """``--explain``: what was done to each document, for people or as a line of JSON."""

    def __init__(self, form: str, say: Callable[[str], None]) -> None:
        self._form = form
        self._say = say
        self._paint = Painter(colours(sys.stderr))

    def add(self, origin: Origin, result: Result) -> None:
        """Say what was done."""
        from cleaner.messages import printable
        from cleaner.report import explain

        if self._form == "json":
            self._say(explain.as_json(origin.name, result).removesuffix("\n"))
        else:
            text = explain.explain(printable(origin.name), result, self._paint)
            self._say(text.removesuffix("\n"))

    def finish(self) -> None:
        """Nothing is left to do."""


class Rejects:
    """``--rejects FILE``: what was taken out, a line of JSON each."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def add(self, origin: Origin, result: Result) -> None:
        """Write what the document has lost."""
        from cleaner.report.rejects import rejects

        found = [line({"file": origin.name, **fields}) for fields in rejects(result)]
        if found:
            self._output.write("".join(found))

    def finish(self) -> None:
        """Nothing is left to do."""


class Plans:
    """``--plan FILE``: the edits of each document, a line of JSON each."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def add(self, origin: Origin, result: Result) -> None:
        """Write the plan of the document."""
        from cleaner.report.plan import plan

        self._output.write(line(plan(origin.name, result)))

    def finish(self) -> None:
        """Nothing is left to do."""


class Report:
    """``--report``: a page on one document, an index of several; in a folder, the pages as well."""

    def __init__(self, path: str) -> None:
        self._folder = path if path.endswith("/") or os.path.isdir(path) else None
        self._path = os.path.join(path, "index.html") if self._folder else path
        self._first: tuple[str, Result] | None = None
        self._summaries: list[dict[str, Any]] = []
        if self._folder:
            try:
                os.makedirs(self._folder, exist_ok=True)
            except OSError as error:
                raise OutputError(f"{path}: {error.strerror or error}") from None

    def add(self, origin: Origin, result: Result) -> None:
        """Take a document into the report."""
        from cleaner.report.index import summary

        link = None
        if self._folder:
            link = f"{len(self._summaries) + 1:05}.html"
            self._write(os.path.join(self._folder, link), origin.name, result)
        self._summaries.append(summary(origin.name, result, link))
        self._first = None if len(self._summaries) > 1 else (origin.name, result)

    def finish(self) -> None:
        """Write the report."""
        from cleaner.report.index import index

        if self._first is not None and not self._folder:
            self._write(self._path, *self._first)
            return
        with open_output(self._path) as output:
            output.write(index(self._summaries))

    def _write(self, path: str, name: str, result: Result) -> None:
        from cleaner.report.page import page

        with open_output(path) as output:
            output.write(page(name, result))


class Sinks:
    """All sinks that were asked for. Files get their names when the run ends without an error."""

    def __init__(self, wanted: Wanted, say: Callable[[str], None]) -> None:
        self._stack = ExitStack()
        self._wanted = wanted
        self._say = say
        self._sinks: list[Sink] = []

    def __enter__(self) -> Self:
        wanted = self._wanted
        with ExitStack() as stack:
            if wanted.explain is not None:
                self._sinks.append(Explanations(wanted.explain, self._say))
            if wanted.rejects is not None:
                self._sinks.append(Rejects(stack.enter_context(open_output(wanted.rejects))))
            if wanted.plan is not None:
                self._sinks.append(Plans(stack.enter_context(open_output(wanted.plan))))
            if wanted.report is not None:
                self._sinks.append(Report(wanted.report))
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            self._stack.__exit__(kind, error, trace)
            return
        with self._stack:
            for sink in self._sinks:
                sink.finish()

    def add(self, origin: Origin, result: Result) -> None:
        """Give a recorded document to each of them."""
        for sink in self._sinks:
            sink.add(origin, result)
