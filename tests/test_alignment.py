"""The alignment: each character of the output has its span, and the spans tell the truth."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

from cleaner import Cleaner, Result
from cleaner.alignment import UNITS, Alignment, Scale, scale
from cleaner.ledger import Edit, Ledger, Spans
from tests.conftest import ROOT
from tests.properties.laws import CHOICES, cleaner
from tests.properties.strategies import pages
from tests.properties.test_whole import EXAMPLES

GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.txt"))


def check(result: Result) -> None:
    """Raise AssertionError where the alignment of ``result`` is not what it says it is."""
    alignment = result.alignment
    source, output = result.source, result.text
    assert source is not None
    starts, ends = alignment.starts, alignment.ends
    assert len(starts) == len(ends) == len(output)
    assert all(low <= high for low, high in zip(starts, ends, strict=True))
    assert all(low <= high for low, high in pairwise(starts))
    assert all(low <= high for low, high in pairwise(ends))
    assert not ends or ends[-1] <= len(source)
    # Outside the changes each character comes from itself; a change comes from what it replaced.
    assert result.edits is not None
    here = there = 0
    for change in (*result.edits, None):
        start = change.start if change else len(source)
        for _ in range(start - there):
            assert (starts[here], ends[here]) == (there, there + 1)
            assert output[here] == source[there]
            here, there = here + 1, there + 1
        if change:
            places = range(here, here + len(change.after))
            if change.before and change.after:  # not all of it from nowhere
                assert any(starts[place] < ends[place] for place in places)
            for place in places:
                if starts[place] == ends[place]:  # from nowhere, somewhere between its neighbours
                    continue
                if change.before:
                    assert change.start <= starts[place] <= ends[place] <= change.end
                else:  # put in between characters of one origin
                    assert starts[place] == starts[place + 1]
                    assert ends[place] == ends[place - 1]
            here += len(change.after)
            there = change.end
    assert here == len(output)
    if result.words is not None:
        assert [output[low:high] for low, high in alignment.words] == list(result.words)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
@pytest.mark.parametrize("segment", [True, False])
def test_golden_pages(path: Path, segment: bool) -> None:
    check(Cleaner(segment=segment).process(path.read_bytes()))


@pytest.mark.parametrize("number", range(len(CHOICES)))
@given(text=pages())
@settings(max_examples=EXAMPLES // 2)
def test_any_page(number: int, text: str) -> None:
    result = cleaner(number).process(text)
    check(result)
    for unit in UNITS:
        here, there = result.alignment.offsets(unit)
        for spans in (here, there):
            flat = [offset for span in spans for offset in span]
            assert all(start <= end for start, end in spans)
            assert [span[0] for span in spans] == sorted(span[0] for span in spans)
            assert [span[1] for span in spans] == sorted(span[1] for span in spans)
            assert all(offset >= 0 for offset in flat)


def of(text: str, **options: object) -> Alignment:
    return Cleaner(**options).process(text).alignment


def test_converted_characters_are_one_to_one() -> None:
    alignment = of("我們看著他", segment=False)
    assert alignment.output == "我们看着他"
    assert alignment.to_source(1, 4) == (1, 4)
    assert alignment.to_output(3, 4) == (3, 4)


def test_what_was_dropped_has_no_place_but_a_position() -> None:
    alignment = of("增長(cháng)率比去年提高了1.2個(gè)百分點(diǎn)。", segment=False)
    assert alignment.output.startswith("增长率比")
    assert alignment.to_source(1, 3) == (1, 10)
    assert alignment.to_source(2, 3) == (9, 10)
    assert alignment.to_output(2, 9) == (2, 2)
    assert alignment.to_output(1, 4) == (1, 2)


def test_what_was_put_in_comes_from_nowhere() -> None:
    alignment = of("我們看書")
    assert alignment.output == "我们 看书"
    assert alignment.to_source(2, 3) == (2, 2)
    assert alignment.to_source(0, 3) == (0, 2)
    assert alignment.words == ((0, 2), (3, 5))


def test_words_are_found_whatever_stands_between_them() -> None:
    result = Cleaner(delimiter="/").process("他 / 我們\n/ 書")
    places = result.alignment.words
    assert result.words is not None
    assert [result.text[low:high] for low, high in places] == list(result.words)


def test_words_inside_words_come_from_where_those_do() -> None:
    result = Cleaner(segment_mode="search").process("在國家知識產權局, 武漢市")
    _, there = result.alignment.offsets()
    assert result.words is not None
    assert [result.source and result.source[low:high] for low, high in there] == [
        "在",
        *["國家知識產權局"] * (len(result.words) - 4),
        ",",
        *["武漢市"] * 2,
    ]


def test_characters_of_one_origin_share_its_place() -> None:
    source = "一&amp;二"
    ledger = Ledger().add(Spans((Edit(1, 6, "和与", "repair.entity", "&amp;"),)))
    alignment = Result("一和与二", source, ledger=ledger).alignment
    assert [alignment.to_source(at, at + 1) for at in range(4)] == [(0, 1), (1, 6), (1, 6), (6, 7)]
    assert alignment.to_output(3, 4) == (1, 3)


def test_utf16_counts_code_units() -> None:
    alignment = of("𠮷野家很好吃。")
    words = [alignment.output[low:high] for low, high in alignment.words]
    here, there = alignment.offsets("utf16")
    units = alignment.source.encode("utf-16-le")
    assert [units[2 * low : 2 * high].decode("utf-16-le") for low, high in there] == words
    assert here[0].start == 0
    assert alignment.to_source(0, 2, "utf16") == (0, 2)
    assert alignment.to_output(1, 2, "utf16") == here[0]


def test_a_scale_finds_the_characters_that_a_span_touches() -> None:
    made = scale("a中𠮷", "bytes")
    assert made.span(1, 3) == (1, 8)
    assert made.characters(0, 1) == (0, 1)
    assert made.characters(2, 3) == (1, 2)
    assert made.characters(2, 5) == (1, 3)
    assert made.characters(8, 8) == (3, 3)
    assert Scale([0, 0, 2, 4], {0: 2}).characters(0, 2) == (0, 2)


def test_unknown_units_are_refused() -> None:
    with pytest.raises(ValueError, match="unit"):
        of("我").to_source(0, 1, "words")


def test_nothing_recorded_nothing_aligned() -> None:
    with pytest.raises(ValueError, match="recorded"):
        _ = Cleaner().process("我", record=False).alignment
