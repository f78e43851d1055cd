"""Hugging Face datasets: an object for ``map``, with a fingerprint that depends on the settings.

dataset.map(Clean(segment=False), batched=True, num_proc=8)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cleaner import Cleaner, Settings
from cleaner.adapters import cleaned


class Clean:
    """Cleans the column ``column`` of batches; the others stay."""

    def __init__(
        self, settings: Settings | None = None, /, column: str = "text", **changes: Any
    ) -> None:
        self.settings: Settings = Settings.make(settings, **changes)
        self.column = column

    def __call__(self, batch: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
        """Return the column of ``batch``, cleaned."""
        return {self.column: cleaned(Cleaner(self.settings), batch[self.column])}
