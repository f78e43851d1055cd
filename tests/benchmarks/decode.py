"""How fast bytes become text: python -m tests.benchmarks.decode [--pages FILE.jsonl --field FIELD].

For pages of 2 KB one by one and for 1 MB in one, in UTF-8, GBK and Big5: the stage decode, which
finds the encoding out, beside chardet.detect, which only names it, and bytes.decode, which is told.
CPU time, medians of runs in turn; MB of input a second, and the stage as a multiple of the others.
"""

from __future__ import annotations

from functools import partial

import chardet

from cleaner.document import Document
from cleaner.filters.decode import decode
from cleaner.settings import Settings
from tests.benchmarks.timing import in_turn, pages

SMALL, LARGE = 2000, 1_000_000  # bytes


def main() -> None:
    text = "\n".join(pages(__doc__.splitlines()[0]))
    settings = Settings()

    def ours(data: bytes) -> None:
        decode(Document(data=data), settings)

    print("| input | MB/s | x chardet.detect | x bytes.decode |\n|---|---|---|---|")
    for codec in ("utf-8", "gbk", "big5"):
        known = text.encode(codec, "ignore").decode(codec)
        known *= 1 + LARGE // len(known)
        size = len(known.encode(codec)) / len(known)  # bytes of a character
        small, large = int(SMALL / size), int(LARGE / size)
        pieces = [known[at : at + small].encode(codec) for at in range(0, 30 * small, small)]
        for name, inputs in (("2 KB", pieces), ("1 MB", [known[:large].encode(codec)])):
            told = partial(bytes.decode, encoding=codec, errors="replace")
            took, detect, plain = in_turn((ours, chardet.detect, told), inputs)
            total = sum(map(len, inputs)) / 1e6
            print(
                f"| {name} of {codec} | {total / took:.1f} | {detect / took:.1f} "
                f"| {plain / took:.2f} |"
            )


if __name__ == "__main__":
    main()
