"""datatrove: a step of a pipeline, for its local, Slurm and Ray executors.

>>> from cleaner.adapters.datatrove import Clean
>>> Clean(segment=False)
🧹 - CLEANER: zhclean
"""

from __future__ import annotations

from typing import Any

from datatrove.data import DocumentsPipeline
from datatrove.pipeline.base import PipelineStep

from cleaner import Cleaner, Settings


class Clean(PipelineStep):
    """Cleans the text of each document; what was found out goes to its metadata."""

    name = "zhclean"
    type = "🧹 - CLEANER"

    def __init__(self, settings: Settings | None = None, **changes: Any) -> None:
        super().__init__()
        self.settings: Settings = Settings.make(settings, **changes)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Any:
        """Yield the documents of ``data``, cleaned, in order."""
        cleaner = Cleaner(self.settings)
        for document in data or ():
            with self.track_time():
                result = cleaner.process(document.text, record=False)
            document.text = result.text
            document.metadata["clean"] = {**result.metadata, "variant": str(result.variant)}
            self.stat_update("empty" if not result.text else "kept")
            self.update_doc_stats(document)
            yield document
