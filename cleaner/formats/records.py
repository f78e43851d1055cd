"""A cleaned document as an object of JSON, for whoever indexes, trains on or stores it.

The fields of a record, in their order:

======== =================================================================================
text     the cleaned text, without a final newline
words    the words in order; only if asked for
offsets  for each word, ``[start, end]`` in ``text``; only if asked for
source_offsets  for each word, ``[start, end]`` in the original: in the decoded text, or in the
         bytes of the input if bytes were asked for; never going backwards
metadata what the page says of itself: title, author, editor, source, published, site
encoding name of the encoding that the input was in, null for text
variant  kind of Chinese: simplified, taiwan, hongkong, opencc, mainland or none; null when
         conversion did not run
bad_bytes  number of bytes that could not be decoded
counts   number of edits by rule; only when an account was kept
warnings lines for people
======== =================================================================================

Whoever writes a record may add fields of its own (``file``, those of an incoming row); these names
are taken.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaner.core import Result


def record(result: Result, *, words: bool = False, offsets: str | None = None) -> dict[str, Any]:
    """Return the fields of ``result`` as listed above, ready for JSON.

    ``offsets`` is a unit (``codepoints``, ``utf16``, ``bytes``) and implies ``words``; counts are
    there when the result was recorded. Raises ValueError for words or offsets of a result that was
    not segmented and recorded.
    """
    fields: dict[str, Any] = {"text": result.text.removesuffix("\n")}
    if words or offsets is not None:
        if result.words is None:
            raise ValueError("words: the document was not segmented, or not recorded")
        fields["words"] = list(result.words)
    if offsets is not None:
        here, there = result.alignment.offsets(offsets)
        fields["offsets"] = [list(span) for span in here]
        fields["source_offsets"] = [list(span) for span in there]
    encoding = result.encoding
    fields["metadata"] = dict(result.metadata)
    fields["encoding"] = None if encoding is None else encoding.name
    fields["variant"] = None if result.variant is None else result.variant.name
    fields["bad_bytes"] = 0 if encoding is None else encoding.bad_bytes
    if result.ledger is not None:
        fields["counts"] = result.ledger.counts()
    fields["warnings"] = list(result.warnings)
    return fields


def line(fields: Mapping[str, Any]) -> str:
    """Return ``fields`` as one line of JSON with its end: no line separator of any kind inside.

    Han stay as they are; what a reader could take for the end of a line, and halves of surrogate
    pairs, which UTF-8 does not have, are escaped.
    """
    text = json.dumps(fields, ensure_ascii=False)
    for char in ("\u2028", "\u2029", "\x85"):
        if char in text:
            text = text.replace(char, f"\\u{ord(char):04x}")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = "".join(
            f"\\u{ord(char):04x}" if "\ud800" <= char <= "\udfff" else char for char in text
        )
    return text + "\n"
