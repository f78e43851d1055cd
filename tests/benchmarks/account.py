"""What an account costs: python -m tests.benchmarks.account [--pages FILE.jsonl --field FIELD].

Three figures, each with what it is held against: recording, as a multiple of the CPU time of
cleaning without (medians of runs in turn); the report on one document of 1 MB, its size and how
soon headless Chromium paints and scrolls it; the index of 10,000 documents, its size. The pages are
those under tests/golden and examples, or the field of each line of a file.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cleaner import Cleaner
from cleaner.report.index import index, summary
from cleaner.report.page import page
from tests.report.browser import CHROMIUM, Browser

ROOT = Path(__file__).parent.parent.parent
PAINT = """new Promise(done => {
  const look = () => {
    const found = performance.getEntriesByType('paint');
    if (found.length) done(found[0].startTime); else setTimeout(look, 10);
  };
  look();
})"""
# Times between frames while a person scrolls fast, 240 pixels a frame, from the middle on.
SCROLL = """new Promise(done => {
  const height = document.documentElement.scrollHeight, times = [];
  let last = performance.now(), step = 0;
  const frame = () => {
    const now = performance.now();
    times.push(now - last);
    last = now;
    window.scrollTo(0, height / 2 + 240 * ++step);
    if (step < 120) requestAnimationFrame(frame);
    else done(times.sort((a, b) => a - b));
  };
  requestAnimationFrame(frame);
})"""


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU time that ``work`` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def recording(pages: list[bytes], turns: int) -> None:
    """Print what recording and aligning cost."""
    cleaner = Cleaner()
    results = [cleaner.process(data) for data in pages]  # warm
    plain, recorded = [], []
    for _ in range(turns):
        plain.append(seconds(lambda: [cleaner.process(data, record=False) for data in pages]))
        recorded.append(seconds(lambda: [cleaner.process(data, record=True) for data in pages]))
    base = statistics.median(plain)
    aligned = seconds(lambda: [result.alignment for result in results])
    in_bytes = seconds(lambda: [result.alignment.offsets("bytes") for result in results])
    size = sum(map(len, pages)) / 1e6
    print(f"{len(pages)} pages, {size:.2f} MB: cleaning {base:.2f} s")
    print(f"  recording {statistics.median(recorded) / base:.2f} x cleaning (asked: at most 2)")
    print(
        f"  alignment {aligned / base:.2f} x, words in bytes of the input {in_bytes / base:.2f} x"
    )


def one(pages: list[bytes]) -> None:
    """Print what the report on a document of 1 MB weighs, and how a browser takes it."""
    text = b"\n\n".join(pages)
    text = (text * (1_000_000 // len(text) + 1))[:1_000_000]
    for name, options in (("chrome dropped", {}), ("every line kept", {"keep_chrome": True})):
        made = page("page", Cleaner(**options).process(text))
        print(f"1 MB, {name}: {len(made.encode()) / 1e6:.1f} MB of HTML (asked: below 15)")
        if CHROMIUM is None:
            continue
        with tempfile.TemporaryDirectory() as folder, Browser() as browser:
            path = Path(folder) / "report.html"
            path.write_text(made, "utf-8")
            browser.open(path)
            paint = browser.run(PAINT) / 1000
            frames = browser.run(SCROLL)
        print(f"  first paint after {paint:.2f} s (asked: below 3)")
        print(
            f"  frames while scrolling: median {frames[60]:.0f} ms, 9 of 10 below {frames[108]:.0f}"
        )


def many(pages: list[bytes]) -> None:
    """Print what the index of 10,000 documents weighs."""
    cleaner = Cleaner()
    made = [
        summary(f"pages/{number}.txt", cleaner.process(data)) for number, data in enumerate(pages)
    ]
    text = index((made * (10_000 // len(made) + 1))[:10_000])
    print(f"index of 10,000 documents: {len(text.encode()) / 1e6:.1f} MB (asked: below 20)")
    if CHROMIUM is not None:
        with tempfile.TemporaryDirectory() as folder, Browser() as browser:
            path = Path(folder) / "report.html"
            path.write_text(text, "utf-8")
            browser.open(path)
            print(f"  first paint after {browser.run(PAINT) / 1000:.2f} s")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, help="a file of JSON Lines")
    parser.add_argument("--field", default="text")
    parser.add_argument("--turns", type=int, default=5)
    options = parser.parse_args()
    if options.pages:
        lines = options.pages.read_text("utf-8").split("\n")
        pages = [json.loads(line)[options.field].encode() for line in lines if line]
    else:
        names = [*sorted((ROOT / "tests" / "golden").glob("*.txt")), ROOT / "examples/huangshi.txt"]
        pages = [path.read_bytes() for path in names if ".clean" not in path.name]
    recording(pages, options.turns)
    one(pages)
    many(pages)


if __name__ == "__main__":
    main()
