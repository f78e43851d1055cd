"""Fields inside fields: ``data.text`` is ``text`` in ``data``, unless a field is called so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def reach(values: Mapping[str, Any], path: str) -> Any:
    """Return the value at ``path``. Raises KeyError when there is none."""
    if path in values:
        return values[path]
    name, dot, rest = path.partition(".")
    inner = values.get(name) if dot else None
    if not isinstance(inner, Mapping):
        raise KeyError(path)
    return reach(inner, rest)


def without(values: Mapping[str, Any], path: str) -> dict[str, Any]:
    """Return ``values`` without what is at ``path``."""
    if path in values:
        return {name: value for name, value in values.items() if name != path}
    name, dot, rest = path.partition(".")
    inner = values.get(name) if dot else None
    left = {name: without(inner, rest)} if isinstance(inner, Mapping) else {}
    return {**values, **left}


def names(values: Mapping[str, Any], depth: int = 3) -> Iterator[str]:
    """Yield the paths of all fields: what is inside a field instead of the field, so deep."""
    for name, value in values.items():
        if isinstance(value, Mapping) and value and depth > 1:
            yield from (f"{name}.{inner}" for inner in names(value, depth - 1))
        else:
            yield name
