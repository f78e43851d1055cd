"""What the steps of normalising made of short lines, under each settings that matter."""

from __future__ import annotations

from cleaner.kept import lru_cache
from cleaner.memo import Memo
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def memo(step: str, settings: Settings) -> Memo[Any]:
    """Return the memory of ``step`` under ``settings``, one in a process for each."""
    # What decides about lines: the dictionaries, and which lines segmentation has made.
    return _memo(
        step,
        settings.dictionary,
        settings.words,
        settings.keep_whole,
        settings.segmenter,
        settings.segment_mode,
    )


@lru_cache(maxsize=16)
def _memo(*key: object) -> Memo[Any]:  # noqa: ARG001
    return Memo()
