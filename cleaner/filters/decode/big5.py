"""Big5 as the web has it: code page 950, the ETEN characters and those of Hong Kong.

No codec of Python has them all. cp950 comes first, for the punctuation that Taiwan's pages use;
what it does not have is looked for in Big5-HKSCS.
"""

from __future__ import annotations

import codecs

_HANDLER = "cleaner.big5"


def read_strictly(data: bytes) -> str:
    """Return the text of ``data``; raises UnicodeDecodeError where neither table has a character.

    >>> read_strictly(bytes.fromhex("a4a4f9d69def"))
    '中碁嘅'
    """
    return data.decode("cp950", _HANDLER)


def read_roughly(data: bytes) -> str:
    """Return the text of ``data`` with U+FFFD for what neither table has."""
    return data.decode("cp950", _HANDLER + ".replace")


def _hongkong(error: UnicodeError) -> tuple[str, int]:
    """Error handler: decode the pair at the error as HKSCS, or raise."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    pair = bytes(error.object[error.start : error.start + 2])
    try:
        return pair.decode("big5hkscs"), error.start + 2
    except UnicodeDecodeError:
        raise error from None


def _hongkong_or_replace(error: UnicodeError) -> tuple[str, int]:
    try:
        return _hongkong(error)
    except UnicodeDecodeError as bad:
        return "\ufffd", bad.start + 1


# Handlers are pure functions under names of our own; registering them again changes nothing.
codecs.register_error(_HANDLER, _hongkong)
codecs.register_error(_HANDLER + ".replace", _hongkong_or_replace)
