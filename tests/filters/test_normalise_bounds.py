"""What normalising asks for at the bounds of its constants: enough, and not enough."""

from __future__ import annotations

import re

import pytest

from cleaner import Cleaner
from cleaner.document import Document
from cleaner.filters.normalise import inword, wraps
from cleaner.filters.normalise.guards import is_japanese, is_japanese_document, is_split_text


@pytest.mark.parametrize(
    ("text", "japanese"),
    [
        ("の" + "字" * 4, True),  # one of five
        ("の" + "字" * 5, False),
        ("のの" + "字" * 8, True),
        ("のの" + "字" * 9, False),
        ("です" + "字" * 23 + "。", False),
        ("字" * 23 + "です。", True),  # two of 25, but they end a polite sentence
        ("字" * 24 + "です。", False),
        ("字" * 9, False),
    ],
)
def test_share_of_kana_of_a_line(text: str, japanese: bool) -> None:
    assert is_japanese(text) is japanese


@pytest.mark.parametrize(
    ("text", "japanese"), [("のの字字字", True), ("のの字字字字", False), ("字字字です。", True)]
)
def test_share_of_kana_of_a_document(text: str, japanese: bool) -> None:
    assert is_japanese_document(Document(text=text)) is japanese


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("他 说 ， 今天 去 学校 。\n   where it is :", True),
        ("他说，今天去学校。", False),
        ("他 说 ， 今天 去 学校。", False),  # a mark that touches a word
        ("他 说 今天 去 学校", True),  # its words tell, without a mark
        ("他 说 ， 今 天 去 学 校 。", False),  # other words
        ("他 说 , 今天 去 学校", False),  # words of somebody else, who left the marks
        ("他 说 , 今天 ， 去 学校", True),
        ("他 说 , 今天 ！", False),
        ("他 说 , 今天 。", True),
        ('print ( " 他 说 , 今天 " )', True),  # a program has such
    ],
)
def test_a_text_that_segmentation_wrote(text: str, ours: bool) -> None:
    cleaner = Cleaner()
    assert is_split_text(text, cleaner.settings) is ours
    assert not is_split_text(text, Cleaner(segment=False).settings)


def split(line: str) -> bool:
    return bool([*inword.split_spaces(line, [[m.span() for m in re.finditer("[^ ，]+", line)]])])


@pytest.mark.parametrize(
    ("line", "is_split"),
    [
        ("我 今天 去 了 学校 的", True),  # six units, particles apart
        ("我 今天 去 了 学校", False),  # five
        ("今天 去 学校 门口 的 商店", False),  # one particle
        ("今天 去 学校 门口 的 了", True),
        ("大家 今天 ， 去 学校 了", True),  # a mark and a particle
        ("大家 今天 ， 去 学校", False),  # a mark alone
        ("大家 ， 今天 ， 学校 门口", True),
        ("大家 ， 今天 ， 学校", True),  # two marks, three units ...
        ("大家 ， 今天 ，", False),  # ... and two
        ("我 的 你 的 他 的", False),  # single characters only
        ("我 的 你 的 他 的们", True),
        ("我 的 一二三四 一二三四 一二三四 一二三四", True),  # 18 characters of six units ...
        ("我 的 一二三四 一二三四 一二三四 一二三四五", False),
    ],
)
def test_a_line_that_a_program_split_into_words(line: str, is_split: bool) -> None:
    assert split(line) is is_split


@pytest.mark.parametrize(
    ("units", "needs"),
    [
        (["该技术", "广阔的", "前景"], True),
        (["该技术的", "广阔的", "前景"], False),  # two of three
        (["该技术", "广阔", "前景"], False),
        (["该技术", "广阔", "前景的"], False),  # nothing comes behind it
        (["一二三的", "四五六七八", "九十"], True),  # 13 with the gaps, of 4.5 for a unit
        (["一二三的", "四五六七八", "九十百"], False),
    ],
)
def test_an_attribute_needs_what_comes_behind(units: list[str], needs: bool) -> None:
    line = " ".join(units)
    spans = [(line.index(unit), line.index(unit) + len(unit)) for unit in units]
    assert inword._has_attribute(line, spans) is needs


@pytest.mark.parametrize(
    ("line", "following", "goes_on"),
    [
        ("一二三", "四五", True),
        ("一二三，", "四五", True),
        ("一二三。", "四五", False),
        ("一二三", "", False),
        ("一\t三", "四五", False),
        ("一二三", "第一章", False),
        ("abc", "四五", False),
        ("一二三", "abc", False),
    ],
)
def test_a_full_line_that_goes_on(line: str, following: str, goes_on: bool) -> None:
    assert wraps._goes_on(line, following) is goes_on


@pytest.mark.parametrize(
    ("length", "least", "cut"), [(16, 16, True), (15, 15, False), (16, 17, False), (17, 17, True)]
)
def test_a_word_that_binds_at_the_end_of_a_long_line(length: int, least: int, cut: bool) -> None:
    text = "口" * (length - 1) + "和\n口口"
    assert wraps._is_cut(text, length, least) is cut


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("共有一二三，四五六七八九十一12\n年", True),
        ("共有一二三，四五六七八九十 12\n年", False),
        ("共有一二三，四五六七八九十12\n年", False),
        ("共 有 一二三 ， 四五 六七 八九 十12\n年", False),
        ("共有一二三四五六七八九十一二12\n年", False),
        ("共有，一二三四五六七八九十一二 12\n年", False),
    ],
)
def test_a_count_that_does_not_stand_apart(text: str, count: bool) -> None:
    assert wraps._is_count(text, text.index("\n")) is count
