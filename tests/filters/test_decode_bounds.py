"""Where the decisions of detection turn: one on either side of each bound."""

from __future__ import annotations

import pytest

from cleaner.filters.decode import decoders, detect
from cleaner.filters.decode.detect import HEAD, confidence, is_binary


@pytest.mark.parametrize(("whole", "found"), [("字", False), ("字符", True)])
def test_two_whole_characters_are_no_accident(whole: str, found: bool) -> None:
    assert detect._is_cut_utf8("中".encode()[1:] + whole.encode()) is found
    assert detect._is_cut_utf8(whole.encode() + "中".encode()[:2]) is found


@pytest.mark.parametrize(("left", "found"), [(3, True), (4, False)])
def test_a_cut_leaves_three_bytes_of_a_character_at_most(left: int, found: bool) -> None:
    assert detect._is_cut_utf8(b"\x9f" * left + "字符集".encode()) is found


def test_what_is_wrong_before_the_end_is_no_cut() -> None:
    assert not detect._is_cut_utf8("字符".encode() + b"\xff" + "字符".encode())


@pytest.mark.parametrize(("controls", "found"), [(10, False), (11, True)])
def test_binary_data_has_more_than_a_tenth_of_control_characters(
    controls: int, found: bool
) -> None:
    assert is_binary(b"\x01" * controls + b"a" * (100 - controls)) is found
    assert is_binary(b"\x01" * controls + b"a" * (100 - controls) + b"\0" * 99) is found


def test_filling_of_three_nuls_and_more_is_not_binary() -> None:
    assert not is_binary((b"name" + b"\0" * 3) * 9)
    assert is_binary((b"name" + b"\0" * 2) * 9)


@pytest.mark.parametrize(("letters", "found"), [(12, True), (13, False)])
def test_short_text_may_be_utf8_by_accident(letters: int, found: bool) -> None:
    assert detect._by_accident(b"\xc3\xa9" * letters) is found


def test_a_character_of_three_bytes_is_no_accident() -> None:
    assert not detect._by_accident("é中".encode())


def test_declarations_are_looked_for_in_the_head() -> None:
    line = b"charset=big5 "
    assert detect._declared(b" " * (HEAD - len(line)) + line) == "big5"
    assert detect._declared(b" " * HEAD + line) is None


def test_a_decision_won_by_nothing_is_a_coin_tossed() -> None:
    assert confidence(-1.0) == confidence(0.0) == 0.5
    assert confidence(4.0) == 0.816
    assert confidence(detect.NO_RIVAL) == 1.0


def test_the_first_lines_are_enough_where_they_read_well() -> None:
    """What comes after them is read only if they leave a doubt."""
    plain = "他们在图书馆里看书\n".encode("gbk")
    assert detect.detect(plain * detect.FEW).evidence == "reads well"
    doubtful = "é\n".encode("latin-1") * detect.FEW
    assert detect.detect(doubtful + plain * detect.FEW).codec == "gb18030"


@pytest.mark.parametrize("codec", ["gb18030", "big5", "cp949"])
@pytest.mark.parametrize("fault", [b"\xff", b"a\xff", b"\xff\xff"])
def test_a_character_between_two_windows_is_no_fault(
    codec: str, fault: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond so much damage text is decoded in windows, which know no characters."""
    monkeypatch.setattr(decoders, "MAX_PAIRED", 0)
    text = "x中山水下" * 700  # of an odd number of bytes
    reader = decoders.Reader()
    read = reader.read(fault + text.encode(codec), codec, 0)
    assert read == fault.decode("ascii", "replace") + text
    assert reader.bad_bytes == fault.count(b"\xff")
    assert reader.first is not None
    assert reader.first.offset == fault.index(b"\xff")
