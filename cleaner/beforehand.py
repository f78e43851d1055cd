"""Make beforehand what takes long to make: python -m cleaner.beforehand FILE...

Writes the tables that :mod:`cleaner.prepared` reads, and the expressions of the package, compiled,
which :mod:`cleaner.patterns` reads; to be run, with any of the Pythons that the package is for,
when dictionaries, expressions or the modules that make tables were changed. In are the lazy
expressions of all modules, those that are made of the shipped dictionaries, and what is met by
cleaning FILEs: text that makes each filter act, such as `tests/golden/*.txt`. An entry that is not
asked for any more does no harm, and one that is missing costs no more than making it.
"""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import cleaner
from cleaner import patterns, prepared
from cleaner.filters.chrome.index import load
from cleaner.filters.decode import suspects
from cleaner.mojibake import codepages

# The engines of 3.11, 3.12 and 3.13, which are given the same codes: a test on each says so.
_ALIKE = ((20220615, 4, "little"), (20221023, 4, "little"), (20230612, 4, "little"))

_MODES: tuple[dict[str, Any], ...] = (
    {},
    {"keep_whole": True, "drop_punctuation": True, "quotes": "mainland", "vocabulary": "taiwan"},
    {"segment": False, "keep_metadata": True, "vocabulary": "hongkong"},
    {"segment": False, "keep_chrome": True, "variant": "mainland"},
)


class _Learning(dict["patterns.Key", "patterns.Code"]):
    """A table that has whatever is looked for."""

    def get(self, key: Any, _: Any = None) -> Any:
        if key not in self:
            self[key] = patterns.encode(*key, quickly=False)
        return self[key]


def lazies() -> Iterator[tuple[str, Any, int]]:
    """Yield the lazy patterns of all modules: where they stand, source and flags."""
    for info in pkgutil.walk_packages(cleaner.__path__, "cleaner."):
        if info.name.endswith("__main__"):
            continue
        try:
            module = importlib.import_module(info.name)
        except ImportError:  # an adapter to what is not installed
            continue
        for name, value in vars(module).items():
            if isinstance(value, patterns._Compiled):
                yield f"{info.name}.{name}", value.pattern, value._flags


def of_dictionaries() -> Iterator[tuple[Any, int]]:
    """Yield the lazy patterns that are alive when all that dictionaries hold has been read.

    What reads one for the folders of a user is asked to read it for none.
    """
    for module in list(sys.modules.values()):
        if module.__name__.startswith("cleaner."):
            for value in list(vars(module).values()):
                inner = getattr(value, "__wrapped__", None)
                if inner is not None and inner.__code__.co_varnames[:1] == ("folders",):
                    value(())
    cues = load()
    for key in cues.parts.prefixes:
        cues.parts.prefixes.phrases(key)
    for item in gc.get_objects():
        if isinstance(item, patterns._Compiled):
            yield item.pattern, item._flags


def codes(pages: Iterable[bytes]) -> dict[patterns.Key, patterns.Code]:
    """Return the codes of lazy expressions and of those that cleaning ``pages`` asks for.

    To be called before anything is cleaned in a process: tables are made once.
    """
    learning = _Learning()
    patterns._table = learning
    for _, source, flags in lazies():
        patterns.compile(source, flags)
    pages = list(pages)
    for mode in _MODES:
        cleaning = cleaner.Cleaner(segmenter="standard", **mode)
        for page in pages:
            cleaning.process(page)
    for source, flags in of_dictionaries():
        patterns.compile(source, flags)
    for pattern in codepages.expressions():
        pattern.search("")
    suspects.together()
    return dict(sorted(learning.items(), key=lambda item: (str(type(item[0][0])), *item[0])))


def main(names: Iterable[str]) -> None:
    """Write both files; ``names`` are those of the pages."""
    pages = []
    for name in names:
        with open(name, "rb") as file:
            pages.append(file.read())
    prepared.making = {}
    made = codes(pages)
    _write(prepared.FILE, prepared.write(prepared.making))
    stamp = patterns.stamp()
    stamps = _ALIKE if stamp in _ALIKE else (stamp,)
    _write(patterns.TABLE, patterns.write(stamps, made))


def _write(path: str, data: bytes) -> None:
    with open(path + ".part", "wb") as file:
        file.write(data)
    os.replace(path + ".part", path)  # others may have it in their memory


if __name__ == "__main__":
    main(sys.argv[1:])
