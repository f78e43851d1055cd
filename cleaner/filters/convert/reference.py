"""The reference engine: opencc-python-reimplemented, for comparison with its output.

It shares the import name ``opencc`` with OpenCC's own binding. Whichever of the two was installed
last owns the name, so the engine is checked before it is used, and nothing else imports it.
"""

from __future__ import annotations

import importlib
import threading
from functools import lru_cache
from typing import Protocol

from cleaner.errors import EngineError

# Its time per character grows above 32,000 characters without a separator (3.5 µs there, 13 µs at
# 640,000), so it gets pieces of half that size.
PIECE = 16_000


class Converter(Protocol):
    """What both packages call a converter."""

    def convert(self, text: str) -> str: ...


def convert_text(text: str) -> str:
    """Return ``text`` as the engine's ``t2s`` converts it, piece by piece.

    Raises EngineError when the package is missing, or hidden by OpenCC's own binding.
    """
    engine = _engine(threading.get_ident())
    return "".join([_convert(engine, piece) for piece in pieces(text)])


def pieces(text: str) -> list[str]:
    r"""Cut ``text`` into pieces of at most PIECE characters, after a line's end where there is one.

    >>> "".join(pieces("一\n二")) == "一\n二"
    True
    """
    found = []
    start = 0
    while start < len(text):
        end = start + PIECE
        if end < len(text):
            line = text.rfind("\n", start, end) + 1
            end = line if line > start else end
        found.append(text[start:end])
        start = end
    return found


def _convert(engine: Converter, piece: str) -> str:
    result = engine.convert(piece)
    # Its phrases keep the length; one that does not would break the account of changes.
    return result if len(result) == len(piece) else piece


@lru_cache(maxsize=64)
def _engine(thread: int) -> Converter:  # noqa: ARG001
    """Return a converter of the calling thread: it keeps state while it works."""
    try:
        module = importlib.import_module("opencc")
    except ImportError:
        raise EngineError(
            "converter: the package opencc-python-reimplemented is not installed"
        ) from None
    # Only the reimplementation has its class in opencc/opencc.py.
    if getattr(getattr(module, "OpenCC", None), "__module__", "") != "opencc.opencc":
        raise EngineError(
            "converter: the import name opencc belongs to another package (OpenCC's own binding?);"
            " reinstall opencc-python-reimplemented without it"
        )
    converter: Converter = module.OpenCC("t2s")
    return converter
