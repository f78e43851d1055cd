"""Lines set apart letter by letter, digits too: 本 报 北 京 5 月 1 日 电, （ 一 ） 总 则."""

from __future__ import annotations

from itertools import pairwise

from cleaner.filters.normalise.guards import all_han
from cleaner.filters.normalise.padding import NUMBERED, is_counted
from cleaner.filters.normalise.stretches import Span
from cleaner.kept import lru_cache
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SPELLED = 4  # characters that are set apart, where numbers are too; three where two marks are ...
_BESIDE = 2  # ... and neighbours among them, which the columns of a table are not
_LONGEST_NUMBER = 4  # digits of a year that such a line may begin with
_CHAPTER = 12  # characters that the number of a chapter takes, spaces counted
_MARK = lazy("[，。、；：！？（）《》“”【】「」,.;:!?()%％-]")
# Kinds of what stands between spaces.
_NOTHING, _LETTER, _DIGITS, _SIGN, _OTHER = range(5)


def spelled_spaces(line: str) -> Iterator[Span]:
    """Yield the spans of single spaces of a line that is set apart letter by letter, digits too.

    ``本 报 北 京 5 月 1 日 电``, ``（ 一 ） 总 则``: no unit of Han is longer than one character.
    """
    if line.find(" ") > _LONGEST_NUMBER:
        return
    units = line.split(" ")
    kinds = []
    for unit in units:
        kinds.append(_kind(unit))
        if kinds[-1] == _OTHER:  # in nearly all lines the first one is
            return
    numbers, marks = kinds.count(_DIGITS), kinds.count(_SIGN)
    beside = sum(pair == (_LETTER, _LETTER) for pair in pairwise(kinds))
    letters = "".join(unit for unit, kind in zip(units, kinds, strict=True) if kind == _LETTER)
    if numbers:
        likely = len(letters) >= _SPELLED and beside >= _BESIDE
    else:
        likely = len(letters) >= _SPELLED - 1 and marks > 1
    if not likely or is_counted(letters):
        return
    end = 0
    for (unit, following), (kind, next_kind) in zip(pairwise(units), pairwise(kinds), strict=True):
        end += len(unit)
        apart = kind == next_kind == _DIGITS and len(unit) + len(following) > 2
        if unit and following and not apart and not _is_chapter(line, end):
            yield end, end + 1
        end += 1


@lru_cache(maxsize=1 << 10)
def _kind(unit: str) -> int:
    if not unit:
        return _NOTHING
    if unit.isascii() and (
        unit.replace(".", "", 1).isdecimal() or (len(unit) == 1 and unit.isalpha())
    ):
        return _DIGITS
    if len(unit) > 1:
        return _OTHER
    return _SIGN if _MARK.match(unit) else _LETTER if all_han(unit) else _OTHER


def _is_chapter(line: str, end: int) -> bool:
    return end < _CHAPTER and NUMBERED.fullmatch(line[:end].replace(" ", "")) is not None
