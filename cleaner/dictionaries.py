"""Finding, reading and checking dictionaries, and laying a user's folder over them.

A dictionary is a UTF-8 text file: lines that begin with ``#`` are comments, blank lines mean
nothing, every other line is a row of cells separated by tabs. The first cell is the key. A user's
folder (``--dictionary DIR``) has the layout of ``dictionaries/``; where both have a key, the user's
row counts. A file ``site.chrome`` of ``clean --learn-chrome`` stands for a folder with its cues.
"""

from __future__ import annotations

import os

from cleaner.errors import DictionaryError
from cleaner.kept import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:  # pathlib would be a tenth of the time that the command takes to start
    from collections.abc import Iterable, Iterator
    from pathlib import Path

#: The ending of a file of ``clean --learn-chrome``, which stands in for a folder with its cues.
LEARNT = ".chrome"
_PACKAGE = os.path.dirname(os.path.realpath(__file__))


def root() -> Path:
    """Return the folder of the shipped dictionaries.

    Inside the package when installed from a wheel, beside it in a checkout or an sdist.
    """
    from pathlib import Path

    return Path(_root())


def shipped(name: str) -> str:
    """Return the path of a shipped dictionary."""
    return os.path.join(_root(), name)


def _root() -> str:
    inside = os.path.join(_PACKAGE, "dictionaries")
    return inside if os.path.isdir(inside) else os.path.join(_PACKAGE, "..", "dictionaries")


@lru_cache(maxsize=256)
def rows(name: str, columns: int, folders: tuple[str, ...] = ()) -> tuple[tuple[str, ...], ...]:
    """Return the rows of dictionary ``name`` (such as ``"chrome/cues.tsv"``), in file order.

    ``columns`` is the number of cells that each row must have. ``folders`` are the users' folders,
    later ones over earlier ones and all over the shipped dictionary; a row replaces the earlier
    row with the same first cell. Read once in a process.

    Raises DictionaryError, with file and line, for a row that does not fit or bytes that are not
    UTF-8, and when a folder does not exist.
    """
    merged: dict[str, tuple[str, ...]] = {}
    for path in _layers(name, folders):
        merged.update({row[0]: row for row in _rows(path, columns)})
    return tuple(merged.values())


def _rows(path: str, columns: int) -> Iterable[tuple[str, ...]]:
    """Return the rows of one file as :func:`read` does, in a quarter of the time if it is sound."""
    try:
        with open(path, "rb") as file:
            text = file.read().decode().removeprefix("\ufeff")
    except (OSError, UnicodeDecodeError):
        text = "\t\r"  # let read() say what is wrong
    if "\r" not in text and "\n\t" not in text and text[:1] != "\t":
        found = [tuple(line.split("\t")) for line in text.split("\n") if line and line[0] != "#"]
        if {*map(len, found)} <= {columns}:
            return found
    return read(path, columns)


def check_folders(folders: Iterable[str]) -> None:
    """Raise DictionaryError for a folder that is not there or has files of no known name."""
    from pathlib import Path

    top = Path(_root())
    shipped = {path.relative_to(top) for path in top.rglob("*") if path.is_file()}
    for folder in folders:
        base = Path(folder)
        if base.suffix == LEARNT and base.is_file():
            continue
        if not base.is_dir():
            raise DictionaryError(f"{folder}: no such folder of dictionaries")
        for path in sorted(base.rglob("*")):
            if path.suffix in (".tsv", ".txt") and path.relative_to(base) not in shipped:
                known = ", ".join(sorted(str(item) for item in shipped))
                raise DictionaryError(
                    f"{path}: no dictionary is called {path.relative_to(base)}; known: {known}"
                )


def check_words(files: Iterable[str]) -> None:
    """Raise DictionaryError for a file of words that is not there; it may be words themselves."""
    for name in files:
        if not os.path.exists(name):
            raise DictionaryError(
                f"{name}: No such file or directory (words are read from a file, one a line)"
            )


def read(path: str | Path, columns: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows of one file; see :func:`rows` for the errors."""
    for number, line in lines(path):
        cells = tuple(line.split("\t"))
        if len(cells) != columns or not cells[0]:
            raise DictionaryError(
                f"{path}:{number}: expected {columns} cells separated by tabs, the first not empty"
            )
        yield cells


def wrong(name: str, key: str, what: str, folders: tuple[str, ...] = ()) -> DictionaryError:
    """Return an error about the row of ``name`` that has ``key``, with its file and line."""
    place = name
    for path in _layers(name, folders):
        for number, line in lines(path):
            if line.partition("\t")[0] == key:
                place = f"{path}:{number}"
    return DictionaryError(f"{place}: {what}")


def lines(path: str | Path) -> Iterator[tuple[int, str]]:
    """Yield number (from 1) and text of each line that is neither blank nor a comment."""
    for number, line in enumerate(text_of(path).split("\n"), 1):
        line = line.rstrip("\r")
        if line.strip() and not line.startswith("#"):
            yield number, line


def text_of(path: str | Path) -> str:
    """Return the text of a file in UTF-8, without a byte order mark.

    Raises DictionaryError when it cannot be read or is not UTF-8.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise DictionaryError(f"{path}: {error.strerror or error}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        raise DictionaryError(f"{path}:{number}: not UTF-8") from None


def _layers(name: str, folders: tuple[str, ...]) -> Iterator[str]:
    yield os.path.join(_root(), name)
    for folder in folders:
        if folder.endswith(LEARNT) and os.path.isfile(folder):
            if name == "chrome/cues.tsv":
                yield folder
            continue
        if not os.path.isdir(folder):
            raise DictionaryError(f"{folder}: no such folder of dictionaries")
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            yield path
