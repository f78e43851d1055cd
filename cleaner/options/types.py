"""Values of options that click has no type for."""

from __future__ import annotations

from typing import Any

import click


class Size(click.ParamType[int]):
    """A number of bytes, with K, M or G (powers of 1024) after it if wished."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number of bytes."""
        text = str(value).strip().upper().removesuffix("B")
        factor = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}.get(text[-1:], 1)
        try:
            return int(text[:-1] if factor > 1 else text) * factor
        except ValueError:
            self.fail(f"{value!r} is not a size such as 500K or 64M", param, ctx)


class Filters(click.ParamType[tuple[str, ...]]):
    """Names of filters, separated by commas."""

    name = "filter,..."

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the names."""
        return tuple(name.strip() for name in str(value).split(",") if name.strip())


class Pair(click.ParamType[tuple[str, str]]):
    """A text and what it becomes, with = between them."""

    name = "text=result"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Return both."""
        text, equals, result = str(value).partition("=")
        if not (text and equals):
            self.fail(f"{value!r} is not of the form TEXT=RESULT", param, ctx)
        return text, result
