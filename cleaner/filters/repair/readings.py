"""Readings of characters in pinyin, and reading what stands in a gloss.

The table is pypinyin's (MIT). Importing pypinyin costs 130 ms, most of it for phrases and styles
that are of no use here, so its file of single characters is read alone; the package is imported
only where that file is not found.
"""

from __future__ import annotations

from mmap import ACCESS_READ, mmap

from cleaner.kept import lru_cache
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


class Syllable(NamedTuple):
    """A syllable without its tone mark (``lü``), and the tone: 1 to 4, 5 neutral, 0 not given."""

    base: str
    tone: int


_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0306": 3, "\u0300": 4}
_MARKED = {
    letter: (base, tone)
    for base, *letters in map(list, ("aāáǎà", "eēéěè", "iīíǐì", "oōóǒò", "uūúǔù", "üǖǘǚǜ"))
    for tone, letter in enumerate(letters, 1)
}
# Breve is a common slip for the caron; ɑ and ɡ come from the fonts of school books.
_LETTERS = str.maketrans({"v": "ü", "ɑ": "a", "ɡ": "g", "ê": "e"})

# What needs no look at how letters are put together, which is in a library of its own: 0.4 ms.
_PLAIN = frozenset((*map(chr, range(0x80)), *_MARKED, *_TONES, *"üêɑɡ"))

_INITIALS = dict(zip("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒ", "bpmfdtnlgkhjqx", strict=True)) | {
    "ㄓ": "zh", "ㄔ": "ch", "ㄕ": "sh", "ㄖ": "r", "ㄗ": "z", "ㄘ": "c", "ㄙ": "s",
}  # fmt: skip
# Final: (after an initial, alone).
_FINALS = {
    "ㄚ": ("a", "a"), "ㄛ": ("o", "o"), "ㄜ": ("e", "e"), "ㄝ": ("e", "e"), "ㄞ": ("ai", "ai"),
    "ㄟ": ("ei", "ei"), "ㄠ": ("ao", "ao"), "ㄡ": ("ou", "ou"), "ㄢ": ("an", "an"),
    "ㄣ": ("en", "en"), "ㄤ": ("ang", "ang"), "ㄥ": ("eng", "eng"), "ㄦ": ("er", "er"),
    "ㄧ": ("i", "yi"), "ㄧㄚ": ("ia", "ya"), "ㄧㄛ": ("io", "yo"), "ㄧㄝ": ("ie", "ye"),
    "ㄧㄞ": ("iai", "yai"), "ㄧㄠ": ("iao", "yao"), "ㄧㄡ": ("iu", "you"),
    "ㄧㄢ": ("ian", "yan"), "ㄧㄣ": ("in", "yin"), "ㄧㄤ": ("iang", "yang"),
    "ㄧㄥ": ("ing", "ying"), "ㄨ": ("u", "wu"), "ㄨㄚ": ("ua", "wa"), "ㄨㄛ": ("uo", "wo"),
    "ㄨㄞ": ("uai", "wai"), "ㄨㄟ": ("ui", "wei"), "ㄨㄢ": ("uan", "wan"),
    "ㄨㄣ": ("un", "wen"), "ㄨㄤ": ("uang", "wang"), "ㄨㄥ": ("ong", "weng"),
    "ㄩ": ("ü", "yu"), "ㄩㄝ": ("üe", "yue"), "ㄩㄢ": ("üan", "yuan"), "ㄩㄣ": ("ün", "yun"),
    "ㄩㄥ": ("iong", "yong"),
}  # fmt: skip
_LINES = lazy(rb'\{\n *"\d+": "[^"\n]*",\n')
_MADE_OF = {"癥": "症", "瞭": "了", "閤": "合"}
NEUTRAL = 5  # the tone of 了
_ZHUYIN_TONES = {"ˉ": 1, "ˊ": 2, "ˇ": 3, "ˋ": 4, "˙": 5}


@lru_cache(maxsize=8192)
def readings(character: str) -> tuple[Syllable, ...]:
    """Return the readings of a character, the usual one first; none when it is not known."""
    found = raw(character) if len(character) == 1 else ""
    return tuple(pinyin(reading) for reading in found.split(",") if reading)


def is_reading(character: str, gloss: Syllable) -> bool:
    """Tell whether ``gloss`` is a reading of ``character``; a tone not given fits any.

    Or of the simplified one that mirrors make it of: 並發癥(zhèng).
    """
    return any(
        _same(reading, gloss)
        for written in (character, _MADE_OF.get(character, ""))
        for reading in readings(written)
    )


def is_first_reading(character: str, gloss: Syllable) -> bool:
    """Tell whether ``gloss`` is the usual reading of ``character``."""
    known = readings(character)
    return bool(known) and _same(known[0], gloss)


@lru_cache(maxsize=1 << 10)  # a gloss is asked about for each character that it may be of
def pinyin(text: str) -> Syllable:
    """Read pinyin as people write it: marks or numbers for tones, ``ü``, ``v`` or ``u:``.

    >>> pinyin("fā"), pinyin("lv4"), pinyin("de")
    (Syllable(base='fa', tone=1), Syllable(base='lü', tone=4), Syllable(base='de', tone=0))
    """
    text = text.lower().replace("u:", "ü")
    plain = _PLAIN.issuperset(text)
    tone = 0
    letters = []
    for letter in text if plain else _normal("NFKD", text):
        if letter in _MARKED:
            letter, tone = _MARKED[letter]
            letters.append(letter)
        elif letter in _TONES:
            tone = _TONES[letter]
        elif letter in "12345":
            tone = int(letter)
        else:
            letters.append(letter)
    base = "".join(letters)
    return Syllable((base if plain else _normal("NFC", base)).translate(_LETTERS), tone)


def _normal(form: Literal["NFC", "NFKD"], text: str) -> str:
    from unicodedata import normalize

    return normalize(form, text)


def zhuyin(text: str) -> Syllable | None:
    """Read one zhuyin syllable as pinyin; None when it is none.

    >>> zhuyin("ㄒㄧㄠˇ"), zhuyin("ㄕ"), zhuyin("ㄉ")
    (Syllable(base='xiao', tone=3), Syllable(base='shi', tone=1), None)
    """
    tone = 1
    for mark, value in _ZHUYIN_TONES.items():
        if mark in text:
            tone = value
            text = text.replace(mark, "")
    initial = _INITIALS.get(text[:1], "")
    final = text[1:] if initial else text
    if not final:
        return Syllable(initial + "i", tone) if initial and text in "ㄓㄔㄕㄖㄗㄘㄙ" else None
    if final not in _FINALS:
        return None
    after, alone = _FINALS[final]
    if not initial:
        return Syllable(alone, tone)
    if initial in "jqx":
        after = after.replace("ü", "u")
    return Syllable(initial + after, tone)


def _same(reading: Syllable, gloss: Syllable) -> bool:
    if reading.base != gloss.base:
        # Without tones people write lu and nu for lü and nü.
        return gloss.tone == 0 and reading.base.replace("ü", "u") == gloss.base
    return gloss.tone in (0, reading.tone) or (gloss.tone == 5 and reading.tone == 0)


def raw(character: str) -> str:
    """Return the readings of a character as pypinyin's table has them: ``"fā,bō"``; may be empty.

    The file has a line for each character, in the order of code points; it is searched as it
    stands, since parsing it takes as long as starting Python.
    """
    data = _file()
    code = ord(character)
    low, high = data.find(b"\n") + 1, len(data)
    while low < high:
        start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        number, _, readings = data[start:end].partition(b'": "')
        here = int(number.strip(b' "')) if readings else 0x110000  # the closing brace
        if here == code:
            return readings.partition(b'"')[0].decode()
        if here < code:
            low = end + 1
        else:
            high = start
    return ""


@lru_cache(maxsize=256)
def characters(reading: str) -> str:
    """Return the characters of the BMP that read as ``reading``, pinyin with its tone mark."""
    data, sought = _file(), reading.encode()
    found = []
    at = data.find(sought)
    while at >= 0:
        after = at + len(sought)
        if data[at - 1] in b'",' and data[after] in b'",':
            end = data.rfind(b'": "', 0, at)
            code = int(data[data.rfind(b'"', 0, end) + 1 : end])
            if code < 0x10000:
                found.append(chr(code))
        at = data.find(sought, after)
    return "".join(found)


@lru_cache(maxsize=1)
def _file() -> bytes | mmap:
    """Return pypinyin's file of characters, or its table in the form of it."""
    import os
    import sys

    finders = (finder.find_spec("pypinyin", None) for finder in sys.meta_path)
    spec = next(filter(None, finders), None)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        try:
            with open(os.path.join(folder, "pinyin_dict.json"), "rb") as file:
                data = mmap(file.fileno(), 0, access=ACCESS_READ)
        except (OSError, ValueError):  # it is not there, or empty
            continue
        if _LINES.match(data) is not None and data.find(b"\\") < 0:
            return data
    from pypinyin.constants import PINYIN_DICT

    rows = (f'"{code}": "{PINYIN_DICT[code]}"' for code in sorted(PINYIN_DICT))
    return ("{\n" + ",\n".join(rows) + "\n}").encode()
