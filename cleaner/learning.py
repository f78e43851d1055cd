"""``clean --learn-chrome``: reading the pages of a site and writing what comes back on them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from cleaner.errors import CleanerError, InputError
from cleaner.formats.foreign import refuse
from cleaner.formats.writing import open_output
from cleaner.messages import printable, say
from cleaner.request import Request


def learn(request: Request, program: str) -> int:
    """Write the furniture of the inputs of ``request`` to its output; return the exit status.

    Inputs are files, folders (every file below them) or ``-``; each is one page. A file that
    cannot be read is reported, and the others go on.
    """
    from cleaner.filters.chrome.furniture import Furniture

    failed = False
    try:
        furniture = Furniture(request.settings)
        with open_output(request.output) as output:
            for name in _files(request.files):
                try:
                    furniture.add(_read(name, request.settings.max_document))
                except (OSError, InputError) as error:
                    reason = getattr(error, "strerror", None) or error
                    say(program, f"{printable(name)}: {reason}")
                    failed = True
            output.write(furniture.dictionary())
    except CleanerError as error:
        say(program, str(error))
        return error.exit_status
    return int(failed)


def _files(names: Iterable[str]) -> Iterator[str]:
    """Yield the names of files, those below folders in sorted order."""
    for name in names:
        if name == "-" or not os.path.isdir(name):
            yield name
            continue
        for folder, folders, files in os.walk(name):
            folders.sort()
            yield from (os.path.join(folder, file) for file in sorted(files))


def _read(name: str, bound: int) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(bound)
    with open(name, "rb") as file:
        data = file.read(bound)
    refuse(data)
    return data
