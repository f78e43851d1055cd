"""Our named tuples do what those of the standard library do."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.named import NamedTuple


class Ours(NamedTuple):
    a: int
    b: str = "b"
    c: tuple[int, ...] = ()

    @property
    def twice(self) -> int:
        return 2 * self.a


class Theirs(typing.NamedTuple):
    a: int
    b: str = "b"
    c: tuple[int, ...] = ()


@given(
    values=st.lists(st.integers(), max_size=5),
    named=st.dictionaries(st.sampled_from("abcd"), st.integers(), max_size=4),
    times=st.sampled_from([1, 50]),  # from some time on a class has a constructor of its own
)
def test_they_are_made_of_the_same(values: list[int], named: dict[str, int], times: int) -> None:
    def make(kind: typing.Any) -> tuple[object, ...] | None:
        try:
            made = kind(*values, **named)
        except TypeError:
            return None
        assert type(made) is kind
        return tuple(made)

    for _ in range(times):
        assert make(Ours) == make(Theirs)


def test_what_they_do() -> None:
    item = Ours(1, c=(2,))
    assert tuple(item) == (1, "b", (2,)) and hash(item) == hash((1, "b", (2,)))
    assert (item.a, item.b, item.c, item.twice, item[-1]) == (1, "b", (2,), 2, (2,))
    assert repr(item) == "Ours(a=1, b='b', c=(2,))"
    assert tuple(item._replace(a=5)) == (5, "b", (2,)) and type(item._replace()) is Ours
    assert item._asdict() == {"a": 1, "b": "b", "c": (2,)}
    assert tuple(Ours._make([1, "2", (3,)])) == (1, "2", (3,))
    assert Ours._fields == Theirs._fields and Ours._field_defaults == Theirs._field_defaults
    match item:
        case Ours(a, b):
            assert (a, b) == (1, "b")
    again = pickle.loads(pickle.dumps(item))  # noqa: S301
    for copied in (copy.copy(item), copy.deepcopy(item), again):
        assert copied == item and type(copied) is Ours


def test_they_are_as_small_and_as_fixed() -> None:
    item = Ours(1)
    assert item.__sizeof__() == Theirs(1).__sizeof__() and not hasattr(item, "__dict__")
    for name in ("a", "other"):
        with pytest.raises(AttributeError):
            setattr(item, name, 2)
    with pytest.raises(TypeError, match="other"):
        item._replace(other=1)  # type: ignore[call-arg]
