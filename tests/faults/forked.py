"""The command in a forked process whose world is broken on purpose.

A fork costs a hundredth of a new Python, so that a matrix of faults fits into the tests. The child
gets its own descriptors, limits and standard streams and then runs what the installed command runs.
"""

from __future__ import annotations

import atexit
import io
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from cleaner.__main__ import main


class Done(NamedTuple):
    """How a run ended: exit status (negative: the signal), standard output and error."""

    status: int
    output: bytes
    error: bytes

    @property
    def complaint(self) -> str:
        """The one line on standard error; AssertionError when there is something else."""
        text = self.error.decode()
        assert text.count("\n") == 1 and text.endswith("\n"), text
        assert "Traceback" not in text
        return text


def run(
    arguments: Sequence[str],
    folder: Path,
    data: bytes = b"",
    *,
    unbuffered: bool = False,
    largest: int | None = None,
    before: Callable[[], None] | None = None,
    reads: int | None = None,
) -> Done:
    """Run the command in ``folder`` with ``data`` on standard input.

    ``largest``: no file can grow beyond so many bytes, as on a full disk. ``reads``: standard
    output is a pipe whose reader leaves after so many bytes. ``before`` is called in the child.
    """
    # Standard error is a pipe: a limit on the size of files does not reach it.
    complaints, stderr = os.pipe()
    with tempfile.TemporaryFile() as stdin, open(complaints, "rb") as complained:
        stdin.write(data)
        stdin.seek(0)
        stdout = tempfile.TemporaryFile() if reads is None else None  # noqa: SIM115
        reader, writer = os.pipe() if stdout is None else (-1, stdout.fileno())
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            try:
                if reader >= 0:
                    os.close(reader)
                _child(arguments, folder, (stdin.fileno(), writer, stderr), unbuffered)
                if largest is not None:
                    _limit(largest)
                if before is not None:
                    before()
                atexit._clear()  # what pytest wants done is not for the child, which ends as others
                main()
            except SystemExit as end:
                os._exit(end.code if isinstance(end.code, int) else 0)
            finally:
                os._exit(99)  # an exception went through main
        os.close(stderr)
        output = b""
        if stdout is None:
            os.close(writer)
            while len(output) < (reads or 0):
                part = os.read(reader, (reads or 0) - len(output))
                if not part:
                    break
                output += part
            os.close(reader)
        error = complained.read()
        _, status = os.waitpid(pid, 0)
        if stdout is not None:
            stdout.seek(0)
            output = stdout.read()
            stdout.close()
        return Done(os.waitstatus_to_exitcode(status), output, error)


def warm(data: bytes) -> None:
    """Make tables and import modules here, so that each child need not."""
    from cleaner import Cleaner, cli

    assert cli.command is not None
    for segment in (True, False):
        Cleaner(segment=segment).process(data)


def _child(
    arguments: Sequence[str], folder: Path, streams: tuple[int, int, int], unbuffered: bool
) -> None:
    for target, source in enumerate(streams):
        os.dup2(source, target)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    os.chdir(folder)
    sys.argv = ["clean", *arguments]
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), "utf-8")
    raw = io.FileIO(1, "w", closefd=False)
    sys.stdout = io.TextIOWrapper(
        raw if unbuffered else io.BufferedWriter(raw),
        encoding="utf-8",
        write_through=unbuffered,
    )
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), "utf-8", write_through=True)


def _limit(size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
