"""Words of a user's own: files in the format of jieba's user dictionaries.

A line has a word and, if wished, its frequency and its tag: ``云计算 5 n``, ``凯特琳 nz``,
``台中``. It is read as jieba reads it, so a word may have spaces in it (``iPhone 15 Pro``); where
that is ambiguous (``Windows 11``), tabs stand between the three instead. The frequency 0 removes a
word. Lines that begin with ``# `` are comments; a BOM and Windows line ends do not matter.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from cleaner.dictionaries import text_of
from cleaner.errors import DictionaryError
from cleaner.patterns import lazy

NAME = "segmentation/words.txt"  # in a folder of dictionaries

# A word, its frequency and its tag; "" where the file does not say.
Entry = tuple[str, str, str]

_LINE = lazy(r"^([^ \n]*+(?: [^ \n]*+)*?)(?: ([0-9]+))?(?: ([a-z]+))?$", re.MULTILINE)
_LONGEST = 15  # digits of a frequency


@lru_cache(maxsize=32)
def load(paths: tuple[str, ...], folders: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """Return the entries of the dictionaries in ``folders`` and of the files ``paths``, in order.

    Read once in a process. Raises DictionaryError for a file that cannot be read, is not UTF-8 or
    has a line that does not fit.
    """
    files = [os.path.join(folder, NAME) for folder in folders]
    layers = [path for path in files if os.path.isfile(path)] + list(paths)
    return tuple(entry for path in layers for entry in _read(path))


def _read(path: str) -> Iterator[Entry]:
    lines = [line.strip(" \r") for line in text_of(path).split("\n")]
    found: list[Entry] = _LINE.findall("\n".join(lines))  # 20,000 in 7 ms
    for place, (word, count, _) in enumerate(found):
        if word[:1] == "#" and (word == "#" or word[1] == " "):
            found[place] = "", "", ""
        elif "\t" in word or len(count) > _LONGEST:
            found[place] = _cells(path, place + 1, lines[place].split("\t"))
    return filter(itemgetter(0), found)


def _cells(path: str, number: int, cells: list[str]) -> Entry:
    word, count, tag = (*(cell.strip() for cell in cells), "", "")[:3]
    sound = not count or (count.isascii() and count.isdecimal() and len(count) <= _LONGEST)
    if not word or not sound or not 2 <= len(cells) <= 3:
        raise DictionaryError(
            f"{path}:{number}: expected a word, a frequency and a tag, separated by tabs"
        )
    return word, count, tag
