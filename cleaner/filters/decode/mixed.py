"""Documents with lines in more than one encoding: each line is decided, the document a prior.

``cat a.gbk b.utf8``, logs of several programs, a page of one encoding with the comments of another:
read as a whole, such files lose half of their lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.filters.decode.candidates import judge, sample_of
from cleaner.filters.decode.decoders import Reader, read_strictly
from cleaner.filters.decode.model import load

# What the encoding of the document is worth for one of its lines, in nats.
DOCUMENT = 10.0

# A line with a lower cost per character beyond ASCII reads well and is not looked at again.
FINE = 9.5

# Lines so long are valid UTF-8 by no accident.
SURE = 18

OTHERS = ("utf-8", "gb18030", "big5", "cp1252")


def read_lines(data: bytes, codec: str, reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield text and codec of each line of ``data``, a document that is mainly in ``codec``."""
    base = 0
    for line in data.split(b"\n"):
        yield read_line(line, codec, reader, base)
        base += len(line) + 1


def read_line(line: bytes, codec: str, reader: Reader, base: int) -> tuple[str, str]:
    """Return text and codec of a line at offset ``base`` of a document mainly in ``codec``."""
    if line.isascii():
        return line.decode("ascii"), codec
    as_utf8 = read_strictly(line, "utf-8")
    if as_utf8 is not None and (codec == "utf-8" or len(line) - len(as_utf8) >= SURE):
        return as_utf8, "utf-8"
    text = read_strictly(line, codec)
    if text is not None and as_utf8 is None and fine(text):
        return text, codec
    chosen = choose(line, codec)
    return reader.read(line, chosen, base), chosen


def choose(line: bytes, codec: str) -> str:
    """Return the likeliest codec of a line of a document in ``codec``."""
    return judge(sample_of(line), {codec: DOCUMENT}, dict.fromkeys((codec, *OTHERS)))[0].codec


def fine(text: str) -> bool:
    """Whether ``text`` reads well enough to be the right reading."""
    high = len(text) - len(text.encode("ascii", "ignore"))
    return load().chinese(text) < FINE * high + 4.0 * (len(text) - high)
