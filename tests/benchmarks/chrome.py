"""How fast page chrome is dropped: python -m tests.benchmarks.chrome [--pages FILE --field FIELD].

CPU time of the stage alone on pages that the stages before it have cleaned, in MB of UTF-8 and in
pages a second: in steady state, where short lines that were judged lately are known, and with each
page as if it were the first of its site. Its parts, and the whole pipeline without and with
segmentation on the same pages, timed in turn; the last column is the time as a multiple of the
stage's in steady state.
"""

from __future__ import annotations

from cleaner import Cleaner
from cleaner.document import Document
from cleaner.filters.chrome import strip
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import Judge
from cleaner.frozen import replace
from cleaner.pipeline import run, select
from cleaner.settings import Settings
from tests.benchmarks.timing import in_turn, pages


def main() -> None:
    found = pages(__doc__.splitlines()[0])
    settings = Settings(segment=False)
    before = select(Settings(segment=False, keep_chrome=True))
    documents = [run(Document(data=page.encode()), before, settings) for page in found]
    asked = documents
    documents = [replace(document, terse=True) for document in documents]
    split = [document.text.removesuffix("\n").split("\n") for document in documents]
    judged = [Judge(load()).lines(raw) for raw in split]
    places = range(len(found))
    plain, words = Cleaner(settings), Cleaner()

    def first(place: int) -> None:
        strip._judge.cache_clear()
        strip.chrome(documents[place], settings)

    works = {
        "chrome": lambda place: strip.chrome(documents[place], settings),
        "chrome and metadata": lambda place: strip.chrome(asked[place], settings),
        "chrome, no line known": first,
        "its lines judged, none known": lambda place: Judge(load()).lines(split[place]),
        "its decision": lambda place: decide(judged[place]),
        "all but segmentation": lambda place: plain.clean(found[place]),
        "all": lambda place: words.clean(found[place]),
    }
    took = in_turn(list(works.values()), places)
    size = sum(len(document.text.encode()) for document in documents) / 1e6
    lines = sum(map(len, split))
    print(f"{len(found)} pages, {lines} lines, {size:.2f} MB\n")
    print("| | MB/s | pages/s | x chrome |\n|---|---|---|---|")
    for name, seconds in zip(works, took, strict=True):
        print(
            f"| {name} | {size / seconds:.1f} | {len(found) / seconds:.0f} "
            f"| {seconds / took[0]:.2f} |"
        )


if __name__ == "__main__":
    main()
