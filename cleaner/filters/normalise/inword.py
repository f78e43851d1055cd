"""Spaces that cut a word in two, as line wraps of PDF and OCR text leave them.

``危害人类健 康的头号杀手``: a word of the dictionary lies across the space. Names, keywords and the
halves of a headline can look the same by accident (``李明 白雪``), so one such space is believed
only inside a sentence and between long stretches, and elsewhere most spaces of a stretch have to
agree. A line in which particles stand apart, or marks with a space on both sides, was split into
words by a program: no space of it means anything.
"""

from __future__ import annotations

from itertools import pairwise

from cleaner.filters.normalise.blocks import fences, inside
from cleaner.filters.normalise.guards import line_trigger
from cleaner.filters.normalise.stretches import WIDE, Span
from cleaner.filters.repair.words import simplified_gain
from cleaner.filters.segment.index import may_join
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from typing import Final

# What may come after a clause.
_ENDS = "，。、；！？"
_ENDINGS = tuple(_ENDS)
_SENTENCE = line_trigger("[，。；]")
TRIGGER = f"{WIDE}*+ ++{WIDE}"
"""Where two such spaces may be, behind the first and the first character after it."""

# Or one in a sentence with four Han or more on one side, since seven are asked for below.
_BESIDE_LONG = lazy(
    f" (?<={WIDE} )(?:(?<={WIDE}{{4}} ) *+{WIDE}| *+{WIDE}(?:{WIDE}{{3}}|[{_ENDS}]))"
)

# Characters on each side that are looked at: enough for the longest words, little enough to be
# cheap.
_SIDE = 8
# Han on both sides together: two names or keywords have at most six.
_LONG = 7

# Spaces of a line that cut words, more than half of all: then all are noise.
_CUT = 2

# What no unit begins with: it belongs to what is before the space (研究 了城市); words do.
_BOUND = lazy("的(?![确確士])|了(?![解结結不然却卻])|[们們]")

# Words of one character that no list of names or keywords has.
_PARTICLES: Final = frozenset(
    "的了是在和与由有不我你他她它就也都很这那把被对从向为以而但又还将让使着地得"
)
# The same of two characters.
_FUNCTION: Final = frozenset(
    (
        "随着", "不断", "以及", "因为", "所以", "但是", "可是", "然而", "由于", "对于", "关于",
        "如果", "虽然", "而且", "并且", "或者", "就是", "不是", "没有", "我们", "你们", "他们",
        "她们", "自己", "这个", "那个", "这些", "那些", "这样", "那样", "这里", "那里", "什么",
        "怎么", "一个", "一种", "已经", "可以", "能够", "应该", "必须", "需要", "正在", "曾经",
        "通过", "根据", "按照", "为了", "其中", "之后", "之前", "同时", "因此", "于是", "然后",
        "仍然", "非常", "比较", "更加", "十分", "逐渐", "日益", "进行", "成为",
    )
)  # fmt: skip
_SPLIT: Final = 6  # units of a line that a program split into words ...
_SPLIT_MARKS: Final = 4  # ... its marks too ...
_APART: Final = 2  # ... and how many of its particles, or of its marks, stand apart
_LONGEST_WORD: Final = 3.0  # characters of a unit there, on average
_LONGEST_UNIT = 3.5  # the same where a single particle tells; who writes spaces for commas has more
_SET_APART: Final = lazy(" ([，。、；：！？（）《》“”])(?= |$)")
_WORD_SPACE: Final = lazy(" (?<![!-~ ] ) *(?![!-~ ])")


def split_spaces(line: str, found: Sequence[list[Span]]) -> Iterator[Span]:
    """Yield the spans of all spaces beside Han only, of a line that a program split into words."""
    units = [unit for stretch in found for unit in stretch]
    sizes = [end - start for start, end in units]
    if not _APART <= len(units) <= sum(sizes) <= _LONGEST_WORD * len(units):
        return
    apart = _SET_APART.findall(line)
    marks = len(apart) if {*apart} != {"："} else 0  # 主任 ： 刘洋 副主任 ： 陈晨
    if len(units) in (_APART, sum(sizes)):  # two words, or letters, tell only among more marks
        if marks >= _SPLIT_MARKS:
            yield from [match.span() for match in _WORD_SPACE.finditer(line)]
        return
    if len(units) < _SPLIT_MARKS and marks < _APART:
        return
    particles = sum(
        line[start:end] in (_PARTICLES if end - start == 1 else _FUNCTION) for start, end in units
    )
    if (len(units) >= _SPLIT and particles >= _APART) or (marks and marks + particles >= _APART):
        yield from [match.span() for match in _WORD_SPACE.finditer(line)]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines in which a single gap may cut a word."""
    for match in _SENTENCE.finditer(text):
        at, end = match.span()
        start = text.rfind("\n", 0, at) + 1
        may_be = text.find(" ", start, end) >= 0 and _BESIDE_LONG.search(text, start, end)
        if may_be and not inside(fences(text), start):
            yield start, end


def inword_spaces(
    line: str, found: Sequence[list[Span]], known: Collection[Span]
) -> Iterator[Span]:
    """Yield the spans of spaces that cut a word.

    ``found`` are the stretches of ``line``, ``known`` the spans already found to be noise.
    """
    prose = _is_sentence(line)
    gaps: list[Span] = []
    cut: list[Span] = []
    single: list[Span] = []
    pairs: list[tuple[Span, ...]] = []
    doubtful = False
    for units in found:
        first = units[0][0]
        if line.endswith(" ", 0, first) and (first - 1, first) not in known:
            continue
        # Single characters only are a list or a padded word, which :mod:`.padding` tells apart.
        if not any(end - start > 1 for start, end in units):
            continue
        joined = _joined(units, known)
        between = [(left[1], right[0]) for left, right in pairwise(joined)]
        if len(units) == 2 and not prose:
            single += between
            pairs += pairwise(joined)
            continue
        gaps += between
        cutting, noise = _cuts(line, joined, between, prose)
        cut += cutting
        doubtful = doubtful or len(noise) < len(between)
        yield from noise
    if len(pairs) >= _CUT and not gaps:  # 印 发《管 理办法》的 通知
        cut = [gap for gap, pair in zip(single, pairs, strict=True) if _is_cut(line, *pair)]
    if (doubtful or single) and len(cut) >= _CUT and len(cut) * 2 > len(gaps or single):
        yield from gaps + single  # of the whole line, where those of a stretch are few


def _is_cut(line: str, left: Span, right: Span) -> bool:
    """Tell whether a word lies across the gap between two units."""
    return may_join(line[left[1] - 1], line[right[0]]) and _crossed(line, left, right)


def _is_sentence(line: str) -> bool:
    return "，" in line or "。" in line or "；" in line


def _joined(units: list[Span], known: Collection[Span]) -> list[Span]:
    """Return ``units`` with those put together between which a known gap is."""
    joined = [units[0]]
    for start, end in units[1:]:
        first, last = joined[-1]
        if (last, start) in known:
            joined[-1] = (first, end)
        else:
            joined.append((start, end))
    return joined


def _cuts(
    line: str, units: list[Span], gaps: list[Span], prose: bool
) -> tuple[list[Span], list[Span]]:
    """Return those of ``gaps``, one behind each unit but the last, that cut a word, and noise."""
    if not prose and (len(gaps) < 2 or len({line[start] for start, _ in units}) == 1):
        return [], []  # 第一 第二 第三
    if prose and len(gaps) > 1 and _has_attribute(line, units):
        return [], gaps
    bound = [index for index, (_, high) in enumerate(gaps) if prose and _BOUND.match(line, high)]
    likely = [
        index
        for index, (low, high) in enumerate(gaps)
        if index in bound or may_join(line[low - 1], line[high])
    ]
    if not likely or (not prose and len(likely) * 2 <= len(gaps)):
        return [], []
    cutting = [
        index
        for index in likely
        if index in bound or _crossed(line, units[index], units[index + 1])
    ]
    cut = [gaps[index] for index in cutting]
    if len(gaps) > 1 and len(cutting) * 2 > len(gaps):
        return cut, gaps
    noise = []
    for index in cutting if prose else ():
        left, right = units[index], units[index + 1]
        size, rest = left[1] - left[0], right[1] - right[0]
        # One character before a mark (人口众 多，) is no name.
        ends = size > 1 == rest and line.startswith(_ENDINGS, right[1])
        if index in bound or size + rest >= _LONG or ends:
            noise.append(gaps[index])
    return cut, noise


def _has_attribute(line: str, units: list[Span]) -> bool:
    """Tell whether one of short ``units`` needs what comes behind the gap: 该技术 广阔的 前景."""
    if units[-1][1] - units[0][0] > (_LONGEST_UNIT + 1) * len(units):
        return False
    needy = sum(line[end - 1] == "的" for _, end in units[:-1])
    return 0 < needy * 2 < len(units)


def _crossed(line: str, left: Span, right: Span) -> bool:
    """Return whether a word of the dictionary lies across the gap between two units."""
    before = line[max(left[0], left[1] - _SIDE) : left[1]].replace(" ", "")
    after = line[right[0] : min(right[1], right[0] + _SIDE)].replace(" ", "")
    return simplified_gain(before, after) > 0
