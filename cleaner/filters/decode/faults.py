"""Bytes that could not be decoded, and where they were."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """Bytes that mean nothing in the encoding, at an offset of the input."""

    offset: int
    data: bytes
