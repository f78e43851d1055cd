"""Lines and clauses that come twice: text boxes of slides and pages that were read twice over."""

from __future__ import annotations

from itertools import accumulate, compress, count
from operator import eq

from cleaner.document import Document
from cleaner.filters.repair.clauses import (
    CLAUSE,
    GROUP_HAN,
    HALF_HAN,
    HEADING_HAN,
    LONG_CLAUSE,
    LONGEST,
    MARKS,
    RULE,
    SPACES,
    SPOKEN,
    repeated_groups,
    repeated_halves,
    repeated_pairs,
    says_each_twice,
    says_twice,
    speaks,
)
from cleaner.filters.repair.scripts import apply, count_han, is_foreign
from cleaner.kept import partial
from cleaner.ledger import Edit
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Final

# Songs repeat short lines, without a full stop.
LINE_HAN = 6  # characters of a sentence that a line must have to be an echo
TITLE_HAN = 4  # ... and of one that stands above a sentence
VERSE = frozenset(range(5, 10))  # characters of a clause of a poem ...
UNEVEN = 2  # ... and by how many two may differ

# A line of which halves, or so many clauses, may come twice.
_LONG_LINE: Final = 2 * min(GROUP_HAN, HALF_HAN)
# So many of the first lines tell whether short ones say the same twice, too: to look at each line
# would cost 3 % of all repairs.
_FIRST: Final = 24
_PLAIN = str.maketrans("（），：；！？", "(),:;!?", SPACES)
# What :func:`_even` makes alike. Most pages lack half of it, which is seen sooner than done.
_EVEN = (
    *[(mark, ",") for mark in MARKS], ("（", "("), ("）", ")"), *[(space, "") for space in SPACES]
)  # fmt: skip
_ENDS = frozenset("。！？!?；;.")
# What titles of documents end with; below stands whom they are for: 各单位：
_DOCUMENTS = (
    "通知", "公告", "公示", "通报", "通報", "意见", "意見", "办法", "辦法", "方案", "决定", "決定",
    "函", "报告", "報告",
)  # fmt: skip


def echo(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Drop the second and later of adjacent equal sentences, as lines or as groups of clauses."""
    text = document.text
    lines = _even(text)
    repeated = _repeated(text, lines) if _may_repeat_lines(lines) else []
    if repeated:
        span = _spans(text)
        edits = [Edit(span(place - 1)[1], span(place)[1], "", RULE) for place in repeated]
        document = document.apply(edits)
        gone = frozenset(repeated)
        lines = [line for place, line in enumerate(lines) if place not in gone]
    repeating, twice = _repeating(lines)
    for places, echoes in (
        (repeating, repeated_pairs),
        (repeating, repeated_groups),
        (twice, repeated_halves),
    ):
        if places:
            document = apply(document, _in_lines(document.text, places, echoes))
    return document


def has_line_twice(text: str) -> bool:
    """Whether a line comes twice in a row, blank lines aside: what stood between may have gone."""
    lines = list(filter(None, text.split("\n")))
    return any(map(eq, lines, lines[1:]))


def _even(text: str) -> list[str]:
    """Return the lines of ``text`` with all marks alike and without spaces.

    What repeats in the text repeats in these, and they need no look at each line by itself.
    """
    for one, other in _EVEN:
        if one in text:
            text = text.replace(one, other)
    return list(filter(None, map(str.strip, text.split("\n"))))


def _may_repeat_lines(lines: list[str]) -> bool:
    """Tell whether a line that may be a sentence, or stand above one, comes twice in a row."""
    return _each_line_twice(lines) or any(
        (len(lines[at]) >= LINE_HAN and lines[at][-1] in ",.")
        or (len(lines[at]) >= TITLE_HAN and lines[at + 2 : at + 3] and lines[at + 2][-1] == ",")
        for at in compress(count(), map(eq, lines, lines[1:]))
    )


def _repeating(lines: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the places of lines that may repeat clauses, and of lines that say the same twice.

    None of the former unless a long clause comes again among the next ones of its line, as on one
    page of 20.
    """
    repeating, twice = [], []
    near = False
    for place, line in enumerate(lines):
        size = len(line)
        if size < _LONG_LINE:
            continue
        if "," in line:
            clauses = line.split(",")
            if len({*clauses}) < len(clauses):
                repeating.append(place)
                near = near or any(
                    len(clause) >= LONG_CLAUSE and clause in clauses[at : at + LONGEST]
                    for at, clause in enumerate(clauses, 1)
                )
        if line[0] == line[size // 2] and says_twice(line):
            twice.append(place)
    if twice or any(
        line[0] == line[len(line) // 2] and says_twice(line) for line in lines[:_FIRST]
    ):
        # Beside one that tells, others may be shorter and no headings.
        twice += [
            at
            for at, line in enumerate(lines)
            if len(line) < _LONG_LINE and says_twice(line, HEADING_HAN)
        ]
    if lines and says_each_twice(lines[0].split(",")):  # where the first line does, others may
        twice += [at for at, line in enumerate(lines) if says_each_twice(line.split(","))]
    repeating = repeating if near else []
    # What is left of clauses that came again and again says the same twice as well.
    return repeating, sorted({*repeating, *twice}) if twice else []


def _in_lines(
    text: str, places: Iterable[int], echoes: Callable[[str], Iterable[Edit]]
) -> Iterator[Edit]:
    """Yield the ``echoes`` in lines of ``text``, given by their places among those not blank."""
    span = _spans(text)
    for place in places:
        start, end = span(place)
        for edit in echoes(text[start : end + 1]):
            yield edit._replace(start=start + edit.start, end=start + edit.end)


def _spans(text: str) -> Callable[[int], tuple[int, int]]:
    """Return what tells start and end of lines, by their places among those not blank."""
    lines = text.split("\n")
    sizes = list(accumulate(map(len, lines)))
    return partial(_span, lines, sizes, list(compress(count(), map(str.strip, lines))))


def _span(
    lines: Sequence[str], sizes: Sequence[int], filled: Sequence[int], place: int
) -> tuple[int, int]:
    at = filled[place]
    end = sizes[at] + at
    return end - len(lines[at]), end


def _each_line_twice(lines: Sequence[str]) -> bool:
    """Tell whether every line comes twice, and one of them is a sentence."""
    if len(lines) < 4 or lines[0] != lines[1]:
        return False
    first = lines[::2]
    return first == lines[1::2] and any(
        len(line) >= LINE_HAN and line[-1] in ",." for line in first
    )


def _repeated(text: str, even: Sequence[str]) -> list[int]:
    """Return the places of lines that go since they equal the line above.

    Places are among the lines of ``text`` that are not blank, of which ``even`` has the even ones.
    """
    lines = list(filter(None, map(str.strip, text.split("\n"))))
    each = _each_line_twice(even)
    return [
        at + 1
        for at in compress(count(), map(eq, even, even[1:]))
        if (
            (each and at % 2 == 0)
            or _repeats(lines[at + 1], lines[at])
            or _is_title(lines[max(0, at - 1) : at + 3], at)
        )
        and not is_foreign(lines[at])
    ]


def _repeats(line: str, last: str) -> bool:
    """Tell whether a line is a sentence that says what the last one said.

    Spaces and the width of marks are no difference: cleaning does away with them.
    """
    return (
        line[-1] in _ENDS
        and 4 * abs(len(line) - len(last)) <= len(line)
        and line.translate(_PLAIN) == last.translate(_PLAIN)
        and count_han(line) >= LINE_HAN
        and not _is_verse(line)
    )


def _is_title(lines: Sequence[str], at: int) -> bool:
    """Tell whether the two equal ones of ``lines`` are a title, with a sentence below them.

    They are those from ``at`` on, with the line before; it has ended its sentence. Songs have no
    sentence below.
    """
    title, *below = lines[min(at, 1) + 1 :]
    return (
        (at == 0 or lines[0][-1] in _ENDS)
        and title[-1] not in _ENDS
        and count_han(title) >= TITLE_HAN
        and not speaks(title, SPOKEN)
        and bool(below)
        and (
            (at == 0 and title.endswith(_DOCUMENTS) and below[0][-1] in ":：")
            or (
                below[0][-1] in "。！"
                and count_han(below[0]) >= LINE_HAN
                and not _is_verse(below[0])
            )
        )
    )


def _is_verse(line: str) -> bool:
    """Tell whether a line has clauses as songs and poems have: of one length, or nearly."""
    sizes = [count_han(clause) for clause in CLAUSE.findall(line)]
    uneven = max(sizes) - min(sizes)
    return len(sizes) > 1 and (not uneven or (uneven <= UNEVEN and {*sizes} <= VERSE))
