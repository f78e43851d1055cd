"""The output does not depend on the world around it; other Pythons are for the long run."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

from tests.properties.determinism import WORLDS, ask, inputs


def test_the_same_in_every_world(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, data in enumerate(islice(inputs(0), 0, None, 9)):
        (folder / f"{number:05}").write_bytes(data)
    worlds = ("hash seed 1", "C locale", "unbuffered, optimised")
    found = [ask(sys.executable, folder, WORLDS[name]) for name in worlds]
    assert len(found[0]) > 20
    assert found[0] == found[1] == found[2]
