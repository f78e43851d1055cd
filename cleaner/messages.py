"""What the command says on standard error: lines that no file name can break or spoof."""

from __future__ import annotations

import sys


def printable(name: str) -> str:
    """Return a file name that cannot break or spoof a line on a terminal."""
    if name == "-":
        return "standard input"
    return _escaped(name)


def _escaped(text: str) -> str:
    """Return a text with what cannot be printed as numbers, bytes that are no UTF-8 as bytes."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else f"\\x{_code(char):02x}" for char in text)


def _code(char: str) -> int:
    code = ord(char)
    return code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else code


def say_plainly(line: str) -> None:
    """Write ``line`` to standard error, if that is possible."""
    try:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()
    except (OSError, AttributeError, ValueError):
        pass


def say(program: str, message: str) -> None:
    """Write one line to standard error, after the name of the command."""
    say_plainly(_escaped(f"{program}: {message}"))
