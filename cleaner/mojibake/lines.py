"""The lines of a text that have signs of mojibake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from cleaner.mojibake.effort import Effort
from cleaner.mojibake.readings import Step, read
from cleaner.mojibake.signs import HAN_STEPS, signs
from cleaner.strange import strange

# Characters, rounded up to whole lines, that are looked at in one go.
BLOCK = 1 << 14
# Where both halves have one so often in turn, each line is looked at: most of them have.
DENSE = 2
# Characters of a line that is searched whole; a longer one in pieces.
WINDOW = 2000


def lines(text: str, effort: Effort) -> Iterator[tuple[int, int, tuple[Step, ...]]]:
    """Yield start, end and signs of the lines of ``text`` that have signs, in order.

    Blocks of it are halved as long as they have a sign: one costs little more than none. Where no
    ``effort`` is left and most lines have signs, those that lost bytes are left out and counted.
    """
    unusual = strange(text)
    start = 0
    while start < len(text):
        end = text.find("\n", start + BLOCK)
        end = len(text) if end < 0 else end
        yield from _lines(text, start, end, unusual, effort)
        start = end + 1


def _lines(
    text: str, start: int, end: int, unusual: str, effort: Effort
) -> Iterator[tuple[int, int, tuple[Step, ...]]]:
    waiting = [(start, end, signs(text[start:end], unusual), 0)]
    while waiting:
        start, end, found, dense = waiting.pop()
        if not found:
            continue
        middle = text.find("\n", (start + end) // 2, end)
        if middle < 0:
            middle = text.rfind("\n", start, (start + end) // 2)
        if middle < 0:
            yield start, end, found
            continue
        if dense < DENSE:
            parts = [(start, middle), (middle + 1, end)]
        else:
            ends = [*accumulate(map(len, text[start:end].split("\n")), _next, initial=start - 1)]
            parts = [(before + 1, after) for before, after in pairwise(ends)]
            if effort.left <= 0:
                steps = {*found, *HAN_STEPS}  # a short line may have signs that a block has not
                whole = [part for part in parts if _may_be_whole(text[slice(*part)], steps)]
                effort.unsearched += len(parts) - len(whole)
                parts = whole
        signed = [(*part, signs(text[slice(*part)], unusual, found)) for part in parts]
        dense = dense + 1 if all(steps for *_, steps in signed) else 0
        waiting += [(*part, dense) for part in reversed(signed)]


def _may_be_whole(line: str, steps: Iterable[Step]) -> bool:
    """Whether ``line`` may be undone without a search: it lost nothing, in one of ``steps``.

    To read it so takes a tenth of the time of looking for its signs.
    """
    return (
        len(line) > WINDOW
        or line.isascii()
        or any(read(line, step) is not None for step in steps if step.read_as != step.really)
    )


def _next(end: int, size: int) -> int:
    """Return where the line ends that comes after one that ends at ``end``."""
    return end + 1 + size
