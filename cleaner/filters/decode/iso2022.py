"""The seven-bit encodings of Chinese: ISO-2022-CN (RFC 1922) and HZ (RFC 1843).

Both are ASCII with escapes, which mail and news of the 1990s needed. They are read by hand: Python
has no ISO-2022-CN, and its HZ stops at a text that was cut.
"""

from __future__ import annotations

from cleaner.document import BadBytes
from cleaner.filters.decode import cns11643
from cleaner.patterns import lazy

SHIFTS_TO_CNS = {b"G": 1, b"H": 2, b"I": 3, b"J": 4, b"K": 5, b"L": 6, b"M": 7}
ISO_ESCAPES = lazy(rb"\x1b\$(?:\)[AEG]|\*H|\+[I-M])")
HZ_ESCAPES = lazy(rb"~\{(?:[!-w][!-~])+(?:~\}|\n|$)")
_MISSING = "\ufffd"


class Iso2022Cn:
    """Decode ISO-2022-CN piece by piece. GB 2312 and planes 1 to 7 of CNS 11643 are known.

    ``faults`` has what could not be decoded, with offsets into all that was fed.
    """

    def __init__(self) -> None:
        self.faults: list[BadBytes] = []
        self._offset = 0
        self._held = b""
        self._reset()

    def _reset(self) -> None:
        # A line begins with no set chosen and nothing shifted (RFC 1922, section 3).
        self._shifted = False
        self._sets: dict[str, bytes] = {}

    def decode(self, data: bytes, final: bool = False) -> str:
        """Return the text of ``data``; what may go on in the next piece is held back."""
        data = self._held + data
        parts: list[str] = []
        at = 0
        while at < len(data):
            size, text = self._step(data, at)
            if size == 0:  # needs more
                if not final:
                    break
                size, text = 1, self._fault(data[at : at + 1], at)
            parts.append(text)
            at += size
        self._held = data[at:]
        self._offset += at
        return "".join(parts)

    def _step(self, data: bytes, at: int) -> tuple[int, str]:
        byte = data[at]
        if byte == 0x1B:
            return self._escape(data, at)
        if byte in (0x0E, 0x0F):
            self._shifted = byte == 0x0E
            return 1, ""
        if byte in (0x0A, 0x0D):
            self._reset()
            return 1, chr(byte)
        if self._shifted and 0x21 <= byte <= 0x7E:
            return self._pair(self._sets.get(")", b""), data, at, 0)
        if byte < 0x80:
            return 1, chr(byte)
        return 1, self._fault(data[at : at + 1], at)

    def _escape(self, data: bytes, at: int) -> tuple[int, str]:
        four = data[at : at + 4]
        if four[1:2] in (b"N", b"O"):  # one character of the second or third set
            return self._pair(self._sets.get("*" if four[1:2] == b"N" else "+", b""), data, at, 2)
        if ISO_ESCAPES.match(four):
            self._sets[chr(four[2])] = four[3:4]
            return 4, ""
        if len(four) < 4 and b"\x1b$".startswith(four[:2]):
            return 0, ""
        return 1, self._fault(four[:1], at)

    def _pair(self, name: bytes, data: bytes, at: int, skipped: int) -> tuple[int, str]:
        pair = data[at + skipped : at + skipped + 2]
        if len(pair) < 2:
            return 0, ""
        if name in SHIFTS_TO_CNS:
            char = cns11643.character(SHIFTS_TO_CNS[name], pair[0], pair[1])
        else:
            char = _gb2312(pair) if name in (b"A", b"E") else _MISSING
        if char == _MISSING:
            self._fault(pair, at)
        return skipped + 2, char

    def _fault(self, data: bytes, at: int) -> str:
        self.faults.append(BadBytes(self._offset + at, data))
        return _MISSING


def read_iso2022cn(data: bytes) -> tuple[str, list[BadBytes]]:
    """Return the text of ``data`` and what of it could not be decoded."""
    decoder = Iso2022Cn()
    return decoder.decode(data, final=True), decoder.faults


def read_hz(data: bytes) -> tuple[str, list[BadBytes]]:
    """Return the text of ``data`` and what of it could not be decoded.

    >>> read_hz(b"~{VPND~} ~~ text")[0]
    '中文 ~ text'
    """
    faults: list[BadBytes] = []
    parts: list[str] = []
    at = 0
    size = len(data)
    while at < size:
        tilde = data.find(b"~", at)
        tilde = size if tilde < 0 else tilde
        parts.append(_ascii(data[at:tilde], at, faults))
        at = tilde
        mark = data[at : at + 2]
        if mark == b"~{":
            at = _hz_run(data, at + 2, parts, faults)
        elif mark == b"~~":
            parts.append("~")
            at += 2
        elif mark == b"~\n":  # a line that goes on
            at += 2
        elif mark:
            parts.append("~")
            at += 1
    return "".join(parts), faults


def _hz_run(data: bytes, at: int, parts: list[str], faults: list[BadBytes]) -> int:
    """Decode from after ``~{`` to ``~}`` or the end of the line; return where to go on."""
    while at < len(data):
        pair = data[at : at + 2]
        if pair == b"~}":
            return at + 2
        if pair[0] == 0x0A:  # the escape ends with the line
            return at
        char = _gb2312(pair)
        if char == _MISSING:
            faults.append(BadBytes(at, pair))
        parts.append(char)
        at += 2 if pair[-1] != 0x0A else 1
    return at


def _gb2312(pair: bytes) -> str:
    if not pair.isascii() or min(pair) < 0x21 or len(pair) < 2:
        return _MISSING
    return bytes(byte | 0x80 for byte in pair).decode("gb18030", "replace")[:1]


def _ascii(data: bytes, at: int, faults: list[BadBytes]) -> str:
    if not data.isascii():
        faults.extend(BadBytes(at + i, data[i : i + 1]) for i, b in enumerate(data) if b >= 0x80)
    return data.decode("ascii", "replace")
