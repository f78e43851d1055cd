"""What a batch writes: a mirror of the inputs or shards, the manifest, quarantine.

One file at a time is being written, as ``.zhclean/part``; it gets its name when it is whole. The
state (in the journal's checkpoint) says which file that is and how long it was after the last unit.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from cleaner.batch.job import SITES
from cleaner.batch.journal import FOLDER, Journal
from cleaner.errors import OutputError, SettingsError
from cleaner.formats.rows import as_json, as_json_bytes

MANIFEST, SUMMARY = "manifest.jsonl", "summary.json"
_MANIFEST_PART = "manifest.part"
#: Names of pages of HTML end so. They are written as text, under a name that says so.
HTML = (".html", ".htm", ".xhtml")


def lengths(output: Path, state: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Yield the length of each unfinished file, and what the checkpoint says of it."""
    yield _length(output / FOLDER / _MANIFEST_PART, output / MANIFEST), state.get("manifest", 0)
    if state.get("file") is not None:
        part = output / FOLDER / _part(state)
        yield _length(part, output / state["file"]), state["size"]


def _part(state: dict[str, Any]) -> str:
    """Return the name of the unfinished file. Each has its own: the next may have been begun."""
    return f"part-{state['number']}"


def _length(*paths: Path) -> int:
    """Return the length of the first of ``paths`` that is there."""
    return next((path.stat().st_size for path in paths if path.exists()), 0)


class Files:
    """The output of a batch. Raises OutputError when something cannot be written.

    ``names`` are those of all inputs.
    """

    def __init__(
        self,
        output: str,
        shape: str,
        shard_size: int,
        quarantine: str | None,
        names: Collection[str] = (),
    ) -> None:
        self._output = Path(output)
        self._folder = self._output / FOLDER
        self._shape = shape
        self._shard_size = shard_size
        self._quarantine = None if quarantine is None else Path(quarantine)
        self._names = names
        self._part: BinaryIO | None = None
        self._manifest: BinaryIO | None = None
        self._spent: list[Path] = []
        self.state: dict[str, Any] = {}

    def open(self, journal: Journal) -> None:
        """Go on where the checkpoint says: what was written beyond it is cut off."""
        self.state = {"file": None, "size": 0, "number": 0, "manifest": 0, **journal.state}
        journal.state = self.state
        manifest = self._folder / _MANIFEST_PART
        # What had got its name already, without the checkpoint knowing of it, loses it again.
        if not manifest.exists() and (self._output / MANIFEST).exists():
            os.replace(self._output / MANIFEST, manifest)
        self._manifest = _append(manifest, self.state["manifest"])
        part = self._folder / _part(self.state)
        for other in self._folder.glob("part-*"):
            if other != part or self.state["file"] is None:
                other.unlink()
        if self.state["file"] is not None:
            if not part.exists():
                os.replace(self._output / self.state["file"], part)
            self._part = _append(part, self.state["size"])

    def target(self, source: str, format_: str) -> str:
        """Return the name of the file that documents of ``source`` go to."""
        if self._shape != "mirror":
            return f"part-{self.state['number']:05d}.{self._shape}"
        end = ""
        if format_ == "warc":
            end = ".jsonl"
        elif format_ == "text" and source.lower().endswith(HTML):
            end = ".txt"
        name = source + end
        while end and name in self._names:  # crawl.warc beside crawl.warc.jsonl
            name += end
        head, slash, rest = name.lstrip("/").partition("/")
        return head + ".cleaned" * (head in (MANIFEST, SUMMARY, FOLDER, SITES)) + slash + rest

    def write(self, target: str, data: bytes, *, begins: bool) -> None:
        """Add to the file that is being written, or begin it."""
        if self._part is None or (begins and self._shape == "mirror"):
            self._abandon()
            self._part = _append(self._folder / _part(self.state), 0)
            self.state["file"], self.state["size"] = target, 0
        self._part.write(data)
        self.state["size"] += len(data)

    def end_part(self, *, ends: bool) -> bool:
        """Give the file its name if it is whole; return whether it did."""
        if self._part is None:
            return False
        if self._shape == "mirror":
            if not ends:
                return False
        elif self.state["size"] < self._shard_size:
            return False
        self._finish()
        return True

    def _finish(self) -> None:
        if self._part is None:
            return
        self._part.close()
        self._part = None
        target = self._output / self.state["file"]
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise SettingsError(f"{target.parent}: a file and a folder of one name") from None
        part = self._folder / _part(self.state)
        if self.state["file"].endswith(".parquet"):
            from cleaner.formats.parquet import write

            made = self._folder / "part.parquet"
            write(str(part), str(made))
            os.replace(made, target)
            self._spent.append(part)
        else:
            os.replace(part, target)
        self.state["file"], self.state["size"] = None, 0
        self.state["number"] += 1

    def forget(self) -> None:
        """Remove what is not needed any more, now that the checkpoint knows what became of it."""
        while self._spent:
            self._spent.pop().unlink(missing_ok=True)

    def _abandon(self) -> None:
        if self._part is not None:
            self._part.close()
            self._part = None

    def enter(self, entry: str, **more: Any) -> None:
        """Add a line to the manifest."""
        self._log().write(entry.encode() + b", " + as_json_bytes(more)[1:] + b"\n")

    def flush(self) -> None:
        """Hand all that was written to the system, so that the checkpoint may speak of it."""
        if self._part is not None:
            self._part.flush()
        self._log().flush()
        self.state["manifest"] = self._log().tell()

    def _log(self) -> BinaryIO:
        if self._manifest is None:
            raise OutputError("not open")
        return self._manifest

    def set_aside(self, name: str, data: bytes) -> None:
        """Copy a document to quarantine, under a name that tells where it was."""
        if self._quarantine is None:
            return
        name = name.replace("\0", "").lstrip("/")
        parts = [part[-200:] for part in name.split("/") if part not in ("", ".", "..")]
        path = self._quarantine.joinpath(*parts)
        temporary = path.with_name(f".{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(data)
            temporary.replace(path)
        except OSError as error:
            raise OutputError(f"{path}: {error.strerror or error}") from None

    def close(self) -> None:
        """Close without finishing."""
        self._abandon()
        if self._manifest is not None:
            self._manifest.close()
            self._manifest = None

    def finish(self, summary: dict[str, Any]) -> None:
        """Give the last shard, the manifest and the summary their names."""
        self._finish()
        self._log().flush()
        os.fsync(self._log().fileno())
        self.close()
        made = self._folder / SUMMARY
        made.write_text(as_json(summary) + "\n", "utf-8")
        os.replace(made, self._output / SUMMARY)
        os.replace(self._folder / _MANIFEST_PART, self._output / MANIFEST)


def _append(path: Path, size: int) -> BinaryIO:
    """Open a file for adding to its first ``size`` bytes."""
    file = open(path, "ab")  # noqa: SIM115 - open as long as it is written
    file.truncate(size)
    return file
