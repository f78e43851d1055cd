"""A simulator of the program that glosses GBK pages byte by byte, for the tests of repair.

It searches the bytes of a page for two-byte patterns, at any offset, and puts a gloss after a
character or a space before a mark; then the page is read with bad pairs as ``?``.
"""

from __future__ import annotations

from collections.abc import Mapping

MARKS = "。，！？；："


def glossed(text: str, glosses: Mapping[str, str], marks: str = MARKS) -> str:
    """Return ``text`` as the program leaves it: ``glosses`` are readings by character."""
    after = {character.encode("gbk"): gloss for character, gloss in glosses.items()}
    before = {mark.encode("gbk") for mark in marks}
    return "\n".join(_read(_worked(line.encode("gbk"), after, before)) for line in text.split("\n"))


def _worked(data: bytes, after: Mapping[bytes, str], before: set[bytes]) -> list[bytes | str]:
    """Return bytes, one by one, and what was put between them."""
    out: list[bytes | str] = []
    at = 0
    while at < len(data):
        pair = data[at : at + 2]
        if pair in after:
            out += [pair[:1], pair[1:], f"({after[pair]})"]
            at += 2
        elif pair in before and _is_astride(data, at):
            out += [" ", pair[:1], pair[1:]]
            at += 2
        else:
            out.append(data[at : at + 1])
            at += 1
    return out


def _is_astride(data: bytes, at: int) -> bool:
    """Tell whether the second byte of a character stands at ``at``."""
    index = 0
    while index < at:
        index += 2 if data[index] > 0x7F else 1
    return index > at


def _read(pieces: list[bytes | str]) -> str:
    """Read the bytes as GBK; a lead byte and what is no second byte to it are one ``?``."""
    out: list[str] = []
    lead = b""
    for piece in pieces:
        if isinstance(piece, str):
            if lead:
                out.append("?" + piece[1:])
                lead = b""
            else:
                out.append(piece if piece != " " else "")
        elif lead:
            try:
                out.append((lead + piece).decode("gb18030"))
            except UnicodeDecodeError:
                out.append("?")
            lead = b""
        elif b"\x80" < piece < b"\xff":
            lead = piece
        else:
            out.append(piece.decode("ascii") if piece < b"\x80" else "€")
    return "".join([*out, "?" if lead else ""])
