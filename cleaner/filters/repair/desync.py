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

from itertools import islice

from cleaner.filters.repair.halves import BARE, BREAK, EATEN
from cleaner.filters.repair.out_of_step import (
    FOLDED,
    LEADS,
    WHOLE_GLOSS,
    around,
    bytes_of,
    choices,
    fits,
    gapped,
    made_of,
    ranked,
    runs,
    texts,
)
from cleaner.filters.repair.scripts import is_han
from cleaner.filters.repair.words import words_cost
from cleaner.kept import lru_cache
from cleaner.ledger import Edit
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleaner.filters.decode.model import Around

RULE = "repair.gbk-shift"

# What the text read anew must cost less than what is shown, in nats (see :mod:`.words`). With it
# 0 of 208,744 honest question marks were changed, on pages taken as glossed.
GAIN = 8.0
AROUND = 4  # characters on each side that words may be made with
_LABEL = 6  # characters of a label with the value of a field behind it
_BACK = 20  # characters that hold these and their glosses
_PAIR = 200  # characters between the marks of a pair
_PAIRED = 3.0  # nats
# What the likelihood of pairs of characters counts for beside that of words: 32 to 34 of 675 breaks
# are read wrong with a share from 0.6 to 1, 37 without, 50 with 2.
PAIRS = 0.75
# Nats a character: what costs more is no prose; a dropped pair of bytes is thought of then, in the
# first ends of it that are tried. With it 12 of 31 breaks that lost one to three pairs are read
# right, with 7 eight, without 6; of 152 that lost none all are as before.
PROSE = 5.5
DROPPED_RUNS = 3
# Breaks in a row that are asked in vain for one, each for some milliseconds: with 12 of 31 that
# lost one found, so many in vain are not of a page that drops them.
MOST_VAIN = 20
# Breaks of a document that are asked at all: those of 40,000 characters of speech. All of 1 MB took
# half a minute.
MOST_ASKED = 400
RUNS = 6  # ends of what is out of step that are tried; the first or second is the right one

# What tells it in a page without glosses: of 6,900 short texts with honest marks none gains 8.
SURE = 25.0
# And where a full-width mark stands behind the question mark: ?：鋈?,
SURE_MARKED = 12.0
_HIS_FIRST = b"\xcb"  # byte of 他 and 她 ...
_COMMON_LEADS = bytes(range(0xB0, 0xF8))  # ... before these
_CLAUSE_BEGUN = frozenset("”。，")
_FOLLOWERS = 4  # characters behind him that are weighed by words
_CLOSING = frozenset("”’」』》）)】]")
_PAIRS = dict(zip("”’」』》）】", "“‘「『《（【", strict=True))
_CLOSINGS = {opener: closer for closer, opener in _PAIRS.items()}
_PAUSES = frozenset("，。！？；：")
_FOLDED_MARKS = frozenset(",!?;:")
# What it costs more, in nats, that a full-width pause stands behind a half-width question mark.
_ODD = 3.0
_LETTERED = 2 * GAIN  # nats that a reading with a letter of the text at its end must gain
# A sentence that ends with a word in Latin letters or a number: UGCR?;颊 is UGCR。患. One that
# begins so, or what is quoted: 涉嫌“?：η is 涉嫌“危害.
_BEHIND_OTHER = lazy(
    r"[0-9A-Za-z%]\?[，。！？；：,!?;:][\u4e00-\u9fff]"
    r"|[0-9A-Za-z%“‘《（(，,；：:\n]\?[，。！？；：](?:[@-z](?=[(\u4e00-\u9fff])|[α-ω\u3021-\u9fff])"
)
# What it costs less that one speaks behind his words, as in every other line of a story.
_SPEAKER = 4.0
# And that an argument goes on with 基于此, of which the page dropped a pair: every other paper has
# it, and the words are counted in news and stories.
_ARGUED = 8.0
_SEEN = "。可見"  # before a comma, where the page lost the byte that tells it from 。可以
# And that the next sentence begins with words in quotation marks: one in twelve does.
_QUOTED = 3.0
# Full-width letters and digits, of which such pages have none.
_WIDE = lazy("[０-９Ａ-Ｚａ-ｚ]")
_HONEST = lazy(r"[A-Za-z][A-Za-z!-@]|(?<![\u3400-\u9fff])@|\?")
#: What is left of a tag whose ``<`` was taken for the second byte of a character: ``?！?/strong>``.
_CUT_TAG = lazy(
    r"/?(?:[abpiu]|br|em|t[dhr]|li|[uod]l|d[dt]|h[1-6]|div|span|font|strong|section|o:p)\b"
    r"[^<>\n]{0,200}>"
)


class Reading(NamedTuple):
    """A way to read a break anew: the lowest ``rank`` is taken, when its words cost little enough.

    ``gain`` is what its words cost less than those of what is shown, in nats.
    """

    rank: float
    gain: float
    end: int
    text: str


class Patience:
    """How many breaks, ``left`` of :data:`MOST_VAIN`, may yet be asked in vain for a dropped pair.

    Each takes as long as ten others. Where pages drop pairs they do so again and again; of a
    document :data:`MOST_ASKED` are asked.
    """

    def __init__(self) -> None:
        self.left: int = MOST_VAIN
        self._asked: int = 0

    def note(self, *, found: bool) -> None:
        """Take down that a break was asked, and whether it had one."""
        self._asked += 1
        if self._asked >= MOST_ASKED:
            self.left = 0
        else:
            self.left = MOST_VAIN if found else self.left - 1


def realigned(text: str) -> Iterator[Edit]:
    """Yield edits that read ``text`` anew where it is out of step; they ascend."""
    done = 0
    patience = Patience()
    for match in BREAK.finditer(text):
        at = match.start()
        if at < done:
            continue
        best = _realign(text, at, patience)
        if text.startswith("?", at + 1):  # 呼聲??jī)H僅 is 呼聲?僅僅: the first is one of the text
            second = _realign(text, at + 1, patience)
            if second is not None and (best is None or second.rank < best.rank):
                at, best = at + 1, second
        if best is not None:
            cut = _CUT_TAG.match(text, best.end) if text[best.end - 1] == "?" else None
            done = cut.end() if cut else best.end
            read = best.text
            if cut and read[-1] == "，" and _is_label(text, at, read[:-1]):
                read = f"{read[:-1]}："
            yield Edit(at, done, read, RULE)


def _is_label(text: str, at: int, read: str) -> bool:
    """Tell whether what was ``read`` from ``at`` on ends a label at the head of its line: 大小."""
    start = text.rfind("\n", max(0, at - _LABEL), at) + 1
    label = text[start:at] + read
    return len(label) <= _LABEL and all(map(is_han, label))


def is_shifted(text: str) -> bool:
    """Tell whether a text without glosses is out of step beyond doubt: by one break or several."""
    patience = Patience()
    gained = 0.0
    for match in BARE.finditer(text):
        best = _realign(text, match.start(), patience)
        gained += best.gain if best is not None else 0.0
        if gained >= (SURE_MARKED if match[0][1] in _PAUSES else SURE):
            return True
    return False


def _realign(text: str, at: int, patience: Patience) -> Reading | None:
    """Return the likeliest reading of the break at ``at``; None for none."""
    head = WHOLE_GLOSS.sub("", text[max(0, at - _BACK) : at])[-AROUND:] or "\n"
    if text.startswith("?！?！", at):
        return None
    eaten = EATEN.match(text, at)
    if eaten is not None:
        gloss = eaten.group(1)[:-1]
        firsts: Sequence[int] = choices(bytes_of(head[-1].translate(FOLDED))[1:], gloss)
        start = eaten.end()
    elif (
        is_han(head[-1])
        or head[-1] in _CLOSING
        or _BEHIND_OTHER.match(head[-1] + text[at : at + 4])
    ):
        firsts = LEADS
        start = at + 1
    else:
        return None
    if not firsts:
        return None
    found = [_reading(text, at, head, start, "")] if eaten and fits(head[-1], gloss) else []
    found += _readings(text, at, head, start, firsts)
    best = min(found, default=None)
    if patience.left and (best is None or _is_strange(head, best.text)):
        shown = best
        for several in (False, True):
            bridged = min(_bridged(text, at, head, start, firsts, several=several), default=None)
            if bridged is not None and (best is None or bridged < best):
                best = bridged
            if best is not None and not _is_strange(head, best.text):
                break
        patience.note(found=best is not shown and best is not None and best.gain >= GAIN)
    if best is None or best.gain < GAIN:
        return None
    if (
        best.text
        and text[at + 1 : at + 2] in _FOLDED_MARKS
        and (
            (best.text[-1] < "\x80" and best.gain < _LETTERED) or _HONEST.match(text, best.end - 1)
        )
        and not _closes(text, at, best)
    ):
        return None  # ??Google, ??@someone, ?! at the end of a line
    return best


def _readings(
    text: str, at: int, head: str, start: int, firsts: Sequence[int]
) -> Iterator[Reading]:
    """Yield the ways to read what is out of step from ``start`` on, after ``head``.

    Of the texts of a run those are weighed by words whose pairs of characters are likeliest.
    """
    for run in islice(runs(text, start), RUNS):
        after = text[run.end : run.end + 1]
        for decoded in (
            *texts(head[-1], firsts, run, after),
            *gapped(text, head[-1], firsts, run),
        ):
            end = _after_gloss(text, run.end, decoded[-1])
            for read in _with_him(decoded):
                yield _reading(text, at, head, end, read)


def _bridged(
    text: str, at: int, head: str, start: int, firsts: Sequence[int], *, several: bool
) -> Iterator[Reading]:
    """Yield the ways to read it with a pair of bytes that the page has dropped, or ``several``."""
    from cleaner.filters.repair.gaps import bridged  # few breaks need it

    if several:
        from cleaner.filters.repair.several_gaps import bridged_often as bridged
    for run in islice(runs(text, start), DROPPED_RUNS):
        for decoded in bridged(head[-1], firsts, run, text[run.end : run.end + 1]):
            yield _reading(text, at, head, _after_gloss(text, run.end, decoded[-1]), decoded)


def _is_strange(head: str, decoded: str) -> bool:
    """Tell whether what was read is no prose."""
    words = head[-1:] + decoded
    return words_cost(words) > PROSE * len(words) or _WIDE.search(decoded) is not None


def _with_him(decoded: str) -> Iterator[str]:
    """Yield ``decoded``, and what it is with 他 or 她 at the head of a clause.

    ”他把 is A1B1 CBFB B0D1, and FBB0 is of private use: all that have 他 before a common character
    lose a pair, and ”搜 (A1B1 CBD1) is read.
    """
    yield decoded
    at = next(
        (
            at
            for at in range(1, len(decoded))
            if decoded[at - 1] in _CLAUSE_BEGUN and bytes_of(decoded[at])[:1] == _HIS_FIRST
        ),
        0,
    )
    if at and decoded[at] not in "他她它":
        rest = decoded[at + 1 :]
        seconds = made_of(bytes_of(decoded[at])[1:], _COMMON_LEADS, first=True)
        for follower, _ in ranked("他", seconds, rest[:1])[:_FOLLOWERS]:
            for who in "他她":
                yield f"{decoded[:at]}{who}{follower}{rest}"


def _reading(text: str, at: int, head: str, end: int, decoded: str) -> Reading:
    """Return what it costs to read the text from ``at`` to ``end`` as ``decoded``."""
    tail, by_words, shown, by_pairs = _as_shown(text, at, end, head)
    read = head + decoded + tail
    change = words_cost(read) - by_words
    if decoded:
        if not _CLOSINGS.keys().isdisjoint(decoded):
            change += _closed_later(decoded, text, end)
        if not _PAIRS.keys().isdisjoint(decoded):
            change += _unpaired(text[max(0, at - _PAIR) : at] + decoded, len(decoded))
        if text[at + 1] in _PAUSES:
            change -= _ODD
        if "”他" in decoded or "”她" in decoded:
            change -= _SPEAKER
        if "。基于此" in decoded or (decoded == _SEEN and text[end] in ",，"):
            change -= _ARGUED
        if "。“" in decoded and "”" in decoded + _rest_of_line(text, end):
            change -= _QUOTED
    rank = change + PAIRS * (by_pairs.cost(decoded) - shown)
    return Reading(rank, -change, end, decoded)


@lru_cache(maxsize=8)  # all readings of a run are weighed against it
def _as_shown(text: str, at: int, end: int, head: str) -> tuple[str, float, float, Around]:
    """Return what follows ``end``, and the costs of what is shown, by words and by pairs.

    The last weighs by pairs what else may stand there.
    """
    tail = WHOLE_GLOSS.sub("", text[end : end + _BACK])[:AROUND] or "\n"
    between = _without_glosses(text[at:end])
    by_pairs = around(head, tail)
    return tail, words_cost(head + between + tail), by_pairs.cost(between), by_pairs


def _unpaired(text: str, size: int) -> float:
    """Return what the closing marks among the last ``size`` characters of ``text`` cost.

    One that closes what is open is likely, any other one is not.
    """
    extra = 0.0
    for at in range(len(text) - size, len(text)):
        opener = _PAIRS.get(text[at])
        if opener is not None:
            is_open = text.rfind(opener, 0, at) > text.rfind(text[at], 0, at)
            extra += -_PAIRED if is_open else _PAIRED
    return extra


def _closes(text: str, at: int, best: Reading) -> bool:
    """Tell whether what was read closes the quotation that its line opened, and nothing else does.

    “…不開心?!? is “…不開心。”, “真的?!?” is what it says.
    """
    opener = _PAIRS.get(best.text[-1])
    if opener is None or text[best.end : best.end + 1] in _CLOSING:
        return False
    opened = text.rfind(opener, max(0, at - _PAIR), at)
    return opened >= 0 and text.find("\n", opened, at) < 0 > text.find(best.text[-1], opened, at)


def _closed_later(text: str, whole: str, end: int) -> float:
    """Return what the last opening mark of ``text`` costs: it is likely when it is closed later.

    That is behind ``end`` in the ``whole`` text. The one that closes it would be without it
    otherwise. No bracket opens after a pause.
    """
    at = max(map(text.rfind, _CLOSINGS))
    opener = text[at]
    if opener == "（" and text[at - 1 : at] in _PAUSES:
        return 2 * _PAIRED
    rest = _rest_of_line(whole, end)
    closed, opened = rest.find(_CLOSINGS[opener]), rest.find(opener)
    return -2 * _PAIRED if closed >= 0 and not 0 <= opened < closed else 0.0


@lru_cache(maxsize=8)  # as above
def _rest_of_line(text: str, at: int) -> str:
    """Return what follows in the line, without glosses, with full-width marks."""
    return WHOLE_GLOSS.sub("", text[at : at + _PAIR]).partition("\n")[0].translate(FOLDED)


def _after_gloss(text: str, end: int, last: str) -> int:
    """Return the end of the gloss that follows the character read last, or ``end``."""
    gloss = WHOLE_GLOSS.match(text, end)
    if gloss is not None and fits(last, gloss.group(1)[:-1]):
        return gloss.end()
    return end


def _without_glosses(text: str) -> str:
    """Return ``text`` without the glosses that stand after their characters: not F(xiàn)."""
    return WHOLE_GLOSS.sub(
        lambda gloss: (
            "" if fits(text[gloss.start() - 1 : gloss.start()], gloss[1][:-1]) else gloss[0]
        ),
        text,
    )
