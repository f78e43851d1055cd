"""Reading bytes in a known encoding, with an account of what it does not allow.

Whole text is read by a codec in one go. Where that fails, each line that fails is read with care:
damaged double-byte text by :mod:`cleaner.filters.decode.pairing`, other text with one U+FFFD for
each sequence that means nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from cleaner.filters.decode import big5, euctw, iso2022
from cleaner.filters.decode.candidates import read_roughly
from cleaner.filters.decode.faults import Fault

REPLACEMENT = "\ufffd"

# Codecs with characters of two bytes, which damage shifts.
PAIRED = frozenset({"gb18030", "big5", "euc-tw", "cp932", "cp949", "euc_jp"})
# Codecs in which the byte 0A is a line end and nothing else.
LINED = PAIRED | {"utf-8", "cp1252"}

# Bytes of damaged lines of a document that are weighed, 4 µs each; the rest is read as it comes.
MAX_PAIRED = 1 << 21
# Bytes decoded at a time where faults are many, so that each costs the same.
_WINDOW = 512

_BY_HAND: dict[str, Callable[[bytes], tuple[str, list[Fault]]]] = {
    "iso-2022-cn": iso2022.read_iso2022cn,
    "hz": iso2022.read_hz,
}


def read_strictly(data: bytes, codec: str) -> str | None:
    """Return the text of ``data``, or None where ``codec`` does not allow it."""
    if codec in _BY_HAND:
        text, faults = _BY_HAND[codec](data)
        return None if faults else text
    if codec == "cp1252":
        return read_roughly(data, codec)
    try:
        return _STRICT[codec](data) if codec in _STRICT else data.decode(codec)
    except UnicodeDecodeError:
        return None


_STRICT: dict[str, Callable[[bytes], str]] = {
    "big5": big5.read_strictly,
    "euc-tw": euctw.read_strictly,
}


class Reader:
    """Reads the lines of a document, or all of it, and gathers what could not be decoded."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._paired = 0

    def read(self, data: bytes, codec: str, base: int = 0) -> str:
        """Return the text of ``data``, at offset ``base`` of the input, with U+FFFD for faults."""
        text = read_strictly(data, codec)
        if text is not None:
            return text
        if codec in _BY_HAND:
            text, faults = _BY_HAND[codec](data)
            self._note(faults, base)
            return text
        if codec not in LINED:
            return self._replace(data, codec, base)
        lines = []
        for line in data.split(b"\n"):
            text = read_strictly(line, codec)
            lines.append(self._damaged(line, codec, base) if text is None else text)
            base += len(line) + 1
        return "\n".join(lines)

    def _damaged(self, line: bytes, codec: str, base: int) -> str:
        if codec in PAIRED and self._paired + len(line) <= MAX_PAIRED:
            from cleaner.filters.decode.pairing import pair

            self._paired += len(line)
            text, faults = pair(line, codec)
            self._note(faults, base)
            return text
        return self._replace(line, codec, base)

    def _replace(self, data: bytes, codec: str, base: int) -> str:
        """Decode with U+FFFD for each fault, whatever the codec."""
        decode = _STRICT.get(codec) or (lambda part: part.decode(codec))
        if _has_state(codec):
            return self._with_state(data, codec, base)
        parts: list[str] = []
        at = 0
        while at < len(data):
            window = data[at : at + _WINDOW]
            try:
                parts.append(decode(window))
            except UnicodeDecodeError as error:
                start, end = error.start, max(error.end, error.start + 1)
            else:
                at += len(window)
                continue
            parts.append(decode(window[:start]))
            at += start
            if start and len(window) - start < 8 and at + 8 < len(data):
                continue  # a character may go on in the next window
            parts.append(REPLACEMENT)
            self.faults.append(Fault(base + at, window[start:end]))
            at += end - start
        return "".join(parts)

    def _with_state(self, data: bytes, codec: str, base: int) -> str:
        """Decode in one go; of the faults only the first is located."""
        text = read_roughly(data, codec)
        try:
            data.decode(codec)
        except UnicodeDecodeError as error:
            first = Fault(base + error.start, data[error.start : error.end])
            self.faults += [first] * max(1, text.count(REPLACEMENT))
        return text

    def _note(self, faults: list[Fault], base: int) -> None:
        self.faults += [Fault(base + fault.offset, fault.data) for fault in faults]


def _has_state(codec: str) -> bool:
    return codec.startswith(("iso2022", "utf-7", "utf_7", "hz", "utf-16", "utf-32")) and (
        not codec.endswith(("le", "be"))
    )
