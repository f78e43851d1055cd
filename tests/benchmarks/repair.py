"""How fast repair is: python -m tests.benchmarks.repair [--pages FILE.jsonl --field FIELD].

CPU time of the whole stage in MB of UTF-8 a second, on clean pages, on the damaged page of the
examples alone and forty times over, and what the search for signs of misread text takes per 100 KB,
on Chinese pages and on Japanese. Each figure also as a multiple of one search over the same text
for a class of characters that is not there, timed in turn: the least that any look at a text costs.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from cleaner.document import Document
from cleaner.filters.markup import markup
from cleaner.filters.repair import repair
from cleaner.mojibake.signs import signs
from cleaner.settings import Settings
from tests.benchmarks.timing import ROOT, in_turn, pages

_NOT_THERE = re.compile("[\ue100-\ue1ff]")
_JAPANESE = (
    "今朝は雨が降っていたので、駅まで歩かずにバスに乗った。",
    "図書館は来月から工事のため、しばらく休みになります。",
    "新しいコーヒーショップがオープンしたと聞いて、友だちとすぐに行ってみた。",
    "会議の資料はメールで送りましたので、ご確認ください。",
    "この町には古い神社と、三百年前に建てられた橋が残っている。",
    "値段は少し高いけれど、サービスがとてもよかった。",
    "台風の影響で、午後の電車はすべて運休となった。",
)


def megabytes(texts: Sequence[str]) -> float:
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6


def japanese(size: int) -> str:
    """Return lines of Japanese, ``size`` characters or a few more, no two alike nearby."""
    orders = itertools.cycle(itertools.permutations(_JAPANESE, 3))
    lines: list[str] = []
    while sum(map(len, lines)) < size:
        lines.append("".join(next(orders)))
    return "\n".join(lines)


def main() -> None:
    found = pages(__doc__.splitlines()[0])
    settings = Settings()
    seed = (ROOT / "examples/huangshi.txt").read_text(encoding="utf-8")

    def whole(text: str) -> None:
        repair(Document(text=text), settings)

    visible = [markup(Document(text=page), settings).text for page in found]
    clean = [repair(Document(text=page), settings).text for page in visible]
    print("| repair of | MB/s | x one search |\n|---|---|---|")
    for name, texts in (
        ("pages as they are", visible),
        ("pages repaired before", clean),
        ("the damaged page", [seed] * 20),
        ("the damaged page 40 times in one", ["\n".join([seed] * 40)]),
    ):
        took, one = in_turn((whole, _NOT_THERE.search), texts)
        print(f"| {name} | {megabytes(texts) / took:.1f} | {took / one:.0f} |")
    print("\n| signs of misread text in | ms per 100 KB | x one search |\n|---|---|---|")
    for name, texts in (("the pages", clean), ("Japanese", [japanese(50_000)])):
        took, one = in_turn((signs, _NOT_THERE.search), texts)
        print(f"| {name} | {100 * took / megabytes(texts):.2f} | {took / one:.0f} |")


if __name__ == "__main__":
    main()
