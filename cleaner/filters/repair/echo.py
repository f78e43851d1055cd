"""Lines and clauses that come twice: text boxes of slides and pages that were read twice over."""

from __future__ import annotations

from itertools import accumulate, compress, count
from operator import eq

from cleaner.document import Document
from cleaner.filters.repair.scripts import apply, count_han, is_foreign
from cleaner.kept import partial
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

RULE = "repair.echo"

# Songs repeat short lines, without a full stop; speech repeats short clauses.
LINE_HAN = 6  # characters of a sentence that a line must have to be an echo
TITLE_HAN = 4  # ... and of one that stands above a sentence
GROUP_HAN = 8  # characters, digits too, of repeated clauses together ...
CLAUSE_HAN = 10  # ... in speech, unless they are a sentence
VERSE = frozenset(range(5, 10))  # characters of a clause of a poem ...
UNEVEN = 2  # ... and by how many two may differ
_CRIES = frozenset("！!")  # who cries or demands something does so twice
HALF_HAN = 8  # characters of half a line that says the same twice
DOUBLED = 20  # characters of a line in which each clause says the same twice
LONGEST = 3  # clauses in a repeated group
PAIRED = 12  # characters of clauses side by side, each written twice

# Of clauses with so many characters one has four; twice that, or the halves, is a long line.
_LONG_CLAUSE = 4
_LONG_LINE = 2 * min(GROUP_HAN, HALF_HAN)
_MARKS = "，。；;！!？?：:"
_SPACES = " \u3000\xa0"
# The indentation of a line is a piece of its own, so that its first clause is like others.
_CLAUSE = lazy(
    rf"[\t{_SPACES}](?<![^\n].)[\t{_SPACES}]*+|[^\n,{_MARKS}]*[\n,{_MARKS}]|[^\n,{_MARKS}]+"
)
_PLAIN = str.maketrans("（），：；！？", "(),:;!?", _SPACES)
# For clauses, which may be spaces alone: as wide as they will be.
_ALIKE = str.maketrans("（），。：；！？", "(),.:;!?")
# What :func:`_even` makes alike. Most pages lack half of it, which is seen sooner than done.
_EVEN = (
    *[(mark, ",") for mark in _MARKS], ("（", "("), ("）", ")"), *[(space, "") for space in _SPACES]
)  # fmt: skip
_PAUSES = frozenset(f",{_MARKS}")
_SPEAKERS = frozenset("你妳您我咱")
_SPOKEN = _SPEAKERS | frozenset("他她啊呀吧哦啦呢吗嗎爱愛")
# No one speaks in these of what is his.
_OURS = lazy("我[国國省市县縣区區校院局司]|从我做起|從我做起")
_ENDS = frozenset("。！？!?；;.")
# What titles of documents end with; below stands whom they are for: 各单位：
_DOCUMENTS = (
    "通知", "公告", "公示", "通报", "通報", "意见", "意見", "办法", "辦法", "方案", "决定", "決定",
    "函", "报告", "報告",
)  # fmt: skip
_BEFORE = frozenset(f"。\n\t{_SPACES}")  # what a sentence begins behind


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
    for places, echoes in ((repeating, _pairs), (repeating, _clauses), (twice, _halves)):
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
        clauses = line.split(",") if "," in line else ()
        if len({*clauses}) < len(clauses):
            repeating.append(place)
            near = near or any(
                len(clause) >= _LONG_CLAUSE and clause in clauses[at : at + LONGEST]
                for at, clause in enumerate(clauses, 1)
            )
        if line[0] == line[size // 2] and _says_twice(line):
            twice.append(place)
    if lines and _says_each_twice(lines[0].split(",")):  # where the first line does, others may
        twice += [at for at, line in enumerate(lines) if _says_each_twice(line.split(","))]
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
        and not _speaks(title, _SPOKEN)
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
    sizes = [count_han(clause) for clause in _CLAUSE.findall(line)]
    uneven = max(sizes) - min(sizes)
    return len(sizes) > 1 and (not uneven or (uneven <= UNEVEN and {*sizes} <= VERSE))


def _clauses(line: str) -> Iterator[Edit]:
    """Yield edits that drop groups of clauses that repeat the group before them."""
    clauses = _CLAUSE.findall(line)
    # Spaces before a mark will go.
    even = [(clause[:-1].rstrip(_SPACES) + clause[-1]).translate(_ALIKE) for clause in clauses]
    spots: dict[int, int] = {}
    ended: set[int] = set()  # those of which the first group goes: the second ends the sentence
    for size in range(1, LONGEST + 1):
        run, last = 0, -1
        for at in compress(count(), map(eq, even, even[size:])):
            run = run + 1 if at == last + 1 else 1
            last = at
            if run >= size:
                spots.setdefault(at - size + 1, size)
                run = 0
            elif size > 1 and run == size - 1 and _ends(even[at + 1 : at + size + 2]):
                ended.add(at - size + 2)
                spots.setdefault(at - size + 2, size)
                run = 0
    if not spots:
        return
    starts = [0, *accumulate(map(len, clauses))]
    done = 0
    for at in sorted(spots):
        size = spots[at]
        group = line[starts[at] : starts[at + size]]
        if at < done or "\n" in group or _size(group) < _least(group, clauses, at, size):
            continue
        if group[-1] in _CRIES:
            continue
        first = at if at in ended else at + size
        start, end = starts[first], starts[first + size]
        if start < starts[done]:
            continue
        yield Edit(start, end, "", RULE)
        done = at + 2 * size


def _ends(clauses: Sequence[str]) -> bool:
    """Tell whether the last of ``clauses`` says what the first does, and ends the sentence."""
    first, last = clauses[0], clauses[-1]
    return len(clauses) > 1 and first[-1] == "," and last[-1] == "." and first[:-1] == last[:-1]


def _least(group: str, clauses: Sequence[str], at: int, size: int) -> int:
    """Return how many characters a group needs to be an echo; speech and songs need more."""
    if size > 1 and group[-1] == "。" and (not at or clauses[at - 1][-1] in _BEFORE):
        return GROUP_HAN
    return CLAUSE_HAN if _speaks(group, _SPOKEN) else GROUP_HAN


def _speaks(text: str, signs: frozenset[str]) -> bool:
    return not signs.isdisjoint(text) and not signs.isdisjoint(_OURS.sub("", text))


def _size(group: str) -> int:
    return sum(map(str.isalnum, group))


def _says_twice(line: str) -> bool:
    """Tell whether a line is the same twice, without a mark between: a heading in two boxes."""
    half, odd = divmod(len(line), 2)
    return (
        not odd
        and half >= HALF_HAN
        and line[0] == line[half]
        and line[:half] == line[half:]
        and count_han(line) >= 2 * HALF_HAN
        and len({*line}) > HALF_HAN // 2  # nobody laughs in so many
        and line[-1] not in _CRIES
        and not _speaks(line, _SPEAKERS)
    )


def _is_double(clause: str) -> bool:
    half, odd = divmod(len(clause), 2)
    return (
        not odd and half >= _LONG_CLAUSE and clause[:half] == clause[half:] and len({*clause}) > 3
    )


def _says_each_twice(clauses: Sequence[str]) -> bool:
    """Tell whether each clause of a line is the same twice: nobody stutters so."""
    said = [clause for clause in clauses if clause]
    return all(map(_is_double, said)) and len(said) > 1 and sum(map(len, said)) >= DOUBLED


def _halves(line: str) -> Iterator[Edit]:
    """Yield the edits that drop the second half of a line that says the same twice.

    Or of each of its clauses.
    """
    line = line.removesuffix("\n")
    if _says_twice(line):
        yield Edit(len(line) // 2, len(line), "", RULE)
        return
    clauses = _CLAUSE.findall(line)
    bare = [clause[:-1] if clause[-1] in _PAUSES else clause for clause in clauses]
    if len(bare) > 1 and _says_each_twice(bare):
        starts = accumulate(map(len, clauses), initial=0)
        for start, clause in zip(starts, bare, strict=False):
            yield Edit(start + len(clause) // 2, start + len(clause), "", RULE)


def _pairs(line: str) -> Iterator[Edit]:
    """Yield edits that drop the first of two equal clauses, where two or more such pairs follow.

    They may be shorter than one that comes alone, and differ in the mark after them. Those in which
    someone speaks are songs.
    """
    clauses = _CLAUSE.findall(line)
    bare = [clause[:-1] if clause[-1] in _PAUSES else clause for clause in clauses]
    starts = [0, *accumulate(map(len, clauses))]
    pairs: list[int] = []
    for at in [*compress(count(), map(eq, bare, bare[1:])), len(bare) + 1]:
        if pairs and at < pairs[-1] + 2:
            continue
        if pairs and (at > pairs[-1] + 2 or clauses[at - 1][-1] == "\n"):
            if len(pairs) > 1 and sum(count_han(bare[first]) for first in pairs) >= PAIRED:
                yield from [Edit(starts[at], starts[at + 1], "", RULE) for at in pairs]
            pairs = []
        if (
            at < len(bare)
            and clauses[at][-1] in _PAUSES
            and len(bare[at]) >= _LONG_CLAUSE
            and not _speaks(bare[at], _SPEAKERS)
        ):
            pairs.append(at)
