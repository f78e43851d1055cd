"""Detection against uchardet (Mozilla's detector, as a command) and chardet.

Names do not matter: what counts is whether the bytes, read so, are the text that they were made of.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from cleaner import Cleaner
from tests.differential.common import Difference, MissingError

CODECS = ("utf-8", "gb18030", "gb2312", "big5", "big5hkscs", "utf-16", "utf-16-le", "hz", "cp932")
#: Characters of a text that are looked at: short ones are what detectors guess at.
LENGTHS = (12, 40, 200, 2000)
# What the others call encodings that Python calls otherwise.
_NAMES = {"HZ-GB-2312": "hz", "ISO-8859-8-I": "iso8859-8", "EUC-TW": "", "VISCII": "", "MAC-": ""}


def samples(texts: Sequence[str]) -> Iterator[tuple[str, str, bytes]]:
    """Yield text, codec and bytes: beginnings of each text that the codec can write."""
    for text in texts:
        for length in LENGTHS:
            part = text[:length]
            for codec in CODECS:
                try:
                    data = part.encode(codec)
                    if data.decode(codec) == part:
                        yield part, codec, data
                except UnicodeError:
                    continue


def by_uchardet(samples: Sequence[bytes]) -> list[str]:
    """Return what uchardet calls each encoding. Raises MissingError where there is none."""
    command = os.environ.get("UCHARDET") or shutil.which("uchardet")
    if command is None:
        raise MissingError("uchardet is not installed (nor named by UCHARDET)")
    with tempfile.TemporaryDirectory() as name:
        paths = [str(Path(name) / f"{number:06}") for number in range(len(samples))]
        for path, data in zip(paths, samples, strict=True):
            Path(path).write_bytes(data)
        found: list[str] = []
        for at in range(0, len(paths), 500):
            done = subprocess.run(
                [command, *paths[at : at + 500]], capture_output=True, text=True, check=True
            )
            found += [line.rsplit(": ", 1)[1] for line in done.stdout.splitlines()]
    return found


def by_chardet(samples: Sequence[bytes]) -> list[str]:
    """Return what chardet calls each encoding."""
    import chardet

    return [chardet.detect(data)["encoding"] or "" for data in samples]


def _read(data: bytes, name: str) -> str | None:
    """Return ``data`` read in the encoding called ``name``, None where that cannot be."""
    try:
        return data.decode(_NAMES.get(name, name))
    except (LookupError, UnicodeError):
        return None


def kind(text: str, codec: str, ours: str | None, theirs: str | None) -> str:
    """Return which of two readings of ``text`` is right."""
    if ours == text:
        return "ours is the text"
    if theirs == text:
        return "unknown"
    return "neither is the text"


def differences(texts: Sequence[str], *, own: bool) -> tuple[int, Iterator[Difference]]:
    """Return how many samples are compared, and each that is read otherwise by another detector."""
    found = list(samples(texts))
    return len(found), _differences(found)


def _differences(found: Sequence[tuple[str, str, bytes]]) -> Iterator[Difference]:
    every = [data for _, _, data in found]
    cleaner = Cleaner(only=("decode",), segment=False)
    results = [cleaner.process(data) for data in every]
    for tool, names in (("uchardet", by_uchardet(every)), ("chardet", by_chardet(every))):
        for (text, codec, data), result, name in zip(found, results, names, strict=True):
            theirs = _read(data, name)
            if result.source != theirs:
                reason = kind(text, codec, result.source, theirs)
                if not reason.startswith(("unknown", "known")):
                    reason = f"{tool}: {reason}"
                yield Difference(
                    f"{codec}, {len(data)} bytes, {text[:12]!r}:",
                    str(result.encoding),
                    f"{tool} {name}",
                    reason,
                )
