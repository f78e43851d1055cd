"""Regular expressions that are compiled when they are first used.

A class that holds the range of Chinese characters costs Python's compiler 2 to 3 ms, since it
visits each of the 20,992 code points; a hundred such patterns were half the start-up time of the
command. Most of them wait behind a cheap test that an ordinary page never passes.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Lazy:
    """Stands for a compiled pattern; turns into it at the first use of an attribute."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:  # from now on the methods are found without coming here
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return ``re.compile(source, flags)``, with the work put off until the pattern is used.

    >>> lazy("[一-鿿]+").findall("中文abc汉字")
    ['中文', '汉字']
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
