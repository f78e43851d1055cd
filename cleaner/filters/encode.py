"""The last filter: text that UTF-8 can hold."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.patterns import lazy
from cleaner.settings import Settings

_SURROGATE = lazy("[\ud800-\udfff]")


def encode(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Replace lone surrogates, which no UTF encoding can hold, by U+FFFD.

    They reach us only in ``str`` input, from JSON escapes or ``surrogateescape``.
    """
    try:
        document.text.encode("utf-16")  # which refuses the same in a tenth of the time
    except UnicodeEncodeError:
        count = len(_SURROGATE.findall(document.text))
        return document.sub(_SURROGATE, "\ufffd", "encode.surrogate").warn(
            f"{count} lone surrogates became U+FFFD"
        )
    return document
