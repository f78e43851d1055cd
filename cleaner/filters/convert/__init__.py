"""Traditional characters to mainland Simplified (:mod:`.convert` has the steps)."""

from cleaner.filters.convert.convert import again, convert, simplify

__all__ = ["again", "convert", "simplify"]
