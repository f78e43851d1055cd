"""HTML to its visible text; BBCode, placeholders and script residue out; other text as it is."""

from cleaner.filters.markup.markup import again, markup

__all__ = ["again", "markup"]
