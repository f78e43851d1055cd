"""Candidates for the encoding of bytes above 0x7F, judged by how likely each makes the text.

The measure is the cost in nats of the decoded text under :mod:`cleaner.filters.decode.model`: the
same bytes read in different encodings are different texts, and the likeliest is the right one. An
undecodable byte costs about as much as two characters and rules nothing out, since one stray byte
in a page is common and must not turn it into another language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from cleaner.filters.decode import big5, euctw, utf8
from cleaner.filters.decode.model import ASCII, Model, load
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# Bytes of a sample. 600 bytes of Chinese put the wrong readings over 1,000 nats behind.
SAMPLE = 600

# What choosing an encoding costs before anything is known, by how rare it is on the web: enough to
# decide between two readings of a word, nothing beside those of a sentence.
PRIORS: Mapping[str, float] = {
    "utf-8": 0.0,
    "gb18030": 0.0,
    "big5": 0.5,
    "euc-tw": 2.0,
    "cp932": 5.0,
    "euc_jp": 6.0,
    "cp949": 5.0,
    "cp1252": 1.0,
}
CHINESE = ("gb18030", "big5")
FOREIGN = frozenset({"cp932", "euc_jp", "cp949", "cp1252"})

# A reading with a lower cost per character, over so many characters, has no rival: Chinese prose
# costs 6 to 7.5 without regard to pairs, wrong readings cost over 10.
CONVINCING = 8.2
CONVINCING_LENGTH = 24
GLANCE = 160  # bytes of the sample that are enough for it

# Candidates whose cost without regard to pairs is further behind cannot win by pairs any more.
BEHIND = 60.0

# Two letters beyond ASCII side by side are rare in Western text, and all there is in misread text.
ADJACENT = 3.0

# What a letter beyond ASCII says for Windows-1252 that is in a word or at the end of one, or a
# capital at the beginning of one in small letters.
IN_WORD = 8.0
_IN_WORD = lazy(
    rb"[\xc0-\xf6\xf8-\xff](?=[a-z .,;:!?]|$)"
    rb"(?:(?<=[A-Za-z][\xdf-\xff])(?=[a-z])|(?<=[a-z][\xdf-\xff])(?![a-z])"
    rb"|(?<=[\xc0-\xde])(?<![A-Za-z\x80-\xff].)(?=[a-z]{2}))"
)

ERROR = 16.0
# A character cut at the end of the data is no fault of the encoding. A cut beginning, which shifts
# all that follows, is rarer than a rare first character: it must explain more than that away.
CUT = 9.0
SHIFTED = 8.0

_RUN = lazy(rb"[A-Za-z]?[\x80-\xff](?:[\x00-\x7f]?[\x80-\xff])*[\x00-\x7f]?")
# A rule across the page (━━━━) says as little as two of its signs.
_RULE = lazy(rb"([\x80-\xff][\x40-\xff])\1{5,}+")
_HIGH_PAIR = lazy(rb"[\x80-\xff](?=[\x80-\xff])")


class Judged(NamedTuple):
    """A candidate and the cost of its reading of the sample, in nats."""

    cost: float
    codec: str


def sample_of(data: bytes, limit: int = SAMPLE) -> bytes:
    """Return the first runs of ``data`` with bytes above 0x7F, with an ASCII byte on each side.

    ASCII says the same in every candidate, and 300 KB of markup before the text hide nothing.
    """
    found: list[bytes] = []
    size = 0
    for match in _RUN.finditer(data):
        run = _RULE.sub(_twice, match[0])
        found.append(run if len(run) <= limit else run[:limit])
        size += len(found[-1])
        if size >= limit:
            break
    return b"\n".join(found)[:limit]


def _twice(rule: re.Match[bytes]) -> bytes:
    return rule[1] * 2


def read_roughly(data: bytes, codec: str) -> str:
    """Return ``data`` as ``codec`` reads it, U+FFFD for what it cannot."""
    return _READERS[codec](data) if codec in _READERS else data.decode(codec, "replace")


def without_rival(sample: bytes) -> str | None:
    """Return the encoding of Chinese that need not be compared with others; None for no such."""
    model = load()
    for codec in CHINESE:
        text = read_roughly(sample[:GLANCE], codec)
        if _convincing(model.chinese(text), text):
            return codec
    return None


def judge(
    sample: bytes,
    hints: Mapping[str, float],
    codecs: Iterable[str] = PRIORS,
    *,
    cut: bool = False,
) -> list[Judged]:
    """Return the candidates for ``sample``, likeliest first.

    ``hints`` are nats in favour of codecs that a declaration or another detector named; ``cut``
    says that the sample may begin inside a character.
    """
    model = load()
    judged: list[tuple[float, str, str]] = []
    for codec in codecs:
        cost, text = _cost(sample, codec, model, cut)
        judged.append((cost + PRIORS.get(codec, 3.0) - hints.get(codec, 0.0), codec, text))
    limit = min(judged)[0] + BEHIND
    found = []
    for cost, codec, text in judged:
        if cost < limit:
            cost += _adjacent(sample) if codec == "cp1252" else 0.0
            found.append(Judged(cost - (0.0 if codec in FOREIGN else model.gain(text)), codec))
    return sorted(found)


def _cost(sample: bytes, codec: str, model: Model, cut: bool) -> tuple[float, str]:
    text = read_roughly(sample, codec)
    cost = _text_cost(text, codec, model)
    if text.endswith("\ufffd"):
        cost -= ERROR - CUT
    if cut and codec in _PAIRED and sample[:1] >= b"\x80":
        later = read_roughly(sample[1:], codec)
        later_cost = _text_cost(later, codec, model) + SHIFTED
        # With pairs too: a title of rare characters, 螞蟻搬家, is no cut one for that.
        pairs = 0.0 if codec in FOREIGN else model.gain(later) - model.gain(text)
        if later_cost < cost and later_cost - pairs < cost:
            return later_cost, later
    return cost, text


def _convincing(cost: float, text: str) -> bool:
    """Whether a reading of so many characters beyond ASCII at such a cost has no rival."""
    plain = len(text.encode("ascii", "ignore"))
    high = len(text) - plain
    return high >= CONVINCING_LENGTH and cost - ASCII * plain < CONVINCING * high


def _text_cost(text: str, codec: str, model: Model) -> float:
    if codec in FOREIGN:
        return model.foreign_cost(text)
    if codec in ("utf-8", "utf-16-le", "utf-16-be"):
        return min(model.chinese(text), model.foreign_cost(text))
    return model.chinese(text)


def western(data: bytes) -> float:
    """Return what the words in ``data`` say for Windows-1252, in nats.

    The sample has no words, only runs with bytes above 0x7F.
    """
    return IN_WORD * len(_IN_WORD.findall(data))


def _adjacent(sample: bytes) -> float:
    return ADJACENT * len(_HIGH_PAIR.findall(sample))


def _latin(data: bytes) -> str:
    """Windows-1252 as browsers read it: the five bytes that it lacks are control characters."""
    return data.decode("latin-1").translate(_WINDOWS)


_WINDOWS = {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_READERS: Mapping[str, Callable[[bytes], str]] = {
    "utf-8": utf8.read_roughly,
    "big5": big5.read_roughly,
    "euc-tw": euctw.read_roughly,
    "cp1252": _latin,
}
_PAIRED = frozenset({"gb18030", "big5", "euc-tw", "cp932", "euc_jp", "cp949"})
