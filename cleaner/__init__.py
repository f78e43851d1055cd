"""zhclean: clean Simplified Chinese out of scraped Chinese pages.

>>> import cleaner
>>> cleaner.clean("這是一個測試。", segment=False)
'这是一个测试。'

:func:`clean` cleans one text; :class:`Cleaner` keeps its settings for many and tells what it did
as a :class:`Result`. Importing the package does no work: names are looked up when first used.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cleaner._version import __version__
    from cleaner.core import Cleaner, Result, clean
    from cleaner.errors import CleanerError
    from cleaner.ledger import Change, Edit, Ledger
    from cleaner.settings import Settings

__all__ = [
    "Change",
    "Cleaner",
    "CleanerError",
    "Edit",
    "Ledger",
    "Result",
    "Settings",
    "__version__",
    "clean",
]

_HOMES = {
    "Change": "cleaner.ledger",
    "Cleaner": "cleaner.core",
    "CleanerError": "cleaner.errors",
    "Edit": "cleaner.ledger",
    "Ledger": "cleaner.ledger",
    "Result": "cleaner.core",
    "Settings": "cleaner.settings",
    "__version__": "cleaner._version",
    "clean": "cleaner.core",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(__import__(_HOMES[name], fromlist=[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
