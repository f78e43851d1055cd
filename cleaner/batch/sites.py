"""The furniture of many sites, learnt by a first pass over all documents of a batch.

A document belongs to the site that its URL names (WARC, a field ``url`` of a row), else to the
folder or archive that its file is in, else to its table. Workers read the lines of each page
(:class:`Learner`), one process counts them (:class:`Sites`) in a table on the disk, so that memory
stays bounded and a run that was killed goes on. In the end there is a file of cues for each site
that has furniture, which workers lay over the dictionaries for the pages of that site.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from cleaner.batch import pool
from cleaner.batch.job import SITES, Job
from cleaner.batch.journal import Journal
from cleaner.batch.plan import Plan
from cleaner.batch.process import Task
from cleaner.batch.units import Part, Unit, units
from cleaner.core import Cleaner
from cleaner.dictionaries import LEARNT
from cleaner.document import Document
from cleaner.errors import CleanerError
from cleaner.filters.chrome.furniture import Mark, Reader, dictionary, is_furniture
from cleaner.formats.known import FORMATS
from cleaner.formats.rows import Row
from cleaner.pipeline import Filter
from cleaner.settings import Settings

# Of this much disk the lines that came once are given up, then those that came twice...
_MOST = 1 << 30
_TOP = "top"
_LONGEST = 200  # bytes of a name without its ending
# Cleaners that are kept. What they share is not loaded again.
_CLEANERS = 32


class Page(NamedTuple):
    """What was read off a document: its site and its lines."""

    site: str
    marks: dict[str, Mark]


class Lines(NamedTuple):
    """What was read off a unit: its number, the bytes of all inputs read by then, its pages."""

    number: int
    position: int
    pages: list[Page]


def site_of(part: Part, row: Row) -> str:
    """Return the name of the site of a document: a host, a folder, a table; "" for the top."""
    url = row.fields.get("url")
    if isinstance(url, str):
        try:
            host = urlsplit(url).hostname
        except ValueError:
            host = None
        if host:
            return _valid(host.removeprefix("www."))
    return _valid(part.source.rpartition("/")[0] if part.format == "text" else part.source)


def _valid(name: str) -> str:
    """Return a name that UTF-8 has: those of files may hold any bytes."""
    return name.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def file_of(site: str) -> str:
    """Return the name of the file of cues of a site: its own, as far as files can have it."""
    name = site.replace("%", "%25").replace("/", "%2F").replace("\0", "%00")
    if name == _TOP or name.startswith("."):
        name = f"%{ord(name[0]):02X}{name[1:]}"
    if len(name.encode()) > _LONGEST:
        digest = hashlib.sha256(name.encode()).hexdigest()
        name = f"{name[:20]}%{digest[:32]}"
    return (name or _TOP) + LEARNT


class Learner:
    """Reads the lines of the documents of units."""

    name = "lines"

    def __init__(self, job: Job) -> None:
        self._job = job
        self._reader = Reader(job.settings)

    def do(self, unit: Unit) -> Lines:
        """Return what was read off the documents of ``unit`` that can be read."""
        pages: list[Page] = []
        for part in unit.parts:
            if part.fault is None and (part.format != "text" or part.first == 0):
                pages += self._pages(part)  # of a large file the first piece is the page
        return Lines(unit.number, unit.position, pages)

    def _pages(self, part: Part) -> Iterator[Page]:
        for row in FORMATS[part.format].rows(part.block, part.first, self._job.fields):
            marks = self._marks(row) if row.fault is None else None
            if marks is not None:
                yield Page(site_of(part, row), marks)

    def _marks(self, row: Row) -> dict[str, Mark] | None:
        """Return the lines of a document, None if it fails: the second pass will say why."""
        try:
            return self._reader.marks(row.data)
        except Exception as error:
            if isinstance(error, CleanerError) and error.exit_status == 2:
                raise
            return None


class Sites:
    """The lines of all sites, in an SQLite file ``path``."""

    def __init__(self, path: str) -> None:
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-32000;"
            "CREATE TABLE IF NOT EXISTS site (id INTEGER PRIMARY KEY, name TEXT UNIQUE, pages INT);"
            "CREATE TABLE IF NOT EXISTS line (site INT, key TEXT, outside INT, inside INT,"
            " titles INT, sentence INT, reason TEXT, PRIMARY KEY (site, key)) WITHOUT ROWID;"
            "CREATE TABLE IF NOT EXISTS done (units INT);"
        )

    @property
    def units(self) -> int:
        """How many units have been counted, in this run or before it was interrupted."""
        return int(self._base.execute("SELECT coalesce(max(units), 0) FROM done").fetchone()[0])

    def add(self, pages: Iterable[Page], units: int) -> None:
        """Count the lines of the pages of a unit, with which ``units`` are done."""
        self._base.execute("BEGIN")
        for page in pages:
            (site,) = self._base.execute(
                "INSERT INTO site (name, pages) VALUES (?, 1)"
                " ON CONFLICT (name) DO UPDATE SET pages = pages + 1 RETURNING id",
                (page.site,),
            ).fetchone()
            self._base.executemany(
                "INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (site, key) DO UPDATE"
                " SET outside = outside + excluded.outside, inside = inside + excluded.inside,"
                " titles = titles + excluded.titles",
                [
                    (site, key, not mark.inside, mark.inside, *mark[1:])
                    for key, mark in page.marks.items()
                ],
            )
        self._base.execute("DELETE FROM done")
        self._base.execute("INSERT INTO done VALUES (?)", (units,))
        self._base.execute("COMMIT")
        self._forget()

    def write(self, folder: Path) -> int:
        """Write a file of cues for each site with furniture into ``folder``; return how many."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        written = 0
        for site, name, pages in self._base.execute("SELECT id, name, pages FROM site"):
            lines = self._base.execute(
                "SELECT key, outside, inside, titles, sentence, reason FROM line"
                " WHERE site = ? AND outside + inside > 2 ORDER BY key",
                (site,),
            )
            cues = [
                (key, reason)
                for key, outside, inside, titles, sentence, reason in lines
                if is_furniture(outside, inside, titles, sentence, pages)
            ]
            if cues:
                (folder / file_of(name)).write_text(dictionary(cues, pages), "utf-8")
                written += 1
        return written

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def _size(self) -> int:
        pages, free, size = (
            self._base.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)

    def _forget(self) -> None:
        """Forget the rarest lines until half of the room is free again."""
        least = 2
        if self._size() > _MOST:
            while self._size() > _MOST // 2 and self._base.execute("SELECT 1 FROM line").fetchone():
                self._base.execute("DELETE FROM line WHERE outside + inside < ?", (least,))
                least *= 2


def learn(
    job: Job, plan: Plan, show: Callable[[int, int], None], stopping: Callable[[], bool]
) -> bool:
    """Read all inputs and write what comes back on the pages of each site into the output.

    ``show`` is told the bytes and the documents read. Returns whether it came to the end: not when
    ``stopping`` said so before. Goes on where an earlier run was interrupted.
    """
    journal = Journal(job.output, Learner.name)
    done = journal.folder / "learnt"
    if done.exists():
        return True
    documents = 0
    with closing(Sites(str(journal.folder / "sites.sqlite"))) as sites:
        first = sites.units
        wanted = (unit for unit in units(plan, job) if unit.number >= first)
        task = Task(Learner, job, plan.size)
        with closing(pool.done(wanted, task, journal, stopping)) as every:
            for lines in every:
                sites.add(lines.pages, lines.number + 1)
                journal.drop(lines.number)
                documents += len(lines.pages)
                show(lines.position, documents)
        if stopping():
            return False
        made, target = journal.folder / SITES, Path(job.output, SITES)
        sites.write(made)
    shutil.rmtree(target, ignore_errors=True)
    os.replace(made, target)
    done.touch()
    return True


class Taught:
    """Cleaners that know the furniture of the site of a document."""

    def __init__(self, job: Job) -> None:
        self._folder = os.path.join(job.output, SITES)
        self._files = frozenset(os.listdir(self._folder)) if os.path.isdir(self._folder) else ()
        self._settings = job.settings
        self._cleaner = lru_cache(maxsize=_CLEANERS)(self._made)

    def cleaner(self, part: Part, row: Row) -> Cleaner:
        """Return the cleaner for a document."""
        name = file_of(site_of(part, row))
        return self._cleaner(name if name in self._files else "")

    def _made(self, name: str) -> Cleaner:
        cleaner = Cleaner(self._settings)
        if name:
            path = os.path.join(self._folder, name)
            told = Settings.make(self._settings, dictionary=(*self._settings.dictionary, path))
            cleaner.filters = tuple(
                _Told(**stage.__getstate__(), told=told) if stage.name == "chrome" else stage
                for stage in cleaner.filters
            )
        return cleaner


class _Told(Filter):
    """A filter with settings of its own: the others need not load their tables for each site."""

    told: Settings = Settings()

    def __call__(self, document: Document, _: Settings) -> Document:
        return super().__call__(document, self.told)
