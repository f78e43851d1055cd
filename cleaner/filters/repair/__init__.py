"""Undo what scraping and copying did to a text."""

from cleaner.filters.repair.stages import again, repair, together

__all__ = ["again", "repair", "together"]
