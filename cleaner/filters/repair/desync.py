"""GBK text read one byte out of step: 能夠?qū)崿F(xiàn) for 能夠實現.

A program searched the *bytes* of a GBK page for characters to gloss, and for marks to set a space
before. It also hit where the two bytes lie across two characters: 夠實 is 89F2 8C8D, F28C is 驅
(qū), so the gloss went in there. The byte before what was put in lost its partner; reader and
bracket (or space) became ``?``, and everything after is read one byte late until a byte below 0x80
comes to its turn as a letter (實現 is 8C8D AC46: 崿 is 8DAC, and F is 46).

So the bytes are all there but the one that ``?`` stands for, and that one can be told: a gloss is
the reading of the two bytes before its bracket, a mark leaves 126 choices, of which the likeliest
text is taken. Only documents that are known to be glossed are looked at (:mod:`.glosses`).
"""

from __future__ import annotations

from cleaner.filters.repair.readings import is_reading, pinyin
from cleaner.filters.repair.scripts import is_han
from cleaner.filters.repair.words import words_cost
from cleaner.kept import lru_cache
from cleaner.ledger import Edit
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RULE = "repair.gbk-shift"

# Characters that are shown out of step, with their glosses: 13 at most on real pages, where a byte
# below 0x80 ends one character in three.
LONGEST = 60
# What the text read anew must cost less than what is shown, in nats (see :mod:`.words`). With it
# 0 of 208,744 honest question marks were changed, on pages taken as glossed.
GAIN = 8.0
AROUND = 4  # characters on each side that words may be made with
_BACK = 20  # characters that hold these and their glosses
_PAIR = 200  # characters between the marks of a pair
_PAIRED = 3.0  # nats
# What the likelihood of pairs of characters counts for beside that of words: 32 to 34 of 675 breaks
# are read wrong with a share from 0.6 to 1, 37 without, 50 with 2.
PAIRS = 0.75
MOST = 8  # choices for a lost byte that are weighed by words

_GLOSS = "[a-z\u00e0-\u01dc]{1,6}[)）]"
#: A question mark where a byte may be lost: before a gloss without its bracket, or before a mark.
BREAK = lazy(rf"\?(?:(?=({_GLOSS}))|(?=[。，！？；：,!?;:]))")
_EATEN = lazy(rf"\?({_GLOSS})")
_WHOLE_GLOSS = lazy(rf"[(（]({_GLOSS})")
_MARK = lazy(r"\?(?=[。，！？；：!-/:-?]|\s|\Z)")
_FOLDED = {ord(mark): chr(ord(mark) + 0xFEE0) for mark in ",!?;:()"}
_CLOSING = frozenset("”’」』》）)】]")
_PAIRS = dict(zip("”’」』》）】", "“‘「『《（【", strict=True))
_CLOSINGS = {opener: closer for closer, opener in _PAIRS.items()}
_PAUSES = frozenset("，。！？；：")
_FOLDED_MARKS = frozenset(",!?;:")
_HONEST = lazy(r"[A-Za-z][A-Za-z!-@]|[@?]")
_LEADS = bytes(range(0x81, 0xFF))
_LASTS = bytes(range(0x80, 0xFF))


class Run(NamedTuple):
    """Text read out of step: where it ends, and its bytes but for the first one and, maybe, last.

    ``last`` has the choices for a last byte that was lost too, None when it was not; ``gloss`` is
    the reading of the character that it belongs to, where one was put in after it. ``letter`` is
    one that comes after these bytes.
    """

    end: int
    data: bytes
    last: Sequence[int] | None
    gloss: str = ""
    letter: str = ""


class Reading(NamedTuple):
    """A way to read a break anew: the lowest ``rank`` is taken, when its words cost little enough.

    ``cost`` is that of the words less that of what is shown, in nats.
    """

    rank: float
    cost: float
    end: int
    text: str


def realigned(text: str) -> Iterator[Edit]:
    """Yield edits that read ``text`` anew where it is out of step; they ascend."""
    done = 0
    for match in BREAK.finditer(text):
        at = match.start()
        if at < done:
            continue
        edit = _realign(text, at)
        if edit is not None:
            done = edit.end
            yield edit


def _realign(text: str, at: int) -> Edit | None:
    """Return the edit for the likeliest reading of the break at ``at``; None for none."""
    head = _WHOLE_GLOSS.sub("", text[max(0, at - _BACK) : at])[-AROUND:]
    if not head:
        return None
    before = _bytes(head[-1].translate(_FOLDED))
    eaten = _EATEN.match(text, at)
    if eaten is not None:
        firsts: Sequence[int] = _choices(before[1:], eaten.group(1)[:-1])
        start = eaten.end()
    elif is_han(head[-1]) or head[-1] in _CLOSING:
        firsts = _LEADS
        start = at + 1
    else:
        return None
    if not firsts:
        return None
    best: Reading | None = None
    if eaten is not None and _fits(head[-1], eaten.group(1)[:-1]):  # 室?shì)內: only the bracket
        rest = _WHOLE_GLOSS.sub("", text[start : start + _BACK])[:AROUND] or "\n"
        read, shown = head + rest, head + text[at:start] + rest
        cost = words_cost(read) - words_cost(shown)
        best = Reading(cost + PAIRS * (_cost(read) - _cost(shown)), cost, start, "")
    for run in _runs(text, start):
        for decoded in _texts(head[-1], firsts, run):
            end = _after_gloss(text, run.end, decoded[-1])
            tail = _WHOLE_GLOSS.sub("", text[end : end + _BACK])[:AROUND] or "\n"
            read, shown = head + decoded + tail, head + _without_glosses(text[at:end]) + tail
            cost = words_cost(read) - words_cost(shown)
            cost += _unpaired(text[max(0, at - _PAIR) : at] + decoded, len(decoded))
            cost += _closed_later(decoded, text[end : end + _PAIR])
            rank = cost + PAIRS * (_cost(read) - _cost(shown))
            if best is None or rank < best.rank:
                best = Reading(rank, cost, end, decoded)
    if best is None or best.cost > -GAIN:
        return None
    if (
        best.text
        and text[at + 1 : at + 2] in _FOLDED_MARKS
        and (best.text[-1] < "\x80" or _HONEST.match(text, best.end - 1))
    ):
        return None  # ??Google, ??@someone, ?! at the end of a line
    return Edit(at, best.end, best.text, RULE)


def _runs(text: str, start: int) -> Iterator[Run]:
    """Yield the ways to read the bytes of what is out of step from ``start`` on.

    A letter is a byte that brings the text back into step, or a full-width one that the page
    folded; each is tried.
    """
    data = bytearray()
    index = start
    while index < len(text) and index - start <= LONGEST:
        character = text[index]
        if character == "?":
            eaten = _EATEN.match(text, index)
            if eaten is not None:
                gloss = eaten.group(1)[:-1]
                choices = _choices(bytes(data[-1:]), gloss) if data else _LASTS
                if choices:
                    yield Run(eaten.end(), bytes(data), choices, gloss)
                    return
            if _MARK.match(text, index) and (data or text[start - 1] in ")）"):
                yield Run(index + 1, bytes(data), _LEADS)
        whole = _WHOLE_GLOSS.match(text, index) if character in "(（" else None
        if whole is not None:
            if not _fits(text[index - 1], whole.group(1)[:-1]):
                return
            index = whole.end()
            continue
        if "@" <= character <= "~" or character == "€":
            yield Run(
                index + 1,
                bytes(data) + (b"\x80" if character == "€" else character.encode("ascii")),
                None,
            )
        two = _bytes(character.translate(_FOLDED) if character < "\x80" else character)
        if len(two) != 2:
            return
        if two[1] < 0x80:  # 病（C shown as ?。–: a letter of the text itself came in its turn
            yield Run(index + 1, bytes(data) + two[:1], None, letter=chr(two[1]))
            return
        data += two
        index += 1


def _texts(before: str, firsts: Sequence[int], run: Run) -> Iterator[str]:
    """Yield the likeliest texts of ``run`` with its lost bytes filled in.

    The first byte decides the first character only, the last byte the last one.
    """
    data = run.data
    if run.last is None:
        rest = _text(data[1:])
        if rest is None:
            return
        for first in _likeliest(before, firsts, data[:1], rest[:1]):
            yield first + rest + run.letter
        return
    if not data:  # both lost bytes are of one character
        found = [_text(bytes((first, last))) for first in firsts for last in run.last]
        whole = [text for text in found if text and _fits(text, run.gloss)]
        yield from sorted(whole, key=lambda text: _cost(before + text))[:MOST]
        return
    if len(data) < 2:
        return
    rest = _text(data[1:-1])
    if rest is None:
        return
    ends = [_text(data[-1:] + bytes((byte,))) for byte in run.last]
    lasts = [end for end in ends if end]
    for first in _likeliest(before, firsts, data[:1], rest[:1]):
        start = first + rest
        for last in sorted(lasts, key=lambda end: _cost(start[-1] + end))[:MOST]:
            yield start + last


def _likeliest(before: str, firsts: Sequence[int], second: bytes, after: str) -> list[str]:
    """Return the likeliest characters that have ``second`` for their second byte."""
    found = filter(None, (_text(bytes((byte,)) + second) for byte in firsts))
    return sorted(found, key=lambda first: _cost(before + first + after))[:MOST]


def _unpaired(text: str, size: int) -> float:
    """Return what the closing marks among the last ``size`` characters of ``text`` cost.

    One that closes what is open is likely, any other one is not.
    """
    cost = 0.0
    for at in range(len(text) - size, len(text)):
        opener = _PAIRS.get(text[at])
        if opener is not None:
            is_open = text.rfind(opener, 0, at) > text.rfind(text[at], 0, at)
            cost += -_PAIRED if is_open else _PAIRED
    return cost


def _closed_later(text: str, after: str) -> float:
    """Return what the last opening mark of ``text`` costs: it is likely when ``after`` closes it.

    The one that closes it would be without it otherwise. No bracket opens after a pause.
    """
    at = max(map(text.rfind, _CLOSINGS))
    if at < 0:
        return 0.0
    opener = text[at]
    if opener == "（" and text[at - 1 : at] in _PAUSES:
        return 2 * _PAIRED
    rest = _WHOLE_GLOSS.sub("", after).partition("\n")[0].translate(_FOLDED)
    closed, opened = rest.find(_CLOSINGS[opener]), rest.find(opener)
    return -2 * _PAIRED if closed >= 0 and not 0 <= opened < closed else 0.0


def _after_gloss(text: str, end: int, last: str) -> int:
    """Return the end of the gloss that follows the character read last, or ``end``."""
    gloss = _WHOLE_GLOSS.match(text, end)
    if gloss is not None and _fits(last, gloss.group(1)[:-1]):
        return gloss.end()
    return end


def _without_glosses(text: str) -> str:
    """Return ``text`` without the glosses that stand after their characters: not F(xiàn)."""
    return _WHOLE_GLOSS.sub(
        lambda gloss: (
            "" if _fits(text[gloss.start() - 1 : gloss.start()], gloss[1][:-1]) else gloss[0]
        ),
        text,
    )


def _fits(character: str, gloss: str) -> bool:
    return not gloss or (is_han(character) and is_reading(character, pinyin(gloss)))


@lru_cache(maxsize=1024)
def _choices(first: bytes, gloss: str) -> tuple[int, ...]:
    """Return the second bytes that with ``first`` make a character that reads as ``gloss``."""
    syllable = pinyin(gloss)
    found = []
    for byte in _LASTS:
        character = _text(bytes((*first, byte)))
        if character and is_reading(character, syllable):
            found.append(byte)
    return tuple(found)


def astride(before: str, letter: str) -> str | None:
    """Return the character that the last byte of ``before`` and ``letter`` make in GBK, or None."""
    data = _bytes(before.translate(_FOLDED))
    return _text(data[1:] + letter.encode("ascii")) if data else None


def _bytes(character: str) -> bytes:
    try:
        data = character.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    return data if len(data) == 2 else b""


def _text(data: bytes) -> str | None:
    try:
        text = data.decode("gbk")
    except UnicodeDecodeError:
        return None
    return text if len(text) * 2 == len(data) else None  # no letter between two bytes


def _cost(text: str) -> float:
    from cleaner.filters.decode.model import load

    return load().cost(text)
