"""Units: the portions of work, cut out of the inputs so that each takes a fraction of a second.

Small files share a unit, large ones are many. Where units begin and end depends on the inputs
alone, never on the number of workers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from cleaner.batch.job import PIECE, Job
from cleaner.batch.plan import Plan, Source, open_source, reading_errors
from cleaner.filters.decode.detect import detect, is_binary
from cleaner.formats.compressed import unpacked_name
from cleaner.formats.entries import Entry, entries
from cleaner.formats.foreign import foreign, is_json
from cleaner.formats.known import FORMATS
from cleaner.formats.reading import documents, ends_blank
from cleaner.formats.rows import BLOCK
from cleaner.messages import printable
from cleaner.named import NamedTuple


class Part(NamedTuple):
    """A block of one file. ``begins`` and ``ends`` say whether it is the first and last of it.

    ``source`` is the name of the file, ``first`` the number of the first row, ``blank`` whether
    the block comes after a blank line. ``fault`` is why the file could not be read (further).
    """

    source: str
    format: str
    first: int
    block: Any
    begins: bool
    ends: bool
    blank: bool = False
    fault: str | None = None


class Unit(NamedTuple):
    """Some blocks, the number of the unit, and how many bytes of all inputs were read by then."""

    number: int
    parts: tuple[Part, ...]
    position: int


def units(plan: Plan, job: Job) -> Iterator[Unit]:
    """Cut what is in the inputs into units, in order."""
    held: list[Part] = []
    size = number = position = 0
    # Of a.txt and a.txt.gz the second is written as a.txt.gz too, else one would replace the other.
    names = Counter(unpacked_name(source.name) for source in plan.sources)
    shared = {name for name, count in names.items() if count > 1}
    del names  # of a million inputs
    for path, fault in plan.missing:
        held.append(Part(path, "text", 0, None, True, True, fault=fault))
    for source in plan.sources:
        whole_name = unpacked_name(source.name) in shared
        for part, weight, read in _parts(source, job, whole_name):
            held.append(part)
            size += weight
            if size >= BLOCK:
                yield Unit(number, tuple(held), position + min(read, source.size))
                held, size, number = [], 0, number + 1
        position += source.size
    if held:
        yield Unit(number, tuple(held), position)


def _parts(source: Source, job: Job, whole_name: bool) -> Iterator[tuple[Part, int, int]]:
    """Yield the parts of an input, each with its weight and the bytes that were read by then."""
    try:
        with open_source(source) as stream:
            for entry in entries(stream, source.name, job.format, whole_name=whole_name):
                for part, weight in _marked(_blocks(entry, job)):
                    yield part, weight, _position(stream)
    except reading_errors() as error:
        yield _fault(source, error), 0, source.size


def _position(stream: BinaryIO) -> int:
    """Return how many bytes were read; 0 for a pipe, of which that cannot be known."""
    try:
        return stream.tell()
    except (OSError, ValueError):
        return 0


def _fault(source: Source, error: BaseException) -> Part:
    return Part(source.name, "text", 0, None, True, True, fault=_reason(error))


def _reason(error: BaseException) -> str:
    """Return what to say of an error of reading."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    if reason.startswith("Not a gzipped file"):
        return "gzip: damaged, or something else behind it"
    if reason.startswith("Compressed file ended before"):
        return "cut off: the compressed file has no end"
    return reason


def _blocks(entry: Entry, job: Job) -> Iterator[tuple[Part, int]]:
    """Yield the parts of an entry with their weights, not knowing yet which one is the last."""
    form = FORMATS[entry.format]
    if entry.format == "text":
        blank = False
        bound = min(job.settings.max_document, PIECE)
        asked = job.format is not None or job.settings.input != "auto"
        for number, data in enumerate(documents(entry.stream, bound)):
            what = _no_text(data) if number == 0 and not asked and isinstance(data, bytes) else None
            if what is not None:
                own = data if len(data) < bound else None  # for quarantine
                yield Part(entry.name, "text", 0, own, True, True, fault=what), 0
                return
            part = Part(entry.name, "text", number, data, number == 0, False, blank)
            yield part, len(data)
            blank = ends_blank(data)
        return
    first = 1
    try:
        for block, count in form.blocks(entry.stream, job.fields):
            yield Part(entry.name, entry.format, first, block, first == 1, False), BLOCK
            first += count
    except reading_errors() as error:
        if first == 1:
            raise
        rows = f"only the first {first - 1:,} rows of {printable(entry.name)} could be read"
        raise ValueError(f"{_reason(error)}; {rows}") from error


def _no_text(data: bytes) -> str | None:
    """Return why a file that begins with ``data`` is no document, None if it is one."""
    what = foreign(data)
    if what is not None:
        return f"{what[0]}, not text"
    if is_binary(data) and detect(data).binary:  # which UTF-16 without a mark is not
        return "binary data, not text (--input text reads it all the same)"
    if is_json(data):
        return "JSON, not text (jq -c makes lines of it, which are read; --input text reads it)"
    return None


def _marked(parts: Iterable[tuple[Part, int]]) -> Iterator[tuple[Part, int]]:
    """Mark the last part of an entry; where reading fails on the way, the last before that."""
    before: tuple[Part, int] | None = None
    fault: BaseException | None = None
    iterator = iter(parts)
    while True:
        try:
            part = next(iterator)
        except StopIteration:
            break
        except reading_errors() as error:
            fault = error
            break
        if before is not None:
            yield before
        before = part
    if before is not None and not (fault and before[0].format == "text"):
        yield before[0]._replace(ends=True), before[1]
    if fault is not None:
        raise fault
