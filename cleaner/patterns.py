"""Regular expressions that are compiled when they are first used, and quickly.

A class that holds the range of Chinese characters costs Python's compiler 1 to 3 ms each time it
occurs, since it visits each of the 20,992 code points; a page needs some eighty patterns. Most
others wait behind a cheap test that an ordinary page never passes.

The cost is avoided by a detour inside the standard library: the parsed pattern is compiled with its
large ranges marked as ranges that ignore case, which the compiler passes on as they are. In blocks
without cases both mean the same. That took the first page from 175 to 140 ms of CPU time; matching
is as fast. The detour uses private modules of ``re`` in the versions of Python that it is tested
with; in others patterns are compiled the ordinary way, with the same result.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")

# Blocks in which no character is the upper case of another: from the radicals to the end of Yi,
# the Hangul syllables, private use and compatibility ideographs. A test looks at every code point.
CASELESS = ((0x2E80, 0xA4CF), (0xAC00, 0xD7A3), (0xE000, 0xFAFF))
# The compiler visits a character in 50 to 100 ns; smaller ranges are not worth the detour.
_LARGE = 256


class _Lazy:
    """Stands for a compiled pattern; turns into it at the first use of an attribute."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = compile(self.pattern, self._flags)
        for method in _METHODS:  # from now on the methods are found without coming here
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return ``re.compile(source, flags)``, with the work put off until the pattern is used.

    >>> lazy("[一-鿿]+").findall("中文abc汉字")
    ['中文', '汉字']
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))


def compile(source: str, flags: int = 0) -> re.Pattern[str]:  # noqa: A001
    """Return a pattern that matches as ``re.compile(source, flags)`` does.

    Its attribute ``pattern`` may be None. Raises re.error for a source that is no pattern.
    """
    return (_quick() or re.compile)(source, flags)


def _quick() -> Callable[[str, int], re.Pattern[str]] | None:
    """Return the function that takes the detour, None where it is not known to hold."""
    if sys.implementation.name != "cpython" or not (3, 11) <= sys.version_info[:2] <= (3, 13):
        return None
    from re import _compiler, _parser  # type: ignore[attr-defined]

    def compile_marked(source: str, flags: int) -> re.Pattern[str]:
        tree = _parser.parse(source, int(flags))
        _mark(tree.data, _parser)
        return cast("re.Pattern[str]", _compiler.compile(tree, int(flags)))

    return compile_marked


def _mark(items: Any, parser: Any) -> None:
    """Mark the large ranges in a parsed pattern, in place: the largest first, it is met most."""
    for item in items:
        if isinstance(item, parser.SubPattern):
            _mark(item.data, parser)
        elif not isinstance(item, (tuple, list)):
            continue
        elif item and item[0] is parser.IN:
            members = item[1]
            large = [
                member for member in members if member[0] is parser.RANGE and _free(*member[1])
            ]
            if large:
                large.sort(key=lambda member: member[1][0] - member[1][1])
                rest = [member for member in members if member not in large]
                marked = [(parser.RANGE_UNI_IGNORE, bounds) for _, bounds in large]
                members[:] = rest + marked
        else:
            _mark(item, parser)


def _free(low: int, high: int) -> bool:
    """Whether the range of code points is large and without cases."""
    return high - low >= _LARGE and any(first <= low and high <= last for first, last in CASELESS)
