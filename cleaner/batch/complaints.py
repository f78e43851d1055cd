"""Which failures of a run are said, while it goes on; the manifest has all of them."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.messages import printable

# So many failures are said, and so many one after the other for the same reason in one file: a
# table whose every row lacks its text has a million, and would hide those of other files.
_MOST = 100
_ALIKE = 3


class Complaints:
    """Says the first failures, and of those that are alike fewer."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._said = 0
        self._last: tuple[str, str | None] = ("", None)
        self._times = 0

    def add(self, source: str, name: str, reason: str | None) -> None:
        """Say why document ``name`` of file ``source`` failed, unless enough was said."""
        self._times = self._times + 1 if self._last == (source, reason) else 1
        self._last = (source, reason)
        if self._times > _ALIKE + 1 or self._said > _MOST:
            return
        self._said += 1
        if self._said > _MOST:
            self._say(f"more than {_MOST} failures: see the manifest for the others")
        elif self._times > _ALIKE:
            self._say(f"{printable(source)}: more rows for the same reason: see the manifest")
        else:
            self._say(f"{printable(name)}: {reason}")
