"""Compare with the tools of others: list every difference, and say of each why it is there.

    python -m tests.differential conversion [FILES]      ICU's transliteration Hant-Hans
    python -m tests.differential detection [FILES]       uchardet
    python -m tests.differential segmentation [FILES]    jieba and rjieba

FILES are text in UTF-8; without any, characters, dictionaries and the golden pages are compared.
ICU is asked through PyICU or its command ``uconv``, uchardet through the command of that name (or
the one that ``UCHARDET`` names). Exits 1 when a difference belongs to no class, 2 when the tool is
missing.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from tests.differential import conversion, detection, segmentation
from tests.differential.common import GOLDEN, MissingError

SUBJECTS = {
    "conversion": conversion.differences,
    "detection": detection.differences,
    "segmentation": segmentation.differences,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("subject", choices=SUBJECTS)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--show", type=int, default=8, help="differences of each class to print")
    options = parser.parse_args()
    files = options.files or sorted(GOLDEN.glob("*.clean.txt"))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    counts: Counter[str] = Counter()
    shown: dict[str, list[str]] = {}
    try:
        compared, found = SUBJECTS[options.subject](texts, own=not options.files)
        for difference in found:
            counts[difference.kind] += 1
            examples = shown.setdefault(difference.kind, [])
            if len(examples) < options.show or difference.kind == "unknown":
                examples.append(f"{difference.source} ours {difference.ours} {difference.theirs}")
    except MissingError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{compared} compared, {sum(counts.values())} differ")
    for kind, count in counts.most_common():
        print(f"  {count} {kind}")
        for example in shown[kind]:
            print(f"      {example}")
    return 1 if counts["unknown"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
