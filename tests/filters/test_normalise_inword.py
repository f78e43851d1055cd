"""Spaces that cut words: in sentences, in lines of short units, in lines split by a program."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleaner.filters.normalise import inword
from cleaner.filters.normalise.stretches import Span, stretches


def without(line: str, gaps: Iterable[Span]) -> str:
    for low, high in sorted(gaps, reverse=True):
        line = line[:low] + line[high:]
    return line


def cut(line: str, known: Iterable[Span] = ()) -> str:
    return without(line, inword.inword_spaces(line, [*stretches(line)], [*known]))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # One gap is believed in a sentence, which a comma, semicolon or full stop tells.
        ("中华人民共 和国成立了，", "中华人民共和国成立了，"),
        ("中华人民共 和国成立了。", "中华人民共和国成立了。"),
        ("中华人民共 和国成立了；", "中华人民共和国成立了；"),
        ("中华人民共 和国成立了", "中华人民共 和国成立了"),
        ("中华人民共 和国成立了！", "中华人民共 和国成立了！"),
        # Between stretches of seven characters together, for names have six at most.
        ("们在图 书馆看书，", "们在图书馆看书，"),
        ("在图 书馆看书，", "在图 书馆看书，"),
        ("我们在图 书馆，", "我们在图 书馆，"),
        # One character before a mark is no name; one alone behind a mark may be anything.
        ("人口众 多，", "人口众多，"),
        ("人口众 多的，", "人口众 多的，"),
        ("人 口，", "人 口，"),
        ("人口众 多，生活富 裕。", "人口众多，生活富裕。"),
        # No word lies across the space.
        ("他们一共 三百人，都来了。", "他们一共 三百人，都来了。"),
        ("今天我们去 图书馆看 书，", "今天我们去 图书馆看书，"),
        # The gaps beside it that cut nothing stay.
        ("他们现在都 到中华人民共 和国来，", "他们现在都 到中华人民共和国来，"),
        ("到中华人民共 和国来的人 越来越多，", "到中华人民共和国来的人 越来越多，"),
        # More than half of several gaps cut words: all go, in no sentence, too.
        ("今天我 们去图书 馆看书，", "今天我们去图书馆看书，"),
        ("今天我 们去图书 馆看书", "今天我们去图书馆看书"),
        ("经 济发 展技 术进 步", "经济发展技术进步"),
        ("图 书馆 经 济", "图书馆经济"),
        ("图 书馆 的 经济", "图 书馆 的 经济"),
        ("图 书馆 经济", "图 书馆 经济"),
        # Units that begin alike are a list.
        ("第一 第二 第三", "第一 第二 第三"),
        # Half of four is not more than half.
        ("图 书馆 经 济 新闻", "图 书馆 经 济 新闻"),
        # Of short units one needs what comes behind the gap.
        ("该技术 广阔的 前景，", "该技术广阔的前景，"),
        ("该技术 广阔的 前景", "该技术 广阔的 前景"),
        ("该技术的 广阔的 前景，", "该技术的 广阔的 前景，"),
        ("该技术 广阔 前景的，", "该技术 广阔 前景的，"),
        ("该技术在全国各地 十分广阔的 应用前景，", "该技术在全国各地 十分广阔的 应用前景，"),
        # Two spaces before a stretch are a column.
        ("，  我们都在图 书馆看书", "，  我们都在图 书馆看书"),
        ("， 我们都在图 书馆看书", "， 我们都在图 书馆看书"),
        ("，我们都在图 书馆看书", "，我们都在图书馆看书"),
        # A stretch of single characters is for others to tell; the next one is looked at.
        ("，图 书 馆", "，图 书 馆"),
        ("，图 书 馆，我们都在图 书馆看书", "，图 书 馆，我们都在图书馆看书"),
        ("一 二，我们都在图 书馆看书", "一 二，我们都在图书馆看书"),
    ],
)
def test_spaces_that_cut_a_word(line: str, expected: str) -> None:
    assert cut(line) == expected


def test_units_between_which_a_gap_is_known_are_one() -> None:
    line = "我们 在图 书馆看书，"
    assert cut(line) == line
    assert cut(line, [(2, 3)]) == "我们 在图书馆看书，"


@pytest.mark.parametrize(
    ("line", "split"),
    [
        # Marks set apart on both sides, with a particle or with other marks.
        ("我们 的 朋友 在 北京 ， 他们 很 好 。", True),
        ("我们 的 朋友 ， 好 。", True),
        ("我们 的 朋友 。", False),
        ("朋友 北京 ， 上海 。", False),
        # Particles alone, among six units.
        ("在 北京 的 大学 里 学习", True),
        ("在 北京 的 大学 学习", False),
        ("昨天 北京 的 大学 里 学习", False),
        # Names of sections, and units that are too long for words or are all single characters.
        ("首页 新闻 体育 财经 娱乐 汽车", False),
        ("在北京的大学 的 在上海的大学 的 在广州的大学 学习过", False),
        ("我 的 你 的 他 的", False),
        ("我们 朋友", False),
    ],
)
def test_lines_that_a_program_split_into_words(line: str, split: bool) -> None:
    assert without(line, inword.split_spaces(line, [*stretches(line)])) == (
        line.replace(" ", "") if split else line
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我们在图 书馆看书，好", ["我们在图 书馆看书，好"]),
        ("一行\n我们在图 书馆看书，好\n二行", ["我们在图 书馆看书，好"]),
        ("一 行\n我们在图书馆看书，好\n二 行", []),
        ("我 们四个人，好", ["我 们四个人，好"]),
        ("我 们四人的，好", ["我 们四人的，好"]),
        ("我 们三人，好", []),
        ("我 们，好", ["我 们，好"]),
        ("我们 三人，好", []),
        (" 我们四人，好", []),
        ("```\n我们在图 书馆看书，好\n```", []),
    ],
)
def test_lines_in_which_one_gap_may_cut_a_word(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in inword.sentences(text)] == found
