"""Time the words of a page in a fresh process: python -m tests.benchmarks.words.

Import and first cut with jieba, rjieba and ours, in turn, medians of CPU time above that of Python
alone, and peak memory; the text is the example page, cleaned. Then 20,000 words of a user's own,
loaded by jieba and by ours. Then the engines on ever more text, each time in a fresh process: where
their lines cross is ``CROSSOVER`` of the engine module.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from cleaner import clean
from cleaner.filters.segment.reference import tokenizer
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
_LOADS = {
    "jieba": (
        "import logging, time, warnings\nwarnings.simplefilter('ignore')\nimport jieba\n"
        "jieba.setLogLevel(logging.ERROR)\njieba.initialize()\nstart = time.process_time()\n"
        "jieba.load_userdict({path!r})\nprint(time.process_time() - start)"
    ),
    "ours": (
        "import time\nfrom cleaner import Cleaner\n"
        "from cleaner.filters.segment.cutter import cutter\n"
        "Cleaner(only='segment').clean('他来到网易')\n"
        "settings = Cleaner(words={path!r}).settings\nstart = time.process_time()\n"
        "cutter(settings)\nprint(time.process_time() - start)"
    ),
}
SIZES = (1_000, 5_000, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000)


def main() -> None:
    """Print the tables; arguments are text files for the last (default: the example page)."""
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
        _load(Path(folder) / "words.txt")
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


def _load(path: Path) -> None:
    """Print what loading 20,000 words takes where jieba's dictionary is loaded already."""
    pick = random.Random(5)
    known = sorted(word for word in tokenizer().FREQ if len(word) == 2)
    made = {"".join(pick.choices(known, k=pick.choice((1, 2, 2, 3)))) for _ in range(21_000)}
    for kind, ending in (("with", " 900 n"), ("without", "")):
        path.write_text("".join(f"{word}{ending}\n" for word in sorted(made)[:20_000]), "utf-8")
        taken: dict[str, list[float]] = {name: [] for name in _LOADS}
        for _ in range(7):
            for name, times in taken.items():
                command = [sys.executable, "-c", _LOADS[name].format(path=str(path))]
                times.append(float(subprocess.check_output(command)))
        row = "  ".join(
            f"{name} {1000 * statistics.median(runs):.0f} ms" for name, runs in taken.items()
        )
        print(f"20,000 words {kind} frequencies: {row}")


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
