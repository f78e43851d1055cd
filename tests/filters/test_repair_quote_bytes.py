"""Characters that a replacement of quotation marks, byte by byte, has changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.filters.repair.quote_bytes import quote_bytes
from cleaner.filters.repair.rare import has_quote_bytes
from cleaner.settings import Settings

SETTINGS = Settings()

CHAPTER = """\u3000\u3000刚才还站在门口的小姑娘不见了。
\u3000\u3000过了半晌，老人才开口：「怪不得他今天没有来。」
\u3000\u3000「哈！哈哈！」他笑了起来，「小狗也会骗人！」
\u3000\u3000尽管风很大，大家还是走到了山顶。
\u3000\u3000高兴的是，天黑之前雨就停了。
\u3000\u3000别的人都睡了，只有他还醒着，本来想说的话也忘了。
\u3000\u3000跟在后面的小孩问：「小国的国王也住过这里？」
\u3000\u3000不管怎样，明天总要出发！给我一壶水就够了。
"""
QUOTES = str.maketrans("「」", "“”")


def replaced(text: str) -> str:
    """Return ``text`` as a site has it that replaced the quotation marks in GBK byte by byte."""
    raw = text.encode("gbk")
    return raw.replace(b"\xa1\xb8", b"\xa1\xb0").replace(b"\xa1\xb9", b"\xa1\xb1").decode("gbk")


def restored(text: str) -> str:
    return quote_bytes(Document(text=text), SETTINGS).text


def test_chapter_comes_back() -> None:
    damaged = replaced(CHAPTER)
    assert "小泵娘" in damaged
    assert "罢才" in damaged
    assert has_quote_bytes(Document(text=damaged), SETTINGS)
    assert restored(damaged) == CHAPTER.translate(QUOTES)


def test_traditional_text_is_told_by_its_simplified_form() -> None:
    assert restored("\u3000\u3000罷才那個小狽跑了，盡避沒人追。") == (
        "\u3000\u3000刚才那個小狗跑了，盡管沒人追。"
    )


@pytest.mark.parametrize("text", ["小泵娘心里害怕。", "尽避如此，他还是来了。"])
def test_word_that_nobody_writes_is_enough(text: str) -> None:
    assert restored(text) == text.replace("泵", "姑").replace("避", "管")


@pytest.mark.parametrize(
    "text",
    [
        "这台小泵流量大，小泵站也建成了。",
        "尽避免谈起此事。",
        "“敝校”是谦称，“炳”指光明。",
        "\u3000\u3000敝人姓王。\n\u3000\u3000炳章是我的字。\n\u3000\u3000饼已经熟了。",
        "！别走！被他骗了！本来就是！",
        CHAPTER,
        CHAPTER.translate(QUOTES),
        CHAPTER.replace("\u3000", ""),
    ],
)
def test_honest_text_stays(text: str) -> None:
    assert restored(text) == text


def test_text_in_which_others_are_left_did_not_go_through_it() -> None:
    """One slip of a typist is no replacement: 给, 跟 and 过 stand behind the same byte."""
    honest = "\u3000\u3000给你。\n\u3000\u3000跟我来。\n\u3000\u3000过来吧。\n"
    slip = "\u3000\u3000敝不得他不来。\n"
    assert restored(slip + honest) == slip + honest
    assert restored(slip + "\u3000\u3000罢才他走了。\n") != slip


@given(st.permutations(CHAPTER.splitlines(keepends=True)))
def test_order_of_lines_does_not_matter(lines: list[str]) -> None:
    text = "".join(lines)
    assert restored(replaced(text)) == text.translate(QUOTES)


@given(st.text(alphabet="小尽啊！\u3000\n泵避炳敝姑管哈怪娘得。a", max_size=60))
def test_any_text_is_steady_and_as_long(text: str) -> None:
    once = restored(text)
    assert len(once) == len(text)
    assert restored(once) == once
