"""Signs of mojibake in pairs of bytes: of GBK that are UTF-8 or Big5, and of Big5 that are GBK.

Nearly all text is done with after a look for the kinds of its bytes. Where what is found is not
proof, the model is asked about the few characters there.
"""

from __future__ import annotations

import sys
from itertools import islice

from cleaner.filters.decode.model import UNIT, UNKNOWN_PAIR, load, units_of
from cleaner.kept import cache, lru_cache
from cleaner.mojibake.kinds import RARE_HALF, rare_ones, telling
from cleaner.patterns import DOTALL, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from typing import Any, Final

# Cost of three characters, in nats: clean text costs 18 to 24, misread text 33.
HOT = 27.0
# Cost of one of the few characters around a sign that is not proof: below COLD without regard to
# pairs, or WARM with, they are honest. Undone they must cost less, and by so much.
COLD: Final = 7.5
WARM: Final = 8.5
DECISIVE: Final = 6.0
# A character that costs more, as two of 10,000 on a page do, is none of text that was misread.
RARE = 14.0
# What a character of Japanese must be likelier by: rare ones cost less in the table of it.
FOREIGN: Final = 2.0


def _table(*kinds: tuple[int, range]) -> bytes:
    """Return what :meth:`bytes.translate` makes the bits of its kinds of each byte with."""
    table = bytearray(256)
    for bit, values in kinds:
        for value in values:
            table[value] |= bit
    return bytes(table)


_ASCII = bytes([byte for byte in range(128) if byte != ord("?")])
_ASCII_IN_LINE = _ASCII.replace(b"\n", b"")
_REPLACEMENT = "\ufffd".encode()
PRIVATE = lazy("[\ue000-\uefff]")  # where GB 18030 has pairs
#: A lost byte is two question marks, which keep the bytes of pairs in step.
LOST: Final = b"??"
# In the bytes of GBK: most of two characters of UTF-8, ideographs or full-width marks, of the first
# the last byte maybe lost, of the second the second one.
_UTF8 = lazy(
    rb"[\xe2-\xe9\xef](?:[\x80-\xbf]{2}|[\x80-\xbf]?(?:\?\?)+)"
    rb"[\xe2-\xe9\xef](?:[\x80-\xbf]|\?\?)"
)
_UTF8_LOST = lazy(rb"\?\?[\xe2-\xe9][\x80-\xbf]{2}")
# What the former has where a byte was lost, found at once by its question marks.
_LOST_INSIDE = lazy(rb"\?\?(?:(?<=[\xe2-\xe9\xef]..)|(?<=[\xe2-\xe9\xef][\x80-\xbf]..))", DOTALL)
# First bytes of such characters, and others; the first two characters but for a last byte.
_UTF8_BYTES = _table(
    (1, range(0xE2, 0xEA)), (1, range(0xEF, 0xF0)), (2, range(0x80, 0xC0)), (4, range(0xC2, 0xC4))
)  # fmt: skip
_UTF8_WHOLE = bytes((1, 2, 2, 1, 2))
# Latin letters, of text that was misread before: 盲潞潞 is äºº, which is 人.
_UTF8_LETTERS = bytes((4, 2)) * 5
# Bytes in which these are looked for: all of a document was read so, or nothing.
BEGINNING = 1000
# Pairs of GBK that are characters of Big5 and seldom of a page: with a second byte of ASCII (1), of
# the rows of Greek, Cyrillic, Zhuyin and boxes and of the private rows (2), and kana (4), which no
# page has side by side but one in Japanese. Both bytes must have the bit.
_BIG5_LEADS: Final = _table(
    (1, range(0xAA, 0xC7)), (2, range(0xA6, 0xB0)), (4, range(0xA4, 0xA6))
)  # fmt: skip
_BIG5_TRAILS: Final = _table((1, range(0x40, 0x7F)), (2, range(0xA1, 0xFF)), (4, range(0xA1, 0xFF)))
# What is there side by side; one for each bit, which the search skips to.
_BIG5: Final = (
    (b"\x01", lazy(rb"\x01.{0,2}[\x01\x02\x04]", DOTALL)),
    (b"\x02", lazy(rb"\x02.{0,2}[\x01\x04]", DOTALL)),
    (b"\x04", lazy(rb"\x04[^\x04]{0,2}[\x01\x02]")),
)
# Characters on each side of a sign, and as many bytes of pairs as it has at most, and one more.
_SIGHT: Final = 16
_ENOUGH: Final = 10
_MANY: Final = 8  # signs; more of them have traditional characters, which are looked at in any case
_NEAR: Final = 8  # characters before a sign, one of which Big5 has in most cases
_APART: Final = b"\n" * 10  # too long for two of these to be found as one
# Two first bytes of the rare half of Big5, where the common characters of GB 2312 lie; as one
# byte, which the search skips to.
_RARE_HALF = _table((1, RARE_HALF))
_GBK = ((b"\x01", lazy(rb"\x01.{0,4}\x01", DOTALL)),)


def in_pairs(text: str, unusual: str) -> tuple[str, bytes, bytes]:
    """Return the name of a codec, the bytes of ``text`` in it, and those in cp950, without ASCII.

    The codec is that of GBK; GB 18030 has the private rows too, but takes 2 ms per 100 KB of
    Korean. What a codec has not is left out, and lost bytes are :data:`LOST`. ``unusual`` has what
    :func:`cleaner.strange.strange` says of the text.
    """
    found = None
    private = PRIVATE.search(unusual) is not None
    if "numpy" in sys.modules and not private:
        from cleaner.vectors import codes

        found = codes(text)
    if found is not None:
        gbk, cp950 = [_in_codec(codec).take(found) for codec in ("gbk", "cp950")]
        return "gbk", gbk[gbk != 0].tobytes(), cp950[cp950 != 0].tobytes()
    data = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    if b"?" in data:
        data = data.replace(b"?", LOST)
    if "\ufffd" in unusual:
        data = data.replace(_REPLACEMENT, LOST)
    wide = data.decode("utf-8", "surrogatepass")
    codec = "gb18030" if private else "gbk"
    return codec, wide.encode(codec, "ignore"), wide.encode("cp950", "ignore")


@cache
def _in_codec(codec: str) -> Any:
    """Return the pair of bytes that each character of the BMP is in ``codec``, 0 for none."""
    from cleaner.vectors import numbers

    plane = "\n".join(map(chr, range(0x80, 0x10000)))
    found = plane.encode(codec, "ignore").split(b"\n")
    pairs = bytearray(0x100) + b"".join([pair or b"\0\0" for pair in found])
    for lost in (ord("?"), 0xFFFD):
        pairs[2 * lost : 2 * lost + 2] = LOST
    return numbers(pairs)


def has_utf8(pairs: bytes, codec: str, lost: bool) -> bool:
    """Whether there is unlikely text in ``pairs`` of a codec of GBK where they look like UTF-8.

    Nearly all text is done with after a look for the kinds of its bytes. In a second look the
    expressions are searched for, which takes six times as long.
    """
    patterns: list[tuple[bytes, re.Pattern[bytes]]] = []
    kinds = pairs.translate(_UTF8_BYTES)
    if kinds.find(_UTF8_LETTERS, 0, BEGINNING) >= 0:
        return True
    if _UTF8_WHOLE in kinds or (lost and _LOST_INSIDE.search(pairs)):
        patterns.append((b"", _UTF8))
    if lost:
        patterns.append((LOST, _UTF8_LOST))
    return any(
        _is_hot(_stretch(pairs, start // 2, (end + 1) // 2), codec)
        for start, end in spans(pairs, patterns)
        if _may_be_characters(pairs[start : start + 6])
    )


def _may_be_characters(data: bytes) -> bool:
    """Whether two characters of UTF-8 may be of a page; of the second there may be less.

    With those that come side by side by chance in honest text one in four is.
    """
    if b"?" in data:
        return True
    model = load()
    for char in (data[:3], data[3:]):
        text = char.decode("utf-8", "ignore")
        if text and min(model.chinese(text), model.foreign_cost(text)) > RARE:
            return False
    return not data[5:].isascii() or len(data) < 6


def has_big5(pairs: bytes, codec: str) -> bool:
    """Whether there is unlikely text in ``pairs`` of a codec of GBK that are likelier as Big5."""
    marks = _both(pairs, _BIG5_LEADS, _BIG5_TRAILS)
    return any(_is_misread(_stretch(pairs, *span), codec, "cp950") for span in spans(marks, _BIG5))


def has_gbk(pairs: bytes) -> bool:
    """Whether there is unlikely text in ``pairs`` of Big5 that are likelier as GBK."""
    marks = pairs[::2].translate(_RARE_HALF)
    return any(
        _is_misread(_stretch(pairs, *span).strip(b"\n"), "cp950", "gbk")
        for span in spans(marks, _GBK)
    )


def may_tell(text: str) -> bool:
    """Whether the pairs of GBK that ``text`` is, which has no lost bytes, are worth a look."""
    found = [*islice(telling().finditer(text), _MANY)]
    if len(found) == _MANY or any(match.lastindex is None for match in found):
        return True
    return any(map(_tells, found))


def _tells(match: re.Match[str]) -> bool:
    """Whether there is a sign around a character that one may have, as far as can be seen."""
    text, at = match.string, match.start()
    low, high = max(0, at - _SIGHT), at + _SIGHT
    before, after = _pairs_of([text[low:at], text[at:high]], "gbk")
    if (low and len(before) < _ENOUGH) or (high < len(text) and len(after) < _ENOUGH):
        return True
    pairs = before + after
    marks = _both(pairs, _BIG5_LEADS, _BIG5_TRAILS)
    return _UTF8_WHOLE in pairs.translate(_UTF8_BYTES) or any(spans(marks, _BIG5))


def has_gbk_in(text: str) -> bool:
    """Whether :func:`has_gbk` is so of the bytes of ``text``, which has no lost ones."""
    found = [*rare_ones().finditer(text)]
    if not found:
        return False
    inside = _pairs_of([match.group() + match[1] for match in found])
    before = _pairs_of([text[max(0, m.start() - _NEAR) : m.start()] for m in found])
    parts = [
        (last or _last(text, match.start()))[-2:] + pairs
        for match, last, pairs in zip(found, before, inside, strict=True)
    ]
    return has_gbk(_APART.join(parts))


def _last(text: str, end: int) -> bytes:
    """Return pairs of Big5 that ``text`` is before ``end``, the last one at least."""
    pairs, size = b"", _NEAR
    while not pairs and end > 0:  # what stands between two matches is gone through once
        pairs = _pairs_of([text[max(0, end - size) : end]])[0]
        end, size = end - size, 2 * size
    return pairs


def _pairs_of(parts: list[str], codec: str = "cp950") -> list[bytes]:
    """Return the pairs of each of ``parts``, put into bytes together: a call takes 1 µs."""
    data = "\n".join([part.replace("\n", "") for part in parts]).encode("utf-8", "surrogatepass")
    pairs = data.translate(None, _ASCII_IN_LINE).decode("utf-8", "surrogatepass")
    return pairs.encode(codec, "ignore").split(b"\n")


def _both(pairs: bytes, leads: bytes, trails: bytes) -> bytes:
    """Return a byte for each pair, with the bits that its first and its second byte both have.

    Nothing when no pair has any.
    """
    first = int.from_bytes(pairs[::2].translate(leads), "little")
    second = int.from_bytes(pairs[1::2].translate(trails), "little")
    both = first & second
    return both.to_bytes((len(pairs) + 1) // 2, "little") if both else b""


def spans(
    data: bytes, patterns: Iterable[tuple[bytes, re.Pattern[bytes]]]
) -> Iterator[tuple[int, int]]:
    """Yield what is found of ``patterns``, each given with what it begins with.

    That a byte is not there at all is told in a fiftieth of the time of a search.
    """
    for beginning, pattern in patterns:
        if beginning in data:
            for match in pattern.finditer(data):
                yield match.span()


def _stretch(pairs: bytes, start: int, end: int) -> bytes:
    """Return the pairs from number ``start`` to ``end``, with one more on either side."""
    return pairs[max(0, 2 * start - 2) : 2 * end + 2]


def _is_hot(data: bytes, read_as: str) -> bool:
    """Whether there is unlikely text in ``data``; rare characters come alone in honest text."""
    text = data.decode(read_as, "ignore")
    model = load()
    costs = list(map(min, *[model.costs(text, traditional=script) for script in (False, True)]))
    for at in range(max(1, len(costs) - 2)):
        if sum(costs[at : at + 3]) > HOT * UNIT and least_cost(text[at : at + 3]) > HOT:
            return True
    return False


@lru_cache(maxsize=1 << 12)
def _is_misread(data: bytes, read_as: str, really: str) -> bool:
    """Whether ``data`` is unlikely as it was read, and much less so as what it may be.

    Behind a lost byte its characters may begin with the second byte of a pair.
    """
    whole = LOST not in data
    data = data.replace(LOST, b"")
    text = data.decode(read_as, "ignore")
    model = load()
    honest = COLD * len(text)
    units = units_of(text)
    hant = sum(map(model.hant.__getitem__, units)) / UNIT
    if hant < honest:  # more than half are
        return False
    hans = sum(map(model.hans.__getitem__, units)) / UNIT
    # No pair adds more than that to the cost: half of the others need no look at theirs.
    if min(hans, hant) + UNKNOWN_PAIR * len(text) < WARM * len(text):
        return False
    foreign = sum(map(model.foreign.__getitem__, units)) / UNIT
    if foreign < honest:
        return False
    cost = min(min(hans, hant) - model.gain(text), foreign + FOREIGN * len(text))
    return cost > WARM * len(text) and any(
        least_cost(part.decode(really, "replace")) < cost - DECISIVE
        for part in ((data,) if whole else (data, data[1:]))
    )


def least_cost(text: str) -> float:
    """Return what ``text`` costs as the likeliest of Chinese and Japanese, in nats."""
    model = load()
    hans, hant, foreign = model.sums(text)
    return min(min(hans, hant) - model.gain(text), foreign + FOREIGN * len(text))
