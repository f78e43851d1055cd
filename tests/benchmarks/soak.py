"""Gigabytes through a pipe: a process that may not grow, and whether it does.

    python -m tests.benchmarks.soak --seconds 400 -- --no-segment --max-document 2M
    python -m tests.benchmarks.soak --seconds 400 --one-line -- --lines --only decode

Golden pages go into ``clean`` for so many seconds, or one line
without an end made of them. The command may have 512 MB of addresses in all (``--megabytes``); its
memory is looked at once a second. Exits 1 when it fails, or ends larger by a tenth than it was
after a fifth of the time.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

GOLDEN = Path(__file__).parent.parent / "golden"
MB = 1 << 20


def pages(*, one_line: bool) -> bytes:
    """Return about a megabyte of text."""
    found = [path.read_bytes() for path in sorted(GOLDEN.glob("*_news.clean.txt"))]
    text = b"\n\n".join(found)
    text = text.replace(b"\n", b"") if one_line else text + b"\n\n"
    return text * (MB // len(text) + 1)


def resident(pid: int) -> float:
    """Return the memory of a process in megabytes."""
    with open(f"/proc/{pid}/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / MB


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--megabytes", type=int, default=512, help="addresses that it may have")
    parser.add_argument("--one-line", action="store_true", help="one line without an end")
    parser.add_argument("options", nargs="*", help="of clean, after --")
    options = parser.parse_args()
    limit = options.megabytes * MB
    process = subprocess.Popen(
        [sys.executable, "-m", "cleaner", "--isolated", "-q", *options.options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
        env={**os.environ, "MALLOC_ARENA_MAX": "2"},
    )
    assert process.stdin is not None and process.stdout is not None
    out = 0

    def drain() -> None:
        nonlocal out
        assert process.stdout is not None
        while part := process.stdout.read(MB):
            out += len(part)

    reader = threading.Thread(target=drain)
    reader.start()
    sizes: list[float] = []
    block = pages(one_line=options.one_line)
    given = 0
    begin = seen = time.monotonic()
    try:
        while time.monotonic() - begin < options.seconds:
            process.stdin.write(block)
            given += len(block)
            if time.monotonic() - seen >= 1:
                seen = time.monotonic()
                sizes.append(resident(process.pid))
        process.stdin.close()
    except BrokenPipeError:
        pass
    reader.join()
    status = process.wait()
    early = max(sizes[: max(len(sizes) // 5, 1)], default=0.0)
    late = max(sizes[-max(len(sizes) // 5, 1) :], default=0.0)
    print(
        f"{given / 1e9:.2f} GB in, {out / 1e9:.2f} GB out, status {status}, "
        f"{early:.0f} MB after a fifth of the time, {late:.0f} MB in the last fifth, "
        f"{max(sizes, default=0.0):.0f} MB at most"
    )
    return 1 if status or late > 1.1 * early else 0


if __name__ == "__main__":
    raise SystemExit(main())
