"""From the bytes of one document to its text, with an account of what could not be decoded."""

from __future__ import annotations

from dataclasses import replace

from cleaner.document import Document, Encoding
from cleaner.errors import DecodingError
from cleaner.filters.decode.detect import BOMS, best_big5, detect
from cleaner.settings import Settings

# What browsers do with the labels of subsets (WHATWG Encoding Standard, section 4.2): pages
# labelled gb2312 hold GBK and GB18030 characters.
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}


def decode(document: Document, settings: Settings) -> Document:
    """Turn ``document.data`` into text; a document that is text already passes through.

    ``settings.from_encoding`` is believed when given. Bytes that the encoding does not allow are
    replaced by U+FFFD, or dropped (``errors="ignore"``), counted, and warned about.

    Raises DecodingError under ``errors="strict"``, with the offset of the first bad byte.
    """
    data = document.data
    if data is None:
        return document
    if settings.from_encoding is not None:
        found = Encoding(superset(settings.from_encoding, data), 1.0, "asked for")
    else:
        found = detect(data)
    text, found = to_text(data, found, settings.errors)
    document = replace(document, text=text, data=None, encoding=found)
    if found.bad_bytes:
        done = "dropped" if settings.errors == "ignore" else "replaced by U+FFFD"
        document = document.warn(
            f"{found.bad_bytes} undecodable sequences as {found} {done}, "
            f"the first at byte {found.first_bad}"
        )
    if found.evidence.startswith("binary"):
        document = document.warn("the input looks like binary data, not text")
    return document


def superset(name: str, data: bytes) -> str:
    """Return the encoding to decode ``data`` with when ``name`` is declared."""
    if name in ("big5", "cp950", "big5hkscs"):
        return best_big5(data) if name == "big5" else name
    return _SUPERSETS.get(name, name)


def to_text(data: bytes, found: Encoding, errors: str) -> tuple[str, Encoding]:
    """Decode ``data`` as ``found`` says; return the text, and ``found`` with the faults counted."""
    bom = next((mark for mark, name in BOMS if name == found.name and data.startswith(mark)), b"")
    body = data[len(bom) :]
    try:
        return body.decode(found.name), found
    except UnicodeDecodeError as error:
        first = error.start + len(bom)
        if errors == "strict":
            line = data.count(b"\n", 0, first) + 1
            raise DecodingError(
                f"byte {first} ({body[error.start]:#04x}, line {line}) is not {found}"
            ) from None
    text = body.decode(found.name, "replace")
    # U+FFFD that the input held itself is not a fault of decoding.
    own = "\ufffd".encode(found.name, "ignore")
    bad = max(1, text.count("\ufffd") - (body.count(own) if own else 0))
    if errors == "ignore":
        text = body.decode(found.name, "ignore")
    return text, replace(found, bad_bytes=bad, first_bad=first)
