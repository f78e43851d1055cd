from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.dictionaries import rows
from cleaner.filters.chrome.controls import KINDS, NOTHING, read
from cleaner.filters.chrome.cues import REASONS
from cleaner.filters.chrome.index import load

BUTTON = load().parts.controls.button


@pytest.mark.parametrize(
    ("core", "reason"),
    [
        ("点击查看全部评论", "navigation"),
        ("登录后发表评论", "login"),
        ("打开客户端查看", "app"),
        ("返回列表", "pager"),
        ("分享给好友", "share"),
        ("查看3条回复", "navigation"),
    ],
)
def test_a_button_is_made_of_words_of_buttons(core: str, reason: str) -> None:
    assert BUTTON(core) == reason


@pytest.mark.parametrize(
    "core",
    ["", "下载", "评论家的早晨", "查看天气", "文章内容", "他看新闻", "点击查看全部评论" * 3],
)
def test_other_lines_are_none(core: str) -> None:
    assert BUTTON(core) == ""


def test_words_are_in_the_closed_lists() -> None:
    for word, kind, reason in rows("chrome/controls.tsv", 3):
        assert kind in KINDS, word
        assert reason in (*REASONS, NOTHING), word
        assert (kind == "other") == (reason == NOTHING), word


@given(st.text(alphabet=st.characters() | st.sampled_from("点击查看全部评论下载"), max_size=30))
def test_any_line_has_a_reason_or_none(core: str) -> None:
    assert BUTTON(core) in ("", *REASONS)


def test_a_button_is_short_and_of_two_words_at_least() -> None:
    words = read(
        [
            ("看", "action", "navigation"),
            ("点", "action", "more"),
            ("书", "object", "related"),
            ("端", "object", "app"),
        ]
    ).button
    assert words("看看书") == "navigation"
    assert words("看书") == ""  # three characters at least
    assert words("看.书") == "navigation"
    assert words("看..") == ""
    assert words("书书书") == ""  # nothing is done
    assert words("点看书") == "more"  # what is done first
    assert words("点看端") == "app"
    assert words("看书" * 10) == "navigation"
    assert words("看书" * 10 + "看") == ""
    assert words("看书甲") == ""


@pytest.mark.parametrize(
    "heading", ["今日热门新闻", "昨日最热文章", "今日最多人浏览", "全站热门标签"]
)
def test_headings_of_lists_are_made_of_words_too(heading: str) -> None:
    assert BUTTON(heading)


@pytest.mark.parametrize("words", ["今天的新闻", "热点问题", "推荐理由", "每日一问", "排行榜"])
def test_words_of_headings_are_no_heading(words: str) -> None:
    assert not BUTTON(words)
