"""The first bytes of a compiled table: its form, and the versions of what it was made from."""

from __future__ import annotations

from importlib.metadata import version


def stamp(magic: bytes, size: int, *packages: str) -> bytes:
    """Return ``magic`` and the ``packages`` with their versions here, a line of ``size`` bytes.

    Raises PackageNotFoundError when one of them is not installed.
    """
    sources = " ".join(f"{name} {version(name)}" for name in packages)
    return (magic + sources.encode("ascii")).ljust(size - 1) + b"\n"
