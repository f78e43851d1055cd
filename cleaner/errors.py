"""The errors the package raises, each with the exit status the command gives for it.

Exit statuses: 1 an input could not be cleaned, 2 the request itself is wrong, 74 the output could
not be written (``EX_IOERR`` of BSD sysexits).
"""

from __future__ import annotations


class CleanerError(Exception):
    """Base of every error raised on purpose by this package. Its text is one line, for people."""

    exit_status = 1


class SettingsError(CleanerError, ValueError):
    """A setting, option or configuration file that makes no sense."""

    exit_status = 2


class DictionaryError(CleanerError, ValueError):
    """A dictionary file with a line that cannot be used; the text names file, line and fault."""

    exit_status = 2


class EngineError(CleanerError):
    """An optional engine or package was asked for and is absent or shadowed."""

    exit_status = 2


class DecodingError(CleanerError, ValueError):
    """Input bytes that the encoding does not allow, under ``errors="strict"``."""


class InputError(CleanerError, ValueError):
    """An input that holds no text."""


class OutputError(CleanerError):
    """The output could not be written whole."""

    exit_status = 74
