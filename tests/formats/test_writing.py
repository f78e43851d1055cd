"""Where the text goes: what cannot be opened is refused before anything is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.errors import OutputError
from cleaner.formats.writing import open_output


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("file/x", "Not a directory"),
        ("x" * 300, "File name too long"),
        ("folder", "Is a directory"),
    ],
)
def test_what_cannot_be_opened(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match=said):
        open_output(str(tmp_path / name))
