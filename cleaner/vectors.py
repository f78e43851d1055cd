"""Text as arrays of numpy, for what visits every character: three to ten times as fast.

To import numpy takes 0.1 s, as long as cleaning twenty pages, so it is used where it is imported
already; a long batch imports it. Each caller has another way, with the same result.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

#: Characters of a text from which on an array pays: for 500 a list of all characters takes 13 µs
#: to map them, an array 4; for 4,000 and more an array takes a tenth.
LARGE = 1 << 9
# Bytes of a run that pays for the import.
_MANY = 1 << 25
_THREADS = "OPENBLAS_NUM_THREADS"


def expect(size: int) -> None:
    """Get ready for ``size`` bytes of text: import numpy if they are many and it is installed."""
    if size < _MANY or "numpy" in sys.modules:
        return
    # It would start a thread for each further processor, which nobody has a use for here.
    threads = os.environ.get(_THREADS)
    os.environ[_THREADS] = "1"
    try:  # noqa: SIM105 - contextlib is not imported for this
        __import__("numpy")
    except Exception:  # noqa: S110 - what is broken is not there, and nothing needs it
        pass
    if threads is None:
        del os.environ[_THREADS]
    else:
        os.environ[_THREADS] = threads


def codes(text: str) -> Any:
    """Return the code points of ``text`` as an array, two bytes each.

    None for a text too short to pay and for one that is not all of the BMP. Callers have asked
    whether numpy is imported: where it is not, this module is not either.
    """
    if len(text) < LARGE:
        return None
    if not hasattr(sys.modules["numpy"], "frombuffer"):  # half imported by another thread
        return None
    data = text.encode("utf-16-le", "surrogatepass")
    return numbers(data) if len(data) == 2 * len(text) else None


def bits(classes: Iterable[str]) -> Any:
    """Return a table of all code points of the BMP, an array with a byte for each.

    In it is a bit for each of up to eight ``classes`` of characters, 1 for the first.
    """
    table = bytearray(0x10000)
    for place, characters in enumerate(classes):
        for character in characters:
            if character < "\U00010000":
                table[ord(character)] |= 1 << place
    return sys.modules["numpy"].frombuffer(table, dtype="u1")


def numbers(data: bytes | bytearray) -> Any:
    """Return ``data`` as an array of numbers of two bytes, which stay in their order."""
    return sys.modules["numpy"].frombuffer(data, dtype="<u2")
