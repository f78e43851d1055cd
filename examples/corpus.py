"""Clean every page of a folder into JSON Lines, one object a page.

    python examples/corpus.py pages/ > corpus.jsonl

Each object has the cleaned text (as prose, not segmented) and what was found out on the way: the
encoding of the file, the kind of Chinese, title, date, source and so on, and warnings.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cleaner import Cleaner


def records(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield one record for each ``*.txt`` file below ``folder``, in the order of their paths."""
    cleaner = Cleaner(segment=False)
    for path in sorted(folder.rglob("*.txt")):
        result = cleaner.process(path.read_bytes(), record=False)
        yield {
            "id": path.relative_to(folder).as_posix(),
            "text": result.text,
            "encoding": str(result.encoding),
            "variant": str(result.variant),
            "metadata": dict(result.metadata),
            "warnings": list(result.warnings),
        }


def main() -> None:
    """Write the records of the folder named on the command line to stdout, as UTF-8."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: corpus.py FOLDER")
    for record in records(Path(sys.argv[1])):
        line = json.dumps(record, ensure_ascii=False) + "\n"
        sys.stdout.buffer.write(line.encode("utf-8"))


if __name__ == "__main__":
    main()
