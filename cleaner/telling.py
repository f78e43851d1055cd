"""What is said of a document on standard error: its warnings, its faults, what was done to it."""

from __future__ import annotations

import json

from cleaner.messages import printable, say, say_plainly

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleaner.core import Result
    from cleaner.document import BadBytes
    from cleaner.request import Request


def tell(request: Request, program: str, name: str, result: Result, base: int = 0) -> None:
    """Say what is to be said of a document, at byte ``base`` of the input called ``name``."""
    encoding = result.encoding
    if encoding and encoding.faults and request.settings.errors == "report":
        report(name, encoding.name, encoding.faults, base)
    elif request.verbosity >= 0:
        piece = f"in the piece from byte {base}: " if base else ""
        for warning in result.warnings:
            say(program, f"{printable(name)}: {piece}{warning}")
    if request.verbosity > 0:
        say(program, f"{printable(name)}: {_account(result)}")


def report(name: str, encoding: str, faults: Iterable[BadBytes], base: int = 0) -> None:
    """Write each of the undecodable bytes to standard error as a line of JSON."""
    for fault in faults:
        record = {
            "file": name,
            "offset": base + fault.offset,
            "bytes": fault.data.hex(),
            "encoding": encoding,
        }
        say_plainly(json.dumps(record, ensure_ascii=False))


def _account(result: Result) -> str:
    """Return a line that says what was found in a document and done to it."""
    found = [f"encoding {result.encoding}"] if result.encoding else []
    if result.variant:
        found.append(f"variant {result.variant}")
    if result.ledger is not None:
        found += [f"{rule} {count}" for rule, count in result.ledger.counts().items()]
    found.append(f"{len(result.source or '')} → {len(result.text)} characters")
    return ", ".join(found)
