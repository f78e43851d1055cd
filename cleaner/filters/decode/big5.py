"""Big5 as the web has it: code page 950, the ETEN characters and those of Hong Kong.

No codec of Python has them all. cp950 comes first, for the punctuation that Taiwan's pages use;
what it does not have is looked for in Big5-HKSCS.

Rows C6A1 to C7FC, kana and numbers in circles, exist in two orders: that of ETEN and Hong Kong,
which browsers read (the index of the WHATWG Encoding Standard), and that of an early table of
Unicode's, which Python's cp950 has, and only text that Python wrote. の is C755 in one and C6D2 in
the other, and C755 is ソ there. A text has one order, the one in which it reads better.
"""

from __future__ import annotations

import codecs
from functools import cache

from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_HANDLER = "cleaner.big5"

# What cp950 has in these rows and nowhere else.
_ROWS = "ヾゝゞ々ぁ-ゖァ-ヶЁА-яё①-⑩⑴-⑽"
_IN_ROWS = lazy(f"[{_ROWS}]")
# Characters of Big5-HKSCS that are in the rows of cp950 too wait above this, until it is known
# where the others come from.
_ASIDE = 0xF0000
_ABOVE = "\U000f0400-\U000f30ff"
_WAITING = lazy(f"[{_ABOVE}]")
_UNSETTLED = lazy(f"[{_ROWS}{_ABOVE}]")
_FIRST, _LAST = 0xC6A1, 0xC7FC

# How much a character says for the order in which it is read, roughly the logarithm of how often it
# is met in a page of Taiwan: の in names of shops, numbers in circles, then kana of Japanese.
_WEIGHTS = {"の": 4} | dict.fromkeys("①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸", 3)
_COMMON = "いしにるたてとなはがをでかまっすりうくれンストルラアイクリシドフレタマコカロテチキニメ"
_SELDOM = "ゝゞヾゎゐゑヮヰヱヲヴヵヶぢづヂヅ"


def read_strictly(data: bytes) -> str:
    """Return the text of ``data``; raises UnicodeDecodeError where neither table has a character.

    >>> read_strictly(bytes.fromhex("a4a4f9d69def"))
    '中碁嘅'
    >>> read_strictly("我の最愛".encode("big5hkscs")), read_strictly("我の最愛".encode("cp950"))
    ('我の最愛', '我の最愛')
    """
    return _settle(data.decode("cp950", _HANDLER))


def read_roughly(data: bytes) -> str:
    """Return the text of ``data`` with U+FFFD for what neither table has."""
    return _settle(data.decode("cp950", _HANDLER + ".replace"))


def orders(text: str) -> tuple[str, str]:
    """Return what the codec made of a text, not settled yet, in the order of ETEN and of cp950."""
    return _as_eten(text), _as_cp950(text)


def _as_eten(text: str) -> str:
    return _as_cp950(_IN_ROWS.sub(_moved, text))


def _as_cp950(text: str) -> str:
    return _WAITING.sub(_here, text)


def _settle(text: str) -> str:
    unsettled = "".join(_UNSETTLED.findall(text))
    if not unsettled:
        return text
    eten, known = orders(unsettled)
    if _weight(known) > _weight(eten):
        return text if known == unsettled else _as_cp950(text)
    return text if eten == unsettled else _as_eten(text)


def _weight(text: str) -> int:
    return sum(map(_of_char, _IN_ROWS.findall(text)))


@cache
def _of_char(char: str) -> int:
    if char in _SELDOM:
        return 0
    kana = "ぁ" <= char <= "ヶ"
    return _WEIGHTS.get(char) or (3 if char in _COMMON else 2 if kana else 1)


def _here(match: re.Match[str]) -> str:
    return chr(ord(match[0]) - _ASIDE)


def _moved(match: re.Match[str]) -> str:
    return _eten().get(match[0], match[0])


@cache
def _eten() -> dict[str, str]:
    """Return what the characters of cp950 in the rows are in the order of ETEN."""
    moved = {}
    for code in range(_FIRST, _LAST + 1):
        pair = code.to_bytes(2, "big")
        there = pair.decode("cp950", "replace")
        here = pair.decode("big5hkscs", "replace")
        if len(there) == 1 and _IN_ROWS.fullmatch(there) and len(here) == 1:
            moved[there] = here
    return moved


def _hongkong(error: UnicodeError) -> tuple[str, int]:
    """Error handler: decode the pair at the error as HKSCS, or raise it."""
    found = _pair(error)
    if found:
        return found
    try:
        raise error
    finally:  # it holds this frame: no cycle for each line that is no Big5
        del error


def _hongkong_or_replace(error: UnicodeError) -> tuple[str, int]:
    return _pair(error) or ("\ufffd", getattr(error, "start", 0) + 1)


def _pair(error: UnicodeError) -> tuple[str, int] | None:
    if not isinstance(error, UnicodeDecodeError):
        return None
    pair = bytes(error.object[error.start : error.start + 2])
    try:
        text = pair.decode("big5hkscs")
    except UnicodeDecodeError:
        return None
    if _IN_ROWS.fullmatch(text):
        text = chr(ord(text) + _ASIDE)
    return text, error.start + 2


# Handlers are pure functions under names of our own; registering them again changes nothing.
codecs.register_error(_HANDLER, _hongkong)
codecs.register_error(_HANDLER + ".replace", _hongkong_or_replace)
