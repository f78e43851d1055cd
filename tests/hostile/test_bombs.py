"""Small files that unpack into large ones: memory stays what it is, or the row is refused.

The limit on addresses is far below what the unpacked file has.
"""

from __future__ import annotations

import gzip
import lzma
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

MB = 1 << 20
SIZE = 160 * MB
ADDRESSES = 400 * MB

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits addresses")


def run(folder: Path, name: str) -> subprocess.CompletedProcess[str]:
    """Clean the file ``name`` as a batch that may have few addresses."""
    return subprocess.run(
        [sys.executable, "-m", "cleaner", "--only", "decode", "-o", "out/", "-j", "1", name],
        cwd=folder,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES)),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize("name", ["bomb.gz", "bomb.xz", "bomb.zip"])
def test_a_bomb_is_unpacked_in_pieces(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    part = b"0" * MB
    if name.endswith("zip"):
        with (
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
            archive.open("bomb", "w") as file,
        ):
            for _ in range(SIZE // MB):
                file.write(part)
    else:
        with (
            gzip.open(path, "wb", compresslevel=1)
            if name.endswith("gz")
            else lzma.open(path, "wb", preset=0)
        ) as file:
            for _ in range(SIZE // MB):
                file.write(part)
    assert path.stat().st_size < MB
    done = run(tmp_path, name)
    assert done.returncode == 0, done.stderr
    written = sum(
        found.stat().st_size
        for found in (tmp_path / "out").rglob("*")
        if found.is_file() and found.suffix not in (".json", ".jsonl")
    )
    assert written >= SIZE


def test_a_row_without_an_end_is_refused_and_the_next_one_cleaned(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "rows.jsonl.gz", "wb", compresslevel=1) as file:
        file.write(b'{"text": "')
        for _ in range(SIZE // MB):
            file.write(b"0" * MB)
        file.write('"}\n{"text": "書"}\n'.encode())
    done = run(tmp_path, "rows.jsonl.gz")
    assert done.returncode == 1
    assert "rows.jsonl#1: a line of more than" in done.stderr
    assert "Traceback" not in done.stderr
    assert "書" in (tmp_path / "out" / "rows.jsonl").read_text("utf-8")
