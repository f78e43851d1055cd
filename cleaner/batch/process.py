"""A worker process, seen from both sides of the pipes between.

It is a Python that imports what the work needs and nothing else. ``multiprocessing`` would import
the caller's main module in it, start a process more to look after semaphores, and take each worker
down object by object, which costs a short run a tenth of its time.

Through the pipes go pickles, the length of each before it. A worker reads its :class:`Task`, then
units. It puts what came of each into the folder of the journal, where no kill can reach it, and
then says that it is there. When its input is closed it ends at once, whatever it is doing: the
process that started it is gone.
"""

from __future__ import annotations

import fcntl
import gc
import os
import pickle
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, NamedTuple, Protocol, cast

from cleaner import vectors
from cleaner.batch.job import Job
from cleaner.batch.journal import Journal
from cleaner.batch.units import Unit
from cleaner.errors import CleanerError, OutputError

_START = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from cleaner.batch.process import main; main()"
)

# Room of a pipe in bytes: for a unit, so that a worker has the next one at once when it is done.
_PIPE = 1 << 19


class Work(Protocol):
    """What is done with units. Made once in a process, so that what it loads is loaded once.

    ``name`` tells what came of a unit apart from what other work made of it.
    """

    name: str

    def __init__(self, job: Job) -> None: ...

    def do(self, unit: Unit) -> Any:
        """Do the work on ``unit``; what is returned can be pickled."""
        ...


class Task(NamedTuple):
    """What a worker is told first: the work, the job, how many bytes are to come for it."""

    work: type[Work]
    job: Job
    size: int

    def begin(self) -> Work:
        """Return the work, ready to be done."""
        vectors.expect(self.size)
        settings = self.job.settings
        if settings.segment and settings.segmenter == "auto" and not settings.words:
            from cleaner.filters.segment.engine import expect

            expect(self.size)
        return self.work(self.job)


class Process:
    """The side that asks. Its methods raise CleanerError when the worker is dead."""

    def __init__(self, task: Task) -> None:
        # -P: a pickle.py in the current folder is not to be run. A process group of its own: Ctrl-C
        # is for the first process, which lets workers finish what they have in hand.
        self._process = subprocess.Popen(  # noqa: S603 - this Python, and what stands above
            [sys.executable, "-I" if sys.flags.isolated else "-P", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            process_group=0,
        )
        self._to = cast(BinaryIO, self._process.stdin)
        self._from = cast(BinaryIO, self._process.stdout)
        with suppress(OSError, AttributeError):  # of Linux, and not without end
            fcntl.fcntl(self._to, fcntl.F_SETPIPE_SZ, _PIPE)
        with self._alive():
            pickle.dump(sys.path, self._to)
            _send(self._to, pickle.dumps(task))

    def send(self, unit: bytes) -> None:
        """Give the worker a pickled unit, which it does after those that it has."""
        with self._alive():
            _send(self._to, unit)

    def wait(self) -> None:
        """Wait until the first unit that is not done is done. Raises what the work raised."""
        with self._alive():
            error = pickle.loads(_receive(self._from))  # noqa: S301 - from this process' child
        if error is not None:
            raise error

    def end(self) -> None:
        """End the worker: it holds nothing that is to be saved."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._to, self._from):
            with suppress(OSError):  # what was not sent has nowhere to go
                pipe.close()

    @contextmanager
    def _alive(self) -> Iterator[None]:
        try:
            yield
        except (OSError, EOFError):
            try:
                status = self._process.wait(timeout=5)
            except subprocess.TimeoutExpired:  # what answers nonsense is as good as dead
                self._process.kill()
                status = self._process.wait()
            how = signal.Signals(-status).name if status < 0 else f"status {status}"
            raise CleanerError(
                f"a worker died ({how}; out of memory?):"
                " --resume goes on, with a smaller -j if need be"
            ) from None


def main() -> None:
    """Be a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    from cleaner.__main__ import BETWEEN_COLLECTIONS

    # Cleaning leaves no cycles: with Python's own threshold 1 to 3 % of the CPU time goes through
    # tables.
    gc.set_threshold(BETWEEN_COLLECTIONS, 10, 10)
    units = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that anybody prints gets between the answers
    threading.Thread(target=_follow, daemon=True).start()
    with suppress(EOFError, OSError):  # of the pipes; whoever started us is gone
        _answer(units, answers)
    os._exit(1)


def _answer(units: BinaryIO, answers: BinaryIO) -> None:
    task: Task = pickle.loads(_receive(units))  # noqa: S301 - from who started us
    work: Work | None = None
    while True:
        unit: Unit = pickle.loads(_receive(units))  # noqa: S301
        error: CleanerError | None = None
        try:
            work = work or task.begin()
            journal = Journal(task.job.output, task.work.name)
            journal.keep(unit.number, work.do(unit))
        except CleanerError as failure:
            error = failure
        except OSError as failure:
            error = OutputError(
                f"{failure.filename or task.job.output}: {failure.strerror or failure}"
            )
        except Exception as failure:
            error = CleanerError(f"internal error, please report: {failure!r}")
        _send(answers, pickle.dumps(error))


def _follow() -> None:
    """End this process when the other end of its input is closed."""
    poll = select.poll()
    poll.register(0, 0)  # which leaves the hang-up
    poll.poll()
    os._exit(1)


def _send(stream: BinaryIO, data: bytes) -> None:
    stream.write(len(data).to_bytes(8, "little"))
    stream.write(data)
    stream.flush()


def _receive(stream: BinaryIO) -> bytes:
    return _exactly(stream, int.from_bytes(_exactly(stream, 8), "little"))


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
