"""How far a batch is, on the disk, so that it can go on after any end.

The folder ``.zhclean`` below the output holds, while a batch is running, the fingerprint of the
plan, one checkpoint, which is replaced whole after each unit, the file that is being written, and
units that are done and not written yet. After a kill nothing that was noted is lost: what was
written beyond the checkpoint is cut off and done again. After a power failure the disk may have the
checkpoint without what it speaks of; then the last one counts before which all was flushed.
"""

from __future__ import annotations

import json
import os
import pickle
import shutil
import stat
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cleaner.errors import CleanerError, SettingsError

FOLDER = ".zhclean"
# Seconds between two flushes of everything to the disk. One costs 10 to 100 ms.
FLUSH = 10.0


class Journal:
    """The folder of a run. ``state`` is what the checkpoint says; see :class:`.files.Files`.

    ``work`` is the name of the work whose units are put aside.
    """

    def __init__(self, output: str, work: str = "unit") -> None:
        self._work = work
        self.folder: Path = Path(output, FOLDER)
        self.state: dict[str, Any] = {"unit": 0}
        self._flushed = time.monotonic()

    @property
    def unfinished(self) -> bool:
        """Whether a run was begun here and not finished."""
        return (self.folder / "plan.json").exists()

    def begin(self, fingerprint: Mapping[str, str]) -> None:
        """Note a new run."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True, mode=0o700)
        self._replace("checkpoint.json", self.state)
        self._replace("plan.json", dict(fingerprint))

    def resume(self, fingerprint: Mapping[str, str], *, force: bool) -> None:
        """Read how far the run was.

        Raises SettingsError when settings, inputs or dictionaries are not what they were, unless
        ``force``; CleanerError when the folder belongs to somebody else.
        """
        status = self.folder.stat()
        if hasattr(os, "geteuid") and (
            status.st_uid != os.geteuid() or stat.S_IMODE(status.st_mode) & 0o022
        ):
            raise CleanerError(f"{self.folder}: others can write here, so it is not to be trusted")
        before = json.loads((self.folder / "plan.json").read_text("utf-8"))
        changed = [name for name in fingerprint if before.get(name) != fingerprint[name]]
        if changed and not force:
            raise SettingsError(
                f"--resume: {' and '.join(changed)} changed since the run began"
                " (--force goes on all the same; without --resume it begins anew)"
            )
        self._replace("plan.json", dict(fingerprint))
        for name in ("checkpoint.json", "flushed.json"):
            path = self.folder / name
            if path.exists():
                self.state = json.loads(path.read_text("utf-8"))
                if self._holds():
                    return
        raise CleanerError(f"{self.folder}: damaged; begin anew with --force")

    def _holds(self) -> bool:
        """Whether the files are as long as the checkpoint says."""
        from cleaner.batch.files import lengths

        return all(length >= size for length, size in lengths(self.folder.parent, self.state))

    def note(self, *, flush: bool = False) -> None:
        """Write the checkpoint: all that it speaks of has been written."""
        self._replace("checkpoint.json", self.state)
        if flush or time.monotonic() - self._flushed > FLUSH:
            if hasattr(os, "sync"):
                os.sync()
            self._replace("flushed.json", self.state)
            self._flushed = time.monotonic()

    def keep(self, number: int, done: Any) -> None:
        """Put aside what a worker made of a unit."""
        self._write(self._name(number), pickle.dumps(done))

    def has(self, number: int) -> bool:
        """Whether a unit was done and put aside, in this run or before it was interrupted."""
        return (self.folder / self._name(number)).exists()

    def kept(self, number: int) -> Any:
        """Return what was put aside."""
        data = (self.folder / self._name(number)).read_bytes()
        return pickle.loads(data)  # noqa: S301 - resume() has seen whose folder it is

    def drop(self, number: int) -> None:
        """Forget a unit that was put aside, now that it is written."""
        (self.folder / self._name(number)).unlink(missing_ok=True)

    def _name(self, number: int) -> str:
        return f"{self._work}-{number}"

    def finish(self) -> None:
        """Remove the folder: the run is done."""
        (self.folder / "plan.json").unlink()
        shutil.rmtree(self.folder)

    def _replace(self, name: str, value: Mapping[str, Any]) -> None:
        self._write(name, json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def _write(self, name: str, data: bytes) -> None:
        temporary = self.folder / f"{name}.part"
        temporary.write_bytes(data)
        temporary.replace(self.folder / name)
