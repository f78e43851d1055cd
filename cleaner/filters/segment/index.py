"""The words and probabilities of jieba, ready to be looked at without loading them.

``index.bin`` (made by :mod:`cleaner.filters.segment.compile_index`) is mapped into memory, so that
a process pays only for the characters that it meets: opening takes under 0.1 ms, where jieba takes
0.7 s for its 349,046 words. Everything is little-endian:

* a text head with the licence of jieba, padded to :data:`HEAD` bytes;
* for each of the 128 + 20,950 characters of which jieba's blocks consist (:func:`slot`) and one
  more the offset of its *page*, four bytes each; then two bytes each for the row of its emissions;
* rows of emissions: log probability of a character in the states B, M, E and S, four doubles each;
* :data:`BITS` bits for pairs of characters, by :func:`pair`: set where a word has the two side by
  side (three in twenty are set, by 299,310 pairs);
* the pages. The first line of a page is about the word that consists of the character alone:
  frequency and a letter for the tag, or nothing. Each other line begins with a second character
  and goes on with the words that begin with the two: the rest of the word, its frequency, a letter
  for its tag. No rest has a digit in it, so there is nothing to escape.

The only word of jieba's that is missing is γ射线: no block has a γ, so it never comes out.
"""

from __future__ import annotations

import mmap
import os
import sys

from cleaner.kept import cache
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

FILE = os.path.join(os.path.dirname(__file__), "index.bin")
MAGIC = b"zhclean segmentation index 2: "
HEAD = 2048  # bytes before the offsets
FIRST, LAST = 0x4E00, 0x9FD5  # Han as jieba has them in blocks
SLOTS = 128 + LAST - FIRST + 1
ROWS = HEAD + 4 * (SLOTS + 1)  # where the rows of characters are told
PAIRS: Final = ROWS + 2 * SLOTS
BITS: Final = 1 << 21
EMISSIONS = PAIRS + BITS // 8
# The sum of all frequencies as jieba has it: it counts B超, there twice, twice.
TOTAL: Final = 60_101_967
NEVER = -3.14e100  # jieba's log probability of what its corpus did not have
# Tags of jieba's dictionary; the place of a tag is its letter in the file, from "A".
_TAGS = (
    "a ad ag an b c d df dg e f g h i j k l m mg mq n ng nr nrfg nrt ns nt nz o p q r rg rr rz s "
    "t tg u ud ug uj ul uv uz v vd vg vi vn vq x y z zg"
)
TAGS = tuple(_TAGS.split())

_LITTLE = sys.byteorder == "little"
_ENTRY = lazy(r"([^0-9]*)([0-9]+)(.)")
_COUNT = lazy(r"([^0-9]*)([0-9]+).")


def slot(char: str) -> int:
    """Return the number of a character of blocks; -1 for one that no block has."""
    code = ord(char)
    if code < 128:
        return code
    return code - FIRST + 128 if FIRST <= code <= LAST else -1


@cache
def page(char: str) -> bytes:
    """Return the page of a character; empty when no word begins with it."""
    number = slot(char)
    if number < 0:
        return b""
    data, place = _data(), HEAD + 4 * number
    start = int.from_bytes(data[place : place + 4], "little")
    end = int.from_bytes(data[place + 4 : place + 8], "little")
    return data[start:end]


def single(char: str) -> tuple[str, str]:
    """Return frequency and letter of the word that is ``char`` alone; "0" when there is none."""
    line = page(char).partition(b"\n")[0].decode()
    return (line[:-1], line[-1]) if line else ("0", "")


def tag(letter: str) -> str:
    """Return the tag that a letter stands for."""
    return TAGS[ord(letter) - 65]


def group(first: str, second: str) -> list[tuple[str, str, str]]:
    """Return rest, frequency and letter of each word that begins with two characters.

    The rest of the word that is the two alone is "". Three pairs of a text in five have no words.
    """
    return _ENTRY.findall(_line(first, second), 1)


def counts(first: str, second: str) -> dict[str, str]:
    """Return the frequency, in digits, of each word that begins with two characters, by its rest.

    >>> counts("电", "梯")
    {'': '524', '公司': '3', '配件': '3', '门': '8', '间': '6'}
    """
    line = _line(first, second)
    return dict(_COUNT.findall(line, 1)) if line else {}


def _line(first: str, second: str) -> str:
    """Return the line of two characters; empty when no word begins with them."""
    if not may_join(first, second):
        return ""
    data = page(first)
    begin = data.find(b"\n" + second.encode("utf-8", "surrogatepass"))
    if begin < 0 or second == "\n":
        return ""
    end = data.find(b"\n", begin + 1)
    return data[begin + 1 : end if end >= 0 else len(data)].decode()


def pair(first: str, second: str) -> int:
    """Return the number of the bit for two characters; other pairs may have the same."""
    return (ord(first) * 4099 + ord(second)) & (BITS - 1)


def may_join(first: str, second: str) -> bool:
    """Return False when no word has the two characters side by side, at any place.

    Nine in ten pairs of characters that a border of words parts are told by this alone.
    """
    bit = pair(first, second)
    return _data()[PAIRS + (bit >> 3)] >> (bit & 7) & 1 > 0


@cache  # at most 14,519 characters have one
def emission(char: str) -> tuple[float, float, float, float]:
    """Return the log probabilities of a Han character of blocks in the states B, M, E and S."""
    data, place = _data(), ROWS + 2 * slot(char)
    start = EMISSIONS + 32 * int.from_bytes(data[place : place + 2], "little")
    row = data[start : start + 32]
    # Not by struct, a library that takes 0.4 ms to load.
    begin, middle, end, alone = (
        memoryview(row).cast("d") if _LITTLE else reversed(memoryview(row[::-1]).cast("d"))
    )
    return begin, middle, end, alone


@cache
def _data() -> mmap.mmap:
    with open(FILE, "rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if data[: len(MAGIC)] != MAGIC:
        raise RuntimeError(f"{FILE} is not the index of this version")
    return data
