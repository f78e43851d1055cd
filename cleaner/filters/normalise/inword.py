"""Spaces that cut a word in two, as line wraps of PDF and OCR text leave them.

``危害人类健 康的头号杀手``: a word of the dictionary lies across the space. Names, keywords and the
halves of a headline can look the same by accident (``李明 白雪``), so one such space is believed
only inside a sentence and between long stretches, and elsewhere most spaces of a stretch have to
agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise

from cleaner.filters.normalise.guards import HAN, line_trigger, lines_with
from cleaner.patterns import lazy

# Where such a space may be: among two gaps, or in a sentence with four Han or more on one side,
# since seven are asked for below.
TRIGGER = f" (?<=[{HAN}] ) *+[{HAN}]++ ++[{HAN}]"
_BESIDE_LONG = lazy(f" (?<=[{HAN}] )(?:(?<=[{HAN}]{{4}} ) *+[{HAN}]| *+[{HAN}]{{4}})")
_STRETCH = lazy(f"(?<![{HAN} ])[{HAN}]++(?: ++[{HAN}]++)++")
_TWO_GAPS = lazy(TRIGGER)
_WORD = lazy(f"[{HAN}]{{2}}")
_GAP = lazy(" ++")
_SENTENCE = lazy("[，。；]")
_SENTENCES = line_trigger("[，。；]")

# Characters on each side that are looked at: enough for the longest words, little enough to be
# cheap.
_SIDE = 8
# Han on both sides together: two names or keywords have at most six.
_LONG = 7


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines in which a single gap may cut a word."""
    for start, end in lines_with(_SENTENCES, text):
        if _BESIDE_LONG.search(text, start, end) is not None:
            yield start, end


def inword_spaces(line: str, known: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of spaces that cut a word. ``known`` are spans already found to be noise."""
    prose = _SENTENCE.search(line) is not None
    if not prose and _TWO_GAPS.search(line) is None:
        return
    for stretch in _STRETCH.finditer(line):
        gaps = [match.span() for match in _GAP.finditer(line, *stretch.span())]
        # Single characters only are a list or a padded word, which :mod:`.padding` tells apart.
        if (len(gaps) > 1 or prose) and _WORD.search(stretch.group()):
            yield from _cuts(line, stretch.span(), [gap for gap in gaps if gap not in known], prose)


def _cuts(
    line: str, stretch: tuple[int, int], gaps: list[tuple[int, int]], prose: bool
) -> Iterator[tuple[int, int]]:
    edges = [stretch[0], *(edge for gap in gaps for edge in gap), stretch[1]]
    units = [
        (edges[index], edges[index + 1]) for index in range(0, len(edges), 2)
    ]  # unit i stands before gap i
    sides = [
        (line[left[0] : left[1]][-_SIDE:], line[right[0] : right[1]][:_SIDE])
        for left, right in pairwise(units)
    ]
    cutting = [
        (index, gap)
        for index, (gap, crossed) in enumerate(zip(gaps, _crossed(sides), strict=True))
        if crossed
    ]
    if len(gaps) > 1 and len(cutting) * 2 > len(gaps):
        yield from gaps
    elif prose:
        for index, gap in cutting:
            left, right = units[index], units[index + 1]
            if (left[1] - left[0]) + (right[1] - right[0]) >= _LONG:
                yield gap


def _crossed(sides: Sequence[tuple[str, str]]) -> Iterator[bool]:
    """Yield for each pair whether a word of the dictionary lies across the border of the two."""
    import rjieba

    borders = []
    texts = []
    size = 0
    for left, right in sides:
        left, right = left.replace(" ", ""), right.replace(" ", "")
        borders.append(size + len(left))
        texts.append(left + right)
        size += len(left) + len(right) + 1
    ends = set(accumulate(map(len, rjieba.cut("\n".join(texts), False))))
    return (border not in ends for border in borders)
