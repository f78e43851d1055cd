"""The short run of the fuzz targets: the corpus, bytes of hypothesis, and what broke them once."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import blind
from tests.fuzz.targets import TARGETS
from tests.properties.strategies import pages

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())
EXAMPLES = int(os.environ.get("ZHCLEAN_EXAMPLES", "60"))

PIECES = st.one_of(
    st.binary(max_size=40),
    st.sampled_from([path.read_bytes() for path in CORPUS]),
    pages().map(lambda text: text.encode("utf-8", "surrogatepass")[:200]),
)


@pytest.mark.parametrize("name", TARGETS)
class TestTargets:
    @given(pieces=st.lists(PIECES, max_size=4))
    @settings(max_examples=EXAMPLES)
    def test_any_bytes(self, name: str, pieces: list[bytes]) -> None:
        TARGETS[name](b"".join(pieces))

    def test_the_corpus_with_bytes_changed(self, name: str) -> None:
        pick = random.Random(1)
        for path in CORPUS:
            data = bytearray(path.read_bytes())
            for _ in range(4):
                TARGETS[name](bytes(data))
                at = pick.randrange(len(data))
                data[at : at + pick.randrange(3)] = pick.randbytes(pick.randrange(3))


# Each broke a target once.
MENDED = (
    "<html><body><div\u3000\xe3>我们<br>看著</div>".encode(),  # no tag in what was left of it
    b'<html><body><div ["mse\nskip = ["markup"]\narku>\xe6\x88\x91\xe4\xbb\xac<br></div>',
)


@pytest.mark.parametrize("name", ("whole", "markup", "html"))
@pytest.mark.parametrize("data", MENDED)
def test_what_broke_them_once(name: str, data: bytes) -> None:
    TARGETS[name](data)


def test_blind_runs_are_counted_and_tell_what_broke() -> None:
    seen: list[bytes] = []
    assert blind.run(seen.append, [b"abc"], runs=50, seconds=60, length=8, seed=1) == (50, None)
    assert max(map(len, seen)) <= 8
    assert len(set(seen)) > 30

    def breaks(data: bytes) -> None:
        assert b"aa" not in data

    done, crash = blind.run(breaks, [b"abc"], runs=10_000, seconds=60, length=8, seed=1)
    assert done < 10_000
    assert crash is not None
    assert b"aa" in crash
    assert blind.run(breaks, [b"abc"], runs=-1, seconds=0, length=8, seed=1) == (0, None)
