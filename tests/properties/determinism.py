"""The same bytes out, whatever runs it: Python, locale, hash seed, buffering, time zone.

    python -m tests.properties.determinism                        this Python, in several worlds
    python -m tests.properties.determinism python3.12 python3.13  and these, each in an environment

For each interpreter an environment is made (kept in ``--keep DIR``, else thrown away) with the
package as it is here. What is compared: the golden pages, hostile shapes, and pages made by the
generator of the properties, all cleaned with four sets of options. Exits 1 when a byte differs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
WORLDS: dict[str, dict[str, str]] = {
    "as it comes": {},
    "hash seed 1": {"PYTHONHASHSEED": "1"},
    "hash seed 2": {"PYTHONHASHSEED": "2"},
    "C locale": {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "UTF-8 mode": {"PYTHONUTF8": "1"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8"},
    "unbuffered, optimised": {"PYTHONUNBUFFERED": "1", "PYTHONOPTIMIZE": "2"},
    "far away": {"TZ": "Pacific/Kiritimati", "COLUMNS": "20", "HOME": "/nowhere"},
}
OPTIONS: tuple[dict[str, object], ...] = (
    {},
    {"segment": False},
    {"segment": False, "keep_metadata": True, "quotes": "mainland"},
    {"keep_chrome": True, "variant": "taiwan"},
)


def inputs(count: int) -> Iterator[bytes]:
    """Yield what is cleaned: real-looking pages, pages made up, hostile ones."""
    import random

    from tests.hostile.shapes import SHAPES
    from tests.properties.strategies import DAMAGE, FOREIGN, GAPS, LATIN, WORDS

    for path in sorted((ROOT / "tests/golden").glob("*.txt")):
        yield path.read_bytes()
    for make in SHAPES.values():
        data = make(1500)
        yield data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    pick = random.Random(7)
    tokens = [*WORDS, *WORDS, *LATIN, *DAMAGE, *FOREIGN]
    for number in range(count):
        page = "".join(
            pick.choice(tokens) + pick.choice(GAPS) for _ in range(pick.randrange(1, 60))
        )
        yield page.encode(("utf-8", "gb18030", "utf-16")[number % 3], "surrogatepass")


def digests(folder: Path) -> list[str]:
    """Return a digest for each input, of all that comes out of it (run in each world)."""
    from cleaner import Cleaner

    cleaners = [Cleaner(**options) for options in OPTIONS]
    found = []
    for path in sorted(folder.iterdir()):
        digest = hashlib.sha256()
        for cleaner in cleaners:
            result = cleaner.process(path.read_bytes())
            seen = [result.text, str(result.encoding), str(result.variant), dict(result.metadata)]
            digest.update(json.dumps([*seen, result.words, result.edits]).encode())
        found.append(digest.hexdigest())
    return found


def ask(python: str, folder: Path, world: dict[str, str]) -> list[str]:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path; from tests.properties.determinism import digests\n"
        "print('\\n'.join(digests(Path(sys.argv[2]))))"
    )
    done = subprocess.run(
        [python, "-W", "ignore", "-c", code, str(ROOT), str(folder)],
        env={**os.environ, **world},
        capture_output=True,
        text=True,
        check=True,
        cwd=folder.parent,
    )
    return done.stdout.split()


def _environment(python: str, place: Path) -> str:
    made = place / Path(python).name
    inside = made / "bin" / "python"
    if not inside.exists():
        subprocess.run([python, "-m", "venv", str(made)], check=True)
        subprocess.run([str(inside), "-m", "pip", "install", "-q", str(ROOT)], check=True)
    return str(inside)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("pythons", nargs="*", help="interpreters besides this one")
    parser.add_argument("--pages", type=int, default=300, help="pages to make up")
    parser.add_argument("--keep", type=Path, help="folder for the environments")
    options = parser.parse_args()
    differing = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "pages"
        folder.mkdir()
        for number, data in enumerate(inputs(options.pages)):
            (folder / f"{number:05}").write_bytes(data)
        place = options.keep or Path(scratch) / "environments"
        place.mkdir(parents=True, exist_ok=True)
        runs = [(sys.executable, name, world) for name, world in WORLDS.items()]
        for python in options.pythons:
            inside = _environment(python, place)
            runs += [(inside, name, WORLDS[name]) for name in ("as it comes", "C locale")]
        first: list[str] = []
        for python, name, world in runs:
            found = ask(python, folder, world)
            first = first or found
            wrong = [
                n for n, pair in enumerate(zip(first, found, strict=True)) if len(set(pair)) > 1
            ]
            differing += len(wrong)
            sys.stdout.write(
                f"{python}, {name}: {len(found)} pages, {len(wrong)} differ {wrong[:9]}\n"
            )
            sys.stdout.flush()
    return 1 if differing else 0


if __name__ == "__main__":
    raise SystemExit(main())
