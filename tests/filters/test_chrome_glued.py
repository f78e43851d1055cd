from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.chrome.glued import headings, sections

HEAD = "作者kuromu (螢火蟲)看板Talk标题[问卦] 有没有半夜睡不着的时候?时间Sun Jun  7 03:12:44 2020"


def test_edit_buttons_go_from_headings() -> None:
    text = "历史[编辑]\n建于明朝。\n结构 [编辑 | 编辑原始码]\n石砌。[1]"
    assert headings(Document(text=text)).text == "历史\n建于明朝。\n结构\n石砌。[1]"


def test_one_edit_button_may_be_a_word() -> None:
    text = "点击[编辑]\n然后保存。"
    assert headings(Document(text=text)).text == text


def test_edit_buttons_within_lines_go() -> None:
    text = "[编辑本段]概况位于河东。[编辑本段]历史建于明朝，长二里[编辑本段]传说\n点击[编辑]"
    clean = "概况位于河东。历史建于明朝，长二里 传说\n点击[编辑]"
    assert sections(Document(text=text)).text == clean


def test_the_head_of_a_post_is_taken_apart() -> None:
    document = headings(Document(text=HEAD + "\n如题").record())
    assert document.text.split("\n") == [
        "作者kuromu (螢火蟲)",
        "看板Talk",
        "标题[问卦] 有没有半夜睡不着的时候?",
        "时间Sun Jun  7 03:12:44 2020",
        "如题",
    ]
    assert document.ledger is not None
    assert document.ledger.replay(HEAD + "\n如题") == document.text


def test_a_sentence_with_these_words_is_no_head() -> None:
    text = "作者在看板上写下标题和时间，再也没有回来。\n如题"
    assert headings(Document(text=text)).text == text


def test_heads_below_other_lines_are_taken_apart() -> None:
    two = f"第一行\n{HEAD}\n如题\n{HEAD}"
    assert headings(Document(text=two)).text.count("\n看板Talk\n标题[问卦]") == 2


@pytest.mark.parametrize(
    "text",
    [
        "作者甲 看板Talk 时间Sun Jun 7 03:12:44 2020",  # no title
        "作者甲 标题某某 看板Talk 时间Sun Jun 7 03:12:44 2020",  # in another order
        "作者甲 看板Talk 标题某某 时间Sun Jun 7 03:12:44",
        HEAD.replace("[问卦]", "甲" * 100),
    ],
)
def test_what_is_no_head_stays(text: str) -> None:
    assert headings(Document(text=text)).text == text


@pytest.mark.parametrize(("size", "apart"), [(160, True), (161, False)])
def test_the_longest_head(size: int, apart: bool) -> None:
    text = HEAD.replace("kuromu", "k" * (6 + size - len(HEAD)))
    assert ("\n" in headings(Document(text=text)).text) is apart
