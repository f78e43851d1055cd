"""Named tuples: what ``typing.NamedTuple`` gives, without what importing ``typing`` costs.

The standard class has Python compile a constructor for each class of tuples, 0.2 ms each, and
importing ``typing`` takes 3 ms, a third of what starting Python does: for a command that cleans one
small page that is too much. Here one constructor serves all classes, as fast for a value for each
field; a class that has been given fewer, or values by name, more than a few times gets one of its
own after all. Type checkers see ``typing.NamedTuple``.

>>> class Point(NamedTuple):
...     x: int
...     y: int = 0
>>> Point(1), Point(1)._replace(y=2), Point(x=3) == (3, 0)
(Point(x=1, y=0), Point(x=1, y=2), True)
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter as _getter

    _tuple = tuple.__new__

    # Compiling a constructor takes as long as some twenty calls save that have one.
    _OFTEN = 20

    def _constructor(cls):
        """Return a constructor with the fields of ``cls`` for parameters."""
        names = ", ".join(cls._fields)
        code = f"lambda _cls, {names}: _tuple(_cls, ({names},))"
        made = eval(code, {"_tuple": _tuple})  # noqa: S307 - as the standard library does it
        made.__defaults__ = tuple(cls._field_defaults.values())
        return made

    class _Type(type):
        """Makes a class of tuples of the annotations of its body, in order."""

        def __new__(cls, name, bases, body):
            body["__slots__"] = ()
            made = super().__new__(cls, name, bases, body)
            fields = tuple(made.__annotations__)
            made._fields = made.__match_args__ = fields
            made._slow = 0
            made._field_defaults = {field: body[field] for field in fields if field in body}
            for number, field in enumerate(fields):
                setattr(made, field, _getter(number, None))
            return made

    class NamedTuple(tuple, metaclass=_Type):
        """Base of classes of tuples with names for their items."""

        def __new__(cls, *values, **named):
            if named or len(values) != len(cls._fields):
                values += cls._rest(len(values), named)
            return _tuple(cls, values)

        @classmethod
        def _rest(cls, count, named):
            """Return the values after the first ``count``, out of ``named`` and the defaults.

            Raises TypeError when they are not what is lacking.
            """
            fields = cls._fields[count:]
            values = {**cls._field_defaults, **named}
            try:
                rest = tuple([values[name] for name in fields])
            except KeyError as error:
                raise TypeError(f"{cls.__name__} needs a value for {error}") from None
            wrong = [name for name in named if name not in fields]
            if wrong or count > len(cls._fields):
                fault = f"{wrong[0]!r} is no field, or given twice" if wrong else "too many values"
                raise TypeError(f"{cls.__name__}: {fault}")
            cls._slow += 1
            if cls._slow == _OFTEN:
                cls.__new__ = _constructor(cls)
            return rest

        @classmethod
        def _make(cls, values):
            """Return a tuple of the items of an iterable."""
            return cls(*values)

        def _replace(self, /, **changes):
            """Return a tuple like this one with ``changes`` by name."""
            cls = type(self)
            for name in changes:
                if name not in cls._fields:
                    raise TypeError(f"{cls.__name__}: no field: {name!r}")
            return _tuple(cls, map(changes.pop, cls._fields, self))

        __replace__ = _replace

        def _asdict(self):
            """Return the items by name."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            items = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__qualname__}({', '.join(items)})"

        def __getnewargs__(self):
            return tuple(self)
