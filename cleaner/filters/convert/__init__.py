"""Traditional characters to mainland Simplified (:mod:`.convert` has the steps)."""

from cleaner.filters.convert.convert import convert

__all__ = ["convert"]
