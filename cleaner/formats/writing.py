"""Writing whole: every byte arrives, or the failure is known.

A buffered ``sys.stdout`` reports a full disk when it pleases, an unbuffered one (PYTHONUNBUFFERED)
takes a short write for success. So output goes to the file descriptor itself, and each call says
how much of it arrived. A named file appears under its name only when it is complete.
"""

from __future__ import annotations

import errno
import os
import stat

from cleaner.errors import OutputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Protocol, Self

    class Output(Protocol):
        """Somewhere to write text; leaving the context without an error makes it final."""

        def write(self, text: str) -> None: ...
        def __enter__(self) -> Self: ...
        def __exit__(
            self,
            kind: type[BaseException] | None,
            error: BaseException | None,
            trace: TracebackType | None,
        ) -> None: ...


#: Temporary files of outputs that are being written, for a signal to remove.
unfinished: set[str] = set()


class Descriptor:
    """An open file descriptor, such as standard output.

    Raises OutputError when a write fails, BrokenPipeError when nobody reads any more.
    """

    def __init__(self, descriptor: int, name: str) -> None:
        self._descriptor = descriptor
        self._name = name

    def write(self, text: str) -> None:
        data = memoryview(text.encode("utf-8"))
        while data:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:
                import select

                select.select([], [self._descriptor], [])
            except BrokenPipeError:
                raise
            except OSError as error:
                raise OutputError(f"{self._name}: {error.strerror or error}") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None


class AtomicFile(Descriptor):
    """A file that gets its name only when all of it is on the disk.

    The text goes to a temporary file in the same folder, which is flushed to the disk and renamed
    at the end; after an error it is removed and an older file under the name stays as it was.
    """

    def __init__(self, path: str) -> None:
        self._path = os.path.realpath(path)  # a link goes on pointing to the file
        folder = os.path.dirname(self._path)
        import tempfile

        try:
            descriptor, self._temporary = tempfile.mkstemp(
                prefix=f".{os.path.basename(self._path)[:100]}.", suffix=".part", dir=folder
            )
        except OSError as error:
            raise OutputError(f"{path}: {error.strerror or error}") from None
        unfinished.add(self._temporary)
        super().__init__(descriptor, path)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                os.chmod(self._temporary, self._mode())
                os.fsync(self._descriptor)
                os.replace(self._temporary, self._path)
        except OSError as failure:
            raise OutputError(f"{self._name}: {failure.strerror or failure}") from None
        finally:
            os.close(self._descriptor)
            _remove(self._temporary)
            unfinished.discard(self._temporary)

    def _mode(self) -> int:
        """Return the mode of the file that is replaced, else what a new file gets."""
        try:
            return stat.S_IMODE(os.stat(self._path).st_mode)
        except OSError:
            mask = os.umask(0)
            os.umask(mask)
            return 0o666 & ~mask


def _remove(name: str) -> None:
    try:
        os.unlink(name)
    except FileNotFoundError:  # it has its final name already
        return


def open_output(path: str | None) -> Output:
    """Return where the text goes: standard output for None or ``-``, else the file ``path``.

    A path that exists and is not a regular file (a device, a pipe) is written directly.
    Raises OutputError when it cannot be opened.
    """
    if path is None or path == "-":
        try:
            os.fstat(1)
        except OSError as error:
            raise OutputError(f"standard output: {error.strerror}") from None
        return Descriptor(1, "standard output")
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return AtomicFile(path)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from None
    if stat.S_ISDIR(mode):
        raise OutputError(f"{path}: {os.strerror(errno.EISDIR)}")
    if stat.S_ISREG(mode):
        return AtomicFile(path)
    try:
        return Descriptor(os.open(path, os.O_WRONLY), path)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from None
