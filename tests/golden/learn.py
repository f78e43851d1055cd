"""Learn the weights of lines in doubt (``cleaner.filters.chrome.doubt``) from the golden pages.

    python -m tests.golden.learn [FOLDER [LIST]]

writes ``chrome/doubt_grams.tsv`` and ``chrome/doubt_rules.tsv`` into FOLDER, the shipped
dictionaries by default, learnt from the pages that the file LIST names, all by default; needs
numpy. The rules have been mended until they are right about the golden pages, and so these show no
doubt any more. What the rules make of a page at first sight is told by leaving out a part of the
cues, another one each time. Of golden pages few texts end in short lines, and among what the rules
keep there these are rare; on the pages of the web signatures, lists and last verses are not. So
texts of all kinds (``pure/texts.txt``) stand in place of the text of a page too, another one each
time. The lines that stay then are learnt from, as the golden pages label them: first what the
characters of a line say (logistic regression on short sequences), then, with what was learnt of
that from other pages, where it stands (boosted trees of few leaves). The same pages give the same
weights.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from math import log
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from cleaner import dictionaries
from cleaner.document import Document
from cleaner.filters.chrome import certain, decide, doubt, index
from cleaner.filters.chrome.judge import Judge
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.model import GRAMS, RULES, Model, grams
from cleaner.pipeline import run
from tests.golden.test_chrome_pages import CONVERT, PAGES, SETTINGS, labelled
from tests.golden.test_pure_texts import TEXTS

# How often, and what share of the cues is left out each time.
TIMES, LEFT_OUT = 6, 0.2
# Pages are learnt from in so many parts: what is said of a page was learnt from the others.
PARTS = 5
# Sequences of characters that are kept, of those on so many pages.
KEPT, PAGES_LEAST = 4000, 2
# Weights in the tables for one unit of log odds: of characters, of places.
UNIT, FINE = 16, 64
# Trees, their leaves, how fast they learn, lines in a leaf and what holds its weight back.
TREES, LEAVES, RATE, LEAST, HOLD = 40, 4, 0.2, 60, 5.0

Array = Any
Seen = tuple[str, list[str], list[Line], list[str], "int | None"]
HEADER = """\
# format: {format}
# source: learnt from the pages of tests/golden by python -m tests.golden.learn
# licence: Apache-2.0
"""


def main(folder: str = "", listed: str = "") -> None:
    """Write both tables into ``folder``, learnt from the pages ``listed`` in a file or all."""
    names = Path(listed).read_text("utf-8").split() if listed else PAGES
    write(Path(folder or dictionaries.root()), *learn(list(pages(names))))


def pages(names: Sequence[str]) -> Iterator[Seen]:
    """Yield what the rules make of each page: its labels, lines, reasons and title.

    Pages with another text in them have its name behind theirs.
    """
    texts = {}
    for name in names:
        page = "\n".join(text for _, text in labelled(name))
        texts[name] = run(Document(text=page), CONVERT, SETTINGS).text.split("\n")
    plain = {
        name: run(Document(text=text.strip()), CONVERT, SETTINGS).text.split("\n")
        for name, text in TEXTS.items()
    }
    tables: Any = index  # of which the rows are read otherwise
    shipped, doubted, sure = tables.rows, doubt.learnt, certain.certain
    doubt.learnt, certain.certain = lambda *_, **__: [], lambda *_: []
    for turn in range(TIMES):
        chance = random.Random(turn)
        tables.rows = lambda *asked, chance=chance: tuple(
            row for row in shipped(*asked[:2]) if chance.random() > LEFT_OUT
        )
        judge = Judge(index._read(("",)))
        for name in names:
            lines = judge.lines(texts[name])
            decision = decide.decide(lines)
            labels = [label for label, _ in labelled(name)]
            yield name, labels, lines, decision.reasons, decision.title
        for name, text in plain.items():
            page = chance.choice([page for page in names if _part(page) == _part(name)])
            labels = [label for label, _ in labelled(page)]
            if "+" not in labels:
                continue
            first, last = labels.index("+"), len(labels) - labels[::-1].index("+")
            lines = judge.lines([*texts[page][:first], *text, *texts[page][last:]])
            labels[first:last] = "+" * len(text)
            decision = decide.decide(lines)
            yield f"{page} {name}", labels, lines, decision.reasons, decision.title
    tables.rows, doubt.learnt, certain.certain = shipped, doubted, sure


def learn(seen: Sequence[Seen]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the weights of sequences of characters and of conditions."""
    part = {name: _part(name.partition(" ")[0]) for name, *_ in seen}
    models = [
        Model(words([page for page in seen if part[page[0]] != other]), (0, []))
        for other in range(PARTS)
    ]
    values, chrome = [], []
    for name, labels, lines, reasons, title in seen:
        if any(reasons):
            alive = [at for at, line in enumerate(lines) if line.text and not reasons[at]]
            for place, row in doubt.features(lines, reasons, alive, title, models[part[name]]):
                if labels[place] != "~":
                    values.append(row)
                    chrome.append(labels[place] == "-")
    return words(seen), trees(np.array(values), np.array(chrome, float))


def _part(name: str) -> int:
    """Return the part of a page or text: one that learns from a text learns from its page."""
    return crc32(name.encode()) % PARTS


def words(seen: Sequence[Seen]) -> dict[str, int]:
    """Return the weights of sequences of characters in lines that are no sentences."""
    lines: dict[tuple[str, str], set[str]] = {}
    for name, labels, page, *_ in seen:
        for label, line in zip(labels, page, strict=True):
            if label != "~" and line.text and not doubt.is_sentence(line):
                host, _, guest = name.partition(" ")
                source = guest if guest and label == "+" else host
                lines.setdefault((label, line.text), set()).add(source)
    names: dict[str, set[str]] = {}
    for (_, text), on in lines.items():
        for gram in grams(text):
            names.setdefault(gram, set()).update(on)
    known = sorted(
        gram for gram, on in names.items() if len(on) >= PAGES_LEAST and gram[0] not in "#"
    )
    often = np.array([len(on) for on in lines.values()], float)
    chrome = np.array([label == "-" for label, _ in lines], float)
    texts = [text for _, text in lines]
    weights = _regression(texts, known, chrome, often)
    uses = Counter(gram for text in texts for gram in grams(text))
    telling = sorted(known, key=lambda gram: (-abs(weights[gram]) * uses[gram] ** 0.5, gram))
    weights = _regression(texts, sorted(telling[:KEPT]), chrome, often)
    rounded = {gram: round(UNIT * weight) for gram, weight in weights.items()}
    return {gram: weight for gram, weight in rounded.items() if weight}


def _regression(
    texts: Sequence[str], known: Collection[str], chrome: Array, often: Array
) -> dict[str, float]:
    """Return the weight of each known sequence, by gradient descent with momentum (Adam)."""
    column = {gram: place for place, gram in enumerate(known)}
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        found = sorted(column[gram] for gram in grams(text) if gram in column)
        rows += [row] * len(found)
        columns += found
        values += [len(found) ** -0.5] * len(found)
    at, of, value = np.array(rows), np.array(columns), np.array(values)
    share = np.where(chrome > 0, often / often[chrome > 0].sum(), often / often[chrome == 0].sum())
    weight = np.zeros(len(column))
    first, second = np.zeros(len(column)), np.zeros(len(column))
    for turn in range(1, 121):
        total = np.bincount(at, weight[of] * value, len(texts))
        miss = (1 / (1 + np.exp(-total)) - chrome) * share
        slope = np.bincount(of, miss[at] * value, len(column)) + HELD * weight
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        step = (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.99**turn)) + 1e-9)
        weight -= 0.15 * step * (1 - turn / 150)
    return dict(zip(known, weight.tolist(), strict=True))


# How much the weights of sequences are held back.
HELD = 1e-5


def trees(values: Array, chrome: Array) -> dict[str, int]:
    """Return the weights of the leaves of boosted trees, by the conditions that lead to them."""
    edges = [_edges(column) for column in values.T]
    binned = np.stack(
        [np.searchsorted(e, c, side="right") for e, c in zip(edges, values.T, strict=True)], 1
    )
    chance = np.random.RandomState(0)
    start = log(chrome.mean() / (1 - chrome.mean()))
    total = np.full(len(chrome), start)
    rules: Counter[str] = Counter({"own>=-1000": round(FINE * start)})
    for _ in range(TREES):
        likely = 1 / (1 + np.exp(-total))
        slope, bend = chrome - likely, likely * (1 - likely)
        sample = np.flatnonzero(chance.random_sample(len(chrome)) < 0.7)
        tried = sorted(chance.permutation(values.shape[1])[: (values.shape[1] + 1) // 2])
        every = np.arange(len(chrome))
        leaves: list[tuple[Array, Array, str, Any]] = []
        leaves.append((sample, every, "", _split(binned, slope, bend, sample, edges, tried)))
        while len(leaves) < LEAVES:
            best = max(range(len(leaves)), key=lambda nth: leaves[nth][3][0])
            rows, whole, way, (gain, feature, edge) = leaves[best]
            if gain <= 0:
                break
            del leaves[best]
            for sign, above in (("<", False), (">=", True)):
                inner = rows[(binned[rows, feature] > edge) == above]
                outer = whole[(binned[whole, feature] > edge) == above]
                path = f"{way} {doubt.FEATURES[feature]}{sign}{edges[feature][edge]}".strip()
                split = _split(binned, slope, bend, inner, edges, tried)
                leaves.append((inner, outer, path, split))
        for rows, whole, way, _ in leaves:
            weight = round(FINE * RATE * slope[rows].sum() / (bend[rows].sum() + HOLD))
            total[whole] += weight / FINE
            if way:
                rules[way] += weight
    return {way: weight for way, weight in rules.items() if weight}


def _edges(column: Array) -> list[int]:
    """Return the values of a feature that are tried as the least of the upper part."""
    found = np.unique(column)
    if len(found) > 40:
        found = np.unique(np.quantile(column, np.linspace(0, 1, 41)).astype(int))
    return [int(value) for value in found[1:]]


def _split(
    binned: Array, slope: Array, bend: Array, rows: Array, edges: Sequence[Any], tried: Any
) -> tuple[float, int, int]:
    """Return what the best split of a leaf gains, its feature and the number of its edge."""
    best = (0.0, 0, 0)
    g, h = slope[rows], bend[rows]
    whole = g.sum() ** 2 / (h.sum() + HOLD)
    for feature in tried:
        size = len(edges[feature]) + 1
        bins = binned[rows, feature]
        lower = np.cumsum(np.bincount(bins, g, size))[:-1]
        bends = np.cumsum(np.bincount(bins, h, size))[:-1]
        count = np.cumsum(np.bincount(bins, minlength=size))[:-1]
        upper, over = g.sum() - lower, h.sum() - bends
        gains = lower**2 / (bends + HOLD) + upper**2 / (over + HOLD) - whole
        gains[(count < LEAST) | (len(rows) - count < LEAST)] = 0
        if len(gains) and gains.max() > best[0]:
            best = (float(gains.max()), int(feature), int(gains.argmax()))
    return best


def write(folder: Path, words: dict[str, int], rules: dict[str, int]) -> None:
    """Write the tables."""
    formats = {
        GRAMS: "sequence of characters (^ before a line, $ behind it), weight: tab-separated",
        RULES: "conditions that hold together, weight: see cleaner/filters/chrome/doubt.py",
    }
    for name, table in ((GRAMS, words), (RULES, rules)):
        rows = "".join(f"{text}\t{table[text]}\n" for text in sorted(table))
        (folder / name).write_text(HEADER.format(format=formats[name]) + rows, "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
