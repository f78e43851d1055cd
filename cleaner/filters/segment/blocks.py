"""Blocks: the runs of characters that jieba looks at together.

They are made of Han in U+4E00-9FD5, ASCII letters and digits, and ``+#&._%-``. Every other
character is a word of its own. A table tells the characters apart, filled as they are met: the
regular expression for it takes 2 ms to compile, as long as cutting half a page.
"""

from __future__ import annotations

from itertools import accumulate

from cleaner.filters.segment.index import slot
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

OUTSIDE = lazy(r"[^\u4e00-\u9fd5a-zA-Z0-9+#&._%-]")
SIGNS = frozenset("+#&._%-")


class _Bordered(dict[int, str | int]):
    """What each character becomes: itself in a block, else itself between line feeds."""

    def __missing__(self, code: int) -> str | int:
        char = chr(code)
        inside = slot(char) >= 0 and (code > 127 or char.isalnum() or char in SIGNS)
        self[code] = found = code if inside else f"\n{char}\n"
        return found


_bordered = _Bordered()


def pieces(line: str) -> list[str]:
    """Return blocks, single other characters, and empty strings, which make up a line.

    >>> pieces("3.5元，好")
    ['3.5元', '，', '好']
    """
    return line.translate(_bordered).split("\n")


def words_of(block: str, ends: Sequence[int]) -> list[str]:
    """Return the words of a block by where those that begin at each place end, as without a model.

    Single letters and digits in a row are one word.
    """
    found: list[str] = []
    size = len(block)
    place = 0
    while place < size:
        end = ends[place]
        if end == place + 1 and alphanumeric(block[place]):
            while end < size and ends[end] == end + 1 and alphanumeric(block[end]):
                end += 1
        found.append(block[place:end])
        place = end
    return found


def alphanumeric(char: str) -> bool:
    """Whether a character is a letter or digit of ASCII."""
    return char.isascii() and char.isalnum()


def places(text: str, strings: Iterable[str]) -> Iterator[int]:
    """Yield an offset in every line of ``text`` that has one of ``strings``, for each of these.

    Finding a character takes a twentieth of what a search for a class of them does.
    """
    for string in strings:
        place = text.find(string)
        while place >= 0:
            yield place
            end = text.find("\n", place)
            place = text.find(string, end) if end >= 0 else -1


def numbers(text: str, places: Iterable[int]) -> list[int]:
    """Return the numbers of the lines of ``text`` in which ``places``, ascending, are."""
    found: dict[int, None] = {}
    number = done = 0
    for place in places:
        number += text.count("\n", done, place)
        done = place
        found[number] = None
    return list(found)


def batches(chunks: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield ``chunks``, in order, in batches of ``size`` characters at most or one chunk."""
    ends = list(accumulate(map(len, chunks)))
    if ends and ends[-1] <= size:
        yield chunks
        return
    from bisect import bisect_right  # pages of a usual size need none

    begin = done = 0
    while begin < len(chunks):
        end = max(begin + 1, bisect_right(ends, done + size, begin))
        yield chunks[begin:end]
        begin, done = end, ends[end - 1]
