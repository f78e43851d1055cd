"""From the bytes of one document to its text, with an account of what could not be decoded."""

from __future__ import annotations

from cleaner.document import BadBytes, Document, Encoding
from cleaner.errors import DecodingError
from cleaner.filters.decode.detect import BOMS, Guess, detect
from cleaner.filters.decode.names import codec_of, name_of
from cleaner.frozen import replace
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

_REPLACEMENT = "\ufffd"


def decode(document: Document, settings: Settings) -> Document:
    """Turn ``document.data`` into text; a document that is text already passes through.

    ``settings.from_encoding`` is believed when given, as its superset where browsers take one.
    Bytes that the encoding does not allow are replaced by U+FFFD, or dropped (``errors="ignore"``),
    counted, and warned about; all of them are in the result under ``errors="report"``, and when
    edits are recorded, for whoever asks which bytes a character comes from.

    Raises DecodingError under ``errors="strict"``, naming offset, line and bytes of the first.
    """
    data = document.data
    if data is None:
        return document
    guess = detect(data) if settings.from_encoding is None else asked(data, settings.from_encoding)
    text, encoding = to_text(data, guess, settings.errors, keep=document.recording)
    document = replace(document, text=text, data=None, encoding=encoding)
    if encoding.bad_bytes:
        document = document.warn(complaint(encoding, settings.errors))
    if guess.binary:
        document = document.warn("the input looks like binary data, not text")
    return document


def asked(data: bytes, label: str) -> Guess:
    """Return the guess that there is nothing to guess: the encoding is called ``label``."""
    codec = codec_of(label) or label
    mark = next((mark for mark, name in BOMS if name == codec and data.startswith(mark)), b"")
    return Guess(codec, 1.0, "asked for", mark, sure=True)


def to_text(data: bytes, guess: Guess, errors: str, *, keep: bool = False) -> tuple[str, Encoding]:
    """Return the text of ``data`` as ``guess`` says, and an account of the decoding.

    ``keep``: every fault is in the account, not only their number and the first.
    Raises DecodingError for the first fault when ``errors`` is ``strict``.
    """
    found = Encoding(name_of(guess.codec), guess.confidence, guess.evidence, codec=guess.codec)
    if guess.text is not None:
        return guess.text, found
    from cleaner.filters.decode import decoders, whole

    reader = decoders.Reader(
        "" if errors == "ignore" else _REPLACEMENT, keep=keep or errors == "report"
    )
    text, codec, regions = whole.read(data, guess, reader)
    first = reader.first
    if first is not None and errors == "strict":
        refuse(first, data.count(b"\n", 0, first.offset) + 1, name_of(codec))
    return text, replace(
        found,
        name=name_of(codec),
        codec=codec,
        bad_bytes=reader.bad_bytes,
        first_bad=None if first is None else first.offset,
        replaced=reader.replaced,
        regions=regions,
        faults=tuple(reader.faults),
    )


def refuse(fault: BadBytes, line: int, name: str) -> NoReturn:
    """Raise the DecodingError for bytes that are not in the encoding called ``name``."""
    shown = fault.data.hex()
    raise DecodingError(f"byte {fault.offset} (0x{shown}, line {line}) is not {name}")


def complaint(encoding: Encoding, errors: str) -> str:
    """Return the line for people about what could not be decoded."""
    many = "" if encoding.bad_bytes == 1 else "s"
    done = "dropped" if errors == "ignore" else "replaced by U+FFFD"
    return (
        f"{encoding.bad_bytes} undecodable byte{many} as {encoding} {done}, "
        f"the first at byte {encoding.first_bad}"
    )
