"""Engines for those who outgrow one machine. Each adapter is an extra of the same name.

All of them clean a batch of texts with one ``Cleaner``, whose tables are loaded once a worker, and
leave rows that have no text as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaner import Cleaner


# Texts that are cleaned together, see Cleaner.together.
GROUP = 32


def cleaned(cleaner: Cleaner, texts: Iterable[Any]) -> list[Any]:
    """Return each of ``texts`` (str or bytes) cleaned, and None for None."""
    every = list(texts)
    done: list[Any] = []
    for begin in range(0, len(every), GROUP):
        group = every[begin : begin + GROUP]
        whole = [text for text in group if text is not None]
        results = iter(cleaner.together(whole, metadata=False) if whole else [])
        done += [None if text is None else next(results).text for text in group]
    return done


def cleaned_column(cleaner: Cleaner, data: Any, column: str) -> Any:
    """Return ``data``, a table or record batch of Arrow, with ``column`` cleaned."""
    import pyarrow as pa

    place = data.schema.get_field_index(column)
    if place < 0:
        raise KeyError(f"no column {column!r}, only {', '.join(data.schema.names)}")
    kind = data.schema.field(place).type
    texts = pa.array(cleaned(cleaner, data.column(place).to_pylist()), pa.string()).cast(kind)
    return data.set_column(place, data.schema.field(place), texts)
