"""The entry point of the command: signals and failures, before anything else is imported.

Everything heavy is imported after the signal handlers are in place, so that Ctrl-C is silent from
the first moment. The command's own logic is in :mod:`cleaner.cli`.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from types import FrameType
    from typing import NoReturn
else:  # what is below ``signal``, which imports ``enum`` and takes 3 ms
    import _signal as signal

#: Objects made before the collector looks for cycles. With Python's own 700 it runs fifty times
#: while modules and tables are loaded, which leave none, and takes 7 ms of CPU time.
BETWEEN_COLLECTIONS = 200_000


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command and end the process with its exit status.

    Given ``arguments`` (default: those of the process) it raises SystemExit instead.
    """
    try:
        _watch_signals()
        gc.set_threshold(BETWEEN_COLLECTIONS, 10, 10)
        if not sys.warnoptions:
            _ignore_warnings()
        status = _run(sys.argv[1:] if arguments is None else arguments)
        _flush()
    except BrokenPipeError:
        _die_of_pipe()
    except OSError as error:  # standard output of --help or --version
        _complain(f"standard output: {error.strerror or error}")
        _end(74)
    except MemoryError:
        _complain("out of memory")
        _end(71)
    if arguments is None and not atexit._ncallbacks():
        _end(status)
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    """Carry out the command line, with click only where it takes a parser."""
    if arguments == ["--version"]:
        from cleaner._version import __version__

        sys.stdout.write(f"zhclean {__version__}\n")
        return 0
    if f"_{_program().upper()}_COMPLETE" not in os.environ:
        from cleaner.run import plain

        status = plain(arguments, _program())
        if status is not None:
            return status
    from cleaner import cli

    return cli.run(arguments, _program())


def _ignore_warnings() -> None:
    """Leave out warnings of dependencies, which are not for the user."""
    sys.warnoptions.append("ignore")  # heeded when a dependency has `warnings` imported
    if "warnings" in sys.modules:
        sys.modules["warnings"].simplefilter("ignore")


def _watch_signals() -> None:
    def handler(number: int, _frame: FrameType | None) -> None:
        # Not an exception: one raised inside an import or a finaliser would be swallowed there.
        writing = sys.modules.get("cleaner.formats.writing")
        for name in list(getattr(writing, "unfinished", ())):
            try:
                os.unlink(name)
            except OSError:
                continue
        _end(128 + number)

    signals = [
        number
        for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM))
        if signal.getsignal(number) is not signal.SIG_IGN  # nohup, background jobs
    ]
    for number in signals:
        signal.signal(number, handler)


def _program() -> str:
    name = os.path.basename(sys.argv[0]) if sys.argv else ""
    return "clean" if name in ("__main__.py", "-c", "-m", "") else name.removesuffix(".exe")


def _complain(message: str) -> None:
    try:
        sys.stderr.write(f"{_program()}: {message}\n")
        sys.stderr.flush()
    except (OSError, AttributeError, ValueError):
        pass


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _end(status: int) -> NoReturn:
    """Leave at once, without taking the interpreter apart.

    After a failure a second flush of the stream at exit would print a traceback; after success
    all is written and closed, and freeing modules and tables one by one takes 15 ms. Where
    something is to be done at the exit (threads, pools of processes), it is the ordinary one.
    """
    os._exit(status)


def _die_of_pipe() -> NoReturn:
    """End as every Unix filter does when nobody reads its output: of SIGPIPE, without a word."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGPIPE)
    _end(141)


if __name__ == "__main__":
    main()
