"""The lines of a text that have signs of mojibake."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.mojibake.readings import Step
from cleaner.mojibake.signs import signs
from cleaner.strange import strange

# Characters, rounded up to whole lines, that are looked at in one go.
BLOCK = 1 << 14


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
    waiting = [(start, end)]
    while waiting:
        start, end = waiting.pop()
        found = signs(text[start:end], unusual)
        if not found:
            continue
        middle = text.find("\n", (start + end) // 2, end)
        if middle < 0:
            middle = text.rfind("\n", start, (start + end) // 2)
        if middle < 0:
            yield start, end, found
        else:
            waiting += ((middle + 1, end), (start, middle))
