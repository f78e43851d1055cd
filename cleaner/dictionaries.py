"""Finding, reading and checking dictionaries, and laying a user's folder over them.

A dictionary is a UTF-8 text file: lines that begin with ``#`` are comments, blank lines mean
nothing, every other line is a row of cells separated by tabs. The first cell is the key. A user's
folder (``--dictionary DIR``) has the layout of ``dictionaries/``; where both have a key, the user's
row counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from cleaner.errors import DictionaryError

_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """Return the folder of the shipped dictionaries.

    Inside the package when installed from a wheel, beside it in a checkout or an sdist.
    """
    inside = _PACKAGE / "dictionaries"
    return inside if inside.is_dir() else _PACKAGE.parent / "dictionaries"


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
        for row in read(path, columns):
            merged[row[0]] = row
    return tuple(merged.values())


def check_folders(folders: Iterable[str]) -> None:
    """Raise DictionaryError for a folder that is not there or has files of no known name."""
    shipped = {path.relative_to(root()) for path in root().rglob("*") if path.is_file()}
    for folder in folders:
        base = Path(folder)
        if not base.is_dir():
            raise DictionaryError(f"{folder}: no such folder of dictionaries")
        for path in sorted(base.rglob("*")):
            if path.suffix in (".tsv", ".txt") and path.relative_to(base) not in shipped:
                known = ", ".join(sorted(str(item) for item in shipped))
                raise DictionaryError(
                    f"{path}: no dictionary is called {path.relative_to(base)}; known: {known}"
                )


def read(path: Path, columns: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows of one file; see :func:`rows` for the errors."""
    for number, line in lines(path):
        cells = tuple(line.split("\t"))
        if len(cells) != columns or not cells[0]:
            raise DictionaryError(
                f"{path}:{number}: expected {columns} cells separated by tabs, the first not empty"
            )
        yield cells


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield number (from 1) and text of each line that is neither blank nor a comment."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise DictionaryError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        raise DictionaryError(f"{path}:{number}: not UTF-8") from None
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if line.strip() and not line.startswith("#"):
            yield number, line


def _layers(name: str, folders: tuple[str, ...]) -> Iterator[Path]:
    yield root() / name
    for folder in folders:
        if not Path(folder).is_dir():
            raise DictionaryError(f"{folder}: no such folder of dictionaries")
        path = Path(folder) / name
        if path.is_file():
            yield path
