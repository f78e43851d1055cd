"""Regular expressions that are compiled when they are first used, and quickly.

A page needs over a hundred expressions, and Python takes 35 ms of CPU time to compile them, three
times what it takes to start. So those of the package come compiled: `patterns.bin` holds what the
compiler of Python made of each (:mod:`cleaner.beforehand` writes it) and for which versions
of the matching engine, which checks the code that it is given. An expression that is not there, of
a user's dictionary say, or all of them where Python is another, is compiled as ever, with the same
result; only slower.

A class that holds the range of Chinese characters costs the compiler 1 to 3 ms each time it occurs,
since it visits each of the 20,992 code points. That is avoided by a detour inside the standard
library: the parsed pattern is compiled with its large ranges marked as ranges that ignore case,
which the compiler passes on as they are. In blocks without cases both mean the same. A search for
such a class takes half as long again as for one map of bits, so what comes compiled was compiled
without. The detour uses private modules of ``re`` in the versions of Python that it is tested with;
in others patterns are compiled the ordinary way.

Importing ``re`` takes 5 ms, half of what starting Python does. Expressions that come compiled do
without, so modules that need it for the names of types alone do not import it. They are found by
the hash that Python has for its own compiled files: checksums are in a library (``binascii``) that
takes 0.4 ms to load.
"""

from __future__ import annotations

import marshal
import os
import sys
from _imp import source_hash

TYPE_CHECKING = False
if TYPE_CHECKING:
    import mmap
    import re
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any, AnyStr

    #: What the engine is given for an expression: flags, number of groups, their names, and the
    #: code, an array of numbers of four bytes.
    Code = tuple[int, int, dict[str, int], bytes | memoryview]
    Key = tuple[str | bytes, int]
    Stamp = tuple[int, int, str]

TABLE = os.path.join(os.path.dirname(__file__), "patterns.bin")

#: Flags as ``re`` has them.
IGNORECASE, MULTILINE, DOTALL, VERBOSE, ASCII = 2, 8, 16, 64, 256

_ATTRIBUTES = (
    *("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"),
    *("flags", "groups", "groupindex"),
)

# Blocks in which no character is the upper case of another: from the radicals to the end of Yi,
# the Hangul syllables, private use and compatibility ideographs. A test looks at every code point.
CASELESS = ((0x2E80, 0xA4CF), (0xAC00, 0xD7A3), (0xE000, 0xFAFF))
# The compiler visits a character in 50 to 100 ns; smaller ranges are not worth the detour.
_LARGE = 256


class _Compiled:
    """What has the attributes of a compiled pattern.

    In a class with ``__getattr__`` to find one takes ten times as long, a tenth of most searches.
    """

    pattern: Any
    _flags: int


class _Lazy(_Compiled):
    """Stands for a compiled pattern; turns into it at the first use of an attribute."""

    def __init__(self, source: Any, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = compile(self.pattern, self._flags)
        for attribute in _ATTRIBUTES:
            setattr(self, attribute, getattr(compiled, attribute))
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(compiled, name)


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return ``re.compile(source, flags)``, with the work put off until the pattern is used.

    >>> lazy("[一-鿿]+").findall("中文abc汉字")
    ['中文', '汉字']
    """
    return _Lazy(source, flags)  # type: ignore[return-value]


#: A Han of the BMP, which is what tells whether a line, an attribute or a tag has Chinese in it.
HAN: re.Pattern[str] = lazy("[\u3400-\u9fff]")


def compile(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:  # noqa: A001
    """Return a pattern that matches as ``re.compile(source, flags)`` does.

    Raises re.error for a source that is no pattern.
    """
    flags = int(flags)
    code = _known().get((source, flags))
    if code is None:
        if not _detour():
            import re

            return re.compile(source, flags)
        code = encode(source, flags)
    return build(source, code)


def escape(text: str) -> str:
    r"""Return ``re.escape(text)``: an expression that matches ``text``.

    >>> print(escape("C++ 好"))
    C\+\+\ 好
    """
    return text.translate(_ESCAPED)


_ESCAPED = {ord(char): "\\" + char for char in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for the longest of ``words`` at a place; none if there are none.

    Words are grouped by their first character. A search for these skips what begins no word, and
    tries a group where it would try all of a hundred words; with ``[eE]scape`` among them it could
    not skip, and take ten times as long.

    >>> any_of(["本站", "本站首发", "请"])
    '本(?:站首发|站)|请(?:)'
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(escape(word[1:]))
    choices = (f"{escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())
    return "|".join(choices) or "(?!)"


def encode(source: str | bytes, flags: int, *, quickly: bool = True) -> Code:
    """Compile an expression, by the detour or ordinarily; return what the engine is given."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(source, flags)
    if quickly:
        _mark(tree.data, _parser)
    state = tree.state
    code = array("I", _compiler._code(tree, flags))
    return flags | state.flags, state.groups - 1, state.groupdict, code.tobytes()


def build(source: AnyStr, code: Code) -> re.Pattern[AnyStr]:
    """Return the pattern that the engine makes of a code, if :func:`usable` says that it may."""
    import _sre  # type: ignore[import-not-found]

    flags, groups, names, data = code
    named: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        named[number] = name
    pattern: re.Pattern[AnyStr] = _sre.compile(
        source, flags, memoryview(data).cast("I").tolist(), groups, names, tuple(named)
    )
    return pattern


def usable() -> bool:
    """Whether the engine of this Python can run codes that were made beforehand."""
    return bool(_known())


def stamp() -> Stamp:
    """Return what decides whether the engine of this Python can run a code."""
    import _sre

    return _sre.MAGIC, _sre.CODESIZE, sys.byteorder


class Table:
    """The compiled expressions of the package. A page needs a third of them.

    In the file stand the length of what follows in four bytes (little-endian), then, as written by
    ``marshal``, the stamps of the engines that it holds for and, by the hash of its name, the
    place of each expression in what comes last: names and codes. All names, which have the sources
    in them, would take three times as long to read.
    """

    stamps: list[Stamp]

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self._start = 4 + int.from_bytes(data[:4], "little")
        self.stamps, self._places = marshal.loads(memoryview(data)[4:])  # noqa: S302 - our own
        self._data = memoryview(data)[self._start :]

    def __iter__(self) -> Iterator[Key]:
        for *_, start, middle, _ in self._places.values():
            flags, kind, source = bytes(self._data[start:middle]).split(b" ", 2)
            yield source.decode(*_UTF8) if kind == b"str" else source, int(flags)

    def get(self, key: Key) -> Code | None:
        """Return the code of an expression, given by its source and flags; None if not here."""
        name = _name(key)
        found = self._places.get(source_hash(0, name))
        if found is None:
            return None
        flags, groups, names, start, middle, end = found
        if bytes(self._data[start:middle]) != name:  # another one of a user has the hash
            return None
        return flags, groups, names, self._data[middle:end]


def write(stamps: Iterable[Stamp], codes: Mapping[Key, Code]) -> bytes:
    """Return what a :class:`Table` is made of.

    Raises ValueError for two expressions with the same hash: one is to be written otherwise.
    """
    places: dict[bytes, tuple[int, int, dict[str, int], int, int, int]] = {}
    parts: list[bytes | memoryview] = []
    end = 0
    for key, (flags, groups, names, code) in codes.items():
        name = _name(key)
        start, middle = end, end + len(name)
        end = middle + len(code)
        place = flags, groups, names, start, middle, end
        if places.setdefault(source_hash(0, name), place) is not place:
            raise ValueError(f"another expression has the hash of {key[0]!r}")
        parts += (name, code)
    head = marshal.dumps((list(stamps), places), 2)  # the same values are the same bytes
    return b"".join([len(head).to_bytes(4, "little"), head, *parts])


_UTF8 = ("utf-8", "surrogatepass")


def _name(key: Key) -> bytes:
    """Return the flags of an expression, the kind of its source and the source."""
    source, flags = key
    if isinstance(source, str):
        return b"%d str %b" % (flags, source.encode(*_UTF8))
    return b"%d bytes %b" % (flags, source)


def _known() -> Table | Mapping[Key, Code]:
    """Return the compiled expressions of the package, read once."""
    global _table
    if _table is None:
        _table = {}
        if _detour():
            import mmap  # of a third of the file a page needs, no more is read

            with open(TABLE, "rb") as file:
                table = Table(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            if stamp() in table.stamps:
                _table = table
    return _table


_table: Table | Mapping[Key, Code] | None = None


def _detour() -> bool:
    """Whether the detour is known to hold in the Python that runs."""
    return sys.implementation.name == "cpython" and (3, 11) <= sys.version_info[:2] <= (3, 13)


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
