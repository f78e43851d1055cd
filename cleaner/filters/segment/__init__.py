"""Words: a delimiter between them, exactly those that jieba finds."""

from __future__ import annotations

from cleaner.filters.segment.lines import segment

__all__ = ["segment"]
