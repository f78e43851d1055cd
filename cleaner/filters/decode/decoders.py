"""Reading bytes in a known encoding, with an account of what it does not allow.

Whole text is read by a codec in one go. Where that fails, each line that fails is read with care:
damaged double-byte text by :mod:`cleaner.filters.decode.pairing`, other text with a mark for each
sequence that means nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cleaner.document import BadBytes
from cleaner.filters.decode import big5, euctw, iso2022, utf8
from cleaner.filters.decode.candidates import read_roughly
from cleaner.patterns import lazy

REPLACEMENT = "\ufffd"

# Codecs with characters of two bytes, which damage shifts.
PAIRED = frozenset({"gb18030", "big5", "euc-tw", "cp932", "cp949", "euc_jp"})
# Codecs in which the byte 0A is a line end and nothing else.
LINED = PAIRED | {"utf-8", "cp1252"}

# A line beyond ASCII that is UTF-8, or nearly.
_UTF8_LINE = lazy(
    rb"\n[\x00-\x09\x0b-\x7f]*+(?:[\xc2-\xf4][\x80-\xbf]{1,3}+[\x00-\x09\x0b-\x7f]*+)++(?![^\n])"
)

# Bytes of damaged lines of a document that are weighed, 4 µs each; the rest is read as it comes.
MAX_PAIRED = 1 << 21
# Bytes decoded at a time, where faults are many and where they are few: each costs the same.
_WINDOW = 512
_WIDEST = 1 << 20

_BY_HAND: dict[str, Callable[[bytes], tuple[str, list[BadBytes]]]] = {
    "iso-2022-cn": iso2022.read_iso2022cn,
    "hz": iso2022.read_hz,
}


def _read_gb18030(data: bytes) -> str:
    """Read ``data`` as GBK, which takes the codec a seventh less time, or with what it lacks."""
    try:
        return data.decode("gbk")
    except UnicodeDecodeError:
        return data.decode("gb18030")


_STRICT: dict[str, Callable[[bytes], str]] = {
    "utf-8": utf8.read_strictly,
    "gb18030": _read_gb18030,
    "big5": big5.read_strictly,
    "euc-tw": euctw.read_strictly,
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


def is_utf8(data: bytes) -> bool:
    """Whether ``data`` is valid UTF-8."""
    return read_strictly(data, "utf-8") is not None


def lines_of(data: bytes) -> Iterator[bytes]:
    """Yield the lines of ``data`` as they are asked for."""
    start = 0
    while (end := data.find(b"\n", start)) >= 0:
        yield data[start:end]
        start = end + 1
    yield data[start:]


def utf8_lines(data: bytes) -> Iterator[int]:
    """Yield where the lines of ``data`` begin that are valid UTF-8 and not ASCII.

    One search goes through all lines, and of those in GBK it leaves one in two hundred.
    """
    for match in _UTF8_LINE.finditer(b"\n" + data):
        if is_utf8(match[0]):
            yield match.start()


class Reader:
    """Reads a document or its lines, with ``mark`` for what could not be decoded.

    ``first`` is the first of that, ``bad_bytes`` counts its bytes and ``replaced`` the marks set
    for it; ``faults`` has all of it if ``keep`` asks for that.
    """

    def __init__(self, mark: str = REPLACEMENT, *, keep: bool = False) -> None:
        self.mark = mark
        self.first: BadBytes | None = None
        self.bad_bytes: int = 0
        self.replaced: int = 0
        self.faults: list[BadBytes] = []
        self._keep = keep
        self._paired = 0

    def read(self, data: bytes, codec: str, base: int = 0, *, last: bool = True) -> str:
        """Return the text of ``data``, at offset ``base`` of the input.

        ``last`` says that the document ends with it, maybe inside a character.
        """
        text = read_strictly(data, codec)
        if text is not None:
            return text
        if codec in _BY_HAND:
            text, faults = _BY_HAND[codec](data)
            self._note_all(faults, base)
            return text.replace(REPLACEMENT, self.mark)
        if codec not in PAIRED:
            return self._replace(data, codec, base)
        texts = []
        end = base + len(data)
        for line in data.split(b"\n"):
            text = read_strictly(line, codec)
            if text is None:
                text = self._damaged(line, codec, base, last=last and base + len(line) == end)
            texts.append(text)
            base += len(line) + 1
        return "\n".join(texts)

    def weigh(self, line: bytes, codec: str, base: int) -> str:
        """Return the likeliest text of a line that ``codec`` allows but that reads as damaged."""
        return self._damaged(line, codec, base, last=False, doubt=True)

    def read_garbage(self, data: bytes, base: int) -> str:
        """Return what UTF-8 makes of data that is no text; of its faults one is located."""
        return self._in_one_go(data, "utf-8", base)

    def cut(self, data: bytes, base: int) -> str:
        """Note ``data`` as what a cut left of a character, and return what stands for it."""
        self._note(base, data)
        return self.mark

    def _damaged(
        self, line: bytes, codec: str, base: int, *, last: bool, doubt: bool = False
    ) -> str:
        if self._paired + len(line) > MAX_PAIRED:
            return self._replace(line, codec, base)
        from cleaner.filters.decode.pairing import pair

        self._paired += len(line)
        text, faults = pair(line, codec, self.mark, last=last, doubt=doubt)
        self._note_all(faults, base)
        return text

    def _replace(self, data: bytes, codec: str, base: int) -> str:
        """Decode with a mark for each fault, whatever the codec."""
        if _has_state(codec):
            return self._in_one_go(data, codec, base)
        decode = _STRICT.get(codec) or (lambda part: part.decode(codec))
        parts: list[str] = []
        at = 0
        size = _WINDOW
        while at < len(data):
            window = data[at : at + size]
            try:
                parts.append(decode(window))
            except UnicodeDecodeError as error:
                start, end = error.start, max(error.end, error.start + 1)
            else:
                at += len(window)
                size = min(2 * size, _WIDEST)
                continue
            parts.append(decode(window[:start]))
            inside = at + len(window) < len(data)
            at += start
            if start and inside and len(window) - start < 8:
                size = min(2 * size, _WIDEST)
                continue  # a character may go on in the next window
            size = max(_WINDOW, size // 4)
            parts.append(self.mark)
            self._note(base + at, window[start:end])
            at += end - start
        return "".join(parts)

    def _in_one_go(self, data: bytes, codec: str, base: int) -> str:
        """Decode with a mark for each fault, of which only the first is located."""
        text = data.decode(codec, "replace")
        try:
            data.decode(codec)
        except UnicodeDecodeError as error:
            self._note(base + error.start, data[error.start : error.end])
            own = data.count(REPLACEMENT.encode()) if codec == "utf-8" else 0
            more = max(0, text.count(REPLACEMENT) - own - 1)
            self.bad_bytes += more
            self.replaced += more if self.mark else 0
        return text.replace(REPLACEMENT, self.mark)

    def _note(self, offset: int, data: bytes) -> None:
        fault = BadBytes(offset, data)
        self.first = self.first or fault
        self.bad_bytes += max(1, len(data))
        self.replaced += 1 if self.mark else 0
        if self._keep:
            self.faults.append(fault)

    def _note_all(self, faults: list[BadBytes], base: int) -> None:
        for fault in faults:
            self._note(base + fault.offset, fault.data)


def _has_state(codec: str) -> bool:
    return codec in ("utf-16", "utf-32") or codec.startswith(("iso2022", "utf-7", "utf_7"))
