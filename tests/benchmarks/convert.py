"""Time conversion beside its peers: python -m tests.benchmarks.convert --peer PYTHON.

PYTHON is an interpreter whose ``opencc`` is OpenCC's own binding; opencc-python-reimplemented runs
under ours (the two cannot be installed side by side). Each engine runs in a process of its own, in
turn, over strings of about 1 MB and documents of 2 KB, Traditional text made by OpenCC's s2tw out
of the pages given (default: those of the repository). What counts are the ratios of the medians.
With --numpy our process has numpy imported.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
MEASURE = """
import json, sys, time
{engine}
for name, texts in json.load(open(sys.argv[1], encoding="utf-8")).items():
    texts = texts[: len(texts) // {part} or 1]
    for text in texts:  # the first reading loads and compiles
        convert(text)
    start = time.process_time()
    for text in texts:
        convert(text)
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(name, size / (time.process_time() - start))
"""
OURS = """
from cleaner.filters.convert import simplify
from cleaner.filters.convert.tables import load
tables = load()
convert = lambda text: simplify(text, tables).text
"""
OPENCC = """
import opencc
convert = opencc.OpenCC("t2s").convert
"""
START = {
    "bare Python": "pass",
    "ours": OURS + "convert('這位著名作家隨著年紀增長越來越低調。')",
    "OpenCC": OPENCC + "convert('這位著名作家隨著年紀增長越來越低調。')",
}


def texts(pages: Path | None, field: str, peer: str, folder: Path) -> Path:
    """Write the texts to be converted, by size, and return where they are."""
    if pages is not None:
        found = [json.loads(line)[field] for line in pages.open(encoding="utf-8")]
    else:
        golden = sorted((ROOT / "tests" / "golden").glob("*.txt"))
        found = [path.read_text("utf-8", "replace") for path in golden]
    one = folder / "one.json"
    one.write_text(json.dumps("\n".join(found)), "utf-8")
    code = (
        "import json, opencc, sys; text = json.load(open(sys.argv[1]));"
        "json.dump(opencc.OpenCC('s2tw').convert(text), open(sys.argv[1], 'w'))"
    )
    subprocess.run([peer, "-c", code, str(one)], check=True)
    text = json.loads(one.read_text("utf-8"))
    big, small = 400_000, 700
    long = text * (5 * big // len(text) + 1)
    sizes = {
        "1 MB": [long[start : start + big] for start in range(0, 4 * big, big)],
        "2 KB": [long[start : start + small] for start in range(0, 4 * big, small)],
    }
    path = folder / "texts.json"
    path.write_text(json.dumps(sizes), "utf-8")
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--peer", required=True, help="interpreter with OpenCC's binding")
    parser.add_argument("--pages", type=Path, help="JSONL file of pages")
    parser.add_argument("--field", default="text", help="its field with the text")
    parser.add_argument("--numpy", action="store_true", help="import numpy first")
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args()
    numpy = "import numpy" if options.numpy else ""
    engines = {
        "ours": (sys.executable, MEASURE.format(engine=numpy + OURS, part=1)),
        "OpenCC": (options.peer, MEASURE.format(engine=OPENCC, part=1)),
        "opencc-python-reimplemented": (sys.executable, MEASURE.format(engine=OPENCC, part=16)),
    }
    speeds: dict[str, dict[str, list[float]]] = {"1 MB": {}, "2 KB": {}}
    with tempfile.TemporaryDirectory() as folder:
        path = texts(options.pages, options.field, options.peer, Path(folder))
        for _ in range(options.repeats):
            for engine, (python, code) in engines.items():
                command = [python, "-c", code, str(path)]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                for line in done.stdout.splitlines():
                    size, _, rate = line.rpartition(" ")
                    speeds[size].setdefault(engine, []).append(float(rate))
    for size, found in speeds.items():
        middle = {engine: statistics.median(values) for engine, values in found.items()}
        for label, speed in middle.items():
            print(f"{size}  {label:28} {speed:7.2f} MB/s  ours {middle['ours'] / speed:6.2f} x")
    times: dict[str, list[float]] = {name: [] for name in START}
    # Compiled modules are kept, as they are wherever a package is installed.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(4 * options.repeats):
        for name, code in START.items():
            python = options.peer if name == "OpenCC" else sys.executable
            code += "\nimport time; print(time.process_time())"
            done = subprocess.run(
                [python, "-c", code], check=True, capture_output=True, text=True, env=kept
            )
            times[name].append(float(done.stdout) * 1000)
    for name, taken in times.items():
        print(f"start and first conversion  {name:12} {statistics.median(taken):6.1f} ms CPU")


if __name__ == "__main__":
    main()
