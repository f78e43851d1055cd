"""The notation of contexts.tsv."""

from __future__ import annotations

import pytest

from cleaner.errors import DictionaryError
from cleaner.filters.convert.company import match, met
from cleaner.filters.convert.patterns import compile_rules, parse


@pytest.mark.parametrize(
    ("pattern", "text", "offset", "holds"),
    [
        ("<於>", "於", 0, True),
        ("[老小]<於>", "老於", 1, True),
        ("[老小]<於>", "大於", 1, False),
        ("[老小]<於>", "於", 0, False),
        ("<於>[^是]", "於", 0, True),
        ("<於>[^是]", "於是", 0, False),
        ("[^大]小<於>", "小於", 1, True),
        ("[^大]小<於>", "大小於", 2, False),
        ("^<於>先生", "，於先生", 1, True),
        ("^<於>先生", "对於先生", 1, False),
        ("^老<於>", "老於", 1, True),
        ("^老<於>", "月老於", 2, False),
        ("<於>$", "於。", 0, True),
        ("<於>$", "於此", 0, False),
        ("<幺么>丑", "幺么丑", 0, True),
    ],
)
def test_rules(pattern: str, text: str, offset: int, holds: bool) -> None:
    target = pattern[pattern.index("<") + 1 : pattern.index(">")]
    assert met(parse(pattern, target), text, offset) is holds


def test_the_longest_rule_wins() -> None:
    rules = compile_rules(
        [
            ("<於>", "一", "traditional", ""),
            ("[小]<於>", "二", "traditional", ""),
            ("[小]<於>[三]", "三", "traditional", ""),
        ]
    )["traditional"]["於"]
    assert [match(rules, text, 1) for text in ("大於", "小於", "小於三")] == ["一", "二", "三"]


@pytest.mark.parametrize(
    "row",
    [
        ("於", "于", "any", ""),
        ("<於>", "于此", "any", ""),
        ("<於>", "于", "everywhere", ""),
        ("[老<於>", "于", "any", ""),
        ("老[^小]<於>", "于", "any", ""),
        ("^[^小]大<於>", "于", "any", ""),
        ("<於>$此", "于", "any", ""),
    ],
)
def test_bad_rows_are_named(row: tuple[str, ...]) -> None:
    if row[0] == "老[^小]<於>":
        row = ("[^小]老[^小]<於>", *row[1:])
    with pytest.raises(DictionaryError, match=r"conversion/contexts\.tsv"):
        compile_rules([row])
