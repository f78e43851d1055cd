"""The matrix of faults in its long form: a full disk at every k-th byte, a signal in every stage.

    python -m tests.faults --every 1
    python -m tests.faults --every 16 --form report

For each form of output, buffered and not: the disk is full after every k-th byte of the larger of
standard output and the file, over an old file and over none; SIGINT, SIGTERM and SIGKILL come when
a filter begins, at each write, and the reader leaves after every k-th byte. What must hold is what
``test_matrix.py`` asserts of a few places. Exits 1 when something does not hold.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.pipeline import FILTERS
from tests.faults.forked import Done, run, warm
from tests.faults.test_matrix import (
    FORMS,
    OLD,
    PAGE,
    SIGNALS,
    UNFILTERED,
    _at_write,
    _check,
    _sweep,
    _whole,
    at_stage,
    kill,
)

_WRITES = 4  # the first of which every form has


class Fault(NamedTuple):
    """A kind of fault, where it comes, what the run is told, and the statuses that it may have."""

    kind: str
    place: object
    options: dict[str, Any]
    statuses: tuple[int, ...]


def faults(form: str, size: int, every: int) -> Iterator[Fault]:
    """Yield the faults of a run of ``form`` that writes ``size`` bytes."""
    for largest in range(0, size, every):
        yield Fault("full disk", largest, {"largest": largest}, (74,))
    for number, status in SIGNALS.items():
        for stage in FILTERS if form != UNFILTERED else ():
            before = at_stage(stage.name, partial(kill, number))
            yield Fault(f"{number.name} in a stage", stage.name, {"before": before}, (status,))
        for write in range(1, _WRITES + 1):
            before = _at_write(write, partial(kill, number))
            yield Fault(f"{number.name} in a write", write, {"before": before}, (status, 0))
    if FORMS[form][1] is None:
        for reads in range(0, size, every):
            # What fits into the pipe is written before anybody leaves.
            yield Fault("reader leaves", reads, {"reads": reads}, (0, -signal.SIGPIPE))


def ask(form: str, fault: Fault, folder: Path, whole: tuple[bytes, bytes], **how: bool) -> Done:
    """Run ``form`` with a fault; raise AssertionError when what must hold does not."""
    arguments, name = FORMS[form]
    old = how["old"] and name is not None
    if old:
        (folder / str(name)).write_bytes(OLD)
    done = run(arguments, folder, PAGE, unbuffered=how["unbuffered"], **fault.options)
    assert done.status in fault.statuses, done
    if done.status == 74:
        assert done.complaint
    else:
        assert done.error == b"", done
    if done.status == -signal.SIGKILL:
        _sweep(folder)
    if fault.kind != "reader leaves":
        _check(done, form, folder, whole, old)
    if name is not None:
        (folder / name).unlink(missing_ok=True)
    return done


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--every", type=int, default=1, help="bytes between two places")
    parser.add_argument("--form", action="append", choices=FORMS, help="all when left out")
    options = parser.parse_args()
    warm(PAGE)
    broken = 0
    for form in options.form or FORMS:
        counts: Counter[str] = Counter()
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            whole = _whole(form, folder)
            size = max(map(len, whole))
            for fault in faults(form, size, options.every):
                for unbuffered in (False, True):
                    old = unbuffered != (hash(fault.place) % 2 == 0) and size > len(OLD)
                    counts[fault.kind] += 1
                    try:
                        ask(form, fault, folder, whole, unbuffered=unbuffered, old=old)
                    except AssertionError as error:
                        broken += 1
                        print(f"{form}: {fault.kind} at {fault.place}: {error}", file=sys.stderr)
        told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
        print(f"{form}: {size} bytes; {told}", flush=True)
    print(f"{broken} broken")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
