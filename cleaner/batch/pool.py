"""Units to workers and back, in order.

With one job everything happens in this process. With more, workers are processes (:mod:`.process`)
that take units as they become free and leave what they made of them on the disk until its turn
comes. So memory is bounded, and a kill costs each worker the unit in hand and no more.
"""

from __future__ import annotations

import pickle
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from queue import Empty, SimpleQueue
from typing import Any

from cleaner.batch.journal import Journal
from cleaner.batch.process import Process, Task
from cleaner.batch.units import Unit
from cleaner.errors import CleanerError

# Units for each worker that are read ahead or not written yet.
AHEAD = 4
# Seconds after which a signal is noticed while all workers are busy.
PATIENCE = 0.5


def done(
    units: Iterator[Unit], task: Task, journal: Journal, stopping: Callable[[], bool]
) -> Generator[Any, None, None]:
    """Yield what came of the units, in order. When ``stopping`` says so, end after those in hand.

    Raises CleanerError when a worker dies, and what the work raises.
    """
    if task.job.jobs == 1:
        work = task.begin()
        for unit in units:
            if stopping():
                return
            yield journal.kept(unit.number) if journal.has(unit.number) else work.do(unit)
        return
    with closing(Pool(task)) as pool:
        for number in _ordered(units, pool, journal, stopping):
            yield journal.kept(number)


def _ordered(
    units: Iterator[Unit], pool: Pool, journal: Journal, stopping: Callable[[], bool]
) -> Iterator[int]:
    """Yield the numbers of the units as they are done, in order."""
    running: set[int] = set()
    ready: set[int] = set()
    turn: int | None = None
    exhausted = False
    while True:
        while not exhausted and not stopping() and len(running) + len(ready) < pool.room:
            unit = next(units, None)
            if unit is None:
                exhausted = True
                break
            turn = unit.number if turn is None else turn
            if journal.has(unit.number):
                ready.add(unit.number)
            else:
                running.add(unit.number)
                pool.submit(unit)
        while turn is not None and turn in ready:
            ready.remove(turn)
            yield turn
            turn += 1
        if stopping():
            running.difference_update(pool.withdraw())
        if running:
            done = pool.take()
            running.difference_update(done)
            ready.update(done)
        elif exhausted or stopping():
            return


class Pool:
    """Worker processes, each with a thread that hands it one unit after the other.

    They are started with the first units, as many as the job asks for.
    """

    def __init__(self, task: Task) -> None:
        self._task = task._replace(size=task.size // task.job.jobs)
        self._workers: list[tuple[Process, threading.Thread]] = []
        self._waiting: SimpleQueue[tuple[int, bytes] | None] = SimpleQueue()
        self._done: SimpleQueue[int | CleanerError] = SimpleQueue()
        self.room: int = AHEAD * task.job.jobs

    def submit(self, unit: Unit) -> None:
        """Let the next worker that is free do ``unit``."""
        self._waiting.put((unit.number, pickle.dumps(unit)))
        if len(self._workers) < self._task.job.jobs:
            process = Process(self._task)
            thread = threading.Thread(target=self._serve, args=(process,), daemon=True)
            self._workers.append((process, thread))
            thread.start()

    def take(self) -> list[int]:
        """Wait for a unit to be done; return its number, or nothing after a while.

        Raises CleanerError when a worker died, and what the work raised.
        """
        try:
            found = self._done.get(timeout=PATIENCE)
        except Empty:
            return []
        if isinstance(found, CleanerError):
            raise found
        return [found]

    def withdraw(self) -> list[int]:
        """Take back the units that no worker has begun; return their numbers."""
        numbers = []
        try:
            while (item := self._waiting.get_nowait()) is not None:
                numbers.append(item[0])
        except Empty:
            pass
        return numbers

    def close(self) -> None:
        """End all workers."""
        for _ in self._workers:
            self._waiting.put(None)
        for process, _ in self._workers:
            process.end()
        for _, thread in self._workers:
            thread.join()

    def _serve(self, process: Process) -> None:
        """Keep a worker busy: it gets the next unit before it is done with the one in hand.

        But for the last ones, which are for whoever is free first.
        """
        sent: deque[int] = deque()
        try:
            while True:
                item = None
                with suppress(Empty):
                    if not sent:
                        item = self._waiting.get()
                    elif len(sent) == 1 and self._waiting.qsize() >= len(self._workers):
                        item = self._waiting.get_nowait()
                if item is not None:
                    process.send(item[1])
                    sent.append(item[0])
                    continue
                if not sent:
                    return
                process.wait()
                self._done.put(sent.popleft())
        except CleanerError as error:
            self._done.put(error)
        except Exception as error:  # which nobody would see in this thread
            self._done.put(CleanerError(f"internal error, please report: {error!r}"))
