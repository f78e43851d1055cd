"""One run of the command: what was asked for, carried out input by input.

An input that fails is reported in one line and the others go on; a failed write ends the run.
"""

from __future__ import annotations

import os
import sys

from cleaner.errors import CleanerError, OutputError
from cleaner.messages import printable, say, say_plainly
from cleaner.request import Request, simple

# The first bytes of compressed files, pictures and the like, and of JSON; of other files none.
_ODD = b"\x1f%(7BGPRSW[{\x7f\x89\xd0\xfd\xff"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO, Protocol

    from cleaner.ahead import Ahead
    from cleaner.core import Result
    from cleaner.formats.writers import Writer
    from cleaner.formats.writing import Output
    from cleaner.report.sinks import Sinks

    class Process(Protocol):
        """Makes a result of the data of a document, recorded or not."""

        def __call__(self, data: str | bytes, *, record: bool, metadata: bool) -> Result: ...


def plain(arguments: Sequence[str], program: str) -> int | None:
    """Carry out a simple command line and return the exit status, None for another one."""
    try:
        request = simple(arguments)
    except CleanerError as error:
        say(program, str(error))
        return error.exit_status
    return None if request is None else execute(request, program)


def execute(request: Request, program: str) -> int:
    """Carry out ``request`` and return the exit status; errors are lines on standard error."""
    if request.files == ("-",) and sys.stdin is not None and sys.stdin.isatty():
        say_plainly(
            f"{program}: no FILE, and standard input is a terminal\n"
            f"Usage: {program} [OPTIONS] [FILE]...   or   {program} < in.txt > out.txt\n"
            f"Try '{program} --help'."
        )
        return 2
    if request.learn:
        from cleaner.learning import learn

        return learn(request, program)
    try:
        return Run(request, program).run()
    except CleanerError as error:
        say(program, str(error))
        return error.exit_status


class Run:
    """One run of the command over its inputs."""

    def __init__(self, request: Request, program: str) -> None:
        from cleaner.formats.writers import writer

        self.request = request
        self.program = program
        form, wanted = request.form, request.wanted
        self.record: bool = request.verbosity > 0 or form.recording or wanted.recording
        self.metadata: bool = self.record or form.name != "text"
        self.ahead: Ahead | None = None
        self.process: Process = self._processor()
        self.writer: Writer = writer(request.form)
        self.sinks: Sinks | None = None
        self.failed: bool = False

    def _processor(self) -> Process:
        """Return what makes a result of the data of a document."""
        from cleaner.core import Cleaner

        request = self.request
        if request.wanted.replay is not None:
            from cleaner.report.plan import Replayer

            return Replayer(request.wanted.replay, request.settings).process
        cleaner = Cleaner(request.settings)
        if len(request.files) > 1 and not request.detect and not request.settings.lines:
            from cleaner.ahead import Ahead
            from cleaner.kept import partial

            together = partial(cleaner.together, record=self.record, metadata=self.metadata)
            self.ahead = Ahead(request.files, together)
        return cleaner.process

    def run(self) -> int:
        from cleaner.formats.writing import open_output

        self._prepare()
        if self.request.wanted.sinks:
            from cleaner.report.sinks import Sinks, check_apart

            check_apart(self.request)
        with open_output(self.request.output) as output:
            if self.request.wanted.sinks:
                with Sinks(self.request.wanted, say_plainly) as self.sinks:
                    self._run(output)
            else:
                self._run(output)
        return 1 if self.failed else 0

    def _prepare(self) -> None:
        """Tell segmentation how much text is to come, where that is known."""
        from cleaner.pipeline import select

        settings = self.request.settings
        segmenting = any(stage.name == "segment" for stage in select(settings))
        if segmenting and settings.segmenter == "auto" and not settings.words:
            from cleaner.filters.segment.engine import expect

            expect(sum(map(_size, self.request.files)))

    def _run(self, output: Output) -> None:
        for number, name in enumerate(self.request.files):
            if self.ahead is not None:
                self.ahead.reach(number)
            try:
                stream = self._open(name)
                try:
                    for text in self._clean(name, stream):
                        output.write(text)
                finally:
                    if name != "-":
                        stream.close()
            except (OutputError, BrokenPipeError, MemoryError):
                raise
            except CleanerError as error:
                if error.exit_status == 2:
                    raise
                self._fail(name, str(error))
            except IsADirectoryError:
                self._fail(name, "Is a directory (-o DIR/ reads folders)")
            except OSError as error:
                self._fail(name, error.strerror or str(error))
            except Exception as error:
                self._fail(name, f"internal error, please report: {error!r}")

    def _fail(self, name: str, message: str) -> None:
        say(self.program, f"{printable(name)}: {message}")
        self.failed = True

    def _open(self, name: str) -> BinaryIO:
        if name == "-":
            if sys.stdin is None:
                raise OSError(0, "closed")
            return sys.stdin.buffer
        stream = open(name, "rb", buffering=0)  # noqa: SIM115 - the caller closes it
        if self.request.output in (None, "-") and _same_file(stream.fileno(), 1):
            stream.close()
            raise OSError(0, "input file is output file")
        return stream

    def _clean(self, name: str, stream: BinaryIO) -> Iterator[str]:
        """Yield the text of the documents of one input, ready to be written."""
        if self.request.detect:
            yield self._describe(name, stream) + "\n"
            return
        if self.request.settings.lines:
            yield from self._clean_lines(name, stream)
            return
        from cleaner.formats.reading import documents, ends_blank
        from cleaner.formats.writers import Origin

        request = self.request
        base = 0
        same = True
        for piece, data in enumerate(documents(stream, request.settings.max_document)):
            if piece == 0:
                self._check(name, data)
            result = self.ahead.result(data) if self.ahead is not None else None
            if result is None:
                result = self.process(data, record=self.record, metadata=self.metadata)
            origin = Origin(name, piece, blank=ends_blank(data))
            text = self.writer.document(origin, result)
            if request.wanted.check:
                same = same and text.encode() == data
            if request.wanted.diff:
                yield self._diff(name, result)
            elif not request.wanted.check:
                yield text
            if self.sinks is not None:
                self.sinks.add(origin, result)
            if result.warnings or request.verbosity > 0 or request.settings.errors == "report":
                from cleaner.telling import tell

                tell(request, self.program, name, result, base)
            base += len(data)
        if not same:
            self._fail(name, "would be changed")

    def _check(self, name: str, data: bytes | str) -> None:
        """Refuse what is no text; say what looks like many documents in one."""
        settings = self.request.settings
        if settings.input != "auto" or self.request.wanted.replay or isinstance(data, str):
            return
        if data[:1] not in _ODD and not name.endswith(("sv", "SV")):
            return
        from cleaner.formats.foreign import check

        found = check(data, name, settings)
        if found is not None and self.request.verbosity >= 0:
            say(self.program, f"{printable(name)}: {found}")

    def _diff(self, name: str, result: Result) -> str:
        from cleaner.report.diff import diff
        from cleaner.report.terminal import Painter, colours

        coloured = self.request.output in (None, "-") and colours(sys.stdout)
        return diff(printable(name), result, Painter(coloured))

    def _describe(self, name: str, stream: BinaryIO) -> str:
        from cleaner.formats.reading import read
        from cleaner.report.detection import describe

        request = self.request
        data = read(stream, request.settings.max_document)
        self._check(name, data)
        found = describe(data, request.settings)
        if request.form.name == "jsonl":
            return found.as_json(name)
        return found.line(printable(name))

    def _clean_lines(self, name: str, stream: BinaryIO) -> Iterator[str]:
        from cleaner.filters.decode.lines import LineDecoder
        from cleaner.formats.reading import lines
        from cleaner.formats.writers import Origin

        settings, form = self.request.settings, self.request.form
        decoder = LineDecoder(settings)
        every = lines(stream, decoder, settings.from_encoding, self._refuse)
        for number, line in enumerate(every):
            result = self.process(line, record=form.recording, metadata=form.name != "text")
            yield self.writer.document(Origin(name, number, line=True), result)
            if decoder.faults:
                from cleaner.telling import report

                report(name, str(decoder.encoding), decoder.faults)
                decoder.faults.clear()
        if decoder.bad_bytes and settings.errors != "report" and self.request.verbosity >= 0:
            say(self.program, f"{printable(name)}: {decoder.complaint()}")

    def _refuse(self, data: bytes) -> None:
        """Refuse lines of what is no text."""
        if self.request.settings.input == "auto" and data[:1] in _ODD:
            from cleaner.formats.foreign import refuse

            refuse(data)


def _same_file(first: int, second: int) -> bool:
    import stat

    try:
        one, other = os.fstat(first), os.fstat(second)
    except OSError:
        return False
    return stat.S_ISREG(one.st_mode) and os.path.samestat(one, other)


def _size(name: str) -> int:
    """Return the size of a file in bytes; 0 for one that cannot be asked, such as ``-``."""
    try:
        return os.stat(name).st_size
    except (OSError, ValueError):
        return 0
