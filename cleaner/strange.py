"""The characters that no ordinary page has, which are what several steps look for.

One search finds all of them; each step then looks at these few, not at the text. A search visits
every character, and a class costs as much as a letter; the set of all characters of a text would
tell too, but takes eight times as long to make.
"""

from __future__ import annotations

from cleaner.patterns import lazy

# The Chinese characters, in rows: a class with the whole range is compiled to two tests, one with
# its rows to a single map of bits, which is searched for a third faster (and compiled beforehand).
_HAN = "".join(f"{chr(row)}-{chr(row + 127)}" for row in range(0x4E00, 0xA000, 128))
# But for these, printable ASCII, spaces and line ends, marks and arrows, pages have one or two
# others, if any.
_CLASS = (
    f"[^{_HAN}\t-\r\x20-\x7e\xa0\xb7\u2010-\u2029\u2030-\u205e\u2190-\u25ff\u3000-\u3040\u30fb"
    "\u30fc\uff01-\uff0c\uff1a-\uff1f\uff3b-\uff3e\uff40\uff5b-\uff60]"
)
# Of so many characters a part tells whether most are others: sets of them take long to make.
_MANY = 1 << 13
_PART = 1 << 10
# Runs of them, of which Japanese consists. A search skips to a class, not to one that repeats.
_STRANGE = lazy(f"{_CLASS}{_CLASS}*+")


def strange(text: str) -> str:
    r"""Return each character of ``text`` that is none of an ordinary page, in any order.

    Each is there once, but where there are thousands, most of them no two the same.

    Among them are all controls, letters with accents, kana, zhuyin, Hangul, letters and digits in
    full width, private use, everything without a shape of its own, and U+FFFD. Documents know it:
    :meth:`Document.once <cleaner.document.Document.once>`.

    >>> sorted(strange("地址\u200b：\ue001\u200b"))
    ['\u200b', '\ue001']
    """
    found = "".join({*_STRANGE.findall(text)})
    if len(found) > _MANY and len({*found[:_PART]}) > _PART // 2:
        return found
    return "".join({*found})
