"""How far a batch is, on standard error: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

# Seconds between two lines where there is no terminal.
_EVERY = 30.0


class Progress:
    """Shows bytes of the inputs read, documents, MB/s and the time left."""

    def __init__(
        self, size: int, start: int, say: Callable[[str], None], *, quiet: bool, label: str = ""
    ) -> None:
        self._size = max(size, 1)
        self._start = self._position = start
        self._say = say
        self._quiet = quiet
        self._label = f"{label}: " if label else ""
        self._begin = self._told = time.monotonic()
        self._bar: Any = None
        if not quiet and sys.stderr is not None and sys.stderr.isatty():
            import click

            self._documents = 0
            self._bar = click.progressbar(
                length=self._size,
                label=label or None,
                file=sys.stderr,
                show_pos=False,
                item_show_func=lambda _: self._text(self._documents),
            )
            self._bar.__enter__()
            self._bar.update(start)

    def show(self, position: int, documents: int) -> None:
        """Show that so many bytes and documents are done."""
        if self._quiet:
            return
        if self._bar is not None:
            self._documents = documents
            self._bar.update(max(position - self._position, 0))
            self._position = max(position, self._position)
            return
        self._position = position
        if time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            self._say(f"{self._label}{position / self._size:.0%}, {self._text(documents)}")

    def clear(self) -> None:
        """Take the bar off its line, for a line of text; the next update draws it again."""
        if self._bar is not None:
            sys.stderr.write("\r\x1b[K")

    def _text(self, documents: int) -> str:
        seconds = time.monotonic() - self._begin
        speed = (self._position - self._start) / 1e6 / seconds if seconds else 0.0
        return f"{documents:,} documents, {speed:.1f} MB/s"

    def close(self) -> None:
        """End the bar."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
