"""The plan: which inputs there are, in which order, and a fingerprint of all that counts."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, cast

from cleaner._version import __version__
from cleaner.batch.files import HTML
from cleaner.batch.job import Job
from cleaner.errors import CleanerError, EngineError, SettingsError
from cleaner.formats.compressed import SUFFIXES
from cleaner.named import NamedTuple
from cleaner.settings import Settings


class Source(NamedTuple):
    """An input: where it is, its name below the output, its size in bytes, when it was changed."""

    path: str
    name: str
    size: int
    changed: int


class Plan(NamedTuple):
    """All inputs in order.

    ``missing`` are those that were named or found and cannot be read, ``left_out`` what is in
    folders and is no input; each with the reason.
    """

    sources: list[Source]
    missing: list[tuple[str, str]]
    left_out: list[tuple[str, str]]

    @property
    def size(self) -> int:
        """Bytes of all inputs."""
        return sum(source.size for source in self.sources)


def make(job: Job) -> Plan:
    """Find the inputs of ``job``: files as they are named, what is in folders sorted by name.

    Hidden files and the folder that is written are left out. Raises SettingsError when two inputs
    would be written to the same file, or one over itself.
    """
    plan = Plan([], [], [])
    for path in job.inputs:
        try:
            found = list(_remote(path) if "://" in path else _local(path, job, plan))
        except OSError as error:
            plan.missing.append((path, error.strerror or str(error)))
            continue
        plan.sources.extend(found)
    names: dict[str, str] = {}
    for source in plan.sources:
        other = names.setdefault(source.name, source.path)
        if other is not source.path:
            raise SettingsError(
                f"{source.path} and {other} would both become {source.name}: "
                "name a folder that holds both"
            )
    return plan


def open_source(source: Source) -> BinaryIO:
    """Open an input for reading bytes."""
    if "://" in source.path:
        return cast(BinaryIO, _fsspec().open(source.path, "rb").open())
    return open(source.path, "rb")


def fingerprint(job: Job, plan: Plan) -> dict[str, str]:
    """Return digests of what the output depends on: the inputs, the settings, the dictionaries."""
    asked: dict[str, Iterable[Any]] = {
        "settings": [sorted(job.settings.__getstate__().items())],
        "form": [job.shape, job.format, job.fields, job.shard_size, job.counts],
        "exclusions": [job.exclusions, job.site_chrome],
        "inputs": plan.sources,
        "dictionaries": _dictionaries(job.settings),
        "version": [__version__],
    }
    return {name: _digest(items) for name, items in asked.items()}


def _digest(items: Iterable[Any]) -> str:
    digest = hashlib.sha256()
    for item in items:
        digest.update(repr(item).encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()


def _dictionaries(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield name and digest of every file that settings name, and of the shipped dictionaries."""
    from cleaner.dictionaries import root

    stop = (settings.stop_words,) if settings.stop_words else ()
    for place in (str(root()), *settings.dictionary, *settings.words, *stop):
        for path in _walk(place, ()) if os.path.isdir(place) else (place,):
            if os.path.isfile(path):  # "default" is the name of a shipped list
                with open(path, "rb") as file:
                    yield os.path.relpath(path, place), hashlib.sha256(file.read()).hexdigest()


def _local(path: str, job: Job, plan: Plan) -> Iterator[Source]:
    status = os.stat(path)
    _check_apart(path, job, folder=stat.S_ISDIR(status.st_mode))
    if not stat.S_ISDIR(status.st_mode):
        yield Source(path, os.path.basename(path), status.st_size, status.st_mtime_ns)
        return
    avoid = (os.path.realpath(job.output), os.path.realpath(job.quarantine or job.output))
    for name in _walk(path, avoid, plan) if job.recursive else _direct(path, plan):
        try:
            status = os.stat(name)
        except OSError as error:  # a link to nowhere
            plan.missing.append((name, error.strerror or str(error)))
            continue
        relative = os.path.relpath(name, path)
        yield Source(name, relative, status.st_size, status.st_mtime_ns)


def _check_apart(path: str, job: Job, *, folder: bool) -> None:
    """Raise SettingsError when what is made of an input would be written over it."""
    place = path if folder else os.path.dirname(path) or "."
    if os.path.realpath(place) != os.path.realpath(job.output):
        return
    if folder:
        raise SettingsError(f"{path}: input and output are the same folder")
    other = path.lower().endswith((*HTML, *SUFFIXES, ".warc"))
    if job.shape == "mirror" and not other:
        raise SettingsError(f"{path}: would be written over itself (-o DIR/ is its folder)")


def _walk(folder: str, avoid: tuple[str, ...], plan: Plan | None = None) -> Iterator[str]:
    plan = plan or Plan([], [], [])

    def failed(error: OSError) -> None:
        plan.missing.append((str(error.filename), error.strerror or str(error)))

    for here, folders, files in os.walk(folder, onerror=failed):
        seen = sorted(name for name in folders if name[0] != ".")
        folders.clear()
        for name in seen:
            path = os.path.join(here, name)
            if os.path.islink(path):
                plan.left_out.append((path, "a link to a folder, left out (name it to read it)"))
            elif os.path.realpath(path) not in avoid:
                folders.append(name)
        for name in sorted(files):
            path = os.path.join(here, name)
            if name[0] != "." and _is_input(path, plan):
                yield path


def _direct(folder: str, plan: Plan) -> Iterator[str]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name[0] == ".":
            continue
        if entry.is_dir():
            plan.left_out.append((entry.path, "a folder, left out (-r reads it)"))
        elif _is_input(entry.path, plan):
            yield entry.path


def _is_input(path: str, plan: Plan) -> bool:
    """Whether something in a folder is a file, or would be one if its link led anywhere."""
    if os.path.isfile(path) or (os.path.islink(path) and not os.path.exists(path)):
        return True
    plan.left_out.append((path, "no file, left out (name it to read it)"))
    return False


def _fsspec() -> Any:
    try:
        import fsspec
    except ImportError:
        raise EngineError("remote paths need a package: pip install 'zhclean[remote]'") from None
    return fsspec


def _remote(path: str) -> Iterator[Source]:
    """Find what is at a URL that fsspec knows: a file, a folder, or a pattern with stars."""
    try:
        files, root = _fsspec().core.url_to_fs(path)
    except (ImportError, ValueError) as error:
        raise SettingsError(f"{path}: {error}") from None
    if "*" in root:
        found = sorted(files.glob(root))
        base = root.split("*")[0].rpartition("/")[0]
    else:
        found = sorted(files.find(root))
        base = root if files.isdir(root) else root.rpartition("/")[0]
    if not found:
        raise FileNotFoundError(2, "nothing there")
    for name in found:
        info = files.info(name)
        relative = name.removeprefix(base).lstrip("/")
        stamp = str(info.get("mtime") or info.get("ETag") or info.get("created") or "")
        changed = int.from_bytes(hashlib.sha256(stamp.encode()).digest()[:6])
        yield Source(files.unstrip_protocol(name), relative, int(info.get("size") or 0), changed)


def reading_errors() -> tuple[type[BaseException], ...]:
    """Return what reading a damaged or absent input can raise."""
    import lzma
    import zlib

    kinds: list[type[BaseException]] = [OSError, EOFError, ValueError, zlib.error, lzma.LZMAError]
    kinds.append(CleanerError)
    try:
        import zstandard
    except ImportError:
        pass
    else:
        kinds.append(zstandard.ZstdError)
    return tuple(kinds)
