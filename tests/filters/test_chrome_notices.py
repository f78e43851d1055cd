"""Notices among the text: those of ``notices.tsv`` go, sentences with such words stay.

Each row has ``gone``, ``missed`` (a known failure), ``stays`` or ``harmed`` (the same), where the
sentence stands, and the sentence. All were written before the rules were tried on them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import Cleaner, Settings
from cleaner.document import Document
from cleaner.filters.chrome.notices import notices
from cleaner.filters.repair.notice import vocabulary

ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "notices.tsv").read_text("utf-8").split("\n")
    if row
]
CLEANER = Cleaner(Settings(segment=False))
AROUND = {
    "inline": (
        "他推开窗户，望着远处的群山，心里忽然平静下来。",
        "雨停了，屋檐上还滴着水，街上的行人渐渐多了起来。",
    ),
    "bracket": (
        "他推开窗户，望着远处的群山，心里忽然平静下来。",
        "\n雨停了，屋檐上还滴着水，街上的行人渐渐多了起来。",
    ),
    "line": (
        "昨天下午，市里召开会议，部署今年的防汛工作，要求各区县做好准备。\n",
        "\n会议指出，今年雨水偏多，各部门要密切配合，确保群众安全。",
    ),
}


@pytest.mark.parametrize(
    ("kind", "where", "sentence"),
    [
        pytest.param(
            *row,
            id=f"{row[0]}-{number}",
            marks=[pytest.mark.xfail(strict=True)] if row[0] in ("missed", "harmed") else [],
        )
        for number, row in enumerate(ROWS, 1)
    ],
)
def test_row(kind: str, where: str, sentence: str) -> None:
    before, after = AROUND[where]
    text = before + sentence + after
    without = before + (after.removeprefix("\n") if where == "line" else after)
    expected = without if kind in ("gone", "missed") else text
    once = CLEANER.clean(text)
    assert once.rstrip("\n") == expected
    assert CLEANER.clean(once) == once


@pytest.mark.parametrize(
    "text",
    [
        "请收藏本站，方便下次阅读。",  # nothing else is there
        "第一章\n他说：“请大家收藏本站，支持一下，谢谢。”",
        "上一章 返回目录 下一章 加入书签\n雨停了。",
        "雨停了。\n" + "请收藏本站，" * 20 + "\n他走了。",
    ],
)
def test_stays(text: str) -> None:
    assert notices(Document(text=text), Settings()).text == text


def test_a_line_goes_whole_or_not_at_all() -> None:
    known = vocabulary(())
    assert known.is_notice("最新章节请到本站阅读，谢谢您的支持！")
    assert not known.is_notice("少年拔剑而起。最新章节请到本站阅读。")
    assert not known.is_notice("雨停了，请记住本站域名。")


def test_recorded() -> None:
    document = Document(text="雨停了。请收藏本站，方便下次阅读。\n他走了。").record()
    done = notices(document, Settings())
    assert done.text == "雨停了。\n他走了。"
    assert done.ledger is not None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("雨停了。\n\n{}\n\n他走了。\n", "雨停了。\n\n他走了。\n"),
        ("雨停了。\n{}\n\n他走了。\n", "雨停了。\n\n他走了。\n"),
        ("雨停了。\n\n{}\n他走了。", "雨停了。\n\n他走了。"),
        ("雨停了。\n\n{}\n\n{}\n", "雨停了。\n"),
        ("雨停了。\n{}", "雨停了。"),
        ("{}\n\n雨停了。\n{}\n{}\n他走了。", "雨停了。\n他走了。"),
        ("雨停了。{}\n\n{}\n\n他走了。", "雨停了。\n\n他走了。"),
    ],
)
def test_blank_lines(text: str, left: str) -> None:
    notice = "请收藏本站，方便下次阅读。"
    document = Document(text=text.replace("{}", notice))
    assert notices(document, Settings()).text == left
    assert notices(document.record(), Settings()).text == left
