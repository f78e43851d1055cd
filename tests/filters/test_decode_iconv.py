"""Our readers of encodings, all characters of each, against those of the C library (iconv)."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from cleaner import Cleaner

pytestmark = pytest.mark.skipif(
    shutil.which("iconv") is None or sys.platform != "linux", reason="needs glibc's iconv"
)
PAIRS = [bytes([lead, trail]) for lead in range(0xA1, 0xFF) for trail in range(0xA1, 0xFF)]
#: Signs of EUC-TW whose twin in Unicode was chosen otherwise, by the standard of Big5.
SIGNS = {"・": "‧", "‾": "¯", "∼": "～", "♁": "⊕", "☉": "⊙"}
#: The last character of plane 2.
LAST = bytes.fromhex("8ea2f2c4")
# Planes from 2 on hold nothing but Han: beyond their ends glibc reads what lies beside its tables.
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")


def by_iconv(codes: list[bytes], codec: str) -> list[str]:
    """Return what iconv makes of each code, "" for what it does not know."""
    command = ["iconv", "-c", "-f", codec, "-t", "utf-8"]
    done = subprocess.run(command, input=b"\n".join(codes), capture_output=True, check=False)
    return done.stdout.decode().split("\n")


@pytest.mark.parametrize("plane", [1, 2, 3, 4, 5, 6, 7, 15])
def test_characters_of_taiwan(plane: int) -> None:
    lead = bytes([0x8E, 0xA0 + plane])
    codes = PAIRS if plane == 1 else [lead + pair for pair in PAIRS]
    cleaner = Cleaner(only=("decode",), segment=False, from_encoding="euc-tw")
    ours = cleaner.clean(b"\n".join(codes)).split("\n")
    theirs = by_iconv(codes, "EUC-TW")
    assert len(ours) == len(theirs) == len(codes)
    known = 0
    for code, mine, yours in zip(codes, ours, theirs, strict=True):
        if yours and (plane == 1 or _HAN.match(yours)) and not (plane == 2 and code > LAST):
            known += 1
            assert mine == SIGNS.get(yours, yours), code.hex()
    assert known > 1000
