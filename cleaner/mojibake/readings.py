"""The two directions of a misreading: characters back to bytes, and bytes to the right text.

``windows-1252`` stands for Latin-1 too: the bytes 0x80 to 0x9F come as the characters of Windows or
as control characters, and both lead back to the byte.
"""

from __future__ import annotations

from cleaner.kept import cache, lru_cache
from cleaner.named import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LATIN = "windows-1252"


class Step(NamedTuple):
    """Text in the encoding ``really`` that was read in the encoding ``read_as``."""

    really: str
    read_as: str

    def __str__(self) -> str:
        return f"{self.really} read as {self.read_as}"


#: The bytes that Windows-1252 has no character for, which programs drop or put U+FFFD for.
HOLES = (0x81, 0x8D, 0x8F, 0x90, 0x9D)


# Whole lines of Korean are undone too: as Chinese they make characters of the common half.
KOREAN = Step("euc-kr", LATIN)

# Right but for the byte that is "?" now: what follows is paired one byte off, up to the next ASCII.
SHIFTED = Step("gb18030", "gb18030")
# What the decoder of GB 2312 has not, U+FFFD, and what follows, one byte off as above.
PLAIN = Step("gb18030", "gb2312")
# Right but for first bytes that left no trace: see :mod:`.dropped`.
DROPPED = Step("big5", "big5")


@cache
def _single_bytes(read_as: str) -> dict[str, bytes]:
    """Return the byte of each character of a code page, control characters where it has none."""
    found = {chr(byte): bytes([byte]) for byte in range(256 if read_as == LATIN else 0xA0)}
    for byte in range(0x80, 0x100):
        data = bytes([byte])
        found[data.decode(read_as, "ignore") or chr(byte)] = data
    return found


#: What is read in another number of bytes than one a character.
MULTIBYTE = frozenset(("gb18030", "gb2312", "big5", "shift_jis", "euc-kr"))

_CODECS = {"big5": "cp950", "shift_jis": "cp932", "euc-kr": "cp949"}
_LOSING = {**_CODECS, "gb18030": "gbk"}


def bytes_of(text: str, read_as: str) -> bytes:
    """Return the bytes that were read as ``text``; raises UnicodeEncodeError when none were."""
    if read_as in MULTIBYTE or read_as == "utf-8":
        return text.encode(_CODECS.get(read_as, read_as))
    try:
        return b"".join(map(_single_bytes(read_as).__getitem__, text))
    except KeyError:
        raise UnicodeEncodeError(read_as, text, 0, 1, "no such character") from None


def text_of(data: bytes, really: str) -> str:
    """Return ``data`` in its right encoding; raises UnicodeDecodeError when it is not in it."""
    from cleaner.filters.decode import big5

    return big5.read_strictly(data) if really == "big5" else data.decode(really)


def read(text: str, step: Step) -> str | None:
    """Return the right reading of ``text``, None when it is not one of ``step``."""
    try:
        return text_of(bytes_of(text, step.read_as), step.really)
    except UnicodeError:
        return None


@lru_cache(maxsize=1 << 15)
def byte_options(char: str, read_as: str) -> bytes:
    """Return the bytes of a character, empty when ``read_as`` has it not."""
    try:
        return bytes_of(char, read_as)
    except UnicodeEncodeError:
        return b""


def twins(read_as: str) -> Mapping[str, bytes]:
    """Return the characters that two pairs of bytes are read as, and the pair not written for them.

    Shift JIS of Windows has hundreds, which NEC and IBM had added both.
    """
    return _twins(_LOSING.get(read_as, read_as)) if read_as in _CODECS else {}


@cache
def _twins(codec: str) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            pair = bytes((lead, trail))
            char = pair.decode(codec, "ignore")
            if len(char) == 1 and len(written := char.encode(codec)) == 2 and written != pair:
                found[char] = pair
    return found


@lru_cache(maxsize=1 << 16)
def is_read(data: bytes, read_as: str) -> bool:
    """Whether a wrong decoder takes the first byte of ``data``, alone or with the second one.

    What only GB 18030 takes, as private use, was lost by the decoders of GBK.
    """
    try:
        data.decode(_LOSING.get(read_as, read_as))
    except UnicodeDecodeError as error:
        return error.start > 0
    return True


@lru_cache(maxsize=1 << 16)
def grow(pending: bytes, really: str) -> str | None:
    """Return the character that ``pending`` is, "" for the beginning of one, None for neither."""
    lead, size = pending[0], len(pending)
    if lead < 0x80:
        return chr(lead) if size == 1 else None
    if really == "utf-8":
        need = 2 if 0xC2 <= lead < 0xE0 else 3 if 0xE0 <= lead < 0xF0 else 4
        if not 0xC2 <= lead <= 0xF4 or (size > 1 and not 0x80 <= pending[-1] < 0xC0):
            return None
        if size < need:
            return ""
    elif size == 1:
        return "" if 0x81 <= lead <= 0xFE else None
    try:
        text = text_of(pending, really)
    except UnicodeDecodeError:
        quad = really == "gb18030" and 0x30 <= pending[1] <= 0x39 and size < 4
        return "" if quad else None
    return text if len(text) == 1 else None
