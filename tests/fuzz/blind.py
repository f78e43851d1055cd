"""Change what is in a corpus at random, many thousand times a second, guided by nothing.

Many times as fast as counting branches. What counting found worth keeping (``--corpus``) is where
it begins, so that its changes are made deep inside the filters as well.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

#: Executions between two looks at the clock.
_TURN = 50


def run(
    target: Callable[[bytes], None],
    corpus: Sequence[bytes],
    *,
    runs: int,
    seconds: float,
    length: int,
    seed: int,
) -> tuple[int, bytes | None]:
    """Run ``target`` on changed inputs; return how many, and the input that broke it, if any.

    Ends after ``runs`` executions (unless negative) or ``seconds``; inputs have at most ``length``
    bytes.
    """
    pick = random.Random(seed)
    end = time.monotonic() + seconds
    done = 0
    while done != runs and (done % _TURN or time.monotonic() < end):
        data = changed(pick, corpus)[:length]
        done += 1
        try:
            target(data)
        except Exception:
            return done, data
    return done, None


def changed(pick: random.Random, corpus: Sequence[bytes]) -> bytes:
    """Return an entry of ``corpus`` with one to four places dropped, changed, filled or doubled."""
    data = bytearray(pick.choice(corpus))
    for _ in range(1 + int(4 * pick.random())):
        at = int((len(data) + 1) * pick.random())
        size = 1 + int(6 * pick.random())
        kind = pick.random()
        if kind < 0.2:
            del data[at : at + size]
        elif kind < 0.4:
            data[at : at + size] = pick.randbytes(size)
        elif kind < 0.6:
            data[at:at] = data[at : at + size] * size
        else:
            other = pick.choice(corpus)
            begin = int((len(other) + 1) * pick.random())
            data[at:at] = other[begin : begin + 4 * size]
    return bytes(data)
