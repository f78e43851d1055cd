"""The four packages on a table: python four_packages_pool.py IN.jsonl OUT.jsonl JOBS

As one would write it: a pool of processes, the rows handed out by the hundred, the text of each
replaced. Beside it this script needs only ``four_packages.py``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from multiprocessing import Pool

from four_packages import clean, cutter  # type: ignore[import-not-found]
from opencc import OpenCC

_converter: OpenCC
_cut: Callable[[str], Iterable[str]]


def start(segment: bool) -> None:
    global _converter, _cut
    _converter = OpenCC("t2s")
    _cut = cutter() if segment else lambda line: [line]


def row(line: str) -> str:
    fields = json.loads(line)
    fields["text"] = clean(fields["text"].encode("utf-8"), _converter, _cut)
    return json.dumps(fields, ensure_ascii=False) + "\n"


def main() -> None:
    table, out, jobs, *more = sys.argv[1:]
    with (
        open(table, encoding="utf-8") as rows,
        open(out, "w", encoding="utf-8") as target,
        Pool(int(jobs), start, ("--no-segment" not in more,)) as pool,
    ):
        target.writelines(pool.imap(row, rows, chunksize=100))


if __name__ == "__main__":
    main()
