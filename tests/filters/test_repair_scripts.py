"""Scripts: which character is Chinese, which line is another language; lines and what goes."""

from __future__ import annotations

import pytest

from cleaner import Cleaner
from cleaner.document import Document
from cleaner.filters.repair import scripts
from cleaner.ledger import Edit


@pytest.mark.parametrize(
    ("character", "han"),
    [
        *[(character, True) for character in "\u4e00\u9fff\u3400\u4dbf\uf900\ufaff\u3007"],
        *[(character, True) for character in "\U00020000\U0003ffff\u2e80\u2fd5"],
        *[(character, False) for character in "\u33ff\u4dc0\u4dff\ua000\uf8ff\ufb00\u3006\u3008"],
        *[(character, False) for character in "\U0001ffff\U00040000\u2e7f\u2fd6aあ한，"],
    ],
)
def test_what_is_chinese(character: str, han: bool) -> None:
    assert scripts.is_han(character) is han
    assert scripts.count_han(character) == han
    assert scripts.count_han(f"字a{character}，字") == 2 + han


def test_common_characters() -> None:
    for character in "啊座中龍國灣":  # the first and the last of level 1 of GB 2312 among them
        assert scripts.is_common(character), character
    for character in "亍齄蠡龑a，":
        assert not scripts.is_common(character), character
    assert [c for c in "中龍國蠡龑a" if scripts.is_traditional(c)] == ["龍", "國"]
    assert scripts.is_traditional("個")
    assert not scripts.is_traditional("乂")  # of level 2 of Big5
    assert not scripts.is_common("玥")


def test_traditional_characters_are_those_that_conversion_changes() -> None:
    characters = "".join(map(chr, range(0x4E00, 0x9FA6)))
    traditional = "".join(filter(scripts.is_traditional, characters))
    lines = "\n".join(traditional)
    converted = Cleaner(only=("convert",)).clean(lines)
    same = [a for a, b in zip(lines.split("\n"), converted.split("\n"), strict=True) if a == b]
    assert same == []


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        ("你好", False),
        ("東京の人", False),  # one of kana alone is a name
        ("東京のものだ", True),
        ("東京都港区虎門のと", True),
        ("東京都港区虎門外のと", True),
        ("東京都港区虎門外町のと", False),
        ("のと", True),
        ("の", False),
        ("ーー", False),  # a dash
        ("한국 사람", True),
        ("한국人民国", True),
        ("한국人民国民", False),
        ("한국사人民国", True),
        ("한국사人民国民族共", False),
    ],
)
def test_lines_of_other_languages(line: str, foreign: bool) -> None:
    assert scripts.is_foreign(line) is foreign


def test_edits_in_lines_of_other_languages_are_left_out() -> None:
    text = "甲乙\nこれはペンです甲乙\n丙甲"
    edits = [Edit(at, at + 1, "丁", "rule") for at in (0, 10, 13, 14)]
    assert scripts.apply(Document(text=text), edits).text == "丁乙\nこれはペンです甲乙\n丁丁"
    document = Document(text=text)
    assert scripts.apply(document, edits[1:2]) is document


def test_rewriting_leaves_what_a_function_leaves_and_other_spans() -> None:
    import re

    document = Document(text="甲1\n甲2\n甲3\nこれはペンです甲4")
    pattern = re.compile("甲([0-9])")
    assert scripts.rewrite(document, pattern, "乙", "rule").text.count("乙") == 3
    kept = scripts.rewrite(document, pattern, lambda m: None if m[1] == "2" else "乙", "rule")
    assert kept.text == "乙\n甲2\n乙\nこれはペンです甲4"
    spans = scripts.rewrite(document, pattern, r"\1", "rule", [(0, 2), (6, 8)])
    assert spans.text == "\\1\n甲2\n\\1\nこれはペンです甲4"


@pytest.mark.parametrize(
    ("text", "offset", "reach", "line"),
    [
        ("一\n二 三\n四", 2, 9, "二三"),
        ("一\n二 三\n四", 4, 9, "二三"),
        ("一二三", 0, 9, "一二三"),
        ("一二三", 2, 9, "一二三"),
        ("一二三四五六七", 3, 2, "二三四五"),
        ("一\n三四五\n七", 3, 2, "三四五"),
        ("\n二三", 1, 1, "二"),
        ("二\n", 0, 9, "二"),
        ("\n二", 0, 9, ""),
    ],
)
def test_the_line_around_a_place(text: str, offset: int, reach: int, line: str) -> None:
    assert scripts.line_at(text, offset, reach) == line


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“x”", True),
        ("“ x ”", True),
        ("“  x”", False),
        ("x”", False),
        ("“x", False),
        ("a“xb”", False),
    ],
)
def test_quotes_on_both_sides(text: str, quoted: bool) -> None:
    at = text.index("x")
    assert scripts.is_quoted(text, at, at + 1, frozenset("“”")) is quoted


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        # A line of its own goes whole, one at the end of a text without its line end.
        ("正文。\n", "\n正文。", "正文。\n正文。"),
        ("", "\n正文。", "正文。"),
        ("正文。\n", "", "正文。\n"),
        ("正文。", "\n正文。", "正文。\n正文。"),
        ("正文", "正文。", "正文正文。"),
        # A full stop after a comma stays, in place of the comma.
        ("正文，", "\n正文。", "正文。\n正文。"),
        ("正文、", "", "正文。"),
        ("正文，", "正文。", "正文，正文。"),
        # The pages of a chapter go with it.
        ("正文。\n", "(1/3)\n正文。", "正文。\n正文。"),
        ("正文。\n", "第1页/共3页\n正文。", "正文。\n正文。"),
        ("正文。\n", "(1/3)节\n正文。", "正文。\n(1/3)节\n正文。"),
    ],
)
def test_a_notice_goes(before: str, after: str, left: str) -> None:
    text = f"{before}请记住本站。{after}"
    start = len(before)
    edit = scripts.drop(text, start, start + len("请记住本站。"), "rule")
    assert text[: edit.start] + edit.after + text[edit.end :] == left


def test_a_notice_without_a_full_stop_takes_the_comma_along() -> None:
    text = "正文，请记住本站"
    edit = scripts.drop(text, 3, len(text), "rule")
    assert text[: edit.start] + edit.after == "正文"
