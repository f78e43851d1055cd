"""Files cleaned ahead of their turn, together: see :meth:`cleaner.core.Cleaner.together`.

Nothing else changes: each file is still opened, read, written and complained about in its turn. If
what it holds then is what was cleaned ahead, the result is at hand; else, and where one of a group
cannot be cleaned, it is cleaned by itself.
"""

from __future__ import annotations

import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cleaner.core import Result

# Files of the first group, soon written, and of later ones, each twice the last.
FIRST, MOST = 8, 64
# Bytes of a group; a large file fills the caches by itself.
ROOM = 1 << 20
LARGE = 1 << 17


class Ahead:
    """Cleans files in groups, just before the first of a group is due."""

    def __init__(self, files: Sequence[str], clean: Callable[[list[bytes]], list[Result]]) -> None:
        """Take the names of the files in order, and what cleans the contents of some."""
        self._files = files
        self._clean = clean
        self._size = FIRST
        self._end = 0  # of the group at hand
        self._ready: dict[bytes, Result] = {}

    def reach(self, number: int) -> None:
        """Note that it is the turn of the file with this number."""
        if number < self._end:
            return
        group: list[bytes] = []
        room = ROOM
        self._end = number
        while self._end < min(number + self._size, len(self._files)) and room > 0:
            data = _contents(self._files[self._end])
            group.append(data)
            room -= len(data)
            self._end += 1
        self._size = min(2 * self._size, MOST)
        group = [*filter(None, group)]
        self._ready = {}
        if len(group) > 1:
            try:
                self._ready = dict(zip(group, self._clean(group), strict=True))
            except Exception:  # comes again, and is dealt with, in the turn of its file
                return

    def result(self, data: bytes | str) -> Result | None:
        """Return the result for a document, if it is at hand."""
        return self._ready.get(data) if isinstance(data, bytes) else None


def _contents(name: str) -> bytes:
    """Return what a regular file holds; nothing if it is large, or cannot be read."""
    try:
        status = os.stat(name)
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGE:
            return b""
        with open(name, "rb", buffering=0) as file:
            return file.read(LARGE)
    except (OSError, ValueError):
        return b""
