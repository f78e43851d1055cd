"""What is fuzzed, and what must hold: each target takes bytes and raises when a promise is broken.

The same targets serve the short run in the tests (random and mutated bytes, no instrumentation) and
the long run of ``python -m tests.fuzz`` (atheris, guided by coverage).
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from cleaner import Cleaner
from cleaner.dictionaries import read
from cleaner.document import Document
from cleaner.errors import CleanerError
from cleaner.pipeline import FILTERS, Filter
from cleaner.settings import Settings

Target = Callable[[bytes], None]

#: Encodings with readers of their own or with many bytes to a character.
CODECS = (
    "utf-8 utf-16 utf-16-le utf-32 gb18030 gbk big5 big5-hkscs euc-tw hz iso-2022-cn euc-jp "
    "shift_jis iso-2022-jp euc-kr windows-1252"
).split()
_FILTERS = {stage.name: stage for stage in FILTERS}
_TEXT_FILTERS = ("markup", "repair", "convert", "normalise", "chrome", "segment")


@cache
def _cleaner(segment: bool) -> Cleaner:
    return Cleaner(segment=segment)


@cache
def _settings(codec: str | None = None) -> Settings:
    return Settings(from_encoding=codec)


def _text(data: bytes) -> str:
    """Return text that holds every character, lone surrogates too."""
    return data.decode("utf-8", "surrogatepass" if data[:1] < b"\x10" else "replace")


def whole(data: bytes) -> None:
    """Any bytes give valid UTF-8, recorded or not; the ledger leads there and back."""
    once = _cleaner(False).clean(data)
    once.encode("utf-8")
    result = _cleaner(False).process(data)
    assert result.text == once, "recorded and unrecorded differ"
    assert result.ledger is not None and result.source is not None
    assert result.ledger.replay(result.source) == once, "replay"
    assert result.ledger.revert(once) == result.source, "revert"


def segmented(data: bytes) -> None:
    """The same with a space between words."""
    result = _cleaner(True).process(data)
    result.text.encode("utf-8")
    assert result.text == _cleaner(True).clean(data), "recorded and unrecorded differ"
    assert result.ledger is not None and result.source is not None
    assert result.ledger.replay(result.source) == result.text, "replay"


def decoders(data: bytes) -> None:
    """Each decoder takes any bytes; the first byte chooses."""
    codec = CODECS[data[0] % len(CODECS)] if data else CODECS[0]
    document = _FILTERS["decode"](Document(data=data[1:]), _settings(codec))
    assert document.encoding is not None
    document.text.encode("utf-8", "surrogatepass")


def _stage(stage: Filter) -> Target:
    def run(data: bytes) -> None:
        try:
            text = _text(data)
        except UnicodeDecodeError:
            return
        settings = _settings()
        plain = stage(Document(text=text), settings)
        recorded = stage(Document(text=text).record(), settings)
        assert plain.text == recorded.text, "recorded and unrecorded differ"
        assert recorded.ledger is not None
        assert recorded.ledger.replay(text) == plain.text, "replay"
        assert recorded.ledger.revert(plain.text) == text, "revert"

    return run


def html(data: bytes) -> None:
    """A page with these bytes in its body goes through markup as any other text."""
    _stage(_FILTERS["markup"])(b"<html><body><p>" + data)


@cache
def _folder() -> Path:
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    return Path(
        tempfile.mkdtemp(prefix="zhclean-fuzz-", dir=memory if os.access(memory, os.W_OK) else None)
    )


def dictionaries(data: bytes) -> None:
    """A dictionary is read, or refused with file and line."""
    path = _folder() / f"{os.getpid()}.tsv"
    path.write_bytes(data)
    for columns in (1, 2, 4):
        try:
            rows = list(read(path, columns))
        except CleanerError as error:
            assert str(path) in str(error)
            assert "\n" not in str(error).replace(str(path), "")
        else:
            assert all(len(row) == columns and row[0] for row in rows)


def settings(data: bytes) -> None:
    """A settings file is read, or refused in one line that names it."""
    path = _folder() / "zhclean.toml"
    path.write_bytes(data)
    try:
        Settings.read(path)
    except CleanerError as error:
        assert str(path) in str(error)


TARGETS: dict[str, Target] = {
    "whole": whole,
    "segmented": segmented,
    "decoders": decoders,
    "html": html,
    "dictionaries": dictionaries,
    "settings": settings,
    **{name: _stage(_FILTERS[name]) for name in _TEXT_FILTERS},
}
