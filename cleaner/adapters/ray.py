"""Ray Data: a class for ``map_batches``, of which each actor makes one object.

dataset.map_batches(Clean, batch_format="pyarrow", concurrency=8,
                    fn_constructor_kwargs={"segment": False})
"""

from __future__ import annotations

from typing import Any

from cleaner import Cleaner, Settings
from cleaner.adapters import cleaned_column


class Clean:
    """Cleans the column ``column`` of tables of Arrow; the others stay."""

    def __init__(
        self, settings: Settings | None = None, /, column: str = "text", **changes: Any
    ) -> None:
        self.cleaner: Cleaner = Cleaner(settings, **changes)
        self.column = column

    def __call__(self, table: Any) -> Any:
        """Return ``table`` with its column cleaned."""
        return cleaned_column(self.cleaner, table, self.column)
