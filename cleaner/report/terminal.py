"""Text for a terminal: nothing in it runs or spoofs, and colours only where they are wanted."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TextIO

_NAMED = {"\n": "⏎", "\t": "⇥", "\r": "␍", "\u3000": "\u3000", "\xa0": "⍽"}

#: What is coloured, and how (SGR parameters of ECMA-48).
STYLES: Mapping[str, str] = {
    "removed": "31",
    "added": "32",
    "removed part": "1;7;31",
    "added part": "1;7;32",
    "place": "36",
    "rule": "35",
    "heading": "1",
    "dim": "2",
}


def visible(text: str) -> str:
    r"""Return ``text`` without anything that acts on a terminal or turns the reading order.

    >>> visible("a\x1b[31m\u202e\n"), visible("國　家")
    ('a\\x1b[31m\\u202e⏎', '國\u3000家')
    """
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else _NAMED.get(char) or _escape(ord(char)) for char in text
    )


def _escape(code: int) -> str:
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def colours(stream: TextIO | None) -> bool:
    """Whether to colour what goes to ``stream``: NO_COLOR and FORCE_COLOR decide, else a terminal.

    An empty value of either counts as not set (no-color.org, force-color.org).
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    try:
        return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
    except ValueError:  # closed
        return False


class Painter:
    """Puts colours on text, or does not."""

    def __init__(self, coloured: bool) -> None:
        self.coloured = coloured

    def __call__(self, style: str, text: str) -> str:
        """Return ``text`` in a style out of :data:`STYLES`."""
        if not self.coloured or not text:
            return text
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m"
