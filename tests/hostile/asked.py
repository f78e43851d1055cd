"""How much of a text expressions look at, counted, as it grows: what is asked for each sign anew.

    python -m tests.hostile.asked [PART OF A NAME]
    python -m tests.hostile.asked --few

An expression that is asked of the whole text once for each tag looks at the square of its length,
whatever it is and however fast. So each expression of the package counts the characters that its
searches pass, for a text and for one four times as long; that needs no quiet machine. Where matches
fail after looking far, the automaton of :mod:`.ambiguity` is asked; what ``str`` does is not seen.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import cleaner.patterns
from tests.hostile.varied import Shape

#: Characters looked at may grow by so much where the text grows by four: some rules look again.
GROWTH = 10.0
SIZE = 2000
# Characters that an expression may look at for each of the text before its growth is asked about.
_FREE = 3

_seen: Counter[str] = Counter()


class _Counted:
    """A compiled expression that counts the characters it passes."""

    def __init__(self, pattern: Any) -> None:
        self._pattern = pattern
        self._name = str(pattern.pattern)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def _count(self, text: Any, pos: int, endpos: int, match: Any) -> Any:
        end = match.end() if match is not None else min(endpos, len(text))
        _seen[self._name] += max(0, end - pos)
        return match

    def search(self, text: Any, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return self._count(text, pos, endpos, self._pattern.search(text, pos, endpos))

    def match(self, text: Any, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        match = self._pattern.match(text, pos, endpos)
        return self._count(text, pos, endpos, match) if match is not None else None

    def fullmatch(self, text: Any, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        match = self._pattern.fullmatch(text, pos, endpos)
        return self._count(text, pos, endpos, match) if match is not None else None

    def finditer(self, text: Any, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[Any]:
        for match in self._pattern.finditer(text, pos, endpos):
            self._count(text, pos, endpos, match)
            pos = match.end()
            yield match
        self._count(text, pos, endpos, None)

    def findall(self, text: Any, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        self._count(text, pos, endpos, None)
        return self._pattern.findall(text, pos, endpos)

    def sub(self, new: Any, text: Any, count: int = 0) -> Any:
        self._count(text, 0, sys.maxsize, None)
        return self._pattern.sub(new, text, count)

    def subn(self, new: Any, text: Any, count: int = 0) -> Any:
        self._count(text, 0, sys.maxsize, None)
        return self._pattern.subn(new, text, count)

    def split(self, text: Any, maxsplit: int = 0) -> Any:
        self._count(text, 0, sys.maxsize, None)
        return self._pattern.split(text, maxsplit)


def watch() -> None:
    """Make every expression that is compiled from now on count; in a process of one's own."""
    build = cleaner.patterns.build
    cleaner.patterns.build = lambda source, code: _Counted(build(source, code))  # type: ignore


def asked(run: Callable[[str], object], text: str) -> Counter[str]:
    """Return how many characters each expression looks at, in a fork that has seen no line."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.close(reader)
            _seen.clear()
            run(text)
            with open(writer, "wb") as answer:
                pickle.dump(_seen, answer)
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    with open(reader, "rb") as answer:
        found = answer.read()
    os.waitpid(child, 0)
    counts: Counter[str] = pickle.loads(found)  # noqa: S301 - our own
    return counts


def square(run: Callable[[str], object], make: Shape, size: int = SIZE) -> list[tuple[str, float]]:
    """Return the expressions whose looking grows faster than the text, worst first."""
    short, long = str(make(size)), str(make(4 * size))
    before, after = asked(run, short), asked(run, long)
    found = [
        (name, count / before[name])
        for name, count in after.items()
        if before[name]
        and count > _FREE * len(long)
        and count / before[name] > GROWTH / 4 * len(long) / len(short)
    ]
    return sorted(found, key=lambda row: -row[1])


def main() -> int:
    from cleaner import Cleaner
    from tests.hostile import beside
    from tests.hostile.shapes import SHAPES

    watch()
    run = Cleaner(segment=False).clean
    run("我们看着他。")
    part = sys.argv[1] if len(sys.argv) > 1 else ""
    every = {**SHAPES, **beside.product_of_all()}
    if part == "--few":
        every, part = beside.few(), ""
    shapes = {
        name: make for name, make in every.items() if part in name and isinstance(make(1), str)
    }
    bad = 0
    for name, make in shapes.items():
        # What begins to be looked at, or once more, when a text is long enough does not go on so.
        for expression, growth in square(run, make) and square(run, make, 4 * SIZE):
            bad += 1
            print(f"{name}: {expression[:60]!r} looks at {growth:.1f} times as much", flush=True)
    print(f"{len(shapes)} shapes, {bad} expressions whose work grows faster than the text")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
