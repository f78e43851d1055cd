"""Decoding a stream line by line, each line a document of its own (``--lines``)."""

from __future__ import annotations

from cleaner.document import Encoding
from cleaner.filters.decode.decode import superset, to_text
from cleaner.filters.decode.detect import BOMS, SAMPLE, detect
from cleaner.settings import Settings


class LineDecoder:
    """Decode lines one at a time, with what earlier lines showed as evidence.

    A short line alone says little about its encoding, so the lines with bytes above 0x7F are
    gathered (up to 4 KB) and judged together; a line of valid UTF-8 is UTF-8 even in a stream of
    another encoding, which is how logs of several programs look.

    Attributes: ``bad_bytes`` and ``first_bad`` count and locate what could not be decoded.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._seen = b""
        self._found: Encoding | None = None
        self._offset = 0
        self.bad_bytes = 0
        self.first_bad: int | None = None

    @property
    def encoding(self) -> Encoding | None:
        """What the lines so far were decoded as; None while all were ASCII."""
        return self._found

    def decode(self, line: bytes) -> str:
        """Return the text of ``line``. Raises DecodingError under ``errors="strict"``."""
        mark = BOMS[0][0]
        if self._offset == 0 and line.startswith(mark):
            self._offset = len(mark)
            line = line[len(mark) :]
        offset = self._offset
        self._offset += len(line)
        if line.isascii() and self._settings.from_encoding is None:
            return line.decode("ascii")
        text, encoding = to_text(line, self._judge(line), self._settings.errors)
        if encoding.first_bad is not None:
            self.bad_bytes += encoding.bad_bytes
            if self.first_bad is None:
                self.first_bad = offset + encoding.first_bad
        return text

    def _judge(self, line: bytes) -> Encoding:
        asked = self._settings.from_encoding
        if asked is not None:
            return Encoding(superset(asked, line), 1.0, "asked for")
        if _is_utf8(line):
            return self._found or Encoding("utf-8", 1.0, "valid UTF-8")
        if len(self._seen) < SAMPLE or self._found is None:
            self._seen = (self._seen + b"\n" + line)[-2 * SAMPLE :]
            self._found = detect(self._seen.lstrip(b"\n"))
        return self._found


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
