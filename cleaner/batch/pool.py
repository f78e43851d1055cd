"""Units to workers and back, in order.

With one job everything happens in this process. With more, workers are processes that are started
afresh (so that threads of the caller do no harm) and take units as they become free. Results that
come before their turn are put on the disk; so memory is bounded, and a kill costs each worker the
unit in hand and no more.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process

from cleaner.batch.job import Job
from cleaner.batch.journal import Journal
from cleaner.batch.units import Unit
from cleaner.batch.work import Done, Worker
from cleaner.errors import CleanerError

# Units for each worker that are read ahead or not written yet.
AHEAD = 4

_worker: Worker | None = None


def cleaned(
    units: Iterator[Unit], job: Job, journal: Journal, stopping: Callable[[], bool]
) -> Generator[Done, None, None]:
    """Yield the units done, in order. When ``stopping`` says so, end after those in hand.

    Raises CleanerError when a worker dies.
    """
    if job.jobs == 1:
        worker = Worker(job)
        for unit in units:
            if stopping():
                return
            yield journal.kept(unit.number) or worker.clean(unit)
        return
    executor = ProcessPoolExecutor(
        job.jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(job,)
    )
    try:
        yield from _ordered(units, executor, job.jobs, journal, stopping)
    except BrokenProcessPool:
        raise CleanerError(
            "a worker died (out of memory?): --resume goes on, with a smaller -j if need be"
        ) from None
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _ordered(
    units: Iterator[Unit],
    executor: ProcessPoolExecutor,
    jobs: int,
    journal: Journal,
    stopping: Callable[[], bool],
) -> Iterator[Done]:
    running: dict[Future[Done], int] = {}
    early: set[int] = set()
    turn: int | None = None
    exhausted = False
    while True:
        while not exhausted and not stopping() and len(running) + len(early) < AHEAD * jobs:
            unit = next(units, None)
            if unit is None:
                exhausted = True
                break
            turn = unit.number if turn is None else turn
            if (journal.folder / f"unit-{unit.number}").exists():
                early.add(unit.number)
            else:
                running[executor.submit(_clean, unit)] = unit.number
        while turn is not None and turn in early:
            done = journal.kept(turn)
            early.remove(turn)
            turn += 1
            if done is not None:
                yield done
        if stopping():
            for future in [future for future in running if future.cancel()]:
                del running[future]
        if not running:
            if exhausted or stopping():
                return
            continue
        finished, _ = wait(running, timeout=0.5, return_when=FIRST_COMPLETED)
        for future in sorted(finished, key=running.__getitem__):
            number = running.pop(future)
            done = future.result()
            if number == turn:
                turn += 1
                yield done
            else:
                journal.keep(done)
                early.add(number)


def _start(job: Job) -> None:
    """Make a process a worker: signals are the first process's business, its end is ours."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()
    _worker = Worker(job)


def _follow() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _clean(unit: Unit) -> Done:
    if _worker is None:
        raise CleanerError("no worker")
    return _worker.clean(unit)
