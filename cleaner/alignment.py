"""From the characters of the output back to those of the original, and the other way.

An :class:`Alignment` holds, for each character of the output, the span of the decoded original that
it comes from: two arrays of integers, built from the layers of a ledger in time linear in the text
and the edits. It is total (every character has a span, possibly an empty one, of inserted text),
monotone (neither the starts nor the ends of spans ever go backwards, so that an indexer takes them
as they are), and exact where the edits are: a character that was kept or replaced by one other is
one to one, ``㎏`` → ``kg`` gives both letters the span of the one sign.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from cleaner.ledger import Edit, Insertion, Substitution, common
from cleaner.named import NamedTuple

if TYPE_CHECKING:
    from cleaner.core import Result

#: What offsets count: code points (``str`` indices of Python), code units of UTF-16 (``String``
#: indices of JavaScript and Java), or bytes (of UTF-8 in the output, of the input in the original).
UNITS = ("codepoints", "utf16", "bytes")


class Span(NamedTuple):
    """A stretch of a text: offsets of its first character, and after its last."""

    start: int
    end: int


class Scale:
    """Where the characters of a text begin and end, in some unit.

    ``starts`` has an offset for each character and one for the end of the text. A character ends
    where the next begins, unless ``ends`` says where.
    """

    def __init__(self, starts: Sequence[int], ends: Mapping[int, int] | None = None) -> None:
        self.starts = starts
        self.ends: Mapping[int, int] = ends or {}

    def span(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]`` stands."""
        if start >= end:
            return Span(self.starts[start], self.starts[start])
        return Span(self.starts[start], self.ends.get(end - 1, self.starts[end]))

    def characters(self, start: int, end: int) -> Span:
        """Return the characters that a stretch touches; one that is empty touches none."""
        last = len(self.starts) - 1
        low = min(bisect_right(self.starts, start) - 1, last) if start > self.starts[0] else 0
        while low and self.starts[low - 1] == self.starts[low]:
            low -= 1
        if end <= start:
            return Span(low, low)
        return Span(low, max(low, min(bisect_left(self.starts, end), last)))


def scale(text: str, unit: str) -> Scale:
    """Return the scale of ``text`` in ``unit``, bytes being those of UTF-8.

    >>> scale("a𠮷b", "utf16").span(1, 2), scale("a𠮷b", "bytes").span(1, 2)
    (Span(start=1, end=3), Span(start=1, end=5))
    """
    if unit not in UNITS:
        raise ValueError(f"unit: {unit!r} is not one of {', '.join(UNITS)}")
    if unit == "codepoints" or text.isascii() or (unit == "utf16" and max(text) <= "\uffff"):
        return Scale(range(len(text) + 1))
    sizes: Iterable[int]
    if unit == "utf16":
        sizes = (1 if char <= "\uffff" else 2 for char in text)
    else:
        sizes = (
            1 if char < "\x80" else 2 if char < "\u0800" else 3 if char <= "\uffff" else 4
            for char in text
        )
    return Scale(array("Q", chain((0,), accumulate(sizes))))


class Alignment:
    """The alignment of a cleaned document with its original; made by :func:`align`.

    ``starts[i]`` and ``ends[i]`` bound the span of the original that character ``i`` of the output
    comes from. ``words`` are the words of the output, if it was segmented. ``original`` makes the
    scale of the input in its bytes, which is asked for seldom and is not cheap.
    """

    def __init__(
        self,
        source: str,
        output: str,
        starts: array[int],
        ends: array[int],
        words: tuple[Span, ...] = (),
        original: Callable[[], Scale] | None = None,
    ) -> None:
        self.source = source
        self.output = output
        self.starts = starts
        self.ends = ends
        self.words = words
        self._scales: dict[str, tuple[Scale, Scale]] = {}
        self._original = original

    def to_source(self, start: int, end: int, unit: str = "codepoints") -> Span:
        """Return the span of the original that ``output[start:end]`` comes from.

        ``unit`` (see :data:`UNITS`) is that of the offsets given and returned. Text that cleaning
        put in comes from nowhere: an empty span, between its neighbours.
        """
        output, source = self.scales(unit)
        low, high = output.characters(start, end)
        return source.span(*self._back(low, high))

    def to_output(self, start: int, end: int, unit: str = "codepoints") -> Span:
        """Return the span of the output that ``source[start:end]`` became.

        An empty span, where it would stand, if all of it was dropped.
        """
        output, source = self.scales(unit)
        low, high = source.characters(start, end)
        first = bisect_right(self.ends, low)
        return output.span(first, max(first, bisect_left(self.starts, high)))

    def origin(self, start: int, end: int, unit: str = "codepoints") -> Span:
        """Return the span of the original, in ``unit``, of a span of characters of the output."""
        return self.scales(unit)[1].span(*self._back(start, end))

    def scales(self, unit: str) -> tuple[Scale, Scale]:
        """Return the scales of output and original in ``unit``."""
        if unit not in self._scales:
            if unit == "bytes" and self._original is not None:
                source = self._original()
            else:
                source = scale(self.source, unit)
            self._scales[unit] = (scale(self.output, unit), source)
        return self._scales[unit]

    def offsets(self, unit: str = "codepoints") -> tuple[list[Span], list[Span]]:
        """Return where each word stands in the output, and what it comes from in the original.

        A word that was put in before the longer one that it is a part of, as in the segment mode
        ``search``, comes from where that one does: so places never go backwards.
        """
        output, _ = self.scales(unit)
        origins: list[Span] = []
        whole, place = "", Span(0, 0)
        for word in reversed(self.words):
            origin = self.origin(*word, unit)
            text = self.output[word.start : word.end]
            if origin.start == origin.end and text in whole:
                origin = place
            else:
                whole, place = text, origin
            origins.append(origin)
        return [output.span(*word) for word in self.words], origins[::-1]

    def _back(self, low: int, high: int) -> Span:
        if low < high:
            return Span(self.starts[low], self.ends[high - 1])
        place = self.starts[low] if low < len(self.starts) else len(self.source)
        return Span(place, place)


def align(result: Result) -> Alignment:
    """Return the alignment of a result that was recorded.

    Offsets in bytes are those of ``result.data``; of UTF-8 when the original came as ``str``.
    Raises ValueError for a result that was not recorded.
    """
    if result.ledger is None or result.source is None:
        raise ValueError("nothing was recorded: process(data, record=True) keeps an account")
    size = len(result.source)
    starts = array("I", range(size))
    ends = array("I", range(1, size + 1))
    delimiter = " "
    for layer in result.ledger.layers:
        if isinstance(layer, Substitution):  # one to one
            continue
        if isinstance(layer, Insertion):
            delimiter = layer.text
        starts, ends = through(layer.edits(), starts, ends, size)
    return Alignment(
        result.source,
        result.text,
        starts,
        ends,
        tuple(Span(*place) for place in result.places)
        if result.places is not None
        else _places(result.text, result.words or (), delimiter),
        _original(result),
    )


def _original(result: Result) -> Callable[[], Scale] | None:
    """Return what makes the scale of the input in its bytes, if it came as bytes."""
    data, text, encoding = result.data, result.source, result.encoding
    if data is None or text is None or encoding is None:
        return None

    def make() -> Scale:
        from cleaner.filters.decode.offsets import byte_scale

        return byte_scale(data, text, encoding)

    return make


def through(
    edits: Iterable[Edit], starts: array[int], ends: array[int], size: int
) -> tuple[array[int], array[int]]:
    """Return the spans after a layer of ``edits``; kept text is copied a stretch at a time."""
    new_starts, new_ends = array("I"), array("I")
    done = 0
    for start, end, after, _, before in edits:
        count = len(after)
        if count == end - start:  # one to one
            continue
        lead = common(before, after)
        tail = common(before[lead:][::-1], after[lead:][::-1])
        low, high = start + lead, end - tail
        count -= lead + tail
        new_starts += starts[done:low]
        new_ends += ends[done:low]
        if count:
            first = starts[low] if low < len(starts) else size
            # Put in between two characters of one origin, text shares it: spans stay monotone.
            last = ends[high - 1] if high else first
            new_starts.extend([first] * count)
            new_ends.extend([max(first, last)] * count)
        done = high
    if not done and not new_starts:
        return starts, ends
    new_starts += starts[done:]
    new_ends += ends[done:]
    return new_starts, new_ends


def _places(text: str, words: Sequence[str], delimiter: str) -> tuple[Span, ...]:
    """Return where ``words`` stand in ``text``: one after another, with gaps between them."""
    places = []
    at = 0
    for word in words:
        if at and text.startswith(delimiter, at):
            at += len(delimiter)
        at = text.index(word, at)
        places.append(Span(at, at + len(word)))
        at += len(word)
    return tuple(places)
