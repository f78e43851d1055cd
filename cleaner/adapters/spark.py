"""Spark: a function for ``mapInArrow``, whose tables stay loaded in each Python worker.

frame.mapInArrow(clean(segment=False), frame.schema)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cleaner import Cleaner, Settings
from cleaner.adapters import cleaned_column


def clean(
    settings: Settings | None = None, /, column: str = "text", **changes: Any
) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """Return a function that cleans the column ``column`` of record batches; the others stay."""
    wanted = Settings.make(settings, **changes)

    def batches(data: Iterable[Any]) -> Iterator[Any]:
        cleaner = Cleaner(wanted)
        for batch in data:
            yield cleaned_column(cleaner, batch, column)

    return batches
