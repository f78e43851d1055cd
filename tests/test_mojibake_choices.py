"""Characters that bytes may make of which some were lost."""

from __future__ import annotations

import pytest

from cleaner.mojibake.choices import choices
from cleaner.mojibake.places import places as lost_places
from cleaner.mojibake.readings import Step


@pytest.mark.parametrize("read_as", ["euc-kr", "big5"])
def test_lost_bytes_around_a_digit_are_not_tried_in_all_ways(read_as: str) -> None:
    """Two million ways to read four bytes of which three were lost: seconds for a short line."""
    step = Step("gb18030", read_as)
    lost, digit = lost_places("\ufffd1", step, b" ")[0]
    assert choices([lost, digit, lost, lost], step, 0, drops=b"") == choices(
        [lost, digit], step, 0, drops=b""
    )
    assert choices([lost, digit, lost, digit], step, 0, drops=b"")
