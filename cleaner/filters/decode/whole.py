"""Reading a whole document as detection says."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cleaner.document import Region
    from cleaner.filters.decode.decoders import Reader
    from cleaner.filters.decode.detect import Guess

# Documents up to this size are looked at line by line and character by character; of larger ones
# the lines that stand out.
CLOSELY = 1 << 14


def read(data: bytes, guess: Guess, reader: Reader) -> tuple[str, str, tuple[Region, ...]]:
    """Return the text of ``data`` without its mark, its main codec, and its lines in others.

    What could not be decoded is in ``reader.faults`` afterwards.
    """
    from cleaner.filters.decode import decoders, mixed, pairing

    base = len(guess.mark)
    data = data[base:]
    codec = guess.codec
    if guess.binary:
        return reader.read_garbage(data, base), codec, ()
    if guess.sure or codec not in decoders.LINED:
        return reader.read(data, codec, base), codec, ()
    start = ""
    first = data[: data.find(b"\n") + 1] or data
    if (
        codec in decoders.PAIRED
        and not decoders.is_utf8(first)
        and pairing.begins_inside(data, codec)
    ):
        start = reader.cut(data[:1], base)
        data = data[1:]
        base += 1
    small = len(data) <= CLOSELY
    lines = mixed.Lines(codec, reader, base)
    rest, codec, regions = lines.read(data, closely=small, together=not small)
    return start + rest, codec, regions
