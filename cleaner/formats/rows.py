"""Documents inside files: what every format of the batch gives and takes.

A format cuts a stream into *blocks*, which are small, can be pickled, and go to a worker; there it
takes the documents out of a block and puts their cleaned text back into the form of the file. So
the costly half of reading and writing is shared out too, and the process that reads stays light.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, Protocol, TypeVar

from cleaner.formats.compressed import bitwise
from cleaner.formats.paths import reach
from cleaner.frozen import Frozen
from cleaner.kept import cache
from cleaner.named import NamedTuple

T = TypeVar("T")

#: Bytes of documents in a block: about a third of a second of cleaning, so that little is lost when
#: a worker is killed, while taking the block to the worker and back costs under one percent. The
#: pages of a block are cleaned together: in blocks half as large they take 8 % more time, in blocks
#: twice as large no less.
BLOCK = 1 << 19
#: A longer row is a fault: it would have to be held whole, and cleaning takes 25 bytes a byte.
LONGEST_ROW = 1 << 24
# So many fields are named where the one that was asked for is not there.
_NAMED = 12
#: What a longer line is replaced by.
TOO_LONG = b"\0too long\n"


class Fields(Frozen):
    """Which fields of a row hold the text and the name of the document."""

    text: str = "text"
    id: str | None = None


def named(values: Mapping[str, Any], fields: Fields, number: int) -> str:
    """Return the name of a row: what is in the field for it, else its number."""
    if fields.id is None:
        return str(number)
    try:
        return str(reach(values, fields.id))
    except KeyError:
        return str(number)


def there_are(fields: Iterable[str]) -> str:
    """Return what to add to a message that a field is not there: those that are."""
    names = list(fields)
    shown = [name if name.isprintable() else ascii(name) for name in names[:_NAMED]]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"; there are {', '.join(shown)}{more}" if shown else ""


class Row(NamedTuple):
    """A document taken out of a block.

    ``name`` tells it apart inside its file (number of the row, identifier), ``data`` is the text or
    the bytes to clean, ``raw`` what the row was, for putting the text back in or for showing it,
    ``fields`` what belongs to the document besides, ``fault`` why there is nothing to clean.
    ``null``: there is no text but null, which stays, as the row does.
    """

    name: str
    data: str | bytes = ""
    raw: Any = b""
    fields: Mapping[str, Any] = {}
    fault: str | None = None
    null: bool = False


class Format(Protocol):
    """How documents lie in a kind of file."""

    #: The name after which ``--input`` asks for it.
    name: str

    def blocks(self, stream: BinaryIO, fields: Fields) -> Iterator[tuple[Any, int]]:
        """Cut ``stream`` into blocks, each with the number of documents or lines in it."""
        ...

    def rows(self, block: Any, first: int, fields: Fields) -> Iterator[Row]:
        """Take the documents out of a block; ``first`` is the number of its first row."""
        ...

    def mirror(self, block: Any, kept: Sequence[tuple[Row, str]], first: bool) -> bytes:
        """Return the rows as they stand in a file of the same form, with the cleaned texts.

        What stands before all rows of a file, if that is in the block, comes only if ``first``.
        """
        ...


def lines_of(stream: BinaryIO, size: int = BLOCK) -> Iterator[bytes]:
    """Yield whole lines of ``stream``, some ``size`` bytes of them at a time.

    A line above :data:`LONGEST_ROW` comes as :data:`TOO_LONG`. Where no more can be read, the whole
    lines before that come first, then the error.
    """
    held: list[bytes] = []
    length = 0
    fault: Exception | None = None
    while fault is None:
        data, fault = _read(stream, size)
        if not data:
            break
        cut = data.rfind(b"\n") + 1
        if cut:
            end = data.find(b"\n") + 1
            if length + end > LONGEST_ROW:
                held, data, cut = [TOO_LONG], data[end:], cut - end
            yield b"".join([*held, data[:cut]])
            held, length = [], 0
        if length <= LONGEST_ROW:
            held.append(data[cut:])
        length += len(data) - cut
    if fault is not None:
        raise fault
    if length:
        yield TOO_LONG if length > LONGEST_ROW else b"".join(held)


def _read(stream: BinaryIO, size: int) -> tuple[bytes, Exception | None]:
    """Return ``size`` bytes, or those before an error (or the end), and the error."""
    read = bitwise(stream)
    parts: list[bytes] = []
    try:
        while size > 0 and (part := read(size)):
            parts.append(part)
            size -= len(part)
    except Exception as error:
        return b"".join(parts), error
    return b"".join(parts), None


def gathered(items: Iterable[T], weight: Callable[[T], int]) -> Iterator[list[T]]:
    """Yield ``items`` in lists that weigh :data:`BLOCK` bytes or a little more, the last one less.

    Where no further item can be read, those before it come first.
    """
    held: list[T] = []
    size = 0
    iterator = iter(items)
    while True:
        try:
            item = next(iterator)
        except StopIteration:
            break
        except Exception:
            if held:
                yield held
            raise
        held.append(item)
        size += weight(item)
        if size >= BLOCK:
            yield held
            held, size = [], 0
    if held:
        yield held


def as_json(value: Any) -> str:
    """Return ``value`` as JSON on one line, Han as they are; what UTF-8 lacks is escaped."""
    return as_json_bytes(value).decode("utf-8")


def as_json_bytes(value: Any) -> bytes:
    """Return the same in UTF-8."""
    try:
        return _encode()(value).encode("utf-8")
    except UnicodeEncodeError:
        import json

        return json.dumps(value).encode("ascii")


@cache
def _encode() -> Callable[[Any], str]:
    """Return ``json.dumps`` for Han as they are, which makes an encoder for each call."""
    import json  # not for the command that only asks what options there are

    return json.JSONEncoder(ensure_ascii=False).encode
