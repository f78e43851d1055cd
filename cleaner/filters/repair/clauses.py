"""Clauses that come twice within a line: in groups, side by side, or as halves of the line."""

from __future__ import annotations

from itertools import accumulate, compress, count
from operator import eq

from cleaner.filters.repair.scripts import count_han
from cleaner.ledger import Edit
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Final

RULE: Final = "repair.echo"

# Speech repeats short clauses.
GROUP_HAN = 8  # characters, digits too, of repeated clauses together ...
CLAUSE_HAN = 10  # ... in speech, unless they are a sentence
_CRIES: Final = frozenset("！!")  # who cries or demands something does so twice
HALF_HAN = 8  # characters of half a line that says the same twice
# A heading may be shorter, by what it ends with, which no cry and no line of a song does.
HEADING_HAN = 4
_HEADINGS = (
    "介绍", "介紹", "简介", "簡介", "特点", "特點", "概述", "概况", "概況", "说明", "說明", "方式",
    "参数", "參數", "背景", "流程", "流程图", "流程圖", "优势", "優勢", "事项", "事項", "须知",
    "須知", "要求", "目标", "目標", "内容", "內容", "方法", "步骤", "步驟", "原理", "应用", "應用",
    "现状", "現狀", "意义", "意義", "目的", "总结", "總結", "结论", "結論", "理念", "范围", "範圍",
    "案例", "动态", "動態", "条件", "條件", "结构", "結構", "指标", "指標", "规格", "規格",
)  # fmt: skip
DOUBLED = 20  # characters of a line in which each clause says the same twice
LONGEST: Final = 3  # clauses in a repeated group
PAIRED = 12  # characters of clauses side by side, each written twice
# Of clauses with so many characters one has four; twice that, or the halves, is a long line.
LONG_CLAUSE: Final = 4
MARKS = "，。；;！!？?：:"
SPACES: Final = " \u3000\xa0"
# The indentation of a line is a piece of its own, so that its first clause is like others.
CLAUSE: Final = lazy(
    rf"[\t{SPACES}](?<![^\n].)[\t{SPACES}]*+|[^\n,{MARKS}]*[\n,{MARKS}]|[^\n,{MARKS}]+"
)
# For clauses, which may be spaces alone: as wide as they will be.
_ALIKE: Final = str.maketrans("（），。：；！？", "(),.:;!?")
_PAUSES = frozenset(f",{MARKS}")
_SPEAKERS = frozenset("你妳您我咱")
SPOKEN = _SPEAKERS | frozenset("他她啊呀吧哦啦呢吗嗎爱愛")
# No one speaks in these of what is his.
_OURS = lazy("我[国國省市县縣区區校院局司]|从我做起|從我做起")
_BEFORE = frozenset(f"。\n\t{SPACES}")  # what a sentence begins behind


def repeated_groups(line: str) -> Iterator[Edit]:
    """Yield edits that drop groups of clauses that repeat the group before them."""
    clauses = CLAUSE.findall(line)
    # Spaces before a mark will go.
    even = [(clause[:-1].rstrip(SPACES) + clause[-1]).translate(_ALIKE) for clause in clauses]
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
    return CLAUSE_HAN if speaks(group, SPOKEN) else GROUP_HAN


def speaks(text: str, signs: frozenset[str]) -> bool:
    return not signs.isdisjoint(text) and not signs.isdisjoint(_OURS.sub("", text))


def _size(group: str) -> int:
    return sum(map(str.isalnum, group))


def says_twice(line: str, least: int = HALF_HAN) -> bool:
    """Tell whether a line is the same twice, without a mark between: a heading in two boxes.

    ``least``: so many characters each, of what is not known to be a heading.
    """
    half, odd = divmod(len(line), 2)
    if least > HEADING_HAN and line.endswith(_HEADINGS):
        least = HEADING_HAN
    return (
        not odd
        and half >= least
        and line[0] == line[half]
        and line[:half] == line[half:]
        and count_han(line) >= 2 * least
        and len({*line}) > least // 2  # nobody laughs in so many
        and line[-1] not in _CRIES
        and not speaks(line, _SPEAKERS)
    )


def _is_double(clause: str) -> bool:
    half, odd = divmod(len(clause), 2)
    return not odd and half >= LONG_CLAUSE and clause[:half] == clause[half:] and len({*clause}) > 3


def says_each_twice(clauses: Sequence[str]) -> bool:
    """Tell whether each clause of a line is the same twice: nobody stutters so."""
    said = [clause for clause in clauses if clause]
    return all(map(_is_double, said)) and len(said) > 1 and sum(map(len, said)) >= DOUBLED


def repeated_halves(line: str) -> Iterator[Edit]:
    """Yield the edits that drop the second half of a line that says the same twice.

    Or of each of its clauses.
    """
    line = line.removesuffix("\n")
    if says_twice(line, HEADING_HAN):
        yield Edit(len(line) // 2, len(line), "", RULE)
        return
    clauses = CLAUSE.findall(line)
    bare = [clause[:-1] if clause[-1] in _PAUSES else clause for clause in clauses]
    if len(bare) > 1 and says_each_twice(bare):
        starts = accumulate(map(len, clauses), initial=0)
        for start, clause in zip(starts, bare, strict=False):
            yield Edit(start + len(clause) // 2, start + len(clause), "", RULE)


def repeated_pairs(line: str) -> Iterator[Edit]:
    """Yield edits that drop the first of two equal clauses, where two or more such pairs follow.

    They may be shorter than one that comes alone, and differ in the mark after them. Those in which
    someone speaks are songs.
    """
    clauses = CLAUSE.findall(line)
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
            and len(bare[at]) >= LONG_CLAUSE
            and not speaks(bare[at], _SPEAKERS)
        ):
            pairs.append(at)
