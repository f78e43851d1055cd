"""Time the words of a page in a fresh process: python -m tests.benchmarks.words.

Import and first cut with jieba, rjieba and ours, in turn, medians of CPU time above that of Python
alone, and peak memory; the text is the example page, cleaned. Then the engines on ever more text,
each time in a fresh process: where their lines cross is ``CROSSOVER`` of the engine module.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from cleaner import clean
from tests.benchmarks.__main__ import SEED, measure

_READ = "text = open({path!r}, encoding='utf-8').read()[:{size}]\n"
STARTS = {
    "Python": "",
    "engine": "from cleaner.filters.segment import engine\nengine.cut(text)",
    "Cleaner": "from cleaner import Cleaner\nCleaner(only='segment').clean(text)",
    "rjieba": "import rjieba\nrjieba.cut(text)",
    "jieba": (
        "import logging, warnings\nwarnings.simplefilter('ignore')\nimport jieba\n"
        "jieba.setLogLevel(logging.ERROR)\njieba.lcut(text)"
    ),
}
_ENGINE = (
    "from cleaner.filters.segment.engine import engine\nengine({name!r}).join(text.split('\\n'))"
)
SIZES = (1_000, 5_000, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000)


def main() -> None:
    """Print both tables; arguments are text files for the second (default: the example page)."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(clean(SEED.read_bytes(), segment=False), "utf-8")
        costs = {
            name: [measure(_python(page, 1 << 30, code)) for _ in range(7)]
            for name, code in STARTS.items()
        }
        bare = statistics.median(cost.cpu for cost in costs["Python"])
        for name, runs in costs.items():
            above = statistics.median(run.cpu for run in runs) - bare
            peak = _peak(_python(page, 1 << 30, STARTS[name]))
            print(f"{name:8} {1000 * above:7.1f} ms above Python  {peak:5.0f} MB")
        texts = [Path(name).read_text("utf-8") for name in sys.argv[1:]] or [
            page.read_text("utf-8")
        ]
        page.write_text("\n".join(texts), "utf-8")
        for size in SIZES:
            row = []
            for name in ("standard", "rjieba"):
                code = _ENGINE.format(name=name)
                runs = [measure(_python(page, size, code)) for _ in range(5)]
                row.append(1000 * (statistics.median(run.cpu for run in runs) - bare))
            print(f"{size:6} characters: standard {row[0]:6.1f} ms  rjieba {row[1]:6.1f} ms")


def _peak(command: list[str]) -> float:
    """Return the peak memory of a process in MB, by its own account.

    What the system says of a child counts the memory of its parent too.
    """
    tell = "\nprint(next(line for line in open('/proc/self/status') if 'VmHWM' in line))"
    done = subprocess.run([*command[:-1], command[-1] + tell], capture_output=True, check=True)
    return int(done.stdout.split()[1]) / 1024


def _python(page: Path, size: int, code: str) -> list[str]:
    return [sys.executable, "-c", _READ.format(path=str(page), size=size) + code]


if __name__ == "__main__":
    main()
