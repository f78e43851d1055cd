"""Traditional characters to mainland Simplified (:mod:`.convert` has the steps)."""

from cleaner.filters.convert.convert import convert, simplify

__all__ = ["convert", "simplify"]
