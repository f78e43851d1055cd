"""The worker: a unit in, its cleaned documents out. One Cleaner a process, loaded once.

The documents of a unit are cleaned together, see :meth:`cleaner.core.Cleaner.together`.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from cleaner.ahead import MOST, ROOM
from cleaner.batch.exclude import Signatures, reason
from cleaner.batch.job import Job
from cleaner.batch.units import Part, Unit
from cleaner.core import Cleaner, Result
from cleaner.errors import CleanerError
from cleaner.formats.foreign import advice
from cleaner.formats.jsonl import put
from cleaner.formats.known import FORMATS
from cleaner.formats.paths import without
from cleaner.formats.records import record
from cleaner.formats.rows import Row, as_json, as_json_bytes
from cleaner.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleaner.batch.sites import Taught


class Outcome(NamedTuple):
    """What became of a document: ``ok``, ``failed`` or ``rejected``, and why.

    ``entry`` is its line of the manifest, its end left to the writer. ``output`` is
    what to write for it, where that is not written for a whole part at once. ``key`` tells
    equal or similar documents; ``copy`` is what goes to quarantine.
    """

    status: str
    reason: str | None
    entry: str
    name: str
    output: bytes = b""
    key: Any = None
    copy: bytes | None = None


class Found(NamedTuple):
    """What was found in a document, or why nothing was.

    ``seconds`` is its part, by its length, of what all that were cleaned together took.
    """

    result: Result | None
    fault: str | None
    seconds: float


class Cleaned(NamedTuple):
    """A part done: ``before`` and then the outputs of the outcomes are what to write."""

    source: str
    format: str
    begins: bool
    ends: bool
    before: bytes
    outcomes: list[Outcome]


class Done(NamedTuple):
    """A unit done, with sums over its documents for the summary."""

    number: int
    position: int
    parts: list[Cleaned]
    sums: dict[str, int]
    rules: dict[str, int]


def _taught(job: Job) -> Taught:
    from cleaner.batch.sites import Taught  # which imports the whole of chrome

    return Taught(job)


class Worker:
    """Cleans units as a job asks."""

    name = "unit"

    def __init__(self, job: Job) -> None:
        self.job = job
        self.cleaner: Cleaner = Cleaner(job.settings)
        self.sites: Taught | None = _taught(job) if job.site_chrome else None
        self.signatures: Signatures = Signatures(job.exclusions.dedup)
        self._rules: Counter[str] = Counter()
        self._sums: Counter[str] = Counter()

    def do(self, unit: Unit) -> Done:
        """Clean all documents of ``unit``; what goes wrong with one is its outcome."""
        self._rules = Counter()
        self._sums = Counter()
        rows = [list(self._rows(part)) for part in unit.parts]
        every = [(part, row) for part, own in zip(unit.parts, rows, strict=True) for row in own]
        found = self._found(every)
        parts = [
            self._whole(part, [(row, next(found)) for row in own])
            for part, own in zip(unit.parts, rows, strict=True)
        ]
        return Done(unit.number, unit.position, parts, dict(self._sums), dict(self._rules))

    def _rows(self, part: Part) -> Iterable[Row]:
        if part.fault is not None:
            return ()
        return FORMATS[part.format].rows(part.block, part.first, self.job.fields)

    def _found(self, every: Sequence[tuple[Part, Row]]) -> Iterator[Found]:
        """Yield what was found in each document."""
        group: list[Row] = []
        cleaner = last = self.cleaner
        room = ROOM
        for part, row in every:
            if self.sites is not None and row.fault is None:
                cleaner = self.sites.cleaner(part, row)
            if group and (cleaner is not last or len(group) == MOST or room < len(row.data)):
                yield from self._together(last, group)
                group, room = [], ROOM
            group.append(row)
            room -= len(row.data)
            last = cleaner
        yield from self._together(last, group)

    def _together(self, cleaner: Cleaner, group: Sequence[Row]) -> Sequence[Found]:
        """Clean some documents; where that fails, each by itself."""
        whole = [row.data for row in group if row.fault is None]
        begin = time.perf_counter()
        fault: str | None = None
        results: list[Result] = []
        try:
            results = cleaner.together(whole, record=self.job.counts) if whole else []
        except CleanerError as error:
            if error.exit_status == 2:
                raise
            fault = str(error)
        except Exception as error:  # one document must not end a batch
            fault = f"internal error, please report: {error!r}"
        if fault is not None and len(group) > 1:
            return [found for row in group for found in self._together(cleaner, [row])]
        pace = (time.perf_counter() - begin) / max(1, sum(map(len, whole)))
        ready = iter(results)
        return [
            Found(None, row.fault or fault, 0.0)
            if row.fault or fault
            else Found(next(ready), None, pace * len(row.data))
            for row in group
        ]

    def _whole(self, part: Part, rows: Sequence[tuple[Row, Found]]) -> Cleaned:
        """Return a part done; where it cannot be put together, all of its documents failed."""
        try:
            return self._part(part, rows)
        except CleanerError:
            raise
        except Exception as error:  # one part must not end a batch
            fault = f"internal error, please report: {error!r}"
        outcomes = [
            self._document(part, row._replace(fault=fault), found)[0] for row, found in rows
        ]
        return Cleaned(part.source, part.format, part.begins, part.ends, b"", outcomes)

    def _part(self, part: Part, rows: Sequence[tuple[Row, Found]]) -> Cleaned:
        form = FORMATS[part.format]
        outcomes: list[Outcome] = []
        kept: list[tuple[Row, str]] = []
        if part.fault is not None:
            bad = self._bad(part.source, Row(part.source, raw=part.block, fault=part.fault))
            outcomes.append(bad if part.block is not None else bad._replace(copy=None))
            return Cleaned(part.source, part.format, False, False, b"", outcomes)
        mirror = self.job.shape == "mirror"
        together = mirror and self.job.exclusions.dedup is None
        for row, found in rows:
            outcome, result = self._document(part, row, found)
            if result is not None:
                self._sums["bytes_out"] += len(result.text.encode())
                if together:
                    kept.append((row, result.text))
                elif mirror:
                    outcome = outcome._replace(
                        output=form.mirror(part.block, [(row, result.text)], False)
                    )
                else:
                    outcome = outcome._replace(output=self._record(part, row, result))
            outcomes.append(outcome)
        before = form.mirror(part.block, kept, True) if mirror else b""
        if part.blank and before:
            before = b"\n" + before
        return Cleaned(part.source, part.format, part.begins, part.ends, before, outcomes)

    def _document(self, part: Part, row: Row, found: Found) -> tuple[Outcome, Result | None]:
        """Return what became of a document, and its result if that is to be written."""
        name = part.source
        if row.name:
            name += f"#{row.name}"
        elif part.first:
            name += f"~{part.first}"  # a further piece of a large file
        if row.fault is not None:
            return self._bad(name, row), None
        data = row.data.encode("utf-8", "surrogatepass") if isinstance(row.data, str) else row.data
        self._sums["bytes_in"] += len(data)
        result = found.result
        if result is None:
            return self._bad(name, row._replace(fault=found.fault)), None
        about: dict[str, Any] = {
            "input": name,
            "sha256": hashlib.sha256(data).hexdigest(),
            "bytes": len(data),
            "characters": len(result.text),
            "encoding": None if result.encoding is None else result.encoding.name,
            "variant": None if result.variant is None else result.variant.name,
            "metadata": dict(result.metadata),
            "warnings": list(result.warnings),
        }
        if row.null:
            self._sums["documents_without_text"] += 1
        if part.format == "text" and not part.first and not self.job.format:
            about["warnings"] += filter(None, [advice(data, "")])
        if about["warnings"]:
            self._sums["documents_warned"] += 1
        if result.ledger is not None:
            about["counts"] = result.ledger.counts()
            self._rules.update(about["counts"])
        about["seconds"] = round(found.seconds, 6)
        entry = as_json(about)[:-1]
        why = reason(result, self.job.exclusions)
        if why is not None:
            return Outcome("rejected", why, entry, name, copy=self._copy(row)), None
        key = self.signatures.of(result.text)
        copy = self._copy(row) if key is not None else None
        return Outcome("ok", None, entry, name, key=key, copy=copy), result

    def _bad(self, name: str, row: Row) -> Outcome:
        entry = as_json({"input": name})[:-1]
        return Outcome("failed", row.fault, entry, name, copy=self._copy(row))

    def _copy(self, row: Row) -> bytes | None:
        """Return what goes to quarantine: the row as it was, or at least its text."""
        if self.job.quarantine is None:
            return None
        raw = getattr(row.raw, "text", row.raw)
        if not isinstance(raw, (str, bytes)):
            raw = row.data
        return raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw

    def _record(self, part: Part, row: Row, result: Result) -> bytes:
        """Return a document as a line of a shard, or as a packed row of one."""
        fields = record(result)
        if row.null:
            fields["text"] = None
        if self.job.shape == "parquet":
            from cleaner.batch.columns import packed_row

            return packed_row(part.source, row, fields, self.job.fields.text)
        text = fields.pop("text")
        about = {"file": part.source, **({"row": row.name} if row.name else {})}
        more = {**about, **fields}
        if part.format == "jsonl":
            taken = row.fields
            more = {f"clean_{key}" if key in taken else key: more[key] for key in more}
            return put(row.raw, text, more) + b"\n"
        own = without(row.fields, self.job.fields.text)
        named = {f"clean_{key}" if key in own else key: more[key] for key in more}
        return as_json_bytes({"text": text, **own, **named}) + b"\n"
