"""Lines and clauses that come twice: text boxes of slides and pages that were read twice over."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Document
from cleaner.filters.repair.scripts import apply, count_han
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings

RULE = "repair.echo"

# Songs repeat short lines, without a full stop; speech repeats short clauses.
LINE_HAN = 6  # characters of a sentence that a line must have to be an echo
CLAUSE_HAN = 10  # characters of the repeated clauses together
LONGEST = 3  # clauses in a repeated group

_CLAUSE = lazy("[^\n，,。；;！!？?：:]*[\n，,。；;！!？?：:]|[^\n，,。；;！!？?：:]+")
_ENDS = ("。", "！", "？", "!", "?", "；", ";", ".")


def echo(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Drop the second and later of adjacent equal sentences, as lines or as groups of clauses."""
    document = apply(document, _lines(document.text))
    return apply(document, _clauses(document.text))


def _lines(text: str) -> Iterator[Edit]:
    """Yield edits that drop lines equal to the line above; blank lines between do not count."""
    lines = text.split("\n")
    if not any(a == b and a for a, b in pairwise(lines)) and not any(
        a == c and a and not b.strip() for a, b, c in zip(lines, lines[1:], lines[2:], strict=False)
    ):
        return
    offset = 0
    last, last_end = "", 0
    for line in lines:
        end = offset + len(line)
        content = line.strip()
        if content:
            if content == last and _is_sentence(content):
                yield Edit(last_end, end, "", RULE)
            last, last_end = content, end
        offset = end + 1


def _is_sentence(line: str) -> bool:
    return line.endswith(_ENDS) and count_han(line) >= LINE_HAN


def _clauses(text: str) -> Iterator[Edit]:
    """Yield edits that drop groups of clauses that repeat the group before them."""
    clauses = _CLAUSE.findall(text)
    spots: dict[int, int] = {}
    for size in range(1, LONGEST + 1):
        run = 0
        for at, (a, b) in enumerate(zip(clauses, clauses[size:], strict=False)):
            run = run + 1 if a == b else 0
            if run >= size:
                spots.setdefault(at - size + 1, size)
                run = 0
    if not spots:
        return
    starts = [0]
    for clause in clauses:
        starts.append(starts[-1] + len(clause))
    done = 0
    for at in sorted(spots):
        size = spots[at]
        group = text[starts[at] : starts[at + size]]
        if at < done or "\n" in group or count_han(group) < CLAUSE_HAN:
            continue
        start, end = starts[at + size], starts[at + 2 * size]
        if text[start:end] != group or start < starts[done]:
            continue
        yield Edit(start, end, "", RULE)
        done = at + 2 * size
