"""Decoding a stream line by line, each line a document of its own (``--lines``)."""

from __future__ import annotations

from cleaner.document import BadBytes, Encoding
from cleaner.filters.decode.decode import asked, complaint, refuse
from cleaner.filters.decode.detect import BOMS, HZ, ISO, detect
from cleaner.filters.decode.names import name_of
from cleaner.frozen import replace
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cleaner.filters.decode.decoders import Reader

# Bytes of lines held back until it is clear what they are.
HELD = 1 << 14
# A decision as sure as this waits for no more lines: 16 nats ahead of the next.
SURE = 0.99
# So many lines in a row in another encoding make it the encoding of the stream (cat a.gbk b.big5).
TURN = 3

_MARK = BOMS[0][0]


class LineDecoder:
    """Decode the lines of a stream, with what earlier lines showed as evidence.

    ASCII passes at once. A short line alone says little about its encoding, so from the first byte
    above 0x7F lines are held back until the decision is sure, until there are 16 KB of them, or
    until the caller will not wait. After that each line is decided, the stream being the prior: a
    line in another encoding is what logs of several programs look like.

    Attributes: ``bad_bytes``, ``replaced`` and ``first_bad`` count and locate what could not be
    decoded; ``faults`` has all of it, emptied by the caller, under ``errors="report"`` only.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._main: str | None = None
        if settings.from_encoding is not None:
            self._main = asked(b"", settings.from_encoding).codec
        self._found: Encoding | None = None
        self._held: list[bytes] = []
        self._held_size = 0
        self._next = 0
        self._offset = 0
        self._number = 0
        self._other = ("", 0)
        self.bad_bytes: int = 0
        self.replaced: int = 0
        self.first_bad: int | None = None
        self.faults: list[BadBytes] = []

    @property
    def encoding(self) -> Encoding | None:
        """What the stream is mainly in; None while all of it was ASCII."""
        return self._found

    @property
    def holding(self) -> bool:
        """Whether lines are held back."""
        return bool(self._held)

    def feed(self, line: bytes) -> list[str]:
        """Take a line, with its end, and return the texts that are ready, without theirs.

        Raises DecodingError under ``errors="strict"``.
        """
        if self._offset == 0 and not self._held and line.startswith(_MARK):
            self._offset = len(_MARK)
            line = line[len(_MARK) :]
        if self._held:
            self._held.append(line)
            self._held_size += len(line)
            # The decision costs as much as the lines are long: make it at doubling sizes.
            if self._held_size < self._next and self._held_size < HELD:
                return []
            return self._release(sure=self._held_size < HELD)
        if self._main is not None or line.isascii():
            return [self._text(line)]
        self._held = [line]
        self._held_size = len(line)
        return self._release(sure=True)

    def flush(self) -> list[str]:
        """Decide at once, and return the texts of the lines held back."""
        return self._release(sure=False) if self._held else []

    def decode(self, line: bytes) -> str:
        """Return the text of one line at once. Raises as :meth:`feed` does."""
        return "\n".join([*self.feed(line), *self.flush()])

    def complaint(self) -> str:
        """Return the line for people about what could not be decoded."""
        encoding = self._found or Encoding(name_of(self._main or "utf-8"), 0.0, "")
        found = replace(encoding, bad_bytes=self.bad_bytes, first_bad=self.first_bad)
        return complaint(found, self._settings.errors)

    def _release(self, *, sure: bool) -> list[str]:
        guess = detect(b"".join(self._held))
        if sure and guess.confidence < SURE:
            self._next = 2 * self._held_size
            return []
        self._main = guess.codec
        self._found = Encoding(
            name_of(guess.codec), guess.confidence, guess.evidence, codec=guess.codec
        )
        held, self._held = self._held, []
        return [self._text(line) for line in held]

    def _text(self, line: bytes) -> str:
        body = line.rstrip(b"\r\n")
        offset = self._offset
        self._offset += len(line)
        self._number += 1
        if self._settings.from_encoding is None and body.isascii():
            if ISO not in body and HZ not in body:
                return body.decode("ascii")
            main = detect(body).codec
        else:
            main = self._main or "utf-8"
        return self._read(body, main, offset)

    def _read(self, body: bytes, main: str, offset: int) -> str:
        from cleaner.filters.decode.decoders import LINED, Reader
        from cleaner.filters.decode.mixed import read_line

        errors = self._settings.errors
        reader = Reader("" if errors == "ignore" else "\ufffd", keep=errors == "report")
        codec = main
        if self._settings.from_encoding is not None or main not in LINED:
            text = reader.read(body, main, offset)
        else:
            text, codec = read_line(body, main, reader, offset, last=True, closely=True)
            self._follow(codec)
        self._account(reader, name_of(codec or main))
        return text

    def _follow(self, codec: str) -> None:
        """Make ``codec`` the encoding of the stream when several lines in a row were in it."""
        if not codec:
            return
        if codec == self._main:
            self._other = ("", 0)
            return
        before, times = self._other
        self._other = (codec, times + 1 if codec == before else 1)
        if self._other[1] >= TURN:
            self._main = codec
            self._found = Encoding(name_of(codec), 0.9, "the last lines", codec=codec)

    def _account(self, reader: Reader, name: str) -> None:
        if reader.first is None:
            return
        if self._settings.errors == "strict":
            refuse(reader.first, self._number, name)
        self.bad_bytes += reader.bad_bytes
        self.replaced += reader.replaced
        self.faults += reader.faults
        if self.first_bad is None:
            self.first_bad = reader.first.offset
