"""Signs of mojibake, cheap enough to be looked for on every page.

Text is put back into the bytes that a wrong decoder would have had, which codecs do in 0.1 ms per
100 KB, and these are searched for what honest text has not in them: sequences of UTF-8, pairs of
Big5 whose second byte is ASCII, the rare half of Big5. Where that is not proof, the model is asked
about the few characters there. All of it takes a millisecond per 100 KB, and of 47,000 lines of
real pages five in a thousand have a sign. A sign only asks for a closer look.
"""

from __future__ import annotations

from cleaner.filters.decode.model import UNIT, UNKNOWN_PAIR, load, units_of
from cleaner.kept import lru_cache
from cleaner.mojibake import dropped
from cleaner.mojibake.readings import DROPPED, KOREAN, LATIN, SHIFTED, Step
from cleaner.patterns import DOTALL, lazy
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

# Cost of three characters, in nats: clean text costs 18 to 24, misread text 33.
HOT = 27.0
# Cost of one of the few characters around a sign that is not proof: below COLD without regard to
# pairs, or WARM with, they are honest. Undone they must cost less, and by so much.
COLD = 7.5
WARM = 8.5
DECISIVE = 6.0
# What one or two characters between question marks cost each, at least, that nobody asks: 好?坏?
UNASKED = 8.5
# What a question ends with, before its mark: 壮哉?
_ASKING = "吗嗎呢吧么麼嘛哉乎欤歟耶"
# A character that costs more, as two of 10,000 on a page do, is none of text that was misread.
RARE = 14.0
# A text of so few characters has few signs; it is strange when one of them costs so much.
SHORT = 24
STRANGE = 10.5
# What a character of Japanese must be likelier by: rare ones cost less in the table of it.
FOREIGN = 2.0

# Documents about mojibake quote it, and what they quote should stay. A page that calls another text
# garbled is taken for one of them too: better to leave mojibake than to undo an example.
_ABOUT = ("乱码", "亂碼", "mojibake", "Mojibake")
# Letters and marks that bytes 80 to BF became, or that stand where one was lost.
TRAILS = "\x80-\x9f\xa1-\xbf\ufffd€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# Those of them that are no marks of Western text, which follow letters there too.
_LETTERS = "\x80-\x9f\xa1-\xff€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ"
# Letters that two bytes were read as, where others stand for one: see :mod:`.fallback`. Without
# those of pinyin and of the phonetic alphabet.
_FALLBACK = "\u0180-\u01cc\u01dd-\u024f\u02b0-\u02c5\u02ca-\u02d8\u02dd-\u07ff"
# UTF-8 of two and of three bytes, one of these maybe left out; three letters; ASCII between two, as
# in Big5; one of the above. That all begin with one class makes the search ten times faster.
_LATIN = lazy(
    f"[\xa1-\xff](?:(?<=[\xc2-\xde])[{TRAILS}]"
    f"|(?<=[\xe0-\xef])[{TRAILS}](?:[{TRAILS}]|[\xe2-\xef][{TRAILS}])"
    f"|(?![\xd7\xb7\xb0\xb1\xbb\xab]{{2}})[{_LETTERS}]{{2}}"
    "|(?<=[\xa4-\xc6])[@-~][\xa4-\xc6]"
    f"|[{_FALLBACK}]|(?<=[{_FALLBACK}].))"
)
# What all of these begin with, which a page with pinyin or names (乔治·奥威尔) has not. In UTF-8,
# one for each first byte, which the search skips to. No misread text has the middle dot alone.
_AFTER_LETTER = rb"(?:[\x80-\xff]|[@-~](?:\xc2[\xa4-\xbf]|\xc3[\x80-\x86]))"
_LATIN_AT_ALL = (
    (b"\xc2", lazy(rb"\xc2[\xa1-\xb6\xb8-\xbf]" + _AFTER_LETTER)),
    (b"\xc3", lazy(rb"\xc3[\x80-\xbf]" + _AFTER_LETTER)),
)
_LATIN_LETTER = lazy("[\xa1-\xb6\xb8-\xff]")
# First bytes of Chinese in UTF-8, and GBK, in code pages of one byte a character; then what two
# characters of UTF-8 are in any of them, and a row of stars, and words of Russian.
_FOREIGN_LETTER = lazy("[ÂÊÁËÈΣσµτΦΘõÕþÞÚäĺćçčéåæèęēδεζηθι\u0400-\u045f]")
_FOREIGN_RUN = lazy("[^\x00-\x7f\u2e80-\U0010ffff]{6}")
_HALF_WIDTH = lazy("[\uff61-\uff9f]")
_SYLLABLE = lazy("[\uac00-\ud7a3]")
_KANA = lazy("[\uff61-\uff9f].?[\uff61-\uff9f]")
_HANGUL = lazy(
    "[\uac00-\ud7a3][\u4e00-\u9fff\uf900-\ufaff]|[\u4e00-\u9fff\uf900-\ufaff][\uac00-\ud7a3]"
)


def _table(*kinds: tuple[int, range]) -> bytes:
    table = bytearray(256)
    for bit, values in kinds:
        for value in values:
            table[value] |= bit
    return bytes(table)


# In the bytes of GBK: most of two characters of UTF-8, ideographs or full-width marks, of the first
# the last byte maybe lost, of the second the second one. A lost byte is two question marks, which
# keep the bytes of pairs in step.
_REPLACEMENT = "\ufffd".encode()
_LOST = b"??"
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
_BIG5_LEADS = _table(
    (1, range(0xAA, 0xC7)), (2, range(0xA6, 0xB0)), (4, range(0xA4, 0xA6))
)  # fmt: skip
_BIG5_TRAILS = _table((1, range(0x40, 0x7F)), (2, range(0xA1, 0xFF)), (4, range(0xA1, 0xFF)))
# What is there side by side; one for each bit, which the search skips to.
_BIG5 = (
    (b"\x01", lazy(rb"\x01.{0,2}[\x01\x02\x04]", DOTALL)),
    (b"\x02", lazy(rb"\x02.{0,2}[\x01\x04]", DOTALL)),
    (b"\x04", lazy(rb"\x04[^\x04]{0,2}[\x01\x02]")),
)
_PRIVATE = b"\xee"  # in UTF-8
# First bytes of Big5 that GBK has not in these pairs were lost, the second ones are ASCII.
_BIG5_LOST = lazy(
    r"(?:[?\ufffd][@-~][^\s=&/.]{0,2}){2}[^\x00-\x7f]|[^\x00-\x7f](?:[?\ufffd][@-~][^\s=&/.]?){2}"
)
# What both have: the first where only question marks stand for lost bytes.
_TWICE_LOST = lazy(r"\?[@-~][^\s=&/.]{0,2}\?[@-~]")
_TWICE_REPLACED = lazy(r"[?\ufffd][@-~][^\s=&/.]{0,2}[?\ufffd][@-~]")
# Pairs after a lost byte, which may be off by one, up to another one or to ASCII.
_SHIFTED = lazy(r"\?(?:([\xa4-\uffe6]{1,60})[?@-~]|[@-~][\u4e00-\u9fff])")
# What GB 2312 has not, and what follows off by one byte.
_REPLACED = lazy(
    r"\ufffd(?:[\xa4-\uffe6]{1,60}[\ufffd@-~]|(?<=[@-~\u4e00-\u9fff]\ufffd)[@-~](?![ -~]))"
)
# Two first bytes of the rare half of Big5, where the common characters of GB 2312 lie; as one
# byte, which the search skips to.
_RARE_HALF = _table((1, range(0xC9, 0xFA)))
_GBK = ((b"\x01", lazy(rb"\x01.{0,4}\x01", DOTALL)),)
_ASCII = bytes([byte for byte in range(128) if byte != ord("?")])

# Misreadings that leave characters which may all be in order.
_BIG5_AS_GBK = Step("big5", "gb18030")
HAN_STEPS = (
    Step("utf-8", "gb18030"),
    _BIG5_AS_GBK,
    Step("gb18030", "big5"),
    Step("gb18030", "euc-kr"),
)


def is_about(text: str) -> bool:
    """Whether ``text`` is about mojibake."""
    return any(map(text.__contains__, _ABOUT))


def signs(
    text: str, unusual: str | None = None, within: Sequence[Step] | None = None
) -> tuple[Step, ...]:
    """Return the misreadings that ``text`` has signs of.

    ``unusual`` has what :func:`cleaner.strange.strange` says of the text, if that is known, and
    ``within`` the signs of a text of which this is some lines.
    """
    if text.isascii():
        return ()
    if unusual is None:
        unusual = strange(text)
    found: list[Step] = []
    data = text.encode("utf-8", "surrogatepass")
    latin = _LATIN_LETTER.search(unusual) and any(_spans(data, _LATIN_AT_ALL))
    if latin and _LATIN.search(text):
        found += (Step("utf-8", LATIN), Step("gb18030", LATIN), Step("big5", LATIN), KOREAN)
    if _FOREIGN_LETTER.search(unusual) and _FOREIGN_RUN.search(text) is not None:
        from cleaner.mojibake import codepages

        found += codepages.steps(text, unusual, within)
    data = data.translate(None, _ASCII)
    if b"?" in data:
        data = data.replace(b"?", _LOST)
    replaced = "\ufffd" in unusual
    if replaced:
        data = data.replace(_REPLACEMENT, _LOST)
    wide = data.decode("utf-8", "surrogatepass")
    # GB 18030 has the private rows too, but takes 2 ms per 100 KB of Korean.
    codec = "gb18030" if _PRIVATE in data else "gbk"
    pairs = wide.encode(codec, "ignore")
    lost = _LOST in pairs
    if _has_utf8(pairs, codec, lost):
        found.append(Step("utf-8", "gb18030"))
    twice = _TWICE_REPLACED if replaced else _TWICE_LOST
    if _has_big5(pairs, codec) or (lost and twice.search(text) and _BIG5_LOST.search(text)):
        found.append(_BIG5_AS_GBK)
    if lost and any(may_be_shifted(match[1] or "") for match in _SHIFTED.finditer(text)):
        found.append(SHIFTED)
        if len(text) <= SHORT and _BIG5_AS_GBK not in found and _is_strange(wide.replace("?", "")):
            found.append(_BIG5_AS_GBK)
    if _has_gbk(wide.encode("cp950", "ignore")):
        found.append(Step("gb18030", "big5"))
    if _HALF_WIDTH.search(unusual) and _KANA.search(text):
        found.append(Step("gb18030", "shift_jis"))
    if _SYLLABLE.search(unusual) and _HANGUL.search(text):
        found.append(Step("gb18030", "euc-kr"))
    if not found and len(text) <= SHORT and _is_strange(wide.replace("?", "")):
        found += HAN_STEPS
    if replaced and SHIFTED not in found and _REPLACED.search(text) is not None:
        found.append(SHIFTED)
    if dropped.may_be(text):
        found.append(DROPPED)
    return tuple(found)


def _has_utf8(pairs: bytes, codec: str, lost: bool) -> bool:
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
        patterns.append((_LOST, _UTF8_LOST))
    return any(
        _is_hot(_stretch(pairs, start // 2, (end + 1) // 2), codec)
        for start, end in _spans(pairs, patterns)
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


def _has_big5(pairs: bytes, codec: str) -> bool:
    """Whether there is unlikely text in ``pairs`` of a codec of GBK that are likelier as Big5."""
    marks = _both(pairs, _BIG5_LEADS, _BIG5_TRAILS)
    return any(_is_misread(_stretch(pairs, *span), codec, "cp950") for span in _spans(marks, _BIG5))


def _has_gbk(pairs: bytes) -> bool:
    """Whether there is unlikely text in ``pairs`` of Big5 that are likelier as GBK."""
    marks = pairs[::2].translate(_RARE_HALF)
    return any(_is_misread(_stretch(pairs, *span), "cp950", "gbk") for span in _spans(marks, _GBK))


def _both(pairs: bytes, leads: bytes, trails: bytes) -> bytes:
    """Return a byte for each pair, with the bits that its first and its second byte both have.

    Nothing when no pair has any.
    """
    first = int.from_bytes(pairs[::2].translate(leads), "little")
    second = int.from_bytes(pairs[1::2].translate(trails), "little")
    both = first & second
    return both.to_bytes((len(pairs) + 1) // 2, "little") if both else b""


def _spans(
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
        if sum(costs[at : at + 3]) > HOT * UNIT and _cost(text[at : at + 3]) > HOT:
            return True
    return False


@lru_cache(maxsize=1 << 12)
def _is_misread(data: bytes, read_as: str, really: str) -> bool:
    """Whether ``data`` is unlikely as it was read, and much less so as what it may be.

    Behind a lost byte its characters may begin with the second byte of a pair.
    """
    whole = _LOST not in data
    data = data.replace(_LOST, b"")
    text = data.decode(read_as, "ignore")
    model = load()
    honest = COLD * len(text)
    units = units_of(text)
    hant = sum(map(model.hant.__getitem__, units)) / UNIT
    if hant < honest:  # more than half are
        return False
    hans = sum(map(model.hans.__getitem__, units)) / UNIT
    foreign = sum(map(model.foreign.__getitem__, units)) / UNIT
    # No pair adds more than that to the cost: half of the others need no look at theirs.
    if foreign < honest or min(hans, hant) + UNKNOWN_PAIR * len(text) < WARM * len(text):
        return False
    cost = min(min(hans, hant) - model.gain(text), foreign + FOREIGN * len(text))
    return cost > WARM * len(text) and any(
        _cost(part.decode(really, "replace")) < cost - DECISIVE
        for part in ((data,) if whole else (data, data[1:]))
    )


@lru_cache(maxsize=1 << 10)  # asked by the signs of a line, and where they are looked for
def may_be_shifted(text: str) -> bool:
    """Whether characters after a lost byte may be pairs of GBK that are off by one byte.

    One or two must be strange as they are; of more, those whose bytes are all known must not be
    much likelier than they are one byte further on.
    """
    data = text.encode("gb18030", "ignore")
    if len(data) != 2 * len(text):
        return False
    cost = load().cost
    if len(text) <= 2:
        return not text or (text[-1] not in _ASKING and cost(text) > UNASKED * len(text))
    return cost(data[1:-1].decode("gb18030", "replace")) < cost(text[1:-1]) + DECISIVE


def _is_strange(text: str) -> bool:
    return _cost(text) > STRANGE * len(text)


def _cost(text: str) -> float:
    model = load()
    hans, hant, foreign = model.sums(text)
    return min(min(hans, hant) - model.gain(text), foreign + FOREIGN * len(text))
