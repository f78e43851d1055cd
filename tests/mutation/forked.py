"""Ask the tests about mutants in forks of one process, which has collected all tests once.

The changed module is run anew and the code of its functions put in place of the old: so no mutant
costs a start of Python, an import of the package, or a collection of tests. What runs in a process
of its own (tests of the command) does not see the change.
"""

from __future__ import annotations

import importlib
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import EnumType
from types import FunctionType, ModuleType
from typing import Any

import pytest

from cleaner.kept import cached_property
from tests.mutation.places import Place

#: CPU seconds after which a mutant is taken to run for ever: tests of words take 50.
PATIENCE = 120
#: Of the golden pages these are asked; the other tests of a page find what these find.
_GOLDEN = ("test_page", "test_page_becomes_its_gold")


class Asking:
    """A plugin for pytest: in place of running the tests it asks them about each mutant."""

    def __init__(self, sample: Iterable[Place], told: Callable[[Place, bool], None]) -> None:
        """Take the mutants, and what is called with each of them and whether it survives."""
        self._sample = sample
        self._told = told

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Fork once for each mutant, and for each filter without a change.

        Raises pytest.UsageError where tests fail without a change: they would find every mutant.
        """
        groups: dict[str, list[pytest.Item]] = {}
        for item in session.items:
            groups.setdefault(item.path.stem, []).append(item)
        sound: set[str] = set()
        for place in self._sample:
            items = list(_tests_of(place, groups))
            survives = _pass(place, items, session)
            if not survives and place.filter not in sound:
                if not _pass(None, items, session):
                    raise pytest.UsageError(f"tests of {place.filter} fail without a change")
                sound.add(place.filter)
            self._told(place, survives)
        return True


def _tests_of(place: Place, groups: Mapping[str, Sequence[pytest.Item]]) -> Iterator[pytest.Item]:
    """Yield the tests named after the module, then those of its filter, then golden pages."""
    filter_ = place.filter
    own = [name for name in groups if name.startswith(f"test_{filter_}")]
    own.sort(key=lambda name: (place.path.stem not in name.split("_", 2), len(groups[name])))
    for name in own:
        yield from groups[name]
    for name, items in groups.items():
        if items[0].path.parent.name == "golden":
            pure = name == "test_pure_texts" and filter_ == "chrome"
            yield from (item for item in items if pure or _name(item) in _GOLDEN)


def _name(item: pytest.Item) -> str:
    return item.name.partition("[")[0]


def _pass(place: Place | None, items: Sequence[pytest.Item], session: pytest.Session) -> bool:
    """Tell whether all tests pass, with the change at ``place`` if there is one."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os._exit(_ask(place, items, session))
    return os.waitpid(child, 0)[1] == 0


def _ask(place: Place | None, items: Sequence[pytest.Item], session: pytest.Session) -> int:
    """Return 0 when all tests pass, in a process of its own that says nothing."""
    if place is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    try:
        if place is not None:
            put_in_place(place)
        for item, after in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if session.testsfailed:
                return 1
    except BaseException:
        return 1
    return 0


def put_in_place(place: Place) -> None:
    """Make the module of ``place`` what the mutant is."""
    importlib.import_module(place.module)
    module = sys.modules[place.module]  # the name may be that of a function in its package
    made = ModuleType(place.module)
    made.__dict__.update(
        {
            name: module.__dict__[name]
            for name in ("__file__", "__package__", "__path__")
            if name in module.__dict__
        }
    )
    text = place.changed(place.path.read_text(encoding="utf-8"))
    exec(compile(text, str(place.path), "exec"), made.__dict__)  # noqa: S102 - our own
    for name, value in vars(made).items():
        if name not in vars(module) or _put(vars(module)[name], value, place.module):
            continue
        before = vars(module)[name]
        if not name.startswith("__") and _is_value(value) and before != value:
            _rename(name, before, value)


def _is_value(value: object) -> bool:
    return not isinstance(value, ModuleType | FunctionType | type) and not hasattr(
        value, "__wrapped__"
    )


def _rename(name: str, before: object, value: object) -> None:
    """Put a changed constant wherever it was imported."""
    for module in list(sys.modules.values()):
        own = getattr(module, "__name__", "").startswith(("cleaner", "tests"))
        if own and vars(module).get(name) is before:
            setattr(module, name, value)


def _put(before: Any, value: Any, module: str) -> bool:
    """Put the code of a function, or of the methods of a class, in place; False for others."""
    if isinstance(value, property):
        value, before = value.fget, before.fget
    elif isinstance(value, cached_property):
        value, before = value._make, before._make  # type: ignore[attr-defined]
    elif isinstance(value, staticmethod | classmethod):
        value, before = value.__func__, before.__func__
    if isinstance(value, EnumType):
        return True
    if isinstance(value, type) and value.__module__ == module:
        for name, part in list(vars(value).items()):
            if name not in vars(before) or _put(vars(before)[name], part, module):
                continue
            if isinstance(part, int | float | str | bytes | tuple) and not name.startswith("__"):
                setattr(before, name, part)
        return True
    while hasattr(value, "__wrapped__"):
        if hasattr(before, "cache_clear"):
            before.cache_clear()
        value, before = value.__wrapped__, before.__wrapped__
    if not isinstance(value, FunctionType) or value.__module__ != module:
        return False
    before.__code__, before.__defaults__ = value.__code__, value.__defaults__
    before.__kwdefaults__ = value.__kwdefaults__
    return True
