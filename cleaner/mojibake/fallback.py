"""Bytes read as UTF-8 where they could be, and as Windows-1252 where they could not.

Programs that expect UTF-8 and fall back to Windows-1252 byte by byte leave such text of a page in
GBK or Big5: 页 is D2 B3, which UTF-8 reads as ҳ, among the letters ÊéÇ© of what it does not read.
So ҳ stands for two bytes, and a character of Windows-1252 for one or for more: 路 is C2 B7, and
comes out as the middle dot, as a byte B7 does. The characters that the bytes make tell which.

Reading is undone in two rounds. This is the first: it finds the characters that are to be spread
over their bytes, each a letter of Windows-1252 then, as if UTF-8 had never been tried.

Entities of HTML were never bytes of the page: &nbsp; is a no-break space whatever the page was read
as. Among its letters it looks like a byte, and would be half of a character. So it is spread over
the bytes that it would have had in the encoding of the page, and comes back from them as it was.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from cleaner.filters.decode.model import UNIT
from cleaner.mojibake.costs import kind_of, weight_read
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.plan import Span
from cleaner.mojibake.readings import LATIN, Step, byte_options, grow
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SPREAD = Step("latin-1", "utf-8")
# What a byte costs that is part of no character, and a character of Windows-1252 that stands for
# more than one byte, which one in sixty of a page does; in steps of the model.
STRAY = 20.0 * UNIT
MAYBE = 3.0 * UNIT
# What an entity costs besides: · and » as bytes are half of many characters, so that "µÀ·" is 道路;
# © is at the foot of pages, and in no prose that costs were counted in.
ENTITIES = {
    **dict.fromkeys("\xa0“”‘’–—…•", 2.0 * UNIT),
    **dict.fromkeys("·«»", 4.0 * UNIT),
    **dict.fromkeys("©®", -2.0 * UNIT),
}
WIDTH = 6  # ways kept at each place
STEPS = 5  # what a character takes

# Text beside what was misread: of two bytes, each in a character, chance makes no two characters.
# No bytes are read as half of a surrogate pair.
_SOUND = lazy("[\u2e80-\U0010ffff]{2,}|[\ud800-\udfff]")
# Letters that only UTF-8 can have made of bytes.
_SPREAD = lazy("[\u0180-\u0191\u0193-\u02c5\u02c7-\u02db\u02dd-\u07ff]")


class _Way(NamedTuple):
    """The cheapest way to a place of the line; ``data``: the bytes that the last character is.

    ``entity``: it was none, and they are what it would have been.
    """

    cost: float
    before: _Way | None
    data: bytes
    entity: bool = False


def spread(line: str, step: Step, effort: Effort) -> tuple[float, tuple[Span, ...]]:
    """Return a span for each character of ``line`` that stands for more than one byte.

    ``step.really`` is the encoding of the bytes, of two bytes a character. A search (Viterbi) for
    the likeliest characters that they make, in time linear in the length of the line; their cost,
    in steps of the model, comes first.
    """
    chars, places, skipped = _unsound(line)
    effort.fill(STEPS * len(chars))
    # Where UTF-8 was read as such, 聽 is a no-break space, and 路 the middle dot.
    entities = () if _SPREAD.search(line) else ENTITIES
    # By the last character and the byte that waits for its second one, -1 for none.
    ways: dict[tuple[str, int], _Way] = {("\n", -1): _Way(0.0, None, b"")}
    for char in chars:
        found: dict[tuple[str, int], _Way] = {}
        if char in entities:
            _add_entity(found, char, ways, step)
        for data, extra in _options(char):
            for state, way in ways.items():
                cost, ends = way.cost + extra, state
                for byte in data:
                    added, ends = _step(ends, byte, step)
                    cost += added
                best = found.get(ends)
                if best is None or cost < best.cost:
                    found[ends] = _Way(cost, way, data)
        ways = dict(sorted(found.items(), key=_cost)[:WIDTH]) if len(found) > WIDTH else found
    way = last = min(ways.items(), key=lambda item: item[1].cost + STRAY * (item[0][1] >= 0))[1]
    spans: list[Span] = []
    while way.before is not None:
        at = places.pop()
        if way.entity:
            spans.append(Span(at, at + 1, SPREAD, ((0, way.data.hex()),)))
        elif len(way.data) > 1:
            spans.append(Span(at, at + 1, SPREAD))
        way = way.before
    cost = last.cost + skipped * weight_read("\n", "\n", kind_of(step))
    return cost, tuple(reversed(spans))


def _unsound(line: str) -> tuple[str, list[int], int]:
    """Return ``line`` with a line end for each stretch of sound text, where its characters were.

    All ways are one behind a line end, so that a stretch need not be gone through: how many
    characters of it are left out comes last.
    """
    places: list[int] = []
    done = skipped = 0
    for match in _SOUND.finditer(line):
        start, end = match.span()
        places += range(done, start + 1)
        skipped += end - start - 1
        done = end
    places += range(done, len(line))
    return _SOUND.sub("\n", line), places, skipped


def within(line: str, spread: Sequence[Span], text: str, found: Sequence[Span]) -> tuple[Span, ...]:
    """Return those of ``spread``, spans of ``line``, that are part of ``found``, spans of ``text``.

    ``text`` is the line after the first round. Text with accents is pairs of GBK too (é is 茅) when
    all of it is spread; of misread text most is not.
    """
    begins: list[int] = []
    ends: list[int] = []
    letters: list[int] = []
    grown = 0
    for span in spread:
        begins.append(span.start + grown)
        undone = span.undo(line)
        letters.append(_letters(undone))
        grown += len(undone) - 1
        ends.append(span.end + grown)
    kept: list[Span] = []
    for span in found:
        first, last = bisect_left(begins, span.start), bisect_right(ends, span.end)
        entities = sum(bool(one.filled) for one in spread[first:last])
        others = _letters(text[span.start : span.end]) - sum(letters[first:last])
        if others > last - first - entities:
            kept += spread[first:last]
    return tuple(kept)


def _letters(text: str) -> int:
    return sum(map("\x7f".__lt__, text))


def _cost(item: tuple[tuple[str, int], _Way]) -> float:
    return item[1].cost


def _add_entity(
    found: dict[tuple[str, int], _Way],
    char: str,
    ways: Mapping[tuple[str, int], _Way],
    step: Step,
) -> None:
    """Add the ways on which ``char`` is an entity."""
    shown = " " if char == "\xa0" else char
    data = byte_options(shown, step.really)
    if not data:
        return
    for (before, waiting), way in ways.items():
        cost = way.cost + ENTITIES[char] + STRAY * (waiting >= 0)
        cost += weight_read(before, shown, kind_of(step))
        best = found.get((shown, -1))
        if best is None or cost < best.cost:
            found[shown, -1] = _Way(cost, way, data, entity=True)


def _options(char: str) -> tuple[tuple[bytes, float], ...]:
    """Return the bytes that a character may stand for, and what that costs."""
    alone = byte_options(char, LATIN)
    if char < "\x80":
        return ((alone, 0.0),)
    spread = char.encode("utf-8", "surrogatepass")
    return ((alone, 0.0), (spread, MAYBE)) if alone else ((spread, 0.0),)


def _step(state: tuple[str, int], byte: int, step: Step) -> tuple[float, tuple[str, int]]:
    """Return what a byte costs after a character and one that waits, and what follows them."""
    before, waiting = state
    cost = 0.0
    if waiting >= 0:
        char = grow(bytes((waiting, byte)), step.really)
        if char:
            return weight_read(before, char, kind_of(step)), (char, -1)
        cost = STRAY
    if byte >= 0x80:
        return cost, (before, byte)
    return cost + weight_read(before, chr(byte), kind_of(step)), (chr(byte), -1)
