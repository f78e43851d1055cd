"""Reading EUC-TW: two bytes a character of plane 1, four of planes 1 to 3."""

from __future__ import annotations

import re

from cleaner.filters.decode import cns11643
from cleaner.patterns import lazy

_RUN = lazy(rb"(?:[\xa1-\xfe]{2})+|\x8e[\xa1-\xb0][\xa1-\xfe]{2}|[\x00-\x7f]+|.", re.DOTALL)


def read_roughly(data: bytes) -> str:
    """Return the text of ``data`` with U+FFFD for each byte or code that has no character."""
    pairs = cns11643.pairs()
    parts: list[str] = []
    for match in _RUN.finditer(data):
        run = match[0]
        if run[0] < 0x80:
            parts.append(run.decode("ascii"))
        elif len(run) == 1:
            parts.append(cns11643.MISSING)
        elif run[0] == 0x8E:
            parts.append(cns11643.character(run[1] - 0xA0, run[2], run[3]))
        else:
            parts += map(pairs.__getitem__, memoryview(run).cast("H"))
    return "".join(parts)


def read_strictly(data: bytes) -> str:
    """Return the text of ``data``; raises UnicodeDecodeError at what has no character."""
    text = read_roughly(data)
    if cns11643.MISSING in text:
        raise UnicodeDecodeError("euc-tw", data, 0, len(data), "no such character")
    return text
