"""Lines and clauses that come twice: text boxes of slides and pages that were read twice over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, compress, count, pairwise
from operator import eq

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

# Of three clauses with CLAUSE_HAN characters one has four, and twice their length is a long line.
_LONG_CLAUSE = 4
_LONG_LINE = 2 * CLAUSE_HAN
_CLAUSE = lazy("[^\n，,。；;！!？?：:]*[\n，,。；;！!？?：:]|[^\n，,。；;！!？?：:]+")
_HEAD = 12  # characters that tell nearly all lines apart
_PLAIN = str.maketrans("（），：；！？", "(),:;!?", " \u3000\xa0")
_ENDS = frozenset("。！？!?；;.")


def echo(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Drop the second and later of adjacent equal sentences, as lines or as groups of clauses."""
    lines = document.text.split("\n")
    if _may_repeat_lines(lines):
        document = apply(document, _lines(lines))
        lines = document.text.split("\n")
    if _may_repeat_clauses(lines):
        document = apply(document, _clauses(document.text))
    return document


def _may_repeat_lines(lines: list[str]) -> bool:
    """Tell whether a sentence comes again in the next line; blank lines between do not count."""
    contents = list(filter(None, map(str.strip, lines)))
    sizes = list(map(len, contents))
    return any(
        _repeats(contents[at], contents[at - 1])
        for at, (last, size) in enumerate(pairwise(sizes), 1)
        if -size <= 4 * (size - last) <= size and contents[at][-1] in _ENDS
    )


def _repeats(line: str, last: str) -> bool:
    """Tell whether a line is a sentence that says what the last one said.

    Spaces and the width of marks are no difference: cleaning does away with them.
    """
    return (
        line[-1] in _ENDS
        and 4 * abs(len(line) - len(last)) <= len(line)
        and _begin_alike(line, last)
        and line.translate(_PLAIN) == last.translate(_PLAIN)
        and count_han(line) >= LINE_HAN
    )


def _begin_alike(line: str, last: str) -> bool:
    head, other = line[:_HEAD].translate(_PLAIN), last[:_HEAD].translate(_PLAIN)
    return head.startswith(other) or other.startswith(head)


def _may_repeat_clauses(lines: list[str]) -> bool:
    """Tell whether a long clause comes again among the next ones of its line: one page of 20."""
    text = "\n".join([line for line in lines if len(line) > _LONG_LINE])
    for mark in "，。；;！!？?：:":
        text = text.replace(mark, ",")
    clauses = text.replace("\n", ",\n,").split(",")
    clauses = [clause for clause in clauses if len(clause) >= _LONG_CLAUSE or clause == "\n"]
    return any(
        "\n" not in clauses[at : at + size]
        for size in range(1, LONGEST + 1)
        for at in compress(count(), map(eq, clauses, clauses[size:]))
    )


def _lines(lines: Sequence[str]) -> Iterator[Edit]:
    """Yield edits that drop lines equal to the line above; blank lines between do not count."""
    offset = 0
    last, last_end = "", 0
    for line in lines:
        end = offset + len(line)
        content = line.strip()
        if content:
            if _repeats(content, last):
                yield Edit(last_end, end, "", RULE)
            last, last_end = content, end
        offset = end + 1


def _clauses(text: str) -> Iterator[Edit]:
    """Yield edits that drop groups of clauses that repeat the group before them."""
    clauses = _CLAUSE.findall(text)
    spots: dict[int, int] = {}
    for size in range(1, LONGEST + 1):
        run, last = 0, -1
        for at in compress(count(), map(eq, clauses, clauses[size:])):
            run = run + 1 if at == last + 1 else 1
            last = at
            if run >= size:
                spots.setdefault(at - size + 1, size)
                run = 0
    if not spots:
        return
    starts = [0, *accumulate(map(len, clauses))]
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
