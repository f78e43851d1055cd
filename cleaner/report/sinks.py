"""Where the accounts of documents go: to standard error, to files, or in place of the output.

Each sink is given the documents as they are cleaned, recorded, and does one thing with them. The
run of the command holds them all in :class:`Sinks`; they are imported only when asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol, Self

from cleaner.formats.records import line
from cleaner.formats.writing import Output, open_output
from cleaner.report.terminal import Painter, colours

if TYPE_CHECKING:
    from types import TracebackType

    from cleaner.core import Result
    from cleaner.formats.writers import Origin
    from cleaner.run import Wanted


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
        from cleaner.report import explain
        from cleaner.run import printable

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
