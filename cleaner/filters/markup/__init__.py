"""HTML to its visible text; BBCode, placeholders and script residue out; other text as it is."""

from cleaner.filters.markup.markup import markup

__all__ = ["markup"]
