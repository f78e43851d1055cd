"""Undo what scraping and copying did to a text."""

from cleaner.filters.repair.stages import repair

__all__ = ["repair"]
