"""Find the encoding of a document.

Steps, cheapest and surest first: byte order mark; ASCII with the escapes of HZ and ISO-2022; UTF-8;
UTF-16 and UTF-32 without a mark; then the likelihood of the text that each encoding makes of the
lines that are not UTF-8. What a page declares and what chardet says are hints, worth a few nats:
they decide between readings of a word and never against a sentence.

chardet alone decodes 54 % of damaged real-life files to the right text, since one stray byte rules
the right encoding out for it; here an error costs something and excludes nothing.
"""

from __future__ import annotations

import codecs

from cleaner.filters.decode.names import codec_of
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleaner.filters.decode.candidates import Judged

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Bytes of the beginning in which declarations are looked for.
HEAD = 4096

# What a declaration is worth, in nats: half a character. Browsers' users see wrong ones at once,
# crawlers keep them: one page of a thousand has one.
DECLARED = 6.0

# How far a reading is ahead that was not compared with others, in nats.
NO_RIVAL = 99.0

# Lines of UTF-8 in a document make it likelier that the lines that are not are damaged UTF-8.
UTF8_LINE = 4.0
UTF8_LINES = 24.0

# What words say for Windows-1252 at most: pages in Chinese name Citroën.
WORDS = 24.0

# Runs between escapes that are read to see whether they are Chinese.
RUNS = 20

# Lines that the sample is taken from, and those that are enough for most pages.
LINES = 400
FEW = 40

# Above this cost per character beyond ASCII no candidate makes sense of so many bytes: the page is
# in another language, and chardet is asked. It is not asked before: of 127 close decisions on 8 to
# 32 bytes of Chinese its vote, at 3 nats, mended 3 and spoilt 8.
NONSENSE = {"cp1252": 6.5, "cp932": 9.8, "euc_jp": 9.8, "cp949": 9.8}
# Chinese menus with 1 % of their bytes damaged cost up to 10.
NONSENSE_CHINESE = 11.5
NONSENSE_BYTES = 64
# Share of letters among the characters that chardet's answer makes. In Thai, with its marks, it is
# 77 %; damaged GBK, which chardet takes for KOI8, has 64 %, the rest lines of boxes.
LETTERS = 0.72

# A short text of pairs such as C1AA CDA8 (联通 in GBK) is valid UTF-8 by accident.
_SHORT = 24
_WHOLE = 4
_ACCIDENT = lazy(rb"(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf])*")
# But ¥ before a number, which in GBK is 楼 (that has its number or letter before it), and words of
# pinyin, where Chinese characters would stand between Latin letters, are none, nor is αβγ.
_VOWEL = "[aeiouāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜêAEOĀÁǍÀĒÉĚÈŌÓǑÒ]"
_MEANT = lazy(
    r"(?:[\x00-@\[-`{-\x7f]|¥(?=[ ]?[0-9])(?<![0-9].)(?<!(?<![A-Za-z])[A-Za-z].)"
    r"|[A-Z]{2,9}+(?=¥)|αβ[γ-ω]*+"
    rf"|(?:[zcsZCS]h|[b-df-hj-np-tw-zB-DF-HJ-NP-TW-Z])?{_VOWEL}{{1,3}}+(?:ng?|r)?+)*+"
)
_NOT_LETTERS = bytes(code for code in range(256) if not bytes((code,)).isalpha())
_FILLING = lazy(rb"\x00{3,}+")
_DECLARATION = lazy(rb"(?:charset|encoding)\s*+=\s*+[\"']?\s*+([a-z0-9_.:-]{2,40})")
# What the seven-bit encodings of Chinese begin with.
ISO = b"\x1b$"
HZ = b"~{"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_ISO_ESCAPES = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"))


class Guess(NamedTuple):
    """What was found out: the codec, how sure, why, and the text where it is known already.

    ``sure``: all of the document is in the encoding, whatever it reads like. ``binary``: it is no
    text.
    """

    codec: str
    confidence: float
    evidence: str
    mark: bytes = b""
    text: str | None = None
    sure: bool = False
    binary: bool = False


def detect(data: bytes) -> Guess:
    """Return the encoding of ``data``; any bytes have one."""
    for mark, codec in BOMS:
        if data.startswith(mark):
            return Guess(codec, 1.0, "byte order mark", mark, sure=True)
    if data.isascii():
        return _seven_bits(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        found = Guess("utf-8", 1.0, "valid UTF-8", text=text, binary=is_binary(data))
        if b"\0" in data[:HEAD]:
            return _wide(data) or found
        # A character has a byte more than those that are counted here.
        if len(data) > 4 * HEAD or len(data) - len(text) > _SHORT or not _by_accident(data):
            return found
    if _is_cut_utf8(data):
        return Guess("utf-8", 0.99, "UTF-8, cut inside a character", sure=True)
    return _wide(data) or _legacy(data)


def _is_cut_utf8(data: bytes) -> bool:
    """Whether ``data`` is valid UTF-8 but for a character cut at its beginning or its end."""
    start = 0
    while start < min(3, len(data)) and data[start] & 0xC0 == 0x80:
        start += 1
    try:
        text = data[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data":
            return False
        text = data[start : start + error.start].decode("utf-8")
    # Two whole characters of three bytes are no accident.
    return len(text.encode("utf-8")) - len(text) >= _WHOLE


def _seven_bits(data: bytes) -> Guess:
    if ISO in data:
        from cleaner.filters.decode import iso2022

        if iso2022.ISO_ESCAPES.search(data):
            return Guess("iso-2022-cn", 0.99, "ISO-2022-CN escapes")
        for escape, codec in _ISO_ESCAPES:
            if escape in data:
                return Guess(codec, 0.9, "ISO-2022 escapes", sure=True)
    if HZ in data and _is_hz(data):
        return Guess("hz", 0.95, "HZ escapes")
    return _wide(data) or Guess(
        "utf-8", 1.0, "ASCII", text=data.decode("ascii"), binary=is_binary(data)
    )


def _is_hz(data: bytes) -> bool:
    """Whether what stands between the escapes of HZ reads as Chinese, and not as ``~{home}``."""
    from itertools import islice

    from cleaner.filters.decode import iso2022
    from cleaner.filters.decode.model import load

    for match in islice(iso2022.HZ_ESCAPES.finditer(data), RUNS):
        text = iso2022.read_hz(match[0])[0].rstrip("\n")
        if load().cost(text) < NONSENSE_CHINESE * len(text):
            return True
    return False


def _wide(data: bytes) -> Guess | None:
    from cleaner.filters.decode.wide import find_wide

    found = find_wide(data)
    if found is None:
        return None
    codec, gain = found
    return Guess(codec, confidence(gain), "reads as text, without a mark")


def _by_accident(data: bytes) -> bool:
    """Whether ``data`` is valid UTF-8 that may be a word in another encoding."""
    high = data.translate(None, bytes(range(128)))
    if len(high) > _SHORT or _ACCIDENT.fullmatch(data) is None:
        return False
    if len(high) > 2 * len(data.translate(None, _NOT_LETTERS)) and not (
        b"\xc2\xa5" in data or b"\xce" in data
    ):
        return True
    return _MEANT.fullmatch(data.decode("utf-8", "replace")) is None


def _legacy(data: bytes) -> Guess:
    """Decide by likelihood, on the lines that are not valid UTF-8."""
    from itertools import islice

    from cleaner.filters.decode.candidates import (
        PRIORS,
        judge,
        sample_of,
        western,
        without_rival,
    )
    from cleaner.filters.decode.decoders import read_strictly, utf8_lines

    if is_binary(data):
        return Guess("utf-8", 0.0, "binary data", sure=True, binary=True)
    text = read_strictly(data, "utf-8")
    if text is not None and not _by_accident(data):
        return Guess("utf-8", 1.0, "UTF-8 with surrogates", text=text)
    declared = _declared(data)
    lines = _not_utf8(data)
    others = list(islice(lines, FEW)) or [data]
    plain = without_rival(sample_of(b"\n".join(others)))
    if plain:
        return _guessed(plain, NO_RIVAL, "reads well", declared)
    others += islice(lines, LINES - FEW)
    sample = sample_of(b"\n".join(others))
    hints = {"cp1252": min(WORDS, western(b"\n".join(others)[:HEAD]))}
    if declared:
        hints[declared] = hints.get(declared, 0.0) + DECLARED
    valid = len(list(islice(utf8_lines(data), int(UTF8_LINES / UTF8_LINE))))
    if valid:
        hints["utf-8"] = hints.get("utf-8", 0.0) + UTF8_LINE * valid
    best, *rivals = judge(sample, hints, cut=data[:1] >= b"\x80")
    if len(sample) >= NONSENSE_BYTES and _is_nonsense(best, sample):
        voted = _chardet(sample)
        if voted and voted not in PRIORS:
            return Guess(voted, 0.5, "chardet's opinion; nothing reads well")
    if not rivals:
        return _guessed(best.codec, NO_RIVAL, "reads well", declared)
    evidence = f"reads better than {rivals[0].codec}"
    return _guessed(best.codec, rivals[0].cost - best.cost, evidence, declared)


def _guessed(codec: str, margin: float, evidence: str, declared: str | None) -> Guess:
    if declared:
        evidence += ", as declared" if declared == codec else f", declared {declared}"
    return Guess(codec, confidence(margin), evidence)


def _is_nonsense(best: Judged, sample: bytes) -> bool:
    """Whether even the likeliest reading of ``sample`` is no text in the languages known here."""
    from cleaner.filters.decode.candidates import read_roughly
    from cleaner.filters.decode.model import ASCII

    text = read_roughly(sample, best.codec)
    plain = len(text.encode("ascii", "ignore"))
    limit = NONSENSE.get(best.codec, NONSENSE_CHINESE)
    return best.cost - ASCII * plain > limit * (len(text) - plain)


def confidence(margin: float) -> float:
    """Return how sure a decision is that was won by ``margin`` nats: 0.5 to 1."""
    import math

    return round(1.0 - 0.5 * math.exp(-max(0.0, margin) / 4), 3)


def _not_utf8(data: bytes) -> Iterator[bytes]:
    """Yield the lines of ``data`` that are not valid UTF-8."""
    from cleaner.filters.decode.decoders import is_utf8, lines_of

    return (line for line in lines_of(data) if not line.isascii() and not is_utf8(line))


def _declared(data: bytes) -> str | None:
    """Return the codec that the page says it is in."""
    head = data[:HEAD].lower()
    if b"charset" not in head and b"encoding" not in head:
        return None
    found = _DECLARATION.search(head)
    return codec_of(found[1].decode("ascii")) if found else None


def _chardet(sample: bytes) -> str | None:
    """Return chardet's codec, if what it makes of ``sample`` is words of some script."""
    import chardet

    answer = chardet.detect(sample)["encoding"]
    codec = codec_of(answer) if answer else None
    if codec is None or b"az".decode(codec, "replace") != "az":  # EBCDIC
        return None
    high = [char for char in sample.decode(codec, "replace") if char >= "\x80"]
    return codec if sum(map(str.isalpha, high)) >= LETTERS * len(high) else None


def is_binary(data: bytes) -> bool:
    """Whether more than a tenth of the beginning are control characters that text does not have.

    NULs that fill up fields of a fixed width are none.
    """
    sample = data.rstrip(b"\0")[:HEAD]
    sample = _FILLING.sub(b"", sample) if b"\0\0\0" in sample else sample
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // 10
