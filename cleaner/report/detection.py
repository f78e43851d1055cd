"""What a document is, for ``clean --detect``: encoding, kind of Chinese, language, damage."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from cleaner.document import Document, Encoding, Variant
from cleaner.patterns import lazy
from cleaner.settings import Settings

# Characters that are counted: enough to tell the language, and bounded in cost.
_SAMPLE = 1 << 16

# A line from its first character beyond ASCII on: markup before the text says nothing.
_NOT_ASCII = lazy("[^\x00-\x7f].*\n?")

# First and last code point of the blocks of a script.
_SCRIPTS: Mapping[str, tuple[tuple[int, int], ...]] = {
    "han": ((0x3400, 0x9FFF), (0x3005, 0x3007), (0xF900, 0xFAFF), (0x20000, 0x323AF)),
    "kana": ((0x3041, 0x30FF), (0xFF66, 0xFF9D)),
    "hangul": ((0xAC00, 0xD7A3), (0x1100, 0x11FF), (0x3131, 0x318E)),
    "latin": ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F)),
    "cyrillic": ((0x400, 0x52F),),
}
# Japanese text has kana in every clause, a Chinese one in a name at the most.
_KANA = 0.1

_DAMAGE = {"\ufffd": "U+FFFD in the text", "\0": "NUL", "锟斤拷": "锟斤拷"}


@dataclass(frozen=True, slots=True)
class Detection:
    """What was found out about a document.

    ``language``: ``zh``, ``ja``, ``ko``, ``other`` or ``none``, by the counts of letters in
    ``scripts``. ``damage``: what was found of it, and how often.
    """

    encoding: Encoding
    variant: Variant
    language: str
    scripts: Mapping[str, int] = field(default_factory=dict)
    damage: Mapping[str, int] = field(default_factory=dict)

    def line(self, name: str) -> str:
        """Return the report as one line for people."""
        found = self.encoding
        parts = [f"{found}, confidence {found.confidence:.2f} ({found.evidence})"]
        kind = f" {self.variant}" if self.language == "zh" and str(self.variant) != "none" else ""
        counts = " ".join(f"{script} {count}" for script, count in self.scripts.items())
        parts.append(f"{self.language}{kind}" + (f" ({counts})" if counts else ""))
        if found.bad_bytes:
            parts.append(f"undecodable: {found.bad_bytes} (first at byte {found.first_bad})")
        parts += [f"{what}: {count}" for what, count in self.damage.items()]
        for region in found.regions[:3]:
            parts.append(f"bytes {region.start}-{region.end} in {region.name}")
        if len(found.regions) > 3:
            parts.append(f"{len(found.regions) - 3} more regions")
        return f"{name}: " + "; ".join(parts)

    def as_json(self, name: str) -> str:
        """Return the report as one line of JSON."""
        found = self.encoding
        record: dict[str, Any] = {
            "file": name,
            "encoding": found.name,
            "codec": found.codec,
            "confidence": found.confidence,
            "evidence": found.evidence,
            "language": self.language,
            "variant": self.variant.name,
            "scripts": dict(self.scripts),
            "bad_bytes": found.bad_bytes,
            "first_bad": found.first_bad,
            "replaced": found.replaced,
            "damage": dict(self.damage),
            "regions": [[item.start, item.end, item.name] for item in found.regions],
        }
        return json.dumps(record, ensure_ascii=False)


def describe(data: bytes, settings: Settings) -> Detection:
    """Find out what ``data`` is; nothing is cleaned.

    Raises DecodingError under ``errors="strict"`` for bytes that are not in their encoding.
    """
    from cleaner.filters.convert import convert
    from cleaner.filters.decode import decode
    from cleaner.filters.repair import repair
    from cleaner.mojibake.signs import signs
    from cleaner.mojibake.undo import undo_mojibake

    document = decode(Document(data=data), settings)
    text = document.text
    sample = _sample(text)
    scripts = scripts_of(sample)
    # Repaired first: a gloss between the characters of a word hides what kind it is.
    variant = convert(repair(Document(sample), settings), settings).variant or Variant("none")
    encoding = document.encoding
    assert encoding is not None  # noqa: S101 - decode has read bytes
    damage = {name: text.count(what) for what, name in _DAMAGE.items()}
    damage[_DAMAGE["\ufffd"]] -= encoding.replaced
    if signs(sample):
        damage["misread text"] = sum(map(len, undo_mojibake(sample)[1].rounds))
    return Detection(
        encoding,
        variant,
        language_of(scripts),
        scripts,
        {name: count for name, count in damage.items() if count > 0},
    )


def _sample(text: str) -> str:
    """Return the characters to look at: of a long text lines that are more than ASCII, if any."""
    if len(text) <= _SAMPLE:
        return text
    lines = islice(_NOT_ASCII.finditer(text), _SAMPLE // 16)
    return "".join(match[0] for match in lines)[:_SAMPLE] or text[:_SAMPLE]


def scripts_of(text: str) -> dict[str, int]:
    """Return the number of characters of each script that occurs, the largest first."""
    counts: dict[str, int] = {}
    for char in set(text):
        code = ord(char)
        for script, blocks in _SCRIPTS.items():
            if any(first <= code <= last for first, last in blocks):
                counts[script] = counts.get(script, 0) + text.count(char)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def language_of(scripts: Mapping[str, int]) -> str:
    """Return the language that a count of scripts speaks for."""
    han, kana, hangul = (scripts.get(name, 0) for name in ("han", "kana", "hangul"))
    if kana and kana >= _KANA * (han + kana):
        return "ja"
    if hangul > han:
        return "ko"
    if han:
        return "zh"
    return "other" if scripts else "none"
