"""The edits of a document as JSON, and carrying them out again, for ``--plan`` and ``--replay``.

A plan says what cleaning does to one text, so that it can be read, kept beside the data, reviewed,
changed by hand, and carried out later by any program: spans of the decoded original, in code
points, with what replaces them. Replaying needs no dictionaries and gives the same bytes whatever
version of this package replays it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from cleaner.core import Cleaner, Result
from cleaner.errors import CleanerError, SettingsError
from cleaner.ledger import Edit, apply
from cleaner.settings import Settings

VERSION = 1


class PlanError(CleanerError, ValueError):
    """A plan that cannot be read, or that is not one for the text at hand."""


def plan(name: str, result: Result) -> dict[str, Any]:
    """Return the plan of a recorded ``result``.

    Fields: ``plan`` (version of the form), ``file``, ``encoding`` (what decodes the bytes, null for
    text), ``sha256`` and ``characters`` of the decoded original, and ``edits``, each ``[start, end,
    after, rules]`` with the names of the rules separated by spaces; ascending, not overlapping.
    """
    assert result.source is not None  # noqa: S101 - recorded
    return {
        "plan": VERSION,
        "file": name,
        "encoding": result.encoding.codec if result.encoding else None,
        "sha256": digest(result.source),
        "characters": len(result.source),
        "edits": [
            [change.start, change.end, change.after, " ".join(change.rules)]
            for change in result.edits
        ],
    }


def digest(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def replay(made: Mapping[str, Any], source: str) -> str:
    """Carry out a plan on the decoded original and return the output.

    Raises PlanError if the plan is for another text, or its edits are none.
    """
    if made["sha256"] != digest(source):
        raise PlanError("the plan is for another text")
    edits = []
    done = 0
    for entry in made["edits"]:
        try:
            start, end, after, rules = entry
            if not (done <= start <= end <= len(source) and isinstance(after, str)):
                raise ValueError
        except (TypeError, ValueError):
            raise PlanError(f"no edit that can be carried out: {entry!r}") from None
        edits.append(Edit(start, end, after, str(rules)))
        done = end
    return apply(source, edits)


def read(lines: Iterable[str], name: str) -> dict[str, dict[str, Any]]:
    """Return the plans of a file by the digest of the text that each is for.

    ``name`` is that of the file. Raises PlanError for a line that is no plan.
    """
    plans = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            made = json.loads(line)
            if made["plan"] != VERSION:
                raise PlanError(f"{name}, line {number}: a plan of version {made['plan']!r}")
            plans[str(made["sha256"])] = made
            list(made["edits"])
        except (ValueError, TypeError, KeyError):
            raise PlanError(f"{name}, line {number}: not a plan") from None
    return plans


class Replayer:
    """Carries out the plans of a file on the documents that they are for."""

    def __init__(self, path: str, settings: Settings) -> None:
        """Read the file ``path``. Raises SettingsError when it cannot be read or is none of plans.

        ``settings`` say how documents are decoded, nothing else.
        """
        try:
            with open(path, encoding="utf-8") as file:
                self._plans = read(file, path)
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or error
            raise SettingsError(f"--replay: {path}: {reason}") from None
        except PlanError as error:
            raise SettingsError(f"--replay: {error}") from None
        self._decoder = Cleaner(settings, only=("decode",), skip=())

    def process(
        self,
        data: str | bytes,
        *,
        record: bool = False,
        metadata: bool = False,  # noqa: ARG002 - as Cleaner has it
    ) -> Result:
        """Return what the plan for ``data`` makes of it; nothing is recorded, no ``metadata`` read.

        Raises PlanError if there is no plan for the text.
        """
        if record:
            raise ValueError("a plan is carried out, not recorded")
        found = self._decoder.process(data, record=True)
        assert found.source is not None  # noqa: S101 - recorded
        made = self._plans.get(digest(found.source))
        if made is None:
            raise PlanError("no plan for this text")
        text = replay(made, found.source)
        return Result(text=text, encoding=found.encoding, warnings=found.warnings)
