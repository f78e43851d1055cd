"""The body as the best run of lines: a maximum subarray over the lines' scores."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def best(scores: Sequence[int]) -> tuple[int, int, int]:
    """Return ``(start, end, total)`` of the run with the greatest sum, the first one of equals.

    ``scores[start:end]`` is the run. It is empty when no score is above zero. One pass.

    >>> best([-1, 5, -2, 4, -9, 3])
    (1, 4, 7)
    >>> best([-1, -2])
    (0, 0, 0)
    """
    start = end = total = 0
    running = from_here = 0
    for index, score in enumerate(scores):
        if running > 0:
            running += score
        elif score > 0:
            running, from_here = score, index
        else:
            continue
        if running > total:
            start, end, total = from_here, index + 1, running
    return start, end, total
