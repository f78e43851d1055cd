"""UTF-8, with the characters beyond the first plane that some programs write as two surrogates.

Java's modified UTF-8 and the databases that call such text UTF8 give 😀 six bytes, three for each
half of its UTF-16 (CESU-8, Unicode Technical Report 26). No codec of Python reads them; as U+FFFD
they would be six of them for each. A half alone stays undecodable.
"""

from __future__ import annotations

import codecs

from cleaner.patterns import lazy

_HANDLER = "cleaner.utf8"
_PAIR = lazy(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")


def read_strictly(data: bytes) -> str:
    """Return the text of ``data``; raises UnicodeDecodeError where it is no UTF-8.

    >>> read_strictly(bytes.fromhex("e5a5bd eda0bdedb880"))
    '好😀'
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _PAIR.match(data, error.start) is None:
            raise
        return data.decode("utf-8", _HANDLER)


def read_roughly(data: bytes) -> str:
    """Return the text of ``data`` with U+FFFD for what is no UTF-8."""
    # The codec's own handler, which does the same with all else, takes a tenth of the time.
    return data.decode("utf-8", _HANDLER + ".replace" if _PAIR.search(data) else "replace")


def _surrogates(error: UnicodeError) -> tuple[str, int]:
    """Error handler: read the bytes at the error as two surrogates, or raise it."""
    found = _pair(error)
    if found:
        return found
    try:
        raise error
    finally:  # it holds this frame: no cycle for each line that is no UTF-8
        del error


def _surrogates_or_replace(error: UnicodeError) -> tuple[str, int]:
    return _pair(error) or ("\ufffd", getattr(error, "end", 0))


def _pair(error: UnicodeError) -> tuple[str, int] | None:
    found = None
    if isinstance(error, UnicodeDecodeError):
        found = _PAIR.match(error.object, error.start)
    if not found:
        return None
    halves = found[0].decode("utf-8", "surrogatepass")
    return halves.encode("utf-16", "surrogatepass").decode("utf-16"), found.end()


# Handlers are pure functions under names of our own; registering them again changes nothing.
codecs.register_error(_HANDLER, _surrogates)
codecs.register_error(_HANDLER + ".replace", _surrogates_or_replace)
