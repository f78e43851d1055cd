"""Which bytes of the input each character of the decoded text comes from.

Decoding itself keeps no account of that: nearly nobody asks, and codecs written in C do not tell.
Where it is asked for, the bytes are gone through once more beside the text that they became, with
what decoding did note, the encoding of each line and the bytes that mean nothing. Lines read as
they stand are stepped through by the codec; in damaged ones, whose bytes were paired by likelihood,
the text itself says which pairs were taken.
"""

from __future__ import annotations

import codecs
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from cleaner.alignment import Scale, scale
from cleaner.document import BadBytes, Encoding
from cleaner.filters.decode import big5, euctw, iso2022
from cleaner.filters.decode.decoders import LINED, read_strictly
from cleaner.filters.decode.detect import BOMS
from cleaner.filters.decode.names import codec_of

_MISSING = "\ufffd"
_LONGEST = 6  # bytes of a character: two surrogates in UTF-8

#: What a step through the bytes gives: the offset after it, and the text it became.
Step = tuple[int, str]


def byte_scale(data: bytes, text: str, encoding: Encoding) -> Scale:
    """Return the scale, in bytes of ``data``, of the ``text`` that was decoded from it.

    ``encoding`` has the faults if there were any (as decoding notes them when recording). Bytes
    that were dropped, escape sequences and a byte order mark belong to no character or to the one
    after them. A line that cannot be followed is one span, which all its characters share.
    """
    codec = encoding.codec
    begin = _mark(data, codec)
    if codec == "utf-8" and not encoding.faults and not encoding.regions:
        plain = scale(text, "bytes")
        if plain.starts[-1] == len(data) - begin:
            return _shifted(plain, begin)
    made = _Made(begin, encoding.faults)
    lined = codec in LINED
    places = [region.start for region in encoding.regions]
    here = begin
    for line in text.split("\n") if lined else [text]:
        if here > begin:  # the line feed before this line
            made.add(here, "\n")
        end = data.find(b"\n", here) if lined else -1
        end = len(data) if end < 0 else end
        number = bisect_left(places, here + 1) - 1
        own = codec
        if number >= 0 and here < encoding.regions[number].end:
            own = codec_of(encoding.regions[number].name) or codec
        made.line(data, here, end, line, own)
        here = end + 1
    made.starts.append(len(data))
    return Scale(made.starts, made.ends)


def _mark(data: bytes, codec: str) -> int:
    """Return the length of the byte order mark, as decoding took it off."""
    return next(
        (len(mark) for mark, name in BOMS if name == codec and data.startswith(mark)),
        0,
    )


def _shifted(made: Scale, by: int) -> Scale:
    if not by:
        return made
    if isinstance(made.starts, range):
        return Scale(range(by, len(made.starts) + by))
    return Scale(array("Q", [start + by for start in made.starts]))


class _Made:
    """The scale under construction: where characters begin, and where they do not end at once."""

    def __init__(self, begin: int, faults: Sequence[BadBytes]) -> None:
        self.starts = array("Q")
        self.ends: dict[int, int] = {}
        self._faults = {fault.offset: max(1, len(fault.data)) for fault in faults}
        self._done = begin

    def add(self, end: int, text: str) -> None:
        """Add the characters of a step that ends at ``end``; without any, bytes were dropped."""
        if not text:
            if self.starts:
                self.ends.setdefault(len(self.starts) - 1, self._done)
        elif len(text) == 1:
            self.starts.append(self._done)
        else:
            for _ in text:
                self.ends[len(self.starts)] = end
                self.starts.append(self._done)
        self._done = end

    def line(self, data: bytes, start: int, end: int, text: str, codec: str) -> None:
        """Add a line, ``data[start:end]`` read as ``text``."""
        part = data[start:end]
        single = codec == "cp1252" or (part.isascii() and codec in LINED)
        if single and len(part) == len(text):
            self.starts.extend(range(start, end))
            self._done = end
            return
        steps = None
        if read_strictly(part, codec) != text:
            steps = self._guided(part, start, text, codec)
        if steps is None:
            steps = _codec_steps(part, text, codec)
        for offset, piece in steps or ([(end - start, text)] if text else []):
            self.add(start + offset, piece)

    def _guided(self, part: bytes, base: int, text: str, codec: str) -> list[Step] | None:
        """Return steps through a damaged line, led by the faults and the text."""
        sizes = self._faults
        steps: list[Step] = []
        at = place = 0
        while at < len(part):
            fault = sizes.get(base + at)
            if fault is not None:
                at += fault
                shown = text.startswith(_MISSING, place)
                steps.append((at, _MISSING if shown else ""))
                place += shown
                continue
            for size in range(1, _LONGEST + 1):
                char = read_strictly(part[at : at + size], codec)
                if char and text.startswith(char, place) and at + size <= len(part):
                    break
            else:
                return None
            at += size
            place += len(char)
            steps.append((at, char))
        return steps if place == len(text) else None


def _codec_steps(part: bytes, text: str, codec: str) -> list[Step] | None:
    """Return steps by the codec itself, or None if they do not lead to ``text``.

    What the codec does not allow is U+FFFD in them, or nothing if the text has nothing for it.
    """
    steps = list(_stepper(codec)(part, codec))
    built = "".join(piece for _, piece in steps)
    for reading in big5.orders(built) if codec == "big5" else (built,):
        # Orders of Big5 differ in characters, not in where they stand.
        chars = iter(reading)
        chosen = [(end, "".join(islice(chars, len(piece)))) for end, piece in steps]
        if reading == text:
            return chosen
        if reading.replace(_MISSING, "") == text:
            return [(end, piece.replace(_MISSING, "")) for end, piece in chosen]
    return None


def _stepper(codec: str) -> Callable[[bytes, str], Iterator[Step]]:
    return _BY_HAND.get(codec, _incremental)


def _incremental(part: bytes, codec: str) -> Iterator[Step]:
    """Feed a codec byte by byte: a character ends where it comes out."""
    if codec == "big5":
        decode = codecs.getincrementaldecoder("cp950")("cleaner.big5.replace").decode
    else:
        decode = codecs.getincrementaldecoder(codec)("replace").decode
    for end in range(1, len(part) + 1):
        piece = decode(part[end - 1 : end])
        if piece:
            yield end, piece
    piece = decode(b"", True)
    if piece:
        yield len(part), piece


def _euctw(part: bytes, _codec: str) -> Iterator[Step]:
    at = 0
    while at < len(part):
        size = 1 if part[at] < 0xA1 and part[at] != 0x8E else 4 if part[at] == 0x8E else 2
        yield min(at + size, len(part)), euctw.read_roughly(part[at : at + size])
        at += size


def _iso2022cn(part: bytes, _codec: str) -> Iterator[Step]:
    decoder = iso2022.Iso2022Cn()
    for end in range(1, len(part) + 1):
        piece = decoder.decode(part[end - 1 : end], final=end == len(part))
        if piece:
            yield end, piece


def _hz(part: bytes, _codec: str) -> Iterator[Step]:
    at = 0
    shifted = False
    while at < len(part):
        pair = part[at : at + 2]
        if shifted and pair == b"~}":
            shifted = False
            at += 2
        elif shifted and pair[:1] != b"\n":
            at += 2 if pair[-1:] != b"\n" else 1
            yield min(at, len(part)), iso2022.read_hz(b"~{" + pair)[0][:1]
        elif pair == b"~{":
            shifted = True
            at += 2
        elif pair == b"~\n":
            at += 2
        else:
            shifted = False
            at += 2 if pair == b"~~" else 1
            yield at, "~" if pair == b"~~" else iso2022.read_hz(pair[:1])[0]


_BY_HAND: dict[str, Callable[[bytes, str], Iterator[Step]]] = {
    "euc-tw": _euctw,
    "iso-2022-cn": _iso2022cn,
    "hz": _hz,
}
