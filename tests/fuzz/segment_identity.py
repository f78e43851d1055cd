"""Compare our words with jieba's on many lines, and count the lines that differ.

    python -m tests.fuzz.segment_identity --lines 100000 --seed 1
    python -m tests.fuzz.segment_identity --engine standard --mode search page.txt corpus.jsonl

Lines come from files (text, or the string fields of JSON lines) or are generated: words of the
dictionary, punctuation, ASCII clusters, Han outside the main block, and repeated characters.
Exits 1 when a line differs.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from cleaner.filters.segment import engine, reference, route
from cleaner.filters.segment.lexicon import Lexicon
from cleaner.settings import SEGMENT_MODES

_PUNCTUATION = [*"，。！？：；、“”（）《》—…·,!?:;()'\"/@~*= \t", "\r\n", "\u3000", "\xa0", "\x85"]
_ASCII = [
    *["1-2", "t.cn", "3.3kg", "0.6%", "WES-5.4.5", "1.2.3.4", "5%%", "a_b", "C++", "c#", "AT&T"],
    *[
        "T恤",
        "4S店",
        "卡拉OK",
        "Windows",
        "10",
        "...",
        "--",
        "+",
        "_",
        "%",
        "&",
        "#",
        "a",
        "B",
        "7",
    ],
]
_RARE = [*"㐀㑇䶮鿖鿫\uf900豈\U00020000\U0002a700😀\ufffc\x00\u200b\ud800カ한αЖ", "γ射线"]


def generated(seed: int) -> Iterator[str]:
    """Yield lines without end; the same for the same seed."""
    spec = find_spec("jieba")
    assert spec is not None and spec.origin is not None
    rows = (Path(spec.origin).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    words = [row.split(" ")[0] for row in rows]
    single = [word for word in words if len(word) == 1]
    common = [row.split(" ")[0] for row in rows if int(row.split(" ")[1]) > 2000]
    pick = random.Random(seed)

    def repeated() -> str:
        stem = "".join(
            pick.choices(single if pick.random() < 0.5 else common, k=pick.randint(1, 3))
        )
        text = stem * pick.randint(2, 6)
        return text[: pick.randint(len(stem) + 1, len(text))]

    kinds: list[tuple[Callable[[], str], int]] = [
        (lambda: pick.choice(common), 10),
        (lambda: pick.choice(words), 10),
        (lambda: pick.choice(single), 6),
        (lambda: pick.choice(_PUNCTUATION), 4),
        (lambda: pick.choice(_ASCII), 3),
        (lambda: pick.choice(_RARE), 1),
        (repeated, 1),
    ]
    makers = [maker for maker, _ in kinds]
    weights = [weight for _, weight in kinds]
    while True:
        yield "".join(maker() for maker in pick.choices(makers, weights, k=pick.randint(1, 30)))


def read(path: Path) -> Iterator[str]:
    """Yield the lines of a text file, or of the strings in each object of a .jsonl file."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix != ".jsonl":
        yield from text.split("\n")
        return
    for row in filter(None, text.split("\n")):
        for value in json.loads(row).values():
            if isinstance(value, str):
                yield from value.split("\n")


def differing(
    lines: Iterable[str], name: str = "rjieba", mode: str = "accurate"
) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield line, our words and jieba's for each line where they differ, one line or many at once.

    Our words (those of the engine ``name``) are looked at both as lines are cut one by one and as
    they are cut in bulk.
    """
    ours, theirs = engine.engine(name, mode), engine.engine("jieba", mode)
    chunks: list[str] = []
    words: list[list[str]] = []
    for line in lines:
        one, other = ours.cut(line), theirs.cut(line)
        if mode == "search":
            one = [part for word in one for part in (*route.inside(word, Lexicon()), word)]
            other = list(reference.tokenizer().cut_for_search(line))
        if one != other:
            yield line, one, other
        chunk = " ".join(line.split())
        chunks.append(chunk)
        words.append([word for word in theirs.cut(chunk) if word and word != " "])
    for chunk, joined, expected in zip(chunks, ours.join(chunks), words, strict=True):
        if joined != " ".join(expected):
            yield chunk, joined.split(" "), expected


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, help="text or .jsonl; none: generate lines")
    parser.add_argument("--lines", type=int, default=100_000, help="number of lines to generate")
    parser.add_argument("--seed", type=int, default=0, help="seed of the generated lines")
    parser.add_argument("--show", type=int, default=20, help="differing lines to print")
    parser.add_argument("--mode", choices=SEGMENT_MODES, default=SEGMENT_MODES[0])
    parser.add_argument("--engine", choices=("standard", "rjieba"), default="rjieba")
    options = parser.parse_args()
    if options.files:
        lines = list(dict.fromkeys(line for path in options.files for line in read(path)))
    else:
        lines = list(islice(generated(options.seed), options.lines))
    count = 0
    for line, ours, theirs in differing(lines, options.engine, options.mode):
        count += 1
        if count <= options.show:
            sys.stdout.write(f"{line!r}\n  ours  {ours}\n  jieba {theirs}\n")
    chunks = [" ".join(line.split()) for line in lines]
    times = []
    for name in (options.engine, "jieba"):
        join = engine.engine(name, options.mode).join
        begin = time.process_time()
        join(chunks)
        times.append(time.process_time() - begin)
    megabytes = sum(len(chunk.encode("utf-8", "replace")) for chunk in chunks) / 1e6
    sys.stdout.write(
        f"{len(lines)} lines, {count} differ; {megabytes / times[0]:.1f} MB/s against "
        f"{megabytes / times[1]:.2f} MB/s of jieba, {times[1] / times[0]:.1f} times\n"
    )
    return 1 if count else 0


if __name__ == "__main__":
    raise SystemExit(main())
