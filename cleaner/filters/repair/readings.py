"""Readings of characters in pinyin, and reading what stands in a gloss.

The table is pypinyin's (MIT). Importing pypinyin costs 130 ms, most of it for phrases and styles
that are of no use here, so its file of single characters is read alone (10 ms); the package is
imported only where that file is not found.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple


class Syllable(NamedTuple):
    """A syllable without its tone mark (``lü``), and the tone: 1 to 4, 5 neutral, 0 not given."""

    base: str
    tone: int


_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0306": 3, "\u0300": 4}
# Breve is a common slip for the caron; ɑ and ɡ come from the fonts of school books.
_LETTERS = str.maketrans({"v": "ü", "ɑ": "a", "ɡ": "g", "ê": "e"})

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
_ZHUYIN_TONES = {"ˉ": 1, "ˊ": 2, "ˇ": 3, "ˋ": 4, "˙": 5}


@lru_cache(maxsize=8192)
def readings(character: str) -> tuple[Syllable, ...]:
    """Return the readings of a character, the usual one first; none when it is not known."""
    found = _table().get(str(ord(character)), "") if len(character) == 1 else ""
    return tuple(pinyin(reading) for reading in found.split(",") if reading)


def is_reading(character: str, gloss: Syllable) -> bool:
    """Tell whether ``gloss`` is a reading of ``character``; a tone not given fits any."""
    return any(_same(reading, gloss) for reading in readings(character))


def is_first_reading(character: str, gloss: Syllable) -> bool:
    """Tell whether ``gloss`` is the usual reading of ``character``."""
    known = readings(character)
    return bool(known) and _same(known[0], gloss)


def pinyin(text: str) -> Syllable:
    """Read pinyin as people write it: marks or numbers for tones, ``ü``, ``v`` or ``u:``.

    >>> pinyin("fā"), pinyin("lv4"), pinyin("de")
    (Syllable(base='fa', tone=1), Syllable(base='lü', tone=4), Syllable(base='de', tone=0))
    """
    tone = 0
    letters = []
    for letter in unicodedata.normalize("NFD", text.lower().replace("u:", "ü")):
        if letter in _TONES:
            tone = _TONES[letter]
        elif letter in "12345":
            tone = int(letter)
        else:
            letters.append(letter)
    base = unicodedata.normalize("NFC", "".join(letters)).translate(_LETTERS)
    return Syllable(base, tone)


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
        return False
    return gloss.tone in (0, reading.tone) or (gloss.tone == 5 and reading.tone == 0)


@lru_cache(maxsize=1)
def _table() -> Mapping[str, str]:
    """Return pypinyin's readings: decimal code point to comma-separated pinyin."""
    import importlib.util
    from pathlib import Path

    spec = importlib.util.find_spec("pypinyin")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        try:
            table = json.loads((Path(folder) / "pinyin_dict.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(table, dict):
            return table
    from pypinyin.constants import PINYIN_DICT

    return {str(code): reading for code, reading in PINYIN_DICT.items()}
