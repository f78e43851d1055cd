"""Reading a whole document as detection says."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cleaner.document import Region
    from cleaner.filters.decode.decoders import Reader
    from cleaner.filters.decode.detect import Guess

# Documents above this size are read in one go unless a look at every so many characters shows that
# part of them does not read well in their encoding. Lines of UTF-8 in them are seen in any case.
LINE_BY_LINE = 1 << 16
# Documents up to this size, and damaged ones, are also looked at character by character.
CLOSELY = 1 << 14
_EVERY = 4096
_LOOK = 40


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
    closely = len(data) <= CLOSELY
    large = len(data) > LINE_BY_LINE
    if large and not guess.lines:
        text = decoders.read_strictly(data, codec)
        closely = text is None
        if text is not None and all(
            mixed.reads_well(text[at : at + _LOOK], codec) for at in range(0, len(text), _EVERY)
        ):
            return start + text, codec, ()
    rest, codec, regions = mixed.read_lines(
        data, codec, reader, base, closely=closely, blocks=large and not closely
    )
    return start + rest, codec, regions
