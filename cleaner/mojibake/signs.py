"""Signs of mojibake, cheap enough to be looked for on every page.

Text is put back into the bytes that a wrong decoder would have had, which codecs do in 0.1 ms per
100 KB, and these are searched for what honest text has not in them: sequences of UTF-8, pairs of
Big5 whose second byte is ASCII, the rare half of Big5. Where that is not proof, the model is asked
about the few characters there. All of it takes a millisecond per 100 KB, and of 47,000 lines of
real pages five in a thousand have a sign. A sign only asks for a closer look.
"""

from __future__ import annotations

from cleaner.filters.decode.model import load
from cleaner.kept import lru_cache
from cleaner.mojibake import dropped
from cleaner.mojibake.pairs import (
    DECISIVE,
    LOST,
    PRIVATE,
    has_big5,
    has_gbk,
    has_gbk_in,
    has_utf8,
    in_pairs,
    least_cost,
    may_tell,
    spans,
)
from cleaner.mojibake.readings import DROPPED, KOREAN, LATIN, SHIFTED, Step
from cleaner.patterns import lazy
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# What one or two characters between question marks cost each, at least, that nobody asks: 好?坏?
UNASKED = 8.5
# What a question ends with, before its mark: 壮哉?
_ASKING = "吗嗎呢吧么麼嘛哉乎欤歟耶"
# A text of so few characters has few signs; it is strange when one of them costs so much.
SHORT: Final = 24
STRANGE = 10.5

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
_LATIN: Final = lazy(
    f"[\xa1-\xff](?:(?<=[\xc2-\xde])[{TRAILS}]"
    f"|(?<=[\xe0-\xef])[{TRAILS}](?:[{TRAILS}]|[\xe2-\xef][{TRAILS}])"
    f"|(?![\xd7\xb7\xb0\xb1\xbb\xab]{{2}})[{_LETTERS}]{{2}}"
    "|(?<=[\xa4-\xc6])[@-~][\xa4-\xc6]"
    f"|[{_FALLBACK}]|(?<=[{_FALLBACK}].))"
)
# What all of these begin with, which a page with pinyin or names (乔治·奥威尔) has not. In UTF-8,
# one for each first byte, which the search skips to. No misread text has the middle dot alone.
_AFTER_LETTER = rb"(?:[\x80-\xff]|[@-~](?:\xc2[\xa4-\xbf]|\xc3[\x80-\x86]))"
_LATIN_AT_ALL: Final = (
    (b"\xc2", lazy(rb"\xc2[\xa1-\xb6\xb8-\xbf]" + _AFTER_LETTER)),
    (b"\xc3", lazy(rb"\xc3[\x80-\xbf]" + _AFTER_LETTER)),
)
_LATIN_LETTER: Final = lazy("[\xa1-\xb6\xb8-\xff]")
# First bytes of Chinese in UTF-8, and GBK, in code pages of one byte a character; then what two
# characters of UTF-8 are in any of them, and a row of stars, and words of Russian.
_FOREIGN_LETTER: Final = lazy("[ÂÊÁËÈΣσµτΦΘõÕþÞÚäĺćçčéåæèęēδεζηθι\u0400-\u045f]")
# A search skips to a class, not to one that repeats.
_LETTER = "[^\x00-\x7f\u2e80-\U0010ffff]"
_FOREIGN_RUN: Final = lazy(f"{_LETTER}{_LETTER}{{5}}")
_HALF_WIDTH: Final = lazy("[\uff61-\uff9f]")
_SYLLABLE: Final = lazy("[\uac00-\ud7a3]")
_KANA: Final = lazy("[\uff61-\uff9f].?[\uff61-\uff9f]")
_HANGUL: Final = lazy(
    "[\uac00-\ud7a3][\u4e00-\u9fff\uf900-\ufaff]|[\u4e00-\u9fff\uf900-\ufaff][\uac00-\ud7a3]"
)
# First bytes of Big5 that GBK has not in these pairs were lost, the second ones are ASCII: two with
# another character before or behind them. Begins with what a page has few of.
_BIG5_LOST: Final = lazy(
    r"[?\ufffd][@-~](?:(?<=[^\x00-\x7f]..)[^\s=&/.]?[?\ufffd][@-~]"
    r"|[^\s=&/.]{0,2}[?\ufffd][@-~][^\s=&/.]{0,2}[^\x00-\x7f])"
)
# What both have: the first where only question marks stand for lost bytes.
_TWICE_LOST: Final = lazy(r"\?[@-~][^\s=&/.]{0,2}\?[@-~]")
_TWICE_REPLACED: Final = lazy(r"[?\ufffd][@-~][^\s=&/.]{0,2}[?\ufffd][@-~]")
# Pairs after a lost byte, which may be off by one, up to another one or to ASCII.
_SHIFTED: Final = lazy(r"\?(?:([\xa4-\uffe6]{1,60})[?@-~]|[@-~][\u4e00-\u9fff])")
# What GB 2312 has not, and what follows off by one byte.
_REPLACED: Final = lazy(
    r"\ufffd(?:[\xa4-\uffe6]{1,60}[\ufffd@-~]|(?<=[@-~\u4e00-\u9fff]\ufffd)[@-~](?![ -~]))"
)
# What says nothing about a short text.
_PLAIN = dict.fromkeys([*range(128), 0xFFFD])

# Misreadings that leave characters which may all be in order.
_BIG5_AS_GBK: Final = Step("big5", "gb18030")
HAN_STEPS: Final = (
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
    latin = _LATIN_LETTER.search(unusual) and any(
        spans(text.encode("utf-8", "surrogatepass"), _LATIN_AT_ALL)
    )
    if latin and _LATIN.search(text):
        found += (Step("utf-8", LATIN), Step("gb18030", LATIN), Step("big5", LATIN), KOREAN)
    if _FOREIGN_LETTER.search(unusual) and _FOREIGN_RUN.search(text) is not None:
        from cleaner.mojibake import codepages

        found += codepages.steps(text, unusual, within)
    replaced = "\ufffd" in unusual
    if replaced or "?" in text or PRIVATE.search(unusual) or may_tell(text):
        codec, pairs, other = in_pairs(text, unusual)
        rare = has_gbk(other)
    else:
        codec, pairs = "gbk", b""
        rare = has_gbk_in(text)
    lost = LOST in pairs
    if has_utf8(pairs, codec, lost):
        found.append(Step("utf-8", "gb18030"))
    twice = _TWICE_REPLACED if replaced else _TWICE_LOST
    if has_big5(pairs, codec) or (lost and twice.search(text) and _BIG5_LOST.search(text)):
        found.append(_BIG5_AS_GBK)
    if lost and any(may_be_shifted(match[1] or "") for match in _SHIFTED.finditer(text)):
        found.append(SHIFTED)
        if len(text) <= SHORT and _BIG5_AS_GBK not in found and _is_strange(text):
            found.append(_BIG5_AS_GBK)
    if rare:
        found.append(Step("gb18030", "big5"))
    if _HALF_WIDTH.search(unusual) and _KANA.search(text):
        found.append(Step("gb18030", "shift_jis"))
    if _SYLLABLE.search(unusual) and _HANGUL.search(text):
        found.append(Step("gb18030", "euc-kr"))
    if not found and len(text) <= SHORT and _is_strange(text):
        found += HAN_STEPS
    if replaced and SHIFTED not in found and _REPLACED.search(text) is not None:
        found.append(SHIFTED)
    if (pairs or len(text) <= dropped.LINE) and dropped.may_be(text):
        found.append(DROPPED)
    return tuple(found)


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
    text = text.translate(_PLAIN)
    return least_cost(text) > STRANGE * len(text)
