"""Frozen records behave as frozen dataclasses do."""

from __future__ import annotations

import copy
import inspect
import pickle
import subprocess
import sys

import pytest

from cleaner.frozen import Frozen, field, replace


class Point(Frozen):
    x: int
    y: int = 0
    tags: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError("x is negative")


class Named(Point):
    name: str = ""


def test_values_names_and_defaults() -> None:
    assert Point(1) == Point(1, 0, {}) == Point(x=1, y=0)
    assert (Named(1, name="a").name, Named(1, 2, {}, "b").y) == ("a", 2)
    assert repr(Named(1, 2)) == "Named(x=1, y=2, tags={}, name='')"


def test_a_wrong_name_does_not_make_up_for_a_missing_one() -> None:
    with pytest.raises(TypeError, match="no field: 'z'"):
        Point(z=1)  # type: ignore[call-arg]


def test_factories_make_anew() -> None:
    assert Point(1).tags is not Point(1).tags


@pytest.mark.parametrize(
    ("values", "named", "message"),
    [
        ((), {}, "needs a value for 'x'"),
        ((1, 2, {}, 4), {}, "takes 3 values, not 4"),
        ((1,), {"x": 2}, "twice: 'x'"),
        ((1,), {"z": 2}, "no field: 'z'"),
    ],
)
def test_wrong_calls(values: tuple[int, ...], named: dict[str, int], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        Point(*values, **named)  # type: ignore[arg-type]


def test_frozen() -> None:
    with pytest.raises(AttributeError, match="cannot assign to 'x'"):
        Point(1).x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="cannot delete 'x'"):
        del Point(1).x


def test_equality_and_hash() -> None:
    assert Point(1) != Named(1)
    assert Point(1) != 1
    assert hash(Named) == hash(Named)

    class Plain(Frozen):
        a: int

    assert {Plain(1), Plain(1), Plain(2)} == {Plain(1), Plain(2)}


def test_replace_checks_again() -> None:
    assert replace(Named(1, name="a"), x=3) == Named(3, name="a")
    with pytest.raises(ValueError, match="negative"):
        replace(Point(1), x=-1)
    with pytest.raises(TypeError, match="no field: 'z'"):
        replace(Point(1), z=1)


def test_copies_and_pickles() -> None:
    point = Named(1, 2, {"a": 1}, "b")
    assert copy.copy(point) is point
    assert copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point  # noqa: S301


def test_the_command_starts_without_dataclasses() -> None:
    code = "import sys, cleaner.run; print(sorted({'dataclasses', 'inspect'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_the_way_of_copy_replace() -> None:
    assert Point(1, 2).__replace__(x=3) == Point(3, 2)
    with pytest.raises(TypeError, match="no field: 'z'"):
        Point(1).__replace__(z=1)


def test_the_signature_has_the_fields() -> None:
    shown = "(x: 'int', y: 'int' = 0, tags: 'dict[str, int]' = <factory>, name: 'str' = '')"
    assert str(inspect.signature(Named)) == shown
