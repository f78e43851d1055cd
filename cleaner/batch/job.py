"""What a batch is asked to do."""

from __future__ import annotations

from cleaner.formats.rows import Fields
from cleaner.frozen import Frozen
from cleaner.settings import MEGABYTE, Settings

DEDUPS = ("exact", "near")
#: Documents above this many bytes are cleaned in pieces: cleaning takes some 25 bytes a byte, and
#: each worker is to stay below 300 MB.
PIECE = 4 * MEGABYTE
#: Bytes after which a shard is full.
SHARD_SIZE = 256 * MEGABYTE
#: The folder of the output that has what was learnt of each site.
SITES = "site-chrome"


class Exclusions(Frozen):
    """Documents to leave out. Each is off by default.

    ``min_length``: fewer characters of cleaned text, spaces not counted; ``min_han``: a smaller
    share of Han among them; ``language``: only text in Chinese (``zh``); ``dedup``: text that was
    there before, ``exact`` or ``near`` (estimated Jaccard similarity of five-character shingles of
    0.8 or more).
    """

    min_length: int = 0
    min_han: float = 0.0
    language: str | None = None
    dedup: str | None = None


class Job(Frozen):
    """A batch: where from, where to, and how.

    ``shape``: ``mirror`` writes a file for each input in its own form, ``jsonl`` and ``parquet``
    write shards of about ``shard_size`` bytes. ``counts`` records edits by rule in the manifest.
    ``quarantine`` names a folder for copies of what was left out or failed. ``site_chrome`` learns
    the furniture of each site first, in a pass of its own.
    """

    inputs: tuple[str, ...]
    output: str
    settings: Settings
    shape: str = "mirror"
    format: str | None = None
    fields: Fields = Fields()
    jobs: int = 1
    recursive: bool = False
    shard_size: int = SHARD_SIZE
    counts: bool = False
    exclusions: Exclusions = Exclusions()
    quarantine: str | None = None
    resume: bool = False
    force: bool = False
    verbosity: int = 0
    site_chrome: bool = False
