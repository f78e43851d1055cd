"""The lines of a text that have signs of mojibake."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from cleaner.mojibake.readings import Step
from cleaner.mojibake.signs import signs
from cleaner.strange import strange

# Characters, rounded up to whole lines, that are looked at in one go.
BLOCK = 1 << 14
# Where both halves have one so often in turn, each line is looked at: most of them have.
DENSE = 2


def lines(text: str) -> Iterator[tuple[int, int, tuple[Step, ...]]]:
    """Yield start, end and signs of the lines of ``text`` that have signs, in order.

    Blocks of it are halved as long as they have a sign: one costs little more than none.
    """
    unusual = strange(text)
    start = 0
    while start < len(text):
        end = text.find("\n", start + BLOCK)
        end = len(text) if end < 0 else end
        yield from _lines(text, start, end, unusual)
        start = end + 1


def _lines(
    text: str, start: int, end: int, unusual: str
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
        signed = [(*part, signs(text[slice(*part)], unusual)) for part in parts]
        dense = dense + 1 if all(steps for *_, steps in signed) else 0
        waiting += [(*part, dense) for part in reversed(signed)]


def _next(end: int, size: int) -> int:
    """Return where the line ends that comes after one that ends at ``end``."""
    return end + 1 + size
