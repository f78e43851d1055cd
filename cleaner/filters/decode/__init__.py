"""The first filter: bytes to text (:mod:`cleaner.filters.decode.detect` has the steps)."""

from cleaner.filters.decode.decode import decode

__all__ = ["decode"]
