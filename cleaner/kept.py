"""What is worked out once and kept: what ``functools`` has for it, without importing that.

``functools`` imports ``collections``, ``operator`` and ``types``: together 2.4 ms of CPU time, a
quarter of what starting Python takes, while all that is needed of them is in the interpreter.

>>> @cache
... def long_in_coming(number: int) -> list[int]:
...     return [number]
>>> long_in_coming(1) is long_in_coming(1)
True
"""

from __future__ import annotations

__all__ = ["cache", "cached_property", "lru_cache", "partial"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from functools import cache, cached_property, lru_cache, partial
else:
    from _functools import _lru_cache_wrapper as _cached
    from _functools import partial

    def lru_cache(maxsize=128):
        """Return a decorator that has a function keep its last ``maxsize`` answers (None: all)."""

        def decorate(function):
            kept = _cached(function, maxsize, False, lambda *counts: counts)
            # A compiled function has neither attributes of its own nor annotations.
            kept.__dict__.update(getattr(function, "__dict__", {}))
            for name in ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__"):
                setattr(kept, name, getattr(function, name, None))
            kept.__wrapped__ = function
            return kept

        return decorate

    cache = lru_cache(None)

    class cached_property:  # noqa: N801 - as in functools
        """A property that is worked out when it is first asked for, and kept by its object."""

        def __init__(self, make):
            self._make = make
            self.__doc__ = make.__doc__

        def __set_name__(self, owner, name):
            self._name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._make(instance)
            return value
