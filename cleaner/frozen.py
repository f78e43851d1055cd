"""Frozen records: what frozen dataclasses give, without what importing ``dataclasses`` costs.

The standard module imports ``inspect`` and compiles methods for each class from source: for a
command that cleans one small page that is as much as starting Python. Here one constructor serves
all classes; type checkers see subclasses of :class:`Frozen` as frozen dataclasses (PEP 681).

>>> class Point(Frozen):
...     x: int
...     y: int = 0
>>> Point(1)
Point(x=1, y=0)
>>> replace(Point(1), y=2) == Point(1, 2)
True
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from inspect import Signature
    from typing import Any, ClassVar, NoReturn, Self, TypeVar, dataclass_transform

    from mypy_extensions import mypyc_attr as mypyc_attr

    T = TypeVar("T")
    R = TypeVar("R", bound="Frozen")
else:

    def dataclass_transform(**_):
        return lambda cls: cls

    # What a compiler is told of a class; at runtime it says nothing.
    mypyc_attr = dataclass_transform


class _Factory:
    """The mark of a default that is made anew for each record."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make

    def __repr__(self) -> str:
        return "<factory>"


class _Signature:
    """The signature of a class of records, made when ``help`` or ``inspect`` asks for it."""

    def __get__(self, _: object, owner: type[Frozen]) -> Signature:
        from inspect import Parameter, Signature

        kinds = {
            name: kind
            for base in reversed(owner.__mro__)
            for name, kind in getattr(base, "__annotations__", {}).items()
        }
        return Signature(
            [
                Parameter(
                    name,
                    Parameter.POSITIONAL_OR_KEYWORD,
                    default=owner._defaults.get(name, Parameter.empty),
                    annotation=kinds[name],
                )
                for name in owner._fields
            ]
        )


def field(*, default_factory: Callable[[], T]) -> T:
    """Declare a field whose default is what ``default_factory()`` returns, made for each record."""
    return _Factory(default_factory)  # type: ignore[return-value]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen:
    """Base of classes that are nothing but named values.

    The annotations of a subclass are its fields, in order; a value assigned to one is its default.
    ``__post_init__``, if there is one, checks the values. Two records are equal when their class
    and all fields are; assignment to a field raises AttributeError.
    """

    __signature__: ClassVar[_Signature] = _Signature()
    _fields: ClassVar[tuple[str, ...]] = ()
    _names: ClassVar[frozenset[str]] = frozenset()
    _defaults: ClassVar[dict[str, Any]] = {}
    _factories: ClassVar[dict[str, Callable[[], Any]]] = {}

    def __init_subclass__(cls) -> None:
        names = list(cls.__annotations__)
        own = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
        cls._fields = tuple(dict.fromkeys([*cls._fields, *names]))
        cls._names = frozenset(cls._fields)
        cls._defaults = {**cls._defaults, **own}
        cls._factories = {
            name: value.make for name, value in cls._defaults.items() if type(value) is _Factory
        }

    def __init__(self, *values: Any, **named: Any) -> None:
        fields = self._fields
        state = self.__dict__
        if len(values) < len(fields):
            state.update(self._defaults)
            for name, make in self._factories.items():
                state[name] = make()
        if values:
            if len(values) > len(fields):
                raise TypeError(
                    f"{type(self).__name__} takes {len(fields)} values, not {len(values)}"
                )
            for name in named:
                if name in fields[: len(values)]:
                    raise TypeError(f"{type(self).__name__}: twice: {name!r}")
            state.update(zip(fields, values, strict=False))
        state.update(named)
        if len(state) < len(fields) or (named and not named.keys() <= self._names):
            self._complain(named)
        self.__post_init__()

    def _complain(self, named: Iterable[str]) -> None:
        for name in named:
            if name not in self._names:
                raise TypeError(f"{type(self).__name__}: no field: {name!r}")
        name = next(name for name in self._fields if name not in self.__dict__)
        raise TypeError(f"{type(self).__name__} needs a value for {name!r}")

    def __post_init__(self) -> None:
        """Check the values; raise when they do not fit."""

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: cannot assign to {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: cannot delete {name!r}")

    def _values(self) -> tuple[Any, ...]:
        state = self.__dict__
        return tuple([state[name] for name in self._fields])

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        values = (f"{name}={self.__dict__[name]!r}" for name in self._fields)
        return f"{type(self).__qualname__}({', '.join(values)})"

    def __getstate__(self) -> dict[str, Any]:
        state = self.__dict__
        if len(state) == len(self._fields):
            return dict(state)
        return {name: state[name] for name in self._fields}

    def __copy__(self) -> Self:
        return self

    def __replace__(self, /, **changes: Any) -> Self:
        return replace(self, **changes)


def replace(record: R, /, **changes: Any) -> R:
    """Return a record like ``record`` with ``changes`` by field name.

    Raises TypeError for a name that is no field, and what ``__post_init__`` raises.
    """
    made: R = object.__new__(type(record))
    state = made.__dict__
    state.update(record.__getstate__())
    size = len(state)
    state.update(changes)
    if len(state) > size:
        unknown = next(name for name in changes if name not in record._fields)
        raise TypeError(f"{type(record).__name__}: no field: {unknown!r}")
    made.__post_init__()
    return made
