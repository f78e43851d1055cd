"""One run of a batch."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import sqlite3
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from types import FrameType
from typing import Any

from cleaner.batch import plan as planning
from cleaner.batch import pool
from cleaner.batch.complaints import Complaints
from cleaner.batch.exclude import Seen
from cleaner.batch.files import MANIFEST, SUMMARY, Files
from cleaner.batch.job import SITES, Job
from cleaner.batch.journal import Journal
from cleaner.batch.process import Task
from cleaner.batch.progress import Progress
from cleaner.batch.summary import Summary
from cleaner.batch.units import units
from cleaner.batch.work import Cleaned, Done, Outcome, Worker
from cleaner.errors import OutputError, SettingsError
from cleaner.formats.parquet import pyarrow
from cleaner.messages import printable

Say = Callable[[str], None]


def run(job: Job, say: Say) -> int:
    """Carry out ``job`` and return the exit status; ``say`` is given lines for people.

    0: all done; 1: some documents failed; 130 or 143: stopped by a signal, to be resumed.
    Raises SettingsError for a job that makes no sense, OutputError when writing fails.
    """
    if job.shape == "parquet":
        pyarrow()
    plan = planning.make(job)
    if job.site_chrome:
        _check_twice(plan)
    for path, why in plan.left_out:
        say(f"{printable(path)}: {why}")
    journal = Journal(job.output)
    try:
        os.makedirs(job.output, exist_ok=True)
        prints = planning.fingerprint(job, plan)
        with _alone(job.output):
            if not _prepare(job, journal, prints):
                failed = _summary(job.output).get("documents", {}).get("failed", 0)
                seen = f"; {failed:,} failed, see the manifest (--force tries anew)"
                say(f"{job.output}: nothing left to do{seen if failed else ''}")
                return 1 if failed else 0
            return Batch(job, plan, journal, prints, say).run()
    except OSError as error:
        raise OutputError(f"{error.filename or job.output}: {error.strerror or error}") from None
    except sqlite3.Error as error:  # a full disk, mostly
        raise OutputError(f"{journal.folder}: {error}") from None


@contextmanager
def _alone(output: str) -> Iterator[None]:
    """Hold the folder ``output``, until the end of the process at the latest.

    Raises SettingsError when another run does. Where the file system has no locks none is held.
    """
    folder = os.open(output, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(folder)
        raise SettingsError(f"{output}: another run is writing here") from None
    except OSError:
        pass
    try:
        yield
    finally:
        os.close(folder)


def _prepare(job: Job, journal: Journal, prints: Mapping[str, str]) -> bool:
    """Begin the journal or read it; return whether there is anything to do."""
    finished = os.path.exists(os.path.join(job.output, MANIFEST))
    if job.resume and journal.unfinished:
        journal.resume(prints, force=job.force)
        return True
    if job.resume and finished:
        if not job.force:
            _check_finished(job.output, prints)
        shutil.rmtree(journal.folder, ignore_errors=True)  # killed between its last two steps
        return False
    if not job.force and (journal.unfinished or finished):
        what = "an unfinished run" if journal.unfinished else "a finished run"
        hint = "--resume goes on with it, " if journal.unfinished else ""
        raise SettingsError(f"{job.output}: {what} is here ({hint}--force begins anew)")
    if job.force:
        _remove_shards(job.output)
    journal.begin(prints)
    return True


def _check_finished(output: str, prints: Mapping[str, str]) -> None:
    """Raise SettingsError when a run that came to its end was asked for something else."""
    before = _summary(output).get("run", prints)
    changed = [name for name in prints if before.get(name) != prints[name]]
    if changed:
        raise SettingsError(
            f"{output}: a finished run is here, and {' and '.join(changed)} changed since"
            " (--force without --resume begins anew)"
        )


def _summary(output: str) -> dict[str, Any]:
    """Return what a run that came to its end says of itself; nothing where that is damaged."""
    try:
        with open(os.path.join(output, SUMMARY), encoding="utf-8") as file:
            said = json.load(file)
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _check_twice(plan: planning.Plan) -> None:
    """Raise SettingsError for an input that can be read only once."""
    for source in plan.sources:
        if "://" not in source.path and not os.path.isfile(source.path):
            raise SettingsError(f"--site-chrome reads inputs twice, {source.path} can be read once")


def _remove_shards(output: str) -> None:
    """Remove what an earlier run wrote under names that this one may not write again."""
    for name in os.listdir(output):
        if name == MANIFEST or name.startswith("part-"):
            os.unlink(os.path.join(output, name))
    shutil.rmtree(os.path.join(output, SITES), ignore_errors=True)


class Batch:
    """The writing side of a run: takes what workers did, in order, and puts it where it belongs."""

    def __init__(
        self,
        job: Job,
        plan: planning.Plan,
        journal: Journal,
        prints: Mapping[str, str],
        say: Say,
    ) -> None:
        self.job = job
        self.plan = plan
        self.journal = journal
        self.prints = prints
        self.say = say
        names = frozenset(source.name for source in plan.sources)
        self.files: Files = Files(job.output, job.shape, job.shard_size, job.quarantine, names)
        self.summary: Summary = Summary({})
        self.seen: Seen | None = None
        self.signal = 0
        self._bar: Progress | None = None
        self._complaints = Complaints(self._tell)

    def run(self) -> int:
        """Clean everything, or until a signal comes."""
        job, journal = self.job, self.journal
        self.files.open(journal)
        self.summary = Summary(self.files.state)
        if job.exclusions.dedup is not None:
            path = str(journal.folder / "seen.sqlite")
            self.seen = Seen(path, job.exclusions.dedup, self.files.state["unit"])
        whole = False
        try:
            with self._signals():
                if not job.site_chrome or self._learn():
                    self._clean()
            whole = not self.signal
        finally:
            if self.seen is not None:
                self.seen.close()
            if not whole:
                self.files.close()
        if self.signal:
            journal.note(flush=True)
            self.say("stopped; --resume goes on from here")
            return 128 + self.signal
        about = {"output": job.shape, "run": dict(self.prints)}
        self.files.finish({**self.summary.state(), **about})
        journal.finish()
        if job.verbosity >= 0:
            for line in self.summary.lines():
                self.say(line)
        return 1 if self.summary.documents["failed"] else 0

    def _learn(self) -> bool:
        """Learn the furniture of all sites; return whether that came to an end."""
        from cleaner.batch import sites

        with closing(self._progress(0, "site chrome")) as progress:
            return sites.learn(self.job, self.plan, progress.show, lambda: bool(self.signal))

    def _clean(self) -> None:
        start = self.files.state.get("position", 0)
        with closing(self._progress(start)) as progress, closing(self._done()) as every:
            for done in every:
                self._take(done)
                progress.show(done.position, sum(self.summary.documents.values()))

    def _progress(self, start: int, label: str = "") -> Progress:
        quiet = self.job.verbosity < 0
        self._bar = Progress(self.plan.size, start, self.say, quiet=quiet, label=label)
        return self._bar

    def _done(self) -> Generator[Done, None, None]:
        first = self.files.state["unit"]
        wanted = (unit for unit in units(self.plan, self.job) if unit.number >= first)
        task = Task(Worker, self.job, self.plan.size)
        return pool.done(wanted, task, self.journal, lambda: bool(self.signal))

    @contextmanager
    def _signals(self) -> Iterator[None]:
        """The first Ctrl-C or SIGTERM ends the run after the units in hand, the next at once."""
        before = {}

        def stop(number: int, _frame: FrameType | None) -> None:
            if self.signal:
                os._exit(128 + number)
            self.signal = number

        for number in (signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, stop)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _take(self, done: Done) -> None:
        """Write a unit and note it."""
        self.summary.add(done)
        finished = False
        for part in done.parts:
            finished |= self._part(part, done.number)
        self.files.flush()
        if self.seen is not None:
            self.seen.commit()
        self.files.state.update(self.summary.state(), unit=done.number + 1, position=done.position)
        # A file that is on the disk under its name has to be known to be there.
        self.journal.note(flush=finished and self.job.shape != "mirror")
        self.files.forget()
        self.journal.drop(done.number)

    def _part(self, part: Cleaned, unit: int) -> bool:
        files = self.files
        target = files.target(part.source, part.format)
        outcomes = [self._judged(outcome, unit) for outcome in part.outcomes]
        data = part.before + b"".join([item.output for item in outcomes if item.status == "ok"])
        kept = any(item.status == "ok" for item in outcomes)
        # A table without rows is a table; a page that was left out is no page.
        whole = self.job.shape == "mirror" and part.format != "text" and (part.begins or part.ends)
        if kept or data or whole:
            files.write(target, data, begins=part.begins)
        for outcome in outcomes:
            self.summary.count(outcome.status, outcome.reason)
            if outcome.status == "ok":
                files.enter(outcome.entry, status="ok", output=target)
                continue
            files.enter(outcome.entry, status=outcome.status, reason=outcome.reason)
            if outcome.copy is not None:
                files.set_aside(outcome.name, outcome.copy)
            if outcome.status == "failed":
                self._complaints.add(part.source, outcome.name, outcome.reason)
        return files.end_part(ends=part.ends)

    def _tell(self, line: str) -> None:
        """Say something while a bar is shown."""
        if self._bar is not None:
            self._bar.clear()
        self.say(line)

    def _judged(self, outcome: Outcome, unit: int) -> Outcome:
        """Return the outcome, rejected if its text was there before."""
        if self.seen is None or outcome.status != "ok" or outcome.key is None:
            return outcome
        if self.seen.again(outcome.key, unit):
            return outcome._replace(status="rejected", reason=f"dedup-{self.job.exclusions.dedup}")
        return outcome
