"""Width of punctuation, letters and digits; spaces; line ends and blank lines.

:mod:`cleaner.filters.normalise.normalise` has the steps in their order.
"""

from cleaner.filters.normalise.normalise import again, normalise

__all__ = ["again", "normalise"]
